/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pointer on the canvas: what is under it, and which tool a press puts in its hand. The tools themselves are in
 * files of their own. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

/* Pixels from a curve at which a link is still meant. */
#define LINK_REACH 6.0

static TlCanvasEdge *
pick_edge (TlCanvas *self,
           double    view_x,
           double    view_y)
{
  double x, y;

  tl_canvas_viewport_to_canvas (&self->viewport, view_x, view_y, &x, &y);
  return tl_canvas_scene_pick_edge (self->scene, x, y,
                                    LINK_REACH / tl_canvas_viewport_get_scale (&self->viewport));
}

static TlCanvasNode *
pick_node (TlCanvas *self,
           double    view_x,
           double    view_y)
{
  double x, y;

  tl_canvas_viewport_to_canvas (&self->viewport, view_x, view_y, &x, &y);
  return tl_canvas_scene_pick_node (self->scene, x, y);
}

static gboolean
is_over_name (TlCanvas *self,
              double    view_x)
{
  return view_x < self->viewport.left || view_x > self->viewport.width - self->viewport.right;
}

static gboolean
is_ours (TlCanvas *self,
         double    view_x,
         double    view_y)
{
  return self->scene != NULL
         && _tl_canvas_children_owns (self,
                                      gtk_widget_pick (GTK_WIDGET (self), view_x, view_y, GTK_PICK_DEFAULT));
}

static void
update_cursor (TlCanvas *self)
{
  TlCanvasNode *node = NULL;
  TlCanvasEdge *edge = NULL;
  const char *cursor = NULL;

  if (self->tool == TL_CANVAS_TOOL_PAN)
    cursor = "grabbing";
  else if (self->tool == TL_CANVAS_TOOL_CONNECT)
    cursor = self->connect_refusal != NULL ? "not-allowed" : "crosshair";
  else if (self->space_held)
    cursor = "grab";
  else if (self->scene != NULL
           && _tl_canvas_handles_pick (self, self->pointer_x, self->pointer_y, &node, &edge) != TL_CANVAS_HANDLE_NONE)
    cursor = "crosshair";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

/**
 * _tl_canvas_pointer_update_hover:
 *
 * Finds out again what is under the pointer: it moved, or what is there did.
 */
void
_tl_canvas_pointer_update_hover (TlCanvas *self)
{
  TlCanvasNode *node = NULL;
  TlCanvasEdge *edge = NULL;

  if (self->scene != NULL && self->tool == TL_CANVAS_TOOL_NONE && self->pointer_x >= 0
      && !is_over_name (self, self->pointer_x))
    {
      /* A handle stands out over the edge of its factor, which stays pointed at. */
      if (_tl_canvas_handles_pick (self, self->pointer_x, self->pointer_y, &node, &edge) == TL_CANVAS_HANDLE_NONE)
        node = pick_node (self, self->pointer_x, self->pointer_y);
      if (edge != NULL)
        node = NULL; /* the end of a link is not the factor it reaches */
      else if (node == NULL)
        edge = pick_edge (self, self->pointer_x, self->pointer_y);
    }
  update_cursor (self);
  if (node == self->hover_node && edge == self->hover_edge)
    return;
  self->hover_node = node;
  self->hover_edge = edge;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pan_to (TlCanvas *self,
        double    view_x,
        double    view_y)
{
  double x, y;

  tl_canvas_viewport_to_view (&self->viewport, self->press_canvas_x, self->press_canvas_y, &x, &y);
  tl_canvas_viewport_pan (&self->viewport, x - view_x, y - view_y);
  _tl_canvas_view_moved (self);
}

static void
press_item (TlCanvas   *self,
            const char *id)
{
  g_free (self->press_id);
  self->press_id = g_strdup (id);
  if (self->selection == NULL)
    return;
  if (self->tool_adds)
    tl_selection_toggle (self->selection, id);
  else if (!tl_selection_contains (self->selection, id))
    tl_selection_set_one (self->selection, id);
  else
    tl_selection_add (self->selection, id); /* the primary one */
  _tl_canvas_keys_focus (self, id);
}

/**
 * _tl_canvas_pointer_use:
 *
 * Uses the tool in hand where the pointer is: it moved, or the view did below it.
 */
void
_tl_canvas_pointer_use (TlCanvas *self)
{
  if (self->tool == TL_CANVAS_TOOL_PAN)
    pan_to (self, self->pointer_x, self->pointer_y);
  else if (self->tool == TL_CANVAS_TOOL_MOVE)
    _tl_canvas_drag_update (self, self->pointer_x, self->pointer_y);
  else if (self->tool == TL_CANVAS_TOOL_CONNECT)
    _tl_canvas_connect_update (self, self->pointer_x, self->pointer_y);
  else if (self->tool == TL_CANVAS_TOOL_RUBBER_BAND)
    _tl_canvas_rubber_band_update (self, self->pointer_x, self->pointer_y);
}

/* Callbacks */

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlCanvas       *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  TlCanvasNode *node = NULL;
  TlCanvasEdge *edge = NULL;

  if (!is_ours (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  _tl_canvas_entry_close (self, TRUE);
  _tl_canvas_glide_end (self);
  self->drag = GTK_GESTURE (gesture);
  self->tool_moved = FALSE;
  self->tool_adds = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  self->press_x = self->pointer_x = x;
  self->press_y = self->pointer_y = y;
  tl_canvas_viewport_to_canvas (&self->viewport, x, y, &self->press_canvas_x, &self->press_canvas_y);

  self->connect_handle = _tl_canvas_handles_pick (self, x, y, &node, &edge);
  if (self->space_held || is_over_name (self, x)
      || gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_MIDDLE)
    self->tool = TL_CANVAS_TOOL_PAN;
  else if (self->connect_handle != TL_CANVAS_HANDLE_NONE)
    {
      g_free (self->press_id);
      self->press_id = g_strdup (tl_canvas_node_get_id (node));
      g_free (self->connect_link_id);
      self->connect_link_id = edge != NULL ? g_strdup (tl_canvas_edge_get_id (edge)) : NULL;
      self->tool = TL_CANVAS_TOOL_CONNECT;
    }
  else if ((node = pick_node (self, x, y)) != NULL)
    {
      self->tool = TL_CANVAS_TOOL_MOVE;
      press_item (self, tl_canvas_node_get_id (node));
    }
  else if ((edge = pick_edge (self, x, y)) != NULL)
    press_item (self, tl_canvas_edge_get_id (edge));
  else
    {
      self->tool = TL_CANVAS_TOOL_RUBBER_BAND;
      _tl_canvas_rubber_band_begin (self);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  update_cursor (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TlCanvas       *self)
{
  double x = self->press_x + dx, y = self->press_y + dy;

  if (self->tool == TL_CANVAS_TOOL_NONE || self->scene == NULL)
    return;
  if (!self->tool_moved && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  if (!self->tool_moved)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->tool_moved = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  _tl_canvas_pointer_use (self);
  _tl_canvas_drift_update (self);
  update_cursor (self);
}

static void
end_tool (TlCanvas *self,
          gboolean  commit)
{
  TlCanvasTool tool = self->tool;

  if (tool == TL_CANVAS_TOOL_NONE)
    return;
  if (tool == TL_CANVAS_TOOL_MOVE)
    _tl_canvas_drag_end (self, commit);
  else if (tool == TL_CANVAS_TOOL_CONNECT)
    _tl_canvas_connect_end (self, commit);
  else if (tool == TL_CANVAS_TOOL_RUBBER_BAND)
    _tl_canvas_rubber_band_end (self, commit);
  self->tool = TL_CANVAS_TOOL_NONE;
  self->tool_moved = FALSE;
  _tl_canvas_pointer_update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             TlCanvas       *self)
{
  /* A click on one of several that are selected means that one. */
  if (self->tool == TL_CANVAS_TOOL_MOVE && !self->tool_moved && !self->tool_adds && self->selection != NULL)
    tl_selection_set_one (self->selection, self->press_id);
  end_tool (self, TRUE);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlCanvas         *self)
{
  end_tool (self, FALSE);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlCanvas        *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (!is_ours (self, x, y) || event == NULL || !gdk_event_triggers_context_menu (event))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  _tl_canvas_menu_popup (self, x, y);
}

/* A double click counts when it is over: the press also begins a drag, which closes what is open. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TlCanvas        *self)
{
  TlCanvasNode *node;

  if (n_press != 2 || !is_ours (self, x, y)
      || gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) > GDK_BUTTON_PRIMARY
      || is_over_name (self, x) || self->space_held)
    return;

  node = pick_node (self, x, y);
  if (node != NULL)
    _tl_canvas_entry_rename (self, node);
  else if (pick_edge (self, x, y) == NULL)
    {
      TlCanvasSpot spot;

      _tl_canvas_get_spot (self, x, y, &spot);
      _tl_canvas_entry_add (self, &spot, NULL, NULL, NULL);
    }
}

static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           TlCanvas                 *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  _tl_canvas_pointer_update_hover (self);
}

static void
leave_cb (GtkEventControllerMotion *motion,
          TlCanvas                 *self)
{
  self->pointer_x = self->pointer_y = -1;
  _tl_canvas_pointer_update_hover (self);
}

/* A plain box has no room for its statement, and no widget to have a tooltip. */
static gboolean
query_tooltip_cb (TlCanvas   *self,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  const char *statement;

  if (self->scene == NULL || !_tl_canvas_is_plain (self) || self->hover_node == NULL)
    return FALSE;
  statement = tl_record_get_text (self->hover_node->record, "statement");
  gtk_tooltip_set_text (tooltip, statement);
  return statement != NULL;
}

void
_tl_canvas_pointer_init (TlCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->pointer_x = self->pointer_y = -1;
  for (guint button = GDK_BUTTON_PRIMARY; button <= GDK_BUTTON_MIDDLE; button++)
    {
      GtkGesture *drag = gtk_gesture_drag_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
      g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
      g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
      g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
      g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
    }
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * _tl_canvas_pointer_cancel:
 *
 * Puts the tool away and everything back where it was.
 */
void
_tl_canvas_pointer_cancel (TlCanvas *self)
{
  if (self->tool == TL_CANVAS_TOOL_NONE)
    return;
  end_tool (self, FALSE);
  if (self->drag != NULL)
    gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
}
