/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-knowledge.h"
#include "model/checks/tl-check-graph.h"
#include "model/checks/tl-check-problem.h"
#include "model/terms/tl-terms.h"

G_BEGIN_DECLS

/* In the order of the table in tl-check-rules.c. */
typedef enum {
  TL_CHECK_ACYCLIC,
  TL_CHECK_OUTCOME_REACHED,
  TL_CHECK_UNEXPLAINED,
  TL_CHECK_LEVEL_ORDER,
  TL_CHECK_TOP_LEVEL,
  TL_CHECK_ENDS_AT_PERSON,
  TL_CHECK_DUPLICATE_LINK,
  TL_CHECK_SELF_LINK,
  TL_CHECK_LEVEL_MISSING,
  TL_CHECK_SIGN,
  TL_CHECK_METHOD_UNKNOWN,

  TL_CHECK_EVIDENCE,
  TL_CHECK_LINK_GROUND,
  TL_CHECK_SUPPORTED_BY_NOTHING,
  TL_CHECK_KNOWN_ONLY_LATER,
  TL_CHECK_CONTRADICTED,
  TL_CHECK_APPRAISED_LATER,
  TL_CHECK_FIGURE_BARE,
  TL_CHECK_FIGURE_INDIVIDUAL,

  TL_CHECK_EVENT_WITHOUT_WHY,
  TL_CHECK_RATIONALITY,
  TL_CHECK_LINK_TEST,
  TL_CHECK_TEST_NOT_PASSED,
  TL_CHECK_COMPLETENESS,

  TL_CHECK_FINDING_QUESTIONS,
  TL_CHECK_FINDING_BOARD_QUESTION,
  TL_CHECK_FINDING_GROUND,
  TL_CHECK_FINDING_ONE_SOURCE,
  TL_CHECK_FINDING_INDIVIDUAL,
  TL_CHECK_FINDING_MECHANISM,
  TL_CHECK_ANSWER_ECHO,
  TL_CHECK_ACTION_PATH,

  TL_CHECK_ACCREDITATION_LAPSED,
  TL_CHECK_ACCREDITATION_METHOD,
  TL_CHECK_REVIEWER_CONFLICT,
  TL_CHECK_ACRONYM_UNEXPLAINED,

  TL_CHECK_NOT_RELEASED,
  TL_CHECK_NO_INDEX_EVENT,
  TL_CHECK_NAME_IN_RELEASED,
  TL_CHECK_DAY_IN_RELEASED,
  TL_CHECK_TYPOLOGY_VERSION,
  TL_CHECK_YEAR_REGION,
  TL_CHECK_KEY_UNKNOWN,
  TL_CHECK_CONTACT_IN_RELEASED,

  TL_N_CHECKS,
} TlCheckId;

/**
 * TlCheckRun:
 * @review: what is looked at
 * @method: (nullable): its method pack
 * @graph: its factors and links
 * @terms: (nullable): the words of the review's profile; %NULL where problems are only counted
 * @knowledge: (nullable): what was known, and when; %NULL in a learning record, which holds no evidence
 * @problems: (nullable) (element-type TlCheckProblem): what was found so far
 * @counts: (nullable): in place of @problems, how much was found so far by each rule
 * @applies: by rule, whether it holds in this method and tier
 *
 * One pass of all rules. Nothing here is kept when it is over but the problems or the counts.
 */
typedef struct {
  TlReview     *review;
  TlMethod     *method;
  TlCheckGraph *graph;
  TlTerms      *terms;
  TlKnowledge  *knowledge;
  GPtrArray    *problems;
  guint        *counts;
  gboolean      applies[TL_N_CHECKS];
} TlCheckRun;

/* For this room: adds a problem about @record, or about the review if it is NULL, unless the rule does not hold. The
 * rest is a format and what it names; where problems are only counted, none of that is even looked up. */
#define _tl_check_report(run, id, record, ...) \
  (_tl_check_note (run, id) ? _tl_check_write (run, id, record, __VA_ARGS__) : (void) 0)

gboolean        _tl_check_applies            (TlCheckRun        *run,
                                              TlCheckId          id);
gboolean        _tl_check_note               (TlCheckRun        *run,
                                              TlCheckId          id);
void            _tl_check_write              (TlCheckRun        *run,
                                              TlCheckId          id,
                                              TlRecord          *record,
                                              const char        *format,
                                              ...) G_GNUC_PRINTF (4, 5);
char           *_tl_check_dup_title          (TlCheckRun        *run,
                                              TlRecord          *record);
char           *_tl_check_dup_name           (TlCheckRun        *run,
                                              TlRecord          *record);

void            _tl_checks_structure         (TlCheckRun        *run);
void            _tl_checks_links             (TlCheckRun        *run);
void            _tl_checks_evidence          (TlCheckRun        *run);
void            _tl_checks_figures           (TlCheckRun        *run);
void            _tl_checks_meaning           (TlCheckRun        *run);
void            _tl_checks_finding           (TlCheckRun        *run);
void            _tl_checks_answer            (TlCheckRun        *run);
void            _tl_checks_exchange          (TlCheckRun        *run);
void            _tl_checks_governance        (TlCheckRun        *run);
void            _tl_checks_keys              (TlCheckRun        *run);

TlCheckProblem *_tl_check_problem_new        (const TlCheckRule *rule,
                                              TlSeverity         severity,
                                              char              *title,
                                              char              *explanation,
                                              const char        *record_id,
                                              const char        *subject,
                                              const char        *sort_title,
                                              char              *message);
void            _tl_check_problem_dismiss    (TlCheckProblem    *self,
                                              const char        *dismissal,
                                              const char        *reason);
GPtrArray      *_tl_check_problem_get_dismissals (TlCheckProblem *self);
int             _tl_check_problem_compare    (TlCheckProblem    *a,
                                              TlCheckProblem    *b);
gboolean        _tl_check_problem_equal      (TlCheckProblem    *a,
                                              TlCheckProblem    *b);

G_END_DECLS
