/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Releases of a library: what is said of a question, a reach and a mark; that what is small leaves nowhere in a bundle;
 * that the same gives the same bytes; and that what was released before counts. */
#include <string.h>

#include "model/base/tl-error.h"
#include "model/releases/tl-release-bundle.h"
#include "model/releases/tl-release-log.h"
#include "model/releases/tl-release-publish.h"
#include "model/releases/tl-release-words.h"
#include "tests/release-case.h"

static void
what_is_made_of_texts_is_not_released (void)
{
  static const char *const refused[] = { "search words", "gaps", "like r1 f1" };
  g_autoptr (TlReleasePlan) plan = tl_release_plan_new ("Release");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_release_plan_add (plan, refused[i], &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
    }
  g_assert_cmpuint (plan->questions->len, ==, 0);
}

static void
a_reach_is_kept_in_words (void)
{
  const TlPopulation population = { .year_from = 2009, .year_to = 2011, .region = "london" };
  char *keys[] = { (char *) "2010", (char *) "" };
  g_auto (TlReach) reach = { { NULL } };
  g_auto (TlReach) read = { { NULL } };

  tl_reach_init (&reach, &population);
  tl_reach_exclude (&reach, TL_FACET_YEAR, keys, 2);
  g_autofree char *text = tl_reach_dup_text (&reach);
  g_assert_true (tl_reach_parse (&read, text));
  g_assert_true (tl_reach_contains (&read, 0, "2009") && tl_reach_contains (&read, 0, "2011"));
  g_assert_false (tl_reach_contains (&read, 0, "2010") || tl_reach_contains (&read, 0, "2012")
                  || tl_reach_contains (&read, 0, ""));
  g_assert_true (tl_reach_contains (&read, 1, "london"));
  g_assert_false (tl_reach_contains (&read, 1, "wales"));
  g_assert_true (tl_reach_contains (&read, 2, "any method"));
}

/* Libraries */

static char *
write_bundle (LibraryCase *self,
              TlRelease   *release,
              const char  *name)
{
  char *folder = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  tl_release_publish (release, self->library, folder, NULL, &error);
  g_assert_no_error (error);
  return folder;
}

static void
assert_same_file (const char *one_folder,
                  const char *other_folder,
                  const char *name)
{
  g_autofree char *one = g_build_filename (one_folder, name, NULL);
  g_autofree char *other = g_build_filename (other_folder, name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;
  gsize length, same_length;

  g_assert_true (g_file_get_contents (one, &text, &length, NULL));
  g_assert_true (g_file_get_contents (other, &same, &same_length, NULL));
  g_assert_cmpmem (text, length, same, same_length);
}

static void
a_release_gives_the_same_bytes_again (void)
{
  static const char *const questions[] = { "themes", "themes --by year", "themes --by region", "national", NULL };
  static const char *const files[] = { "release.html", "release.odt", "tables.csv", "table-1-themes.csv",
                                       "table-1-themes-1.svg", "table-2-themes-1.png", "table-4-national.csv",
                                       "table-4-national.svg" };
  const TlGenerateOptions options = { .n_records = 150, .seed = 7 };
  g_autoptr (GError) error = NULL;
  LibraryCase self;

  library_case_set_up (&self, &options);
  g_autoptr (TlRelease) release = make_release (&self, questions);
  assert_nothing_small_is_shown (release);
  assert_tables_agree (release);
  g_assert_true (tl_release_log (release, self.library, NULL, &error));
  g_assert_cmpint (release->number, ==, 1);

  g_autoptr (TlRelease) again = make_release (&self, questions);
  g_assert_cmpint (again->number, ==, 1);
  g_assert_true (tl_release_log (again, self.library, NULL, &error));

  g_autofree char *one = write_bundle (&self, release, "one");
  g_autofree char *other = write_bundle (&self, again, "other");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    assert_same_file (one, other, files[i]);

  g_autoptr (GPtrArray) log = tl_release_log_read (self.library, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 1);
  const TlLoggedRelease *logged = log->pdata[0];
  g_assert_cmpstr (logged->plan->title, ==, "What recurs");
  g_assert_cmpstr (logged->plan->author, ==, "The office");
  g_assert_cmpuint (logged->plan->questions->len, ==, 4);
  g_assert_cmpuint (logged->n_withheld, >, 0);
  library_case_tear_down (&self);
}

/* The counts that two releases both show. */
static void
assert_no_small_difference (const TlLoggedRelease *then,
                            const TlRelease       *now)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_both = 0;

  for (guint i = 0; i < then->counts->len; i++)
    {
      const TlLoggedCount *count = &g_array_index (then->counts, TlLoggedCount, i);

      if (count->reason == TL_PROTECT_SHOWN)
        g_hash_table_insert (shown, g_strconcat (count->mark, " ", count->reach, NULL),
                             GINT_TO_POINTER ((int) count->count + 1));
    }
  for (guint i = 0; i < now->tables->len; i++)
    {
      const TlReleaseTable *table = now->tables->pdata[i];

      for (guint j = 0; j < table->counts->len; j++)
        {
          const TlReleaseCount *count = table->counts->pdata[j];
          g_autofree char *reach = tl_reach_dup_text (&count->reach);
          g_autofree char *key = g_strconcat (count->mark, " ", reach, NULL);
          int old = GPOINTER_TO_INT (g_hash_table_lookup (shown, key)) - 1;

          if (old < 0 || count->reason != TL_PROTECT_SHOWN)
            continue;
          n_both++;
          g_assert_false (count->count - old >= 1 && count->count - old <= 5);
        }
    }
  g_assert_cmpuint (n_both, >, 0);
}

static void
a_release_is_held_against_those_before (void)
{
  static const char *const questions[] = { "themes", "themes --by region", NULL };
  const TlGenerateOptions options = { .n_records = 120, .seed = 3 }, more = { .n_records = 132, .seed = 3 };
  g_autoptr (GError) error = NULL;
  LibraryCase self;

  library_case_set_up (&self, &options);
  g_autoptr (TlRelease) first = make_release (&self, questions);
  g_assert_true (tl_release_log (first, self.library, NULL, &error));
  g_assert_true (tl_library_generate (self.records, &more, NULL, &error));
  library_case_gather (&self);

  g_autoptr (TlRelease) second = make_release (&self, questions);
  g_autoptr (GPtrArray) log = tl_release_log_read (self.library, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->n_compared, ==, 1);
  g_assert_cmpint (second->number, ==, 0);
  assert_nothing_small_is_shown (second);
  assert_no_small_difference (log->pdata[0], second);

  /* Or it is said. */
  g_autoptr (TlReleasePlan) plan = make_plan (questions);
  plan->says_differences = TRUE;
  g_autoptr (TlRelease) said = tl_release_new (self.library, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (said->n_differences, >, 0);
  g_autofree char *settings = tl_release_dup_settings (said);
  g_assert_nonnull (strstr (settings, "earlier release."));
  library_case_tear_down (&self);
}

/* Counts of codes by mark, whatever the reach, of one table. */
static GHashTable *
collect_counts (const TlReleaseTable *table,
                gboolean              shown)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < table->counts->len; i++)
    {
      const TlReleaseCount *count = table->counts->pdata[i];

      if (!g_str_has_prefix (count->mark, "base|") && (!shown || count->reason == TL_PROTECT_SHOWN))
        g_hash_table_insert (counts, count->mark, GINT_TO_POINTER ((int) count->count));
    }
  return counts;
}

/* What all years have less some, held against what an earlier release said of the others: how many of these differences
 * are small, of what is shown or of all that was counted. */
static guint
count_small_rests (const TlRelease *first,
                   const TlRelease *second,
                   gboolean         shown)
{
  g_autoptr (GHashTable) then = collect_counts (first->tables->pdata[0], shown);
  g_autoptr (GHashTable) all = collect_counts (second->tables->pdata[0], shown);
  g_autoptr (GHashTable) late = collect_counts (second->tables->pdata[1], shown);
  GHashTableIter iter;
  gpointer mark, was;
  guint n = 0;

  g_hash_table_iter_init (&iter, then);
  while (g_hash_table_iter_next (&iter, &mark, &was))
    if (g_hash_table_contains (all, mark) && g_hash_table_contains (late, mark))
      {
        int difference = GPOINTER_TO_INT (g_hash_table_lookup (all, mark))
                         - GPOINTER_TO_INT (g_hash_table_lookup (late, mark)) - GPOINTER_TO_INT (was);

        n += difference >= 1 && difference <= 5 ? 1 : 0;
      }
  return n;
}

/* A question, and generated reviews of which those that come between the releases are of the years of the first. */
typedef struct {
  const char *question;
  guint32     seed;
} Asked;

static const Asked themes_asked = { "themes", 7 }, chains_asked = { "chains --length 1 --min 6", 1 },
                   pattern_asked = { "chains '* > *'", 7 }, recurring_asked = { "recurring --min 2", 6 },
                   national_asked = { "national", 7 }, merged_asked = { "merged --min 2", 6 };

/* Whatever was asked then and is not asked now is asked again: nobody who has both releases can take the one from the
 * other. */
static void
what_was_asked_before_is_asked_again (gconstpointer data)
{
  const Asked *asked = data;
  TlGenerateOptions options = { .n_records = 300, .seed = asked->seed, .plants = release_case_plants, .n_plants = 1 };
  g_autofree char *early = g_strdup_printf ("%s --years 2000-2011", asked->question);
  g_autofree char *late = g_strdup_printf ("%s --years 2012-2100", asked->question);
  const char *const before[] = { early, NULL }, *const after[] = { asked->question, late, NULL };
  g_autoptr (GError) error = NULL;
  LibraryCase self;

  library_case_set_up (&self, &options);
  g_autoptr (TlRelease) first = make_release (&self, before);
  g_assert_true (tl_release_log (first, self.library, NULL, &error));
  options.n_records += 3;
  g_assert_true (tl_library_generate (self.records, &options, NULL, &error));
  library_case_gather (&self);

  g_autoptr (TlRelease) second = make_release (&self, after);
  g_assert_cmpuint (count_small_rests (first, second, FALSE), >, 0);
  g_assert_cmpuint (count_small_rests (first, second, TRUE), ==, 0);
  library_case_tear_down (&self);
}

static GPtrArray *
collect_marks (const TlReleaseTable *table)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; i < table->counts->len; i++)
    g_ptr_array_add (marks, ((TlReleaseCount *) table->counts->pdata[i])->mark);
  return marks;
}

/* What a list no longer names is counted as a list would count it. */
static void
what_was_named_is_counted_as_it_was_listed (void)
{
  static const char *const questions[] = { "chains --length 1", "recurring --min 6", "merged --min 6" };
  const TlGenerateOptions options = { .n_records = 150, .seed = 3, .plants = release_case_plants, .n_plants = 1 };
  g_autoptr (GError) error = NULL;
  LibraryCase self;

  library_case_set_up (&self, &options);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (TlAsked) question = tl_asked_parse (questions[i], &error);
      g_autoptr (TlReleaseTable) listed = tl_release_table_ask (self.library, question, 5, NULL, &error);
      g_autoptr (GPtrArray) marks = collect_marks (listed);
      g_autoptr (TlReleaseTable) named = tl_release_table_ask_named (self.library, question, marks, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (listed->counts->len, >, 1);
      g_assert_cmpuint (named->counts->len, ==, listed->counts->len - 1); /* but for the base */
      for (guint j = 0; j < named->counts->len; j++)
        {
          const TlReleaseCount *now = named->counts->pdata[j], *then = listed->counts->pdata[j + 1];

          g_assert_cmpstr (now->mark, ==, then->mark);
          g_assert_cmpint (now->count, ==, then->count);
          g_assert_cmpint (then->least, >, 5);
        }
    }
  library_case_tear_down (&self);
}

/* Of few reviews by two facets next to nothing could be shown: it is left out rather than searched for long. What
 * remains shows what there was a base of. */
static void
what_is_too_little_to_show_is_left_out (void)
{
  static const char *const questions[] = { "themes --by region,year", "pairs", NULL };
  const TlGenerateOptions options = { .n_records = 150, .seed = 7 };
  LibraryCase self;

  library_case_set_up (&self, &options);
  g_autoptr (TlRelease) release = make_release (&self, questions);
  const TlReleaseTable *cube = release->tables->pdata[0], *pairs = release->tables->pdata[1];
  g_autofree char *words = tl_release_dup_withheld (release);
  g_autofree char *csv = tl_release_table_dup_csv (cube);

  g_assert_cmpuint (cube->n_left_out, >, cube->n_shown);
  g_assert_cmpuint (pairs->n_left_out, ==, 0);
  g_assert_cmpint (cube->cube->bases[0], ==, 150);
  g_assert_cmpint (pairs->pairs->base, ==, 150);
  g_assert_nonnull (strstr (words, "left out"));
  g_assert_nonnull (strstr (csv, ",:,"));
  g_assert_nonnull (strstr (tl_release_table_get_note (cube), "left out"));
  library_case_tear_down (&self);
}

static void
pictures_are_of_what_is_shown (void)
{
  static const char *const questions[] = { "themes", "themes --by year", "pairs", "national", NULL };
  const TlGenerateOptions options = { .n_records = 100, .seed = 9 };
  g_autoptr (GError) error = NULL;
  LibraryCase self;
  guint n_svg = 0, n_png = 0;

  library_case_set_up (&self, &options);
  g_autoptr (TlRelease) release = make_release (&self, questions);
  g_autoptr (GPtrArray) pieces = tl_release_bundle_make (release, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < pieces->len; i++)
    {
      const TlReleasePiece *piece = pieces->pdata[i];

      n_svg += g_str_has_suffix (piece->name, ".svg") ? 1 : 0;
      n_png += g_str_has_suffix (piece->name, ".png") ? 1 : 0;
      if (!g_str_equal (piece->name, "release.html"))
        continue;

      g_autofree char *page = g_strndup (g_bytes_get_data (piece->bytes, NULL), g_bytes_get_size (piece->bytes));

      g_assert_nonnull (strstr (page, "<figure class=\"chart\">"));
      g_assert_nonnull (strstr (page, "<desc"));
    }
  g_assert_cmpuint (n_svg, >=, 4);
  g_assert_cmpuint (n_png, ==, n_svg);
  library_case_tear_down (&self);
}

static void
what_is_shown_is_rounded_after_that (void)
{
  static const char *const questions[] = { "themes --by region", NULL };
  const TlGenerateOptions options = { .n_records = 100, .seed = 5 };
  g_autoptr (TlReleasePlan) plan = make_plan (questions);
  g_autoptr (GError) error = NULL;
  LibraryCase self;

  library_case_set_up (&self, &options);
  plan->round = 10;
  g_autoptr (TlRelease) release = tl_release_new (self.library, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  const TlReleaseTable *table = release->tables->pdata[0];
  for (guint i = 0; i < table->counts->len; i++)
    {
      const TlReleaseCount *count = table->counts->pdata[i];

      g_assert_true (count->place == NULL || *count->place < 0 || *count->place % 10 == 0);
    }
  library_case_tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/releases/what-is-made-of-texts-is-not-released", what_is_made_of_texts_is_not_released);
  g_test_add_func ("/releases/a-reach-is-kept-in-words", a_reach_is_kept_in_words);
  g_test_add_func ("/releases/a-release-gives-the-same-bytes-again", a_release_gives_the_same_bytes_again);
  g_test_add_func ("/releases/a-release-is-held-against-those-before", a_release_is_held_against_those_before);
  g_test_add_data_func ("/releases/themes-asked-before-are-asked-again", &themes_asked,
                        what_was_asked_before_is_asked_again);
  g_test_add_data_func ("/releases/chains-asked-before-are-asked-again", &chains_asked,
                        what_was_asked_before_is_asked_again);
  g_test_add_data_func ("/releases/a-chain-asked-before-is-asked-again", &pattern_asked,
                        what_was_asked_before_is_asked_again);
  g_test_add_data_func ("/releases/what-recurred-before-is-asked-again", &recurring_asked,
                        what_was_asked_before_is_asked_again);
  g_test_add_data_func ("/releases/national-asked-before-is-asked-again", &national_asked,
                        what_was_asked_before_is_asked_again);
  g_test_add_data_func ("/releases/a-map-asked-before-is-asked-again", &merged_asked,
                        what_was_asked_before_is_asked_again);
  g_test_add_func ("/releases/what-was-named-is-counted-as-it-was-listed", what_was_named_is_counted_as_it_was_listed);
  g_test_add_func ("/releases/what-is-too-little-to-show-is-left-out", what_is_too_little_to_show_is_left_out);
  g_test_add_func ("/releases/pictures-are-of-what-is-shown", pictures_are_of_what_is_shown);
  g_test_add_func ("/releases/what-is-shown-is-rounded-after-that", what_is_shown_is_rounded_after_that);
  return g_test_run ();
}
