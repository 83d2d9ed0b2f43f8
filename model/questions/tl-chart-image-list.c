/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains and sub-graphs of codes on a sheet for a report: what each is called over its bar. */
#include "config.h"

#include "model/questions/tl-chart-image-private.h"

#include <glib/gi18n-lib.h>

#define WIDTH 560.0
#define COUNT 60.0
#define LINE 16.0
#define BAR 8.0
#define ROW (2 * LINE + BAR + 10)

/* More than anybody looks through in a picture; a table has them all. */
#define MAX_ROWS 20

/* The codes in a line, and what they are called in the next; the count stands at the end of the bar. */
static void
paint_row (const TlChartImage *self,
           TlPaper            *paper,
           const char         *codes,
           const char         *labels,
           gint64              reviews,
           gint64              base,
           TlLayoutPoint       at)
{
  g_autofree char *count = tl_count_format (reviews);
  TlLayoutBox first = { .x = at.x, .y = at.y, .width = WIDTH, .height = LINE };
  TlLayoutBox second = { .x = at.x, .y = at.y + LINE, .width = WIDTH, .height = LINE };
  TlLayoutBox bar = { .x = at.x, .y = at.y + 2 * LINE, .width = WIDTH - COUNT, .height = BAR };
  TlLayoutBox number = { .x = at.x + WIDTH - COUNT + 10, .y = bar.y, .width = COUNT - 10, .height = BAR };

  _tl_chart_image_write (self, paper, codes, TL_LETTERING_BOLD, first);
  _tl_chart_image_write (self, paper, labels, TL_LETTERING_PLAIN, second);
  _tl_chart_image_write (self, paper, count, TL_LETTERING_PLAIN, number);
  _tl_chart_image_draw_bar (self, paper, reviews, base, bar);
}

static void
paint_chains (const TlChartImage *self,
              TlPaper            *paper,
              double              x,
              double              y)
{
  const TlChains *chains = self->shown;

  for (guint i = 0; i < self->n; i++)
    {
      const TlChain *chain = &chains->chains[i];
      g_autofree char *codes = g_strjoinv (" → ", chain->path);
      g_autofree char *labels = g_strjoinv (" → ", chain->labels);

      paint_row (self, paper, codes, labels, chain->reviews, chains->base, (TlLayoutPoint) { x, y + i * ROW });
    }
}

static void
paint_answer (const TlChartImage *self,
              TlPaper            *paper,
              double              x,
              double              y)
{
  const TlAnswer *answer = self->shown;

  for (guint i = 0; i < self->n; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];
      g_autofree char *codes = g_strjoinv (", ", row->keys);
      g_autofree char *labels = g_strjoinv ("; ", row->labels);

      paint_row (self, paper, codes, labels, row->reviews, answer->base, (TlLayoutPoint) { x, y + i * ROW });
    }
}

static TlChartImage *
new_list (const char        *title,
          const char        *caption,
          const char        *note,
          guint              n,
          double             full,
          TlChartImagePaint  paint,
          gconstpointer      shown)
{
  guint n_shown = MIN (n, MAX_ROWS);
  g_autofree char *scale = _tl_chart_image_dup_scale (full);
  g_autofree char *first = n > n_shown ? g_strdup_printf (_("The first %u of %u are drawn."), n_shown, n) : NULL;
  TlChartImage *self = _tl_chart_image_new (title, g_strjoin (" ", caption, note, NULL),
                                            g_strjoin (" ", scale, first, NULL), WIDTH, n_shown * ROW, paint, shown);

  self->n = n_shown;
  self->full = full;
  return self;
}

/* The scale on which the most frequent fills its place, in steps of ten percent. */
static double
choose_full (gint64 most,
             gint64 base)
{
  double full = 0.1;

  while (base > 0 && full < 1 && (double) most / (double) base > full)
    full += 0.1;
  return full;
}

/**
 * tl_chart_image_new_of_chains:
 * @chains: chains of codes
 *
 * Returns: (transfer full): a picture with everything that the numbers need
 */
TlChartImage *
tl_chart_image_new_of_chains (const TlChains *chains)
{
  gint64 most = 0;

  g_return_val_if_fail (chains != NULL, NULL);

  for (guint i = 0; i < chains->n_chains; i++)
    most = MAX (most, chains->chains[i].reviews);
  return new_list (_("Chains of Codes"), chains->caption, chains->note, chains->n_chains,
                   choose_full (most, chains->base), paint_chains, chains);
}

/**
 * tl_chart_image_new_of_answer:
 * @answer: what counts codes or sub-graphs of codes
 *
 * Returns: (transfer full): a picture with everything that the numbers need
 */
TlChartImage *
tl_chart_image_new_of_answer (const TlAnswer *answer)
{
  gint64 most = 0;

  g_return_val_if_fail (answer != NULL, NULL);

  for (guint i = 0; i < answer->rows->len; i++)
    most = MAX (most, ((TlAnswerRow *) answer->rows->pdata[i])->reviews);
  return new_list (_("What Recurs"), answer->caption, answer->note, answer->rows->len,
                   choose_full (most, answer->base), paint_answer, answer);
}
