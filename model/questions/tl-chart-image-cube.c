/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cube on a sheet for a report: for each code a small grid of the two facets, alike and on one scale, each cell with
 * its count. What is withheld, or can't be counted, is only outlined and has its symbol; it is never a light cell. */
#include "config.h"

#include "model/questions/tl-chart-image-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/typology/tl-code.h"

#define PAGE_WIDTH 760.0
#define PAGE_HEIGHT 1000.0
#define GAP 18.0
#define TITLE 28.0 /* of two lines */
#define TITLE_FONT 10.0
#define HEAD 22.0
#define ROW 15.0
#define LEGEND 30.0
#define SMALL 8.0
#define CELL_PADDING 5.0
#define LEAST_CELL 28.0
#define MOST_CELL 60.0
#define MOST_LABEL 120.0

/* Lighter to darker: each is a quarter of the largest share. */
static const TlHeatShade steps[] = { TL_HEAT_CHANCE, TL_HEAT_MORE, TL_HEAT_MUCH_MORE, TL_HEAT_FAR_MORE };

/* Years go along, whichever way they were asked for. */
typedef struct {
  const TlCube *cube;
  gboolean      is_turned;
  guint         n_down;
  guint         n_along;
  char        **down;  /* titles of the parts, owned */
  char        **along;
  double        label; /* how wide the titles at the side are */
  double        cell;  /* how wide a cell is */
  guint         across;
} Grid;

static char **
dup_titles (TlFacet   facet,
            char    **keys,
            guint     n_keys)
{
  char **titles = g_new0 (char *, n_keys);

  /* The first is all of them together, which is no part. */
  for (guint i = 1; i < n_keys; i++)
    titles[i - 1] = tl_facet_dup_title (facet, keys[i]);
  return titles;
}

static double
measure_text (TlLettering *lettering,
              const char  *text)
{
  g_autoptr (PangoLayout) layout = tl_lettering_line (lettering, text, SMALL, TL_LETTERING_PLAIN, 0);
  double width;

  tl_lettering_measure (layout, &width, NULL);
  return width;
}

static double
measure_longest_word (TlLettering *lettering,
                      const char  *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, measure_text (lettering, words[i]));
  return longest;
}

static Grid *
grid_new (const TlCube *cube)
{
  Grid *self = g_new0 (Grid, 1);
  g_autoptr (TlLettering) lettering = tl_lettering_new ();
  char **rows = dup_titles (cube->rows, cube->row_keys, cube->n_rows);
  char **columns = dup_titles (cube->columns, cube->column_keys, cube->n_columns);

  self->cube = cube;
  self->is_turned = cube->rows == TL_FACET_YEAR;
  self->down = self->is_turned ? columns : rows;
  self->along = self->is_turned ? rows : columns;
  self->n_down = (self->is_turned ? cube->n_columns : cube->n_rows) - 1;
  self->n_along = (self->is_turned ? cube->n_rows : cube->n_columns) - 1;
  self->cell = LEAST_CELL;
  for (guint i = 0; i < self->n_down; i++)
    self->label = MAX (self->label, measure_text (lettering, self->down[i]) + 2 * CELL_PADDING);
  for (guint i = 0; i < self->n_along; i++)
    self->cell = MAX (self->cell, measure_longest_word (lettering, self->along[i]) + CELL_PADDING);
  self->label = MIN (self->label, MOST_LABEL);
  self->cell = MIN (self->cell, MOST_CELL);
  self->across = MAX ((guint) ((PAGE_WIDTH - self->label + GAP) / (self->n_along * self->cell + GAP)), 1);
  return self;
}

static void
grid_free (gpointer data)
{
  Grid *self = data;

  g_strfreev (self->down);
  g_strfreev (self->along);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grid, grid_free)

static double
get_height (const Grid *self)
{
  return TITLE + HEAD + self->n_down * ROW;
}

/* @code is from 0, as are the parts; -1 for the base. */
static gint64
get_count (const Grid *self,
           int         code,
           guint       down,
           guint       along)
{
  guint row = (self->is_turned ? along : down) + 1, column = (self->is_turned ? down : along) + 1;

  return code < 0 ? self->cube->bases[row * self->cube->n_columns + column]
                  : tl_cube_get (self->cube, (guint) code, row, column);
}

/* Only counts that are shown have a say; 0 where no share is known, as where all that they are of is withheld. */
static double
choose_full (const Grid *self)
{
  double largest = 0;

  for (guint code = 0; code < self->cube->n_codes; code++)
    for (guint i = 0; i < self->n_down * self->n_along; i++)
      {
        gint64 count = get_count (self, (int) code, i / self->n_along, i % self->n_along);
        gint64 base = get_count (self, -1, i / self->n_along, i % self->n_along);

        if (count > 0 && base > 0)
          largest = MAX (largest, (double) count / (double) base);
      }
  return largest > 0 ? tl_count_choose_full (largest) : 0;
}

/* Painting */

static void
write_small (const TlChartImage *self,
             TlPaper            *paper,
             const char         *text,
             TlLayoutBox         box,
             gboolean            in_middle,
             guint32             colour)
{
  g_autoptr (PangoLayout) layout = tl_lettering_fit (self->lettering, text, SMALL, SMALL, TL_LETTERING_PLAIN,
                                                     box.width, box.height);
  double width, height;

  tl_lettering_measure (layout, &width, &height);
  tl_paper_write (paper, layout, in_middle ? box.x + (box.width - width) / 2 : box.x,
                  box.y + (box.height - height) / 2, colour);
}

static void
paint_cell (const TlChartImage *self,
            TlPaper            *paper,
            gint64              count,
            gint64              base,
            TlLayoutBox         box)
{
  static const double square[4] = { 0, 0, 0, 0 };
  g_autofree char *text = tl_count_format (count);
  gboolean is_known = count >= 0 && base > 0;
  double share = is_known ? MIN ((double) count / (double) base / self->full, 1) : 0;
  guint step = (guint) CLAMP (ceil (share * G_N_ELEMENTS (steps)) - 1, 0, G_N_ELEMENTS (steps) - 1);
  TlInk ink = { .fill = TL_INK_NONE, .stroke = TL_INK_NONE, .width = 1 };
  TlLayoutBox inner = { .x = box.x + 1, .y = box.y + 1, .width = box.width - 2, .height = box.height - 2 };
  gboolean is_dark = share > 0 && steps[step] == TL_HEAT_FAR_MORE;

  if (!is_known)
    ink.stroke = self->palette->rule;
  else if (count > 0)
    ink.fill = self->palette->shades[steps[step]];
  if (!is_known || count > 0)
    tl_paper_draw_box (paper, &inner, square, &ink);
  write_small (self, paper, text, inner, TRUE, is_dark ? self->palette->paper : self->palette->text);
}

/* Titles of the rows stand at the first of those beside each other, and all are level with it. */
static void
paint_code (const TlChartImage *self,
            TlPaper            *paper,
            guint               code,
            gboolean            is_first)
{
  const Grid *grid = self->plan;
  g_autofree char *title = g_strdup_printf ("%s  %s", tl_code_find_notation (grid->cube->codes[code]),
                                            grid->cube->labels[code]);
  g_autoptr (PangoLayout) name = tl_lettering_fit (self->lettering, title, TITLE_FONT, SMALL, TL_LETTERING_BOLD,
                                                   grid->n_along * grid->cell, TITLE);
  double height;

  tl_lettering_measure (name, NULL, &height);
  tl_paper_write (paper, name, grid->label, TITLE - height, self->palette->text);
  for (guint i = 0; i < grid->n_along; i++)
    write_small (self, paper, grid->along[i],
                 (TlLayoutBox) { .x = grid->label + i * grid->cell, .y = TITLE, .width = grid->cell, .height = HEAD },
                 TRUE, self->palette->quiet);
  for (guint row = 0; row < grid->n_down; row++)
    {
      TlLayoutBox box = { .y = TITLE + HEAD + row * ROW, .width = grid->label - CELL_PADDING, .height = ROW };

      if (is_first)
        write_small (self, paper, grid->down[row], box, FALSE, self->palette->quiet);
      for (guint i = 0; i < grid->n_along; i++)
        {
          TlLayoutBox cell = { .x = grid->label + i * grid->cell, .y = box.y, .width = grid->cell, .height = ROW };

          paint_cell (self, paper, get_count (grid, (int) code, row, i), get_count (grid, -1, row, i), cell);
        }
    }
}

static void
paint_legend (const TlChartImage *self,
              TlPaper            *paper)
{
  static const double square[4] = { 0, 0, 0, 0 };
  const double entry = 110;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      /* Translators: the number is a percentage. */
      g_autofree char *words = g_strdup_printf (_("up to %g %%"), 100 * self->full * (i + 1) / G_N_ELEMENTS (steps));
      TlLayoutBox swatch = { .x = i * entry, .width = ROW, .height = ROW };
      TlInk ink = { .fill = self->palette->shades[steps[i]], .stroke = TL_INK_NONE };

      tl_paper_draw_box (paper, &swatch, square, &ink);
      _tl_chart_image_write (self, paper, words, TL_LETTERING_PLAIN,
                             (TlLayoutBox) { .x = swatch.x + ROW + 6, .width = entry - ROW - 12, .height = ROW });
    }
}

/* How much room the legend has; none where nothing is shaded. */
static double
get_legend (double full)
{
  return full > 0 ? LEGEND : 0;
}

static void
paint_cube (const TlChartImage *self,
            TlPaper            *paper)
{
  const Grid *grid = self->plan;

  if (self->full > 0)
    paint_legend (self, paper);
  for (guint i = 0; i < self->n; i++)
    {
      guint along = i % grid->across;

      tl_paper_begin_shift (paper, along * (grid->n_along * grid->cell + GAP),
                            get_legend (self->full) + i / grid->across * (get_height (grid) + GAP));
      paint_code (self, paper, self->first + i, along == 0);
      tl_paper_end_shift (paper);
    }
}

/**
 * tl_chart_image_count_of_cube:
 * @cube: counts by two facets
 *
 * Returns: how many of its codes go on a page
 */
guint
tl_chart_image_count_of_cube (const TlCube *cube)
{
  g_return_val_if_fail (cube != NULL, 0);

  g_autoptr (Grid) grid = grid_new (cube);

  return grid->across * MAX ((guint) ((PAGE_HEIGHT + GAP) / (get_height (grid) + GAP)), 1);
}

/**
 * tl_chart_image_new_of_cube:
 * @cube: counts by two facets
 * @first: the first code that is shown
 * @n: how many are, from there; fewer if there are not as many
 *
 * Returns: (transfer full): a picture with everything that the numbers need
 */
TlChartImage *
tl_chart_image_new_of_cube (const TlCube *cube,
                            guint         first,
                            guint         n)
{
  g_return_val_if_fail (cube != NULL && first <= cube->n_codes, NULL);

  Grid *grid = grid_new (cube);
  guint n_codes = MIN (n, cube->n_codes - first);
  guint n_lines = (n_codes + grid->across - 1) / grid->across;
  double full = choose_full (grid);
  TlChartImage *self = _tl_chart_image_new (
      _("Themes"), g_strjoin (" ", cube->caption, cube->note, NULL),
      g_strdup (full > 0 ? _("Each cell says in how many reviews there a code is, and is the darker the larger their "
                             "share of the reviews there. What is only outlined is withheld, or can't be told.")
                         : _("Each cell says in how many reviews there a code is. Of how many reviews is withheld, and "
                             "so is any share.")),
      grid->label + grid->across * (grid->n_along * grid->cell + GAP) - GAP,
      get_legend (full) + n_lines * (get_height (grid) + GAP), paint_cube, cube);

  self->plan = grid;
  self->free_plan = grid_free;
  self->first = first;
  self->n = n_codes;
  self->full = full;
  return self;
}
