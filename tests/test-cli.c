/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli as a shell sees it: exit statuses, what it prints, and that nothing changes when it refuses. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cli-case.h"

#define FACTOR_1 "11111111-1111-4111-8111-111111111111"
#define FACTOR_2 "22222222-2222-4222-8222-222222222222"
#define FACTOR_3 "33333333-3333-4333-8333-333333333333"
#define FACTOR_4 "44444444-4444-4444-8444-444444444444"

static void
every_command_has_help (void)
{
  static const char *const commands[] = { "new", "edit", "show", "undo", "redo", "salvage", "forget", "import",
                                          "export", "layout", "check", "validate", "guard", "schema", "methods",
                                          "typologies", "library", "tour" };
  set_up ();
  g_auto (Result) all = run (NULL, "--help", NULL);
  g_assert_cmpint (all.status, ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (Result) help = run (NULL, commands[i], "--help", NULL);

      g_assert_cmpint (help.status, ==, 0);
      g_assert_nonnull (strstr (help.out, commands[i]));
      g_assert_nonnull (strstr (all.out, commands[i]));
    }
}

static void
wrong_usage_exits_with_2 (void)
{
  make_review ();

  g_auto (Result) none = run (NULL, NULL);
  g_auto (Result) unknown = run (NULL, "frobnicate", NULL);
  g_auto (Result) option = run (NULL, "show", "--colour", "case.throughline", NULL);
  g_auto (Result) missing = run (NULL, "undo", NULL);
  g_auto (Result) many = run (NULL, "undo", "a", "b", NULL);
  g_auto (Result) kind = run (NULL, "show", "case.throughline", "unicorn", NULL);
  g_auto (Result) tier = run (NULL, "export", "case.throughline", "--tier", "secret", "-o", "x", NULL);
  g_auto (Result) names = run (NULL, "export", "case.throughline", "--tier", "learning", "--with-identities", "-o", "x",
                               NULL);
  const Result *results[] = { &none, &unknown, &option, &missing, &many, &kind, &tier, &names };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_assert_cmpint (results[i]->status, ==, 2);
      g_assert_cmpstr (results[i]->err[0] != '\0' ? results[i]->err : results[i]->out, !=, "");
    }
}

static void
an_edit_is_reported_and_stays (void)
{
  make_review ();

  g_auto (Result) edit = run ("{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"11111111-1111-4111-8111-111111111111\","
                              "\"fields\":{\"statement\":\"Workload\",\"level\":\"frontline\",\"x\":12,"
                              "\"pinned\":true}}\n"
                              "\n"
                              "{\"do\":\"set\",\"id\":\"11111111-1111-4111-8111-111111111111\",\"field\":\"certainty\","
                              "\"value\":\"probable\"}\n", "edit", "case.throughline", "--author", "R1", NULL);
  g_assert_cmpstr (edit.err, ==, "");
  g_assert_cmpint (edit.status, ==, 0);
  g_auto (GStrv) lines = g_strsplit (edit.out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_autoptr (JsonNode) first = json_from_string (lines[0], NULL);
  g_assert_cmpuint (strlen (json_object_get_string_member (json_node_get_object (first), "change")), ==, 36);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (first), "id"), ==,
                   "11111111-1111-4111-8111-111111111111");

  g_auto (Result) show = run (NULL, "show", "case.throughline", "factor", "--json", NULL);
  g_autoptr (JsonNode) shown = parse (&show);
  JsonArray *records = json_object_get_array_member (json_node_get_object (shown), "records");
  JsonObject *fields = json_object_get_object_member (json_array_get_object_element (records, 0), "fields");
  g_assert_cmpstr (json_object_get_string_member (fields, "certainty"), ==, "probable");
  g_assert_cmpint (json_object_get_int_member (fields, "x"), ==, 12);
  g_assert_true (json_object_get_boolean_member (fields, "pinned"));

  g_auto (Result) counts = run (NULL, "show", "case.throughline", "--json", NULL);
  g_autoptr (JsonNode) counted = parse (&counts);
  JsonObject *kinds = json_object_get_object_member (json_node_get_object (counted), "counts");
  g_assert_cmpint (json_object_get_int_member (kinds, "factor"), ==, 1);
}

/* Three factors, of which the third lies on the second and the first is pinned; a fourth has no place. */
static void
make_graph (void)
{
  make_review ();
  g_auto (Result) edit = run (
      "{\"do\":\"group\",\"label\":\"Begin\",\"edits\":["
      "{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"" FACTOR_1 "\",\"fields\":{\"statement\":\"One\","
      "\"level\":\"frontline\",\"x\":100,\"y\":70,\"pinned\":true}},"
      "{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"" FACTOR_2 "\",\"fields\":{\"statement\":\"Two\","
      "\"level\":\"frontline\",\"x\":500,\"y\":70}},"
      "{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"" FACTOR_3 "\",\"fields\":{\"statement\":\"Three\","
      "\"level\":\"frontline\",\"x\":560,\"y\":70}},"
      "{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"" FACTOR_4 "\",\"fields\":{\"statement\":\"Four\","
      "\"level\":\"frontline\"}}]}\n",
      "edit", "case.throughline", NULL);

  g_assert_cmpstr (edit.err, ==, "");
  g_assert_cmpint (edit.status, ==, 0);
}

static gint64
get_x (const char *id)
{
  g_auto (Result) show = run (NULL, "show", "case.throughline", "factor", "--json", NULL);
  g_autoptr (JsonNode) shown = parse (&show);
  JsonArray *records = json_object_get_array_member (json_node_get_object (shown), "records");

  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = json_array_get_object_element (records, i);

      if (g_str_equal (json_object_get_string_member (record, "id"), id))
        return json_object_get_int_member_with_default (json_object_get_object_member (record, "fields"), "x", -1);
    }
  g_assert_not_reached ();
}

static void
a_layout_moves_as_little_as_it_can (void)
{
  make_graph ();

  g_auto (Result) layout = run (NULL, "layout", "case.throughline", "--json", NULL);
  g_autoptr (JsonNode) done = parse (&layout);
  JsonObject *object = json_node_get_object (done);
  g_assert_cmpint (json_object_get_int_member (object, "moved"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "placed"), ==, 1);
  g_assert_cmpuint (strlen (json_object_get_string_member (object, "change")), ==, 36);
  g_assert_cmpint (get_x (FACTOR_1), ==, 100);
  g_assert_cmpint (get_x (FACTOR_2), ==, 500);
  g_assert_cmpint (get_x (FACTOR_3), ==, 740);
  g_assert_cmpint (get_x (FACTOR_4), !=, -1);

  g_auto (Result) again = run (NULL, "layout", "case.throughline", "--json", NULL);
  g_autoptr (JsonNode) nothing = parse (&again);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (nothing), "moved"), ==, 0);
  g_assert_true (json_object_get_null_member (json_node_get_object (nothing), "change"));

  g_auto (Result) undo = run (NULL, "undo", "case.throughline", NULL);
  g_assert_cmpstr (undo.out, ==, "Undone: Tidy the graph\n");
  g_assert_cmpint (get_x (FACTOR_3), ==, 560);
  g_assert_cmpint (get_x (FACTOR_4), ==, -1);
}

static void
a_thorough_layout_leaves_what_is_pinned (void)
{
  make_graph ();

  g_auto (Result) layout = run (NULL, "layout", "case.throughline", "--thorough", NULL);
  g_assert_cmpint (layout.status, ==, 0);
  g_assert_nonnull (strstr (layout.out, "had no place before: 1."));
  g_assert_cmpint (get_x (FACTOR_1), ==, 100);
  g_assert_cmpint (get_x (FACTOR_4), !=, -1);
  g_auto (Result) undo = run (NULL, "undo", "case.throughline", NULL);
  g_assert_cmpstr (undo.out, ==, "Undone: Arrange the graph anew\n");
  g_assert_cmpint (get_x (FACTOR_2), ==, 500);
}

static void
undo_and_history_speak_json (void)
{
  make_review ();
  g_auto (Result) edit = run ("{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"statement\":\"Workload\"}}\n", "edit",
                              "case.throughline", "-", NULL);
  g_auto (Result) undo = run (NULL, "undo", "case.throughline", "--json", NULL);
  g_auto (Result) history = run (NULL, "show", "case.throughline", "history", "--json", NULL);
  g_auto (Result) again = run (NULL, "undo", "case.throughline", NULL);
  g_autoptr (JsonNode) undone = parse (&undo);
  g_autoptr (JsonNode) changes = parse (&history);

  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (undone), "label"), ==,
                   "Add factor “Workload”");
  JsonArray *list = json_object_get_array_member (json_node_get_object (changes), "history");
  g_assert_cmpuint (json_array_get_length (list), ==, 2);
  g_assert_true (json_object_get_boolean_member (json_array_get_object_element (list, 0), "undone"));
  g_assert_cmpint (again.status, ==, 1);
}

/* What the JSON parser would take in a way of its own: strings in single quotes, in which nesting hides, text cut at
 * U+0000, numbers that run over. */
static void
a_line_is_strict_json_or_refused (void)
{
  g_autoptr (GString) deep = g_string_new ("{'\"':\"\",\"do\":");

  for (guint i = 0; i < 300000; i++)
    g_string_append_c (deep, '[');
  g_string_append_c (deep, '\n');

  const char *const bad[] = {
    deep->str,
    "{'do':'add','kind':'factor'}\n",
    "var a = {\"do\":\"add\",\"kind\":\"factor\"};\n",
    "{\"do\":\"add\",\"kind\":\"factor\"} // comment\n",
    "{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"statement\":\"cut\\u0000here\"}}\n",
    "{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"x\":99999999999999999999999999}}\n",
    "{\"do\":\"add\",\"kind\":\"factor\",\"id\":5}\n",
  };

  make_review ();
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (Result) edit = run (bad[i], "edit", "case.throughline", NULL);

      g_assert_cmpint (edit.status, ==, 1);
      g_assert_nonnull (strstr (edit.err, "line 1"));
      g_assert_cmpstr (edit.out, ==, "");
    }
  g_auto (Result) kept = run ("{\"do\":\"add\",\"kind\":\"factor\",\"id\":null,\"fields\":"
                              "{\"statement\":\"'/* \\\\u0000 var 99999999999999999999999999\"}}\n", "edit",
                              "case.throughline", NULL);
  g_assert_cmpstr (kept.err, ==, "");
  g_assert_cmpint (kept.status, ==, 0);
}

static void
an_export_never_replaces_a_review (void)
{
  static const char *const how[][2] = { { "--tier", "learning" }, { "--tier", "transfer" }, { "--as", "dot" } };

  make_review ();
  for (guint i = 0; i < G_N_ELEMENTS (how); i++)
    {
      g_auto (Result) export = run (NULL, "export", "case.throughline", how[i][0], how[i][1], "-o", "case.throughline",
                                    NULL);
      g_auto (Result) shown = run (NULL, "show", "case.throughline", "review", NULL);

      g_assert_cmpint (export.status, ==, 1);
      g_assert_nonnull (strstr (export.err, "case.throughline"));
      g_assert_nonnull (strstr (shown.out, "A case"));
    }
  g_auto (Result) once = run (NULL, "export", "case.throughline", "--as", "dot", "-o", "a.dot", NULL);
  g_auto (Result) twice = run (NULL, "export", "case.throughline", "--as", "dot", "-o", "a.dot", NULL);
  g_assert_cmpint (once.status, ==, 0);
  g_assert_cmpint (twice.status, ==, 0);
}

static void
output_that_can_not_be_written_is_told (void)
{
  make_review ();

  g_autofree char *shell = g_strdup_printf ("cd '%s' && '%s' show case.throughline >/dev/full 2>/dev/null", folder,
                                            g_getenv ("TL_CLI"));
  const char *const arguments[] = { "/bin/sh", "-c", shell, NULL };
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
}

static void
a_bad_line_stops_with_its_number (void)
{
  static const char good[] = "{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"statement\":\"Kept\"}}\n";
  static const char *const bad[] = {
    "not json", "[1]", "{\"do\":\"dance\"}", "{\"do\":\"add\",\"kind\":\"unicorn\"}",
    "{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"level\":\"moon\"}}",
    "{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"x\":1.5}}",
    "{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"statement\":{}}}",
    "{\"do\":\"add\",\"kind\":\"link\"}", "{\"do\":\"set\",\"id\":\"nobody\",\"field\":\"x\",\"value\":1}",
    "{\"do\":\"remove\"}", "{\"do\":\"add\",\"kind\":\"review\"}",
    "{\"do\":\"group\",\"label\":\"two\",\"edits\":[{\"do\":\"add\",\"kind\":\"factor\"},{\"do\":\"add\"}]}",
    "{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"not-an-id\"}", "{\"a\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}",
    "{\"do\":\"add\",\"kind\":\"tag\",\"fields\":{\"code\":\"national-1:NO.1\"}}",
    "{\"do\":\"add\",\"kind\":\"factor\"}{\"do\":\"add\",\"kind\":\"factor\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      make_review ();

      g_autofree char *input = g_strconcat (good, bad[i], "\n", good, NULL);
      g_auto (Result) edit = run (input, "edit", "case.throughline", NULL);
      g_auto (Result) counts = run (NULL, "show", "case.throughline", "--json", NULL);

      g_test_message ("%s: %s", bad[i], edit.err);
      g_assert_cmpint (edit.status, ==, 1);
      g_assert_nonnull (strstr (edit.err, "line 2"));
      g_assert_nonnull (strstr (counts.out, "\"factor\":1,"));
    }
}

/* Else what it was to do would be missed by nobody. */
static void
a_member_that_nobody_reads_is_refused (void)
{
  static const char *const bad[] = {
    "{\"do\":\"add\",\"kind\":\"factor\",\"zzz\":1}", "{\"do\":\"remove\",\"id\":\"" FACTOR_1 "\",\"zzz\":null}",
    "{\"do\":\"set\",\"id\":\"" FACTOR_1 "\",\"field\":\"detail\",\"value\":\"More\",\"zzz\":\"\"}",
    "{\"do\":\"release\",\"id\":\"" FACTOR_1 "\",\"field\":\"statement\",\"tier\":\"learning\",\"zzz\":[]}",
    "{\"do\":\"group\",\"label\":\"One\",\"edits\":[],\"zzz\":{}}",
    "{\"do\":\"group\",\"label\":\"One\",\"edits\":[{\"do\":\"add\",\"kind\":\"factor\",\"zzz\":1}]}",
  };

  make_review ();
  g_auto (Result) made = run ("{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"" FACTOR_1 "\","
                              "\"fields\":{\"statement\":\"Kept\"}}\n", "edit", "case.throughline", NULL);
  g_assert_cmpint (made.status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *input = g_strconcat ("\n", bad[i], "\n", NULL);
      g_auto (Result) edit = run (input, "edit", "case.throughline", NULL);
      g_auto (Result) counts = run (NULL, "show", "case.throughline", "--json", NULL);

      g_test_message ("%s: %s", bad[i], edit.err);
      g_assert_cmpint (edit.status, ==, 1);
      g_assert_nonnull (strstr (edit.err, "line 2"));
      g_assert_nonnull (strstr (edit.err, "“zzz”"));
      g_assert_nonnull (strstr (counts.out, "\"factor\":1,"));
    }
}

static void
texts_are_utf8_where_no_language_is_set (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LC_ALL"));

  set_up ();
  g_setenv ("LC_ALL", "C", TRUE);
  g_auto (Result) made = run (NULL, "new", "é.throughline", "--title", "Zoë’s case", NULL);
  g_auto (Result) shown = run (NULL, "show", "é.throughline", "review", NULL);
  g_auto (Result) absent = run (NULL, "show", "ü.throughline", NULL);
  if (before != NULL)
    g_setenv ("LC_ALL", before, TRUE);
  else
    g_unsetenv ("LC_ALL");

  g_assert_cmpstr (made.err, ==, "");
  g_assert_cmpint (made.status, ==, 0);
  g_assert_nonnull (strstr (shown.out, "Zoë’s case"));
  g_assert_nonnull (strstr (absent.err, "“ü.throughline”"));
}

static void
what_has_no_lines_is_no_load (void)
{
  make_review ();
  g_auto (Result) endless = run (NULL, "edit", "case.throughline", "/dev/zero", NULL);

  g_assert_cmpint (endless.status, ==, 1);
  g_assert_nonnull (strstr (endless.err, "line 1: This is longer than 64 MB."));
}

static void
a_group_is_one_step (void)
{
  make_review ();

  g_auto (Result) edit = run ("{\"do\":\"group\",\"label\":\"Two factors\",\"edits\":["
                              "{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"statement\":\"One\"}},"
                              "{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"statement\":\"Two\"}}]}\n", "edit",
                              "case.throughline", NULL);
  g_assert_cmpint (edit.status, ==, 0);
  g_auto (Result) undo = run (NULL, "undo", "case.throughline", NULL);
  g_assert_nonnull (strstr (undo.out, "Two factors"));
  g_auto (Result) counts = run (NULL, "show", "case.throughline", "--json", NULL);
  g_assert_nonnull (strstr (counts.out, "\"factor\":0,"));
}

static void
a_file_is_only_replaced_when_asked (void)
{
  make_review ();

  g_auto (Result) refused = run (NULL, "new", "case.throughline", NULL);
  g_auto (Result) wrong = run (NULL, "new", "case.throughline", "--force", "--method", "astrology", NULL);
  g_auto (Result) terms = run (NULL, "new", "other.throughline", "--profile", "atlantis", NULL);
  g_auto (Result) directory = run (NULL, "new", folder, "--force", NULL);
  g_auto (Result) shown = run (NULL, "show", "case.throughline", "review", NULL);
  g_assert_cmpint (terms.status, ==, 1);
  g_assert_cmpint (directory.status, ==, 1);
  g_assert_cmpint (refused.status, ==, 1);
  g_assert_cmpint (wrong.status, ==, 1);
  g_assert_nonnull (strstr (shown.out, "A case"));

  g_autofree char *own = g_build_filename (folder, "case.throughline.new", NULL), *kept = NULL;
  g_assert_true (g_file_set_contents (own, "mine", -1, NULL));
  g_auto (Result) forced = run (NULL, "new", "case.throughline", "--force", "--title", "Another", NULL);
  g_auto (Result) after = run (NULL, "show", "case.throughline", "review", NULL);
  g_assert_cmpint (forced.status, ==, 0);
  g_assert_nonnull (strstr (after.out, "Another"));
  g_assert_true (g_file_get_contents (own, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "mine");
}

static void
validate_tells_the_line (void)
{
  make_review ();
  g_auto (Result) export = run (NULL, "export", "case.throughline", "--tier", "transfer", "-o", "case.xml", NULL);
  g_auto (Result) valid = run (NULL, "validate", "case.xml", "--json", NULL);
  g_autofree char *path = g_build_filename (folder, "bad.xml", NULL);
  g_assert_true (g_file_set_contents (path, "<?xml version=\"1.0\"?>\n<!DOCTYPE x>\n<x/>\n", -1, NULL));
  g_auto (Result) invalid = run (NULL, "validate", "bad.xml", "--json", NULL);
  g_autoptr (JsonNode) good = parse (&valid);
  g_autoptr (JsonNode) bad = json_from_string (invalid.out, NULL);

  g_assert_cmpint (export.status, ==, 0);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (good), "valid"));
  g_assert_cmpint (invalid.status, ==, 1);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (bad), "valid"));
  JsonArray *problems = json_object_get_array_member (json_node_get_object (bad), "problems");
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (problems, 0), "line"), ==, 2);
}

static void
check_and_guard_exit_with_0_whatever_they_find (void)
{
  make_review ();
  g_auto (Result) edit = run ("{\"do\":\"add\",\"kind\":\"factor\",\"fields\":{\"statement\":\"Alone\"}}\n", "edit",
                              "case.throughline", NULL);
  g_auto (Result) check = run (NULL, "check", "case.throughline", "--json", NULL);
  g_auto (Result) guard = run ("They failed to\ncall. She should have asked.\n", "guard", "-", "--json", NULL);
  g_autoptr (JsonNode) checked = parse (&check);
  g_autoptr (JsonNode) guarded = parse (&guard);
  JsonArray *problems = json_object_get_array_member (json_node_get_object (checked), "problems");
  JsonArray *hits = json_object_get_array_member (json_node_get_object (guarded), "hits");

  g_assert_cmpint (edit.status, ==, 0);
  g_assert_cmpuint (json_array_get_length (problems), >, 0);
  g_assert_true (json_object_has_member (json_array_get_object_element (problems, 0), "severity"));
  g_assert_cmpuint (json_array_get_length (hits), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (hits, 1), "line"), ==, 2);
}

static void
the_tour_does_the_whole_job (void)
{
  static const char *const files[] = { "review.throughline", "learning.xml", "learning.xsd", "checks.txt",
                                       "national.tllibrary", "themes.txt", "themes.csv", "graph.dot", "graph.graphml",
                                       "graph.svg", "report.html", "report.pdf", "report.odt" };
  set_up ();
  g_auto (Result) tour = run (NULL, "tour", "t", NULL);
  g_auto (Result) again = run (NULL, "tour", "t", NULL);

  g_assert_cmpstr (tour.err, ==, "");
  g_assert_cmpint (tour.status, ==, 0);
  g_assert_cmpint (again.status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, "t", files[i], NULL);
      GStatBuf status;
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, >, 200);
    }

  g_auto (Result) list = run (NULL, "library", "list", "t/national.tllibrary", "--json", NULL);
  g_autoptr (JsonNode) listed = parse (&list);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (listed), "records")), ==,
                    201);

  g_auto (Result) known = run (NULL, "library", "add", "t/national.tllibrary", "t/learning.xml", "t/graph.graphml",
                               "--json", NULL);
  g_autoptr (JsonNode) report = json_from_string (known.out, NULL);
  g_assert_cmpint (known.status, ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (report), "added"), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (report), "quarantined")),
                    ==, 1);
}

/* No count from 1 to 5 is printed unless it is asked for. */
static void
small_counts_are_withheld (void)
{
  set_up ();
  g_auto (Result) tour = run (NULL, "tour", "t", NULL);
  g_auto (Result) themes = run (NULL, "library", "themes", "t/national.tllibrary", "--by", "year", "--json", NULL);
  g_auto (Result) internal = run (NULL, "library", "themes", "t/national.tllibrary", "--by", "year", "--internal",
                                  "--json", NULL);
  g_autoptr (JsonNode) shown = parse (&themes);
  JsonArray *rows = json_object_get_array_member (json_node_get_object (shown), "themes");
  guint n_withheld = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *by = json_object_get_array_member (json_array_get_object_element (rows, i), "by");

      for (guint j = 0; j < json_array_get_length (by); j++)
        {
          JsonNode *count = json_object_get_member (json_array_get_object_element (by, j), "reviews");

          if (json_node_get_value_type (count) == G_TYPE_STRING)
            n_withheld++;
          else
            g_assert_true (json_node_get_int (count) == 0 || json_node_get_int (count) > 5);
        }
    }
  g_assert_cmpuint (n_withheld, >, 0);
  g_assert_null (strstr (internal.out, "\"reviews\":\"c\""));
}

/* Two codes in the same review, and by two things at once. */
static void
pairs_and_cubes_are_printed (void)
{
  set_up ();
  g_auto (Result) tour = run (NULL, "tour", "t", NULL);
  g_auto (Result) json = run (NULL, "library", "pairs", "t/national.tllibrary", "--code", "national-1:MS.3", "--json",
                              NULL);
  g_autoptr (JsonNode) node = parse (&json);
  JsonArray *pairs = json_object_get_array_member (json_node_get_object (node), "pairs");
  JsonObject *first = json_array_get_object_element (pairs, 0);

  g_assert_cmpuint (json_array_get_length (pairs), >, 40);
  g_assert_cmpint (json_object_get_int_member (first, "reviews"), >, 5);
  g_assert_cmpint (json_object_get_int_member (first, "base"), ==, 201);
  g_assert_cmpfloat (json_object_get_double_member (first, "low"), <, json_object_get_double_member (first, "ratio"));
  g_assert_cmpfloat (json_object_get_double_member (first, "ratio"), <, json_object_get_double_member (first, "high"));
  g_assert_nonnull (strstr (json.out, "\"ratio\":\"c\""));

  g_auto (Result) text = run (NULL, "library", "pairs", "t/national.tllibrary", "--years", "2009-2012", NULL);
  g_assert_nonnull (strstr (text.out, "years 2009 to 2012"));
  g_assert_nonnull (strstr (text.out, "c: withheld"));

  g_auto (Result) cube = run (NULL, "library", "themes", "t/national.tllibrary", "--by", "year,region", NULL);
  g_assert_true (g_str_has_prefix (cube.out, "code,label,year,region,reviews,base,"));
  g_auto (Result) second = run (NULL, "library", "themes", "t/national.tllibrary", "--typology", "national-2", NULL);
  g_assert_nonnull (strstr (second.out, "uncertain"));

  g_auto (Result) wrong = run (NULL, "library", "themes", "t/national.tllibrary", "--by", "year,level", NULL);
  g_assert_cmpint (wrong.status, ==, 2);
  g_auto (Result) unknown = run (NULL, "library", "pairs", "t/national.tllibrary", "--code", "national-1:XX", NULL);
  g_assert_cmpint (unknown.status, ==, 1);
  g_assert_nonnull (strstr (unknown.err, "XX"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/every-command-has-help", every_command_has_help);
  g_test_add_func ("/cli/wrong-usage-exits-with-2", wrong_usage_exits_with_2);
  g_test_add_func ("/cli/an-edit-is-reported-and-stays", an_edit_is_reported_and_stays);
  g_test_add_func ("/cli/a-member-that-nobody-reads-is-refused", a_member_that_nobody_reads_is_refused);
  g_test_add_func ("/cli/undo-and-history-speak-json", undo_and_history_speak_json);
  g_test_add_func ("/cli/a-layout-moves-as-little-as-it-can", a_layout_moves_as_little_as_it_can);
  g_test_add_func ("/cli/a-thorough-layout-leaves-what-is-pinned", a_thorough_layout_leaves_what_is_pinned);
  g_test_add_func ("/cli/a-line-is-strict-json-or-refused", a_line_is_strict_json_or_refused);
  g_test_add_func ("/cli/an-export-never-replaces-a-review", an_export_never_replaces_a_review);
  g_test_add_func ("/cli/output-that-can-not-be-written-is-told", output_that_can_not_be_written_is_told);
  g_test_add_func ("/cli/a-bad-line-stops-with-its-number", a_bad_line_stops_with_its_number);
  g_test_add_func ("/cli/texts-are-utf8-where-no-language-is-set", texts_are_utf8_where_no_language_is_set);
  g_test_add_func ("/cli/what-has-no-lines-is-no-load", what_has_no_lines_is_no_load);
  g_test_add_func ("/cli/a-group-is-one-step", a_group_is_one_step);
  g_test_add_func ("/cli/a-file-is-only-replaced-when-asked", a_file_is_only_replaced_when_asked);
  g_test_add_func ("/cli/validate-tells-the-line", validate_tells_the_line);
  g_test_add_func ("/cli/check-and-guard-exit-with-0-whatever-they-find",
                   check_and_guard_exit_with_0_whatever_they_find);
  g_test_add_func ("/cli/the-tour-does-the-whole-job", the_tour_does_the_whole_job);
  g_test_add_func ("/cli/small-counts-are-withheld", small_counts_are_withheld);
  g_test_add_func ("/cli/pairs-and-cubes-are-printed", pairs_and_cubes_are_printed);
  return g_test_run ();
}
