/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where there is room for factors that come to the canvas together: in their lanes, as they lay to each other, and
 * moved aside as little as needed to cover nobody. */
#include "config.h"

#include "ui/canvas/tl-canvas-scene.h"

#include <math.h>

/* The distances aside at which a factor would cover another. */
typedef struct {
  double from;
  double to;
} Span;

/* Where the centres of a band's factors can be. A band that is not there yet comes below the last. */
static void
get_interior (TlCanvasScene *self,
              guint          position,
              double        *top,
              double        *bottom)
{
  guint n = tl_canvas_scene_get_n_bands (self);
  const TlCanvasBand *band = tl_canvas_scene_get_band (self, MIN (position, n - 1));
  TlLayoutOptions options;

  tl_canvas_scene_get_options (self, &options);
  double margin = TL_CANVAS_FACTOR_HEIGHT / 2.0 + options.band_padding;
  *top = (position < n ? band->top : band->bottom) + margin;
  *bottom = MAX (position < n ? band->bottom - margin : *top, *top);
}

/* Takes what is in one band into it, all together; what is too high for it begins at its top. */
static void
enter_band (TlCanvasScene *self,
            guint          band,
            TlCanvasSpot  *spots,
            guint          n_spots)
{
  double first = G_MAXDOUBLE, last = -G_MAXDOUBLE, top, bottom, dy = 0;

  get_interior (self, band, &top, &bottom);
  for (guint i = 0; i < n_spots; i++)
    {
      if (spots[i].band != band)
        continue;
      first = MIN (first, spots[i].y);
      last = MAX (last, spots[i].y);
    }
  if (first < top)
    dy = top - first;
  else if (last > bottom)
    dy = MAX (bottom - last, top - first);
  for (guint i = 0; i < n_spots; i++)
    {
      if (spots[i].band == band)
        spots[i].y += dy;
    }
}

static GArray *
collect_blocked (TlCanvasScene      *self,
                 const TlCanvasSpot *spots,
                 guint               n_spots)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  TlLayoutOptions options;

  tl_canvas_scene_get_options (self, &options);
  double width = TL_CANVAS_FACTOR_WIDTH + options.box_gap;
  double height = TL_CANVAS_FACTOR_HEIGHT + options.row_gap / 2;
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self); i++)
    {
      const TlCanvasNode *node = tl_canvas_scene_get_node (self, i);

      for (guint j = 0; node->placed && j < n_spots; j++)
        {
          double dx = node->x - spots[j].x;
          Span span = { dx - width, dx + width };

          if (fabs (node->y - spots[j].y) < height)
            g_array_append_val (spans, span);
        }
    }
  return spans;
}

static int
compare_spans (const void *a,
               const void *b)
{
  const Span *one = a, *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/* The distance nearest to 0 that lies in no span. */
static double
find_gap (GArray *spans)
{
  double best = G_MAXDOUBLE, end = -G_MAXDOUBLE;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i <= spans->len; i++)
    {
      double next = i < spans->len ? g_array_index (spans, Span, i).from : G_MAXDOUBLE;

      if (next >= end)
        {
          double nearest = CLAMP (0, end, next);

          /* as near on both sides: at the right, where one looks for what comes next */
          if (fabs (nearest) <= fabs (best))
            best = nearest;
        }
      if (i < spans->len)
        end = MAX (end, g_array_index (spans, Span, i).to);
    }
  return best;
}

/**
 * tl_canvas_scene_find_room:
 * @spots: (inout) (array length=n_spots): where factors are to come; where there is room for them
 *
 * Keeps the factors in their bands and as they lie to each other, and moves them aside together as little as needed.
 * What is too high for its band hangs out below it.
 */
void
tl_canvas_scene_find_room (TlCanvasScene *self,
                           TlCanvasSpot  *spots,
                           guint          n_spots)
{
  g_autoptr (GArray) spans = NULL;
  double dx;

  for (guint band = 0; band <= tl_canvas_scene_get_n_bands (self); band++)
    enter_band (self, band, spots, n_spots);
  spans = collect_blocked (self, spots, n_spots);
  dx = find_gap (spans);
  for (guint i = 0; i < n_spots; i++)
    spots[i].x += dx;
}

/**
 * tl_canvas_scene_fill_rows:
 * @spots: (out) (array length=n_spots): where factors are to come
 * @first: where the first is wanted
 * @n_columns: how many stand in a row
 *
 * Puts factors that have no places yet in rows.
 */
void
tl_canvas_scene_fill_rows (TlCanvasScene      *self,
                           TlCanvasSpot       *spots,
                           guint               n_spots,
                           const TlCanvasSpot *first,
                           guint               n_columns)
{
  TlLayoutOptions options;

  tl_canvas_scene_get_options (self, &options);
  for (guint i = 0; i < n_spots; i++)
    spots[i] = (TlCanvasSpot) { first->band,
                                first->x + (i % n_columns) * (TL_CANVAS_FACTOR_WIDTH + options.box_gap),
                                first->y + (i / n_columns) * (TL_CANVAS_FACTOR_HEIGHT + options.row_gap) };
}
