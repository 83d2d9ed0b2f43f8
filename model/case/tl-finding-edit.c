/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs on findings and what they ask of the board: both stand in an order, which their numbers say. */
#include "config.h"

#include "model/case/tl-finding-edit.h"

#include "model/case/tl-board.h"

/* The number after the last of those that stand in their order. */
static gint64
get_next_number (GPtrArray *ordered)
{
  gint64 number = 0;

  for (guint i = 0; i < ordered->len; i++)
    number = MAX (number, tl_record_get_int (g_ptr_array_index (ordered, i), "number", 0));
  return number + 1;
}

/* (transfer container): the questions of a finding in their order; recommendations have an order of their own */
static GPtrArray *
list_questions (TlReview *review,
                TlRecord *finding)
{
  GPtrArray *questions = tl_board_list_questions (review, finding);

  while (questions->len > 0 && !tl_record_is (g_ptr_array_index (questions, questions->len - 1), "board_question"))
    g_ptr_array_set_size (questions, (int) questions->len - 1);
  return questions;
}

/* Numbers all from 1, with @record at @position among the others. */
static gboolean
renumber (TlEdit    *edit,
          GPtrArray *ordered,
          TlRecord  *record,
          guint      position,
          GError   **error)
{
  g_ptr_array_remove (ordered, record);
  g_ptr_array_insert (ordered, (int) MIN (position, ordered->len), record);

  for (guint i = 0; i < ordered->len; i++)
    {
      TlRecord *numbered = g_ptr_array_index (ordered, i);

      if (tl_record_get_int (numbered, "number", 0) != (gint64) i + 1
          && !tl_edit_set_int (edit, tl_record_get_id (numbered), "number", (gint64) i + 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_finding_edit_add:
 * @edit: an edit
 * @review: the review that is edited
 * @error: return location
 *
 * Adds a finding after the others.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
tl_finding_edit_add (TlEdit   *edit,
                     TlReview *review,
                     GError  **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_REVIEW (review), NULL);

  g_autoptr (GPtrArray) findings = tl_board_list_findings (review);
  g_autofree char *id = tl_edit_add (edit, "finding", NULL, error);
  gboolean done = id != NULL && tl_edit_set_int (edit, id, "number", get_next_number (findings), error)
                  && tl_edit_set (edit, id, "fullness", "full", error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_finding_edit_add_from_pattern:
 * @edit: an edit
 * @review: the review that is edited
 * @pattern_id: a pattern
 * @error: return location
 *
 * Adds a finding that comes from a pattern and its factors, under the same category. What it states is not the title of
 * the pattern, which names something: that is left to be written.
 *
 * Returns: (transfer full) (nullable): the finding's id
 */
char *
tl_finding_edit_add_from_pattern (TlEdit     *edit,
                                  TlReview   *review,
                                  const char *pattern_id,
                                  GError    **error)
{
  TlRecord *pattern = tl_review_lookup (review, pattern_id);
  g_return_val_if_fail (edit != NULL && tl_record_is (pattern, "pattern"), NULL);

  const char *const patterns[] = { pattern_id, NULL };
  const char *category = tl_record_get_text (pattern, "category");
  g_autofree char *id = tl_finding_edit_add (edit, review, error);
  gboolean done = id != NULL && tl_edit_set_list (edit, id, "patterns", patterns, error)
                  && tl_edit_set_list (edit, id, "factors", tl_record_get_list (pattern, "factors"), error)
                  && (category == NULL || tl_edit_set (edit, id, "category", category, error));
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_finding_edit_move:
 * @edit: an edit
 * @review: the review that is edited
 * @finding_id: a finding
 * @position: before how many others it is to stand
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_finding_edit_move (TlEdit     *edit,
                      TlReview   *review,
                      const char *finding_id,
                      guint       position,
                      GError    **error)
{
  TlRecord *finding = tl_review_lookup (review, finding_id);
  g_return_val_if_fail (edit != NULL && tl_record_is (finding, "finding"), FALSE);

  g_autoptr (GPtrArray) findings = tl_board_list_findings (review);
  return renumber (edit, findings, finding, position, error);
}

/**
 * tl_finding_edit_ask:
 * @edit: an edit
 * @review: the review that is edited
 * @finding_id: a finding
 * @text: the question
 * @error: return location
 *
 * Puts a question to the board, after those that the finding has.
 *
 * Returns: (transfer full) (nullable): the question's id
 */
char *
tl_finding_edit_ask (TlEdit     *edit,
                     TlReview   *review,
                     const char *finding_id,
                     const char *text,
                     GError    **error)
{
  TlRecord *finding = tl_review_lookup (review, finding_id);
  g_return_val_if_fail (edit != NULL && text != NULL && tl_record_is (finding, "finding"), NULL);

  g_autoptr (GPtrArray) questions = list_questions (review, finding);
  g_autofree char *id = tl_edit_add (edit, "board_question", NULL, error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "finding", finding_id, error)
                  && tl_edit_set_int (edit, id, "number", get_next_number (questions), error)
                  && tl_edit_set (edit, id, "text", text, error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_finding_edit_move_question:
 * @edit: an edit
 * @review: the review that is edited
 * @question_id: a question for the board
 * @position: before how many others of its finding it is to stand
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_finding_edit_move_question (TlEdit     *edit,
                               TlReview   *review,
                               const char *question_id,
                               guint       position,
                               GError    **error)
{
  TlRecord *question = tl_review_lookup (review, question_id);
  g_return_val_if_fail (edit != NULL && tl_record_is (question, "board_question"), FALSE);

  TlRecord *finding = tl_review_lookup (review, tl_record_get_text (question, "finding"));
  g_autoptr (GPtrArray) questions = finding != NULL ? list_questions (review, finding) : g_ptr_array_new ();
  return renumber (edit, questions, question, position, error);
}
