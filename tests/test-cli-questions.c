/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library: what each question prints for machines, on the tour's library; what is small is withheld
 * unless it is asked for, and what makes no sense is refused. */
#include "config.h"

#include <string.h>

#include "tests/cli-case.h"

#define LIBRARY "tour/national.tllibrary"

static void
make_tour (void)
{
  set_up ();
  g_auto (Result) made = run (NULL, "tour", "tour", NULL);
  g_assert_cmpint (made.status, ==, 0);
}

/* The rows of an answer; each has reviews and a base. */
static JsonArray *
get_rows (JsonNode   *answer,
          const char *list)
{
  JsonObject *object = json_node_get_object (answer);
  JsonArray *rows = json_object_get_array_member (object, list);

  g_assert_nonnull (rows);
  g_assert_cmpuint (strlen (json_object_get_string_member (object, "caption")), >, 0);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      g_assert_true (json_object_has_member (row, "reviews"));
      g_assert_true (json_object_has_member (row, "base"));
    }
  return rows;
}

static void
every_question_has_rows_with_a_base (void)
{
  static const struct {
    const char *arguments[4];
    const char *list;
    const char *key;
  } cases[] = {
    { { "chains", LIBRARY, "--length", "1" }, "chains", "path" },
    { { "chains", LIBRARY, "TO.4 > MS.10" }, "chains", "path" },
    { { "recurring", LIBRARY }, "recurring", "codes" },
    { { "merged", LIBRARY, "--min", "30" }, "links", "cause" },
    { { "national", LIBRARY }, "national", "code" },
    { { "gaps", LIBRARY }, "gaps", "words" },
    { { "like", LIBRARY, "tour/review.throughline", "1" }, "like", "whose" },
    { { "search", LIBRARY, "forms" }, "search", "query" },
  };

  make_tour ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *a = cases[i].arguments;
      g_auto (Result) asked = run (NULL, "library", a[0], "--json", a[1], a[2], a[3], NULL);
      g_autoptr (JsonNode) answer = parse (&asked);
      JsonArray *rows = get_rows (answer, cases[i].list);

      for (guint j = 0; j < json_array_get_length (rows); j++)
        {
          JsonObject *row = json_array_get_object_element (rows, j);

          g_assert_true (json_object_has_member (row, cases[i].key));
          g_assert_false (json_object_has_member (row, "behind"));
        }
    }
}

static void
small_counts_are_c_and_the_office_sees_them (void)
{
  make_tour ();
  g_auto (Result) asked = run (NULL, "library", "chains", LIBRARY, "TO.4 > MS.10", "--threshold", "500", "--json",
                               NULL);
  g_autoptr (JsonNode) answer = parse (&asked);
  g_auto (Result) inside = run (NULL, "library", "chains", LIBRARY, "TO.4 > MS.10", "--internal", "--json", NULL);
  g_autoptr (JsonNode) open = parse (&inside);
  JsonObject *row = json_array_get_object_element (get_rows (answer, "chains"), 0);
  JsonObject *open_row = json_array_get_object_element (get_rows (open, "chains"), 0);

  g_assert_cmpstr (json_object_get_string_member (row, "reviews"), ==, "c");
  g_assert_cmpstr (json_object_get_string_member (row, "base"), ==, "c");
  g_assert_false (json_object_has_member (row, "expected"));
  g_assert_cmpint (json_object_get_int_member (open_row, "reviews"), >, 0);
}

static void
a_table_has_a_line_a_row_and_its_base (void)
{
  make_tour ();
  g_auto (Result) asked = run (NULL, "library", "chains", LIBRARY, "--length", "1", "--csv", NULL);

  g_assert_cmpint (asked.status, ==, 0);
  g_assert_true (g_str_has_prefix (asked.out, "path,labels,reviews,expected,recurs,base,caption\n"));

  g_auto (Result) graph = run (NULL, "library", "merged", LIBRARY, "--as", "graphml", "-o", "merged.graphml", NULL);

  g_assert_cmpint (graph.status, ==, 0);
  g_autofree char *path = g_build_filename (folder, "merged.graphml", NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What a filter of levels does to codes would be taken for another thing. */
static void
a_caption_says_that_codes_stand_at_the_level (void)
{
  make_tour ();

  g_auto (Result) of_all = run (NULL, "library", "themes", LIBRARY, NULL);
  g_auto (Result) of_one = run (NULL, "library", "themes", LIBRARY, "--level", "frontline", NULL);

  g_assert_null (strstr (of_all.out, "what is tagged at this level counts"));
  g_assert_nonnull (strstr (of_one.out, "what is tagged at this level counts"));
}

/* Not what a file says is done, but what the question's own command would. */
static void
a_saved_question_is_answered_as_its_own_command_would (void)
{
  make_tour ();
  g_auto (Result) saved = run (NULL, "library", "questions", LIBRARY, "--save", "Chains, tested",
                               "chains --length 1 --tested", "--json", NULL);
  g_autoptr (JsonNode) list = parse (&saved);
  JsonArray *questions = json_object_get_array_member (json_node_get_object (list), "questions");
  JsonObject *first = json_array_get_object_element (questions, 0);
  static const char *const forms[] = { "--json", "--csv", "--internal", "--threshold=7" };

  g_assert_cmpuint (json_array_get_length (questions), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (first, "name"), ==, "Chains, tested");
  g_assert_cmpstr (json_object_get_string_member (first, "question"), ==, "chains --length 1 --tested");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto (Result) asked = run (NULL, "library", "ask", LIBRARY, "Chains, tested", forms[i], NULL);
      g_auto (Result) typed = run (NULL, "library", "chains", LIBRARY, "--length", "1", "--tested", forms[i], NULL);

      g_assert_cmpint (asked.status, ==, 0);
      g_assert_cmpstr (asked.out, ==, typed.out);
      g_assert_cmpstr (asked.err, ==, "");
    }

  g_auto (Result) none = run (NULL, "library", "ask", LIBRARY, "Chains", NULL);
  g_auto (Result) bad = run (NULL, "library", "questions", LIBRARY, "--save", "x", "merged -o y", NULL);
  g_auto (Result) round = run (NULL, "library", "ask", LIBRARY, "Chains, tested", "--round", "10", NULL);
  g_auto (Result) removed = run (NULL, "library", "questions", LIBRARY, "--remove", "Chains, tested", NULL);

  g_assert_cmpint (none.status, ==, 1);
  g_assert_cmpint (bad.status, ==, 1);
  g_assert_cmpint (round.status, ==, 2);
  g_assert_cmpint (removed.status, ==, 0);
  g_assert_cmpstr (removed.out, ==, "");
}

static void
a_finding_of_a_record_is_asked_about (void)
{
  make_tour ();
  g_auto (Result) national = run (NULL, "library", "national", LIBRARY, "--internal", "--json", NULL);
  g_autoptr (JsonNode) answer = parse (&national);
  JsonObject *row = json_array_get_object_element (get_rows (answer, "national"), 0);
  JsonObject *behind = json_array_get_object_element (json_object_get_array_member (row, "behind"), 0);
  const char *review = json_object_get_string_member (behind, "review");
  g_auto (Result) like = run (NULL, "library", "like", LIBRARY, review, "1", "--json", NULL);
  g_auto (Result) unknown = run (NULL, "library", "like", LIBRARY, "00000000-0000-4000-8000-000000000000", "1", NULL);
  g_autoptr (JsonNode) found = parse (&like);

  g_assert_cmpuint (json_array_get_length (get_rows (found, "like")), >, 0);
  g_assert_cmpint (unknown.status, ==, 1);
}

static void
nonsense_is_refused (void)
{
  make_tour ();
  g_auto (Result) code = run (NULL, "library", "chains", LIBRARY, "NO.1 > MS.1", NULL);
  g_auto (Result) length = run (NULL, "library", "chains", LIBRARY, "--length", "5", NULL);
  g_auto (Result) finding = run (NULL, "library", "like", LIBRARY, "tour/review.throughline", "99", NULL);
  g_auto (Result) years = run (NULL, "library", "national", LIBRARY, "--years", "lately", NULL);
  g_auto (Result) verb = run (NULL, "library", "divine", LIBRARY, NULL);

  g_assert_cmpint (code.status, ==, 1);
  g_assert_cmpint (length.status, ==, 2);
  g_assert_cmpint (finding.status, ==, 1);
  g_assert_cmpint (years.status, ==, 2);
  g_assert_cmpint (verb.status, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/questions/every-question-has-rows-with-a-base", every_question_has_rows_with_a_base);
  g_test_add_func ("/cli/questions/small-counts-are-c-and-the-office-sees-them",
                   small_counts_are_c_and_the_office_sees_them);
  g_test_add_func ("/cli/questions/a-table-has-a-line-a-row-and-its-base", a_table_has_a_line_a_row_and_its_base);
  g_test_add_func ("/cli/questions/a-caption-says-that-codes-stand-at-the-level",
                   a_caption_says_that_codes_stand_at_the_level);
  g_test_add_func ("/cli/questions/a-saved-question-is-answered-as-its-own-command-would",
                   a_saved_question_is_answered_as_its_own_command_would);
  g_test_add_func ("/cli/questions/a-finding-of-a-record-is-asked-about", a_finding_of_a_record_is_asked_about);
  g_test_add_func ("/cli/questions/nonsense-is-refused", nonsense_is_refused);

  return g_test_run ();
}
