/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it costs to ask something else of a library of 100,000 reviews in its window: themes, themes by year as small
 * charts, and pairs as a heat map, each under twenty filters in turn, in a real window, drawn by GTK's cairo renderer.
 *
 * From the change of the filter until the answer is painted the thread that counts may take, as a median, one frame of
 * 60 a second, and the one that draws another. In time of the processor, which other programs lengthen a little.
 * TL_PAGES_REVIEWS gives another size. */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "model/library/tl-library-tables.h"
#include "model/questions/tl-sets.h"
#include "model/typology/tl-typology.h"
#include "tests/temporary.h"
#include "ui/library/tl-question-page.h"
#include "ui/window/tl-pairs-page.h"
#include "ui/window/tl-themes-page.h"

#define N_YEARS 20
#define FIRST_YEAR 2003
#define N_FILTERS 20
#define N_TAGGED 3 /* of so many reviews one has a code, and more of the first ones */
#define FRAME_MS 16.7

typedef struct {
  char       *folder;
  TlLibrary  *library;
  TlQuestion *question;
  GtkWindow  *window;
  gboolean    answered;
  gboolean    painted;
  int         n_failed;
  guint       n_done;
} Bench;

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (clock, &now), ==, 0);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Data */

static void
run (TlLibrary  *library,
     const char *sql)
{
  g_autoptr (GError) error = NULL;

  tl_connection_execute (tl_library_get_connection (library), sql, &error);
  g_assert_no_error (error);
}

/* The tables that questions read; which review has which code is as good as drawn. */
static void
fill (Bench *bench,
      guint  n_reviews)
{
  TlTypology *typology = tl_typology_lookup ("national-1", NULL);
  GListModel *codes = tl_typology_get_codes (typology);
  g_autoptr (GError) error = NULL;
  g_autofree char *numbers = g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
                                              "i < %u) ", n_reviews);
  g_autofree char *records = g_strconcat ("INSERT INTO record ", numbers,
                                          "SELECT i, 'r' || i, 1, '', '', 0, 0, 0, 0, 0 FROM n", NULL);
  g_autofree char *reviews = g_strdup_printf (
    "INSERT INTO review (key, id, year, region) %sSELECT i << %d | 1, x'00', %d + i %% %d, CASE i %% 3 WHEN 0 THEN "
    "'london' WHEN 1 THEN 'east' ELSE 'south_west' END FROM n", numbers, TL_LIBRARY_KEY_BITS, FIRST_YEAR, N_YEARS);
  g_autofree char *coded = g_strdup_printf ("INSERT INTO typology %sSELECT i, 'national-1', '%s' FROM n", numbers,
                                            tl_typology_get_version (typology));

  g_assert_true (tl_library_begin_write (bench->library, &error));
  run (bench->library, records);
  run (bench->library, reviews);
  run (bench->library, coded);
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);
      g_autofree char *tagged = g_strdup_printf (
        "INSERT INTO coding %sSELECT i, '%s', 'frontline', 7 FROM n WHERE (i * 2654435761 >> 7) * (%u + 31) %% 1009 < "
        "%u", numbers, tl_code_get_qualified (code), i * 2, 1009 / N_TAGGED / (1 + i % 5));

      run (bench->library, tagged);
    }
  tl_connection_commit (tl_library_get_connection (bench->library), &error);
  g_assert_no_error (error);
  tl_sets_settle (tl_sets_get (bench->library), &error);
  g_assert_no_error (error);
}

/* Measuring */

static void
answered_cb (Bench *bench)
{
  bench->answered = TRUE;
  bench->painted = FALSE;
}

static void
painted_cb (Bench *bench)
{
  bench->painted = TRUE;
}

static void
wait_for_answer (Bench *bench)
{
  while (!bench->answered || !bench->painted)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_times (const void *a,
               const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
report (Bench      *bench,
        const char *what,
        double      ms)
{
  gboolean good = ms <= FRAME_MS;

  g_print ("%s %u - %s: %.1f ms of %.1f\n", good ? "ok" : "not ok", ++bench->n_done, what, ms, FRAME_MS);
  bench->n_failed += good ? 0 : 1;
}

static void
measure (Bench      *bench,
         GtkWidget  *page,
         const char *what)
{
  static const char *const regions[] = { NULL, "london", "east", "south_west" };
  double drawing[N_FILTERS], counting[N_FILTERS];
  g_autofree char *drawn = g_strdup_printf ("%s: shown in", what);
  g_autofree char *counted = g_strdup_printf ("%s: counted in", what);

  g_signal_connect_swapped (page, "answered", G_CALLBACK (answered_cb), bench);
  bench->answered = FALSE;
  gtk_window_set_child (bench->window, page);
  wait_for_answer (bench);
  for (guint i = 0; i < N_FILTERS; i++)
    {
      TlPopulation population = { .year_from = FIRST_YEAR + i % 7, .region = regions[i % G_N_ELEMENTS (regions)] };
      double all = read_clock (CLOCK_PROCESS_CPUTIME_ID), own = read_clock (CLOCK_THREAD_CPUTIME_ID);

      bench->answered = FALSE;
      tl_question_set_population (bench->question, &population);
      wait_for_answer (bench);
      drawing[i] = read_clock (CLOCK_THREAD_CPUTIME_ID) - own;
      counting[i] = read_clock (CLOCK_PROCESS_CPUTIME_ID) - all - drawing[i];
    }
  qsort (drawing, N_FILTERS, sizeof (double), compare_times);
  qsort (counting, N_FILTERS, sizeof (double), compare_times);
  report (bench, counted, counting[N_FILTERS / 2]);
  report (bench, drawn, drawing[N_FILTERS / 2]);
}

int
main (int    argc,
      char **argv)
{
  const char *size = g_getenv ("TL_PAGES_REVIEWS");
  guint n_reviews = size != NULL ? (guint) strtoul (size, NULL, 10) : 100000;
  Bench bench = { .folder = make_temporary () };
  g_autofree char *path = g_build_filename (bench.folder, "national.tllibrary", NULL);
  g_autoptr (GError) error = NULL;

  adw_init ();
  bench.library = tl_library_create (path, &error);
  g_assert_no_error (error);
  fill (&bench, n_reviews);
  bench.question = tl_question_new (bench.library);
  bench.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (bench.window, 1180, 760);
  gtk_window_present (bench.window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (bench.window)), "after-paint",
                            G_CALLBACK (painted_cb), &bench);
  g_print ("# %u reviews\n", n_reviews);

  measure (&bench, tl_themes_page_new (bench.question), "themes");

  GtkWidget *charts = tl_themes_page_new (bench.question);
  tl_themes_page_choose_columns (TL_THEMES_PAGE (charts), TL_FACET_YEAR);
  tl_themes_page_show_charts (TL_THEMES_PAGE (charts));
  measure (&bench, charts, "themes by year as small charts");
  measure (&bench, tl_pairs_page_new (bench.question), "pairs as a heat map");

  g_print ("1..%u\n", bench.n_done);
  gtk_window_destroy (bench.window);
  g_object_unref (bench.question);
  tl_library_close (bench.library);
  g_object_unref (bench.library);
  g_free (bench.folder);
  return bench.n_failed > 0 ? 1 : 0;
}
