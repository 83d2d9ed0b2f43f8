/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about the shape of the graph: loops, what leads nowhere, and what nothing leads to. */
#include "config.h"

#include "model/case/tl-graph-loop.h"
#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>

/* Longer loops are named by their first factors. */
#define MAX_NAMED 6

static char *
describe_loop (TlCheckRun   *run,
               const GArray *loop)
{
  if (run->counts != NULL)
    return NULL;

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

/* The effect of @at that is the fewest steps away from where the loop closes. */
static guint
find_next (const TlGraph *graph,
           guint          at,
           const guint   *steps)
{
  guint n_links, next = TL_GRAPH_NONE;
  const guint *links = tl_graph_get_effects (graph, at, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      guint effect = tl_graph_get_link (graph, links[i])->effect;

      if (next == TL_GRAPH_NONE || steps[effect] < steps[next])
        next = effect;
    }
  return next;
}

/* (transfer full): the factors along a shortest way from @start back to itself, if there is one */
static GArray *
find_shortest_loop (const TlGraph *graph,
                    guint          start)
{
  g_autofree guint *steps = tl_graph_measure_steps (graph, &start, 1, TL_GRAPH_CAUSES, G_MAXUINT);
  GArray *loop = g_array_new (FALSE, FALSE, sizeof (guint));
  guint at = start;

  do
    {
      g_array_append_val (loop, at);
      at = find_next (graph, at, steps);
    }
  while (at != start);
  return loop;
}

static void
report_loop (TlCheckRun *run,
             guint       first,
             guint       n_members)
{
  g_autoptr (GArray) loop = find_shortest_loop (run->graph->shape, first);
  g_autofree char *named = describe_loop (run, loop);
  TlRecord *factor = run->graph->factors[first].record;
  guint others = n_members - loop->len;

  if (others == 0)
    _tl_check_report (run, TL_CHECK_ACYCLIC, factor,
                      /* Translators: factors with arrows between them */
                      _("%s lead back to where they began."), named);
  else
    _tl_check_report (run, TL_CHECK_ACYCLIC, factor,
                      /* Translators: factors with arrows between them; how many more there are */
                      g_dngettext (GETTEXT_PACKAGE,
                                   "%s lead back to where they began, and %u more factor is part of "
                                   "the same tangle.",
                                   "%s lead back to where they began, and %u more factors are part "
                                   "of the same tangle.", others),
                      named, others);
}

/* Factors of which each leads to each other are one problem, told at the first of them. */
static void
check_loops (TlCheckRun *run)
{
  if (!_tl_check_applies (run, TL_CHECK_ACYCLIC))
    return;

  guint n_parts;
  g_autofree guint *parts = tl_graph_find_parts (run->graph->shape, &n_parts);
  g_autofree guint *sizes = g_new0 (guint, n_parts);

  for (guint i = 0; i < run->graph->n_factors; i++)
    sizes[parts[i]]++;
  for (guint i = 0; i < run->graph->n_factors; i++)
    if (sizes[parts[i]] > 1)
      {
        report_loop (run, i, sizes[parts[i]]);
        sizes[parts[i]] = 0;
      }
}

static void
check_outcomes (TlCheckRun *run)
{
  if (!_tl_check_applies (run, TL_CHECK_OUTCOME_REACHED) || run->graph->n_factors == 0)
    return;

  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < run->graph->n_factors; i++)
    {
      const TlCheckFactor *factor = &run->graph->factors[i];

      if (factor->role == TL_FACTOR_ROLE_OUTCOME || factor->in_episode)
        g_array_append_val (targets, i);
    }
  if (targets->len == 0)
    {
      _tl_check_report (run, TL_CHECK_OUTCOME_REACHED, NULL,
                        _("The graph has no outcome and no episode yet that its factors could explain."));
      return;
    }

  g_autofree guint *steps = tl_graph_measure_steps (run->graph->shape, (const guint *) targets->data, targets->len,
                                                    TL_GRAPH_CAUSES, G_MAXUINT);

  for (guint i = 0; i < run->graph->n_factors; i++)
    if (steps[i] == TL_GRAPH_NONE)
      {
        g_autofree char *title = _tl_check_dup_title (run, run->graph->factors[i].record);

        _tl_check_report (run, TL_CHECK_OUTCOME_REACHED, run->graph->factors[i].record,
                          _("“%s” leads to no outcome or episode yet."), title);
      }
}

/* Whether a reviewer has said why the search ends here. */
static gboolean
search_is_closed (const TlCheckFactor *factor)
{
  return g_strcmp0 (factor->completeness, "stopped") == 0 || g_strcmp0 (factor->completeness, "complete") == 0;
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
                    _("The explanation ends at “%s”, an act of “%s”: where is the system?"), title, who);
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

  TlRecord *role = factor->role == TL_FACTOR_ROLE_ACTION
                     ? tl_review_lookup (run->review, tl_record_get_text (factor->record, "role")) : NULL;

  if (role != NULL && acts_for_a_service (role))
    {
      report_person (run, factor, role);
      return;
    }
  if (factor->level == 0 || factor->role == TL_FACTOR_ROLE_EVENT || factor->role == TL_FACTOR_ROLE_VARIABLE
      || search_is_closed (factor) || run->method == NULL || tl_method_get_n_levels (run->method) == 0)
    return;

  g_autofree char *title = _tl_check_dup_title (run, factor->record);
  _tl_check_report (run, TL_CHECK_UNEXPLAINED, factor->record,
                    _("Nothing explains “%s” yet: what made it possible, or likely?"), title);
}

static void
check_level (TlCheckRun          *run,
             const TlCheckFactor *factor)
{
  if (factor->says_level || run->method == NULL || tl_method_get_n_levels (run->method) == 0)
    return;

  g_autofree char *title = _tl_check_dup_title (run, factor->record);
  _tl_check_report (run, TL_CHECK_LEVEL_MISSING, factor->record,
                    _("“%s” is not on a level yet."), title);
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
                    _("No factor is at the level “%s” yet; if one was looked for and not found, this "
                      "can be set aside with that reason."),
                    tl_method_get_level (run->method, 0)->title);
}

static void
check_method (TlCheckRun *run)
{
  const char *id = tl_record_get_text (tl_review_get_subject (run->review), "method");

  if (run->method != NULL)
    return;
  if (id == NULL)
    _tl_check_report (run, TL_CHECK_METHOD_UNKNOWN, NULL,
                      _("No method is chosen yet, so the rules of none are looked at."));
  else
    _tl_check_report (run, TL_CHECK_METHOD_UNKNOWN, NULL,
                      _("The method “%s” is not installed here or can’t be read, so its rules are not "
                        "looked at."), id);
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
