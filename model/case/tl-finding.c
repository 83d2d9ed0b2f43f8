/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions that a finding answers, and how long it is. */
#include "config.h"

#include "model/case/tl-finding.h"

#include <glib/gi18n-lib.h>

#include "model/case/tl-board.h"

/**
 * tl_finding_questions:
 *
 * The fields in which a finding answers its four questions, in their order, ended by %NULL.
 */
const char *const tl_finding_questions[] = { "in_case", "underlying", "prevalence", "reliability", NULL };

static guint
count_field (TlRecord   *record,
             const char *field)
{
  const char *text = tl_record_get_text (record, field);

  return text != NULL ? (guint) g_utf8_strlen (text, -1) : 0;
}

/**
 * tl_finding_count_characters:
 * @review: a review
 * @finding: one of its findings
 *
 * Returns: how long it is in a report: its statement, its answers and what it puts to the board, in characters
 */
guint
tl_finding_count_characters (TlReview *review,
                             TlRecord *finding)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (finding, "finding"), 0);

  g_autoptr (GPtrArray) questions = tl_board_list_questions (review, finding);
  guint n_characters = count_field (finding, "statement");

  for (guint i = 0; tl_finding_questions[i] != NULL; i++)
    n_characters += count_field (finding, tl_finding_questions[i]);
  for (guint i = 0; i < questions->len; i++)
    n_characters += count_field (g_ptr_array_index (questions, i), "text");
  return n_characters;
}

/**
 * tl_finding_dup_length:
 * @n_characters: of a finding
 *
 * Returns: (transfer full): how long that is, and whether it keeps within its two pages: a word, not a verdict
 */
char *
tl_finding_dup_length (guint n_characters)
{
  if (n_characters == 0)
    return g_strdup_printf (_("Nothing written yet; two pages hold %'u characters"), TL_FINDING_MAX_CHARACTERS);
  if (n_characters <= TL_FINDING_PAGE_CHARACTERS)
    /* Translators: the length of a finding and its budget */
    return g_strdup_printf (_("%'u of %'u characters: within a page"), n_characters, TL_FINDING_MAX_CHARACTERS);
  if (n_characters <= TL_FINDING_MAX_CHARACTERS)
    return g_strdup_printf (_("%'u of %'u characters: within two pages"), n_characters, TL_FINDING_MAX_CHARACTERS);
  return g_strdup_printf (_("%'u characters, where two pages hold %'u: the graph can say some of it"), n_characters,
                          TL_FINDING_MAX_CHARACTERS);
}
