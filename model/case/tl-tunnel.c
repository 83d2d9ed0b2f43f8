/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The case as one role could see it at one date, or as anyone could. It follows the review while a view is set and
 * costs nothing otherwise. */
#include "config.h"

#include "model/case/tl-tunnel.h"

struct _TlTunnel
{
  GObject parent_instance;

  /* Owned */
  TlReview    *review;
  TlKnowledge *knowledge; /* only while a view is set */
  char        *role;      /* an id; unset for anyone */
  GArray      *steps;     /* days counted from 1 January of the year 1, in order; made when asked for */

  TlDate date;
  gint64 begin; /* the first minute that @date may mean */
  gint64 now;   /* the last */
};

G_DEFINE_FINAL_TYPE (TlTunnel, tl_tunnel, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
close_view (TlTunnel *self)
{
  g_clear_pointer (&self->knowledge, tl_knowledge_free);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->role, g_free);
}

static void
review_changed_cb (TlTunnel        *self,
                   TlReviewChanges *changes)
{
  if (self->knowledge == NULL || !tl_knowledge_update (self->knowledge, changes->ids))
    return;
  if (self->role != NULL && tl_review_lookup (self->review, self->role) == NULL)
    close_view (self);
  g_clear_pointer (&self->steps, g_array_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Steps */

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static GArray *
make_steps (TlTunnel *self)
{
  g_autoptr (GArray) times = tl_knowledge_get_times (self->knowledge);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < times->len; i++)
    g_array_index (times, gint64, i) /= TL_DATE_DAY_MINUTES;
  g_array_sort (times, compare_days);
  for (guint i = 0; i < times->len; i++)
    if (i == 0 || g_array_index (times, gint64, i) != g_array_index (times, gint64, i - 1))
      g_array_append_val (days, g_array_index (times, gint64, i));
  return days;
}

static GArray *
get_steps (TlTunnel *self)
{
  if (self->steps == NULL && self->knowledge != NULL)
    self->steps = make_steps (self);
  return self->steps;
}

/* What occupied the role */

static gboolean
read_during (TlRecord   *record,
             const char *from,
             const char *until,
             gint64     *begin,
             gint64     *end)
{
  TlDate first, last;
  gint64 ignored;
  gboolean begins = tl_date_parse (tl_record_get_text (record, from), &first);
  gboolean ends = tl_date_parse (tl_record_get_text (record, until), &last);

  if (begins || ends)
    {
      tl_date_get_bounds (begins ? &first : &last, begin, &ignored);
      tl_date_get_bounds (ends ? &last : &first, &ignored, end);
    }
  return begins || ends;
}

static void
add_rationales (TlTunnel  *self,
                GPtrArray *occupied)
{
  g_autoptr (GPtrArray) rationales = tl_review_get_referrers (self->review, self->role, "rationale", "role");
  gint64 begin, end;

  for (guint i = 0; i < rationales->len; i++)
    {
      TlRecord *rationale = g_ptr_array_index (rationales, i);
      TlRecord *episode = tl_review_lookup (self->review, tl_record_get_text (rationale, "episode"));

      if (tl_record_get_text (rationale, "attention") != NULL && episode != NULL
          && read_during (episode, "start", "finish", &begin, &end) && begin <= self->now && end >= self->begin)
        g_ptr_array_add (occupied, rationale);
    }
}

/* The accounts of what happened at the time, or else the last one before it. */
static void
add_accounts (TlTunnel  *self,
              GPtrArray *occupied)
{
  g_autoptr (GPtrArray) accounts = tl_review_get_referrers (self->review, self->role, "account", "role");
  TlRecord *last = NULL;
  gint64 last_end = G_MININT64, begin, end;
  guint n = occupied->len;

  for (guint i = 0; i < accounts->len; i++)
    {
      TlRecord *account = g_ptr_array_index (accounts, i);
      TlRecord *event = tl_review_lookup (self->review, tl_record_get_text (account, "event"));

      if (tl_record_get_text (account, "occupied") == NULL || event == NULL
          || !read_during (event, "date", "until", &begin, &end) || begin > self->now)
        continue;
      if (end >= self->begin)
        g_ptr_array_add (occupied, account);
      else if (last == NULL || end > last_end
               || (end == last_end && g_strcmp0 (tl_record_get_id (account), tl_record_get_id (last)) < 0))
        {
          last = account;
          last_end = end;
        }
    }
  if (occupied->len == n && last != NULL)
    g_ptr_array_add (occupied, last);
}

/* GObject overrides */

static void
tl_tunnel_finalize (GObject *object)
{
  TlTunnel *self = TL_TUNNEL (object);

  close_view (self);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_tunnel_parent_class)->finalize (object);
}

static void
tl_tunnel_class_init (TlTunnelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_tunnel_finalize;

  /**
   * TlTunnel::changed:
   *
   * The view is another one, or a record may be in another state.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_TUNNEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_tunnel_init (TlTunnel *self)
{
}

/* Public API */

/**
 * tl_tunnel_new:
 * @review: a review
 *
 * Returns: (transfer full): a tunnel through which nobody looks yet
 */
TlTunnel *
tl_tunnel_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlTunnel *self = g_object_new (TL_TYPE_TUNNEL, NULL);

  self->review = g_object_ref (review);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_tunnel_get_review:
 *
 * Returns: (transfer none): the review
 */
TlReview *
tl_tunnel_get_review (TlTunnel *self)
{
  g_return_val_if_fail (TL_IS_TUNNEL (self), NULL);
  return self->review;
}

/**
 * tl_tunnel_set_view:
 * @role: (nullable): id of a role of the review; %NULL for anyone at that time
 * @date: (nullable): when; what was known at its very end is known. %NULL closes the view.
 *
 * Looks at the case as @role could see it at @date.
 */
void
tl_tunnel_set_view (TlTunnel     *self,
                    const char   *role,
                    const TlDate *date)
{
  g_return_if_fail (TL_IS_TUNNEL (self));
  g_return_if_fail (role == NULL || tl_review_lookup (self->review, role) != NULL);

  if (date == NULL)
    {
      if (self->knowledge == NULL)
        return;
      close_view (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  if (self->knowledge == NULL)
    self->knowledge = tl_knowledge_new (self->review);
  if (g_strcmp0 (role, self->role) != 0)
    {
      g_free (self->role);
      self->role = g_strdup (role);
      tl_knowledge_set_role (self->knowledge, role);
      g_clear_pointer (&self->steps, g_array_unref);
    }
  self->date = *date;
  tl_date_get_bounds (date, &self->begin, &self->now);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_tunnel_is_open:
 *
 * Returns: whether the case is looked at through somebody's eyes
 */
gboolean
tl_tunnel_is_open (TlTunnel *self)
{
  g_return_val_if_fail (TL_IS_TUNNEL (self), FALSE);
  return self->knowledge != NULL;
}

/**
 * tl_tunnel_get_role:
 *
 * Returns: (nullable): id of the role whose eyes are looked through; %NULL for anyone
 */
const char *
tl_tunnel_get_role (TlTunnel *self)
{
  g_return_val_if_fail (TL_IS_TUNNEL (self), NULL);
  return self->role;
}

/**
 * tl_tunnel_get_date:
 *
 * Returns: (nullable): the date that was chosen; %NULL when no view is open
 */
const TlDate *
tl_tunnel_get_date (TlTunnel *self)
{
  g_return_val_if_fail (TL_IS_TUNNEL (self), NULL);
  return self->knowledge != NULL ? &self->date : NULL;
}

/**
 * tl_tunnel_get_state:
 * @id: (nullable): id of any record
 *
 * Returns: whether the record was known; cheap enough to be asked for everything that is drawn
 */
TlTunnelState
tl_tunnel_get_state (TlTunnel   *self,
                     const char *id)
{
  const TlKnown *known = tl_tunnel_get_known (self, id);

  if (known == NULL)
    return TL_TUNNEL_OUTSIDE;
  if (known->span.latest <= self->now)
    return TL_TUNNEL_KNOWN;
  return known->span.earliest <= self->now ? TL_TUNNEL_COULD_BE_KNOWN : TL_TUNNEL_NOT_YET;
}

/**
 * tl_tunnel_get_known:
 * @id: (nullable): id of any record
 *
 * Returns: (nullable) (transfer none): how the record came to be known, until the next "changed"; %NULL for what is
 *   outside
 */
const TlKnown *
tl_tunnel_get_known (TlTunnel   *self,
                     const char *id)
{
  g_return_val_if_fail (TL_IS_TUNNEL (self), NULL);
  return self->knowledge != NULL ? tl_knowledge_find (self->knowledge, id) : NULL;
}

/**
 * tl_tunnel_count:
 * @kind: name of a kind
 * @counts: (out) (array fixed-size=4): how many records of @kind are in each state
 */
void
tl_tunnel_count (TlTunnel   *self,
                 const char *kind,
                 guint      *counts)
{
  g_return_if_fail (TL_IS_TUNNEL (self) && kind != NULL && counts != NULL);

  TlRecordList *list = tl_review_get_list (self->review, kind);

  for (guint i = 0; i < TL_TUNNEL_N_STATES; i++)
    counts[i] = 0;
  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    counts[tl_tunnel_get_state (self, tl_record_get_id (tl_record_list_get (list, i)))]++;
}

/**
 * tl_tunnel_get_occupied:
 *
 * Returns: (transfer container) (element-type TlRecord): what occupied the role at the chosen date: its local
 *   rationalities in episodes of that time, its accounts of events of that time, or else its last account before it
 *   that says something of it; free with g_ptr_array_unref()
 */
GPtrArray *
tl_tunnel_get_occupied (TlTunnel *self)
{
  g_return_val_if_fail (TL_IS_TUNNEL (self), NULL);

  GPtrArray *occupied = g_ptr_array_new ();

  if (self->role != NULL)
    {
      add_rationales (self, occupied);
      add_accounts (self, occupied);
    }
  return occupied;
}

/**
 * tl_tunnel_get_n_steps:
 *
 * Returns: on how many days something comes to be known, or may come to be
 */
guint
tl_tunnel_get_n_steps (TlTunnel *self)
{
  g_return_val_if_fail (TL_IS_TUNNEL (self), 0);

  GArray *steps = get_steps (self);
  return steps != NULL ? steps->len : 0;
}

/**
 * tl_tunnel_get_step:
 * @position: from 0 to tl_tunnel_get_n_steps(), excluded
 * @date: (out): the day
 */
void
tl_tunnel_get_step (TlTunnel *self,
                    guint     position,
                    TlDate   *date)
{
  g_return_if_fail (position < tl_tunnel_get_n_steps (self) && date != NULL);
  tl_date_init_day (date, g_array_index (self->steps, gint64, position));
}

/**
 * tl_tunnel_find_step:
 *
 * Returns: position of the last step on or before the chosen date; -1 if it is before all of them
 */
int
tl_tunnel_find_step (TlTunnel *self)
{
  g_return_val_if_fail (TL_IS_TUNNEL (self), -1);

  GArray *steps = get_steps (self);
  int found = -1;

  while (steps != NULL && found + 1 < (int) steps->len
         && g_array_index (steps, gint64, found + 1) <= self->now / TL_DATE_DAY_MINUTES)
    found++;
  return found;
}
