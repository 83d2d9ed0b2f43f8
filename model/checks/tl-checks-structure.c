/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about the shape of the graph: loops, what leads nowhere, and what nothing leads to. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>

/* Longer loops are named by their first factors. */
#define MAX_NAMED 6

static char *
describe_loop (TlCheckRun   *run,
               const GArray *loop)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < loop->len && i < MAX_NAMED; i++)
    {
      TlRecord *factor = run->graph->factors[g_array_index (loop, guint, i)].record;
      g_autofree char *title = _tl_check_dup_title (run, factor);

      g_string_append_printf (text, i == 0 ? "“%s”" : " → “%s”", title);
    }
  if (loop->len > MAX_NAMED)
    g_string_append (text, " → …");
  return g_string_free (text, FALSE);
}

static void
check_loops (TlCheckRun *run)
{
  if (!_tl_check_applies (run, TL_CHECK_ACYCLIC))
    return;

  g_autoptr (GPtrArray) loops = _tl_check_graph_find_loops (run->graph);

  for (guint i = 0; i < loops->len; i++)
    {
      const GArray *members = g_ptr_array_index (loops, i);
      g_autoptr (GArray) loop = _tl_check_graph_shortest_loop (run->graph, members);
      g_autofree char *named = describe_loop (run, loop);
      TlRecord *first = run->graph->factors[g_array_index (loop, guint, 0)].record;
      guint others = members->len - loop->len;

      if (others == 0)
        _tl_check_report (run, TL_CHECK_ACYCLIC, first,
                          /* Translators: factors with arrows between them */
                          g_strdup_printf (_("%s lead back to where they began."), named));
      else
        _tl_check_report (run, TL_CHECK_ACYCLIC, first,
                          /* Translators: factors with arrows between them; how many more there are */
                          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        "%s lead back to where they began, and %u more factor is part "
                                                        "of the same tangle.",
                                                        "%s lead back to where they began, and %u more factors are "
                                                        "part of the same tangle.", others),
                                           named, others));
    }
}

static gboolean
belongs_to_episode (const TlCheckFactor *factor)
{
  return tl_record_get_list (factor->record, "episodes")[0] != NULL;
}

static void
check_outcomes (TlCheckRun *run)
{
  if (!_tl_check_applies (run, TL_CHECK_OUTCOME_REACHED) || run->graph->n_factors == 0)
    return;

  g_autofree gboolean *targets = g_new0 (gboolean, run->graph->n_factors);
  gboolean any = FALSE;

  for (guint i = 0; i < run->graph->n_factors; i++)
    {
      const TlCheckFactor *factor = &run->graph->factors[i];

      targets[i] = factor->role == TL_FACTOR_ROLE_OUTCOME || belongs_to_episode (factor);
      any |= targets[i];
    }
  if (!any)
    {
      _tl_check_report (run, TL_CHECK_OUTCOME_REACHED, NULL,
                        g_strdup (_("The graph has no outcome and no episode yet that its factors could explain.")));
      return;
    }

  g_autofree gboolean *reached = _tl_check_graph_reach (run->graph, targets);

  for (guint i = 0; i < run->graph->n_factors; i++)
    if (!reached[i])
      {
        g_autofree char *title = _tl_check_dup_title (run, run->graph->factors[i].record);

        _tl_check_report (run, TL_CHECK_OUTCOME_REACHED, run->graph->factors[i].record,
                          g_strdup_printf (_("“%s” leads to no outcome or episode yet."), title));
      }
}

/* Whether a reviewer has said why the search ends here. */
static gboolean
search_is_closed (const TlCheckFactor *factor)
{
  const char *completeness = tl_record_get_text (factor->record, "completeness");

  return g_strcmp0 (completeness, "stopped") == 0 || g_strcmp0 (completeness, "complete") == 0;
}

static void
report_person (TlCheckRun          *run,
               const TlCheckFactor *factor,
               TlRecord            *role)
{
  g_autofree char *title = _tl_check_dup_title (run, factor->record);
  g_autofree char *who = _tl_check_dup_title (run, role);

  _tl_check_report (run, TL_CHECK_ENDS_AT_PERSON, factor->record,
                    /* Translators: a factor, and who acted */
                    g_strdup_printf (_("The explanation ends at “%s”, an act of “%s”: where is the system?"), title,
                                     who));
}

/* What a family did is to be understood too, but not from inside a service. */
static gboolean
acts_for_a_service (TlRecord *role)
{
  const char *function = tl_record_get_text (role, "function");

  return g_strcmp0 (function, "child") != 0 && g_strcmp0 (function, "family") != 0;
}

/* A factor at the top, an event (which has a rule of its own) and a quantity of a causal loop need no cause. */
static void
check_source (TlCheckRun          *run,
              const TlCheckFactor *factor)
{
  if (factor->n_causes > 0)
    return;

  TlRecord *role = tl_review_lookup (run->review, tl_record_get_text (factor->record, "role"));
  if (factor->role == TL_FACTOR_ROLE_ACTION && role != NULL && acts_for_a_service (role))
    {
      report_person (run, factor, role);
      return;
    }
  if (factor->level == 0 || factor->role == TL_FACTOR_ROLE_EVENT || factor->role == TL_FACTOR_ROLE_VARIABLE
      || search_is_closed (factor) || run->method == NULL || tl_method_get_n_levels (run->method) == 0)
    return;

  g_autofree char *title = _tl_check_dup_title (run, factor->record);
  _tl_check_report (run, TL_CHECK_UNEXPLAINED, factor->record,
                    g_strdup_printf (_("Nothing explains “%s” yet: what made it possible, or likely?"), title));
}

static void
check_level (TlCheckRun          *run,
             const TlCheckFactor *factor)
{
  if (run->method == NULL || tl_method_get_n_levels (run->method) == 0
      || tl_record_get_text (factor->record, "level") != NULL)
    return;

  g_autofree char *title = _tl_check_dup_title (run, factor->record);
  _tl_check_report (run, TL_CHECK_LEVEL_MISSING, factor->record,
                    g_strdup_printf (_("“%s” is not on a level yet."), title));
}

static void
check_top (TlCheckRun *run)
{
  if (!_tl_check_applies (run, TL_CHECK_TOP_LEVEL) || tl_method_get_n_levels (run->method) == 0
      || run->graph->n_factors == 0)
    return;

  for (guint i = 0; i < run->graph->n_factors; i++)
    if (run->graph->factors[i].level == 0)
      return;

  _tl_check_report (run, TL_CHECK_TOP_LEVEL, NULL,
                    /* Translators: the title of the top level of a method */
                    g_strdup_printf (_("No factor is at the level “%s” yet; if one was looked for and not found, this "
                                       "can be set aside with that reason."),
                                     tl_method_get_level (run->method, 0)->title));
}

static void
check_method (TlCheckRun *run)
{
  const char *id = tl_record_get_text (tl_review_get_subject (run->review), "method");

  if (run->method != NULL)
    return;
  if (id == NULL)
    _tl_check_report (run, TL_CHECK_METHOD_UNKNOWN, NULL,
                      g_strdup (_("No method is chosen yet, so the rules of none are looked at.")));
  else
    _tl_check_report (run, TL_CHECK_METHOD_UNKNOWN, NULL,
                      g_strdup_printf (_("The method “%s” is not installed here or can’t be read, so its rules are not "
                                         "looked at."), id));
}

void
_tl_checks_structure (TlCheckRun *run)
{
  check_method (run);
  check_loops (run);
  check_outcomes (run);
  check_top (run);
  for (guint i = 0; i < run->graph->n_factors; i++)
    {
      check_source (run, &run->graph->factors[i]);
      check_level (run, &run->graph->factors[i]);
    }
}
