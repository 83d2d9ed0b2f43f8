/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching a review: what the index answers is what a plain look through everything finds, whoever changed the review
 * and however; and what is typed never does anything but search. */
#define _GNU_SOURCE
#include "config.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/review/tl-history.h"
#include "tests/search-case.h"
#include "tests/support/tl-generate.h"
#include "tests/support/tl-verbs.h"

#ifdef __SANITIZE_ADDRESS__
#define N_SEEDS 2
#else
#define N_SEEDS 8
#endif
#define N_VERBS 120
#define LOOK_EVERY 20
#define N_QUERIES 12
#define N_LONG_WORDS 20000

/* Words that verbs and generator use, and some that nobody does. */
static const char *const vocabulary[] = {
  "room", "for", "doubt", "letter", "late", "nobody", "asked", "who", "held", "whole", "picture", "café", "cafe",
  "the", "home", "team", "visit", "zebra", "t", "of", "work", "school", "child", "never",
};

/* The plain look: every searched field of every record, word by word. */

static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) folded = g_string_new (" ");

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isalnum (character))
        g_string_append_unichar (folded, g_unichar_tolower (character));
      else if (!g_unichar_ismark (character) && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* All that is searched of a record, each text folded between spaces and apart from the next. */
static char *
collect_texts (TlReview *review,
               TlRecord *record)
{
  const TlKind *kind = tl_record_get_kind (record);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TlValue *value = tl_record_get_value (record, i);
      g_autoptr (GError) error = NULL;

      if (!(kind->fields[i].flags & TL_FIELD_SEARCHED) || value->type != TL_VALUE_TEXT)
        continue;
      g_autofree char *text = kind->fields[i].type == TL_FIELD_BODY ? tl_review_dup_body (review, value->text, &error)
                                                                    : g_strdup (value->text);
      g_assert_no_error (error);
      g_autofree char *folded = fold (text);
      g_string_append_printf (all, "%s|", folded);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

typedef struct {
  char    *needle; /* folded, with a space before it, and one after it unless any ending will do */
  gboolean excluded;
  gboolean or;     /* with the one before it */
} Part;

static void
clear_part (gpointer part)
{
  g_free (((Part *) part)->needle);
}

static gboolean
scan_accepts (GArray     *parts,
              const char *texts)
{
  gboolean group = TRUE;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      gboolean occurs = strstr (texts, part->needle) != NULL;

      if (part->excluded)
        {
          if (occurs)
            return FALSE;
          continue;
        }
      if (!part->or && !group)
        return FALSE;
      group = occurs || (part->or && group);
    }
  return group;
}

/* A query by chance, as it is typed and as the plain look wants it. */
static char *
draw_query (GRand  *random,
            GArray *parts)
{
  GString *typed = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      const char *word = vocabulary[g_rand_int_range (random, 0, G_N_ELEMENTS (vocabulary))];
      const char *second = vocabulary[g_rand_int_range (random, 0, G_N_ELEMENTS (vocabulary))];
      guint shape = (guint) g_rand_int_range (random, 0, 6);
      Part part = { NULL, i > 0 && shape == 0, i > 0 && shape == 1 && !g_array_index (parts, Part, i - 1).excluded };
      g_autofree char *both = g_strdup_printf ("%s %s", word, second);
      g_autofree char *folded = fold (shape == 2 ? both : word);

      g_string_append (typed, part.excluded ? " -" : part.or ? " OR " : " ");
      if (shape == 2)
        g_string_append_printf (typed, "\"%s\"", both);
      else if (shape == 3 && strlen (word) > 3)
        {
          g_string_append_printf (typed, "%.3s*", word);
          folded[4] = '\0';
        }
      else
        g_string_append (typed, word);
      part.needle = g_strdup (folded);
      g_array_append_val (parts, part);
    }
  return g_string_free (typed, FALSE);
}

static GHashTable *
scan (TlReview *review,
      GArray   *parts)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      TlRecordList *list = tl_review_get_list (review, tl_kinds_get (i)->name);

      for (guint j = 0; j < tl_record_list_get_n (list); j++)
        {
          TlRecord *record = tl_record_list_get (list, j);
          g_autofree char *texts = collect_texts (review, record);

          if (scan_accepts (parts, texts))
            g_hash_table_add (ids, (gpointer) tl_record_get_id (record));
        }
    }
  return ids;
}

static void
assert_answers_as_scan (TlReview   *review,
                        TlSearcher *searcher,
                        GRand      *random)
{
  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
      g_array_set_clear_func (parts, clear_part);
      g_autofree char *typed = draw_query (random, parts);
      g_autoptr (GHashTable) expected = scan (review, parts);
      g_autoptr (TlSearchAnswer) answer = find (searcher, typed);

      if (answer->n_records != g_hash_table_size (expected))
        g_error ("“%s” finds %u records, a plain look %u", typed, answer->n_records, g_hash_table_size (expected));
      for (guint j = 0; j < answer->results->len; j++)
        {
          const TlSearchResult *result = g_ptr_array_index (answer->results, j);

          g_assert_true (g_hash_table_contains (expected, result->id));
          g_assert_true (tl_record_get_kind (tl_review_lookup (review, result->id)) == result->kind);
          g_assert_cmpuint (result->passages->len, >, 0);
        }
    }
}

static void
after_any_session_the_index_answers_as_a_plain_look (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *path = make_path ("case.throughline");
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TlVerbs) verbs = tl_verbs_new (seed);
      g_autoptr (GError) error = NULL;

      g_test_message ("seed %u", seed);
      g_ptr_array_unref (tl_generate_review (path, seed, 3));
      g_autoptr (TlReview) review = tl_review_open (path, 0, &error);
      g_assert_no_error (error);
      tl_connection_execute (tl_review_get_connection (review), "PRAGMA synchronous = OFF", NULL);

      g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
      for (guint i = 0; i < N_VERBS; i++)
        {
          if (i % LOOK_EVERY == 0)
            {
              /* Now and then one that comes new to what the other has written. */
              if (i % (3 * LOOK_EVERY) == 0)
                {
                  tl_searcher_free (g_steal_pointer (&searcher));
                  searcher = open_searcher (path, TRUE);
                }
              read_all (searcher);
              assert_answers_as_scan (review, searcher, random);
            }
          tl_verbs_do (verbs, review);
        }
      read_all (searcher);
      assert_answers_as_scan (review, searcher, random);
    }
}

static void
a_phrase_is_found_wherever_a_long_text_is_cut (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Each word is another one, so that each phrase occurs once. */
  for (guint i = 0; i < N_LONG_WORDS; i++)
    g_string_append_printf (text, "w%x%s", i * 2654435761u, i % 17 == 16 ? ".\n— " : " é ");
  g_free (add_source (review, "Long", text->str));

  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  read_all (searcher);
  for (guint i = 0; i < N_LONG_WORDS - 8; i += 131)
    {
      g_autofree char *query = g_strdup_printf ("\"w%x\" -zebra", i * 2654435761u);
      g_autoptr (TlSearchAnswer) answer = find (searcher, query);

      g_assert_cmpuint (answer->n_records, ==, 1);
      const TlSearchResult *result = g_ptr_array_index (answer->results, 0);
      const TlSearchPassage *passage = g_ptr_array_index (result->passages, 0);
      const char *at = g_utf8_offset_to_pointer (text->str, passage->position);

      g_assert_cmpuint (result->passages->len, ==, 1);
      g_assert_true (strncmp (at, query + 1, passage->length) == 0);
    }
  for (guint i = 0; i < N_LONG_WORDS - 8; i += 5)
    {
      g_autoptr (GString) query = g_string_new ("\"");

      for (guint j = i; j < i + 8; j++)
        g_string_append_printf (query, "w%x%s", j * 2654435761u, j % 17 == 16 ? " " : " e ");
      g_string_append_c (query, '"');
      g_assert_cmpuint (count_found (searcher, query->str), ==, 1);
    }
}

/* Who changed it and how */

static void
undo_and_redo_are_followed (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_factor (review, "Nobody saw the albatross");
  g_autofree char *source = add_source (review, "Minutes", "An albatross was seen.");

  read_all (searcher);
  g_assert_cmpuint (count_found (searcher, "albatross"), ==, 2);
  g_assert_true (set_one (review, id, "statement", "Everybody saw the pelican", NULL, &error));
  g_assert_cmpuint (count_found (searcher, "albatross"), ==, 1);
  g_assert_cmpuint (count_found (searcher, "pelican"), ==, 1);
  for (guint i = 0; i < 3; i++)
    g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpuint (count_found (searcher, "albatross OR pelican"), ==, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_cmpuint (count_found (searcher, "albatross"), ==, 2);
  g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_cmpuint (count_found (searcher, "albatross"), ==, 1);
}

static void
what_another_program_did_is_found (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_factor (review, "Nobody saw the albatross");
  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);

  g_assert_cmpuint (count_found (searcher, "albatross"), ==, 1);

  g_autoptr (TlReview) other = tl_review_open (path, 0, &error);
  g_assert_true (set_one (other, id, "detail", "but heard a pelican", NULL, &error));
  g_assert_cmpuint (count_found (searcher, "albatross pelican"), ==, 1);

  /* Two that keep one index. */
  g_autoptr (TlSearcher) second = open_searcher (path, TRUE);
  g_assert_true (set_one (other, id, "detail", "but heard a heron", NULL, &error));
  g_assert_cmpuint (count_found (second, "albatross heron"), ==, 1);
  g_assert_true (set_one (review, id, "statement", "Nobody heard the stork", NULL, &error));
  g_assert_cmpuint (count_found (searcher, "stork heron"), ==, 1);
  g_assert_cmpuint (count_found (second, "albatross OR pelican"), ==, 0);
}

static void
while_somebody_writes_what_was_there_before_is_found (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add_factor (review, "Nobody saw the albatross");

  read_all (searcher);
  g_assert_true (set_one (review, id, "detail", "but heard a pelican", NULL, &error));

  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_assert_true (tl_edit_set (edit, id, "statement", "Nobody saw the heron", &error));
  g_autoptr (TlSearchAnswer) answer = find (searcher, "albatross");
  g_assert_cmpuint (answer->n_records, ==, 1);
  g_assert_true (answer->behind);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  g_autoptr (TlSearchAnswer) after = find (searcher, "heron pelican");
  g_assert_cmpuint (after->n_records, ==, 1);
  g_assert_false (after->behind);
}

static void
a_search_that_is_called_off_gives_nothing (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_free (add_factor (review, "Nobody saw the albatross"));
  g_cancellable_cancel (cancellable);
  g_assert_null (tl_searcher_find (searcher, "albatross", 0, 0, ALL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_found (searcher, "albatross"), ==, 1);
}

/* Files */

static void
assert_unchanged (const char *path,
                  const char *before,
                  gsize       length)
{
  g_autofree char *after = NULL;
  gsize length_after;

  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

static void
a_file_that_may_not_be_written_is_searched_and_left_alone (void)
{
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  gsize length;

  g_free (add_factor (review, "Nobody saw the albatross"));
  g_free (add_source (review, "Minutes", "An albatross was seen."));
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  {
    g_autoptr (TlSearcher) searcher = open_searcher (path, FALSE);

    read_all (searcher);
    g_autoptr (TlSearchAnswer) answer = find (searcher, "albatross");
    g_assert_cmpuint (answer->n_records, ==, 2);
    g_assert_true (answer->temporary);
    g_assert_cmpuint (answer->n_unread, ==, 0);
    assert_unchanged (path, before, length);

    /* Another program may write it all the same. */
    g_free (add_factor (review, "Nor did anybody see the pelican"));
    g_assert_cmpuint (count_found (searcher, "pelican"), ==, 1);
  }

  /* An index that is there and up to date serves as it is. */
  g_autoptr (TlSearcher) writer = open_searcher (path, TRUE);
  read_all (writer);
  g_autoptr (TlSearcher) reader = open_searcher (path, FALSE);
  g_autoptr (TlSearchAnswer) answer = find (reader, "albatross");
  g_assert_cmpuint (answer->n_records, ==, 2);
  g_assert_false (answer->temporary);
}

static void
a_file_of_an_earlier_version_is_searched (void)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "migrate", "v1.throughline", NULL);
  g_autofree char *path = make_path ("case.throughline");
  g_autofree char *data = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &data, &length, NULL));
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  g_autoptr (TlReview) review = tl_review_open (path, 0, &error);
  g_assert_no_error (error);
  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  read_all (searcher);
  assert_answers_as_scan (review, searcher, random);
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  assert_answers_as_scan (review, searcher, random);
}

static void
execute (const char *path,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
an_index_that_is_at_fault_is_made_anew (void)
{
  static const char *const faults[] = {
    "DELETE FROM search_data WHERE id > 10",
    "DELETE FROM search_row",
    "UPDATE search_state SET value = value + 1000 WHERE key = 'position'",
    "UPDATE search_state SET value = 99 WHERE key = 'version'",
    "DROP TABLE search_row",
    "DROP TABLE search_state",
    "UPDATE meta SET value = value + 1 WHERE key = 'epoch'",
  };
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "Nobody saw the albatross");

  g_free (add_source (review, "Minutes", "An albatross was seen."));
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *statement = g_strdup_printf ("Nobody saw the albatross, %u times", i);
      g_autoptr (GError) error = NULL;
      {
        g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
        read_all (searcher);
      }
      execute (path, faults[i]);
      g_assert_true (set_one (review, id, "statement", statement, NULL, &error));

      g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
      g_test_message ("%s", faults[i]);
      tl_search_answer_free (find (searcher, "albatross"));
      read_all (searcher);
      g_assert_cmpuint (count_found (searcher, "albatross"), ==, 2);
      g_assert_cmpuint (count_found (searcher, "albatross times"), ==, 1);
    }
}

static void
only_our_own_index_is_no_fault_of_a_file (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  {
    g_autoptr (TlReview) review = open_new (&path);
    g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
    read_all (searcher);
  }
  {
    g_autoptr (TlReview) review = tl_review_open (path, 0, &error);
    g_assert_no_error (error);
    g_assert_true (tl_review_verify (review, &error));
  }
  execute (path, "DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5(title, text, content='factor')");
  g_assert_null (tl_review_open (path, 0, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_DAMAGED);
}

static gboolean
file_has (const char *path,
          const char *marker)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return memmem (data, length, marker, strlen (marker)) != NULL;
}

static void
what_was_forgotten_is_in_no_index (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "Nobody saw the albatross");
  g_autofree char *source = add_source (review, "Minutes", "A cormorant was seen.");
  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  g_autoptr (GError) error = NULL;

  read_all (searcher);
  g_assert_true (set_one (review, id, "statement", "Nobody saw the pelican", NULL, &error));

  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_assert_true (tl_edit_remove (edit, source, &error));
  g_free (tl_edit_commit (edit, &error));
  read_all (searcher);
  g_assert_cmpuint (count_found (searcher, "albatross OR cormorant"), ==, 0);
  g_assert_true (file_has (path, "albatross") && file_has (path, "cormorant"));

  g_assert_true (tl_review_forget (review, &error));
  g_assert_no_error (error);
  g_assert_false (file_has (path, "albatross") || file_has (path, "cormorant"));

  read_all (searcher);
  g_assert_cmpuint (count_found (searcher, "pelican"), ==, 1);
  g_assert_false (file_has (path, "albatross") || file_has (path, "cormorant"));
}

static void
real_names_are_not_in_the_index (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *role = tl_edit_add (edit, "role", NULL, &error);
  g_autofree char *identity = tl_edit_add (edit, "identity", NULL, &error);

  g_assert_true (tl_edit_set (edit, role, "label", "Social worker 2", &error));
  g_assert_true (tl_edit_set (edit, identity, "name", "Honoria Glossop", &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  read_all (searcher);
  g_assert_cmpuint (count_found (searcher, "social"), ==, 1);
  g_assert_cmpuint (count_found (searcher, "Honoria OR Glossop"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/search/after-any-session-the-index-answers-as-a-plain-look",
                   after_any_session_the_index_answers_as_a_plain_look);
  g_test_add_func ("/search/a-phrase-is-found-wherever-a-long-text-is-cut",
                   a_phrase_is_found_wherever_a_long_text_is_cut);
  g_test_add_func ("/search/undo-and-redo-are-followed", undo_and_redo_are_followed);
  g_test_add_func ("/search/what-another-program-did-is-found", what_another_program_did_is_found);
  g_test_add_func ("/search/while-somebody-writes-what-was-there-before-is-found",
                   while_somebody_writes_what_was_there_before_is_found);
  g_test_add_func ("/search/a-search-that-is-called-off-gives-nothing", a_search_that_is_called_off_gives_nothing);
  g_test_add_func ("/search/a-file-that-may-not-be-written-is-searched-and-left-alone",
                   a_file_that_may_not_be_written_is_searched_and_left_alone);
  g_test_add_func ("/search/a-file-of-an-earlier-version-is-searched", a_file_of_an_earlier_version_is_searched);
  g_test_add_func ("/search/an-index-that-is-at-fault-is-made-anew", an_index_that_is_at_fault_is_made_anew);
  g_test_add_func ("/search/only-our-own-index-is-no-fault-of-a-file", only_our_own_index_is_no_fault_of_a_file);
  g_test_add_func ("/search/what-was-forgotten-is-in-no-index", what_was_forgotten_is_in_no_index);
  g_test_add_func ("/search/real-names-are-not-in-the-index", real_names_are_not_in_the_index);
  return g_test_run ();
}
