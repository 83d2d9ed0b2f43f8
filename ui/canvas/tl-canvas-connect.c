/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a link from a factor's edge to another factor, with a clear word where that can't be. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

/**
 * _tl_canvas_connect_update:
 *
 * Looks at what the link would reach.
 */
void
_tl_canvas_connect_update (TlCanvas *self,
                           double    view_x,
                           double    view_y)
{
  TlCanvasNode *origin = tl_canvas_scene_find_node (self->scene, self->press_id);
  TlCanvasNode *target;
  double x, y;

  tl_canvas_viewport_to_canvas (&self->viewport, view_x, view_y, &x, &y);
  target = tl_canvas_scene_pick_node (self->scene, x, y);
  if (target != self->connect_target && origin != NULL)
    {
      gboolean to_effect = self->connect_handle == TL_CANVAS_HANDLE_EFFECT;

      g_clear_pointer (&self->connect_refusal, g_free);
      self->connect_target = target;
      if (target != NULL && target != origin)
        self->connect_refusal
            = _tl_canvas_refuse_link (self, to_effect ? origin : target, to_effect ? target : origin, NULL, NULL);
      _tl_canvas_notice_show (self, self->connect_refusal);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * _tl_canvas_connect_end:
 * @commit: make the link, if there is a factor to link
 */
void
_tl_canvas_connect_end (TlCanvas *self,
                        gboolean  commit)
{
  g_autofree char *target = self->connect_target != NULL ? g_strdup (tl_canvas_node_get_id (self->connect_target))
                                                         : NULL;
  gboolean to_effect = self->connect_handle == TL_CANVAS_HANDLE_EFFECT;

  self->connect_target = NULL;
  g_clear_pointer (&self->connect_refusal, g_free);
  if (!self->tool_moved || !commit)
    {
      _tl_canvas_notice_show (self, NULL);
      return;
    }
  if (target != NULL)
    {
      if (g_strcmp0 (target, self->press_id) == 0)
        return; /* let go where it began: nothing was meant */
      _tl_canvas_verb_link (self, to_effect ? self->press_id : target, to_effect ? target : self->press_id);
      return;
    }

  /* Let go on empty ground: a new factor there, linked. */
  TlCanvasSpot spot;
  _tl_canvas_get_spot (self, self->pointer_x, self->pointer_y, &spot);
  self->tool = TL_CANVAS_TOOL_NONE;
  _tl_canvas_entry_add (self, &spot, NULL, to_effect ? self->press_id : NULL, to_effect ? NULL : self->press_id);
}
