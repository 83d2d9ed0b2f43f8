/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The case through someone's eyes: what was known to whom and when. */
#include "config.h"

#include "model/case/tl-tunnel.h"
#include "model/review/tl-history.h"
#include "narrative-case.h"
#include "tests/support/tl-draw.h"
#include "tests/support/tl-generate.h"
#include "tests/support/tl-verbs.h"
#include "tests/support/tl-witness.h"

#define N_CASES 12
#define N_ROUNDS 24

static const char *const knowledge_kinds[] = {
  "role", "role", "event", "account", "account", "telling", "telling", "source", "extract", "factor", "support",
  "link", "episode", "rationale", NULL,
};

static void
look (TlTunnel   *tunnel,
      const char *role,
      const char *text)
{
  TlDate date;

  g_assert_true (tl_date_parse (text, &date));
  tl_tunnel_set_view (tunnel, role, &date);
}

static gint64
get_now (TlTunnel *tunnel)
{
  gint64 earliest, now;

  tl_date_get_bounds (tl_tunnel_get_date (tunnel), &earliest, &now);
  return now;
}

static void
assert_state (TlTunnel      *tunnel,
              const char    *id,
              const char    *role,
              const char    *date,
              TlTunnelState  state)
{
  look (tunnel, role, date);
  g_assert_cmpint (tl_tunnel_get_state (tunnel, id), ==, state);
}

static void
test_nothing_is_hidden_without_a_view (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
  g_autofree char *event = add_record (review, "event", "title", "A visit", "date", "2010-05-17", NULL);
  g_autofree char *role = add_record (review, "role", "label", "Teacher 1", NULL);

  g_assert_false (tl_tunnel_is_open (tunnel));
  g_assert_cmpint (tl_tunnel_get_state (tunnel, event), ==, TL_TUNNEL_OUTSIDE);
  assert_state (tunnel, event, NULL, "2010", TL_TUNNEL_KNOWN);
  g_assert_cmpint (tl_tunnel_get_state (tunnel, role), ==, TL_TUNNEL_OUTSIDE);
  g_assert_cmpint (tl_tunnel_get_state (tunnel, "unheard of"), ==, TL_TUNNEL_OUTSIDE);

  tl_tunnel_set_view (tunnel, NULL, NULL);
  g_assert_false (tl_tunnel_is_open (tunnel));
  g_assert_null (tl_tunnel_get_date (tunnel));
  g_assert_cmpint (tl_tunnel_get_state (tunnel, event), ==, TL_TUNNEL_OUTSIDE);
}

static void
test_bounds_that_straddle_the_date_leave_it_open (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
  g_autofree char *factor = add_record (review, "factor", "statement", "Late", "known_from", "2010-05", NULL);
  g_autofree char *undated = add_record (review, "factor", "statement", "Undated", NULL);

  assert_state (tunnel, factor, NULL, "2010-04-30", TL_TUNNEL_NOT_YET);
  assert_state (tunnel, factor, NULL, "2010-05-01", TL_TUNNEL_COULD_BE_KNOWN);
  assert_state (tunnel, factor, NULL, "2010-05-30", TL_TUNNEL_COULD_BE_KNOWN);
  assert_state (tunnel, factor, NULL, "2010-05-31", TL_TUNNEL_KNOWN);
  assert_state (tunnel, factor, NULL, "2010-05", TL_TUNNEL_KNOWN);
  assert_state (tunnel, undated, NULL, "1900", TL_TUNNEL_COULD_BE_KNOWN);
  assert_state (tunnel, undated, NULL, "2100", TL_TUNNEL_COULD_BE_KNOWN);
}

/* Teacher saw it in April and told the head in May, who told the nurse in June. */
static void
test_what_one_knew_and_told_is_known_to_the_other (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
  g_autofree char *teacher = add_record (review, "role", "label", "Teacher", NULL);
  g_autofree char *head = add_record (review, "role", "label", "Head", NULL);
  g_autofree char *nurse = add_record (review, "role", "label", "Nurse", NULL);
  g_autofree char *stranger = add_record (review, "role", "label", "Stranger", NULL);
  g_autofree char *event = add_record (review, "event", "title", "A drawing", "date", "2010-04-18", NULL);
  g_autofree char *account = add_record (review, "account", "event", event, "role", teacher, "saw", "A cot",
                                         "known_from", "2010-04-18", NULL);
  g_autofree char *first = add_record (review, "telling", "teller", teacher, "told", head, "date", "2010-05-03",
                                       "event", event, NULL);
  g_autofree char *second = add_record (review, "telling", "teller", head, "told", nurse, "date", "2010-06-01",
                                        "event", event, NULL);

  assert_state (tunnel, account, teacher, "2010-04-17", TL_TUNNEL_NOT_YET);
  assert_state (tunnel, account, teacher, "2010-04-18", TL_TUNNEL_KNOWN);
  assert_state (tunnel, event, teacher, "2010-04-18", TL_TUNNEL_KNOWN);
  assert_state (tunnel, account, head, "2010-05-02", TL_TUNNEL_NOT_YET);
  assert_state (tunnel, account, head, "2010-05-03", TL_TUNNEL_KNOWN);
  assert_state (tunnel, account, nurse, "2010-05-31", TL_TUNNEL_NOT_YET);
  assert_state (tunnel, account, nurse, "2010-06-01", TL_TUNNEL_KNOWN);
  g_assert_cmpstr (tl_record_get_id (tl_tunnel_get_known (tunnel, account)->through), ==, second);
  assert_state (tunnel, first, nurse, "2010-06-01", TL_TUNNEL_COULD_BE_KNOWN);
  assert_state (tunnel, account, stranger, "2010-04-17", TL_TUNNEL_NOT_YET);
  assert_state (tunnel, account, stranger, "2010-12-31", TL_TUNNEL_COULD_BE_KNOWN);

  remove_record (review, first);
  assert_state (tunnel, account, nurse, "2010-06-01", TL_TUNNEL_COULD_BE_KNOWN);
  assert_state (tunnel, event, nurse, "2010-06-01", TL_TUNNEL_KNOWN);
}

/* What the teller learned afterwards is not in what they told. */
static void
test_what_was_learned_afterwards_is_not_passed_on (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
  g_autofree char *teacher = add_record (review, "role", "label", "Teacher", NULL);
  g_autofree char *head = add_record (review, "role", "label", "Head", NULL);
  g_autofree char *event = add_record (review, "event", "title", "A bruise", "date", "2010-04-18", NULL);
  g_autofree char *account = add_record (review, "account", "event", event, "role", teacher, "saw", "A mark",
                                         "known_from", "2010-07-01", NULL);
  g_autofree char *maybe = add_record (review, "account", "event", event, "role", teacher, "saw", "A word",
                                       "known_from", "[2010-05..2010-07]", NULL);
  g_autofree char *telling = add_record (review, "telling", "teller", teacher, "told", head, "date", "2010-06-01",
                                         "event", event, NULL);

  assert_state (tunnel, event, head, "2010-06-01", TL_TUNNEL_KNOWN);
  assert_state (tunnel, telling, head, "2010-06-01", TL_TUNNEL_KNOWN);
  assert_state (tunnel, account, head, "2010-06-30", TL_TUNNEL_NOT_YET);
  assert_state (tunnel, account, head, "2010-07-01", TL_TUNNEL_COULD_BE_KNOWN);
  assert_state (tunnel, maybe, head, "2010-05-31", TL_TUNNEL_NOT_YET);
  assert_state (tunnel, maybe, head, "2010-06-01", TL_TUNNEL_COULD_BE_KNOWN);
  assert_state (tunnel, maybe, head, "2015", TL_TUNNEL_COULD_BE_KNOWN);
}

static void
test_a_role_that_goes_closes_the_view (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
  g_autofree char *role = add_record (review, "role", "label", "Teacher", NULL);

  look (tunnel, role, "2010");
  remove_record (review, role);
  g_assert_false (tl_tunnel_is_open (tunnel));
}

static void
test_what_occupied_them_comes_forward (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
  g_autofree char *role = add_record (review, "role", "label", "Teacher", NULL);
  g_autofree char *first = add_record (review, "event", "title", "A visit", "date", "2010-04-18", NULL);
  g_autofree char *second = add_record (review, "event", "title", "A call", "date", "2010-05-18", NULL);
  g_autofree char *episode = add_record (review, "episode", "title", "Spring", "start", "2010-05", "finish", "2010-06",
                                         NULL);
  g_autofree char *queue = add_record (review, "account", "event", first, "role", role, "occupied", "The queue", NULL);
  g_autofree char *phone = add_record (review, "account", "event", second, "role", role, "occupied", "The phone", NULL);
  g_autofree char *reason = add_record (review, "rationale", "episode", episode, "role", role, "attention", "Reports",
                                        NULL);
  const struct {
    const char *date, *expected[3];
  } cases[] = {
    { "2010-04-17", { NULL } },          { "2010-04-18", { queue, NULL } },         { "2010-04-30", { queue, NULL } },
    { "2010-05-02", { reason, queue } }, { "2010-05-18", { reason, phone, NULL } }, { "2010-07", { phone, NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      look (tunnel, role, cases[i].date);
      g_autoptr (GPtrArray) occupied = tl_tunnel_get_occupied (tunnel);
      for (guint j = 0; j < occupied->len; j++)
        g_assert_cmpstr (tl_record_get_id (occupied->pdata[j]), ==, cases[i].expected[j]);
      g_assert_null (cases[i].expected[occupied->len]);
    }
}

/* Generated reviews */

/* Not about power cuts, so the disk is not waited for. */
static TlReview *
open_new_quickly (char **path)
{
  TlReview *review = open_new (path);
  g_autoptr (GError) error = NULL;

  tl_connection_execute (tl_review_get_connection (review), "PRAGMA synchronous = OFF", &error);
  g_assert_no_error (error);
  return review;
}

static char *
draw_role (TlReview *review,
           GRand    *random)
{
  TlRecordList *roles = tl_review_get_list (review, "role");
  guint n = tl_record_list_get_n (roles);
  guint position = (guint) g_rand_int_range (random, 0, (gint32) n + 1);

  return position < n ? g_strdup (tl_record_get_id (tl_record_list_get (roles, position))) : NULL;
}

static void
assert_as_the_witness_says (TlTunnel *tunnel,
                            guint    *n_states,
                            guint    *n_passed)
{
  TlReview *review = tl_tunnel_get_review (tunnel);
  gint64 now = get_now (tunnel);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      TlRecordList *list = tl_review_get_list (review, tl_kinds_get (i)->name);

      for (guint j = 0; j < tl_record_list_get_n (list); j++)
        {
          TlRecord *record = tl_record_list_get (list, j);
          const char *id = tl_record_get_id (record);
          TlTunnelState state = tl_tunnel_get_state (tunnel, id);
          TlTunnelState expected = tl_witness_ask (review, record, tl_tunnel_get_role (tunnel), now);
          const TlKnown *known = tl_tunnel_get_known (tunnel, id);

          if (state != expected)
            g_error ("%s %s is %d to %s, and should be %d", tl_kinds_get (i)->name, id, state,
                     tl_tunnel_get_role (tunnel), expected);
          n_states[state]++;
          *n_passed += tl_record_is (record, "account") && known->through != NULL
                       && tl_record_is (known->through, "telling");
        }
    }
}

static void
look_by_chance (TlTunnel *tunnel,
                GRand    *random,
                guint     first_year,
                guint     n_years)
{
  g_autofree char *role = draw_role (tl_tunnel_get_review (tunnel), random);
  g_autofree char *date = tl_draw_date (random, first_year, n_years);

  look (tunnel, role, date);
}

static char *
add_some (TlEdit     *edit,
          GRand      *random,
          const char *kind,
          GPtrArray  *roles,
          GPtrArray  *events)
{
  static const char *const fields[] = { "event", "role", "teller", "told", "date", "known_from" };
  g_autoptr (GError) error = NULL;
  g_autofree char *drawn = tl_draw_id (random);
  char *id = tl_edit_add (edit, kind, drawn, &error);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *date = tl_draw_date (random, 2010, 2);
      GPtrArray *from = i == 0 ? events : roles;

      if (tl_kind_find_field (tl_kind_lookup (kind), fields[i]) != NULL
          && (i == 0 || g_rand_int_range (random, 0, 12) > 0))
        tl_edit_set (edit, id, fields[i],
                     i < 4 ? from->pdata[g_rand_int_range (random, 0, (gint32) from->len)] : date, &error);
      g_assert_no_error (error);
    }
  return id;
}

/* A case in which much is told of little. */
static void
populate (TlReview *review,
          GRand    *random)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (roles, add_some (edit, random, "role", NULL, NULL));
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (events, add_some (edit, random, "event", NULL, NULL));
  for (guint i = 0; i < 12; i++)
    g_free (add_some (edit, random, "account", roles, events));
  for (guint i = 0; i < 20; i++)
    g_free (add_some (edit, random, "telling", roles, events));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

/* The view stays while the case changes under it, forwards and backwards. */
static void
test_everything_is_in_the_state_that_the_rules_give (void)
{
  guint n_states[TL_TUNNEL_N_STATES] = { 0 }, n_passed = 0;

  for (guint32 seed = 1; seed <= N_CASES; seed++)
    {
      g_autofree char *path = NULL;
      g_autoptr (TlReview) review = open_new_quickly (&path);
      g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
      g_autoptr (TlVerbs) verbs = tl_verbs_new (seed);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);

      verbs->kinds = knowledge_kinds;
      verbs->first_year = 2010;
      verbs->n_years = 2;
      populate (review, random);
      for (guint round = 0; round < N_ROUNDS; round++)
        {
          look_by_chance (tunnel, random, 2010, 2);
          for (guint i = 0; i < 12 && tl_tunnel_is_open (tunnel); i++)
            tl_verbs_do (verbs, review);
          if (tl_tunnel_is_open (tunnel))
            assert_as_the_witness_says (tunnel, n_states, &n_passed);
          for (guint i = 0; i < 4; i++)
            {
              look_by_chance (tunnel, random, 2010, 2);
              assert_as_the_witness_says (tunnel, n_states, &n_passed);
            }
        }
    }
  g_test_message ("%u known, %u could be, %u not yet; %u accounts were passed on", n_states[TL_TUNNEL_KNOWN],
                  n_states[TL_TUNNEL_COULD_BE_KNOWN], n_states[TL_TUNNEL_NOT_YET], n_passed);
  for (guint i = 0; i < TL_TUNNEL_N_STATES; i++)
    g_assert_cmpuint (n_states[i], >, 1000);
  g_assert_cmpuint (n_passed, >, 100);
}

static void
test_a_generated_review_is_as_the_rules_give (void)
{
  guint n_states[TL_TUNNEL_N_STATES] = { 0 }, n_passed = 0;

  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autofree char *path = make_path ("case.throughline");
      g_autoptr (GPtrArray) planted = tl_generate_review (path, seed, 3);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlReview) review = tl_review_open (path, 0, &error);
      g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);

      g_assert_no_error (error);
      for (guint i = 0; i < 20; i++)
        {
          look_by_chance (tunnel, random, 2004, 12);
          assert_as_the_witness_says (tunnel, n_states, &n_passed);
        }
    }
}

/* As time goes on, nothing known is unlearned; and it is only at a step that something is learned. */
static void
test_time_only_adds_and_only_at_steps (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new_quickly (&path);
  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
  g_autoptr (TlVerbs) verbs = tl_verbs_new (77);
  g_autoptr (GRand) random = g_rand_new_with_seed (77);
  guint n_changes = 0;

  verbs->kinds = knowledge_kinds;
  verbs->first_year = 2010;
  verbs->n_years = 2;
  populate (review, random);
  for (guint i = 0; i < 200; i++)
    tl_verbs_do (verbs, review);

  for (guint round = 0; round < 6; round++)
    {
      g_autofree char *role = draw_role (review, random);
      g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);
      TlDate date;
      int step = -1;

      g_assert_true (tl_date_parse ("2008-06-01", &date));
      for (gint64 day = 0; day < 5 * 366; day++)
        {
          gint64 earliest, latest;

          tl_tunnel_set_view (tunnel, role, &date);
          gboolean at_step = tl_tunnel_find_step (tunnel) != step || day == 0;
          step = tl_tunnel_find_step (tunnel);
          for (guint i = 0; knowledge_kinds[i] != NULL; i++)
            {
              TlRecordList *list = tl_review_get_list (review, knowledge_kinds[i]);

              for (guint j = 0; j < tl_record_list_get_n (list); j++)
                {
                  const char *id = tl_record_get_id (tl_record_list_get (list, j));
                  TlTunnelState state = tl_tunnel_get_state (tunnel, id);
                  gpointer was = g_hash_table_lookup (before, id);

                  if (was != NULL)
                    g_assert_cmpint (state, <=, GPOINTER_TO_INT (was) - 1);
                  if (was != NULL && (int) state != GPOINTER_TO_INT (was) - 1)
                    {
                      g_assert_true (at_step);
                      n_changes++;
                    }
                  g_hash_table_insert (before, (gpointer) id, GINT_TO_POINTER (state + 1));
                }
            }
          tl_date_get_bounds (&date, &earliest, &latest);
          tl_date_init_day (&date, latest / TL_DATE_DAY_MINUTES + 1);
        }
      g_assert_cmpint (step + 1, ==, (int) tl_tunnel_get_n_steps (tunnel));
    }
  g_assert_cmpuint (n_changes, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tunnel/nothing-is-hidden-without-a-view", test_nothing_is_hidden_without_a_view);
  g_test_add_func ("/tunnel/bounds-that-straddle-the-date-leave-it-open",
                   test_bounds_that_straddle_the_date_leave_it_open);
  g_test_add_func ("/tunnel/what-one-knew-and-told-is-known-to-the-other",
                   test_what_one_knew_and_told_is_known_to_the_other);
  g_test_add_func ("/tunnel/what-was-learned-afterwards-is-not-passed-on",
                   test_what_was_learned_afterwards_is_not_passed_on);
  g_test_add_func ("/tunnel/a-role-that-goes-closes-the-view", test_a_role_that_goes_closes_the_view);
  g_test_add_func ("/tunnel/what-occupied-them-comes-forward", test_what_occupied_them_comes_forward);
  g_test_add_func ("/tunnel/everything-is-in-the-state-that-the-rules-give",
                   test_everything_is_in_the_state_that_the_rules_give);
  g_test_add_func ("/tunnel/a-generated-review-is-as-the-rules-give", test_a_generated_review_is_as_the_rules_give);
  g_test_add_func ("/tunnel/time-only-adds-and-only-at-steps", test_time_only_adds_and_only_at_steps);
  return g_test_run ();
}
