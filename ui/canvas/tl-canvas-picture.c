/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of the canvas in tiles, so that moving costs no more than showing what was painted once. A tile holds only
 * the part in which there is more than ground, for what it does not show takes no time. When the zoom changes the tiles
 * are shown larger or smaller for a while, and those of the zoom before stand in for what is not painted yet. */
#include "config.h"

#include "ui/canvas/tl-canvas-picture.h"

#include <math.h>

/* How far tiles may be shrunk and blown up. */
#define MIN_STRETCH 0.7
#define MAX_STRETCH 1.5
/* More tiles than this are not kept out of view. */
#define MAX_TILES 160

typedef struct {
  double scale;      /* pixels a canvas unit takes; 0 before there is any */
  GHashTable *tiles; /* position → GskRenderNode, in pixels from the tile's corner */
} Layer;

struct _TlCanvasPicture
{
  TlCanvasPictureMeasure measure;
  TlCanvasPicturePaint paint;
  gpointer data;
  Layer now;
  Layer before; /* what was shown until the zoom changed; empty once all of the view is painted anew */
};

/* The tiles that the view touches, and where they are. */
typedef struct {
  double x, y; /* of the view, in pixels of the layer */
  double stretch;
  int factor;
  int left, top, right, bottom; /* of the tiles, the last ones included */
} Span;

static gpointer
get_key (int column,
         int row)
{
  return GUINT_TO_POINTER (((guint) column & 0xffff) << 16 | ((guint) row & 0xffff));
}

static gboolean
is_in_span (const Span *span,
            gpointer    key)
{
  int column = (gint16) (GPOINTER_TO_UINT (key) >> 16), row = (gint16) (GPOINTER_TO_UINT (key) & 0xffff);

  return column >= span->left && column <= span->right && row >= span->top && row <= span->bottom;
}

static void
find_span (const Layer            *layer,
           const TlCanvasViewport *viewport,
           int                     factor,
           Span                   *span)
{
  const double tile = TL_CANVAS_TILE;

  span->factor = factor;
  span->stretch = tl_canvas_viewport_get_scale (viewport) * factor / layer->scale;
  span->x = viewport->x * layer->scale;
  span->y = viewport->y * layer->scale;
  span->left = (int) floor (span->x / tile);
  span->top = (int) floor (span->y / tile);
  span->right = (int) floor ((span->x + viewport->width * factor / span->stretch) / tile);
  span->bottom = (int) floor ((span->y + viewport->height * factor / span->stretch) / tile);
}

/* Edges lie on whole pixels, or the ground would shine through between tiles. */
static float
place_edge (const Span *span,
            double      origin,
            int         position)
{
  return (float) (round (((double) position * TL_CANVAS_TILE - origin) * span->stretch) / span->factor);
}

static void
show_tile (GskRenderNode *tile,
           const Span    *span,
           int            column,
           int            row,
           GtkSnapshot   *snapshot)
{
  float x = place_edge (span, span->x, column), y = place_edge (span, span->y, row);
  float width = place_edge (span, span->x, column + 1) - x, height = place_edge (span, span->y, row + 1) - y;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  if (width != TL_CANVAS_TILE || height != TL_CANVAS_TILE)
    gtk_snapshot_scale (snapshot, width / TL_CANVAS_TILE, height / TL_CANVAS_TILE);
  gtk_snapshot_append_node (snapshot, tile);
  gtk_snapshot_restore (snapshot);
}

static void
show_layer (const Layer *layer,
            const Span  *span,
            GtkSnapshot *snapshot)
{
  for (int row = span->top; row <= span->bottom; row++)
    {
      for (int column = span->left; column <= span->right; column++)
        {
          GskRenderNode *tile = g_hash_table_lookup (layer->tiles, get_key (column, row));

          if (tile != NULL)
            show_tile (tile, span, column, row, snapshot);
        }
    }
}

/* A node that draws an image rather than a texture, for cairo's renderer of GTK 4.8 takes every pixel of a texture
 * through floating point each time. */
static GskRenderNode *
make_tile (cairo_surface_t *image,
           int              x,
           int              y)
{
  int width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
  GskRenderNode *tile = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (tile);

  cairo_set_source_surface (cr, image, x, y);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  cairo_destroy (cr);
  return tile;
}

static GskRenderNode *
paint_tile (TlCanvasPicture *self,
            int              column,
            int              row)
{
  double scale = self->now.scale, x = (double) column * TL_CANVAS_TILE, y = (double) row * TL_CANVAS_TILE;
  graphene_rect_t region = GRAPHENE_RECT_INIT ((float) (x / scale), (float) (y / scale),
                                               (float) (TL_CANVAS_TILE / scale), (float) (TL_CANVAS_TILE / scale));
  cairo_surface_t *image;
  GskRenderNode *tile;
  cairo_t *cr;

  if (!self->measure (&region, self->data))
    return gsk_container_node_new (NULL, 0);

  int left = MAX ((int) floor (region.origin.x * scale - x), 0);
  int top = MAX ((int) floor (region.origin.y * scale - y), 0);
  int right = MIN ((int) ceil ((region.origin.x + region.size.width) * scale - x), TL_CANVAS_TILE);
  int bottom = MIN ((int) ceil ((region.origin.y + region.size.height) * scale - y), TL_CANVAS_TILE);

  image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (right - left, 1), MAX (bottom - top, 1));
  cr = cairo_create (image);
  cairo_translate (cr, -x - left, -y - top);
  self->paint (cr, &region, scale, self->data);
  cairo_destroy (cr);
  tile = make_tile (image, left, top);
  cairo_surface_destroy (image);
  return tile;
}

/* One tile at least, so that it comes to an end; the rest while there is time. */
static gboolean
paint_missing (TlCanvasPicture *self,
               const Span      *span,
               gint64           budget)
{
  gint64 end = budget >= 0 ? g_get_monotonic_time () + budget : G_MAXINT64;
  gboolean has_painted = FALSE;

  for (int row = span->top; row <= span->bottom; row++)
    {
      for (int column = span->left; column <= span->right; column++)
        {
          gpointer key = get_key (column, row);

          if (g_hash_table_contains (self->now.tiles, key))
            continue;
          if (has_painted && g_get_monotonic_time () >= end)
            return FALSE;
          g_hash_table_insert (self->now.tiles, key, paint_tile (self, column, row));
          has_painted = TRUE;
        }
    }
  return TRUE;
}

static gboolean
is_out_of_span (gpointer key,
                gpointer tile,
                gpointer span)
{
  return !is_in_span (span, key);
}

static void
empty_layer (Layer *layer)
{
  g_hash_table_remove_all (layer->tiles);
  layer->scale = 0;
}

/* Takes up the zoom of @scale, unless what there is can be stretched to it. */
static void
choose_scale (TlCanvasPicture *self,
              double           scale,
              gboolean         sharp)
{
  double stretch = self->now.scale > 0 ? scale / self->now.scale : 0;
  gboolean is_near = sharp ? ABS (stretch - 1) < 1e-9 : stretch >= MIN_STRETCH && stretch <= MAX_STRETCH;

  if (is_near)
    return;
  if (self->before.scale == 0)
    {
      Layer spare = self->before;

      self->before = self->now;
      self->now = spare;
    }
  else
    empty_layer (&self->now); /* what was not finished is given up for good */
  self->now.scale = scale;
}

/**
 * tl_canvas_picture_new:
 * @measure: what tells where there is something to paint
 * @paint: what paints a tile
 *
 * Returns: (transfer full): a picture of which nothing is painted yet
 */
TlCanvasPicture *
tl_canvas_picture_new (TlCanvasPictureMeasure measure,
                       TlCanvasPicturePaint   paint,
                       gpointer               data)
{
  TlCanvasPicture *self = g_new0 (TlCanvasPicture, 1);

  self->measure = measure;
  self->paint = paint;
  self->data = data;
  self->now.tiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  self->before.tiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  return self;
}

void
tl_canvas_picture_free (TlCanvasPicture *self)
{
  g_hash_table_unref (self->now.tiles);
  g_hash_table_unref (self->before.tiles);
  g_free (self);
}

/**
 * tl_canvas_picture_forget:
 *
 * What was painted no longer holds.
 */
void
tl_canvas_picture_forget (TlCanvasPicture *self)
{
  empty_layer (&self->now);
  empty_layer (&self->before);
}

/**
 * tl_canvas_picture_snapshot:
 * @factor: pixels of the screen a pixel of the view takes
 * @sharp: paint at this very zoom rather than stretch what there is
 * @budget: microseconds to spend on painting; less than 0 for as long as it takes
 * @snapshot: in pixels of the view
 *
 * Shows what of the view is painted. Where nothing is there to be stretched, it is painted whatever the budget.
 *
 * Returns: whether it is complete
 */
gboolean
tl_canvas_picture_snapshot (TlCanvasPicture        *self,
                            const TlCanvasViewport *viewport,
                            int                     factor,
                            gboolean                sharp,
                            gint64                  budget,
                            GtkSnapshot            *snapshot)
{
  gboolean is_complete;
  Span span;

  choose_scale (self, tl_canvas_viewport_get_scale (viewport) * factor, sharp);
  find_span (&self->now, viewport, factor, &span);
  if (self->before.scale == 0 && g_hash_table_size (self->now.tiles) == 0)
    budget = -1;
  is_complete = paint_missing (self, &span, budget);
  if (!is_complete && self->before.scale > 0)
    {
      Span old;

      find_span (&self->before, viewport, factor, &old);
      show_layer (&self->before, &old, snapshot);
    }
  else if (is_complete)
    empty_layer (&self->before);
  show_layer (&self->now, &span, snapshot);
  if (g_hash_table_size (self->now.tiles) > MAX_TILES)
    g_hash_table_foreach_remove (self->now.tiles, is_out_of_span, &span);
  return is_complete;
}
