/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spans of time stacked in the rows of a lane, so that none lies over another: numbers only. Where there is more than
 * fits, spans become shorter, and what then still finds no place is folded. */
#include "config.h"

#include "model/case/tl-time-rows.h"

/* What stands last in a row. */
typedef struct {
  TlTimeRowsSpan *last;
  double          taken; /* as far as it must reach */
} Row;

static double
get_taken (const TlTimeRowsSpan *span,
           const TlTimeRowsRoom *room)
{
  return MAX (span->end, span->start + room->least);
}

static void
append (Row                  *row,
        TlTimeRowsSpan       *span,
        const TlTimeRowsRoom *room)
{
  if (row->last != NULL)
    row->last->width = MIN (row->last->width, span->start - room->gap - row->last->start);
  span->width = MAX (span->end - span->start, room->wanted);
  row->last = span;
  row->taken = get_taken (span, room);
}

/* The first row in which all is shown with the width it wants, else the one whose last span loses least by it. */
static guint
find_row (const Row            *rows,
          guint                 n_rows,
          const TlTimeRowsSpan *span,
          const TlTimeRowsRoom *room,
          gboolean             *shortens)
{
  guint best = n_rows;

  for (guint i = 0; i < n_rows; i++)
    {
      const TlTimeRowsSpan *last = rows[i].last;

      if (last->start + last->width + room->gap <= span->start)
        {
          *shortens = FALSE;
          return i;
        }
      if (rows[i].taken + room->gap <= span->start && (best == n_rows || last->start < rows[best].last->start))
        best = i;
    }
  *shortens = TRUE;
  return best;
}

/**
 * tl_time_rows_place:
 * @spans: (array length=n_spans) (inout): in the order of their starts
 *
 * Gives every span its row and width. The same spans always get the same places.
 *
 * Returns: how many rows there are
 */
guint
tl_time_rows_place (TlTimeRowsSpan       *spans,
                    guint                 n_spans,
                    const TlTimeRowsRoom *room)
{
  g_return_val_if_fail (spans != NULL || n_spans == 0, 0);
  g_return_val_if_fail (room != NULL && room->max_rows >= 2 && room->least <= room->wanted, 0);

  g_autofree Row *rows = g_new0 (Row, room->max_rows);
  guint last_row = room->max_rows - 1;
  guint n_rows = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      gboolean shortens;
      guint row = find_row (rows, MIN (n_rows, last_row), &spans[i], room, &shortens);

      spans[i].leader = TL_TIME_ROWS_ALONE;
      if (shortens && n_rows < last_row)
        row = n_rows++;
      spans[i].row = row;
      if (row < last_row)
        {
          append (&rows[row], &spans[i], room);
          continue;
        }

      n_rows = room->max_rows;
      if (rows[last_row].last != NULL && rows[last_row].taken + room->gap > spans[i].start)
        {
          TlTimeRowsSpan *leader = rows[last_row].last;

          leader->leader = spans[i].leader = (guint) (leader - spans);
          leader->width = rows[last_row].taken - leader->start;
          spans[i].width = leader->width;
        }
      else
        append (&rows[last_row], &spans[i], room);
    }
  return n_rows;
}
