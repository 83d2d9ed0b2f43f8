/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving factors: they follow the pointer and are kept, as one edit, where they are let go; in another lane their level
 * changes with it. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

/* Pixels from being in line with others at which a factor snaps. */
#define SNAP_PIXELS 6
/* Of a crowd only so many factors are looked at, those next to what is being moved. */
#define MAX_NEAR 60

typedef struct {
  graphene_rect_t rect;
  double distance;
} Neighbour;

static gboolean
goes_along (TlCanvas           *self,
            const TlCanvasNode *node)
{
  const char *id = tl_canvas_node_get_id (node);

  return g_strcmp0 (id, self->press_id) == 0
         || (self->selection != NULL && tl_selection_contains (self->selection, self->press_id)
             && tl_selection_contains (self->selection, id));
}

static int
compare_distance (gconstpointer a,
                  gconstpointer b)
{
  double x = ((const Neighbour *) a)->distance, y = ((const Neighbour *) b)->distance;

  return x < y ? -1 : x > y;
}

/* The rectangles of what rests in view, the next to @box first. */
static GArray *
collect_near (TlCanvas              *self,
              const graphene_rect_t *box)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (Neighbour));
  graphene_rect_t visible;

  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      Neighbour neighbour;

      tl_canvas_node_get_rect (node, &neighbour.rect);
      if (!tl_canvas_node_is_shown (node) || goes_along (self, node)
          || !graphene_rect_intersection (&neighbour.rect, &visible, NULL))
        continue;
      neighbour.distance = hypot (neighbour.rect.origin.x - box->origin.x, neighbour.rect.origin.y - box->origin.y);
      g_array_append_val (near, neighbour);
    }
  g_array_sort (near, compare_distance);
  g_array_set_size (near, MIN (near->len, MAX_NEAR));
  return near;
}

static gboolean
is_free (TlCanvas *self)
{
  GdkModifierType state = 0;

  if (self->drag != NULL)
    state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (self->drag));
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || _tl_canvas_is_plain (self);
}

/* In line with what is near, unless Ctrl or Alt are held. */
static void
snap (TlCanvas           *self,
      const TlCanvasNode *pressed,
      double             *dx,
      double             *dy)
{
  graphene_rect_t box, others[MAX_NEAR];

  self->snap.n_guides = 0;
  if (is_free (self))
    return;
  graphene_rect_init (&box, (float) (pressed->x + *dx - TL_CANVAS_FACTOR_WIDTH / 2.0),
                      (float) (pressed->y + *dy - TL_CANVAS_FACTOR_HEIGHT / 2.0), TL_CANVAS_FACTOR_WIDTH,
                      TL_CANVAS_FACTOR_HEIGHT);

  g_autoptr (GArray) near = collect_near (self, &box);
  for (guint i = 0; i < near->len; i++)
    others[i] = g_array_index (near, Neighbour, i).rect;
  tl_canvas_guides_find (&box, others, near->len, SNAP_PIXELS / tl_canvas_viewport_get_scale (&self->viewport),
                         &self->snap);
  *dx += self->snap.dx;
  *dy += self->snap.dy;
}

/**
 * _tl_canvas_drag_update:
 *
 * Takes the pressed factor, and with it all others that are selected, to where the pointer is or, near by, in line with
 * others.
 */
void
_tl_canvas_drag_update (TlCanvas *self,
                        double    view_x,
                        double    view_y)
{
  TlCanvasNode *pressed = tl_canvas_scene_find_node (self->scene, self->press_id);
  double x, y, dx, dy;

  if (tl_review_get_read_only (self->review) || pressed == NULL)
    return;
  tl_canvas_viewport_to_canvas (&self->viewport, view_x, view_y, &x, &y);
  dx = x - self->press_canvas_x;
  dy = y - self->press_canvas_y;
  snap (self, pressed, &dx, &dy);
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (!node->placed || !goes_along (self, node))
        continue;
      node->dragged = TRUE;
      node->dx = dx;
      node->dy = dy;
    }
  _tl_canvas_lanes_set_target (self, (int) tl_canvas_scene_pick_band (self->scene, pressed->y + pressed->dy));
  tl_canvas_scene_reroute_live (self->scene);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * _tl_canvas_drag_end:
 * @commit: keep the factors where they are, rather than put them back
 */
void
_tl_canvas_drag_end (TlCanvas *self,
                     gboolean  commit)
{
  if (!self->tool_moved)
    return;
  _tl_canvas_lanes_set_target (self, -1);
  self->snap.n_guides = 0;
  if (commit)
    _tl_canvas_verb_move (self);
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      node->dragged = FALSE;
      node->dx = node->dy = 0;
    }
  tl_canvas_scene_settle (self->scene);
  _tl_canvas_scene_changed (self);
}
