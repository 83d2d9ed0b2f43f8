/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about whether the graph explains: why things happened, how acts made sense, and whether links were tested. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
rationale_key (const char *episode,
               const char *role)
{
  return g_strdup_printf ("%s %s", episode, role != NULL ? role : "");
}

/* (transfer full): the episodes for which a local rationality is written: as a whole, and for each role */
static GHashTable *
index_rationales (TlReview *review)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TlRecordList *list = tl_review_get_list (review, "rationale");

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *rationale = tl_record_list_get (list, i);
      const char *episode = tl_record_get_text (rationale, "episode");
      const char *role = tl_record_get_text (rationale, "role");

      if (episode == NULL)
        continue;
      g_hash_table_add (index, rationale_key (episode, NULL));
      if (role != NULL)
        g_hash_table_add (index, rationale_key (episode, role));
    }
  return index;
}

static gboolean
is_told_in_episode (TlRecord   *factor,
                    GHashTable *rationales)
{
  const char *const *episodes = tl_record_get_list (factor, "episodes");
  const char *role = tl_record_get_text (factor, "role");

  for (guint i = 0; episodes[i] != NULL; i++)
    {
      g_autofree char *key = rationale_key (episodes[i], role);

      if (g_hash_table_contains (rationales, key))
        return TRUE;
    }
  return FALSE;
}

static void
check_why (TlCheckRun          *run,
           const TlCheckFactor *factor)
{
  if (factor->role != TL_FACTOR_ROLE_EVENT || factor->n_causes > 0)
    return;

  g_autofree char *title = _tl_check_dup_title (run, factor->record);
  _tl_check_report (run, TL_CHECK_EVENT_WITHOUT_WHY, factor->record,
                    _("“%s” says what happened; nothing says why yet."), title);
}

static void
check_rationality (TlCheckRun          *run,
                   const TlCheckFactor *factor,
                   GHashTable          *rationales)
{
  if (factor->role != TL_FACTOR_ROLE_ACTION || tl_record_get_text (factor->record, "rationality") != NULL
      || is_told_in_episode (factor->record, rationales))
    return;

  g_autofree char *title = _tl_check_dup_title (run, factor->record);
  _tl_check_report (run, TL_CHECK_RATIONALITY, factor->record,
                    _("“%s” is not yet told as it made sense to the people there at the "
                      "time."), title);
}

static void
check_rationalities (TlCheckRun *run)
{
  if (!_tl_check_applies (run, TL_CHECK_RATIONALITY))
    return;

  g_autoptr (GHashTable) rationales = index_rationales (run->review);

  for (guint i = 0; i < run->graph->n_factors; i++)
    check_rationality (run, &run->graph->factors[i], rationales);
}

static void
check_completeness (TlCheckRun          *run,
                    const TlCheckFactor *factor)
{
  if (!_tl_check_applies (run, TL_CHECK_COMPLETENESS))
    return;

  gboolean stopped = g_strcmp0 (factor->completeness, "stopped") == 0;

  /* Of a learning record the reason may have stayed behind. */
  if (stopped ? tl_review_get_tier (run->review) == TL_TIER_LEARNING
                  || tl_record_get_text (factor->record, "completeness_reason") != NULL
              : factor->completeness != NULL)
    return;

  g_autofree char *title = _tl_check_dup_title (run, factor->record);
  _tl_check_report (run, TL_CHECK_COMPLETENESS, factor->record,
                    stopped ? _("“%s” was not taken further; the reason is not given yet.")
                            : _("It is not yet said whether the causes of “%s” suffice."), title);
}

static gboolean
is_held (const TlCheckLink *link)
{
  return link->state == NULL || strcmp (link->state, "asserted") == 0 || strcmp (link->state, "supported") == 0;
}

/* Where a method merely likes its links tested, a sentence for each would drown everything else. */
static gboolean
is_only_advice (TlCheckRun *run)
{
  return tl_method_get_rule_severity (run->method, TL_RULE_LINK_TEST_REQUIRED) == TL_RULE_SEVERITY_ADVICE;
}

static void
check_tests_together (TlCheckRun *run)
{
  guint n_claimed = 0, n_untested = 0;

  if (!_tl_check_applies (run, TL_CHECK_LINK_TEST) || !is_only_advice (run))
    return;
  for (guint i = 0; i < run->graph->n_links; i++)
    {
      const TlCheckLink *link = &run->graph->links[i];

      if (!link->is_claim)
        continue;
      n_claimed++;
      n_untested += link->test_answer == NULL;
    }
  if (n_untested > 0)
    _tl_check_report (run, TL_CHECK_LINK_TEST, NULL,
                      /* Translators: two numbers */
                      g_dngettext (GETTEXT_PACKAGE,
                                   "%u of %u link has not been tested yet: had the cause not been so, "
                                   "would the effect have come about?",
                                   "%u of %u links have not been tested yet: had the cause not been "
                                   "so, would the effect have come about?", n_claimed),
                      n_untested, n_claimed);
}

static void
check_test (TlCheckRun        *run,
            const TlCheckLink *link)
{
  gboolean is_missed = link->test_answer == NULL && _tl_check_applies (run, TL_CHECK_LINK_TEST)
                       && !is_only_advice (run);
  gboolean is_failed = g_strcmp0 (link->test_answer, "would_have") == 0 && is_held (link);

  if (!is_missed && !is_failed)
    return;

  g_autofree char *title = _tl_check_dup_name (run, link->record);

  if (is_missed)
    _tl_check_report (run, TL_CHECK_LINK_TEST, link->record,
                      _("The link %s has not been tested yet: had the cause not been so, would the "
                        "effect have come about?"), title);
  else
    _tl_check_report (run, TL_CHECK_TEST_NOT_PASSED, link->record,
                      _("The link %s is held, while its test says that the effect would have come "
                        "about anyway."), title);
}

void
_tl_checks_meaning (TlCheckRun *run)
{
  check_rationalities (run);
  for (guint i = 0; i < run->graph->n_factors; i++)
    {
      check_why (run, &run->graph->factors[i]);
      check_completeness (run, &run->graph->factors[i]);
    }
  check_tests_together (run);
  for (guint i = 0; i < run->graph->n_links; i++)
    {
      const TlCheckLink *link = &run->graph->links[i];

      if (link->is_claim)
        check_test (run, link);
    }
}
