/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was planted is found: a generated corpus is taken into a library, and every question returns what the corpus's
 * key says, which a slow walk through the files counted; and nothing is said to recur that was not planted. The corpus
 * is written by the program in TL_CORPUS; TL_PLANTED_REVIEWS and TL_PLANTED_SEED give others than 600 reviews and 7. */
#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "model/questions/tl-chains.h"
#include "model/questions/tl-gaps.h"
#include "model/questions/tl-like.h"
#include "model/questions/tl-national.h"
#include "model/questions/tl-pairs.h"
#include "model/questions/tl-recurring.h"
#include "model/questions/tl-texts-found.h"
#include "model/questions/tl-themes.h"
#include "tests/library-case.h"
#include "tests/support/tl-walk.h"

static char *folder;
static TlLibrary *library;
static JsonParser *key;

static const char *
get_setting (const char *name,
             const char *usual)
{
  const char *value = g_getenv (name);

  return value != NULL ? value : usual;
}

static void
set_up (void)
{
  const char *reviews = get_setting ("TL_PLANTED_REVIEWS", "600"), *seed = get_setting ("TL_PLANTED_SEED", "7");
  g_autofree char *corpus = NULL, *path = NULL, *key_path = NULL;
  g_autoptr (TlLibraryReport) report = NULL;
  g_autoptr (GError) error = NULL;

  folder = make_temporary ();
  corpus = g_build_filename (folder, "corpus", NULL);
  path = g_build_filename (folder, "national.tllibrary", NULL);
  key_path = g_build_filename (corpus, "key.json", NULL);

  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("TL_CORPUS"),
                                                      "--reviews", reviews, "--seed", seed, corpus, NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  library = tl_library_create (path, &error);
  g_assert_no_error (error);

  const char *paths[] = { corpus, NULL };

  tl_library_add (library, paths, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, (guint) atoi (reviews));
  key = json_parser_new ();
  json_parser_load_from_file (key, key_path, &error);
  g_assert_no_error (error);
}

/* The key */

static JsonArray *
get_list (const char *name)
{
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (key)), name);
}

static const char *
text_at (JsonObject *thing,
         const char *name)
{
  return json_object_get_string_member (thing, name);
}

static gint64
number_at (JsonObject *thing,
           const char *name)
{
  return json_object_get_int_member (thing, name);
}

/* The codes of an array, with " > " between them. */
static char *
join_codes (JsonArray *codes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (codes); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " > " : "", json_array_get_string_element (codes, i));
  return g_string_free (out, FALSE);
}

/* All links from code to code that were planted, as "A > B". */
static GHashTable *
list_links (void)
{
  GHashTable *links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < json_array_get_length (get_list ("chains")); i++)
    {
      JsonArray *path = json_object_get_array_member (json_array_get_object_element (get_list ("chains"), i), "path");

      for (guint j = 1; j < json_array_get_length (path); j++)
        g_hash_table_add (links, g_strdup_printf ("%s > %s", json_array_get_string_element (path, j - 1),
                                                  json_array_get_string_element (path, j)));
    }
  for (guint i = 0; i < json_array_get_length (get_list ("recurring")); i++)
    {
      JsonObject *thing = json_array_get_object_element (get_list ("recurring"), i);
      JsonArray *own = json_object_get_array_member (thing, "links");

      for (guint j = 0; j < json_array_get_length (own); j++)
        g_hash_table_add (links, join_codes (json_array_get_array_element (own, j)));
    }
  return links;
}

/* Questions */

static void
themes_are_found (void)
{
  const TlThemesQuery query = { .internal = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlThemes) themes = tl_library_themes (library, &query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < json_array_get_length (get_list ("themes")); i++)
    {
      JsonObject *thing = json_array_get_object_element (get_list ("themes"), i);
      gint64 reviews = -1;

      for (guint j = 0; j < themes->n_rows; j++)
        if (strcmp (themes->rows[j].code, text_at (thing, "code")) == 0)
          reviews = themes->rows[j].cells[0].reviews;
      g_assert_cmpint (reviews, ==, number_at (thing, "reviews"));
    }
}

static void
pairs_are_found_above_chance (void)
{
  const TlPairsQuery query = { .internal = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPairs) pairs = tl_library_pairs (library, &query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < json_array_get_length (get_list ("pairs")); i++)
    {
      JsonObject *thing = json_array_get_object_element (get_list ("pairs"), i);
      const TlPair *found = NULL;

      for (guint j = 0; j < pairs->n_pairs; j++)
        {
          const TlPair *pair = &pairs->pairs[j];
          const char *a = pairs->codes[pair->a].code, *b = pairs->codes[pair->b].code;

          if ((strcmp (a, text_at (thing, "a")) == 0 && strcmp (b, text_at (thing, "b")) == 0)
              || (strcmp (b, text_at (thing, "a")) == 0 && strcmp (a, text_at (thing, "b")) == 0))
            found = pair;
        }
      g_assert_nonnull (found);
      g_assert_cmpint (found->reviews, ==, number_at (thing, "reviews"));
      g_assert_cmpfloat (found->low, >, 1);
    }
}

static TlChains *
ask_chains (const TlChainsQuery *query)
{
  g_autoptr (GError) error = NULL;
  TlChains *chains = tl_library_chains (library, query, NULL, &error);

  g_assert_no_error (error);
  return chains;
}

static void
chains_are_found (void)
{
  for (guint i = 0; i < json_array_get_length (get_list ("chains")); i++)
    {
      JsonObject *thing = json_array_get_object_element (get_list ("chains"), i);
      JsonArray *path = json_object_get_array_member (thing, "path");
      g_autofree char *pattern = join_codes (path);
      const TlChainsQuery one = { .pattern = pattern, .internal = TRUE };
      const TlChainsQuery tested = { .pattern = pattern, .tested = TRUE, .internal = TRUE };
      const TlChainsQuery all = { .length = json_array_get_length (path) - 1 };
      g_autoptr (TlChains) alone = ask_chains (&one);
      g_autoptr (TlChains) over_tests = ask_chains (&tested);
      g_autoptr (TlChains) listed = ask_chains (&all);
      gboolean found = strchr (pattern, '*') != NULL;

      g_assert_cmpint (alone->chains[0].reviews, ==, number_at (thing, "reviews"));
      g_assert_true (alone->chains[0].recurs);
      g_assert_cmpint (over_tests->chains[0].reviews, ==, number_at (thing, "tested"));
      for (guint j = 0; j < listed->n_chains; j++)
        {
          g_autofree char *codes = g_strjoinv (" > ", listed->chains[j].path);

          if (strcmp (codes, pattern) == 0)
            {
              g_assert_cmpint (listed->chains[j].reviews, ==, number_at (thing, "reviews"));
              found = TRUE;
            }
        }
      g_assert_true (found);
    }
}

static void
no_other_chain_is_said_to_recur (void)
{
  g_autoptr (GHashTable) links = list_links ();

  for (guint length = 1; length <= TL_CHAINS_MAX_LENGTH; length++)
    {
      const TlChainsQuery query = { .length = length, .min = 6 };
      g_autoptr (TlChains) chains = ask_chains (&query);

      for (guint i = 0; i < chains->n_chains; i++)
        for (guint j = 1; chains->chains[i].path[j] != NULL; j++)
          {
            g_autofree char *link = g_strdup_printf ("%s > %s", chains->chains[i].path[j - 1],
                                                     chains->chains[i].path[j]);

            g_assert_true (g_hash_table_contains (links, link));
          }
    }
}

static char *
dup_row_link (const TlAnswerRow *row,
              guint              i)
{
  return g_strdup_printf ("%s > %s", row->keys[row->links[i][0]], row->keys[row->links[i][1]]);
}

static gboolean
has_link (const TlAnswerRow *row,
          const char        *link)
{
  for (guint i = 0; i < row->n_links; i++)
    {
      g_autofree char *own = dup_row_link (row, i);

      if (strcmp (own, link) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
sub_graphs_are_found_and_no_others (void)
{
  const TlRecurringQuery query = { .threshold = 5 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAnswer) answer = tl_library_recurring (library, &query, NULL, &error);
  g_autoptr (GHashTable) links = list_links ();

  g_assert_no_error (error);
  for (guint i = 0; i < json_array_get_length (get_list ("recurring")); i++)
    {
      JsonObject *thing = json_array_get_object_element (get_list ("recurring"), i);
      JsonArray *own = json_object_get_array_member (thing, "links");
      const TlAnswerRow *found = NULL;

      for (guint j = 0; j < answer->rows->len; j++)
        {
          const TlAnswerRow *row = answer->rows->pdata[j];
          gboolean same = row->n_links == json_array_get_length (own);

          for (guint k = 0; same && k < json_array_get_length (own); k++)
            {
              g_autofree char *link = join_codes (json_array_get_array_element (own, k));

              same = has_link (row, link);
            }
          found = same ? row : found;
        }
      g_assert_nonnull (found);
      g_assert_cmpint (found->reviews, ==, number_at (thing, "reviews"));
    }
  for (guint i = 0; i < answer->rows->len; i++)
    for (guint j = 0; j < ((TlAnswerRow *) answer->rows->pdata[i])->n_links; j++)
      {
        g_autofree char *link = dup_row_link (answer->rows->pdata[i], j);

        g_assert_true (g_hash_table_contains (links, link));
      }
}

static const TlAnswerRow *
find_row (const TlAnswer *answer,
          const char     *word)
{
  for (guint i = 0; i < answer->rows->len; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];

      if (g_strv_contains ((const char *const *) row->keys, word))
        return row;
    }
  return NULL;
}

static void
check_rows (const TlAnswer *answer,
            const char     *list,
            const char     *name)
{
  for (guint i = 0; i < json_array_get_length (get_list (list)); i++)
    {
      JsonObject *thing = json_array_get_object_element (get_list (list), i);
      const TlAnswerRow *row = find_row (answer, text_at (thing, name));

      g_assert_nonnull (row);
      g_assert_cmpint (row->reviews, ==, number_at (thing, "reviews"));
    }
}

static void
national_issues_are_found (void)
{
  const TlNationalQuery query = { .internal = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAnswer) answer = tl_library_national (library, &query, NULL, &error);

  g_assert_no_error (error);
  check_rows (answer, "national", "code");
  for (guint i = 0; i < answer->rows->len; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];

      g_assert_cmpuint (row->instances->len, ==, MIN ((guint) row->reviews, TL_INSTANCES_MAX));
    }
}

static void
gaps_are_found_and_no_others (void)
{
  const TlGapsQuery query = { .threshold = 5 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAnswer) answer = tl_library_gaps (library, &query, NULL, &error);

  g_assert_no_error (error);
  check_rows (answer, "gaps", "word");
  g_assert_cmpuint (answer->rows->len, ==, json_array_get_length (get_list ("gaps")));
}

static void
words_are_found (void)
{
  for (guint i = 0; i < json_array_get_length (get_list ("search")); i++)
    {
      JsonObject *thing = json_array_get_object_element (get_list ("search"), i);
      const TlTextsQuery query = { .words = text_at (thing, "word"), .internal = TRUE };
      g_autoptr (GError) error = NULL;
      g_autoptr (TlAnswer) answer = tl_library_find_texts (library, &query, NULL, &error);
      const TlAnswerRow *row;

      g_assert_no_error (error);
      row = answer->rows->pdata[0];
      g_assert_cmpint (row->reviews, ==, number_at (thing, "reviews"));
      g_assert_cmpuint (row->instances->len, ==, MIN ((guint) row->reviews, TL_INSTANCES_MAX));
    }
}

/* Of the factors of a record's first finding, all codes. */
static GPtrArray *
list_codes (const TlWalk         *walk,
            const TlPlainRecord **finding)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < walk->file->records->len && *finding == NULL; i++)
    if (strcmp (((TlPlainRecord *) walk->file->records->pdata[i])->kind->name, "finding") == 0)
      *finding = walk->file->records->pdata[i];

  const TlValue *factors = tl_plain_record_get (*finding, "factors");

  for (guint i = 0; factors->list[i] != NULL; i++)
    for (guint j = 0; j < walk->factors->len; j++)
      {
        const TlWalkFactor *factor = &g_array_index (walk->factors, TlWalkFactor, j);

        for (guint k = 0; strcmp (factor->record->id, factors->list[i]) == 0 && k < factor->codes->len; k++)
          g_ptr_array_add (codes, factor->codes->pdata[k]);
      }
  g_ptr_array_add (codes, NULL);
  return codes;
}

static guint
count_of (const TlAnswerRow *row,
          const char        *review)
{
  guint n = 0;

  for (guint i = 0; i < row->instances->len; i++)
    n += strcmp (((TlInstance *) row->instances->pdata[i])->review, review) == 0 ? 1 : 0;
  return n;
}

/* Nothing is more like a finding than itself; and it is not among those that its own review is told of. */
static void
a_finding_is_like_itself (void)
{
  g_autofree char *path = g_build_filename (folder, "corpus", "generated-00001.xml", NULL);
  g_autoptr (TlWalk) walk = tl_walk_new (path);
  const TlPlainRecord *review = walk->file->records->pdata[0], *finding = NULL;
  g_autoptr (GPtrArray) codes = list_codes (walk, &finding);
  TlLikeQuery query = { .codes = (const char *const *) codes->pdata, .text = tl_walk_get_text (finding, "statement"),
                        .board = tl_walk_get_text (review, "board_pseudonym"), .internal = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAnswer) open = tl_library_like (library, &query, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      const TlAnswerRow *row = open->rows->pdata[i];
      const TlInstance *first = row->instances->pdata[0];

      g_assert_cmpstr (row->keys[0], ==, i == 0 ? "board" : "all");
      g_assert_cmpstr (((TlInstanceRecord *) first->records->pdata[0])->id, ==, finding->id);
      g_assert_cmpuint (count_of (row, review->id), >, 0);
    }

  query.review = review->id;
  g_autoptr (TlAnswer) own = tl_library_like (library, &query, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      const TlAnswerRow *row = own->rows->pdata[i];

      g_assert_cmpuint (count_of (row, review->id), ==, 0);
      g_assert_cmpint (row->reviews, ==, ((TlAnswerRow *) open->rows->pdata[i])->reviews - 1);
    }
}

/* For whoever may not see it, nothing stands behind a count, and a small one is withheld. */
static void
nothing_stands_behind_what_leaves (void)
{
  const TlNationalQuery query = { .threshold = 50 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAnswer) answer = tl_library_national (library, &query, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < answer->rows->len; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];

      g_assert_cmpuint (row->instances->len, ==, 0);
      g_assert_true (row->reviews == TL_COUNT_WITHHELD || row->reviews == 0 || row->reviews > 50);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  set_up ();

  g_test_add_func ("/planted/themes-are-found", themes_are_found);
  g_test_add_func ("/planted/pairs-are-found-above-chance", pairs_are_found_above_chance);
  g_test_add_func ("/planted/chains-are-found", chains_are_found);
  g_test_add_func ("/planted/no-other-chain-is-said-to-recur", no_other_chain_is_said_to_recur);
  g_test_add_func ("/planted/sub-graphs-are-found-and-no-others", sub_graphs_are_found_and_no_others);
  g_test_add_func ("/planted/national-issues-are-found", national_issues_are_found);
  g_test_add_func ("/planted/gaps-are-found-and-no-others", gaps_are_found_and_no_others);
  g_test_add_func ("/planted/words-are-found", words_are_found);
  g_test_add_func ("/planted/a-finding-is-like-itself", a_finding_is_like_itself);
  g_test_add_func ("/planted/nothing-stands-behind-what-leaves", nothing_stands_behind_what_leaves);

  int status = g_test_run ();

  g_clear_object (&library);
  g_clear_object (&key);
  g_free (folder);
  return status;
}
