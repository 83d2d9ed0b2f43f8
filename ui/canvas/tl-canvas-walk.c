/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the keyboard leads to from where it is: along a link, within a lane, or to what is nearest. A card is where any
 * of its factors is. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

/* What is not in the direction costs more than what is; of neighbours those in the same lane are nearer. */
#define ASIDE 3

/* At a factor that stands for itself, or at the card that it is part of. */
static gboolean
can_stop (TlCanvasNode *node)
{
  return tl_canvas_node_is_shown (node) || (node->placed && node->group != TL_GROUPS_NONE);
}

/* How far it is to the right and down from one to the other, as they are shown. */
static void
measure_way (TlCanvas           *self,
             const TlCanvasNode *from,
             const TlCanvasNode *to,
             double             *right,
             double             *down)
{
  double x, y;

  _tl_canvas_cards_get_place (self, from, &x, &y);
  _tl_canvas_cards_get_place (self, to, right, down);
  *right -= x;
  *down -= y;
}

/* The lane in which it is shown. */
static guint
get_lane (TlCanvas           *self,
          const TlCanvasNode *node)
{
  double x, y;

  if (node->group == TL_GROUPS_NONE)
    return node->band;
  _tl_canvas_cards_get_place (self, node, &x, &y);
  return tl_canvas_scene_pick_band (self->scene, y);
}

static gboolean
is_ahead (TlCanvas        *self,
          TlCanvasNode    *from,
          TlCanvasNode    *node,
          GtkDirectionType direction,
          double          *way)
{
  gboolean is_across = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  double right, down;

  measure_way (self, from, node, &right, &down);
  double ahead = is_across ? right : down, aside = is_across ? down : right;
  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_UP)
    ahead = -ahead;
  *way = ahead + ASIDE * fabs (aside);
  return node != from && can_stop (node) && ahead >= 1
         && (!is_across || get_lane (self, node) == get_lane (self, from));
}

/* The factor in that direction that is least out of the way; across only in the same lane. */
static TlCanvasNode *
find_ahead (TlCanvas        *self,
            TlCanvasNode    *from,
            GtkDirectionType direction)
{
  TlCanvasNode *nearest = NULL;
  double least = G_MAXDOUBLE, way;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (is_ahead (self, from, node, direction, &way) && way < least)
        {
          least = way;
          nearest = node;
        }
    }
  return nearest;
}

/* The cause or effect whose place is most nearly above or below. */
static TlCanvasNode *
find_linked (TlCanvas     *self,
             TlCanvasNode *from,
             gboolean      causes)
{
  TlCanvasEnd start = tl_canvas_end_of (from);
  TlCanvasNode *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);
      TlCanvasEnd here = tl_canvas_end_of (causes ? edge->effect : edge->cause);
      TlCanvasEnd there = tl_canvas_end_of (causes ? edge->cause : edge->effect);
      double right, down;

      if (!tl_canvas_end_is_same (&here, &start) || tl_canvas_end_is_same (&there, &start) || !can_stop (there.node))
        continue;
      measure_way (self, from, there.node, &right, &down);
      if (fabs (right) < least)
        {
          least = fabs (right);
          nearest = there.node;
        }
    }
  return nearest;
}

/**
 * _tl_canvas_walk_find_next:
 * @from: (nullable): where the keyboard is
 *
 * Up leads to the cause that is nearest, down to the effect, left and right along the lane; where there is no link,
 * to what stands in that direction.
 *
 * Returns: (nullable): the factor there
 */
TlCanvasNode *
_tl_canvas_walk_find_next (TlCanvas        *self,
                           TlCanvasNode    *from,
                           GtkDirectionType direction)
{
  TlCanvasNode *next = NULL;

  if (from == NULL)
    return _tl_canvas_walk_find_end (self, NULL, FALSE);
  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    next = find_linked (self, from, direction == GTK_DIR_UP);
  return next != NULL ? next : find_ahead (self, from, direction);
}

/**
 * _tl_canvas_walk_find_end:
 * @from: (nullable): in whose lane; %NULL for the whole graph, from the top
 * @last: the last rather than the first
 *
 * Returns: (nullable): the first or last factor there
 */
TlCanvasNode *
_tl_canvas_walk_find_end (TlCanvas     *self,
                          TlCanvasNode *from,
                          gboolean      last)
{
  TlCanvasNode *end = NULL;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      double dx, dy;

      if (!can_stop (node) || (from != NULL && get_lane (self, node) != get_lane (self, from)))
        continue;
      measure_way (self, end != NULL ? end : node, node, &dx, &dy);
      if (from != NULL)
        dy = 0;
      if (end == NULL || (last ? dy > 1 || (dy > -1 && dx > 0) : dy < -1 || (dy < 1 && dx < 0)))
        end = node;
    }
  return end;
}

/**
 * _tl_canvas_walk_find_near:
 *
 * Returns: (nullable): the factor nearest to a place
 */
TlCanvasNode *
_tl_canvas_walk_find_near (TlCanvas *self,
                           double    x,
                           double    y)
{
  TlCanvasNode *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      double node_x, node_y, way;

      _tl_canvas_cards_get_place (self, node, &node_x, &node_y);
      way = fabs (node_x - x) + ASIDE * fabs (node_y - y);
      if (can_stop (node) && way < least)
        {
          least = way;
          nearest = node;
        }
    }
  return nearest;
}

/**
 * _tl_canvas_walk_find_link:
 * @cause: a factor
 * @after: (nullable): one of the links that leave it
 * @backwards: the one before instead
 *
 * Returns: (nullable): the link after @after among those that leave @cause, or the first
 */
TlCanvasEdge *
_tl_canvas_walk_find_link (TlCanvas     *self,
                           TlCanvasNode *cause,
                           TlCanvasEdge *after,
                           gboolean      backwards)
{
  TlCanvasEdge *best = NULL;

  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (edge == after)
        {
          if (backwards)
            return best;
          best = edge;
        }
      else if (edge->cause == cause && tl_canvas_edge_is_shown (edge))
        {
          if (backwards)
            best = edge;
          else if (after == NULL || best == after)
            return edge;
        }
    }
  return backwards && after == NULL ? best : NULL;
}
