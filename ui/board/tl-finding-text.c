/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of a finding as text, part by part in the order in which it is read: the screen and the paper show the same
 * because both are made of this. */
#include "config.h"

#include "ui/board/tl-finding-text.h"

#include <glib/gi18n.h>

#include "model/case/tl-board.h"
#include "model/review/tl-review-terms.h"

static void
part_free (gpointer data)
{
  TlFindingPart *part = data;

  g_free (part->text);
  g_free (part);
}

/* Parts without text are left out. */
static void
add (TlBoardReading    *reading,
     GPtrArray         *parts,
     TlFindingPartRole  role,
     guint              depth,
     const char        *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  TlFindingPart *part = g_new (TlFindingPart, 1);

  part->role = role;
  part->depth = depth;
  part->text = tl_board_reading_tell (reading, text);
  g_ptr_array_add (parts, part);
}

static void
add_picture (GPtrArray *parts)
{
  TlFindingPart *part = g_new0 (TlFindingPart, 1);

  part->role = TL_FINDING_PART_PICTURE;
  part->text = g_strdup (_("The why behind it"));
  g_ptr_array_add (parts, part);
}

/* (transfer full) (nullable): on what the answer to how prevalent it is rests */
static char *
dup_basis (TlRecord *finding)
{
  const char *const *keys = tl_record_get_list (finding, "prevalence_basis");
  const TlField *field = tl_kind_find_field (tl_record_get_kind (finding), "prevalence_basis");
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *label = tl_field_get_choice_label (field, keys[i]);
      g_ptr_array_add (labels, (gpointer) (label != NULL ? _(label) : keys[i]));
    }
  if (labels->len == 0)
    return NULL;
  g_ptr_array_add (labels, NULL);

  g_autofree char *joined = g_strjoinv (", ", (char **) labels->pdata);
  /* Translators: on what a statement rests, for instance “How we know: Data or audit, Other reviews.” */
  return g_strdup_printf (_("How we know: %s."), joined);
}

/**
 * tl_finding_text_read:
 * @reading: a reading of the page that has just begun
 * @finding: a finding
 *
 * Returns: (transfer full) (element-type TlFindingPart): what the finding says, up to where the board is asked
 */
GPtrArray *
tl_finding_text_read (TlBoardReading *reading,
                      TlRecord       *finding)
{
  static const char *const questions[] = { "in_case", "underlying", "prevalence", "reliability" };

  g_return_val_if_fail (reading != NULL && tl_record_is (finding, "finding"), NULL);

  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  g_autofree char *number = tl_board_words_finding (reading->review, finding);
  g_autofree char *nature = tl_board_words_nature (finding, reading->method);
  g_autofree char *basis = dup_basis (finding);
  const char *statement = tl_record_get_text (finding, "statement");
  g_autofree char *none = tl_review_dup_phrase (reading->review, _("This {finding} has no statement yet."));

  add (reading, parts, TL_FINDING_PART_NUMBER, 0, number);
  add (reading, parts, TL_FINDING_PART_STATEMENT, 0, statement != NULL ? statement : none);
  add (reading, parts, TL_FINDING_PART_NATURE, 0, nature);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const char *text = tl_record_get_text (finding, questions[i]);

      if (text == NULL)
        continue;
      add (reading, parts, TL_FINDING_PART_HEADING, 0,
           _(tl_kind_find_field (tl_record_get_kind (finding), questions[i])->label));
      add (reading, parts, TL_FINDING_PART_TEXT, 0, text);
      if (g_str_equal (questions[i], "prevalence"))
        add (reading, parts, TL_FINDING_PART_NOTE, 0, basis);
    }
  add_picture (parts);
  return parts;
}

static void
read_action (TlBoardReading *reading,
             TlRecord       *action,
             GPtrArray      *parts)
{
  g_autofree char *line = tl_board_words_action (action, reading->method, &reading->today);
  g_autofree char *weakens = tl_board_words_weakens (reading->review, action);
  g_autofree char *follow_up = tl_board_words_follow_up (action);

  add (reading, parts, TL_FINDING_PART_ACTION, 2, tl_record_get_text (action, "text"));
  add (reading, parts, TL_FINDING_PART_NOTE, 2, line);
  add (reading, parts, TL_FINDING_PART_NOTE, 2, weakens);
  add (reading, parts, TL_FINDING_PART_NOTE, 2, follow_up);
  add (reading, parts, TL_FINDING_PART_NOTE, 2, tl_record_get_text (action, "evidence"));
}

static void
read_responses (TlBoardReading *reading,
                TlRecord       *asked,
                GPtrArray      *parts)
{
  g_autoptr (GPtrArray) responses = tl_board_list_responses (reading->review, asked);

  for (guint i = 0; i < responses->len; i++)
    {
      TlRecord *response = g_ptr_array_index (responses, i);
      g_autofree char *line = tl_board_words_response (response);
      g_autoptr (GPtrArray) actions = tl_board_list_actions (reading->review, response);

      add (reading, parts, TL_FINDING_PART_LINE, 1, line);
      add (reading, parts, TL_FINDING_PART_TEXT, 1, tl_record_get_text (response, "reasons"));
      for (guint j = 0; j < actions->len; j++)
        read_action (reading, g_ptr_array_index (actions, j), parts);
    }
}

/**
 * tl_finding_text_read_answers:
 * @reading: the reading in which the finding was read
 * @finding: the finding
 * @parts: (element-type TlFindingPart): to add to: what is put to the board, and its responses and actions
 */
void
tl_finding_text_read_answers (TlBoardReading *reading,
                              TlRecord       *finding,
                              GPtrArray      *parts)
{
  g_return_if_fail (reading != NULL && tl_record_is (finding, "finding") && parts != NULL);

  g_autoptr (GPtrArray) questions = tl_board_list_questions (reading->review, finding);
  g_autoptr (GPtrArray) whole = tl_board_list_responses (reading->review, finding);

  g_autofree char *put = tl_review_dup_phrase (reading->review, _("Put to {the_owner}"));

  if (questions->len > 0 || whole->len > 0)
    add (reading, parts, TL_FINDING_PART_HEADING, 0, put);
  for (guint i = 0; i < questions->len; i++)
    {
      TlRecord *question = g_ptr_array_index (questions, i);
      g_autofree char *asked = tl_board_words_asked (reading->review, question);

      add (reading, parts, TL_FINDING_PART_NOTE, 0, asked);
      add (reading, parts, TL_FINDING_PART_ASKED, 0, tl_record_get_text (question, "text"));
      read_responses (reading, question, parts);
    }
  if (whole->len > 0)
    {
      g_autofree char *asked = tl_board_words_asked (reading->review, finding);

      add (reading, parts, TL_FINDING_PART_NOTE, 0, asked);
      read_responses (reading, finding, parts);
    }
}

/**
 * tl_finding_part_get_style:
 *
 * Returns: the style class of a label that shows a part of @role; of a picture, of its heading
 */
const char *
tl_finding_part_get_style (TlFindingPartRole role)
{
  static const char *const styles[] = {
    [TL_FINDING_PART_NUMBER] = "finding-number",   [TL_FINDING_PART_STATEMENT] = "finding-statement",
    [TL_FINDING_PART_NATURE] = "finding-note",     [TL_FINDING_PART_HEADING] = "finding-heading",
    [TL_FINDING_PART_TEXT] = "finding-text",       [TL_FINDING_PART_PICTURE] = "finding-heading",
    [TL_FINDING_PART_ASKED] = "finding-asked",     [TL_FINDING_PART_LINE] = "finding-line",
    [TL_FINDING_PART_ACTION] = "finding-action",   [TL_FINDING_PART_NOTE] = "finding-note",
  };

  g_return_val_if_fail (role <= TL_FINDING_PART_NOTE, NULL);
  return styles[role];
}
