/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-text index of a library: it follows the library, is made anew where it does not fit it, and nothing that
 * stands in its place is touched. */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-texts.h"
#include "model/questions/tl-bits.h"
#include "model/questions/tl-texts-found.h"
#include "tests/library-case.h"

#define N_RECORDS 12

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* A library of the records that @seed gives. */
static TlLibrary *
make_library (const char *name,
              guint32     seed)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = seed };
  g_autofree char *records_name = g_strdup_printf ("records-%u", seed);
  g_autofree char *records = path_of (records_name), *path = path_of (name);
  const char *paths[] = { records, NULL };
  g_autoptr (GError) error = NULL;
  TlLibrary *library;

  g_assert_true (tl_library_generate (records, &options, NULL, NULL));
  library = g_file_test (path, G_FILE_TEST_EXISTS) ? tl_library_open (path, &error)
                                                   : tl_library_create (path, &error);
  g_assert_no_error (error);
  tl_library_add (library, paths, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return library;
}

static void
count_record (guint    record,
              gpointer data)
{
  (*(guint *) data)++;
}

/* Every generated record says in its summary that it is one. */
static guint
count_marked (TlLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLibraryTexts) texts = tl_library_texts_open (library, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  tl_library_texts_find (texts, "\"generated record\"", count_record, &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
follows_the_library (void)
{
  g_autoptr (TlLibrary) library = make_library ("a.tllibrary", 1);

  g_assert_cmpuint (count_marked (library), ==, N_RECORDS);
  g_assert_cmpuint (count_marked (library), ==, N_RECORDS);

  g_autoptr (TlLibrary) again = make_library ("a.tllibrary", 2);

  g_assert_cmpuint (count_marked (again), ==, 2 * N_RECORDS);
}

static guint
count_with_open_index (TlLibrary *library)
{
  g_autoptr (GError) error = NULL;
  TlLibraryTexts *texts = tl_library_texts_get (library, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (texts == tl_library_texts_get (library, NULL, NULL));
  tl_library_texts_find (texts, "\"generated record\"", count_record, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* What it gathered itself, and what another did. */
static void
follows_while_it_stays_open (void)
{
  g_autoptr (TlLibrary) library = make_library ("g.tllibrary", 7);
  g_autofree char *records = path_of ("records-2");
  const char *paths[] = { records, NULL };

  g_assert_cmpuint (count_with_open_index (library), ==, N_RECORDS);
  g_assert_true (tl_library_add (library, paths, NULL, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (count_with_open_index (library), ==, 2 * N_RECORDS);

  g_autoptr (TlLibrary) other = make_library ("g.tllibrary", 8);

  g_assert_cmpuint (count_with_open_index (library), ==, 3 * N_RECORDS);
}

static void
add_record (guint    record,
            gpointer data)
{
  tl_bits_add (data, record);
}

static TlBits *
find_word (TlLibrary  *library,
           const char *word)
{
  TlBits *records = tl_bits_new (3 * N_RECORDS);

  g_assert_true (tl_library_texts_find (tl_library_texts_get (library, NULL, NULL), word, add_record, records, NULL));
  return records;
}

static gint64
count_reviews (TlLibrary  *library,
               const char *words)
{
  const TlTextsQuery query = { .words = words, .internal = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAnswer) answer = tl_library_find_texts (library, &query, NULL, &error);

  g_assert_no_error (error);
  return ((TlAnswerRow *) answer->rows->pdata[0])->reviews;
}

/* Against what a set of records for each word says. */
static void
every_form_of_a_question_is_answered (void)
{
  g_autoptr (TlLibrary) library = make_library ("h.tllibrary", 9);
  g_autoptr (TlBits) mother = find_word (library, "mother"), software = find_word (library, "software");
  g_autoptr (TlBits) three = find_word (library, "three");
  g_autoptr (TlBits) both = tl_bits_copy (mother), either = tl_bits_copy (mother), without = tl_bits_copy (mother);
  g_autoptr (TlBits) all = tl_bits_copy (three);

  tl_bits_and (both, software);
  tl_bits_or (either, software);
  tl_bits_and_not (without, software);
  tl_bits_and (all, either);
  g_assert_cmpuint (tl_bits_count (both), >, 0);
  g_assert_cmpuint (tl_bits_count (without), >, 0);
  g_assert_cmpuint (tl_bits_count (all), >, 0);
  g_assert_cmpint (count_reviews (library, "mother"), ==, tl_bits_count (mother));
  g_assert_cmpint (count_reviews (library, "mother software"), ==, tl_bits_count (both));
  g_assert_cmpint (count_reviews (library, "mother OR software"), ==, tl_bits_count (either));
  g_assert_cmpint (count_reviews (library, "mother -software"), ==, tl_bits_count (without));
  g_assert_cmpint (count_reviews (library, "three mother OR software"), ==, tl_bits_count (all));
  g_assert_cmpint (count_reviews (library, "\"generated record\" -mother -software"), ==,
                   N_RECORDS - (gint64) tl_bits_count (either));
}

/* An index that belongs to another library, larger than this one. */
static void
is_made_anew_where_it_does_not_fit (void)
{
  g_autoptr (TlLibrary) library = make_library ("b.tllibrary", 3);
  g_autofree char *other = path_of ("a.tllibrary-search"), *own = path_of ("b.tllibrary-search");
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (other, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (own, contents, (gssize) length, NULL));
  g_assert_cmpuint (count_marked (library), ==, N_RECORDS);
}

/* As who made it leaves it if stopped before the first byte was written. */
static void
is_made_where_an_empty_file_stands (void)
{
  g_autoptr (TlLibrary) library = make_library ("d.tllibrary", 5);
  g_autofree char *own = path_of ("d.tllibrary-search");

  g_assert_true (g_file_set_contents (own, "", 0, NULL));
  g_assert_cmpuint (count_marked (library), ==, N_RECORDS);
}

static void
what_stands_in_its_place_is_not_touched (void)
{
  g_autoptr (TlLibrary) library = make_library ("c.tllibrary", 4);
  g_autofree char *own = path_of ("c.tllibrary-search"), *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (own, "My notes on the search.\n", -1, NULL));
  g_assert_null (tl_library_texts_open (library, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_OURS);
  g_assert_true (g_file_get_contents (own, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "My notes on the search.\n");
}

/* Every word of the index with where it stands. */
static char *
dup_words (const char *path)
{
  g_autofree char *index = g_strconcat (path, "-search", NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  sqlite3_stmt *statement;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (index, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, texts, instance)", NULL,
                                 NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT term, doc, \"offset\" FROM words ORDER BY 1, 2, 3", -1, &statement,
                                       NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (words, "%s %d %d\n", (const char *) sqlite3_column_text (statement, 0),
                            sqlite3_column_int (statement, 1), sqlite3_column_int (statement, 2));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  g_assert_cmpuint (words->len, >, 1000);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* A local figure speaks for the factors of a record, the last of them first, and stands before them: so its references
 * give them their keys, and not the order of the file. */
static void
name_factors_backwards (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) file = g_string_new (NULL);
  g_autoptr (GString) figure = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  const char *first = strstr (text, "  <factor ");

  for (const char *at = strstr (first, "<factor id="); at != NULL; at = strstr (at + 1, "<factor id="))
    {
      const char *id = strchr (at, '"') + 1;
      g_autofree char *reference = g_strdup_printf ("    <for_factors ref=\"%.36s\"/>\n", id);

      g_string_prepend (figure, reference);
    }
  g_string_append_len (file, text, first - text);
  g_string_append_printf (file, "  <figure id=\"11111111-1111-8111-8111-111111111111\">\n%s  </figure>\n%s",
                          figure->str, first);
  g_assert_true (g_file_set_contents (path, file->str, -1, &error));
}

/* Its texts came to the index with the files, or from the tables: it is the same. */
static void
is_the_same_when_it_is_made_anew (void)
{
  g_autofree char *records = path_of ("records-6"), *one = path_of ("records-6/generated-00002.xml");
  g_autofree char *path = path_of ("e.tllibrary"), *index = path_of ("e.tllibrary-search");
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 6 };
  const char *paths[] = { records, NULL };
  g_autoptr (TlLibraryReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_library_generate (records, &options, NULL, NULL));
  name_factors_backwards (one);

  g_autoptr (TlLibrary) library = tl_library_create (path, &error);

  tl_library_add (library, paths, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, N_RECORDS);

  g_autofree char *followed = dup_words (path);

  g_assert_cmpint (g_unlink (index), ==, 0);
  g_assert_cmpuint (count_marked (library), ==, N_RECORDS);

  g_autofree char *anew = dup_words (path);

  g_assert_cmpstr (anew, ==, followed);
}

/* Words that are gone from an index that fits. */
static void
is_made_anew_at_will (void)
{
  g_autoptr (TlLibrary) library = make_library ("g.tllibrary", 7);
  g_autofree char *path = path_of ("g.tllibrary"), *index = path_of ("g.tllibrary-search"), *before = dup_words (path);
  g_autoptr (GError) error = NULL;
  guint n_marked = count_marked (library);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (index, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO texts (texts) VALUES ('delete-all')", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpuint (count_marked (library), ==, 0);

  g_assert_true (tl_library_texts_rebuild (library, NULL, &error));
  g_assert_no_error (error);

  g_autofree char *anew = dup_words (path);

  g_assert_cmpstr (anew, ==, before);
  g_assert_cmpuint (count_marked (library), ==, n_marked);

  g_assert_cmpint (g_unlink (index), ==, 0);
  g_assert_true (tl_library_texts_rebuild (library, NULL, &error));
  g_assert_no_error (error);

  g_autofree char *made = dup_words (path);

  g_assert_cmpstr (made, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = make_temporary ();

  g_test_add_func ("/library/texts/follows-the-library", follows_the_library);
  g_test_add_func ("/library/texts/follows-while-it-stays-open", follows_while_it_stays_open);
  g_test_add_func ("/library/texts/every-form-of-a-question-is-answered", every_form_of_a_question_is_answered);
  g_test_add_func ("/library/texts/is-made-anew-where-it-does-not-fit", is_made_anew_where_it_does_not_fit);
  g_test_add_func ("/library/texts/is-made-where-an-empty-file-stands", is_made_where_an_empty_file_stands);
  g_test_add_func ("/library/texts/what-stands-in-its-place-is-not-touched", what_stands_in_its_place_is_not_touched);

  g_test_add_func ("/library/texts/is-made-anew-at-will", is_made_anew_at_will);
  g_test_add_func ("/library/texts/is-the-same-when-it-is-made-anew", is_the_same_when_it_is_made_anew);

  int status = g_test_run ();

  g_free (folder);
  return status;
}
