/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard on the canvas. The arrows go along links and within a lane, Tab from a factor over the links to its
 * effects and then out; everything else is an action, see tl-canvas-actions.c. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

#define REVEAL_MARGIN 24

static const char *
get_focus_id (TlCanvas *self)
{
  return self->selection != NULL ? tl_selection_get_primary_id (self->selection) : NULL;
}

static void
reveal_item (TlCanvas   *self,
             const char *id)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);
  graphene_rect_t rect;

  if (node != NULL && tl_canvas_node_is_shown (node))
    tl_canvas_node_get_rect (node, &rect);
  else if (edge != NULL && tl_canvas_edge_is_shown (edge))
    graphene_rect_init (&rect, (float) edge->middle.x - 10, (float) edge->middle.y - 10, 20, 20);
  else
    return;
  if (tl_canvas_viewport_reveal (&self->viewport, &rect, REVEAL_MARGIN))
    _tl_canvas_view_changed (self);
}

/**
 * _tl_canvas_keys_focus:
 * @id: a factor or a link
 *
 * Gives it the keyboard, if it is large enough on screen to have it; else the canvas.
 */
void
_tl_canvas_keys_focus (TlCanvas   *self,
                       const char *id)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);
  GtkWidget *widget;

  if (!_tl_canvas_is_plain (self))
    _tl_canvas_children_populate (self);
  widget = node != NULL ? node->widget : edge != NULL ? edge->widget : NULL;
  if (widget == NULL || !gtk_widget_get_child_visible (widget) || !gtk_widget_grab_focus (widget))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
go_to (TlCanvas   *self,
       const char *id)
{
  g_autofree char *target = g_strdup (id);

  reveal_item (self, target);
  if (self->selection != NULL)
    tl_selection_set_one (self->selection, target);
  _tl_canvas_keys_focus (self, target);
}

/* The factor, among those that @direction may lead to, that is least out of the way. */
static TlCanvasNode *
find_neighbour (TlCanvas        *self,
                TlCanvasNode    *from,
                GtkDirectionType direction)
{
  TlCanvasNode *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      double dx = node->x - from->x, dy = node->y - from->y, way;

      if (node == from || !tl_canvas_node_is_shown (node) || node->band != from->band)
        continue;
      if (direction == GTK_DIR_LEFT ? dx > -1 : dx < 1)
        continue;
      way = fabs (dx) + 3 * fabs (dy);
      if (way < least)
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
  TlCanvasNode *nearest = NULL;

  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);
      TlCanvasNode *here = causes ? edge->effect : edge->cause;
      TlCanvasNode *there = causes ? edge->cause : edge->effect;

      if (here != from || there == from || !tl_canvas_node_is_shown (there))
        continue;
      if (nearest == NULL || fabs (there->x - from->x) < fabs (nearest->x - from->x))
        nearest = there;
    }
  return nearest;
}

static TlCanvasNode *
find_first (TlCanvas *self)
{
  TlCanvasNode *first = NULL;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (tl_canvas_node_is_shown (node)
          && (first == NULL || node->y < first->y - 1 || (node->y < first->y + 1 && node->x < first->x)))
        first = node;
    }
  return first;
}

/* The link after @after among those that leave @cause, from left to right as they were drawn. */
static TlCanvasEdge *
find_next_edge (TlCanvas     *self,
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

/* Tab: from a factor to the links that leave it, one after the other, and then out of the canvas. */
static gboolean
move_by_tab (TlCanvas *self,
             gboolean  backwards)
{
  const char *id = get_focus_id (self);
  TlCanvasNode *node = id != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
  TlCanvasEdge *edge = id != NULL ? tl_canvas_scene_find_edge (self->scene, id) : NULL;
  TlCanvasEdge *next = NULL;

  if (node != NULL && !backwards)
    next = find_next_edge (self, node, NULL, FALSE);
  else if (edge != NULL)
    next = find_next_edge (self, edge->cause, edge, backwards);
  if (next != NULL)
    go_to (self, tl_canvas_edge_get_id (next));
  else if (edge != NULL && backwards)
    go_to (self, tl_canvas_node_get_id (edge->cause));
  else
    return FALSE;
  return TRUE;
}

static gboolean
move_by_arrow (TlCanvas        *self,
               GtkDirectionType direction)
{
  const char *id = get_focus_id (self);
  TlCanvasNode *node = id != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
  TlCanvasEdge *edge = id != NULL ? tl_canvas_scene_find_edge (self->scene, id) : NULL;
  TlCanvasNode *next = NULL;

  if (edge != NULL)
    next = direction == GTK_DIR_UP ? edge->cause : direction == GTK_DIR_DOWN ? edge->effect : NULL;
  else if (node == NULL)
    next = find_first (self);
  else if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    next = find_linked (self, node, direction == GTK_DIR_UP);
  else
    next = find_neighbour (self, node, direction);
  if (next != NULL)
    go_to (self, tl_canvas_node_get_id (next));
  return TRUE;
}

/**
 * _tl_canvas_keys_move_on:
 *
 * Moves the keyboard from what has it to the next thing in @direction.
 *
 * Returns: whether it stays within the canvas
 */
gboolean
_tl_canvas_keys_move_on (TlCanvas        *self,
                         GtkDirectionType direction)
{
  if (self->scene == NULL || tl_canvas_scene_get_n_nodes (self->scene) == 0 || _tl_canvas_entry_is_open (self))
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return move_by_tab (self, direction == GTK_DIR_TAB_BACKWARD);
  return move_by_arrow (self, direction);
}

/* Callbacks */

static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  TlCanvas *self = TL_CANVAS (widget);

  return _tl_canvas_keys_move_on (self, (GtkDirectionType) g_variant_get_int32 (args));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                TlCanvas              *self)
{
  if (key == GDK_KEY_Escape && self->tool != TL_CANVAS_TOOL_NONE)
    {
      _tl_canvas_pointer_cancel (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && _tl_canvas_see_escape (self))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape && self->selection != NULL && tl_selection_get_n (self->selection) > 0)
    {
      tl_selection_clear (self->selection);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_space && !_tl_canvas_entry_is_open (self))
    {
      self->space_held = TRUE;
      _tl_canvas_pointer_update_hover (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      _tl_canvas_menu_popup (self, -1, -1);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        state,
                 TlCanvas              *self)
{
  if (key != GDK_KEY_space)
    return;
  self->space_held = FALSE;
  _tl_canvas_pointer_update_hover (self);
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               TlCanvas                *self)
{
  self->space_held = FALSE;
}

void
_tl_canvas_keys_class_init (GtkWidgetClass *widget_class)
{
  const struct {
    guint key;
    guint keypad;
    GtkDirectionType direction;
  } arrows[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, GTK_DIR_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, GTK_DIR_DOWN },
    { GDK_KEY_Left, GDK_KEY_KP_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, GTK_DIR_RIGHT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, arrow_cb, "i", arrows[i].direction);
      gtk_widget_class_add_binding (widget_class, arrows[i].keypad, 0, arrow_cb, "i", arrows[i].direction);
    }
}

void
_tl_canvas_keys_init (TlCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
