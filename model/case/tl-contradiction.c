/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What in the accounts of one event does not go together: what a person says contradicts each other, and dates that
 * can't all be right. It judges nobody's account; which of them holds is for people to find out. */
#include "config.h"

#include "model/case/tl-contradiction.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-date.h"

static void
contradiction_free (gpointer data)
{
  TlContradiction *contradiction = data;

  g_object_unref (contradiction->record);
  g_clear_object (&contradiction->other);
  g_free (contradiction->words);
  g_free (contradiction);
}

static void
add (GPtrArray           *found,
     TlContradictionSort  sort,
     TlRecord            *record,
     TlRecord            *other,
     char                *words)
{
  TlContradiction *contradiction = g_new (TlContradiction, 1);

  contradiction->sort = sort;
  contradiction->record = g_object_ref (record);
  contradiction->other = g_object_ref (other);
  contradiction->words = words;
  g_ptr_array_add (found, contradiction);
}

static char *
dup_role (TlReview   *review,
          TlRecord   *record,
          const char *field)
{
  const char *id = tl_record_get_text (record, field);
  TlRecord *role = id != NULL ? tl_review_lookup (review, id) : NULL;

  return role != NULL ? tl_review_dup_title (review, role) : g_strdup (_("somebody"));
}

static gboolean
get_date (TlRecord   *record,
          const char *field,
          TlDate     *date)
{
  return tl_date_parse (tl_record_get_text (record, field), date);
}

static gboolean
names (TlRecord *account,
       TlRecord *other)
{
  const char *const *ids = tl_record_get_list (account, "contradicts");

  return g_strv_contains (ids, tl_record_get_id (other));
}

/* One sentence for two accounts, whichever of them names the other, with the words of either. */
static void
add_said (TlReview  *review,
          GPtrArray *accounts,
          GPtrArray *found)
{
  for (guint i = 0; i < accounts->len; i++)
    for (guint j = i + 1; j < accounts->len; j++)
      {
        TlRecord *one = g_ptr_array_index (accounts, i), *other = g_ptr_array_index (accounts, j);
        const char *how = names (one, other) ? tl_record_get_text (one, "contradiction") : NULL;

        if (!names (one, other) && !names (other, one))
          continue;
        if (how == NULL && names (other, one))
          how = tl_record_get_text (other, "contradiction");

        g_autofree char *role = dup_role (review, one, "role");
        g_autofree char *other_role = dup_role (review, other, "role");
        /* Translators: two people’s accounts; then the same with words for how. */
        char *words = how == NULL
                          ? g_strdup_printf (_("%s and %s contradict each other."), role, other_role)
                          : g_strdup_printf (_("%s and %s contradict each other: %s"), role, other_role, how);
        add (found, TL_CONTRADICTION_SAID, one, other, words);
      }
}

static void
add_known_too_early (TlReview  *review,
                     TlRecord  *event,
                     GPtrArray *accounts,
                     GPtrArray *found)
{
  TlDate happened, known;

  if (!get_date (event, "date", &happened))
    return;
  for (guint i = 0; i < accounts->len; i++)
    {
      TlRecord *account = g_ptr_array_index (accounts, i);

      if (!get_date (account, "known_from", &known) || !tl_date_is_surely_after (&happened, &known))
        continue;

      g_autofree char *role = dup_role (review, account, "role");
      g_autofree char *when = tl_date_format (&known);
      g_autofree char *event_when = tl_date_format (&happened);
      add (found, TL_CONTRADICTION_KNOWN_TOO_EARLY, account, event,
           g_strdup_printf (_("%s is said to have known from %s, before it happened on %s."), role, when, event_when));
    }
}

/* Whether somebody says that they knew of the event only after they told of it, or were told. */
static void
add_knew_later (TlReview            *review,
                TlRecord            *telling,
                const TlDate        *when,
                const char          *field,
                TlContradictionSort  sort,
                GPtrArray           *accounts,
                GPtrArray           *found)
{
  const char *role_id = tl_record_get_text (telling, field);
  g_autofree char *role = dup_role (review, telling, field);
  g_autofree char *told = tl_date_format (when);
  TlDate known;

  for (guint i = 0; role_id != NULL && i < accounts->len; i++)
    {
      TlRecord *account = g_ptr_array_index (accounts, i);

      if (g_strcmp0 (tl_record_get_text (account, "role"), role_id) != 0 || !get_date (account, "known_from", &known)
          || !tl_date_is_surely_after (&known, when))
        continue;

      g_autofree char *known_when = tl_date_format (&known);
      add (found, sort, telling, account,
           sort == TL_CONTRADICTION_TELLER_KNEW_LATER
               ? g_strdup_printf (_("%s told of it on %s, but is said to have known only from %s."), role, told,
                                  known_when)
               : g_strdup_printf (_("%s was told on %s, but is said to have known only from %s."), role, told,
                                  known_when));
    }
}

static void
add_tellings (TlReview  *review,
              TlRecord  *event,
              GPtrArray *accounts,
              GPtrArray *found)
{
  g_autoptr (GPtrArray) tellings = tl_review_get_referrers (review, tl_record_get_id (event), "telling", "event");
  TlDate happened, when;
  gboolean dated = get_date (event, "date", &happened);

  for (guint i = 0; i < tellings->len; i++)
    {
      TlRecord *telling = g_ptr_array_index (tellings, i);

      if (!get_date (telling, "date", &when))
        continue;
      if (dated && tl_date_is_surely_after (&happened, &when))
        {
          g_autofree char *role = dup_role (review, telling, "teller");
          g_autofree char *told = tl_date_format (&when);
          g_autofree char *event_when = tl_date_format (&happened);
          add (found, TL_CONTRADICTION_TOLD_TOO_EARLY, telling, event,
               g_strdup_printf (_("%s told of it on %s, before it happened on %s."), role, told, event_when));
        }
      add_knew_later (review, telling, &when, "teller", TL_CONTRADICTION_TELLER_KNEW_LATER, accounts, found);
      add_knew_later (review, telling, &when, "told", TL_CONTRADICTION_TOLD_KNEW_LATER, accounts, found);
    }
}

/**
 * tl_contradictions_find:
 * @review: a review
 * @event: one of its events
 *
 * Returns: (transfer full) (element-type TlContradiction): what does not go together, first what people say, then what
 *   follows from dates
 */
GPtrArray *
tl_contradictions_find (TlReview *review,
                        TlRecord *event)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (event), NULL);

  g_autoptr (GPtrArray) accounts = tl_review_get_referrers (review, tl_record_get_id (event), "account", "event");
  GPtrArray *found = g_ptr_array_new_with_free_func (contradiction_free);

  add_said (review, accounts, found);
  add_known_too_early (review, event, accounts, found);
  add_tellings (review, event, accounts, found);
  return found;
}
