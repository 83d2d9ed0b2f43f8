/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a finding does not say yet, in sentences that advise and never block. */
#include "config.h"

#include "model/case/tl-finding-gap.h"

#include <glib/gi18n-lib.h>

#include "model/case/tl-board.h"
#include "model/case/tl-finding.h"
#include "model/review/tl-review-terms.h"
#include "model/words/tl-mechanism.h"

static void
gap_free (gpointer data)
{
  TlFindingGap *gap = data;

  g_free (gap->sentence);
  g_free (gap);
}

/* Takes @sentence. */
static void
add (GPtrArray  *gaps,
     const char *place,
     char       *sentence)
{
  TlFindingGap *gap = g_new (TlFindingGap, 1);

  *gap = (TlFindingGap) { place, sentence };
  g_ptr_array_add (gaps, gap);
}

/* Read once and kept for good; NULL where it can't be read. */
static TlMechanism *
get_mechanism (void)
{
  static gsize loaded;
  static TlMechanism *mechanism;

  if (g_once_init_enter (&loaded))
    {
      mechanism = tl_mechanism_load (NULL);
      g_once_init_leave (&loaded, 1);
    }
  return mechanism;
}

/**
 * tl_finding_gap_is_no_mechanism:
 * @finding: a finding
 *
 * Returns: whether it has a statement that says only that something was so, and not how one thing comes of another;
 *   where the words that would tell can't be read, none is missed
 */
gboolean
tl_finding_gap_is_no_mechanism (TlRecord *finding)
{
  g_return_val_if_fail (tl_record_is (finding, "finding"), FALSE);

  const char *statement = tl_record_get_text (finding, "statement");
  TlMechanism *mechanism = get_mechanism ();
  g_autoptr (TlWordHit) hit
      = statement != NULL && mechanism != NULL ? tl_mechanism_find (mechanism, statement) : NULL;

  return statement != NULL && mechanism != NULL && hit == NULL;
}

static void
add_of_words (GPtrArray *gaps,
              TlRecord  *finding)
{
  const TlKind *kind = tl_record_get_kind (finding);

  if (tl_record_get_text (finding, "statement") == NULL)
    add (gaps, "statement", g_strdup (_("It has no statement yet: one sentence that says what leads to what.")));
  else if (tl_finding_gap_is_no_mechanism (finding))
    add (gaps, "statement", g_strdup (tl_mechanism_get_advice ()));

  for (guint i = 0; tl_finding_questions[i] != NULL; i++)
    if (tl_record_get_text (finding, tl_finding_questions[i]) == NULL)
      add (gaps, tl_finding_questions[i],
           /* Translators: one of the four questions that a finding answers */
           g_strdup_printf (_("“%s” is still open."), _(tl_kind_find_field (kind, tl_finding_questions[i])->label)));

  if (tl_record_get_text (finding, "prevalence") != NULL
      && tl_record_get_list (finding, "prevalence_basis")[0] == NULL)
    add (gaps, "prevalence_basis", g_strdup (_("It says how widespread this is, and not how we know.")));
}

static void
add_of_ground (GPtrArray             *gaps,
               const TlFindingGround *ground)
{
  if (ground->factors->len == 0 && ground->patterns->len == 0)
    add (gaps, "patterns", g_strdup (_("It names no pattern, factor or path that it came from.")));
  else if (ground->n_for == 0)
    add (gaps, "evidence", g_strdup (_("Nothing that it came from rests on an extract, account or figure yet.")));
  else if (ground->n_voices == 1)
    add (gaps, "evidence", g_strdup (_("All that speaks for it is one source’s word. Who else could tell?")));
}

/**
 * tl_finding_gap_list_all:
 * @review: a review
 * @finding: one of its findings
 * @ground: what it rests on
 *
 * Returns: (transfer full) (element-type TlFindingGap): what is open in @finding, in the order in which it is written
 */
GPtrArray *
tl_finding_gap_list_all (TlReview              *review,
                         TlRecord              *finding,
                         const TlFindingGround *ground)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (finding, "finding") && ground != NULL, NULL);

  GPtrArray *gaps = g_ptr_array_new_with_free_func (gap_free);
  g_autoptr (GPtrArray) questions = tl_board_list_questions (review, finding);

  add_of_words (gaps, finding);
  add_of_ground (gaps, ground);
  if (questions->len == 0)
    add (gaps, "board_question", tl_review_dup_phrase (review, _("It puts no question to {the_owner} yet.")));
  return gaps;
}
