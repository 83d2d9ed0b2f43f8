/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about the review itself: who carries it out, and whether its words can be understood. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>

#include "model/case/tl-acronyms-used.h"
#include "model/case/tl-reviewer.h"

static void
check_reviewer (TlCheckRun *run,
                TlRecord   *reviewer)
{
  static const TlCheckId rules[] = {
    [TL_REVIEWER_LAPSED] = TL_CHECK_ACCREDITATION_LAPSED,
    [TL_REVIEWER_METHOD] = TL_CHECK_ACCREDITATION_METHOD,
    [TL_REVIEWER_CONFLICT] = TL_CHECK_REVIEWER_CONFLICT,
  };
  g_autoptr (GPtrArray) concerns = tl_reviewer_list_concerns (run->review, reviewer);
  g_autofree char *title = _tl_check_dup_title (run, reviewer);

  for (guint i = 0; i < concerns->len; i++)
    {
      const TlReviewerConcern *concern = g_ptr_array_index (concerns, i);

      _tl_check_report (run, rules[concern->doubt], reviewer,
                        /* Translators: a reviewer, and what may be asked about them */
                        _("%s: %s"), title, concern->sentence);
    }
}

static void
check_acronyms (TlCheckRun *run)
{
  g_auto (GStrv) unexplained = tl_acronyms_find_unexplained (run->review);
  g_autofree char *list = g_strjoinv (", ", unexplained);

  if (unexplained[0] != NULL)
    _tl_check_report (run, TL_CHECK_ACRONYM_UNEXPLAINED, NULL,
                      /* Translators: a list of acronyms */
                      _("Used in {findings} and not explained: %s."), list);
}

void
_tl_checks_governance (TlCheckRun *run)
{
  TlRecordList *reviewers = tl_review_get_list (run->review, "reviewer");

  /* A learning record says of reviewers only who leads, and has no glossary. */
  if (!_tl_check_applies (run, TL_CHECK_ACCREDITATION_LAPSED))
    return;
  for (guint i = 0; i < tl_record_list_get_n (reviewers); i++)
    check_reviewer (run, tl_record_list_get (reviewers, i));
  check_acronyms (run);
}
