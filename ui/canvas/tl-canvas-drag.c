/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving factors: they follow the pointer and are kept, as one edit, where they are let go; in another lane their level
 * changes with it. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

static gboolean
goes_along (TlCanvas           *self,
            const TlCanvasNode *node)
{
  const char *id = tl_canvas_node_get_id (node);

  return g_strcmp0 (id, self->press_id) == 0
         || (self->selection != NULL && tl_selection_contains (self->selection, self->press_id)
             && tl_selection_contains (self->selection, id));
}

/**
 * _tl_canvas_drag_update:
 *
 * Takes the pressed factor, and with it all others that are selected, to where the pointer is.
 */
void
_tl_canvas_drag_update (TlCanvas *self,
                        double    view_x,
                        double    view_y)
{
  double x, y;

  if (tl_review_get_read_only (self->review))
    return;
  tl_canvas_viewport_to_canvas (&self->viewport, view_x, view_y, &x, &y);
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (!node->placed || !goes_along (self, node))
        continue;
      node->dragged = TRUE;
      node->dx = x - self->press_canvas_x;
      node->dy = y - self->press_canvas_y;
    }
  TlCanvasNode *pressed = tl_canvas_scene_find_node (self->scene, self->press_id);
  if (pressed != NULL)
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
