/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions to the scene: what is at a spot, how large is it all, where would there be room. */
#include "config.h"

#include "ui/canvas/tl-canvas-curve.h"
#include "ui/canvas/tl-canvas-scene.h"

/**
 * tl_canvas_scene_find_spot:
 * @band: where the new factor is to be
 * @cause: (nullable): what will point at it
 * @effect: (nullable): what it will point at
 * @x: (out): its centre
 * @y: (out): its centre
 *
 * Finds a free place for a factor that is not there yet.
 */
void
tl_canvas_scene_find_spot (TlCanvasScene *self,
                           guint          band,
                           TlCanvasNode  *cause,
                           TlCanvasNode  *effect,
                           double        *x,
                           double        *y)
{
  guint n = tl_canvas_scene_get_n_nodes (self);
  g_autofree TlLayoutBox *boxes = tl_canvas_scene_dup_boxes (self);
  TlLayoutLine lines[2];
  guint n_lines = 0;
  TlLayoutOptions options;

  tl_canvas_scene_get_options (self, &options);
  boxes[n] = (TlLayoutBox) { .band = (int) band, .width = TL_CANVAS_FACTOR_WIDTH, .height = TL_CANVAS_FACTOR_HEIGHT };
  if (cause != NULL)
    lines[n_lines++] = (TlLayoutLine) { (int) cause->index, (int) n, 0, 0 };
  if (effect != NULL)
    lines[n_lines++] = (TlLayoutLine) { (int) n, (int) effect->index, 0, 0 };
  tl_layout_place_one (boxes, n + 1, lines, n_lines, n, &options);
  *x = boxes[n].x + TL_CANVAS_FACTOR_WIDTH / 2.0;
  *y = boxes[n].y + TL_CANVAS_FACTOR_HEIGHT / 2.0;
}

/**
 * tl_canvas_scene_get_content:
 * @content: (out): what the factors and lanes take up
 */
void
tl_canvas_scene_get_content (TlCanvasScene   *self,
                             graphene_rect_t *content)
{
  TlCanvasBand *first = tl_canvas_scene_get_band (self, 0);
  TlCanvasBand *last = tl_canvas_scene_get_band (self, tl_canvas_scene_get_n_bands (self) - 1);
  gboolean is_empty = TRUE;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self, i);
      graphene_rect_t rect;

      if (!tl_canvas_node_is_shown (node))
        continue;
      tl_canvas_node_get_rect (node, &rect);
      if (is_empty)
        *content = rect;
      else
        graphene_rect_union (content, &rect, content);
      is_empty = FALSE;
    }
  if (is_empty)
    graphene_rect_init (content, -TL_CANVAS_FACTOR_WIDTH / 2.0f, (float) first->top, TL_CANVAS_FACTOR_WIDTH, 1);

  graphene_rect_t lanes = GRAPHENE_RECT_INIT (content->origin.x, (float) first->top, content->size.width,
                                              (float) (last->bottom - first->top));
  graphene_rect_union (content, &lanes, content);
}

TlCanvasNode *
tl_canvas_scene_pick_node (TlCanvasScene *self,
                           double         x,
                           double         y)
{
  for (guint i = tl_canvas_scene_get_n_nodes (self); i > 0; i--)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self, i - 1);
      graphene_rect_t rect;

      tl_canvas_node_get_rect (node, &rect);
      if (tl_canvas_node_is_shown (node)
          && graphene_rect_contains_point (&rect, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return node;
    }
  return NULL;
}

/**
 * tl_canvas_scene_pick_edge:
 * @reach: how far from the curve counts, in canvas units
 *
 * Returns: (nullable): the nearest edge within reach
 */
TlCanvasEdge *
tl_canvas_scene_pick_edge (TlCanvasScene *self,
                           double         x,
                           double         y,
                           double         reach)
{
  TlCanvasEdge *nearest = NULL;
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self, i);
      double distance;

      if (!tl_canvas_edge_is_shown (edge) || !graphene_rect_contains_point (&edge->bounds, &point))
        continue;
      distance = tl_canvas_curve_get_distance ((TlLayoutPoint *) edge->points->data, edge->points->len, x, y);
      if (distance > reach)
        continue;
      reach = distance;
      nearest = edge;
    }
  return nearest;
}

/**
 * tl_canvas_scene_pick_band:
 *
 * Returns: the position of the band at @y; the first above all and the last below all
 */
guint
tl_canvas_scene_pick_band (TlCanvasScene *self,
                           double         y)
{
  for (guint i = 0; i + 1 < tl_canvas_scene_get_n_bands (self); i++)
    {
      if (y < tl_canvas_scene_get_band (self, i)->bottom)
        return i;
    }
  return tl_canvas_scene_get_n_bands (self) - 1;
}

/**
 * tl_canvas_node_get_rect:
 * @rect: (out): where it is shown now, in canvas units
 */
void
tl_canvas_node_get_rect (const TlCanvasNode *node,
                         graphene_rect_t    *rect)
{
  graphene_rect_init (rect, (float) (node->x + node->dx - TL_CANVAS_FACTOR_WIDTH / 2.0),
                      (float) (node->y + node->dy - TL_CANVAS_FACTOR_HEIGHT / 2.0), TL_CANVAS_FACTOR_WIDTH,
                      TL_CANVAS_FACTOR_HEIGHT);
}

/**
 * tl_canvas_node_is_shown:
 *
 * Returns: whether it has a place, is not hidden and stands for itself
 */
gboolean
tl_canvas_node_is_shown (const TlCanvasNode *node)
{
  return node->placed && node->sight != TL_SIGHT_HIDDEN && node->group == TL_GROUPS_NONE;
}

/**
 * tl_canvas_edge_is_shown:
 *
 * Returns: whether it has a curve, and neither it nor one of its ends is hidden
 */
gboolean
tl_canvas_edge_is_shown (const TlCanvasEdge *edge)
{
  return edge->points->len >= 4 && edge->sight != TL_SIGHT_HIDDEN && tl_canvas_node_is_shown (edge->cause)
         && tl_canvas_node_is_shown (edge->effect);
}

const char *
tl_canvas_node_get_id (const TlCanvasNode *node)
{
  return tl_record_get_id (node->record);
}

const char *
tl_canvas_edge_get_id (const TlCanvasEdge *edge)
{
  return tl_record_get_id (edge->record);
}
