/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of counts on a sheet for a report: what each is of over its bar. */
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
           double              y)
{
  g_autofree char *count = tl_count_format (reviews);
  TlLayoutBox first = { .y = y, .width = WIDTH, .height = LINE };
  TlLayoutBox second = { .y = y + LINE, .width = WIDTH, .height = LINE };
  TlLayoutBox bar = { .y = y + 2 * LINE, .width = WIDTH - COUNT, .height = BAR };
  TlLayoutBox number = { .x = WIDTH - COUNT + 10, .y = bar.y, .width = COUNT - 10, .height = BAR };

  _tl_chart_image_write (self, paper, codes, TL_LETTERING_BOLD, first);
  _tl_chart_image_write (self, paper, labels, TL_LETTERING_PLAIN, second);
  _tl_chart_image_write (self, paper, count, TL_LETTERING_PLAIN, number);
  _tl_chart_image_draw_bar (self, paper, reviews, 0, base, bar);
}

static void
paint_answer (const TlChartImage *self,
              TlPaper            *paper)
{
  const TlAnswer *answer = self->shown;

  for (guint i = 0; i < self->n; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];
      g_autofree char *codes = g_strjoinv (", ", row->keys);
      g_autofree char *labels = g_strjoinv ("; ", row->labels);

      paint_row (self, paper, codes, labels, row->reviews, answer->base, i * ROW);
    }
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

  guint n = MIN (answer->rows->len, MAX_ROWS);

  for (guint i = 0; i < answer->rows->len; i++)
    most = MAX (most, ((TlAnswerRow *) answer->rows->pdata[i])->reviews);

  double full = tl_count_choose_full (answer->base > 0 ? (double) most / (double) answer->base : 1);
  g_autofree char *scale = _tl_chart_image_dup_scale (full, FALSE);
  g_autofree char *first = _tl_chart_image_dup_first (n, answer->rows->len);
  TlChartImage *self = _tl_chart_image_new (_("What Recurs"), g_strjoin (" ", answer->caption, answer->note, NULL),
                                            g_strconcat (scale, first, NULL), WIDTH, n * ROW, paint_answer, answer);

  self->n = n;
  self->full = full;
  return self;
}
