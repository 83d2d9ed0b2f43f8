/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a review tells and does not explain. */
#include "config.h"

#include "model/checks/tl-balance.h"
#include "model/method/tl-method.h"
#include "tests/checks-case.h"

static const TlBalanceItem *
find_item (GPtrArray    *items,
           TlBalanceSide side,
           const char   *id)
{
  for (guint i = 0; i < items->len; i++)
    {
      const TlBalanceItem *item = g_ptr_array_index (items, i);

      if (item->side == side && g_strcmp0 (item->record_id, id) == 0)
        return item;
    }
  return NULL;
}

static GPtrArray *
weigh (Case *self)
{
  g_autoptr (TlCheckList) checks = tl_check_list_new (self->review);

  tl_check_list_refresh (checks);
  return tl_balance_find (checks);
}

static void
assert_pointed_out (Case         *self,
                    TlBalanceSide side,
                    const char   *id,
                    const char   *words)
{
  g_autoptr (GPtrArray) items = weigh (self);
  const TlBalanceItem *item = find_item (items, side, id);

  g_assert_nonnull (item);
  if (strstr (item->message, words) == NULL)
    g_error ("“%s” is not in: %s", words, item->message);
}

static void
assert_left_alone (Case         *self,
                   TlBalanceSide side,
                   const char   *id)
{
  g_autoptr (GPtrArray) items = weigh (self);
  const TlBalanceItem *item = find_item (items, side, id);

  if (item != NULL)
    g_error ("it says: %s", item->message);
}

static void
test_an_event_wants_an_episode_or_a_factor (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *visit = add (self, "event", "title", "A visit", NULL);
  const char *call = add (self, "event", "title", "A call", NULL);
  const char *role = add (self, "role", "label", "Health visitor", NULL);
  const char *account = add (self, "account", "event", call, "role", role, NULL);

  assert_pointed_out (self, TL_BALANCE_EVENTS, visit, "A visit");
  assert_pointed_out (self, TL_BALANCE_EVENTS, call, "A call");
  add (self, "episode", "title", "The spring", "events", visit, NULL);
  add (self, "factor", "statement", "31 families", "accounts", account, NULL);
  assert_left_alone (self, TL_BALANCE_EVENTS, visit);
  assert_left_alone (self, TL_BALANCE_EVENTS, call);
}

static void
test_what_a_rule_says_is_said_once (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *event = add_factor (self, "The visit was short", "event", "frontline");
  const char *worker = add (self, "role", "label", "Social worker", "function", "practitioner", NULL);
  const char *act = add_factor (self, "She left at four", "action", "frontline");

  set (self, act, "role", worker);
  assert_pointed_out (self, TL_BALANCE_EVENTS, event, "nothing says why");
  assert_pointed_out (self, TL_BALANCE_PEOPLE, act, "She left at four");
  add_link (self, act, event);
  assert_left_alone (self, TL_BALANCE_EVENTS, event);

  const char *workload = add_factor (self, "31 families", "factor", "frontline");
  add_link (self, workload, act);
  assert_left_alone (self, TL_BALANCE_PEOPLE, act);
}

static guint
count_side (Case         *self,
            TlBalanceSide side)
{
  g_autoptr (GPtrArray) items = weigh (self);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((TlBalanceItem *) g_ptr_array_index (items, i))->side == side;
  return n;
}

static void
test_levels_are_missed_once_there_are_factors (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (TlMethod) method = tl_method_lookup ("learning-together", NULL);
  guint n_levels = tl_method_get_n_levels (method);

  g_assert_cmpuint (count_side (self, TL_BALANCE_LEVELS), ==, 0);
  for (guint i = n_levels; i > 0; i--)
    {
      add_factor (self, "Something", "factor", tl_method_get_level (method, i - 1)->key);
      g_assert_cmpuint (count_side (self, TL_BALANCE_LEVELS), ==, i - 1);
    }
}

static void
test_an_episode_wants_more_than_one_view (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *episode = add (self, "episode", "title", "The spring", NULL);
  const char *worker = add (self, "role", "label", "Social worker", NULL);
  const char *manager = add (self, "role", "label", "Team manager", NULL);
  const char *first = add (self, "rationale", "episode", episode, "role", worker, NULL);

  assert_pointed_out (self, TL_BALANCE_SENSE, episode, "to anybody");
  set (self, first, "understood", "A family short of room");
  assert_pointed_out (self, TL_BALANCE_SENSE, episode, "only as it made sense to Social worker");
  add (self, "rationale", "episode", episode, "role", manager, "goals", "To keep the list short", NULL);
  assert_left_alone (self, TL_BALANCE_SENSE, episode);
}

static void
test_a_missing_voice_is_missed (void)
{
  g_autoptr (Case) self = case_new ("learning-together");

  /* Nobody has entered a child yet: that is missed too. */
  assert_pointed_out (self, TL_BALANCE_VOICES, NULL, "what was life like");

  const char *child = add (self, "child", "label", "Child A", NULL);
  const char *school = add (self, "agency", "label", "School", NULL);
  const char *pupil = add (self, "role", "label", "Child A", "child", child, NULL);
  const char *teacher = add (self, "role", "label", "Teacher", "agency", school, NULL);
  const char *event = add (self, "event", "title", "A visit", NULL);

  assert_left_alone (self, TL_BALANCE_VOICES, NULL);
  assert_pointed_out (self, TL_BALANCE_VOICES, child, "Child A");
  assert_pointed_out (self, TL_BALANCE_VOICES, school, "School");
  add (self, "telling", "teller", pupil, "told", teacher, "what", "He comes at night", NULL);
  add (self, "account", "event", event, "role", teacher, NULL);
  assert_left_alone (self, TL_BALANCE_VOICES, child);
  assert_left_alone (self, TL_BALANCE_VOICES, school);
}

static void
test_what_is_set_aside_stays_aside (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (GError) error = NULL;

  add_factor (self, "31 families", "factor", "frontline");
  g_autoptr (GPtrArray) problems = tl_checks_run (self->review);
  TlCheckProblem *top = find (problems, "S5", NULL);
  guint before = count_side (self, TL_BALANCE_LEVELS);

  g_assert_nonnull (top);
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_assert_true (tl_checks_set_aside (edit, top, "Looked for", &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_cmpuint (count_side (self, TL_BALANCE_LEVELS), ==, before - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/balance/an-event-wants-an-episode-or-a-factor", test_an_event_wants_an_episode_or_a_factor);
  g_test_add_func ("/balance/what-a-rule-says-is-said-once", test_what_a_rule_says_is_said_once);
  g_test_add_func ("/balance/levels-are-missed-once-there-are-factors", test_levels_are_missed_once_there_are_factors);
  g_test_add_func ("/balance/an-episode-wants-more-than-one-view", test_an_episode_wants_more_than_one_view);
  g_test_add_func ("/balance/a-missing-voice-is-missed", test_a_missing_voice_is_missed);
  g_test_add_func ("/balance/what-is-set-aside-stays-aside", test_what_is_set_aside_stays_aside);
  return g_test_run ();
}
