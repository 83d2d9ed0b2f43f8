/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library release and releases: what they write and print, what they exit with, and that a second
 * release is compared with the first. */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "model/library/tl-library-generate.h"
#include "tests/cli-case.h"

#define LIBRARY "tour/national.tllibrary"

static void
make_tour (void)
{
  set_up ();
  g_auto (Result) made = run (NULL, "tour", "tour", NULL);
  g_assert_cmpint (made.status, ==, 0);
}

static char *
dup_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static JsonObject *
get_table (JsonNode *answer,
           guint     i)
{
  return json_array_get_object_element (json_object_get_array_member (json_node_get_object (answer), "tables"), i);
}

/* Where the first release of a log was written. */
static JsonObject *
get_place (JsonNode *log)
{
  JsonArray *releases = json_object_get_array_member (json_node_get_object (log), "releases");
  JsonObject *release = json_array_get_object_element (releases, 0);

  return json_array_get_object_element (json_object_get_array_member (release, "places"), 0);
}

static void
a_release_is_a_page_a_document_tables_and_pictures (void)
{
  static const char *const files[] = {
    "out/release.html",         "out/release.odt",          "out/tables.csv",           "out/table-1-themes.csv",
    "out/table-1-themes-1.svg", "out/table-1-themes-1.png", "out/table-2-pairs.svg",    "out/table-2-pairs.csv",
    "out/table-3-national.svg", "out/table-3-national.png", "out/table-4-merged.csv",
  };

  make_tour ();
  g_auto (Result) made = run (NULL, "library", "release", LIBRARY, "--table", "themes --by year", "--table", "pairs",
                              "--table", "national", "--table", "merged", "--title", "What recurs", "--caveat",
                              "They are generated.", "--round", "10", "-o", "out", "--json", NULL);
  g_autoptr (JsonNode) answer = parse (&made);
  JsonObject *object = json_node_get_object (answer);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = dup_file (files[i]);

      g_assert_nonnull (text);
    }
  g_assert_cmpint (json_object_get_int_member (object, "release"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "compared"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (object, "small"), >, 0);
  g_assert_cmpint (json_object_get_int_member (object, "left_out"), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (get_table (answer, 0), "question"), ==, "themes --by year");

  /* The log says where they are. */
  g_auto (Result) listed = run (NULL, "library", "releases", LIBRARY, NULL);
  g_assert_nonnull (strstr (listed.out, "../out/release.html  "));
  g_assert_null (strstr (listed.out, folder));
  g_auto (Result) log = run (NULL, "library", "releases", LIBRARY, "--json", NULL);
  g_autoptr (JsonNode) kept = parse (&log);
  JsonObject *place = get_place (kept);
  JsonObject *piece = json_array_get_object_element (json_object_get_array_member (place, "pieces"), 0);
  g_assert_cmpstr (json_object_get_string_member (place, "way"), ==, "../out");
  g_assert_cmpstr (json_object_get_string_member (piece, "name"), ==, "release.html");
  g_assert_cmpstr (json_object_get_string_member (piece, "state"), ==, "unchanged");

  g_autofree char *page = dup_file ("out/release.html");
  g_autofree char *list = dup_file ("out/tables.csv");
  g_autofree char *table = dup_file ("out/table-1-themes.csv");

  g_assert_nonnull (strstr (page, "They are generated."));
  g_assert_nonnull (strstr (page, "<svg"));
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "src=\"http"));
  g_assert_true (g_str_has_prefix (list, "file,title,question,base,"));
  g_assert_nonnull (strstr (table, ",c,"));
}

/* What a zip holds, by names in a line. */
static char *
list_zip (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  GString *names = g_string_new (NULL);

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 4096), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    g_string_append_printf (names, "%s ", archive_entry_pathname (entry));
  archive_read_free (archive);
  return g_string_free (names, FALSE);
}

static void
a_release_may_be_one_zip (void)
{
  make_tour ();
  g_auto (Result) made = run (NULL, "library", "release", LIBRARY, "--table", "themes", "-o", "annual.zip", NULL);
  g_assert_cmpint (made.status, ==, 0);
  g_autofree char *names = list_zip ("annual.zip");

  g_assert_true (g_str_has_prefix (names, "annual/release.html annual/release.odt annual/table-1-themes.csv "));
  g_assert_nonnull (strstr (names, "annual/table-1-themes-1.png "));
  g_assert_nonnull (strstr (names, "annual/tables.csv "));
  g_auto (Result) listed = run (NULL, "library", "releases", LIBRARY, NULL);
  g_assert_nonnull (strstr (listed.out, "../annual.zip/release.html  "));
  g_assert_nonnull (strstr (listed.out, ", as it was written"));
}

static void
a_second_release_is_compared_with_the_first (void)
{
  make_tour ();
  g_auto (Result) first = run (NULL, "library", "release", LIBRARY, "--table", "themes", "-o", "one", NULL);
  g_assert_cmpint (first.status, ==, 0);
  g_assert_nonnull (strstr (first.out, "Nothing was released from this library before."));

  /* The same again is the same release. */
  g_auto (Result) again = run (NULL, "library", "release", LIBRARY, "--table", "themes", "-o", "again", NULL);
  g_assert_nonnull (strstr (again.out, "The same as release 1"));

  g_auto (Result) second = run (NULL, "library", "release", LIBRARY, "--table", "themes --by region", "-o", "two",
                                "--json", NULL);
  g_autoptr (JsonNode) answer = parse (&second);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (answer), "compared"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (answer), "release"), ==, 2);

  g_auto (Result) listed = run (NULL, "library", "releases", LIBRARY, "--json", NULL);
  g_autoptr (JsonNode) log = parse (&listed);
  JsonArray *releases = json_object_get_array_member (json_node_get_object (log), "releases");
  g_assert_cmpuint (json_array_get_length (releases), ==, 2);
  g_assert_null (strstr (listed.out, "small"));

  g_auto (Result) inside = run (NULL, "library", "releases", LIBRARY, "--internal", NULL);
  g_assert_nonnull (strstr (inside.out, "small"));
}

/* Rows of the first table of a release, by what they are about. */
static GHashTable *
read_counts (const char *name)
{
  g_autofree char *text = dup_file (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* keys,labels,links,reviews; a label with a comma stands in quotation marks */
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      const char *after = strstr (lines[i], ",\"\",");
      const char *count = after != NULL ? after + 4 : "";

      if (g_ascii_isdigit (count[0]))
        g_hash_table_insert (counts, g_strndup (lines[i], strcspn (lines[i], ",")), GINT_TO_POINTER (atoi (count)));
    }
  return counts;
}

static void
add_generated (guint n)
{
  const TlGenerateOptions options = { .n_records = n, .seed = 5 };
  g_autofree char *records = g_build_filename (folder, "records", NULL);
  g_autoptr (GError) error = NULL;

  tl_library_generate (records, &options, NULL, &error);
  g_assert_no_error (error);
  g_auto (Result) added = run (NULL, "library", "add", "national.tllibrary", "records", NULL);
  g_assert_cmpint (added.status, ==, 0);
}

/* Three reviews come between one release and the next: nobody who has both can tell what is in those, though the second
 * does not ask what the first did. */
static void
what_came_between_two_releases_is_not_told (void)
{
  set_up ();
  add_generated (300);
  g_auto (Result) first = run (NULL, "library", "release", "national.tllibrary", "--table",
                               "national --years 2009-2012", "-o", "one", NULL);
  g_assert_cmpint (first.status, ==, 0);
  add_generated (303);
  g_auto (Result) second = run (NULL, "library", "release", "national.tllibrary", "--table", "national", "--table",
                                "national --years 2013-2014", "-o", "two", NULL);
  g_assert_cmpint (second.status, ==, 0);
  g_assert_nonnull (strstr (second.out, "Compared with 1 earlier release."));

  g_autoptr (GHashTable) then = read_counts ("one/table-1-national.csv");
  g_autoptr (GHashTable) all = read_counts ("two/table-1-national.csv");
  g_autoptr (GHashTable) late = read_counts ("two/table-2-national.csv");
  GHashTableIter iter;
  gpointer code, count;

  g_assert_cmpuint (g_hash_table_size (then), >, 3);
  g_assert_cmpuint (g_hash_table_size (all), >, 3);
  g_hash_table_iter_init (&iter, then);
  while (g_hash_table_iter_next (&iter, &code, &count))
    if (g_hash_table_contains (all, code) && g_hash_table_contains (late, code))
      {
        int rest = GPOINTER_TO_INT (g_hash_table_lookup (all, code))
                   - GPOINTER_TO_INT (g_hash_table_lookup (late, code)) - GPOINTER_TO_INT (count);

        g_assert_false (rest >= 1 && rest <= 5);
      }
}

static void
trying_writes_nothing (void)
{
  make_tour ();
  g_auto (Result) tried = run (NULL, "library", "release", LIBRARY, "--table", "themes --by region,year", "--try",
                               NULL);
  g_auto (Result) listed = run (NULL, "library", "releases", LIBRARY, NULL);

  g_assert_cmpint (tried.status, ==, 0);
  g_assert_nonnull (strstr (tried.out, "left out"));
  g_assert_cmpint (listed.status, ==, 0);
  g_assert_cmpstr (listed.out, ==, "");
}

static void
what_makes_no_sense_is_refused (void)
{
  static const struct {
    const char *arguments[6];
    int         status;
    const char *says;
  } cases[] = {
    { { LIBRARY, "-o", "x" }, 2, "--table" },
    { { LIBRARY, "--table", "themes" }, 2, "-o" },
    { { LIBRARY, "--table", "themes", "--try", "--threshold", "0" }, 2, "threshold" },
    { { LIBRARY, "--table", "themes", "--try", "--round", "-1" }, 2, "rounded" },
    { { LIBRARY, "--table", "gaps", "--try" }, 1, "what can be released" },
    { { LIBRARY, "--table", "chains --all", "--try" }, 1, "Leave out --all" },
    { { LIBRARY, "--table", "themes --by 'year", "--try" }, 1, "themes --by 'year" },
    { { LIBRARY, "--table", "themes --by year,year", "--try" }, 1, "year,year" },
    { { LIBRARY, "--table", "chains '\xe2\x80\xae; rm'", "--try" }, 1, "" },
    { { "nothing.tllibrary", "--table", "themes", "--try" }, 1, "nothing.tllibrary" },
    { { "tour/learning.xml", "--table", "themes", "--try" }, 1, "learning.xml" },
    { { LIBRARY, "--table", "themes", "-o", "/proc/nowhere/x" }, 1, "can’t be made" },
  };

  make_tour ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *a = cases[i].arguments;
      g_auto (Result) refused = run (NULL, "library", "release", a[0], a[1], a[2], a[3], a[3] != NULL ? a[4] : NULL,
                                     a[3] != NULL && a[4] != NULL ? a[5] : NULL, NULL);

      g_test_message ("%s %s: %d %s", a[1], a[2], refused.status, refused.err);
      g_assert_cmpint (refused.status, ==, cases[i].status);
      g_assert_nonnull (strstr (refused.err, cases[i].says));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli-release/a-release-is-a-page-a-document-tables-and-pictures",
                   a_release_is_a_page_a_document_tables_and_pictures);
  g_test_add_func ("/cli-release/a-release-may-be-one-zip", a_release_may_be_one_zip);
  g_test_add_func ("/cli-release/a-second-release-is-compared-with-the-first",
                   a_second_release_is_compared_with_the_first);
  g_test_add_func ("/cli-release/what-came-between-two-releases-is-not-told",
                   what_came_between_two_releases_is_not_told);
  g_test_add_func ("/cli-release/trying-writes-nothing", trying_writes_nothing);
  g_test_add_func ("/cli-release/what-makes-no-sense-is-refused", what_makes_no_sense_is_refused);
  return g_test_run ();
}
