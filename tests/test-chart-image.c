/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts on a sheet: what is counted twice over, and what may be more, with what is withheld never seen as little. */
#include "config.h"

#include <string.h>

#include "library-case.h"
#include "model/questions/tl-chart-image.h"
#include "model/questions/tl-code-picture.h"

/* How often @what stands in the picture. */
static guint
count_in (TlChartImage *image,
          const char   *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = tl_chart_image_make (image, TL_PICTURE_SVG, &error);
  gsize size;

  g_assert_no_error (error);

  const char *data = g_bytes_get_data (svg, &size);
  g_autofree char *text = g_strndup (data, size);
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at += strlen (what))
    n++;
  return n;
}

/* A cube of one code */

static char *codes[] = { (char *) "national-1:LW.9", NULL };
static char *labels[] = { (char *) "Adult and children's services working apart", NULL };
static char *years[] = { (char *) "all", (char *) "2012", (char *) "2013", NULL };
static char *regions[] = { (char *) "all", (char *) "london", (char *) "north_east", NULL };

/* By region and year; the sums are no part of the picture. */
static gint64 bases[] = { 777, 777, 777, 777, 100, TL_COUNT_WITHHELD, 777, 90, 80 };

static TlCube
make_cube (gint64 *counts)
{
  return (TlCube) { .typology = (char *) "national-1", .version = (char *) "1.0",
                    .caption = (char *) "What was counted.", .codes = codes, .labels = labels, .n_codes = 1,
                    .rows = TL_FACET_REGION, .row_keys = regions, .n_rows = 3, .columns = TL_FACET_YEAR,
                    .column_keys = years, .n_columns = 3, .bases = bases, .counts = counts };
}

/* The first three shades are of cells, a legend has all four; white is the sheet, and what is withheld has no fill. */
static void
a_cell_that_is_withheld_has_no_shade (void)
{
  gint64 shown[] = { 777, 777, 777, 777, 50, 20, 777, 36, 0 };
  gint64 hidden[] = { 777, 777, 777, 777, TL_COUNT_WITHHELD, TL_COUNT_NOT_APPLICABLE, 777, TL_COUNT_NOT_AVAILABLE,
                      TL_COUNT_ROUNDED };
  TlCube cubes[2] = { make_cube (shown), make_cube (hidden) };
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_cube (&cubes[0], 0, 1);
  g_autoptr (TlChartImage) other = tl_chart_image_new_of_cube (&cubes[1], 0, 1);

  g_assert_cmpuint (count_in (image, ">50<"), ==, 1);
  g_assert_cmpuint (count_in (image, ">0<"), ==, 1);
  g_assert_cmpuint (count_in (image, ">20<"), ==, 1);
  g_assert_cmpuint (count_in (image, "777"), ==, 0);
  g_assert_cmpuint (count_in (image, "#17509a"), ==, 2); /* half of a base, and the legend */
  g_assert_cmpuint (count_in (image, "#4d93dc"), ==, 2);
  g_assert_cmpuint (count_in (image, "#c4c4cc"), ==, 1); /* the outline of the cell with a base that is withheld */

  g_assert_cmpuint (count_in (other, ">c<"), ==, 1);
  g_assert_cmpuint (count_in (other, ">z<"), ==, 1);
  g_assert_cmpuint (count_in (other, ">:<"), ==, 1);
  g_assert_cmpuint (count_in (other, ">k<"), ==, 1);
  g_assert_cmpuint (count_in (other, ">0<"), ==, 0);
  g_assert_cmpuint (count_in (other, "#c4c4cc"), ==, 4);
  g_assert_cmpuint (count_in (other, "What was counted."), >=, 1);
}

/* Then nothing is shaded, and no legend promises that. */
static void
where_no_share_is_known_there_is_no_legend (void)
{
  gint64 counts[] = { 777, 777, 777, 777, 50, 20, 777, 36, 0 };
  gint64 no_bases[G_N_ELEMENTS (counts)];
  TlCube known = make_cube (counts), cube = make_cube (counts);

  for (guint i = 0; i < G_N_ELEMENTS (no_bases); i++)
    no_bases[i] = TL_COUNT_WITHHELD;
  cube.bases = no_bases;

  g_autoptr (TlChartImage) with = tl_chart_image_new_of_cube (&known, 0, 1);
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_cube (&cube, 0, 1);

  g_assert_cmpuint (count_in (with, " %<"), ==, 4);
  g_assert_cmpuint (count_in (image, " %<"), ==, 0);
  g_assert_cmpuint (count_in (image, ">50<"), ==, 1);
  g_assert_cmpuint (count_in (image, "#c4c4cc"), ==, 4);
}

/* Whichever way it was asked for. */
static void
years_go_along (void)
{
  gint64 shown[] = { 777, 777, 777, 777, 50, 20, 777, 36, 0 };
  gint64 turned[] = { 777, 777, 777, 777, 50, 36, 777, 20, 0 };
  gint64 turned_bases[] = { 777, 777, 777, 777, 100, 90, 777, TL_COUNT_WITHHELD, 80 };
  TlCube one = make_cube (shown), other = make_cube (turned);
  g_autoptr (GError) error = NULL;

  other.rows = TL_FACET_YEAR;
  other.row_keys = years;
  other.columns = TL_FACET_REGION;
  other.column_keys = regions;
  other.bases = turned_bases;

  g_autoptr (TlChartImage) image = tl_chart_image_new_of_cube (&one, 0, 1);
  g_autoptr (TlChartImage) same = tl_chart_image_new_of_cube (&other, 0, 1);
  g_autoptr (GBytes) svg = tl_chart_image_make (image, TL_PICTURE_SVG, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) again = tl_chart_image_make (same, TL_PICTURE_SVG, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (svg, again));
}

/* Pages together show every code of a real cube once. */
static void
pages_show_every_code_once (void)
{
  const TlGenerateOptions options = { .n_records = 60, .seed = 5 };
  const TlCubeQuery query = { .rows = TL_FACET_YEAR, .columns = TL_FACET_REGION };
  LibraryCase fixture = { NULL };
  g_autoptr (GError) error = NULL;

  library_case_set_up (&fixture, &options);

  g_autoptr (TlCube) cube = tl_library_cube (fixture.library, &query, &error);

  g_assert_no_error (error);

  guint max = tl_chart_image_count_of_cube (cube), n_seen = 0;

  g_assert_cmpuint (max, <, cube->n_codes);
  for (guint first = 0; first < cube->n_codes; first += max)
    {
      g_autoptr (TlChartImage) image = tl_chart_image_new_of_cube (cube, first, max);

      for (guint code = 0; code < cube->n_codes; code++)
        {
          g_autofree char *title = g_strdup_printf (">%s  ", strchr (cube->codes[code], ':') + 1);

          n_seen += count_in (image, title);
        }
    }
  g_assert_cmpuint (n_seen, ==, cube->n_codes);
  library_case_tear_down (&fixture);
}

/* Each link of the map with its number; the table says which are not drawn. */
static void
the_merged_map_is_a_picture_of_its_first_links (void)
{
  const TlGenerateOptions options = { .n_records = 60, .seed = 5 };
  const TlMergedQuery query = { .internal = TRUE };
  LibraryCase fixture = { NULL };
  g_autoptr (GError) error = NULL;

  library_case_set_up (&fixture, &options);

  g_autoptr (TlMerged) merged = tl_library_merged (fixture.library, &query, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_merged (merged, NULL, &error);
  g_assert_no_error (error);
  guint n_drawn = MIN (merged->links->len, TL_CODE_PICTURE_MAX_INSET_LINKS);
  g_autofree char *first = g_strdup_printf ("The first %u of %u are drawn.", n_drawn, merged->links->len);

  g_assert_cmpuint (merged->links->len, >, n_drawn);
  g_assert_cmpuint (count_in (image, first), ==, 2); /* beneath it, and for who does not see it */
  g_assert_cmpuint (count_in (image, "<g id=\"link-"), ==, n_drawn);
  for (guint i = 0; i < n_drawn; i++)
    {
      g_autofree char *count = g_strdup_printf (">%" G_GINT64_FORMAT "<",
                                                g_array_index (merged->links, TlMergedLink, i).reviews);

      g_assert_cmpuint (count_in (image, count), >=, 1);
    }
  library_case_tear_down (&fixture);
}

/* Bars that may go on */

static void
what_may_be_more_is_an_outline_behind_its_bar (void)
{
  TlThemesCell cells[] = { { 100, 40, 20, 60 }, { 100, 0, 30, 60 }, { 100, TL_COUNT_WITHHELD, TL_COUNT_WITHHELD, 60 },
                           { 100, 30, 0, 60 } };
  TlThemesRow rows[G_N_ELEMENTS (cells)];
  TlThemesColumn column = { (char *) "all", (char *) "All", 100 };
  TlThemes themes = { .caption = (char *) "What was counted.", .columns = &column, .n_columns = 1, .rows = rows,
                      .n_rows = G_N_ELEMENTS (rows), .across = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    rows[i] = (TlThemesRow) { .notation = (char *) "LW.9", .label = (char *) "A code", .depth = 1,
                              .cells = &cells[i] };

  g_autoptr (TlChartImage) image = tl_chart_image_new_of_themes (&themes, 0, G_N_ELEMENTS (rows), 0);

  g_assert_cmpuint (count_in (image, "fill=\"#3584e4\""), ==, 2);
  g_assert_cmpuint (count_in (image, "stroke-dasharray"), ==, 2);
  g_assert_cmpuint (count_in (image, ">40 (+20?)<"), ==, 1);
  g_assert_cmpuint (count_in (image, ">c (+c?)<"), ==, 1);
  /* What may be is no longer than the whole either. */
  g_assert_cmpfloat (tl_themes_choose_full (&themes), ==, 0.6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-image/a-cell-that-is-withheld-has-no-shade", a_cell_that_is_withheld_has_no_shade);
  g_test_add_func ("/chart-image/where-no-share-is-known-there-is-no-legend",
                   where_no_share_is_known_there_is_no_legend);
  g_test_add_func ("/chart-image/years-go-along", years_go_along);
  g_test_add_func ("/chart-image/pages-show-every-code-once", pages_show_every_code_once);
  g_test_add_func ("/chart-image/the-merged-map-is-a-picture-of-its-first-links",
                   the_merged_map_is_a_picture_of_its_first_links);
  g_test_add_func ("/chart-image/what-may-be-more-is-an-outline-behind-its-bar",
                   what_may_be_more_is_an_outline_behind_its_bar);
  return g_test_run ();
}
