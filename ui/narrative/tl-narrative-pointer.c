/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pointer on the narrative: to pan and zoom, to select, to move what happened along time or into an episode, and to
 * begin something new. */
#include "config.h"

#include "ui/narrative/tl-narrative-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/narrative/tl-narrative-fold.h"
#include "ui/narrative/tl-narrative-mark.h"

#define ZOOM_STEP 1.25
/* Pixels that can be aimed at: a date that is pointed at is as precise as that. */
#define AIM 14

/* What a click is on: a mark, a fold, a header, or nothing of these. */
static GtkWidget *
pick (TlNarrativeView *self,
      double           x,
      double           y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != GTK_WIDGET (self) && !TL_IS_NARRATIVE_MARK (widget)
         && !TL_IS_NARRATIVE_FOLD (widget) && gtk_widget_get_parent (widget) != self->headers)
    widget = gtk_widget_get_parent (widget);
  return widget == GTK_WIDGET (self) ? NULL : widget;
}

/**
 * _tl_narrative_pointer_get_spot:
 * @x: in the view, from the left
 * @spot: (out): what is there
 */
void
_tl_narrative_pointer_get_spot (TlNarrativeView *self,
                                double           x,
                                double           y,
                                TlNarrativeSpot *spot)
{
  double time_x = _tl_narrative_view_mirror (self, x) - _tl_narrative_view_get_time_x (self);
  double lane_y = y - _tl_narrative_view_get_lanes_y (self)
                  + gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);

  spot->minute = (gint64) floor (tl_time_scale_to_minute (&self->scale, time_x));
  spot->lane = TL_LANE_NONE;
  if (y < _tl_narrative_view_get_lanes_y (self))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TlNarrativeRow *row = &g_array_index (self->rows, TlNarrativeRow, i);

      if (lane_y >= row->y && lane_y < row->y + row->height)
        spot->lane = i;
    }
}

/* Zooming and panning */

static void
zoom_by (TlNarrativeView *self,
         double           factor)
{
  double x = _tl_narrative_view_mirror (self, self->pointer_x) - _tl_narrative_view_get_time_x (self);

  tl_time_scale_zoom_at (&self->scale, factor, CLAMP (x, 0, self->scale.width));
  _tl_narrative_view_changed (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           gpointer                  data)
{
  TlNarrativeView *self = data;

  if (!(gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll)) & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  zoom_by (self, pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
motion_cb (TlNarrativeView *self,
           double           x,
           double           y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
pan (TlNarrativeView *self,
     double           dx,
     double           dy)
{
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double start = self->press_start - dx / self->scale.pixels;
  double last = (double) self->to - self->scale.width / self->scale.pixels;

  self->scale.start = CLAMP (start, (double) self->from, MAX (last, (double) self->from));
  self->following = TRUE;
  gtk_adjustment_set_value (down, self->press_value - dy);
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                            (self->scale.start - (double) self->from) * self->scale.pixels);
  self->following = FALSE;
  _tl_narrative_view_moved (self);
}

/* Moving */

static void
say (TlNarrativeView *self,
     const char      *word)
{
  if (word != NULL)
    gtk_label_set_label (GTK_LABEL (self->word), word);
  gtk_widget_set_visible (self->word, word != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static TlRecord *
find_episode (TlNarrativeView *self,
              double           x,
              double           y)
{
  if (y < self->axis_height || y >= _tl_narrative_view_get_lanes_y (self))
    return NULL;
  for (guint i = 0; i < self->episode_places->len; i++)
    {
      const TlNarrativePlace *place = &g_array_index (self->episode_places, TlNarrativePlace, i);
      graphene_rect_t bounds;

      if (place->widget != NULL && gtk_widget_get_mapped (place->widget)
          && gtk_widget_compute_bounds (place->widget, GTK_WIDGET (self), &bounds)
          && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return place->item->record;
    }
  return NULL;
}

static TlRecord *
get_dated (const TlNarrativePlace *place)
{
  return tl_record_is (place->item->record, "account") ? place->item->event : place->item->record;
}

/* What the date would become where the pointer is. */
static gboolean
get_new_date (TlNarrativeView        *self,
              const TlNarrativePlace *place,
              double                  dx,
              int                    *n,
              TlDate                 *date)
{
  TlRecord *dated = get_dated (place);
  TlNarrativeSpot spot;

  *n = 0;
  if (!tl_narrative_edit_get_begin (dated, date))
    {
      _tl_narrative_pointer_get_spot (self, self->pointer_x, self->pointer_y, &spot);
      return tl_date_from_minute (spot.minute, tl_time_scale_get_unit (&self->scale, AIM), date);
    }
  TlDateUnit unit = tl_narrative_edit_get_unit (dated);
  *n = tl_date_count_units (date, unit, (gint64) round (dx / self->scale.pixels));
  return tl_date_shift (date, unit, *n, date);
}

static void
set_target (TlNarrativeView *self,
            TlRecord        *episode)
{
  for (guint i = 0; i < self->episode_places->len; i++)
    {
      const TlNarrativePlace *place = &g_array_index (self->episode_places, TlNarrativePlace, i);

      if (place->widget == NULL)
        continue;
      if (episode == place->item->record)
        gtk_widget_add_css_class (place->widget, "drop-target");
      else
        gtk_widget_remove_css_class (place->widget, "drop-target");
    }
  g_free (self->target_id);
  self->target_id = episode != NULL ? g_strdup (tl_record_get_id (episode)) : NULL;
}

static void
move (TlNarrativeView *self,
      double           dx)
{
  TlNarrativePlace *place = _tl_narrative_places_find_widget (self, self->dragged);
  TlRecord *episode = NULL;
  g_autofree char *word = NULL;
  TlDate date;
  int n;

  if (place == NULL)
    return;
  if (place->item->event != NULL)
    episode = find_episode (self, self->pointer_x, self->pointer_y);
  set_target (self, episode);
  if (place->item->dated)
    tl_narrative_board_place (TL_NARRATIVE_BOARD (gtk_widget_get_parent (self->dragged)), self->dragged, place->x + dx,
                              place->y, place->width, self->row_height - 4);
  if (episode != NULL)
    {
      g_autofree char *title = tl_review_dup_title (tl_narrative_get_review (self->narrative), episode);
      word = g_strdup_printf (_("Add to episode “%s”"), title != NULL ? title : "");
    }
  else if (get_new_date (self, place, dx, &n, &date))
    word = tl_date_format (&date);
  say (self, word);
}

static void
drop (TlNarrativeView *self,
      double           dx)
{
  const TlNarrativePlace *place = _tl_narrative_places_find_widget (self, self->dragged);
  TlDate date;
  int n;

  if (place == NULL)
    return;

  g_autoptr (TlRecord) record = g_object_ref (place->item->record);
  if (self->target_id != NULL)
    {
      _tl_narrative_verb_add_to_episode (self, tl_record_get_id (place->item->event), self->target_id);
      return;
    }
  if (!get_new_date (self, place, dx, &n, &date))
    return;
  if (n != 0)
    _tl_narrative_verb_shift (self, record, n);
  else if (!place->item->dated)
    _tl_narrative_verb_set_begin (self, record, &date);
}

static void
end_tool (TlNarrativeView *self)
{
  if (self->dragged != NULL)
    gtk_widget_remove_css_class (self->dragged, "dragged");
  self->tool = TL_NARRATIVE_TOOL_NONE;
  self->dragged = NULL;
  set_target (self, NULL);
  say (self, NULL);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/**
 * _tl_narrative_pointer_forget:
 * @widget: a mark that is about to go
 */
void
_tl_narrative_pointer_forget (TlNarrativeView *self,
                              GtkWidget       *widget)
{
  if (widget != self->dragged)
    return;
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  end_tool (self);
}

static void
drag_begin_cb (TlNarrativeView *self,
               double           x,
               double           y)
{
  GtkWidget *widget = pick (self, x, y);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->drag));

  if (button == GDK_BUTTON_SECONDARY || (widget != NULL && !TL_IS_NARRATIVE_MARK (widget)))
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->tool_moved = FALSE;
  self->press_start = self->scale.start;
  self->press_value = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  self->pointer_x = self->press_x = x;
  self->pointer_y = self->press_y = y;
  self->tool = TL_NARRATIVE_TOOL_PAN;
  if (widget != NULL && button != GDK_BUTTON_MIDDLE
      && !tl_review_get_read_only (tl_narrative_get_review (self->narrative)))
    {
      self->tool = TL_NARRATIVE_TOOL_MOVE;
      self->dragged = widget;
    }
}

static void
drag_update_cb (TlNarrativeView *self,
                double           offset_x,
                double           offset_y)
{
  gboolean is_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double dx = is_right ? -offset_x : offset_x;

  if (!self->tool_moved
      && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y))
    return;
  if (!self->tool_moved)
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      if (self->dragged != NULL)
        gtk_widget_add_css_class (self->dragged, "dragged");
    }
  self->tool_moved = TRUE;
  self->pointer_x = self->press_x + offset_x;
  self->pointer_y = self->press_y + offset_y;
  if (self->tool == TL_NARRATIVE_TOOL_PAN)
    pan (self, dx, offset_y);
  else if (self->tool == TL_NARRATIVE_TOOL_MOVE)
    move (self, dx);
}

static void
drag_end_cb (TlNarrativeView *self,
             double           offset_x,
             double           offset_y)
{
  gboolean is_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->tool == TL_NARRATIVE_TOOL_MOVE && self->tool_moved)
    drop (self, is_right ? -offset_x : offset_x);
  end_tool (self);
  _tl_narrative_places_populate (self);
}

static void
drag_cancel_cb (TlNarrativeView *self)
{
  if (self->tool == TL_NARRATIVE_TOOL_NONE)
    return;
  end_tool (self);
  _tl_narrative_places_populate (self);
}

static gboolean
key_pressed_cb (TlNarrativeView *self,
                guint            key)
{
  if (key != GDK_KEY_Escape || self->tool == TL_NARRATIVE_TOOL_NONE)
    return GDK_EVENT_PROPAGATE;
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  drag_cancel_cb (self);
  return GDK_EVENT_STOP;
}

/* Clicking */

static void
click_mark (TlNarrativeView *self,
            GtkWidget       *mark,
            gboolean         adds,
            int              n_press)
{
  const char *id = tl_record_get_id (tl_narrative_mark_get_record (TL_NARRATIVE_MARK (mark)));

  gtk_widget_grab_focus (mark);
  if (adds)
    tl_selection_toggle (self->selection, id);
  else
    tl_selection_set_one (self->selection, id);
  if (n_press == 2)
    _tl_narrative_actions_open (self);
}

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            gpointer         data)
{
  TlNarrativeView *self = data;
  GtkWidget *widget = pick (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  TlNarrativeSpot spot;

  if (widget != NULL && TL_IS_NARRATIVE_MARK (widget))
    click_mark (self, widget, (state & GDK_CONTROL_MASK) != 0, n_press);
  else if (widget != NULL && TL_IS_NARRATIVE_FOLD (widget) && button == GDK_BUTTON_PRIMARY)
    _tl_narrative_fold_popup (self, _tl_narrative_places_find_widget (self, widget));
  else if (widget != NULL)
    gtk_widget_grab_focus (widget);
  if (button == GDK_BUTTON_SECONDARY)
    {
      _tl_narrative_menu_popup (self, x, y);
      return;
    }
  if (widget != NULL || button != GDK_BUTTON_PRIMARY)
    return;
  if (n_press == 1)
    {
      tl_selection_clear (self->selection);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }
  _tl_narrative_pointer_get_spot (self, x, y, &spot);
  if (spot.lane != TL_LANE_NONE)
    _tl_narrative_entry_popup (self, &spot);
}

static void
zoom_begin_cb (TlNarrativeView *self)
{
  self->press_start = self->scale.pixels;
}

static void
zoom_scaled_cb (TlNarrativeView *self,
                double           scale)
{
  zoom_by (self, self->press_start * scale / self->scale.pixels);
}

/**
 * _tl_narrative_pointer_init:
 *
 * Listens to the pointer, and to the key that takes back what it has in hand.
 */
void
_tl_narrative_pointer_init (TlNarrativeView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (zoom_begin_cb), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (zoom_scaled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
}
