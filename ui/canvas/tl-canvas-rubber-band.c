/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selecting by drawing a rectangle around factors and over links. */
#include "config.h"

#include "ui/canvas/tl-canvas-curve.h"
#include "ui/canvas/tl-canvas-private.h"

static void
get_canvas_rect (TlCanvas        *self,
                 graphene_rect_t *rect)
{
  double x, y;

  tl_canvas_viewport_to_canvas (&self->viewport, self->pointer_x, self->pointer_y, &x, &y);
  graphene_rect_init (rect, (float) MIN (x, self->press_canvas_x), (float) MIN (y, self->press_canvas_y),
                      (float) ABS (x - self->press_canvas_x), (float) ABS (y - self->press_canvas_y));
}

void
_tl_canvas_rubber_band_begin (TlCanvas *self)
{
  g_clear_pointer (&self->rubber_before, g_strfreev);
  if (self->selection != NULL)
    self->rubber_before = tl_selection_dup_ids (self->selection);
}

/**
 * _tl_canvas_rubber_band_update:
 *
 * Selects what the rectangle touches; with Ctrl or Shift in addition to what was selected.
 */
void
_tl_canvas_rubber_band_update (TlCanvas *self,
                               double    view_x,
                               double    view_y)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  graphene_rect_t rect;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->selection == NULL)
    return;
  get_canvas_rect (self, &rect);
  for (guint i = 0; self->tool_adds && self->rubber_before != NULL && self->rubber_before[i] != NULL; i++)
    g_ptr_array_add (ids, self->rubber_before[i]);
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      /* Only links that lie within it whole: else no factor could be caught without the links around it. */
      if (tl_canvas_edge_is_shown (edge) && tl_canvas_rect_contains (&rect, &edge->bounds))
        g_ptr_array_add (ids, (gpointer) tl_canvas_edge_get_id (edge));
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      graphene_rect_t box;

      tl_canvas_node_get_rect (node, &box);
      if (tl_canvas_node_is_shown (node) && graphene_rect_intersection (&rect, &box, NULL))
        g_ptr_array_add (ids, (gpointer) tl_canvas_node_get_id (node));
    }
  g_ptr_array_add (ids, NULL);
  tl_selection_set_many (self->selection, (const char *const *) ids->pdata);
}

/**
 * _tl_canvas_rubber_band_end:
 * @commit: keep what is selected, rather than go back to what was
 */
void
_tl_canvas_rubber_band_end (TlCanvas *self,
                            gboolean  commit)
{
  if (self->selection != NULL && !commit && self->rubber_before != NULL)
    tl_selection_set_many (self->selection, (const char *const *) self->rubber_before);
  else if (self->selection != NULL && !self->tool_moved && !self->tool_adds)
    tl_selection_clear (self->selection);
  g_clear_pointer (&self->rubber_before, g_strfreev);
}

/**
 * _tl_canvas_rubber_band_get_rect:
 * @rect: (out): the rectangle, in pixels of the view
 */
void
_tl_canvas_rubber_band_get_rect (TlCanvas        *self,
                                 graphene_rect_t *rect)
{
  double x, y;

  tl_canvas_viewport_to_view (&self->viewport, self->press_canvas_x, self->press_canvas_y, &x, &y);
  graphene_rect_init (rect, (float) MIN (x, self->pointer_x), (float) MIN (y, self->pointer_y),
                      (float) ABS (x - self->pointer_x), (float) ABS (y - self->pointer_y));
}
