/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The curves of the edges. All of them are worked out together from where the nodes rest; while nodes are dragged, only
 * their own edges follow. */
#include "config.h"

#include "ui/canvas/tl-canvas-routes.h"

#include "ui/canvas/tl-canvas-curve.h"

/* What arrow head, bar and stroke stick out. */
#define ARROW_MARGIN 16

struct _TlCanvasRoutes
{
  TlCanvasScene *scene;   /* borrowed */
  TlLayoutRoutes *routes; /* between boxes and along lines */
  TlLayoutBox *boxes;     /* one for each node, in their order */
  TlLayoutLine *lines;    /* one for each edge */
  guint n_boxes;
  guint n_lines;
  gboolean has_followed; /* nodes that were dragged since */
  guint serial;
};

static gboolean
are_boxes_equal (const TlLayoutBox *a,
                 const TlLayoutBox *b,
                 guint              n)
{
  for (guint i = 0; i < n; i++)
    if (a[i].x != b[i].x || a[i].y != b[i].y || a[i].width != b[i].width || a[i].height != b[i].height)
      return FALSE;
  return TRUE;
}

static gboolean
are_lines_equal (const TlLayoutLine *a,
                 const TlLayoutLine *b,
                 guint               n)
{
  for (guint i = 0; i < n; i++)
    if (a[i].from != b[i].from || a[i].to != b[i].to)
      return FALSE;
  return TRUE;
}

/* Works out the routes again if boxes or lines are other ones. */
static void
update_routes (TlCanvasRoutes *self)
{
  guint n_boxes = tl_canvas_scene_get_n_nodes (self->scene), n_lines = tl_canvas_scene_get_n_edges (self->scene);
  g_autofree TlLayoutBox *boxes = tl_canvas_scene_dup_boxes (self->scene);
  g_autofree TlLayoutLine *lines = tl_canvas_scene_dup_lines (self->scene);

  if (self->routes != NULL && !self->has_followed && n_boxes == self->n_boxes && n_lines == self->n_lines
      && are_boxes_equal (boxes, self->boxes, n_boxes) && are_lines_equal (lines, self->lines, n_lines))
    return;
  g_clear_pointer (&self->routes, tl_layout_routes_free);
  g_free (self->boxes);
  g_free (self->lines);
  self->routes = tl_layout_routes_new (boxes, n_boxes, lines, n_lines);
  self->boxes = g_steal_pointer (&boxes);
  self->lines = g_steal_pointer (&lines);
  self->n_boxes = n_boxes;
  self->n_lines = n_lines;
  self->has_followed = FALSE;
}

static void
read_curve (TlCanvasRoutes *self,
            guint           position)
{
  TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, position);
  TlLayoutPoint *points;

  tl_layout_routes_get (self->routes, position, edge->points);
  points = (TlLayoutPoint *) edge->points->data;
  tl_canvas_curve_get_bounds (points, edge->points->len, ARROW_MARGIN, &edge->bounds);
  edge->middle = tl_layout_curve_middle (points, edge->points->len);
}

TlCanvasRoutes *
tl_canvas_routes_new (TlCanvasScene *scene)
{
  TlCanvasRoutes *self = g_new0 (TlCanvasRoutes, 1);

  self->scene = scene;
  return self;
}

void
tl_canvas_routes_free (TlCanvasRoutes *self)
{
  g_clear_pointer (&self->routes, tl_layout_routes_free);
  g_free (self->boxes);
  g_free (self->lines);
  g_free (self);
}

/**
 * tl_canvas_routes_settle:
 *
 * Nodes or edges have changed: works out the curves. There are none while nodes have no places.
 */
void
tl_canvas_routes_settle (TlCanvasRoutes *self)
{
  gboolean has_places = tl_canvas_scene_has_places (self->scene);

  if (has_places)
    update_routes (self);
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      edge->live = FALSE;
      if (has_places)
        read_curve (self, i);
      else
        g_array_set_size (edge->points, 0);
    }
  self->serial++;
}

/**
 * tl_canvas_routes_follow:
 *
 * Nodes are being dragged: their own edges follow.
 */
void
tl_canvas_routes_follow (TlCanvasRoutes *self)
{
  gboolean was_still = FALSE;

  if (self->routes == NULL)
    return;
  for (guint i = 0; i < self->n_boxes; i++)
    {
      const TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->dragged)
        tl_layout_routes_move_box (self->routes, i, self->boxes[i].x + node->dx, self->boxes[i].y + node->dy);
    }
  for (guint i = 0; i < self->n_lines; i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (!edge->cause->dragged && !edge->effect->dragged)
        continue;
      was_still |= !edge->live;
      edge->live = TRUE;
      read_curve (self, i);
    }
  self->has_followed = TRUE;
  self->serial += was_still;
}

/**
 * tl_canvas_routes_get_serial:
 *
 * Returns: a number that changes whenever a curve that isn't being dragged does
 */
guint
tl_canvas_routes_get_serial (TlCanvasRoutes *self)
{
  return self->serial;
}
