/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The curves of the edges. Finding a way around boxes takes time, so only those curves are worked out anew near which
 * something changed; a few at once, the rest in slices, plain curves standing in for them until then. */
#include "config.h"

#include "ui/canvas/tl-canvas-routes.h"

#include "ui/canvas/tl-canvas-curve.h"

/* Microseconds spent at once after a change; enough for a usual review. */
#define SETTLE_BUDGET 25000
/* With more changes than this it's not worth asking which edges they concern. */
#define MAX_CHANGES 300
/* What arrow head, bar and stroke stick out, and how far from a box an edge keeps. */
#define ARROW_MARGIN 16
#define NEAR_MARGIN 28

struct _TlCanvasRoutes
{
  TlCanvasScene *scene; /* borrowed */
  TlLayoutBox *boxes;   /* where the nodes are shown, in their order */
  TlLayoutIndex *index; /* of boxes */
  GArray *changes;      /* where something came or went since */
  guint n_stale;
  guint serial;
};

static TlLayoutPoint *
get_points (TlCanvasEdge *edge)
{
  return (TlLayoutPoint *) edge->points->data;
}

static void
measure (TlCanvasEdge *edge)
{
  if (edge->points->len < 4)
    return;
  tl_canvas_curve_get_bounds (get_points (edge), edge->points->len, ARROW_MARGIN, &edge->bounds);
  edge->middle = tl_layout_curve_middle (get_points (edge), edge->points->len);
}

/* A curve from side to side, whatever is in its way. */
static void
draw_plainly (TlCanvasRoutes *self,
              TlCanvasEdge   *edge)
{
  const TlLayoutBox *from = &self->boxes[edge->cause->index], *to = &self->boxes[edge->effect->index];
  gboolean is_down = to->y >= from->y;
  TlLayoutPoint start = { from->x + from->width / 2 + edge->line.from_at, is_down ? from->y + from->height : from->y };
  TlLayoutPoint end = { to->x + to->width / 2 + edge->line.to_at, is_down ? to->y : to->y + to->height };

  g_array_set_size (edge->points, 4);
  if (is_down)
    tl_canvas_curve_between (&start, &end, get_points (edge));
  else
    {
      TlLayoutPoint *points = get_points (edge);

      tl_canvas_curve_between (&end, &start, points);
      for (guint i = 0; i < 2; i++)
        {
          TlLayoutPoint point = points[i];

          points[i] = points[3 - i];
          points[3 - i] = point;
        }
    }
  measure (edge);
}

/* Around the boxes that are in its way. */
static void
find_way (TlCanvasRoutes *self,
          TlCanvasEdge   *edge)
{
  TlLayoutLine line = { (int) edge->cause->index, (int) edge->effect->index, edge->line.from_at, edge->line.to_at };

  edge->is_stale = FALSE;
  tl_layout_line_route (self->index, &line, edge->points);
  measure (edge);
}

static void
add_change (TlCanvasRoutes *self,
            double          x,
            double          y)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x - TL_CANVAS_FACTOR_WIDTH / 2.0f - NEAR_MARGIN,
                                             (float) y - TL_CANVAS_FACTOR_HEIGHT / 2.0f - NEAR_MARGIN,
                                             TL_CANVAS_FACTOR_WIDTH + 2 * NEAR_MARGIN,
                                             TL_CANVAS_FACTOR_HEIGHT + 2 * NEAR_MARGIN);

  if (self->changes->len <= MAX_CHANGES)
    g_array_append_val (self->changes, rect);
}

static gboolean
has_moved (const TlCanvasNode *node)
{
  return !node->was_routed || node->x != node->routed_x || node->y != node->routed_y;
}

static void
collect_changes (TlCanvasRoutes *self)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (!has_moved (node))
        continue;
      if (node->was_routed)
        add_change (self, node->routed_x, node->routed_y);
      add_change (self, node->x, node->y);
    }
}

static gboolean
is_concerned (TlCanvasRoutes     *self,
              const TlCanvasEdge *edge)
{
  if (self->changes->len > MAX_CHANGES)
    return TRUE;
  for (guint i = 0; i < self->changes->len; i++)
    {
      if (graphene_rect_intersection (&edge->bounds, &g_array_index (self->changes, graphene_rect_t, i), NULL))
        return TRUE;
    }
  return FALSE;
}

static void
update_edge (TlCanvasRoutes     *self,
             TlCanvasEdge       *edge,
             const TlLayoutLine *line)
{
  gboolean is_elsewhere = edge->live || edge->points->len < 4 || has_moved (edge->cause) || has_moved (edge->effect)
                          || edge->line.from_at != line->from_at || edge->line.to_at != line->to_at;

  edge->live = FALSE;
  edge->line = *line;
  if (!edge->cause->placed || !edge->effect->placed)
    {
      g_array_set_size (edge->points, 0);
      edge->is_stale = FALSE;
      return;
    }
  if (is_elsewhere || edge->is_stale || is_concerned (self, edge))
    edge->is_stale = TRUE;
  if (is_elsewhere)
    draw_plainly (self, edge);
  self->n_stale += edge->is_stale;
}

static void
find_shown_boxes (TlCanvasRoutes *self)
{
  guint n = tl_canvas_scene_get_n_nodes (self->scene);

  g_free (self->boxes);
  g_clear_pointer (&self->index, tl_layout_index_free);
  self->boxes = tl_canvas_scene_dup_boxes (self->scene);
  for (guint i = 0; i < n; i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      self->boxes[i].x += node->dx;
      self->boxes[i].y += node->dy;
    }
  self->index = tl_layout_index_new (self->boxes, n);
}

TlCanvasRoutes *
tl_canvas_routes_new (TlCanvasScene *scene)
{
  TlCanvasRoutes *self = g_new0 (TlCanvasRoutes, 1);

  self->scene = scene;
  self->changes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  return self;
}

void
tl_canvas_routes_free (TlCanvasRoutes *self)
{
  g_array_unref (self->changes);
  g_clear_pointer (&self->index, tl_layout_index_free);
  g_free (self->boxes);
  g_free (self);
}

/**
 * tl_canvas_routes_forget:
 * @node: a node that goes
 */
void
tl_canvas_routes_forget (TlCanvasRoutes     *self,
                         const TlCanvasNode *node)
{
  if (node->was_routed)
    add_change (self, node->routed_x, node->routed_y);
}

/**
 * tl_canvas_routes_settle:
 *
 * Nodes or edges have changed: finds out which curves that concerns and works out as many as can be had at once.
 */
void
tl_canvas_routes_settle (TlCanvasRoutes *self)
{
  guint n = tl_canvas_scene_get_n_edges (self->scene);
  g_autofree TlLayoutLine *lines = tl_canvas_scene_dup_lines (self->scene);

  find_shown_boxes (self);
  tl_layout_ports (self->boxes, tl_canvas_scene_get_n_nodes (self->scene), lines, n);
  collect_changes (self);
  self->n_stale = 0;
  for (guint i = 0; i < n; i++)
    update_edge (self, tl_canvas_scene_get_edge (self->scene, i), &lines[i]);
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      node->was_routed = node->placed;
      node->routed_x = node->x;
      node->routed_y = node->y;
    }
  g_array_set_size (self->changes, 0);
  self->serial++;
  tl_canvas_routes_work (self, NULL, SETTLE_BUDGET);
}

/**
 * tl_canvas_routes_follow:
 *
 * Nodes are being dragged: their own edges follow.
 */
void
tl_canvas_routes_follow (TlCanvasRoutes *self)
{
  guint n = tl_canvas_scene_get_n_edges (self->scene);
  g_autofree TlLayoutLine *lines = tl_canvas_scene_dup_lines (self->scene);
  gint64 end = g_get_monotonic_time () + SETTLE_BUDGET / 2;
  gboolean was_still = FALSE;

  find_shown_boxes (self);
  tl_layout_ports (self->boxes, tl_canvas_scene_get_n_nodes (self->scene), lines, n);
  for (guint i = 0; i < n; i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (edge->points->len < 4 || !(edge->cause->dragged || edge->effect->dragged))
        continue;
      was_still |= !edge->live;
      edge->live = TRUE;
      edge->line = lines[i];
      if (g_get_monotonic_time () < end)
        find_way (self, edge);
      else
        draw_plainly (self, edge);
    }
  if (was_still)
    self->serial++;
}

/**
 * tl_canvas_routes_work:
 * @first: (nullable): edges that touch it come first
 * @budget: microseconds to spend
 *
 * Returns: whether curves remain to be worked out
 */
gboolean
tl_canvas_routes_work (TlCanvasRoutes        *self,
                       const graphene_rect_t *first,
                       gint64                 budget)
{
  gint64 end = g_get_monotonic_time () + budget;
  guint n_before = self->n_stale;

  for (guint pass = first != NULL ? 0 : 1; pass < 2; pass++)
    {
      for (guint i = 0; self->n_stale > 0 && i < tl_canvas_scene_get_n_edges (self->scene); i++)
        {
          TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

          if (!edge->is_stale || (pass == 0 && !graphene_rect_intersection (&edge->bounds, first, NULL)))
            continue;
          if (g_get_monotonic_time () >= end)
            {
              self->serial += self->n_stale != n_before;
              return TRUE;
            }
          if (edge->points->len >= 4)
            find_way (self, edge);
          edge->is_stale = FALSE;
          self->n_stale--;
        }
    }
  self->serial += self->n_stale != n_before;
  return FALSE;
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
