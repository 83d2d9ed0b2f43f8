/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs all rules over a review and matches what they find with the advice that was set aside. A rule only reads. */
#include "config.h"

#include "model/checks/tl-checks.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/checks/tl-check-private.h"
#include "model/review/tl-review-terms.h"
#include "model/terms/tl-terms-phrase.h"

/**
 * tl_check_rule_get_severity:
 * @rule: a rule
 * @method: (nullable): the method of a review
 *
 * Returns: how firmly the rule is meant there
 */
TlSeverity
tl_check_rule_get_severity (const TlCheckRule *rule,
                            TlMethod          *method)
{
  g_return_val_if_fail (rule != NULL && (method == NULL || TL_IS_METHOD (method)), TL_SEVERITY_ADVICE);

  if (method == NULL || rule->demand < 0)
    return rule->severity;
  switch (tl_method_get_rule_severity (method, (TlRule) rule->demand))
    {
    case TL_RULE_SEVERITY_ERROR:
      return TL_SEVERITY_ERROR;
    case TL_RULE_SEVERITY_QUERY:
      return TL_SEVERITY_QUERY;
    case TL_RULE_SEVERITY_ADVICE:
    case TL_RULE_SEVERITY_NONE:
    default:
      return TL_SEVERITY_ADVICE;
    }
}

/* In the board's copy the evidence is missing by intention, and all but the answers is for others to change; in a
 * learning record it is missing too, with the texts that stayed. */
static gboolean
holds_in_tier (TlCheckRun        *run,
               const TlCheckRule *rule,
               TlCheckId          id)
{
  switch (tl_review_get_tier (run->review))
    {
    case TL_TIER_BOARD:
      return id == TL_CHECK_ANSWER_ECHO || id == TL_CHECK_ACTION_PATH;
    case TL_TIER_LEARNING:
      return rule->in_records;
    case TL_TIER_TRANSFER:
    case TL_TIER_PUBLIC:
    case TL_TIER_NEVER:
    default:
      return TRUE;
    }
}

/* In this review's method, and for what there is of the review. */
static void
find_what_applies (TlCheckRun *run)
{
  guint n;
  const TlCheckRule *rules = tl_check_rules_get (&n);

  for (guint i = 0; i < n; i++)
    run->applies[i] = holds_in_tier (run, &rules[i], (TlCheckId) i)
                      && (rules[i].demand < 0
                          || (run->method != NULL && tl_method_has_rule (run->method, (TlRule) rules[i].demand)));
}

/* For this room: whether the rule holds here. */
gboolean
_tl_check_applies (TlCheckRun *run,
                   TlCheckId   id)
{
  return run->applies[id];
}

/* For this room: what to call a record in a sentence; NULL where nobody will read it. */
char *
_tl_check_dup_title (TlCheckRun *run,
                     TlRecord   *record)
{
  return run->counts == NULL ? tl_review_dup_title (run->review, record) : NULL;
}

/* For this room: the same in quotation marks; a link is named by its ends. */
char *
_tl_check_dup_name (TlCheckRun *run,
                    TlRecord   *record)
{
  if (run->counts != NULL)
    return NULL;

  TlRecord *cause = tl_record_is (record, "link")
                      ? tl_review_lookup (run->review, tl_record_get_text (record, "cause")) : NULL;
  TlRecord *effect = cause != NULL ? tl_review_lookup (run->review, tl_record_get_text (record, "effect")) : NULL;
  g_autofree char *from = tl_review_dup_title (run->review, effect != NULL ? cause : record);
  g_autofree char *to = effect != NULL ? tl_review_dup_title (run->review, effect) : NULL;

  return to != NULL ? g_strdup_printf ("“%s” → “%s”", from, to) : g_strdup_printf ("“%s”", from);
}

/* For this room: counts a problem, where the rule holds; returns whether its sentence is asked for too. */
gboolean
_tl_check_note (TlCheckRun *run,
                TlCheckId   id)
{
  if (run->counts != NULL)
    run->counts[id] += run->applies[id];
  return run->counts == NULL && run->applies[id];
}

/* For this room: adds a problem to those found; see _tl_check_report(). */
void
_tl_check_write (TlCheckRun *run,
                 TlCheckId   id,
                 TlRecord   *record,
                 const char *format,
                 ...)
{
  guint n;
  const TlCheckRule *rule = &tl_check_rules_get (&n)[id];
  const char *record_id = record != NULL ? tl_record_get_id (record) : NULL;
  g_autofree char *phrase = tl_terms_dup_phrase (run->terms, format);
  va_list arguments;

  va_start (arguments, format);
  char *message = g_strdup_vprintf (phrase, arguments);
  va_end (arguments);

  const char *subject = record_id != NULL ? record_id : tl_record_get_id (tl_review_get_subject (run->review));
  g_autofree char *title = record != NULL ? tl_review_dup_title (run->review, record) : g_strdup ("");

  const char *reason = rule->demand >= 0 ? tl_method_get_rule_reason (run->method, (TlRule) rule->demand) : NULL;
  char *explanation = reason != NULL ? g_strdup (reason) : tl_terms_dup_phrase (run->terms, _(rule->explanation));

  g_ptr_array_add (run->problems,
                   _tl_check_problem_new (rule, tl_check_rule_get_severity (rule, run->method),
                                          tl_check_rule_dup_title (rule, run->terms), explanation, record_id, subject,
                                          title, message));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return _tl_check_problem_compare (*(TlCheckProblem *const *) a, *(TlCheckProblem *const *) b);
}

static char *
dismissal_key (const TlCheckRule *rule,
               const char        *subject)
{
  return g_strdup_printf ("%s %s", rule->code, subject);
}

static GHashTable *
index_dismissals (TlReview *review)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  TlRecordList *list = tl_review_get_list (review, "dismissal");

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *dismissal = tl_record_list_get (list, i);
      const TlCheckRule *rule = tl_check_rule_lookup (tl_record_get_text (dismissal, "rule"));
      const char *subject = tl_record_get_text (dismissal, "subject");

      if (rule == NULL)
        continue;
      if (subject == NULL)
        subject = tl_record_get_id (tl_review_get_subject (review));

      g_autofree char *key = dismissal_key (rule, subject);
      GPtrArray *same = g_hash_table_lookup (index, key);
      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (index, g_steal_pointer (&key), same);
        }
      g_ptr_array_add (same, dismissal);
    }
  return index;
}

static void
mark_dismissed (TlReview  *review,
                GPtrArray *problems)
{
  g_autoptr (GHashTable) dismissals = index_dismissals (review);

  for (guint i = 0; i < problems->len; i++)
    {
      TlCheckProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *key
        = dismissal_key (tl_check_problem_get_rule (problem), tl_check_problem_get_subject (problem));
      GPtrArray *found = g_hash_table_lookup (dismissals, key);

      for (guint j = 0; found != NULL && j < found->len && tl_check_problem_get_can_set_aside (problem); j++)
        {
          TlRecord *dismissal = g_ptr_array_index (found, j);
          _tl_check_problem_dismiss (problem, tl_record_get_id (dismissal), tl_record_get_text (dismissal, "reason"));
        }
    }
}

static TlMethod *
find_method (TlReview *review)
{
  const char *id = tl_record_get_text (tl_review_get_subject (review), "method");

  return id != NULL ? tl_method_lookup (id, NULL) : NULL;
}

static void
run_all (TlReview  *review,
         TlMethod  *method,
         GPtrArray *problems,
         guint     *counts)
{
  g_autoptr (TlCheckGraph) graph = _tl_check_graph_new (review, method);
  g_autoptr (TlKnowledge) knowledge
      = tl_review_get_tier (review) != TL_TIER_LEARNING ? tl_knowledge_new (review) : NULL;
  g_autoptr (TlTerms) terms = counts == NULL ? tl_review_dup_terms (review) : NULL;
  TlCheckRun run = { review, method, graph, terms, knowledge, problems, counts, { FALSE } };

  find_what_applies (&run);
  _tl_checks_structure (&run);
  _tl_checks_links (&run);
  if (knowledge != NULL)
    _tl_checks_evidence (&run);
  _tl_checks_figures (&run);
  _tl_checks_meaning (&run);
  _tl_checks_finding (&run);
  _tl_checks_answer (&run);
  _tl_checks_governance (&run);
  _tl_checks_exchange (&run);
  _tl_checks_keys (&run);
}

/**
 * tl_checks_run_with_dismissed:
 * @review: a review
 *
 * Runs every rule that holds in the review's method, over the records in memory. Takes time in proportion to the
 * review; changes nothing.
 *
 * Returns: (transfer full) (element-type TlCheckProblem): what was found, also what was set aside; by severity, code
 *   and title, the same every time
 */
GPtrArray *
tl_checks_run_with_dismissed (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  GPtrArray *problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TlMethod) method = find_method (review);

  run_all (review, method, problems, NULL);
  g_ptr_array_sort (problems, compare);
  mark_dismissed (review, problems);
  return problems;
}

/**
 * tl_checks_count:
 * @review: a review
 * @method: (nullable): its method pack, %NULL if it names none or that is not at hand: who has read the file knows it
 * @counts: (array): one a rule, in their order; how often each has something to say is added
 *
 * Runs every rule as tl_checks_run_with_dismissed() does, without the sentences.
 */
void
tl_checks_count (TlReview *review,
                 TlMethod *method,
                 guint    *counts)
{
  g_return_if_fail (TL_IS_REVIEW (review) && counts != NULL);
  run_all (review, method, NULL, counts);
}

/**
 * tl_checks_run:
 * @review: a review
 *
 * As tl_checks_run_with_dismissed(), without what a reviewer has set aside.
 *
 * Returns: (transfer full) (element-type TlCheckProblem): what was found
 */
GPtrArray *
tl_checks_run (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  g_autoptr (GPtrArray) all = tl_checks_run_with_dismissed (review);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (!tl_check_problem_get_dismissed (g_ptr_array_index (all, i)))
      g_ptr_array_add (open, g_object_ref (g_ptr_array_index (all, i)));
  return open;
}

/**
 * tl_checks_set_aside:
 * @edit: an edit
 * @problem: something that can be set aside
 * @reason: (nullable): why
 * @error: return location
 *
 * Sets @problem aside: from now on the rule is silent about that record.
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_checks_set_aside (TlEdit          *edit,
                     TlCheckProblem  *problem,
                     const char      *reason,
                     GError         **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_CHECK_PROBLEM (problem), FALSE);

  if (!tl_check_problem_get_can_set_aside (problem))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("“%s” is part of the method and can’t be set aside; it stops nothing, and can stay in the list."),
                   tl_check_problem_get_title (problem));
      return FALSE;
    }

  g_autofree char *id = tl_edit_add (edit, "dismissal", NULL, error);
  return id != NULL
         && tl_edit_set (edit, id, "rule", tl_check_problem_get_code (problem), error)
         && tl_edit_set (edit, id, "subject", tl_check_problem_get_subject (problem), error)
         && (reason == NULL || tl_edit_set (edit, id, "reason", reason, error));
}

/**
 * tl_checks_take_back:
 * @edit: an edit
 * @problem: something that was set aside
 * @error: return location
 *
 * Lists @problem again.
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_checks_take_back (TlEdit          *edit,
                     TlCheckProblem  *problem,
                     GError         **error)
{
  g_return_val_if_fail (edit != NULL && TL_IS_CHECK_PROBLEM (problem), FALSE);

  GPtrArray *dismissals = _tl_check_problem_get_dismissals (problem);

  for (guint i = 0; i < dismissals->len; i++)
    if (!tl_edit_remove (edit, g_ptr_array_index (dismissals, i), error))
      return FALSE;
  return TRUE;
}
