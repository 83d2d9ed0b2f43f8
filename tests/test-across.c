/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library in which some reviews are coded in the first draft of the national typology, some in the second and some in
 * both: what is counted in either is what plain SQL over the crosswalk gives, and what is uncertain stands apart. And
 * codes that restate an outcome, and tables of one release beside each other. */
#include "config.h"

#include "model/library/tl-library-tables.h"
#include "model/questions/tl-multiple.h"
#include "model/questions/tl-pairs.h"
#include "model/questions/tl-themes.h"
#include "tests/library-case.h"

#include <math.h>
#include <string.h>

#define N_RECORDS 90

/* Every third record is coded in the second draft, every ninth in both, and there not in all alike. */
#define IN_SECOND "record % 3 = 0"
#define IN_BOTH "record % 9 = 0"

static LibraryCase generated;
static TlLibrary *library;

static TlConnection *
get_connection (void)
{
  return tl_library_get_connection (library);
}

static void
execute (const char *sql)
{
  g_autoptr (GError) error = NULL;

  tl_connection_execute (get_connection (), sql, &error);
  g_assert_no_error (error);
}

static gint64
count (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  tl_connection_get_number (get_connection (), sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

static TlThemes *
ask (const TlThemesQuery *query)
{
  g_autoptr (GError) error = NULL;
  TlThemes *themes = tl_library_themes (library, query, &error);

  g_assert_no_error (error);
  return themes;
}

static const TlThemesRow *
find_row (const TlThemes *themes,
          const char     *code)
{
  for (guint i = 0; i < themes->n_rows; i++)
    if (strcmp (themes->rows[i].code, code) == 0)
      return &themes->rows[i];
  g_assert_not_reached ();
}

/* Records coded in the draft that is asked for, with one of @own; or in the other only, with one of @other. */
static gint64
count_either (const char *draft,
              const char *own,
              const char *other,
              const char *marks)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT count(*) FROM record AS r WHERE "
    "(EXISTS (SELECT 1 FROM typology WHERE record = number AND scheme = '%s') AND EXISTS (SELECT 1 FROM coding WHERE "
    "record = number AND code IN (%s) AND marks & %s)) OR "
    "(NOT EXISTS (SELECT 1 FROM typology WHERE record = number AND scheme = '%s') AND EXISTS (SELECT 1 FROM coding "
    "WHERE record = number AND code IN (%s) AND marks & %s))", draft, own, marks, draft, other, marks);

  return count (sql);
}

static void
counts_go_through_the_crosswalk (void)
{
  const TlThemesQuery query = { .population = { .typology = "national-2", .across = TRUE }, .internal = TRUE };
  g_autoptr (TlThemes) themes = ask (&query);
  const TlThemesRow *kept = find_row (themes, "national-2:TO.1"), *split = find_row (themes, "national-2:MS.13");
  const TlThemesRow *joined = find_row (themes, "national-2:MS.15"), *renamed = find_row (themes, "national-2:MS.9");

  g_assert_true (themes->across);
  g_assert_cmpint (themes->columns[0].base, ==, N_RECORDS);
  g_assert_cmpint (kept->cells[0].reviews, ==,
                   count_either ("national-2", "'national-2:TO.1'", "'national-1:TO.1'", "1"));
  g_assert_cmpint (kept->cells[0].looked_for, ==,
                   count_either ("national-2", "'national-2:TO.1'", "'national-1:TO.1'", "9"));
  g_assert_cmpint (kept->cells[0].uncertain, ==, 0);
  g_assert_cmpint (renamed->cells[0].reviews, ==,
                   count_either ("national-2", "'national-2:MS.9'", "'national-1:MS.9'", "1"));

  /* MS.1 became MS.13 and MS.14. */
  g_assert_cmpint (split->cells[0].reviews, ==, count_either ("national-2", "'national-2:MS.13'", "''", "1"));
  g_assert_cmpint (split->cells[0].uncertain, ==, count_either ("national-2", "''", "'national-1:MS.1'", "1"));
  g_assert_cmpint (split->cells[0].uncertain, >, 0);

  /* MS.6 and MS.7 became MS.15. */
  g_assert_cmpint (joined->cells[0].reviews, ==,
                   count_either ("national-2", "'national-2:MS.15'", "'national-1:MS.6', 'national-1:MS.7'", "1"));
  g_assert_nonnull (strstr (themes->caption, "crosswalk"));

  /* TO.11 has nothing in the first draft that it was made of: of reviews coded in that alone nothing is known. */
  g_assert_cmpint (kept->cells[0].base, ==, N_RECORDS);
  g_assert_cmpint (find_row (themes, "national-2:TO.11")->cells[0].base, ==, N_RECORDS / 3);
}

/* What is uncertain is said beside what is not, wherever a count is: in words, in small charts and column by column. */
static void
what_is_uncertain_is_said_with_every_count (void)
{
  const TlThemesQuery query = { .population = { .typology = "national-2", .across = TRUE }, .by = TL_FACET_TYPE,
                                .internal = TRUE };
  g_autoptr (TlThemes) themes = ask (&query);
  g_autofree char *text = tl_themes_dup_text (themes);
  guint n_said = 0;

  for (guint i = 0; i < themes->n_rows; i++)
    for (guint j = 1; j < themes->n_columns; j++)
      {
        const TlThemesCell *cell = &themes->rows[i].cells[j];
        TlMultiple multiple = { .themes = themes, .row = i, .full = 1, .font = 9 };
        g_autofree char *sentence = tl_multiple_dup_sentence (&multiple);
        g_autofree char *count = tl_count_format_perhaps (cell->reviews, cell->uncertain);
        g_autofree char *said = g_strdup_printf ("%s: %s of ", themes->columns[j].title, count);

        g_assert_true (g_str_has_suffix (count, "?)") == (cell->uncertain != 0));
        g_assert_nonnull (strstr (sentence, said));
        g_assert_nonnull (strstr (text, count));
        n_said += cell->uncertain != 0;
      }
  g_assert_cmpuint (n_said, >, 0);

  g_autofree char *withheld = tl_count_format_perhaps (12, TL_COUNT_WITHHELD);

  g_assert_cmpstr (withheld, ==, "12 (+c?)");
}

/* What is split within a tier is certain for the tier. */
static void
a_tier_counts_what_was_split_below_it (void)
{
  const TlThemesQuery query = { .population = { .typology = "national-2", .across = TRUE }, .internal = TRUE };
  g_autoptr (TlThemes) themes = ask (&query);
  const TlThemesRow *tier = find_row (themes, "national-2:MS");

  g_assert_cmpint (tier->cells[0].uncertain, ==, 0);
  g_assert_cmpint (tier->cells[0].reviews, ==, count (
    "SELECT count(*) FROM record WHERE EXISTS (SELECT 1 FROM coding WHERE record = number AND marks & 1 AND (code LIKE "
    "'national-2:MS%' OR (code LIKE 'national-1:MS%' AND NOT EXISTS (SELECT 1 FROM typology WHERE record = number AND "
    "scheme = 'national-2'))))"));
}

static void
the_way_back_counts_too (void)
{
  const TlThemesQuery query = { .population.across = TRUE, .internal = TRUE };
  g_autoptr (TlThemes) themes = ask (&query);
  const TlThemesRow *joined = find_row (themes, "national-1:MS.1"), *split = find_row (themes, "national-1:MS.6");

  g_assert_cmpint (joined->cells[0].reviews, ==,
                   count_either ("national-1", "'national-1:MS.1'", "'national-2:MS.13', 'national-2:MS.14'", "1"));
  g_assert_cmpint (split->cells[0].uncertain, ==, count_either ("national-1", "''", "'national-2:MS.15'", "1"));
}

static void
what_is_asked_directly_is_counted_directly (void)
{
  const TlThemesQuery query = { .population.typology = "national-2", .internal = TRUE };
  g_autoptr (TlThemes) themes = ask (&query);

  g_assert_false (themes->across);
  g_assert_cmpint (themes->columns[0].base, ==, N_RECORDS / 3);
  g_assert_cmpint (find_row (themes, "national-2:TO.1")->cells[0].reviews, ==,
                   count ("SELECT count(*) FROM coding WHERE code = 'national-2:TO.1' AND marks & 1 AND level = "
                          "(SELECT min(c.level) FROM coding AS c WHERE c.record = coding.record AND c.code = "
                          "coding.code AND c.marks & 1)"));
}

static void
pairs_go_through_the_crosswalk (void)
{
  const TlPairsQuery query = { .population = { .typology = "national-2", .across = TRUE }, .internal = TRUE };
  g_autoptr (TlPairs) pairs = tl_library_pairs (library, &query, NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < pairs->n_pairs; i++)
    {
      const TlPair *pair = &pairs->pairs[i];

      if (strcmp (pairs->codes[pair->a].notation, "TO.11") == 0)
        g_assert_true (pair->partial && isnan (pair->expected) && isnan (pair->ratio));
      if (strcmp (pairs->codes[pair->a].notation, "TO.4") != 0 || strcmp (pairs->codes[pair->b].notation, "MS.13") != 0)
        continue;
      found = TRUE;
      g_assert_cmpint (pair->reviews, ==, count (
        "SELECT count(*) FROM record WHERE EXISTS (SELECT 1 FROM coding WHERE record = number AND marks & 1 AND code = "
        "'national-2:TO.4') AND EXISTS (SELECT 1 FROM coding WHERE record = number AND marks & 1 AND code = "
        "'national-2:MS.13')"));
      g_assert_cmpint (pair->uncertain, ==, count (
        "SELECT count(*) FROM record WHERE NOT EXISTS (SELECT 1 FROM typology WHERE record = number AND scheme = "
        "'national-2') AND EXISTS (SELECT 1 FROM coding WHERE record = number AND marks & 1 AND code = "
        "'national-1:TO.4') AND EXISTS (SELECT 1 FROM coding WHERE record = number AND marks & 1 AND code = "
        "'national-1:MS.1')"));
      g_assert_cmpint (pair->uncertain, >, 0);
    }
  g_assert_true (found);
}

/* Nobody who codes in the first draft can have said anything of what only the second has. */
static void
what_no_typology_has_is_not_available (void)
{
  const TlThemesQuery query = { .population = { .typology = "national-2", .across = TRUE }, .by = TL_FACET_YEAR };

  execute ("BEGIN; DELETE FROM typology WHERE scheme = 'national-2'; "
           "INSERT INTO index_change (record) SELECT number FROM record; COMMIT");

  g_autoptr (TlThemes) themes = ask (&query);
  const TlThemesRow *fresh = find_row (themes, "national-2:TO.11");
  g_autofree char *csv = tl_themes_dup_csv (themes);

  for (guint i = 0; i < themes->n_columns; i++)
    g_assert_cmpint (fresh->cells[i].reviews, ==, TL_COUNT_NOT_AVAILABLE);
  g_assert_cmpint (find_row (themes, "national-2:TO")->cells[0].looked_for, >, 0);
  g_assert_nonnull (strstr (csv, ",:,"));
  execute ("BEGIN; INSERT INTO typology SELECT number, 'national-2', '1.0' FROM record WHERE number % 3 = 0; "
           "INSERT INTO index_change (record) SELECT number FROM record; COMMIT");
}

static void
a_code_that_restates_an_outcome_is_flagged (void)
{
  const TlThemesQuery query = { .internal = TRUE };

  execute ("BEGIN; DELETE FROM coding WHERE code = 'national-1:HR.1'; "
           "INSERT INTO coding SELECT DISTINCT key >> 24, 'national-1:HR.1', '', 7 FROM child WHERE outcome = 'death' "
           "AND EXISTS (SELECT 1 FROM typology WHERE record = key >> 24 AND scheme = 'national-1'); "
           "INSERT INTO index_change (record) SELECT number FROM record; COMMIT");

  g_autoptr (TlThemes) themes = ask (&query);
  guint n_flagged = 0;

  g_assert_cmpstr (find_row (themes, "national-1:HR.1")->restates, ==, "death");
  for (guint i = 0; i < themes->n_rows; i++)
    n_flagged += themes->rows[i].restates != NULL ? 1 : 0;
  g_assert_cmpuint (n_flagged, ==, 1);
  g_assert_nonnull (strstr (themes->caption, "HR.1 (Died)"));

  /* Not where it is only often so. */
  execute ("BEGIN; DELETE FROM coding WHERE code = 'national-1:HR.1' AND record % 4 = 0; "
           "INSERT INTO index_change (record) SELECT number FROM record; COMMIT");

  g_autoptr (TlThemes) looser = ask (&query);

  g_assert_null (find_row (looser, "national-1:HR.1")->restates);
}

/* The tables of a release */

static void
tables_of_one_release_agree_on_what_is_withheld (void)
{
  const TlFacet facets[] = { TL_FACET_YEAR, TL_FACET_REGION, TL_FACET_TYPE, TL_FACET_LEVEL };
  TlThemes *tables[G_N_ELEMENTS (facets)], *open[G_N_ELEMENTS (facets)];

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      const TlThemesQuery query = { .by = facets[i], .internal = TRUE };

      tables[i] = ask (&query);
      open[i] = ask (&query);
    }
  tl_themes_protect (tables, G_N_ELEMENTS (facets), 5, 0);
  for (guint k = 0; k < G_N_ELEMENTS (facets); k++)
    for (guint i = 0; i < tables[k]->n_rows; i++)
      {
        const TlThemesCell *cells = tables[k]->rows[i].cells, *counts = open[k]->rows[i].cells;
        guint n_withheld = 0;
        gint64 hidden = 0;

        g_assert_cmpint (cells[0].reviews, ==, tables[0]->rows[i].cells[0].reviews);
        for (guint j = 1; j < tables[k]->n_columns; j++)
          if (cells[j].reviews == TL_COUNT_WITHHELD)
            {
              n_withheld++;
              hidden += counts[j].reviews;
            }
          else
            g_assert_true (cells[j].reviews == counts[j].reviews && (cells[j].reviews == 0 || cells[j].reviews > 5));

        /* Beside a total that is shown what is withheld moves by the threshold or more. */
        if (tl_facet_is_partition (facets[k]) && n_withheld > 0 && cells[0].reviews >= 0)
          g_assert_true (n_withheld > 1 && hidden - (gint64) n_withheld >= 5);
      }
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      tl_themes_free (tables[i]);
      tl_themes_free (open[i]);
    }
}

static void
rounded_tables_say_so (void)
{
  const TlThemesQuery query = { .by = TL_FACET_REGION, .round = 10 };
  g_autoptr (TlThemes) themes = ask (&query);
  g_autofree char *text = tl_themes_dup_text (themes);

  for (guint i = 0; i < themes->n_rows; i++)
    for (guint j = 0; j < themes->n_columns; j++)
      g_assert_true (themes->rows[i].cells[j].reviews < 0 || themes->rows[i].cells[j].reviews % 10 == 0);
  g_assert_nonnull (strstr (text, "nearest 10"));
  g_assert_cmpint (tl_count_round (4, 10), ==, TL_COUNT_ROUNDED);
  g_assert_cmpint (tl_count_round (5, 10), ==, 10);
  g_assert_cmpint (tl_count_round (0, 10), ==, 0);
  g_assert_cmpint (tl_count_round (TL_COUNT_WITHHELD, 10), ==, TL_COUNT_WITHHELD);
}

static void
set_up (void)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 17, .n_factors = 12 };

  library_case_set_up (&generated, &options);
  library = generated.library;
  execute ("BEGIN; CREATE TEMP TABLE second AS SELECT record, CASE code WHEN 'national-1:MS.1' THEN 'national-2:MS.13' "
           "WHEN 'national-1:MS.6' THEN 'national-2:MS.15' WHEN 'national-1:MS.7' THEN 'national-2:MS.14' "
           "ELSE replace (code, 'national-1', 'national-2') END AS code, level, marks FROM coding WHERE " IN_SECOND "; "
           "INSERT OR IGNORE INTO coding SELECT * FROM second; DROP TABLE second; "
           "INSERT INTO typology SELECT record, 'national-2', '1.0' FROM typology WHERE " IN_SECOND "; "
           "DELETE FROM coding WHERE code = 'national-2:TO.1' AND " IN_BOTH "; "
           "DELETE FROM coding WHERE code LIKE 'national-1:%' AND " IN_SECOND " AND NOT " IN_BOTH "; "
           "DELETE FROM typology WHERE scheme = 'national-1' AND " IN_SECOND " AND NOT " IN_BOTH "; "
           "INSERT INTO index_change (record) SELECT number FROM record; COMMIT");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  set_up ();

  g_test_add_func ("/across/counts-go-through-the-crosswalk", counts_go_through_the_crosswalk);
  g_test_add_func ("/across/what-is-uncertain-is-said-with-every-count", what_is_uncertain_is_said_with_every_count);
  g_test_add_func ("/across/a-tier-counts-what-was-split-below-it", a_tier_counts_what_was_split_below_it);
  g_test_add_func ("/across/the-way-back-counts-too", the_way_back_counts_too);
  g_test_add_func ("/across/what-is-asked-directly-is-counted-directly", what_is_asked_directly_is_counted_directly);
  g_test_add_func ("/across/pairs-go-through-the-crosswalk", pairs_go_through_the_crosswalk);
  g_test_add_func ("/across/what-no-typology-has-is-not-available", what_no_typology_has_is_not_available);
  g_test_add_func ("/release/tables-agree-on-what-is-withheld", tables_of_one_release_agree_on_what_is_withheld);
  g_test_add_func ("/release/rounded-tables-say-so", rounded_tables_say_so);
  g_test_add_func ("/across/a-code-that-restates-an-outcome-is-flagged", a_code_that_restates_an_outcome_is_flagged);

  int result = g_test_run ();

  library_case_tear_down (&generated);
  return result;
}
