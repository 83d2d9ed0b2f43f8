/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli answers: a board copy goes out, answers come back. */
#include "config.h"

#include "tests/cli-case.h"

#define QUESTION "11111111-1111-4111-8111-111111111111"
#define RESPONSE "22222222-2222-4222-8222-222222222222"

static void
edit (const char *file,
      const char *lines)
{
  g_auto (Result) result = run (lines, "edit", file, "-", NULL);

  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.status, ==, 0);
}

static void
set_up_copy (void)
{
  make_review ();
  edit ("case.throughline", "{\"do\":\"group\",\"label\":\"Ask\",\"edits\":["
                            "{\"do\":\"add\",\"kind\":\"finding\",\"id\":\"33333333-3333-4333-8333-333333333333\"},"
                            "{\"do\":\"add\",\"kind\":\"board_question\",\"id\":\"" QUESTION "\",\"fields\":"
                            "{\"finding\":\"33333333-3333-4333-8333-333333333333\",\"text\":\"Why?\"}}]}\n");
  g_auto (Result) made
    = run (NULL, "export", "case.throughline", "--tier", "board", "--as", "review", "-o", "board.throughline", NULL);
  g_assert_cmpint (made.status, ==, 0);
}

static guint
count_responses (void)
{
  g_auto (Result) shown = run (NULL, "show", "case.throughline", "response", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&shown);

  return json_array_get_length (json_object_get_array_member (json_node_get_object (node), "records"));
}

static void
test_answers_are_shown_then_taken_then_undone (void)
{
  set_up_copy ();
  edit ("board.throughline", "{\"do\":\"add\",\"kind\":\"response\",\"id\":\"" RESPONSE "\",\"fields\":"
                             "{\"to\":\"" QUESTION "\",\"decision\":\"accepted\"}}\n");

  g_auto (Result) shown = run (NULL, "answers", "case.throughline", "board.throughline", NULL);
  g_assert_cmpint (shown.status, ==, 0);
  g_assert_nonnull (strstr (shown.out, "Added · Response · Question: Why?"));
  g_assert_nonnull (strstr (shown.out, "Decision in the copy: Accepted"));
  g_assert_cmpuint (count_responses (), ==, 0);

  g_auto (Result) taken = run (NULL, "answers", "case.throughline", "board.throughline", "--take", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&taken);
  JsonArray *answers = json_object_get_array_member (json_node_get_object (node), "answers");
  JsonObject *answer = json_array_get_object_element (answers, 0);
  g_assert_cmpuint (json_array_get_length (answers), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (answer, "change"), ==, "added");
  g_assert_true (json_object_get_boolean_member (answer, "taken"));
  g_assert_cmpuint (count_responses (), ==, 1);

  g_auto (Result) again = run (NULL, "answers", "case.throughline", "board.throughline", "--take", NULL);
  g_assert_cmpstr (again.out, ==, "The copy holds nothing that the review does not have.\n");
  g_assert_cmpint (again.status, ==, 0);

  g_auto (Result) undone = run (NULL, "undo", "case.throughline", NULL);
  g_assert_cmpint (undone.status, ==, 0);
  g_assert_cmpuint (count_responses (), ==, 0);
}

static void
test_a_copy_stands_only_when_told_so (void)
{
  set_up_copy ();
  edit ("board.throughline", "{\"do\":\"add\",\"kind\":\"response\",\"id\":\"" RESPONSE "\",\"fields\":"
                             "{\"to\":\"" QUESTION "\",\"decision\":\"accepted\"}}\n");
  g_auto (Result) first = run (NULL, "answers", "case.throughline", "board.throughline", "--take", NULL);
  edit ("case.throughline", "{\"do\":\"set\",\"id\":\"" RESPONSE "\",\"field\":\"decision\",\"value\":\"rejected\"}\n");
  edit ("board.throughline",
        "{\"do\":\"set\",\"id\":\"" RESPONSE "\",\"field\":\"decision\",\"value\":\"in_principle\"}\n");

  g_auto (Result) kept = run (NULL, "answers", "case.throughline", "board.throughline", "--take", NULL);
  g_assert_nonnull (strstr (kept.out, "in conflict with the review"));
  g_auto (Result) before = run (NULL, "show", "case.throughline", "response", "--json", NULL);
  g_assert_nonnull (strstr (before.out, "rejected"));

  g_auto (Result) taken
    = run (NULL, "answers", "case.throughline", "board.throughline", "--take", "--copy-stands", NULL);
  g_auto (Result) after = run (NULL, "show", "case.throughline", "response", "--json", NULL);
  g_assert_nonnull (strstr (after.out, "in_principle"));
  g_assert_cmpint (first.status + kept.status + taken.status, ==, 0);
}

static void
test_a_review_is_no_copy (void)
{
  set_up_copy ();
  g_auto (Result) result = run (NULL, "answers", "case.throughline", "case.throughline", NULL);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "is not a copy made for the board"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/answers-are-shown-then-taken-then-undone", test_answers_are_shown_then_taken_then_undone);
  g_test_add_func ("/cli/a-copy-stands-only-when-told-so", test_a_copy_stands_only_when_told_so);
  g_test_add_func ("/cli/a-review-is-no-copy", test_a_review_is_no_copy);
  return g_test_run ();
}
