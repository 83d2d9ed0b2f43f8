/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed into a search and what is answered. */
#include "config.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "tests/search-case.h"

static void
a_query_means_what_people_expect (void)
{
  static const struct {
    const char *query;
    guint       n;
  } cases[] = {
    { "visit", 3 },
    { "VISIT", 3 },
    { "visit home", 2 },
    { "\"home visit\"", 1 },
    { "“home visit”", 1 },
    { "«home visit»", 1 },
    { "\"home visit", 1 },
    { "home-visit", 1 },
    { "visi*", 4 },
    { "\"the home vis\"*", 1 },
    { "visi", 0 },
    { "visit -home", 1 },
    { "visit -\"home visit\"", 2 },
    { "school OR home", 3 },
    { "school OR home visit", 3 },
    { "visit school OR visitor", 1 },
    { "OR visit OR", 3 },
    { "visit or home", 0 },
    { "visit — !? home", 2 },
    { "cafe", 1 },
    { "CAFÉ", 1 },
    { "cafe\xcc\x81", 1 },
    { "école", 1 },
    { "ШКОЛА", 1 },
    { "2012", 1 },
    { "under:stood", 0 },
  };
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);

  g_free (add_factor (review, "The home visit was late"));
  g_free (add_factor (review, "A visit to the home"));
  g_free (add_factor (review, "A visit at school (2012), not understood"));
  g_free (add_factor (review, "The visitor sat in the Café near an Ecole"));
  g_free (add_factor (review, "школа"));

  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (count_found (searcher, cases[i].query), ==, cases[i].n);
    }
}

static void
what_is_still_being_typed_may_begin_a_word (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;
  static const struct {
    const char *query;
    guint       n;
  } cases[] = { { "visi", 1 }, { "visi ", 0 }, { "vi", 0 }, { "\"visi\"", 0 }, { "home visi", 1 } };

  g_free (add_factor (review, "The home visit was late"));
  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlSearchAnswer) answer = tl_searcher_find (searcher, cases[i].query, TL_SEARCH_TYPING, 0, ALL, NULL,
                                                            &error);
      g_assert_no_error (error);
      g_assert_cmpuint (answer->n_records, ==, cases[i].n);
    }
}

static void
whatever_is_typed_only_searches (void)
{
  static const char *const hostile[] = {
    "", " ", "-", "--", "\"", "\"\"", "\"\"\"", "*", "**", "a*", "OR", "OR OR", "-visit", "- visit", "(", "NEAR(a b)",
    "NOT", "title:visit", "search : x", "^visit", "{title text}: visit", "visit AND", "\" OR 1=1 --",
    "'; DROP TABLE search; --", "visit*visit", "+visit", "\\", "%", "_", "\x01", "\xff\xfe", "\xed\xa0\x80",
    "\xe2\x80\x8f visit", "-\"", "-*", "\"*", "rank", "search", "bm25(search)", "visit\n\t-home",
  };
  static const char characters[] = "\"*-()^:{}+, \n'\\ORANDvis\xc3\xa9\xf0\xff";
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  g_free (add_factor (review, "The home visit was late"));
  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (hostile) + 3000; i++)
    {
      g_autoptr (GError) error = NULL;
      char drawn[24];
      guint n = (guint) g_rand_int_range (random, 0, sizeof drawn);

      for (guint j = 0; j < n; j++)
        drawn[j] = characters[g_rand_int_range (random, 0, sizeof characters - 1)];
      drawn[n] = '\0';
      g_autoptr (TlSearchAnswer) answer = tl_searcher_find (searcher,
                                                            i < G_N_ELEMENTS (hostile) ? hostile[i] : drawn,
                                                            i % 2, 0, ALL, NULL, &error);
      if (answer == NULL)
        g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
      else
        g_assert_cmpuint (answer->n_records, <=, 1);
    }
  g_autofree char *many = g_strnfill (3000, 'x');
  for (guint i = 1; i < 3000; i += 2)
    many[i] = ' ';
  g_autoptr (GError) error = NULL;
  g_assert_null (tl_searcher_find (searcher, many, 0, 0, ALL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_assert_cmpuint (count_found (searcher, "visit"), ==, 1);
}

/* What is answered */

static void
a_title_comes_before_a_mention_and_pages_do_not_overlap (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = add_factor (review, "Something else altogether in many words");
      g_assert_true (set_one (review, id, "detail", "where an albatross is only mentioned", NULL, &error));
    }
  g_autofree char *titled = add_factor (review, "An albatross in a title of several words");
  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  for (guint first = 0; first < 12; first += 4)
    {
      g_autoptr (TlSearchAnswer) answer = tl_searcher_find (searcher, "albatross", 0, first, 4, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (answer->n_records, ==, 11);
      g_assert_cmpuint (answer->results->len, ==, MIN (4, 11 - first));
      for (guint i = 0; i < answer->results->len; i++)
        g_assert_true (g_hash_table_add (seen, g_strdup (((TlSearchResult *) answer->results->pdata[i])->id)));
      if (first == 0)
        g_assert_cmpstr (((TlSearchResult *) answer->results->pdata[0])->id, ==, titled);
    }
}

static void
a_snippet_says_in_characters_what_was_found (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append (body, i == 3000 ? "Zoë’s\nalbatross 🐦 and a pélican " : "été 🐦 ");
  g_free (add_source (review, "Notes", body->str));

  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  read_all (searcher);
  g_autoptr (TlSearchAnswer) answer = find (searcher, "albatross pelican");
  const TlSearchResult *result = g_ptr_array_index (answer->results, 0);
  const TlSearchPassage *passage = g_ptr_array_index (result->passages, 0);
  static const char *const words[] = { "albatross", "pélican" };

  g_assert_cmpuint (passage->ranges->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const TlSearchRange *range = &g_array_index (passage->ranges, TlSearchRange, i);
      g_autofree char *found = g_utf8_substring (passage->snippet, range->start, range->end);
      g_assert_cmpstr (found, ==, words[i]);
    }
  g_autofree char *there = g_utf8_substring (body->str, passage->position, passage->position + passage->length);
  g_assert_cmpstr (there, ==, "albatross");
  g_assert_nonnull (strstr (passage->snippet, "Zoë’s albatross"));
  g_assert_true (g_str_has_prefix (passage->snippet, "…") && g_str_has_suffix (passage->snippet, "…"));
  g_assert_cmpstr (result->kind->fields[passage->field].name, ==, "body");
}

static void
sources_that_are_not_read_yet_are_counted (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean more;

  for (guint i = 0; i < 200000; i++)
    g_string_append (body, "nothing ");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *end = g_strdup_printf ("%salbatross %u", body->str, i);
      g_free (add_source (review, "Notes", end));
    }

  g_autoptr (TlSearcher) searcher = open_searcher (path, TRUE);
  g_autoptr (TlSearchAnswer) before = find (searcher, "notes");
  g_assert_cmpuint (before->n_records, ==, 3);
  g_assert_cmpuint (before->n_unread, ==, 3);
  g_assert_cmpuint (before->n_texts, ==, 3);
  tl_searcher_work (searcher, &more, &error);
  g_assert_no_error (error);
  g_assert_true (more);
  g_autoptr (TlSearchAnswer) begun = find (searcher, "nothing");
  g_assert_cmpuint (begun->n_unread, ==, 3);
  g_assert_cmpuint (begun->n_records, ==, 1);

  /* Another one goes on where the first left off. */
  tl_searcher_free (g_steal_pointer (&searcher));
  searcher = open_searcher (path, TRUE);
  read_all (searcher);
  g_autoptr (TlSearchAnswer) after = find (searcher, "albatross");
  g_assert_cmpuint (after->n_unread, ==, 0);
  g_assert_cmpuint (after->n_records, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/search/a-query-means-what-people-expect", a_query_means_what_people_expect);
  g_test_add_func ("/search/what-is-still-being-typed-may-begin-a-word", what_is_still_being_typed_may_begin_a_word);
  g_test_add_func ("/search/whatever-is-typed-only-searches", whatever_is_typed_only_searches);
  g_test_add_func ("/search/a-title-comes-before-a-mention-and-pages-do-not-overlap",
                   a_title_comes_before_a_mention_and_pages_do_not_overlap);
  g_test_add_func ("/search/a-snippet-says-in-characters-what-was-found",
                   a_snippet_says_in_characters_what_was_found);
  g_test_add_func ("/search/sources-that-are-not-read-yet-are-counted", sources_that_are_not_read_yet_are_counted);
  return g_test_run ();
}
