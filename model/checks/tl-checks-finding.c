/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about findings: what they answer, what they ask of the board, and what stands behind them. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>

#include "model/case/tl-finding-gap.h"
#include "model/case/tl-finding.h"
#include "model/case/tl-individuals.h"
#include "model/words/tl-mechanism.h"

static void
check_questions (TlCheckRun *run,
                 TlRecord   *finding,
                 const char *title)
{
  const TlKind *kind = tl_record_get_kind (finding);
  g_autoptr (GString) open = g_string_new (NULL);

  if (!_tl_check_applies (run, TL_CHECK_FINDING_QUESTIONS))
    return;
  for (guint i = 0; tl_finding_questions[i] != NULL; i++)
    if (tl_record_get_text (finding, tl_finding_questions[i]) == NULL)
      g_string_append_printf (open, open->len == 0 ? "“%s”" : " · “%s”",
                              _(tl_kind_find_field (kind, tl_finding_questions[i])->label));
  if (open->len > 0)
    _tl_check_report (run, TL_CHECK_FINDING_QUESTIONS, finding,
                      /* Translators: a finding, and questions in quotation marks */
                      _("The {finding} “%s” does not answer yet: %s."), title, open->str);
}

static void
check_board_question (TlCheckRun *run,
                      TlRecord   *finding,
                      const char *title,
                      GHashTable *asked,
                      const char *term)
{
  if (!_tl_check_applies (run, TL_CHECK_FINDING_BOARD_QUESTION)
      || g_hash_table_contains (asked, tl_record_get_id (finding)))
    return;

  _tl_check_report (run, TL_CHECK_FINDING_BOARD_QUESTION, finding,
                    /* Translators: a finding, and what a question for the board is called here */
                    _("The {finding} “%s” has nothing yet under “%s”."), title, term);
}

static void
check_ground (TlCheckRun *run,
              TlRecord   *finding,
              const char *title)
{
  if (tl_record_get_list (finding, "factors")[0] != NULL || tl_record_get_list (finding, "patterns")[0] != NULL
      || tl_record_get_list (finding, "paths")[0] != NULL)
    return;

  _tl_check_report (run, TL_CHECK_FINDING_GROUND, finding,
                    _("The {finding} “%s” names no factor, pattern or path that it came from yet."), title);
}

static void
check_sources (TlCheckRun *run,
               TlRecord   *finding,
               const char *title)
{
  if (!_tl_check_applies (run, TL_CHECK_FINDING_ONE_SOURCE))
    return;

  g_autoptr (TlFindingGround) ground = tl_finding_ground_new (run->review, finding);

  if (ground->factors->len == 0 || ground->n_voices > 1)
    return;
  _tl_check_report (run, TL_CHECK_FINDING_ONE_SOURCE, finding,
                    ground->n_voices == 0
                        ? _("What the {finding} “%s” came from rests on no extract, account or figure yet: how do we "
                            "know?")
                        : _("All that speaks for the {finding} “%s” is one source’s word: who else could tell?"),
                    title);
}

/* The statement, and the answers to the four questions. */
static void
check_individuals (TlCheckRun          *run,
                   TlRecord            *finding,
                   const char          *title,
                   const TlIndividuals *individuals)
{
  const TlKind *kind = tl_record_get_kind (finding);

  for (int i = -1; i < 0 || tl_finding_questions[i] != NULL; i++)
    {
      const char *field = i < 0 ? "statement" : tl_finding_questions[i];
      const char *text = tl_record_get_text (finding, field);
      g_autofree char *passage = text != NULL ? tl_individuals_find (individuals, text) : NULL;

      if (passage == NULL)
        continue;
      _tl_check_report (run, TL_CHECK_FINDING_INDIVIDUAL, finding,
                        /* Translators: a field of a finding, the finding, and what it calls somebody */
                        _("“%s” of the {finding} “%s” speaks of one person, “%s”: would it have been so "
                          "with anybody else in that place?"),
                        _(tl_kind_find_field (kind, field)->label), title, passage);
      return;
    }
}

static void
check_mechanism (TlCheckRun *run,
                 TlRecord   *finding,
                 const char *title)
{
  if (tl_finding_gap_is_no_mechanism (finding))
    _tl_check_report (run, TL_CHECK_FINDING_MECHANISM, finding,
                      /* Translators: a finding, and a sentence on what to do */
                      _("The statement “%s” doesn’t say in so many words how one thing leads to "
                        "another. %s"), title, tl_mechanism_get_advice ());
}

static GHashTable *
index_board_questions (TlReview *review)
{
  GHashTable *asked = g_hash_table_new (g_str_hash, g_str_equal);
  TlRecordList *list = tl_review_get_list (review, "board_question");

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      const char *finding = tl_record_get_text (tl_record_list_get (list, i), "finding");

      if (finding != NULL)
        g_hash_table_add (asked, (gpointer) finding);
    }
  return asked;
}

void
_tl_checks_finding (TlCheckRun *run)
{
  TlRecordList *list = tl_review_get_list (run->review, "finding");
  g_autoptr (GHashTable) asked = index_board_questions (run->review);
  g_autoptr (TlIndividuals) individuals = tl_individuals_new (run->review);
  const char *term = run->terms != NULL ? tl_terms_get (run->terms, "board_question") : NULL;

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *finding = tl_record_list_get (list, i);
      g_autofree char *title = _tl_check_dup_title (run, finding);

      check_questions (run, finding, title);
      check_board_question (run, finding, title, asked, term);
      check_ground (run, finding, title);
      check_sources (run, finding, title);
      check_individuals (run, finding, title, individuals);
      check_mechanism (run, finding, title);
    }
}
