/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one sees through someone's eyes, in words. */
#include "config.h"

#include "model/case/tl-tunnel-words.h"

#include <glib/gi18n-lib.h>

/**
 * tl_tunnel_words_state:
 *
 * Returns: (nullable): the state as a word or two; %NULL for what is outside
 */
const char *
tl_tunnel_words_state (TlTunnelState state)
{
  switch (state)
    {
    case TL_TUNNEL_KNOWN:
      return _("known");
    case TL_TUNNEL_COULD_BE_KNOWN:
      return _("could be known");
    case TL_TUNNEL_NOT_YET:
      return _("not yet known");
    case TL_TUNNEL_OUTSIDE:
    case TL_TUNNEL_N_STATES:
    default:
      return NULL;
    }
}

/**
 * tl_tunnel_words_mark:
 *
 * Returns: (nullable): a sign for the state that needs no colour; %NULL for what is outside
 */
const char *
tl_tunnel_words_mark (TlTunnelState state)
{
  static const char *const marks[TL_TUNNEL_N_STATES] = { NULL, "●", "◐", "◌" };

  return marks[state];
}

static char *
dup_title (TlReview   *review,
           const char *id)
{
  TlRecord *record = tl_review_lookup (review, id);
  return record != NULL ? tl_review_dup_title (review, record) : g_strdup (_("someone"));
}

static gboolean
is_day (const TlDate *date)
{
  return date->from.day != 0 && date->from.minute == TL_DATE_NO_MINUTE && !tl_date_is_between (date)
         && date->doubt == TL_DATE_CERTAIN;
}

/**
 * tl_tunnel_words_view:
 * @tunnel: a tunnel with a view
 *
 * Returns: (transfer full): through whose eyes the case is seen, and when
 */
char *
tl_tunnel_words_view (TlTunnel *tunnel)
{
  g_return_val_if_fail (TL_IS_TUNNEL (tunnel) && tl_tunnel_is_open (tunnel), NULL);

  const TlDate *date = tl_tunnel_get_date (tunnel);
  g_autofree char *when = tl_date_format (date);

  if (tl_tunnel_get_role (tunnel) == NULL)
    /* Translators: 17 May 2010; and then May 2010, or another date that is not a day */
    return is_day (date) ? g_strdup_printf (_("As anyone could see it on %s"), when)
                         : g_strdup_printf (_("As anyone could see it by %s"), when);

  g_autofree char *who = dup_title (tl_tunnel_get_review (tunnel), tl_tunnel_get_role (tunnel));

  /* Translators: Health visitor 1, 17 May 2010; and then May 2010, or another date that is not a day */
  return is_day (date) ? g_strdup_printf (_("As %s could see it on %s"), who, when)
                       : g_strdup_printf (_("As %s could see it by %s"), who, when);
}

/**
 * tl_tunnel_words_counts:
 * @kind: name of a kind
 *
 * Returns: (transfer full): how many records of @kind are in each state
 */
char *
tl_tunnel_words_counts (TlTunnel   *tunnel,
                        const char *kind)
{
  g_return_val_if_fail (TL_IS_TUNNEL (tunnel) && kind != NULL, NULL);

  guint counts[TL_TUNNEL_N_STATES];

  tl_tunnel_count (tunnel, kind, counts);
  /* Translators: Events, and three numbers */
  return g_strdup_printf (_("%s: %u known, %u could be known, %u not yet"), _(tl_kind_lookup (kind)->plural),
                          counts[TL_TUNNEL_KNOWN], counts[TL_TUNNEL_COULD_BE_KNOWN], counts[TL_TUNNEL_NOT_YET]);
}

/* How it was learned */

static char *
dup_date (TlRecord   *record,
          const char *field)
{
  TlDate date;

  return tl_date_parse (tl_record_get_text (record, field), &date) ? tl_date_format (&date) : g_strdup (_("no date"));
}

static char *
dup_telling (TlTunnel *tunnel,
             TlRecord *telling)
{
  TlReview *review = tl_tunnel_get_review (tunnel);
  const char *told = tl_record_get_text (telling, "told");
  g_autofree char *teller_title = dup_title (review, tl_record_get_text (telling, "teller"));
  g_autofree char *told_title = dup_title (review, told);
  g_autofree char *date = dup_date (telling, "date");

  if (tl_tunnel_get_role (tunnel) == NULL)
    /* Translators: Teacher 1, Head teacher, 3 May 2010 */
    return g_strdup_printf (_("%s told %s (%s)"), teller_title, told_title, date);
  if (g_strcmp0 (told, tl_tunnel_get_role (tunnel)) == 0)
    /* Translators: Teacher 1, 3 May 2010 */
    return g_strdup_printf (_("told by %s (%s)"), teller_title, date);
  /* Translators: Teacher 1, 3 May 2010 */
  return g_strdup_printf (_("told %s of it (%s)"), told_title, date);
}

static char *
dup_account (TlTunnel *tunnel,
             TlRecord *account)
{
  const char *whose = tl_record_get_text (account, "role");
  g_autofree char *date = dup_date (account, "known_from");

  if (whose != NULL && g_strcmp0 (whose, tl_tunnel_get_role (tunnel)) == 0)
    /* Translators: 3 May 2010 */
    return g_strdup_printf (_("by their own account (known from: %s)"), date);

  g_autofree char *title = dup_title (tl_tunnel_get_review (tunnel), whose);

  /* Translators: Teacher 1, 3 May 2010 */
  return g_strdup_printf (_("through the account of %s (known from: %s)"), title, date);
}

static char *
dup_through (TlTunnel      *tunnel,
             TlRecord      *record,
             TlTunnelState  state)
{
  TlRecord *through = tl_tunnel_get_known (tunnel, tl_record_get_id (record))->through;
  const char *field = tl_record_is (record, "event") || tl_record_is (record, "source") ? "date" : "known_from";

  if (tl_record_is (record, "link"))
    return g_strdup (_("as its cause and its effect were"));
  if (through == NULL && state == TL_TUNNEL_NOT_YET)
    return g_strdup (_("nobody could know of it"));
  if (through == NULL)
    return g_strdup (tl_tunnel_get_role (tunnel) != NULL ? _("nothing recorded says whether they knew")
                                                         : _("nothing recorded says when"));
  if (tl_record_is (through, "telling"))
    return dup_telling (tunnel, through);
  if (tl_record_is (through, "account"))
    return dup_account (tunnel, through);
  if (through == record && tl_kind_find_field (tl_record_get_kind (record), field) != NULL)
    {
      g_autofree char *date = dup_date (record, field);

      /* Translators: Known from, 3 May 2010 */
      return g_strdup_printf (_("%s: %s"), _(tl_kind_find_field (tl_record_get_kind (record), field)->label), date);
    }

  g_autofree char *title = tl_review_dup_title (tl_tunnel_get_review (tunnel), through);

  /* Translators: an extract or event */
  return g_strdup_printf (_("with “%s”"), title);
}

/**
 * tl_tunnel_words_reason:
 * @id: (nullable): id of any record
 *
 * Returns: (transfer full) (nullable): the state of the record and why; %NULL for what is outside
 */
char *
tl_tunnel_words_reason (TlTunnel   *tunnel,
                        const char *id)
{
  g_return_val_if_fail (TL_IS_TUNNEL (tunnel), NULL);

  TlTunnelState state = tl_tunnel_get_state (tunnel, id);
  TlRecord *record = tl_review_lookup (tl_tunnel_get_review (tunnel), id);
  g_autofree char *through = NULL;

  if (state == TL_TUNNEL_OUTSIDE || record == NULL)
    return NULL;
  through = dup_through (tunnel, record, state);
  switch (state)
    {
    case TL_TUNNEL_KNOWN:
      /* Translators: how it came to be known */
      return g_strdup_printf (_("Known: %s"), through);
    case TL_TUNNEL_COULD_BE_KNOWN:
      /* Translators: how it may have come to be known */
      return g_strdup_printf (_("Could be known: %s"), through);
    case TL_TUNNEL_NOT_YET:
    case TL_TUNNEL_OUTSIDE:
    case TL_TUNNEL_N_STATES:
    default:
      /* Translators: how it came to be known later */
      return g_strdup_printf (_("Not yet known: %s"), through);
    }
}

/**
 * tl_tunnel_words_occupied:
 *
 * Returns: (transfer full) (nullable): what occupied the role at the time, each with what it was about; %NULL when
 *   nothing says so
 */
char *
tl_tunnel_words_occupied (TlTunnel *tunnel)
{
  g_return_val_if_fail (TL_IS_TUNNEL (tunnel), NULL);

  TlReview *review = tl_tunnel_get_review (tunnel);
  g_autoptr (GPtrArray) occupied = tl_tunnel_get_occupied (tunnel);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < occupied->len; i++)
    {
      TlRecord *record = g_ptr_array_index (occupied, i);
      gboolean is_account = tl_record_is (record, "account");
      g_autofree char *about = dup_title (review, tl_record_get_text (record, is_account ? "event" : "episode"));

      g_string_append_printf (words, "%s%s (%s)", i > 0 ? "\n" : "",
                              tl_record_get_text (record, is_account ? "occupied" : "attention"), about);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
