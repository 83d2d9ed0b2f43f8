/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Benchmark: questions to a library of 100,000 reviews with 80 tags each, of 150 codes, 20 years and 9 regions,
 * against plain C on the same data, built with the same flags, in the same run.
 *
 * All pairs of codes may take 3 times what a bare loop over bits takes that counts what each two have in common, also
 * of five years of one region; year × region × code 2 times what it takes to count the tags, in columns, by their
 * cells. The first answer after opening may take 100 ms, and what follows a record that came 1 ms more than it would
 * without. In time of the processor, the best of several rounds. TL_QUESTIONS_REVIEWS gives another size; into the
 * folder TL_QUESTIONS_DATA, if there is one, the data are written for other engines: duckdb.mjs reads them. */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model/library/tl-library-tables.h"
#include "model/questions/tl-cube.h"
#include "model/questions/tl-pairs.h"
#include "model/questions/tl-sets.h"
#include "model/questions/tl-themes.h"

#define N_CODES 150
#define N_TAGS 80
#define N_NODES 60
#define N_YEARS 20
#define FIRST_YEAR 2003
#define N_ROUNDS 7
#define TYPOLOGY "bench-1"

#define PAIRS_LIMIT 3.0
#define CUBE_LIMIT 2.0
#define FIRST_MS 100.0
#define ADDED_MS 1.0

static const char *const regions[] = { "north_east", "north_west", "yorkshire_humber", "east_midlands", "west_midlands",
                                       "east", "london", "south_east", "south_west" };
static const char *const levels[] = { "national", "regulators", "local", "management", "frontline", "family" };

/* The same data as plain columns and bits. */
typedef struct {
  char     *folder;
  char     *path;
  guint     n_reviews;
  gsize     n_words;
  guint64  *bits;   /* one line a code */
  guint16  *year;   /* one a review, as the next */
  guint8   *region;
  guint32  *tag_review;
  guint8   *tag_code;
  gsize     n_tags;
  int       n_failed;
  guint     n_done;
} Bench;

static double
now_ms (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Data */

static void
write_typology (const char *data)
{
  g_autofree char *folder = g_build_filename (data, "throughline", "typologies", NULL);
  g_autofree char *path = g_build_filename (folder, TYPOLOGY ".rdf", NULL);
  g_autoptr (GString) top = g_string_new (NULL);
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_CODES; i++)
    {
      g_string_append_printf (top, "<skos:hasTopConcept rdf:resource=\"urn:bench:C%u\"/>", i);
      g_string_append_printf (codes, "<skos:Concept rdf:about=\"urn:bench:C%u\"><skos:notation>C%03u</skos:notation>"
                              "<skos:prefLabel xml:lang=\"en\">Code %u</skos:prefLabel>"
                              "<skos:definition xml:lang=\"en\">Generated.</skos:definition>"
                              "<skos:topConceptOf rdf:resource=\"urn:bench\"/>"
                              "<skos:inScheme rdf:resource=\"urn:bench\"/></skos:Concept>", i, i, i);
    }

  g_autofree char *text = g_strdup_printf (
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dct=\"http://purl.org/dc/terms/\" "
    "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\" xmlns:owl=\"http://www.w3.org/2002/07/owl#\">"
    "<skos:ConceptScheme rdf:about=\"urn:throughline:typology:" TYPOLOGY "\"><dct:title xml:lang=\"en\">Generated"
    "</dct:title><owl:versionInfo>1.0</owl:versionInfo>%s</skos:ConceptScheme>%s</rdf:RDF>", top->str, codes->str);
  g_auto (GStrv) parts = g_strsplit (text, "urn:bench\"", -1);
  g_autofree char *whole = g_strjoinv ("urn:throughline:typology:" TYPOLOGY "\"", parts);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0777), ==, 0);
  g_file_set_contents (path, whole, -1, &error);
  g_assert_no_error (error);
}

/* Few codes are frequent and many are rare. */
static guint
draw_code (GRand *rand)
{
  guint code = (guint) (exp (g_rand_double (rand) * log (N_CODES + 1.0)) - 1 + g_rand_double (rand));

  return MIN (code, N_CODES - 1);
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static void
run (TlConnection *connection,
     const char   *sql,
     guint         n,
     const char  **texts,
     gint64        last)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    sqlite3_bind_text (statement, (int) i + 1, texts[i], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, (int) n + 1, last);
  tl_connection_run (connection, statement, &error);
  g_assert_no_error (error);
}

static void
add_review (Bench        *bench,
            TlConnection *connection,
            GRand        *rand,
            guint         i)
{
  const gint64 record = (gint64) i + 1;
  g_autofree char *id = g_strdup_printf ("review-%u", i);
  const char *of_review[] = { regions[i < bench->n_reviews ? bench->region[i] : 0] };
  g_autofree char *review = g_strdup_printf (
    "INSERT INTO review (key, id, year, region) SELECT ?2 << %d | 1, x'00', %u, ?1", TL_LIBRARY_KEY_BITS,
    i < bench->n_reviews ? bench->year[i] : FIRST_YEAR);
  int drawn[N_TAGS];

  run (connection, "INSERT INTO record SELECT ?2, ?1, 1, '', '', 0, 0, 0, 0, 0", 1, (const char *[]) { id }, record);
  run (connection, review, 1, of_review, record);
  run (connection, "INSERT INTO typology SELECT ?2, ?1, '1.0'", 1, (const char *[]) { TYPOLOGY }, record);
  run (connection, "INSERT INTO index_change (record) VALUES (?1)", 0, NULL, record);

  for (guint k = 0; k < N_TAGS; k++)
    {
      guint code = draw_code (rand), node = k * N_NODES / N_TAGS;

      drawn[k] = (int) (code * G_N_ELEMENTS (levels) + node % G_N_ELEMENTS (levels));
      if (i >= bench->n_reviews)
        continue;
      bench->bits[code * bench->n_words + i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;
      bench->tag_review[bench->n_tags] = i;
      bench->tag_code[bench->n_tags++] = (guint8) code;
    }
  qsort (drawn, N_TAGS, sizeof drawn[0], compare_numbers);
  for (guint k = 0; k < N_TAGS; k++)
    {
      char code[16];
      const char *texts[] = { code, levels[(guint) drawn[k] % G_N_ELEMENTS (levels)] };

      if (k > 0 && drawn[k] == drawn[k - 1])
        continue;
      g_snprintf (code, sizeof code, TYPOLOGY ":C%03u", (guint) drawn[k] / (guint) G_N_ELEMENTS (levels));
      run (connection, "INSERT INTO coding SELECT ?3, ?1, ?2, 7", 2, texts, record);
    }
}

/* The tables that questions read, filled by the statements that fill them for a file. */
static void
fill (Bench *bench,
      GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLibrary) library = tl_library_create (bench->path, &error);

  g_assert_no_error (error);
  g_assert_true (tl_library_begin_write (library, &error));
  for (guint i = 0; i < bench->n_reviews; i++)
    {
      bench->year[i] = (guint16) (FIRST_YEAR + g_rand_int_range (rand, 0, N_YEARS));
      bench->region[i] = (guint8) g_rand_int_range (rand, 0, G_N_ELEMENTS (regions));
      add_review (bench, tl_library_get_connection (library), rand, i);
    }
  tl_connection_commit (tl_library_get_connection (library), &error);
  g_assert_no_error (error);

  double start = now_ms ();

  tl_sets_settle (tl_sets_get (library), &error);
  g_assert_no_error (error);
  g_print ("# %u reviews, %u tags; sets made and stored in %.1f s\n", bench->n_reviews, (guint) bench->n_tags,
           (now_ms () - start) / 1e3);
}

static void
set_up (Bench *bench,
        GRand *rand)
{
  const char *size = g_getenv ("TL_QUESTIONS_REVIEWS");

  bench->folder = g_dir_make_tmp ("throughline-questions-XXXXXX", NULL);
  bench->path = g_build_filename (bench->folder, "national.tllibrary", NULL);
  g_setenv ("XDG_DATA_HOME", bench->folder, TRUE);
  write_typology (bench->folder);
  bench->n_reviews = size != NULL ? (guint) strtoul (size, NULL, 10) : 100000;
  bench->n_words = (bench->n_reviews + 63) / 64;
  bench->bits = g_new0 (guint64, N_CODES * bench->n_words);
  bench->year = g_new0 (guint16, bench->n_reviews);
  bench->region = g_new0 (guint8, bench->n_reviews);
  bench->tag_review = g_new0 (guint32, (gsize) bench->n_reviews * N_TAGS);
  bench->tag_code = g_new0 (guint8, (gsize) bench->n_reviews * N_TAGS);
  fill (bench, rand);
}

/* What another engine needs to answer the same. */
static void
write_data (const Bench *bench,
            const char  *folder)
{
  g_autofree char *reviews_path = g_build_filename (folder, "review.csv", NULL);
  g_autofree char *tags_path = g_build_filename (folder, "tag.csv", NULL);
  FILE *reviews = fopen (reviews_path, "w"), *tags = fopen (tags_path, "w");

  g_assert_true (reviews != NULL && tags != NULL);
  fputs ("id,year,region\n", reviews);
  for (guint i = 0; i < bench->n_reviews; i++)
    fprintf (reviews, "%u,%u,%s\n", i, bench->year[i], regions[bench->region[i]]);
  fputs ("review,code\n", tags);
  for (gsize i = 0; i < bench->n_tags; i++)
    fprintf (tags, "%u,%u\n", bench->tag_review[i], bench->tag_code[i]);
  g_assert_cmpint (fclose (reviews), ==, 0);
  g_assert_cmpint (fclose (tags), ==, 0);
}

/* Theirs */

static guint64
count_pairs (const Bench   *bench,
             const guint64 *mask,
             guint         *out)
{
  guint64 sum = 0;

  for (guint a = 0; a < N_CODES; a++)
    for (guint b = a + 1; b < N_CODES; b++)
      {
        const guint64 *x = bench->bits + a * bench->n_words, *y = bench->bits + b * bench->n_words;
        guint64 n = 0;

        if (mask != NULL)
          for (gsize i = 0; i < bench->n_words; i++)
            n += (guint64) __builtin_popcountll (x[i] & y[i] & mask[i]);
        else
          for (gsize i = 0; i < bench->n_words; i++)
            n += (guint64) __builtin_popcountll (x[i] & y[i]);
        out[a * N_CODES + b] = (guint) n;
        sum += n;
      }
  return sum;
}

static guint64
count_some_pairs (const Bench        *bench,
                  const TlPopulation *asked,
                  guint              *out)
{
  g_autofree guint64 *mask = g_new0 (guint64, bench->n_words);

  for (guint i = 0; i < bench->n_reviews; i++)
    if (bench->year[i] >= asked->year_from && bench->year[i] <= asked->year_to && bench->region[i] == 2)
      mask[i / 64] |= G_GUINT64_CONSTANT (1) << i % 64;
  return count_pairs (bench, mask, out);
}

static guint64
count_cube (const Bench *bench,
            guint       *cube)
{
  memset (cube, 0, N_YEARS * G_N_ELEMENTS (regions) * N_CODES * sizeof (guint));
  for (gsize i = 0; i < bench->n_tags; i++)
    {
      guint32 review = bench->tag_review[i];

      cube[((bench->year[review] - FIRST_YEAR) * G_N_ELEMENTS (regions) + bench->region[review]) * N_CODES
           + bench->tag_code[i]]++;
    }
  return bench->n_tags;
}

/* Both */

static void
report (Bench      *bench,
        const char *what,
        double      got,
        double      limit,
        const char *unit)
{
  gboolean within = got <= limit;

  bench->n_failed += within ? 0 : 1;
  g_print ("%s %u - %s: %.2f%s, limit %.0f%s\n", within ? "ok" : "not ok", ++bench->n_done, what, got, unit, limit,
           unit);
}

static guint64
sum_pairs (TlLibrary    *library,
           TlPairsQuery *query,
           double       *best)
{
  g_autoptr (GError) error = NULL;
  double start = now_ms ();
  g_autoptr (TlPairs) pairs = tl_library_pairs (library, query, &error);
  guint64 sum = 0;

  *best = MIN (*best, now_ms () - start);
  g_assert_no_error (error);
  for (guint i = 0; i < pairs->n_pairs; i++)
    sum += (guint64) MAX (pairs->pairs[i].reviews, 0);
  return sum;
}

static void
compare_pairs (Bench        *bench,
               TlLibrary    *library,
               const char   *what,
               TlPopulation  population)
{
  TlPairsQuery query = { .population = population, .internal = TRUE };
  g_autofree guint *out = g_new0 (guint, N_CODES * N_CODES);
  double theirs = INFINITY, ours = INFINITY, protected = INFINITY;
  guint64 sum = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = now_ms ();

      sum = population.region != NULL ? count_some_pairs (bench, &population, out) : count_pairs (bench, NULL, out);

      theirs = MIN (theirs, now_ms () - start);
      g_assert_cmpuint (sum_pairs (library, &query, &ours), ==, sum);
    }
  query.internal = FALSE;
  sum_pairs (library, &query, &protected);
  g_print ("# %s: ours %.2f ms, bare %.2f ms; protected %.1f ms; sum %" G_GUINT64_FORMAT "\n", what, ours, theirs,
           protected, sum);
  report (bench, what, ours / theirs, PAIRS_LIMIT, "");
}

static void
compare_cubes (Bench     *bench,
               TlLibrary *library)
{
  const TlCubeQuery query = { .population.typology = TYPOLOGY, .rows = TL_FACET_YEAR, .columns = TL_FACET_REGION,
                              .internal = TRUE };
  g_autofree guint *out = g_new0 (guint, N_YEARS * G_N_ELEMENTS (regions) * N_CODES);
  double theirs = INFINITY, ours = INFINITY;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      double start = now_ms ();

      count_cube (bench, out);
      theirs = MIN (theirs, now_ms () - start);
      start = now_ms ();

      g_autoptr (TlCube) cube = tl_library_cube (library, &query, &error);

      ours = MIN (ours, now_ms () - start);
      g_assert_no_error (error);
      g_assert_cmpint (cube->bases[0], ==, bench->n_reviews);
      g_assert_cmpuint (cube->n_rows * cube->n_columns, ==, (N_YEARS + 1) * (G_N_ELEMENTS (regions) + 1));
    }
  g_print ("# year, region, code: ours %.2f ms, columns %.2f ms\n", ours, theirs);
  report (bench, "year, region and code against columns", ours / theirs, CUBE_LIMIT, "");
}

static double
time_themes (TlLibrary *library)
{
  const TlThemesQuery query = { .population.typology = TYPOLOGY, .internal = TRUE };
  g_autoptr (GError) error = NULL;
  double start = now_ms ();
  g_autoptr (TlThemes) themes = tl_library_themes (library, &query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (themes->n_rows, ==, N_CODES);
  return now_ms () - start;
}

static void
open_cold (Bench *bench)
{
  double best = INFINITY;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = now_ms ();
      g_autoptr (TlLibrary) library = tl_library_open (bench->path, NULL);
      double opened = now_ms () - start;

      best = MIN (best, opened + time_themes (library));
    }
  report (bench, "opening and first answer", best, FIRST_MS, " ms");
}

/* Of the same sets once they are up to date it takes as long as ever. */
static void
add_one (Bench     *bench,
         TlLibrary *library,
         GRand     *rand)
{
  double before = INFINITY, after = INFINITY;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;

      before = MIN (before, time_themes (library));
      g_assert_true (tl_library_begin_write (library, &error));
      add_review (bench, tl_library_get_connection (library), rand, bench->n_reviews + i);
      g_assert_true (tl_connection_commit (tl_library_get_connection (library), &error));
      after = MIN (after, time_themes (library));
    }
  g_print ("# themes: %.2f ms; after one record: %.2f ms\n", before, after);
  report (bench, "what one record more costs", MAX (after - before, 0), ADDED_MS, " ms");
}

static void
tear_down (Bench *bench)
{
  static const char *const files[] = { "national.tllibrary", "national.tllibrary-wal", "national.tllibrary-shm",
                                       "throughline/typologies/" TYPOLOGY ".rdf", "throughline/typologies",
                                       "throughline", "" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (bench->folder, files[i], NULL);

      g_remove (path);
    }
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (12345);
  const TlPopulation all = { .typology = TYPOLOGY };
  const TlPopulation some = { .typology = TYPOLOGY, .year_from = 2012, .year_to = 2016, .region = "yorkshire_humber" };

  g_print ("1..5\n");
  set_up (&bench, rand);
  if (g_getenv ("TL_QUESTIONS_DATA") != NULL)
    write_data (&bench, g_getenv ("TL_QUESTIONS_DATA"));
  open_cold (&bench);

  g_autoptr (TlLibrary) library = tl_library_open (bench.path, NULL);

  compare_pairs (&bench, library, "all pairs against a bare loop", all);
  compare_pairs (&bench, library, "pairs of five years and a region against a bare loop", some);
  compare_cubes (&bench, library);
  add_one (&bench, library, rand);
  g_clear_object (&library);
  tear_down (&bench);
  return bench.n_failed > 0;
}
