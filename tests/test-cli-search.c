/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching a review from the command line. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli-case.h"

#define FACTOR "0f9b0f3a-0000-4000-8000-000000000001"
#define OTHER "0f9b0f3a-0000-4000-8000-000000000002"
#define SOURCE "0f9b0f3a-0000-4000-8000-000000000003"

static void
make_case (void)
{
  make_review ();
  g_auto (Result) edit
      = run ("{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"" FACTOR "\",\"fields\":"
             "{\"statement\":\"Ünder pressure the albatross was assessed\",\"detail\":\"An albatross\"}}\n"
             "{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"" OTHER "\",\"fields\":"
             "{\"statement\":\"Assessments late\"}}\n"
             "{\"do\":\"add\",\"kind\":\"source\",\"id\":\"" SOURCE "\",\"fields\":"
             "{\"title\":\"Minutes\",\"body\":\"On Monday an albatross was seen.\"}}\n",
             "edit", "case.throughline", "-", NULL);

  g_assert_cmpstr (edit.err, ==, "");
  g_assert_cmpint (edit.status, ==, 0);
}

static JsonNode *
search (const char *query)
{
  g_auto (Result) result = run (NULL, "search", "case.throughline", query, "--json", NULL);
  return parse (&result);
}

static JsonArray *
get_results (JsonNode *node)
{
  return json_object_get_array_member (json_node_get_object (node), "results");
}

static gint64
get_n_records (JsonNode *node)
{
  return json_object_get_int_member (json_node_get_object (node), "records");
}

static JsonObject *
find_place (JsonNode   *node,
            const char *id,
            const char *field)
{
  JsonArray *results = get_results (node);

  for (guint i = 0; i < json_array_get_length (results); i++)
    {
      JsonObject *place = json_array_get_object_element (results, i);

      if (g_str_equal (json_object_get_string_member (place, "id"), id)
          && g_str_equal (json_object_get_string_member (place, "field"), field))
        return place;
    }
  return NULL;
}

static void
fields_and_texts_are_found (void)
{
  make_case ();

  g_autoptr (JsonNode) found = search ("albatross");
  JsonObject *statement = find_place (found, FACTOR, "statement");
  JsonObject *body = find_place (found, SOURCE, "body");

  g_assert_cmpint (get_n_records (found), ==, 2);
  g_assert_nonnull (find_place (found, FACTOR, "detail"));
  g_assert_cmpstr (json_object_get_string_member (statement, "kind"), ==, "factor");
  g_assert_cmpint (json_object_get_int_member (statement, "position"), ==, 19);
  g_assert_cmpint (json_object_get_int_member (statement, "length"), ==, 9);
  g_assert_cmpint (json_object_get_int_member (body, "position"), ==, 13);
  g_assert_cmpstr (json_object_get_string_member (body, "title"), ==, "Minutes");
  g_assert_nonnull (strstr (json_object_get_string_member (body, "snippet"), "albatross"));
}

static void
words_phrases_and_exclusions_are_understood (void)
{
  make_case ();

  g_autoptr (JsonNode) both = search ("assess*");
  g_autoptr (JsonNode) one = search ("assess* -albatross");
  g_autoptr (JsonNode) phrase = search ("\"albatross was seen\"");
  g_autoptr (JsonNode) either = search ("monday OR late");
  g_autoptr (JsonNode) none = search ("pelican");

  g_assert_cmpint (get_n_records (both), ==, 2);
  g_assert_cmpint (get_n_records (one), ==, 1);
  g_assert_nonnull (find_place (one, OTHER, "statement"));
  g_assert_cmpint (get_n_records (phrase), ==, 1);
  g_assert_nonnull (find_place (phrase, SOURCE, "body"));
  g_assert_cmpint (get_n_records (either), ==, 2);
  g_assert_cmpint (get_n_records (none), ==, 0);
  g_assert_cmpuint (json_array_get_length (get_results (none)), ==, 0);
}

/* Nothing that was taken back is found, and what was just written is. */
static void
the_answer_is_of_now (void)
{
  make_case ();

  g_autoptr (JsonNode) before = search ("monday");
  g_auto (Result) undo = run (NULL, "undo", "case.throughline", NULL);
  g_autoptr (JsonNode) after = search ("monday");
  g_auto (Result) redo = run (NULL, "redo", "case.throughline", NULL);
  g_autoptr (JsonNode) again = search ("monday");

  g_assert_cmpint (undo.status, ==, 0);
  g_assert_cmpint (redo.status, ==, 0);
  g_assert_cmpint (get_n_records (before), ==, 1);
  g_assert_cmpint (get_n_records (after), ==, 0);
  g_assert_cmpint (get_n_records (again), ==, 1);
}

static void
it_is_read_as_text_too_and_limited (void)
{
  make_case ();

  g_auto (Result) all = run (NULL, "search", "case.throughline", "albatross", NULL);
  g_auto (Result) limited = run (NULL, "search", "case.throughline", "albatross", "--limit", "1", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&limited);
  JsonArray *results = get_results (node);
  const char *first = json_object_get_string_member (json_array_get_object_element (results, 0), "id");

  g_assert_cmpint (all.status, ==, 0);
  g_assert_nonnull (strstr (all.out, "Source: Minutes\n    Text, 13: On Monday an albatross was seen.\n"));
  g_assert_true (g_str_has_suffix (all.out, "2 records.\n"));

  /* All the places of one record, and how many records there are in all. */
  g_assert_cmpint (get_n_records (node), ==, 2);
  for (guint i = 0; i < json_array_get_length (results); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (results, i), "id"), ==, first);
}

static void
what_can_not_be_answered_is_said (void)
{
  make_case ();

  g_auto (Result) no_query = run (NULL, "search", "case.throughline", NULL);
  g_auto (Result) negative = run (NULL, "search", "case.throughline", "albatross", "--limit", "-1", NULL);
  g_auto (Result) no_file = run (NULL, "search", "other.throughline", "albatross", NULL);

  g_assert_cmpint (no_query.status, ==, 2);
  g_assert_cmpint (negative.status, ==, 2);
  g_assert_nonnull (strstr (negative.err, "--limit"));
  g_assert_cmpint (no_file.status, ==, 1);
  g_assert_nonnull (strstr (no_file.err, "other.throughline"));
}

static void
a_folder_that_may_not_be_written_is_no_hindrance (void)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write to any folder");
      return;
    }
  make_case ();
  g_assert_no_errno (g_chmod (folder, 0500));
  g_autoptr (JsonNode) node = search ("albatross");
  g_assert_no_errno (g_chmod (folder, 0700));
  g_assert_cmpint (get_n_records (node), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/search/fields-and-texts-are-found", fields_and_texts_are_found);
  g_test_add_func ("/cli/search/words-phrases-and-exclusions-are-understood",
                   words_phrases_and_exclusions_are_understood);
  g_test_add_func ("/cli/search/the-answer-is-of-now", the_answer_is_of_now);
  g_test_add_func ("/cli/search/it-is-read-as-text-too-and-limited", it_is_read_as_text_too_and_limited);
  g_test_add_func ("/cli/search/what-can-not-be-answered-is-said", what_can_not_be_answered_is_said);
  g_test_add_func ("/cli/search/a-folder-that-may-not-be-written-is-no-hindrance",
                   a_folder_that_may_not_be_written_is_no_hindrance);
  return g_test_run ();
}
