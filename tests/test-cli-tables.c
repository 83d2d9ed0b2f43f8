/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What throughline-cli does with tables from outside: protect, guard --recommendations. */
#include <glib/gstdio.h>
#include <string.h>

#include "tests/cli-case.h"

static void
write_table (const char *text)
{
  g_autofree char *path = NULL;

  set_up ();
  path = g_build_filename (folder, "table.csv", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
a_table_comes_out_as_csv_or_json (void)
{
  write_table ("Code,2010,2011,Total\nA,3,20,23\nB,17,20,37\nTotal,20,40,60\n");
  g_auto (Result) plain = run (NULL, "protect", "table.csv", NULL);
  g_assert_cmpint (plain.status, ==, 0);
  g_assert_cmpstr (plain.out, ==, "Code,2010,2011,Total\nA,c,c,23\nB,c,c,37\nTotal,20,40,60\n");
  g_assert_cmpstr (plain.err, ==, "");

  g_auto (Result) rounded = run (NULL, "protect", "table.csv", "--threshold", "2", "--round", "10", NULL);
  g_assert_cmpstr (rounded.out, ==, "Code,2010,2011,Total\nA,k,20,20\nB,20,20,40\nTotal,20,40,60\n");

  g_auto (Result) json = run (NULL, "protect", "table.csv", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&json);
  JsonObject *object = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (object, "counts"), ==, 9);
  g_assert_cmpint (json_object_get_int_member (object, "withheld"), ==, 4);
}

static void
what_is_at_fault_is_said_with_its_place (void)
{
  write_table ("Code,2010\nA,3\nB,many\n");
  g_auto (Result) broken = run (NULL, "protect", "table.csv", NULL);
  g_assert_cmpint (broken.status, ==, 1);
  g_assert_cmpstr (broken.out, ==, "");
  g_assert_nonnull (strstr (broken.err, "table.csv, line 3"));

  g_auto (Result) absent = run (NULL, "protect", "nothing.csv", NULL);
  g_assert_cmpint (absent.status, ==, 1);
  g_auto (Result) usage = run (NULL, "protect", "table.csv", "--threshold", "-1", NULL);
  g_assert_cmpint (usage.status, ==, 2);
  g_auto (Result) nothing = run (NULL, "protect", NULL);
  g_assert_cmpint (nothing.status, ==, 2);
}

static void
recommendations_that_echo_are_listed (void)
{
  write_table ("factor,recommendation\nVisits were late,Fund a clerk\nVisits were late,Visits must not be late\n");
  g_auto (Result) json = run (NULL, "guard", "--recommendations", "table.csv", "--json", NULL);
  g_autoptr (JsonNode) node = parse (&json);
  JsonArray *hits = json_object_get_array_member (json_node_get_object (node), "hits");
  g_assert_cmpuint (json_array_get_length (hits), ==, 1);
  JsonObject *hit = json_array_get_object_element (hits, 0);
  g_assert_cmpint (json_object_get_int_member (hit, "row"), ==, 2);
  g_assert_nonnull (json_object_get_string_member (hit, "reason"));

  write_table ("factor,advice\nVisits were late,Visits must not be late\n");
  g_auto (Result) broken = run (NULL, "guard", "--recommendations", "table.csv", NULL);
  g_assert_cmpint (broken.status, ==, 1);
  g_assert_nonnull (strstr (broken.err, "line 1"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/protect/a-table-comes-out-as-csv-or-json", a_table_comes_out_as_csv_or_json);
  g_test_add_func ("/cli/protect/what-is-at-fault-is-said-with-its-place", what_is_at_fault_is_said_with_its_place);
  g_test_add_func ("/cli/guard/recommendations-that-echo-are-listed", recommendations_that_echo_are_listed);
  return g_test_run ();
}
