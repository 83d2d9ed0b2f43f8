/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What those in an episode knew when it was over, by the rules of the tunnel: what an appraisal can hold practice to.
 * Looked at are the events, accounts and factors of the episode, and what else had happened by then. */
#include "config.h"

#include "model/case/tl-episode-then.h"

#include "model/case/tl-episode.h"
#include "model/case/tl-tunnel-words.h"

static void
item_free (void *data)
{
  TlThenItem *item = data;

  g_object_unref (item->record);
  g_free (item->reason);
  g_free (item);
}

static void
role_free (void *data)
{
  TlThenRole *one = data;

  g_object_unref (one->role);
  g_ptr_array_unref (one->items);
  g_free (one);
}

/* When the episode was over */

static void
take_later (TlEpisodeThen *self,
            TlRecord      *record,
            const char    *field)
{
  gint64 earliest, latest, later;
  TlDate date;

  if (!tl_date_parse (tl_record_get_text (record, field), &date))
    return;
  tl_date_get_bounds (&date, &earliest, &later);
  if (self->dated)
    tl_date_get_bounds (&self->date, &earliest, &latest);
  if (!self->dated || later > latest)
    self->date = date;
  self->dated = TRUE;
}

/* What is said of its end counts; else it ended with the last of its events. */
static void
find_end (TlEpisodeThen *self,
          TlReview      *review,
          TlRecord      *episode)
{
  const char *const *events = tl_record_get_list (episode, "events");

  take_later (self, episode, "finish");
  for (guint i = 0; tl_record_get_text (episode, "finish") == NULL && events[i] != NULL; i++)
    {
      TlRecord *event = tl_review_lookup (review, events[i]);

      if (event != NULL)
        take_later (self, event, tl_record_get_text (event, "until") != NULL ? "until" : "date");
    }
  if (!self->dated)
    take_later (self, episode, "start");
}

/* What is looked at */

static void
add_all (GPtrArray *records,
         GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (records, g_ptr_array_index (more, i));
}

static gboolean
get_start (TlRecord *event,
           TlDate   *date)
{
  return tl_date_parse (tl_record_get_text (event, "date"), date);
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  TlRecord *one = *(TlRecord *const *) a, *other = *(TlRecord *const *) b;
  TlDate date, other_date;

  get_start (one, &date);
  get_start (other, &other_date);

  int order = tl_date_compare_start (&other_date, &date);
  return order != 0 ? order : g_strcmp0 (tl_record_get_id (one), tl_record_get_id (other));
}

/* (transfer container): the events outside the episode that may have begun by its end */
static GPtrArray *
collect_earlier (TlReview            *review,
                 const char *const   *own,
                 const TlEpisodeThen *then)
{
  TlRecordList *list = tl_review_get_list (review, "event");
  GPtrArray *earlier = g_ptr_array_new ();
  gint64 begin, ignored, now;
  TlDate date;

  tl_date_get_bounds (&then->date, &ignored, &now);
  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *event = tl_record_list_get (list, i);

      if (!get_start (event, &date) || g_strv_contains (own, tl_record_get_id (event)))
        continue;
      tl_date_get_bounds (&date, &begin, &ignored);
      if (begin <= now)
        g_ptr_array_add (earlier, event);
    }
  g_ptr_array_sort (earlier, compare_latest_first);
  return earlier;
}

/* (transfer container): in the order in which each state lists them */
static GPtrArray *
collect (TlReview            *review,
         TlRecord            *episode,
         const TlEpisodeThen *then)
{
  const char *const *own = tl_record_get_list (episode, "events");
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; own[i] != NULL; i++)
    {
      TlRecord *event = tl_review_lookup (review, own[i]);
      g_autoptr (GPtrArray) accounts = tl_review_get_referrers (review, own[i], "account", "event");

      if (event != NULL)
        g_ptr_array_add (records, event);
      add_all (records, accounts);
    }

  g_autoptr (GPtrArray) factors = tl_episode_find_factors (review, episode);
  g_autoptr (GPtrArray) earlier = collect_earlier (review, own, then);

  add_all (records, factors);
  add_all (records, earlier);
  return records;
}

/* (transfer container): whose rationality is told before who else took part */
static GPtrArray *
collect_roles (TlReview *review,
               TlRecord *episode)
{
  g_autoptr (GPtrArray) rationales
      = tl_review_get_referrers (review, tl_record_get_id (episode), "rationale", "episode");
  g_autoptr (GPtrArray) others = tl_episode_find_roles (review, episode);
  GPtrArray *roles = g_ptr_array_new ();

  for (guint i = 0; i < rationales->len; i++)
    {
      TlRecord *role = tl_review_lookup (review, tl_record_get_text (rationales->pdata[i], "role"));

      if (role != NULL && !g_ptr_array_find (roles, role, NULL))
        g_ptr_array_add (roles, role);
    }
  for (guint i = 0; i < others->len; i++)
    if (!g_ptr_array_find (roles, others->pdata[i], NULL))
      g_ptr_array_add (roles, others->pdata[i]);
  return roles;
}

/* Looking at it */

/* One's own account goes without saying. */
static gboolean
is_by (TlRecord *record,
       TlRecord *role)
{
  return tl_record_is (record, "account")
         && g_strcmp0 (tl_record_get_text (record, "role"), tl_record_get_id (role)) == 0;
}

static TlThenRole *
look (TlTunnel     *tunnel,
      TlRecord     *role,
      const TlDate *date,
      GPtrArray    *records)
{
  static const TlTunnelState order[] = { TL_TUNNEL_NOT_YET, TL_TUNNEL_COULD_BE_KNOWN, TL_TUNNEL_KNOWN };
  TlThenRole *one = g_new0 (TlThenRole, 1);

  one->role = g_object_ref (role);
  one->items = g_ptr_array_new_with_free_func (item_free);
  tl_tunnel_set_view (tunnel, tl_record_get_id (role), date);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < records->len; j++)
      {
        TlRecord *record = g_ptr_array_index (records, j);

        if (tl_tunnel_get_state (tunnel, tl_record_get_id (record)) != order[i] || is_by (record, role))
          continue;

        TlThenItem *item = g_new0 (TlThenItem, 1);
        item->record = g_object_ref (record);
        item->state = order[i];
        item->reason = tl_tunnel_words_reason (tunnel, tl_record_get_id (record));
        g_ptr_array_add (one->items, item);
        one->counts[order[i]]++;
      }
  return one;
}

/**
 * tl_episode_then_new:
 * @review: a review
 * @episode: one of its episodes
 *
 * Looks at the case at the end of @episode, through the eyes of each who was in it. What came to be known in the
 * course of it counts as known.
 *
 * Returns: (transfer full): what they knew
 */
TlEpisodeThen *
tl_episode_then_new (TlReview *review,
                     TlRecord *episode)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (episode, "episode"), NULL);

  TlEpisodeThen *self = g_new0 (TlEpisodeThen, 1);

  self->roles = g_ptr_array_new_with_free_func (role_free);
  find_end (self, review, episode);
  if (!self->dated)
    return self;

  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
  g_autoptr (GPtrArray) roles = collect_roles (review, episode);
  g_autoptr (GPtrArray) records = collect (review, episode, self);

  for (guint i = 0; i < roles->len; i++)
    g_ptr_array_add (self->roles, look (tunnel, roles->pdata[i], &self->date, records));
  return self;
}

/**
 * tl_episode_then_free:
 * @self: (transfer full): what was known
 */
void
tl_episode_then_free (TlEpisodeThen *self)
{
  g_ptr_array_unref (self->roles);
  g_free (self);
}

static gboolean
roles_equal (const TlThenRole *a,
             const TlThenRole *b)
{
  gboolean equal = a->role == b->role && a->items->len == b->items->len;

  for (guint i = 0; equal && i < a->items->len; i++)
    {
      const TlThenItem *one = a->items->pdata[i], *other = b->items->pdata[i];

      equal = one->record == other->record && one->state == other->state
              && g_strcmp0 (one->reason, other->reason) == 0;
    }
  return equal;
}

/**
 * tl_episode_then_equal:
 *
 * Returns: whether both say the same
 */
gboolean
tl_episode_then_equal (const TlEpisodeThen *a,
                       const TlEpisodeThen *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  gboolean equal = a->dated == b->dated && a->roles->len == b->roles->len;

  if (equal && a->dated)
    {
      g_autofree char *date = tl_date_dup_edtf (&a->date);
      g_autofree char *other_date = tl_date_dup_edtf (&b->date);

      equal = g_str_equal (date, other_date);
    }
  for (guint i = 0; equal && i < a->roles->len; i++)
    equal = roles_equal (a->roles->pdata[i], b->roles->pdata[i]);
  return equal;
}
