/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was put to the board and what it does about it, in the order in which it is read. */
#include "config.h"

#include "model/case/tl-board.h"

#include "model/base/tl-date.h"

/* What has no number comes last, in the order in which it was added. */
static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 one = tl_record_get_int (*(TlRecord **) a, "number", G_MAXINT64);
  gint64 other = tl_record_get_int (*(TlRecord **) b, "number", G_MAXINT64);

  return (one > other) - (one < other);
}

static int
compare_dates (TlRecord   *a,
               TlRecord   *b,
               const char *field)
{
  TlDate one, other;
  gboolean has_one = tl_date_parse (tl_record_get_text (a, field), &one);
  gboolean has_other = tl_date_parse (tl_record_get_text (b, field), &other);

  if (!has_one || !has_other)
    return (int) has_other - (int) has_one;
  return tl_date_compare_start (&one, &other);
}

static int
compare_given (gconstpointer a,
               gconstpointer b)
{
  return compare_dates (*(TlRecord **) a, *(TlRecord **) b, "date");
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  return compare_dates (*(TlRecord **) a, *(TlRecord **) b, "due");
}

/**
 * tl_board_list_findings:
 * @review: a review
 *
 * Returns: (transfer container) (element-type TlRecord): its findings, by number
 */
GPtrArray *
tl_board_list_findings (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlRecordList *list = tl_review_get_list (review, "finding");
  GPtrArray *findings = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    g_ptr_array_add (findings, tl_record_list_get (list, i));
  g_ptr_array_sort (findings, compare_numbers);
  return findings;
}

/**
 * tl_board_list_questions:
 * @review: a review
 * @finding: one of its findings
 *
 * Returns: (transfer container) (element-type TlRecord): what is put to the board there, by number: the questions, then
 *   the recommendations where the review has any
 */
GPtrArray *
tl_board_list_questions (TlReview *review,
                         TlRecord *finding)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (finding, "finding"), NULL);

  const char *id = tl_record_get_id (finding);
  GPtrArray *questions = tl_review_get_referrers (review, id, "board_question", "finding");
  g_autoptr (GPtrArray) recommendations = tl_review_get_referrers (review, id, "recommendation", "finding");

  g_ptr_array_sort (questions, compare_numbers);
  g_ptr_array_sort (recommendations, compare_numbers);
  g_ptr_array_extend (questions, recommendations, NULL, NULL);
  return questions;
}

/**
 * tl_board_list_responses:
 * @review: a review
 * @to: a finding, a question for the board or a recommendation
 *
 * Returns: (transfer container) (element-type TlRecord): the board's responses to just that, the first given first
 */
GPtrArray *
tl_board_list_responses (TlReview *review,
                         TlRecord *to)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (to), NULL);

  GPtrArray *responses = tl_review_get_referrers (review, tl_record_get_id (to), "response", "to");

  g_ptr_array_sort (responses, compare_given);
  return responses;
}

static void
add_actions (TlReview  *review,
             TlRecord  *of,
             GPtrArray *actions)
{
  if (tl_record_is (of, "response"))
    {
      g_autoptr (GPtrArray) own = tl_review_get_referrers (review, tl_record_get_id (of), "action", "response");

      g_ptr_array_extend (actions, own, NULL, NULL);
      return;
    }

  g_autoptr (GPtrArray) responses = tl_board_list_responses (review, of);

  for (guint i = 0; i < responses->len; i++)
    add_actions (review, g_ptr_array_index (responses, i), actions);
  if (!tl_record_is (of, "finding"))
    return;

  g_autoptr (GPtrArray) questions = tl_board_list_questions (review, of);

  for (guint i = 0; i < questions->len; i++)
    add_actions (review, g_ptr_array_index (questions, i), actions);
}

/**
 * tl_board_list_actions:
 * @review: a review
 * @of: (nullable): a response, or what has responses: then all of theirs, of a finding also those of its questions and
 *   recommendations; %NULL for all actions of the board
 *
 * Returns: (transfer container) (element-type TlRecord): the actions, by when they are due; without a date last
 */
GPtrArray *
tl_board_list_actions (TlReview *review,
                       TlRecord *of)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && (of == NULL || TL_IS_RECORD (of)), NULL);

  GPtrArray *actions = g_ptr_array_new ();
  TlRecordList *list = tl_review_get_list (review, "action");

  if (of != NULL)
    add_actions (review, of, actions);
  else
    for (guint i = 0; i < tl_record_list_get_n (list); i++)
      g_ptr_array_add (actions, tl_record_list_get (list, i));
  g_ptr_array_sort (actions, compare_due);
  return actions;
}

static void
add_factors (TlReview          *review,
             const char *const *ids,
             GPtrArray         *factors)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *factor = tl_review_lookup (review, ids[i]);

      if (factor != NULL && !g_ptr_array_find (factors, factor, NULL))
        g_ptr_array_add (factors, factor);
    }
}

/**
 * tl_board_list_factors:
 * @review: a review
 * @finding: one of its findings
 *
 * Returns: (transfer container) (element-type TlRecord): the factors behind @finding: its own, then those of its
 *   patterns
 */
GPtrArray *
tl_board_list_factors (TlReview *review,
                       TlRecord *finding)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (finding, "finding"), NULL);

  const char *const *patterns = tl_record_get_list (finding, "patterns");
  GPtrArray *factors = g_ptr_array_new ();

  add_factors (review, tl_record_get_list (finding, "factors"), factors);
  for (guint i = 0; patterns[i] != NULL; i++)
    {
      TlRecord *pattern = tl_review_lookup (review, patterns[i]);

      if (pattern != NULL)
        add_factors (review, tl_record_get_list (pattern, "factors"), factors);
    }
  return factors;
}

/**
 * tl_board_list_unweakened:
 * @review: a review
 * @finding: one of its findings
 *
 * Returns: (transfer container) (element-type TlRecord): the factors behind @finding that no action of the board is to
 *   weaken
 */
GPtrArray *
tl_board_list_unweakened (TlReview *review,
                          TlRecord *finding)
{
  GPtrArray *factors = tl_board_list_factors (review, finding);

  for (guint i = factors != NULL ? factors->len : 0; i > 0; i--)
    {
      const char *id = tl_record_get_id (g_ptr_array_index (factors, i - 1));
      g_autoptr (GPtrArray) actions = tl_review_get_referrers (review, id, "action", "weakens");

      if (actions->len > 0)
        g_ptr_array_remove_index (factors, i - 1);
    }
  return factors;
}

/**
 * tl_board_find_finding:
 * @review: a review
 * @record: one of its records
 *
 * Returns: (transfer none) (nullable): the finding on whose page @record stands: itself, that which a question or a
 *   recommendation is about, that which a response answers or an action follows
 */
TlRecord *
tl_board_find_finding (TlReview *review,
                       TlRecord *record)
{
  static const struct {
    const char *kind;
    const char *field;
  } steps[] = {
    { "action", "response" },
    { "response", "to" },
    { "board_question", "finding" },
    { "recommendation", "finding" },
  };

  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps) && record != NULL; i++)
    if (tl_record_is (record, steps[i].kind))
      {
        const char *id = tl_record_get_text (record, steps[i].field);
        record = id != NULL ? tl_review_lookup (review, id) : NULL;
      }
  return record != NULL && tl_record_is (record, "finding") ? record : NULL;
}
