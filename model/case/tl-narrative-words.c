/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened, said in sentences: what a screen reader reads of the narrative, and what its table shows. */
#include "config.h"

#include "model/case/tl-narrative-words.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-date.h"
#include "model/base/tl-text.h"
#include "model/case/tl-contradiction.h"

/* What was told can be long; the sentence about the event is not to be. */
#define MAX_TOLD 120

static char *
dup_date (TlRecord   *record,
          const char *field)
{
  TlDate date;

  return tl_date_parse (tl_record_get_text (record, field), &date) ? tl_date_format (&date) : NULL;
}

static char *
dup_title (TlReview   *review,
           const char *id)
{
  TlRecord *record = id != NULL ? tl_review_lookup (review, id) : NULL;
  return record != NULL ? tl_review_dup_title (review, record) : NULL;
}

/**
 * tl_narrative_words_date:
 * @record: an event, a telling or an episode
 *
 * Returns: (transfer full): when it was, as precisely as it is known
 */
char *
tl_narrative_words_date (TlRecord *record)
{
  g_return_val_if_fail (TL_IS_RECORD (record), NULL);

  gboolean is_episode = tl_record_is (record, "episode");
  g_autofree char *begin = dup_date (record, is_episode ? "start" : "date");
  g_autofree char *end = NULL;

  if (is_episode || tl_record_is (record, "event"))
    end = dup_date (record, is_episode ? "finish" : "until");
  if (begin != NULL && end != NULL)
    /* Translators: from one date to another. */
    return g_strdup_printf (_("%s to %s"), begin, end);
  return g_strdup (begin != NULL ? begin : end != NULL ? end : _("no date"));
}

static void
add_name (GPtrArray *names,
          char      *name)
{
  if (name == NULL || g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

/**
 * tl_narrative_words_who:
 *
 * Returns: (transfer full): whose accounts there are, the children in whose life it was, and the agencies; may be empty
 */
char *
tl_narrative_words_who (TlReview *review,
                        TlRecord *event)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (event), NULL);

  static const char *const lists[] = { "children", "agencies" };
  g_autoptr (GPtrArray) accounts = tl_review_get_referrers (review, tl_record_get_id (event), "account", "event");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < accounts->len; i++)
    add_name (names, dup_title (review, tl_record_get_text (g_ptr_array_index (accounts, i), "role")));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *const *ids = tl_record_get_list (event, lists[i]);

      for (guint j = 0; ids[j] != NULL; j++)
        add_name (names, dup_title (review, ids[j]));
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * tl_narrative_words_telling:
 *
 * Returns: (transfer full): who told whom, when and what, as a sentence
 */
char *
tl_narrative_words_telling (TlReview *review,
                            TlRecord *telling)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (telling), NULL);

  g_autofree char *teller = dup_title (review, tl_record_get_text (telling, "teller"));
  g_autofree char *told = dup_title (review, tl_record_get_text (telling, "told"));
  g_autofree char *date = dup_date (telling, "date");
  const char *all = tl_record_get_text (telling, "what");
  g_autofree char *what = all != NULL ? tl_text_shorten (all, MAX_TOLD) : NULL;
  /* Translators: who told whom, as “Midwife told Social worker 2”. */
  g_autofree char *who = g_strdup_printf (_("%s told %s"), teller != NULL ? teller : _("Somebody"),
                                          told != NULL ? told : _("somebody"));

  if (date != NULL && what != NULL)
    /* Translators: who told whom; the date; what. */
    return g_strdup_printf (_("%s on %s: %s"), who, date, what);
  if (date != NULL)
    return g_strdup_printf (_("%s on %s."), who, date);
  return what != NULL ? g_strdup_printf (_("%s: %s"), who, what) : g_strdup_printf ("%s.", who);
}

/**
 * tl_narrative_words_account:
 *
 * Returns: (transfer full): what somebody saw and thought, and from when they knew
 */
char *
tl_narrative_words_account (TlReview *review,
                            TlRecord *account)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (account), NULL);

  g_autofree char *role = dup_title (review, tl_record_get_text (account, "role"));
  g_autofree char *known = dup_date (account, "known_from");
  const char *saw = tl_record_get_text (account, "saw");
  const char *thought = tl_record_get_text (account, "thought");
  const char *occupied = tl_record_get_text (account, "occupied");
  GString *words = g_string_new (NULL);

  g_string_printf (words, _("Account of %s"), role != NULL ? role : _("somebody"));
  if (known != NULL)
    g_string_append_printf (words, _(", known from %s"), known);
  g_string_append_c (words, '.');
  if (saw != NULL)
    g_string_append_printf (words, _(" Saw: %s"), saw);
  if (thought != NULL)
    g_string_append_printf (words, _(" Thought: %s"), thought);
  if (occupied != NULL)
    g_string_append_printf (words, _(" Occupied with: %s"), occupied);
  return g_string_free (words, FALSE);
}

static void
append_accounts (GString  *story,
                 TlReview *review,
                 TlRecord *event)
{
  g_autoptr (GPtrArray) accounts = tl_review_get_referrers (review, tl_record_get_id (event), "account", "event");
  g_autoptr (GPtrArray) contradictions = tl_contradictions_find (review, event);
  guint n = accounts->len;

  if (n > 0)
    g_string_append_printf (story, g_dngettext (GETTEXT_PACKAGE, ", %u account", ", %u accounts", n), n);
  if (contradictions->len > 0)
    g_string_append (story, n > 1 ? _(" that do not agree") : _(" that does not fit"));
  g_string_append_c (story, '.');
  for (guint i = 0; i < contradictions->len; i++)
    g_string_append_printf (story, " %s", ((TlContradiction *) g_ptr_array_index (contradictions, i))->words);
}

/**
 * tl_narrative_words_story:
 *
 * Returns: (transfer full): when, what, with whom, how many accounts there are and whether they agree, and who told
 *   whom of it
 */
char *
tl_narrative_words_story (TlReview *review,
                          TlRecord *event)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (event), NULL);

  g_autoptr (GPtrArray) tellings = tl_review_get_referrers (review, tl_record_get_id (event), "telling", "event");
  g_autofree char *date = tl_narrative_words_date (event);
  g_autofree char *title = tl_review_dup_title (review, event);
  g_autofree char *who = tl_narrative_words_who (review, event);
  GString *story = g_string_new (NULL);

  /* Translators: when and what. */
  g_string_printf (story, _("%s: %s"), date, title != NULL ? title : _(tl_record_get_kind (event)->label));
  if (who[0] != '\0')
    g_string_append_printf (story, "; %s", who);
  append_accounts (story, review, event);
  for (guint i = 0; i < tellings->len; i++)
    {
      g_autofree char *words = tl_narrative_words_telling (review, g_ptr_array_index (tellings, i));
      g_string_append_printf (story, " %s", words);
    }
  return g_string_free (story, FALSE);
}
