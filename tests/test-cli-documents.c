/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents and chronologies as the command line adds them to a review. */
#include "config.h"

#include <string.h>

#include "cli-case.h"

static void
write_file (const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static guint
count (JsonNode   *node,
       const char *list)
{
  return json_array_get_length (json_object_get_array_member (json_node_get_object (node), list));
}

static void
documents_are_added_to_the_review_that_is_there (void)
{
  make_review ();
  write_file ("notes.txt", "Text");
  write_file ("page.html", "<html><p>Text<script>run ()</script>");

  g_auto (Result) first = run (NULL, "import", "notes.txt", "page.html", "-o", "case.throughline", "--json", NULL);
  g_auto (Result) again = run (NULL, "import", "notes.txt", "-o", "case.throughline", "--json", NULL);
  g_auto (Result) show = run (NULL, "show", "case.throughline", "source", "--json", NULL);
  g_autoptr (JsonNode) added = parse (&first);
  g_autoptr (JsonNode) known = parse (&again);
  g_autoptr (JsonNode) shown = parse (&show);

  g_assert_cmpuint (count (added, "added"), ==, 2);
  g_assert_nonnull (strstr (first.out, "Scripts"));
  g_assert_cmpuint (count (known, "known"), ==, 1);
  g_assert_cmpuint (count (known, "added"), ==, 0);
  g_assert_cmpuint (count (shown, "records"), ==, 2);
}

static void
one_that_is_refused_keeps_no_other_out (void)
{
  set_up ();
  write_file ("old.rtf", "{\\rtf1}");
  write_file ("notes.md", "# Notes");

  g_auto (Result) alone = run (NULL, "import", "old.rtf", "-o", "new.throughline", NULL);
  g_autofree char *path = g_build_filename (folder, "new.throughline", NULL);

  g_assert_cmpint (alone.status, ==, 1);
  g_assert_nonnull (strstr (alone.err, "Rich Text"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_auto (Result) both = run (NULL, "import", "old.rtf", "notes.md", "-o", "new.throughline", NULL);

  g_assert_cmpint (both.status, ==, 1);
  g_assert_nonnull (strstr (both.out, "notes.md: Added as “Notes”"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
documents_never_replace_a_review (void)
{
  make_review ();
  write_file ("notes.txt", "Text");
  g_auto (Result) force = run (NULL, "import", "notes.txt", "-o", "case.throughline", "--force", NULL);
  g_auto (Result) mixed = run (NULL, "import", "notes.txt", "x.xml", "-o", "case.throughline", NULL);

  g_assert_cmpint (force.status, ==, 2);
  g_assert_cmpint (mixed.status, ==, 2);
}

static void
a_chronology_is_looked_at_and_then_added (void)
{
  make_review ();
  write_file ("case.csv", "Date,Event\nMay 2010,A visit\nsome day,A call\n");
  g_auto (Result) preview = run (NULL, "import", "case.csv", "--preview", NULL);
  g_auto (Result) before = run (NULL, "show", "case.throughline", "event", NULL);
  g_auto (Result) added = run (NULL, "import", "case.csv", "-o", "case.throughline", NULL);
  g_auto (Result) after = run (NULL, "show", "case.throughline", "event", NULL);
  g_auto (Result) undone = run (NULL, "undo", "case.throughline", NULL);

  g_assert_cmpint (preview.status, ==, 1);
  g_assert_nonnull (strstr (preview.out, "2: May 2010: A visit"));
  g_assert_nonnull (strstr (preview.err, "case.csv:3: "));
  g_assert_null (strstr (before.out, "A visit"));
  g_assert_cmpint (added.status, ==, 1);
  g_assert_nonnull (strstr (added.out, "1 event added. 1 row refused."));
  g_assert_nonnull (strstr (after.out, "A visit"));
  g_assert_nonnull (strstr (undone.out, "Import of chronology case.csv"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/documents/are-added-to-the-review-that-is-there",
                   documents_are_added_to_the_review_that_is_there);
  g_test_add_func ("/cli/documents/one-that-is-refused-keeps-no-other-out", one_that_is_refused_keeps_no_other_out);
  g_test_add_func ("/cli/documents/never-replace-a-review", documents_never_replace_a_review);
  g_test_add_func ("/cli/chronology/is-looked-at-and-then-added", a_chronology_is_looked_at_and_then_added);
  return g_test_run ();
}
