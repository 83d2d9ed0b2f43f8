/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was put to the board and what it does, in the words of a page: the same on the screen, on paper and aloud. What
 * is past its date "was due" then, and nothing more is made of it. */
#include "config.h"

#include "model/case/tl-board-words.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-date-shift.h"
#include "model/review/tl-review-terms.h"

/* Between the parts of a line. */
#define POINT " · "

static const char *
get_choice (TlRecord   *record,
            const char *field)
{
  const char *key = tl_record_get_text (record, field);
  const char *label
    = key != NULL ? tl_field_get_choice_label (tl_kind_find_field (tl_record_get_kind (record), field), key) : NULL;

  return label != NULL ? _(label) : key;
}

static const char *
get_entry (TlRecord     *record,
           const char   *field,
           TlMethod     *method,
           TlVocabulary  vocabulary)
{
  const char *key = tl_record_get_text (record, field);
  const TlMethodEntry *entry
    = key != NULL && method != NULL ? tl_method_find_entry (method, vocabulary, key) : NULL;

  return entry != NULL ? entry->title : key;
}

static char *
dup_date (TlRecord   *record,
          const char *field)
{
  TlDate date;

  return tl_date_parse (tl_record_get_text (record, field), &date) ? tl_date_format (&date) : NULL;
}

static void
add (GString    *line,
     const char *part)
{
  if (part == NULL)
    return;
  if (line->len > 0)
    g_string_append (line, POINT);
  g_string_append (line, part);
}

/**
 * tl_board_words_finding:
 * @review: the review of @finding, whose profile says what a finding is called
 * @finding: a finding
 *
 * Returns: (transfer full): what a finding is called at the head of its page: “Finding 2”, “Indicative finding 4”
 */
char *
tl_board_words_finding (TlReview *review,
                        TlRecord *finding)
{
  g_return_val_if_fail (tl_record_is (finding, "finding"), NULL);

  gint64 number = tl_record_get_int (finding, "number", 0);
  gboolean indicative = g_strcmp0 (tl_record_get_text (finding, "fullness"), "indicative") == 0;
  g_autofree char *name = tl_review_dup_declared (review, indicative ? "Indicative finding" : "Finding");

  if (number == 0)
    return g_steal_pointer (&name);
  /* Translators: what it is and which, as in “Finding 2”. */
  return g_strdup_printf (_("%s %" G_GINT64_FORMAT), name, number);
}

/**
 * tl_board_words_nature:
 * @finding: a finding
 * @method: (nullable): the review's method
 *
 * Returns: (transfer full): its category and how certain it is; may be empty
 */
char *
tl_board_words_nature (TlRecord *finding,
                       TlMethod *method)
{
  g_return_val_if_fail (tl_record_is (finding, "finding"), NULL);

  GString *line = g_string_new (NULL);
  const char *certainty = get_choice (finding, "certainty");
  /* Translators: how certain a finding is, for instance “Certainty: probable”. */
  g_autofree char *certain = certainty != NULL ? g_strdup_printf (_("Certainty: %s"), certainty) : NULL;

  add (line, get_entry (finding, "category", method, TL_VOCABULARY_PATTERN_CATEGORY));
  add (line, certain);
  return g_string_free (line, FALSE);
}

/**
 * tl_board_words_asked:
 * @review: the review of @asked
 * @asked: a finding, a question for the board or a recommendation
 *
 * Returns: (transfer full): what is answered where @asked is answered: “Question 2”, “Recommendation”, “The finding”
 */
char *
tl_board_words_asked (TlReview *review,
                      TlRecord *asked)
{
  g_return_val_if_fail (TL_IS_RECORD (asked), NULL);

  if (tl_record_is (asked, "finding"))
    return tl_review_dup_phrase (review, _("The {finding} as a whole"));

  gint64 number = tl_record_get_int (asked, "number", 0);
  gboolean question = tl_record_is (asked, "board_question");

  if (number == 0)
    return g_strdup (question ? _("Question") : _("Recommendation"));
  return g_strdup_printf (question ? _("Question %" G_GINT64_FORMAT) : _("Recommendation %" G_GINT64_FORMAT), number);
}

/**
 * tl_board_words_response:
 *
 * Returns: (transfer full): decision, date and owner of a response
 */
char *
tl_board_words_response (TlRecord *response)
{
  g_return_val_if_fail (tl_record_is (response, "response"), NULL);

  GString *line = g_string_new (NULL);
  const char *decision = get_choice (response, "decision");
  g_autofree char *date = dup_date (response, "date");

  add (line, decision != NULL ? decision : _("No decision yet"));
  add (line, date);
  add (line, tl_record_get_text (response, "owner"));
  return g_string_free (line, FALSE);
}

/* Whether the last minute that @date may mean is before @today. */
static gboolean
is_past (const TlDate *date,
         const TlDate *today)
{
  return today != NULL && tl_date_is_surely_after (today, date);
}

/**
 * tl_board_words_due:
 * @action: an action
 * @today: (nullable): what is past is before this day
 *
 * Returns: (transfer full) (nullable): by when, as in “due on 2 May 2013”, “was due in March 2011”; %NULL where no date
 *   is given
 */
char *
tl_board_words_due (TlRecord     *action,
                    const TlDate *today)
{
  g_return_val_if_fail (tl_record_is (action, "action"), NULL);

  TlDate due;

  if (!tl_date_parse (tl_record_get_text (action, "due"), &due))
    return NULL;

  g_autofree char *date = tl_date_format (&due);
  gboolean past = is_past (&due, today);

  if (due.doubt != TL_DATE_CERTAIN || tl_date_is_between (&due))
    return g_strdup_printf (past ? _("was due %s") : _("due %s"), date);
  if (tl_date_get_unit (&due) <= TL_DATE_UNIT_DAY)
    return g_strdup_printf (past ? _("was due on %s") : _("due on %s"), date);
  return g_strdup_printf (past ? _("was due in %s") : _("due in %s"), date);
}

/**
 * tl_board_words_action:
 * @action: an action
 * @method: (nullable): the review's method
 * @today: (nullable): as for tl_board_words_due()
 *
 * Returns: (transfer full): how it stands, by when and whose it is, what kind of change and at what level; may be empty
 */
char *
tl_board_words_action (TlRecord     *action,
                       TlMethod     *method,
                       const TlDate *today)
{
  g_return_val_if_fail (tl_record_is (action, "action"), NULL);

  GString *line = g_string_new (NULL);
  g_autofree char *due = tl_board_words_due (action, today);

  add (line, get_choice (action, "status"));
  add (line, due);
  add (line, tl_record_get_text (action, "owner"));
  add (line, get_choice (action, "strength"));
  add (line, get_entry (action, "level", method, TL_VOCABULARY_LEVEL));
  return g_string_free (line, FALSE);
}

/**
 * tl_board_words_weakens:
 * @review: a review
 * @action: one of its actions
 *
 * Returns: (transfer full) (nullable): the factors that it is to weaken, as one sentence; %NULL where none is named
 */
char *
tl_board_words_weakens (TlReview *review,
                        TlRecord *action)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (action, "action"), NULL);

  const char *const *ids = tl_record_get_list (action, "weakens");
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *factor = tl_review_lookup (review, ids[i]);
      const char *statement = factor != NULL ? tl_record_get_text (factor, "statement") : NULL;

      if (statement != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", statement);
    }
  /* Translators: the statements of one or more factors. */
  return line->len > 0 ? g_strdup_printf (_("It is to weaken: %s."), line->str) : NULL;
}

/**
 * tl_board_words_follow_up:
 *
 * Returns: (transfer full): whether what an action is to weaken is still happening, and when somebody looked
 */
char *
tl_board_words_follow_up (TlRecord *action)
{
  g_return_val_if_fail (tl_record_is (action, "action"), NULL);

  const char *key = tl_record_get_text (action, "still_happening");
  g_autofree char *on = dup_date (action, "checked_on");

  if (key == NULL || g_str_equal (key, "not_checked"))
    return g_strdup (_("Is it still happening? Nobody has looked yet."));
  if (on == NULL)
    return g_strdup_printf (_("Is it still happening? %s."), get_choice (action, "still_happening"));
  /* Translators: the answer, and a date: “Less than before (September 2013).” */
  return g_strdup_printf (_("Is it still happening? %s (%s)."), get_choice (action, "still_happening"), on);
}
