/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breaks rows into pages: a heading stays with what follows, two lines of a paragraph are never alone, a picture is
 * whole, and the head of a table is said again. */
#include "config.h"

#include "model/report/tl-report-pages.h"

#include "model/picture/tl-painter.h"

/* Fewer lines of a paragraph stand neither at the foot nor at the head of a page. */
#define MIN_LINES 2
/* The head of a table that is higher is not said again. */
#define MAX_HEAD 120

typedef struct {
  TlFlow           *flow;   /* borrowed */
  const TlPageLook *look;   /* borrowed */
  GArray           *placed; /* owned by the caller */
  guint             page;
  double            y;
  double            after;  /* what the row above wants free below it */
  gboolean          is_fresh;
} Breaking;

static void
placed_clear (gpointer data)
{
  g_free (((TlPlaced *) data)->cells);
}

static double
get_bottom (const Breaking *self)
{
  return self->look->height - self->look->bottom;
}

static TlFlowRow *
get_row (const Breaking *self,
         guint           index)
{
  return g_ptr_array_index (self->flow->rows, index);
}

/*
 * @height: (out): of the picture of @row on the page
 *
 * Returns: how much smaller than in its own units it is there
 */
double
_tl_pages_get_scale (const TlFlowRow  *row,
                     const TlPageLook *page,
                     double           *height)
{
  g_autoptr (TlPainter) painter = tl_painter_new (row->picture, TRUE);
  double width, own_height, scale;

  tl_painter_get_size (painter, &width, &own_height);
  /* A caption of some lines goes below it. */
  scale = MIN (row->width / width, (page->height - page->top - page->bottom - 60) / own_height);
  scale = MIN (scale, 0.75);
  *height = own_height * scale;
  return scale;
}

static int
count_lines (const TlFlowCell *cell)
{
  return pango_layout_get_line_count (cell->layout);
}

static double
measure_row (const Breaking  *self,
             const TlFlowRow *row,
             int              most_lines)
{
  double height = 0;

  if (row->picture != NULL)
    _tl_pages_get_scale (row, self->look, &height);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const TlFlowCell *cell = &g_array_index (row->cells, TlFlowCell, i);

      height = MAX (height, MIN (count_lines (cell), most_lines) * cell->line_height);
    }
  return height;
}

/* Whether the rule under @row needs room of its own. */
static double
get_foot (const TlFlowRow *row)
{
  return row->look.line != TL_LOOK_NONE ? row->look.after : 0;
}

/* What is free between the row above and @row, with the edges of boxes that lie there. */
static double
get_gap (const Breaking  *self,
         const TlFlowRow *row)
{
  const TlFlowRow *above
      = self->placed->len > 0 ? g_array_index (self->placed, TlPlaced, self->placed->len - 1).row : NULL;
  double edges = 0;

  if (self->is_fresh && row->box > 0)
    edges = row->box_look.padding;
  else if (!self->is_fresh && above->box != row->box)
    edges = (above->box > 0 ? above->box_look.padding + above->box_look.after : 0)
            + (row->box > 0 ? row->box_look.padding + row->box_look.before : 0);
  if (self->is_fresh)
    return edges + (above == NULL ? row->look.before : 0);
  return edges + (row->look.line != TL_LOOK_NONE ? self->after + row->look.before
                                                 : MAX (self->after, row->look.before));
}

static void
place (Breaking        *self,
       TlFlowRow       *row,
       const int       *first,
       const int       *end,
       gboolean         is_repeated)
{
  TlPlaced placed = { .row = row, .page = self->page, .begins = TRUE, .ends = TRUE, .is_repeated = is_repeated };

  placed.cells = g_new0 (TlPlacedCell, row->cells->len + 1);
  if (row->picture != NULL)
    _tl_pages_get_scale (row, self->look, &placed.height);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const TlFlowCell *cell = &g_array_index (row->cells, TlFlowCell, i);

      placed.cells[i] = (TlPlacedCell) { first[i], end[i] };
      placed.height = MAX (placed.height, (end[i] - first[i]) * cell->line_height);
      placed.begins &= first[i] == 0;
      placed.ends &= end[i] == count_lines (cell);
    }
  self->y += get_gap (self, row);
  placed.y = self->y;
  self->y += placed.height + get_foot (row);
  self->after = get_foot (row) > 0 ? 0 : row->look.after;
  self->is_fresh = FALSE;
  g_array_append_val (self->placed, placed);
}

static void
place_whole (Breaking  *self,
             TlFlowRow *row,
             gboolean   is_repeated)
{
  g_autofree int *first = g_new0 (int, row->cells->len + 1), *end = g_new0 (int, row->cells->len + 1);

  for (guint i = 0; i < row->cells->len; i++)
    end[i] = count_lines (&g_array_index (row->cells, TlFlowCell, i));
  place (self, row, first, end, is_repeated);
}

static void
begin_page (Breaking        *self,
            const TlFlowRow *row)
{
  self->page += self->placed->len > 0;
  self->y = self->look->top;
  self->after = 0;
  self->is_fresh = TRUE;
  if (row->header >= 0 && measure_row (self, get_row (self, (guint) row->header), G_MAXINT) < MAX_HEAD)
    place_whole (self, get_row (self, (guint) row->header), TRUE);
}

/* Whether @row and the one after it are not to be parted: a heading and its text, two rows of a box. */
static gboolean
stays_with_next (const Breaking  *self,
                 const TlFlowRow *row,
                 guint            index)
{
  return row->look.keeps
         || (row->box > 0 && index + 1 < self->flow->rows->len && get_row (self, index + 1)->box == row->box);
}

/* What has to stand on one page from the row @index on: it, if it stays with what follows, and the first of that. */
static double
measure_together (const Breaking *self,
                  guint           index)
{
  double height = 0;

  for (; index < self->flow->rows->len; index++)
    {
      const TlFlowRow *row = get_row (self, index);

      if (!stays_with_next (self, row, index))
        return height + row->look.before + measure_row (self, row, MIN_LINES + 1);
      height += row->look.before + measure_row (self, row, G_MAXINT) + row->look.after;
    }
  return height;
}

/* How many of the lines left of a cell stand in @room. */
static int
fit_lines (const TlFlowCell *cell,
           int               first,
           double            room,
           gboolean          is_alone)
{
  int left = count_lines (cell) - first;
  int n = CLAMP ((int) ((room + 0.01) / cell->line_height), 0, left);

  if (!is_alone || n == left)
    return n;
  n = MIN (n, left - MIN_LINES);
  return n < MIN_LINES ? 0 : n;
}

/* A row higher than what is left of the page: its cells go on beside each other on the next. */
static void
place_broken (Breaking  *self,
              TlFlowRow *row)
{
  guint n = row->cells->len;
  g_autofree int *first = g_new0 (int, n + 1), *end = g_new0 (int, n + 1);
  gboolean done = FALSE, is_new = self->is_fresh;

  while (!done)
    {
      double room = get_bottom (self) - self->y - get_gap (self, row);
      gboolean is_any = FALSE;

      done = TRUE;
      for (guint i = 0; i < n; i++)
        {
          const TlFlowCell *cell = &g_array_index (row->cells, TlFlowCell, i);
          int lines = fit_lines (cell, first[i], room, n == 1 && !is_new);

          /* On a page of its own at least a line stands. */
          end[i] = first[i] + (is_new && first[i] < count_lines (cell) ? MAX (lines, 1) : lines);
          is_any |= end[i] > first[i];
          done &= end[i] == count_lines (cell);
        }
      if (is_any || done)
        place (self, row, first, end, FALSE);
      if (!done)
        begin_page (self, row);
      is_new = TRUE;
      memcpy (first, end, n * sizeof *first);
    }
}

/*
 * Breaks @flow into pages that look like @page.
 *
 * Returns: (transfer full) (element-type TlPlaced): where each row stands, from the first page to the last
 */
GArray *
_tl_pages_break (TlFlow           *flow,
                 const TlPageLook *page)
{
  Breaking self = { flow, page, g_array_new (FALSE, FALSE, sizeof (TlPlaced)), 0, page->top, 0, TRUE };

  g_array_set_clear_func (self.placed, placed_clear);
  for (guint i = 0; i < flow->rows->len; i++)
    {
      TlFlowRow *row = get_row (&self, i);
      double whole = measure_row (&self, row, G_MAXINT) + get_foot (row);
      double together = measure_together (&self, i);

      if (!self.is_fresh
          && (row->begins_page || self.y + MAX (self.after, 0) + MIN (together, get_bottom (&self) - page->top)
                                    > get_bottom (&self)))
        begin_page (&self, row);
      if (row->picture != NULL || self.y + get_gap (&self, row) + whole <= get_bottom (&self))
        place_whole (&self, row, FALSE);
      else
        place_broken (&self, row);
    }
  return self.placed;
}
