/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a review explains as well as narrates: places where what happened is told and why is not. Where a numbered
 * rule says it already, its sentence is taken, and what was set aside there stays aside here. */
#include "config.h"

#include "model/checks/tl-balance.h"

#include <glib/gi18n-lib.h>

#include "model/case/tl-episode.h"
#include "model/case/tl-lanes.h"
#include "model/checks/tl-check-private.h"

typedef struct {
  const char *title;
  const char *question;
  const char *done;
} Side;

static const Side sides[] = {
  { N_("Events without a why"),
    N_("What shaped what happened here, and does it matter for where the case went?"),
    N_("Each event belongs to an episode or is explained by a factor.") },
  { N_("Chains that end at one person"),
    N_("What in the work made this the likely thing to do, for anybody in that place?"),
    N_("No chain ends at what one person did.") },
  { N_("Levels at which nothing was found"),
    N_("Was anything looked for at this level, and who could tell?"),
    N_("Each level of the method has factors.") },
  { N_("Practice not told from inside"),
    N_("What did they understand, attend to and hope for at the time?"),
    N_("Each episode is told as it made sense to those who were in it.") },
  { N_("Voices that are missing"),
    N_("How did it look from there?"),
    N_("Each child and agency has an account.") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (sides) == TL_N_BALANCE_SIDES);

/* Which rules speak of which side. */
static const struct {
  const char   *rule;
  TlBalanceSide side;
} rules[] = {
  { "event_without_why", TL_BALANCE_EVENTS },  { "ends_at_person", TL_BALANCE_PEOPLE },
  { "top_level_expected", TL_BALANCE_LEVELS }, { "rationality_required", TL_BALANCE_SENSE },
};

static void
free_item (gpointer data)
{
  TlBalanceItem *item = data;

  g_free (item->record_id);
  g_free (item->message);
  g_free (item);
}

static void
add (GPtrArray    *items,
     TlBalanceSide side,
     const char   *record_id,
     char         *message)
{
  TlBalanceItem *item = g_new0 (TlBalanceItem, 1);

  item->side = side;
  item->record_id = g_strdup (record_id);
  item->message = message;
  g_ptr_array_add (items, item);
}

static void
take_problems (TlCheckList *checks,
               GPtrArray   *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
    {
      g_autoptr (TlCheckProblem) problem = g_list_model_get_item (G_LIST_MODEL (checks), i);
      const char *rule = tl_check_problem_get_rule (problem)->name;

      for (guint j = 0; j < G_N_ELEMENTS (rules) && !tl_check_problem_get_dismissed (problem); j++)
        if (g_str_equal (rule, rules[j].rule))
          add (items, rules[j].side, tl_check_problem_get_record_id (problem),
               g_strdup (tl_check_problem_get_message (problem)));
    }
}

/* Events */

/* Whether a factor rests on somebody's account of the event. */
static gboolean
is_explained (TlReview *review,
              TlRecord *event)
{
  g_autoptr (GPtrArray) accounts = tl_review_get_referrers (review, tl_record_get_id (event), "account", "event");

  for (guint i = 0; i < accounts->len; i++)
    {
      const char *id = tl_record_get_id (g_ptr_array_index (accounts, i));
      g_autoptr (GPtrArray) factors = tl_review_get_referrers (review, id, "factor", "accounts");

      if (factors->len > 0)
        return TRUE;
    }
  return FALSE;
}

static void
find_events (TlReview  *review,
             GPtrArray *items)
{
  TlRecordList *events = tl_review_get_list (review, "event");

  for (guint i = 0; i < tl_record_list_get_n (events); i++)
    {
      TlRecord *event = tl_record_list_get (events, i);
      const char *id = tl_record_get_id (event);
      g_autoptr (GPtrArray) episodes = tl_review_get_referrers (review, id, "episode", "events");

      if (episodes->len > 0 || is_explained (review, event))
        continue;

      g_autofree char *title = tl_review_dup_title (review, event);
      add (items, TL_BALANCE_EVENTS, id,
           g_strdup_printf (_("“%s” is in no episode, and no factor goes back to it."), title));
    }
}

/* Levels */

static gboolean *
find_levels_used (TlReview *review,
                  TlMethod *method)
{
  TlRecordList *factors = tl_review_get_list (review, "factor");
  gboolean *used = g_new0 (gboolean, tl_method_get_n_levels (method));

  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      const char *key = tl_record_get_text (tl_record_list_get (factors, i), "level");
      int level = key != NULL ? tl_method_find_level (method, key) : -1;

      if (level >= 0)
        used[level] = TRUE;
    }
  return used;
}

/* Of the top level a rule of its own speaks, where the method has it. A graph that has not begun lacks no level. */
static void
find_levels (TlReview  *review,
             GPtrArray *items)
{
  const char *method_id = tl_record_get_text (tl_review_get_subject (review), "method");
  g_autoptr (TlMethod) method = method_id != NULL ? tl_method_lookup (method_id, NULL) : NULL;

  if (method == NULL || tl_record_list_get_n (tl_review_get_list (review, "factor")) == 0)
    return;

  g_autofree gboolean *used = find_levels_used (review, method);
  for (guint i = tl_method_has_rule (method, TL_RULE_TOP_LEVEL_EXPECTED) ? 1 : 0; i < tl_method_get_n_levels (method);
       i++)
    if (!used[i])
      add (items, TL_BALANCE_LEVELS, NULL,
           g_strdup_printf (_("No factor is at the level “%s” yet."), tl_method_get_level (method, i)->title));
}

/* Episodes */

/* (transfer full) (nullable): what is missing in how an episode is told */
static char *
dup_untold (TlReview *review,
            TlRecord *episode)
{
  g_autoptr (GPtrArray) all = tl_review_get_referrers (review, tl_record_get_id (episode), "rationale", "episode");
  g_autofree char *title = tl_review_dup_title (review, episode);
  TlRecord *told = NULL;
  guint n_told = 0;

  for (guint i = 0; i < all->len; i++)
    if (tl_episode_is_told (g_ptr_array_index (all, i)))
      {
        told = g_ptr_array_index (all, i);
        n_told++;
      }
  if (n_told == 0)
    return g_strdup_printf (_("“%s” is not yet told as it made sense to anybody in it."), title);
  if (n_told > 1)
    return NULL;

  TlRecord *role = tl_review_lookup (review, tl_record_get_text (told, "role"));
  g_autofree char *who = role != NULL ? tl_review_dup_title (review, role) : g_strdup (_("one person"));
  /* Translators: an episode, and a role */
  return g_strdup_printf (_("“%s” is told only as it made sense to %s."), title, who);
}

static void
find_episodes (TlReview  *review,
               GPtrArray *items)
{
  TlRecordList *episodes = tl_review_get_list (review, "episode");

  for (guint i = 0; i < tl_record_list_get_n (episodes); i++)
    {
      TlRecord *episode = tl_record_list_get (episodes, i);
      char *untold = dup_untold (review, episode);

      if (untold != NULL)
        add (items, TL_BALANCE_SENSE, tl_record_get_id (episode), untold);
    }
}

/* Voices */

static gboolean
is_heard (TlReview   *review,
          const char *id,
          const char *field)
{
  g_autoptr (GPtrArray) roles = tl_review_get_referrers (review, id, "role", field);

  for (guint i = 0; i < roles->len; i++)
    {
      const char *role = tl_record_get_id (g_ptr_array_index (roles, i));
      g_autoptr (GPtrArray) accounts = tl_review_get_referrers (review, role, "account", "role");
      g_autoptr (GPtrArray) tellings = tl_review_get_referrers (review, role, "telling", "teller");

      if (accounts->len > 0 || tellings->len > 0)
        return TRUE;
    }
  return FALSE;
}

/* What nobody is connected with and single roles are no lanes of which an account is missed. */
static void
find_voices (TlReview  *review,
             GPtrArray *items)
{
  g_autoptr (TlLanes) lanes = tl_lanes_new (review);

  for (guint i = 0; i < tl_lanes_get_n (lanes); i++)
    {
      const TlLane *lane = tl_lanes_get (lanes, i);
      gboolean child = lane->sort == TL_LANE_CHILD;
      const char *id = lane->record != NULL ? tl_record_get_id (lane->record) : NULL;

      if ((!child && lane->sort != TL_LANE_AGENCY) || (id != NULL && is_heard (review, id, child ? "child" : "agency")))
        continue;

      g_autofree char *title = tl_lanes_dup_title (lanes, i);
      add (items, TL_BALANCE_VOICES, id,
           child ? g_strdup_printf (_("“%s” has no account yet: what was life like, and what was said to whom?"), title)
                 : g_strdup_printf (_("“%s” has no account of any event yet."), title));
    }
}

/**
 * tl_balance_side_get_title:
 * @side: a side
 *
 * Returns: what to call it
 */
const char *
tl_balance_side_get_title (TlBalanceSide side)
{
  g_return_val_if_fail (side < TL_N_BALANCE_SIDES, NULL);
  return _(sides[side].title);
}

/**
 * tl_balance_side_get_question:
 * @side: a side
 *
 * Returns: a question to go on with
 */
const char *
tl_balance_side_get_question (TlBalanceSide side)
{
  g_return_val_if_fail (side < TL_N_BALANCE_SIDES, NULL);
  return _(sides[side].question);
}

/**
 * tl_balance_side_get_done:
 * @side: a side
 *
 * Returns: what to say while there is nothing to point out
 */
const char *
tl_balance_side_get_done (TlBalanceSide side)
{
  g_return_val_if_fail (side < TL_N_BALANCE_SIDES, NULL);
  return _(sides[side].done);
}

/**
 * tl_balance_find:
 * @checks: what the rules found
 *
 * Returns: (transfer container) (element-type TlBalanceItem): what is told and not explained; free with
 *   g_ptr_array_unref()
 */
GPtrArray *
tl_balance_find (TlCheckList *checks)
{
  g_return_val_if_fail (TL_IS_CHECK_LIST (checks), NULL);

  TlReview *review = tl_check_list_get_review (checks);
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);

  take_problems (checks, items);
  find_events (review, items);
  find_levels (review, items);
  find_episodes (review, items);
  find_voices (review, items);
  return items;
}
