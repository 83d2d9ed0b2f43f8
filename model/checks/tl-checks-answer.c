/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about what answers a finding: recommendations and actions that say nothing of how, or lead nowhere in the
 * graph. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>

#include "model/case/tl-board.h"
#include "model/case/tl-finding-ground.h"
#include "model/words/tl-echo.h"

/* Read once and kept for good; NULL where it can't be read, and then nothing is an echo. */
static TlEcho *
get_echo (void)
{
  static gsize loaded;
  static TlEcho *echo;

  if (g_once_init_enter (&loaded))
    {
      echo = tl_echo_load (NULL);
      g_once_init_leave (&loaded, 1);
    }
  return echo;
}

/* The factors behind the finding that @answer is about; where there are none, all. */
static GPtrArray *
find_factors (TlCheckRun *run,
              TlRecord   *answer,
              gboolean   *are_behind)
{
  TlRecord *finding = tl_board_find_finding (run->review, answer);
  g_autoptr (TlFindingGround) ground = finding != NULL ? tl_finding_ground_new (run->review, finding) : NULL;

  *are_behind = ground != NULL && ground->factors->len > 0;
  if (*are_behind)
    return g_ptr_array_ref (ground->factors);

  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < run->graph->n_factors; i++)
    g_ptr_array_add (all, run->graph->factors[i].record);
  return all;
}

/* What is said of each factor, read once for all answers. */
static const TlEchoText *
get_statement (TlEcho     *echo,
               GHashTable *statements,
               TlRecord   *factor)
{
  TlEchoText *statement = g_hash_table_lookup (statements, factor);
  const char *text = tl_record_get_text (factor, "statement");

  if (statement == NULL && text != NULL)
    {
      statement = tl_echo_text_new (echo, text);
      g_hash_table_insert (statements, factor, statement);
    }
  return statement;
}

static void
check_echo (TlCheckRun *run,
            TlRecord   *answer,
            GPtrArray  *factors,
            GHashTable *statements)
{
  TlEcho *echo = get_echo ();
  const char *text = tl_record_get_text (answer, "text");

  if (echo == NULL || text == NULL)
    return;

  g_autoptr (TlEchoText) read = tl_echo_text_new (echo, text);

  for (guint i = 0; i < factors->len; i++)
    {
      TlRecord *factor = g_ptr_array_index (factors, i);
      const TlEchoText *statement = get_statement (echo, statements, factor);
      g_autofree char *reason = statement != NULL ? tl_echo_compare (echo, statement, read) : NULL;

      if (reason == NULL)
        continue;

      g_autofree char *title = _tl_check_dup_title (run, answer);
      g_autofree char *of = _tl_check_dup_title (run, factor);
      _tl_check_report (run, TL_CHECK_ANSWER_ECHO, answer,
                        /* Translators: a recommendation or an action, a factor, and a sentence with a question */
                        _("“%s” only turns the factor “%s” round. %s"), title, of, reason);
      return;
    }
}

static gboolean
any_reached (const TlGraph *graph,
             const guint   *starts,
             guint          n_starts,
             GPtrArray     *factors)
{
  static const TlGraphDirection ways[] = { TL_GRAPH_EFFECTS, TL_GRAPH_CAUSES };
  gboolean reached = FALSE;

  for (guint way = 0; way < G_N_ELEMENTS (ways) && !reached; way++)
    {
      g_autofree guint *steps = tl_graph_measure_steps (graph, starts, n_starts, ways[way], G_MAXUINT);

      for (guint i = 0; i < factors->len && !reached; i++)
        {
          guint factor = tl_graph_find_factor (graph, tl_record_get_id (g_ptr_array_index (factors, i)));

          reached = factor != TL_GRAPH_NONE && steps[factor] != TL_GRAPH_NONE;
        }
    }
  return reached;
}

static void
check_path (TlCheckRun *run,
            TlRecord   *action,
            GPtrArray  *behind)
{
  const char *const *weakened = tl_record_get_list (action, "weakens");
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *title = _tl_check_dup_title (run, action);

  for (guint i = 0; weakened[i] != NULL; i++)
    {
      guint factor = tl_graph_find_factor (run->graph->shape, weakened[i]);

      if (factor != TL_GRAPH_NONE)
        g_array_append_val (starts, factor);
    }

  if (starts->len == 0)
    _tl_check_report (run, TL_CHECK_ACTION_PATH, action,
                      _("“%s” names no factor that it is to weaken: what about the work will be "
                        "otherwise by it?"), title);
  else if (behind != NULL
           && !any_reached (run->graph->shape, (const guint *) (void *) starts->data, starts->len, behind))
    _tl_check_report (run, TL_CHECK_ACTION_PATH, action,
                      _("From what “%s” is to weaken no path leads to what the {finding} came from: is "
                        "there a link to add, or another factor to name?"), title);
}

void
_tl_checks_answer (TlCheckRun *run)
{
  static const char *const kinds[] = { "recommendation", "action" };
  g_autoptr (GHashTable) statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) tl_echo_text_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TlRecordList *list = tl_review_get_list (run->review, kinds[i]);

      for (guint j = 0; j < tl_record_list_get_n (list); j++)
        {
          TlRecord *answer = tl_record_list_get (list, j);
          gboolean are_behind;
          g_autoptr (GPtrArray) factors = find_factors (run, answer, &are_behind);

          check_echo (run, answer, factors, statements);
          if (tl_record_is (answer, "action"))
            check_path (run, answer, are_behind ? factors : NULL);
        }
    }
}
