/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard on the canvas: going about, selecting, moving and changing levels, as actions whose keys are in the
 * table of keys; and where the keyboard is after something has gone. */
#include "config.h"

#include "ui/canvas/tl-canvas-factor.h"
#include "ui/canvas/tl-canvas-link.h"
#include "ui/canvas/tl-canvas-private.h"

#include "model/base/tl-id.h"

#define REVEAL_MARGIN 24
/* Units by which a key moves a factor, and finely. */
#define MOVE_STEP 24
#define MOVE_FINE_STEP 2
/* Microseconds within which moves by keys are undone as one. */
#define MOVE_RUN (3 * G_USEC_PER_SEC)

/* What has the keyboard: the factor or link that shows it, or a factor that stands for a card or its line; else what
 * was selected last. */
static const char *
get_focus_id (TlCanvas *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  TlCanvasNode *node = _tl_canvas_cards_get_node (self, child, FALSE);

  if (node != NULL)
    return tl_canvas_node_get_id (node);
  if (child != NULL && TL_IS_CANVAS_FACTOR (child))
    return tl_canvas_factor_get_id (TL_CANVAS_FACTOR (child));
  if (child != NULL && TL_IS_CANVAS_LINK (child))
    return tl_canvas_link_get_id (TL_CANVAS_LINK (child));
  return self->selection != NULL ? tl_selection_get_primary_id (self->selection) : NULL;
}

static void
get_rect (TlCanvas           *self,
          const TlCanvasNode *node,
          graphene_rect_t    *rect)
{
  double x, y;

  _tl_canvas_cards_get_place (self, node, &x, &y);
  graphene_rect_init (rect, (float) (x - TL_CANVAS_FACTOR_WIDTH / 2.0), (float) (y - TL_CANVAS_FACTOR_HEIGHT / 2.0),
                      TL_CANVAS_FACTOR_WIDTH, TL_CANVAS_FACTOR_HEIGHT);
}

static void
reveal_item (TlCanvas   *self,
             const char *id)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);
  graphene_rect_t rect;

  if (node != NULL && node->placed && node->sight != TL_SIGHT_HIDDEN)
    get_rect (self, node, &rect);
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
 * Gives it the keyboard, or the card that it is part of, if it is large enough on screen to have it; else the canvas.
 */
void
_tl_canvas_keys_focus (TlCanvas   *self,
                       const char *id)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);
  GtkWidget *widget = node != NULL ? _tl_canvas_cards_get_widget (self, node) : NULL;

  if (!_tl_canvas_is_plain (self))
    _tl_canvas_children_populate (self, -1);
  if (widget == NULL)
    widget = node != NULL ? node->widget : edge != NULL ? edge->widget : NULL;
  if (widget == NULL || !gtk_widget_get_child_visible (widget) || !gtk_widget_grab_focus (widget))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* How the selection follows when the keyboard goes on. */
typedef enum {
  GO_SELECT, /* what it comes to, alone */
  GO_EXTEND, /* that too */
  GO_LEAVE,  /* not at all */
} GoMode;

/* A card can't be selected; what was must not be taken for it. */
static void
leave_selection (TlCanvas *self,
                 GoMode    mode)
{
  if (self->selection != NULL && mode == GO_SELECT)
    tl_selection_clear (self->selection);
}

static void
go_to (TlCanvas   *self,
       const char *id,
       GoMode      mode)
{
  g_autofree char *target = g_strdup (id);

  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, target);

  reveal_item (self, target);
  if (node != NULL && node->group != TL_GROUPS_NONE)
    leave_selection (self, mode);
  else if (self->selection != NULL && mode == GO_SELECT)
    tl_selection_set_one (self->selection, target);
  else if (self->selection != NULL && mode == GO_EXTEND)
    tl_selection_add (self->selection, target);
  _tl_canvas_keys_focus (self, target);
}

static TlCanvasNode *
get_focus_node (TlCanvas *self)
{
  const char *id = get_focus_id (self);

  return id != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
}

static void
go_to_line (TlCanvas  *self,
            GtkWidget *line)
{
  leave_selection (self, GO_SELECT);
  gtk_widget_grab_focus (line);
}

/* Tab: from a factor or card to the links that leave it, one after the other, and then out of the canvas. */
static gboolean
move_by_tab (TlCanvas *self,
             gboolean  backwards)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self)), *line = NULL;
  gboolean is_line = _tl_canvas_cards_is_line (self, child);
  const char *id = get_focus_id (self);
  TlCanvasNode *node = id != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
  TlCanvasEdge *edge = id != NULL ? tl_canvas_scene_find_edge (self->scene, id) : NULL;
  TlCanvasNode *cause = edge != NULL ? edge->cause : node;
  TlCanvasEdge *next = NULL;

  if (is_line || (!backwards && cause != NULL))
    line = _tl_canvas_cards_find_line (self, cause, is_line ? child : NULL, backwards);
  if (is_line)
    next = backwards ? _tl_canvas_walk_find_link (self, cause, NULL, TRUE) : NULL;
  else if (node != NULL && !backwards)
    next = _tl_canvas_walk_find_link (self, node, NULL, FALSE);
  else if (edge != NULL)
    next = _tl_canvas_walk_find_link (self, edge->cause, edge, backwards);
  if (line != NULL && (is_line || next == NULL))
    go_to_line (self, line);
  else if (next != NULL)
    go_to (self, tl_canvas_edge_get_id (next), GO_SELECT);
  else if ((edge != NULL || is_line) && backwards)
    go_to (self, tl_canvas_node_get_id (cause), GO_SELECT);
  else
    return FALSE;
  return TRUE;
}

static TlCanvasNode *
find_target (TlCanvas   *self,
             const char *where)
{
  const char *id = get_focus_id (self);
  TlCanvasNode *node = get_focus_node (self);
  TlCanvasEdge *edge = id != NULL ? tl_canvas_scene_find_edge (self->scene, id) : NULL;
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (_tl_canvas_cards_is_line (self, child) && (g_str_equal (where, "up") || g_str_equal (where, "down")))
    return _tl_canvas_cards_get_node (self, child, g_str_equal (where, "down"));
  if (edge != NULL && (g_str_equal (where, "up") || g_str_equal (where, "down")))
    return g_str_equal (where, "up") ? edge->cause : edge->effect;
  if (edge != NULL)
    node = edge->effect;
  if (g_str_equal (where, "up"))
    return _tl_canvas_walk_find_next (self, node, GTK_DIR_UP);
  if (g_str_equal (where, "down"))
    return _tl_canvas_walk_find_next (self, node, GTK_DIR_DOWN);
  if (g_str_equal (where, "left"))
    return _tl_canvas_walk_find_next (self, node, GTK_DIR_LEFT);
  if (g_str_equal (where, "right"))
    return _tl_canvas_walk_find_next (self, node, GTK_DIR_RIGHT);
  if (g_str_equal (where, "first") || g_str_equal (where, "last"))
    return _tl_canvas_walk_find_end (self, node, g_str_equal (where, "last"));
  return _tl_canvas_walk_find_end (self, NULL, g_str_equal (where, "bottom"));
}

static gboolean
can_go (TlCanvas *self)
{
  return self->scene != NULL && tl_canvas_scene_get_n_nodes (self->scene) > 0 && !_tl_canvas_entry_is_open (self);
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
  TlCanvasNode *next;

  if (!can_go (self))
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return move_by_tab (self, direction == GTK_DIR_TAB_BACKWARD);
  next = _tl_canvas_walk_find_next (self, get_focus_node (self), direction);
  if (next != NULL)
    go_to (self, tl_canvas_node_get_id (next), GO_SELECT);
  return TRUE;
}

/**
 * _tl_canvas_keys_before_change:
 *
 * Keeps in mind what has the keyboard, for it may be about to go.
 */
void
_tl_canvas_keys_before_change (TlCanvas *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  const char *id = child != NULL ? get_focus_id (self) : NULL;
  TlCanvasNode *node = id != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
  TlCanvasEdge *edge = id != NULL ? tl_canvas_scene_find_edge (self->scene, id) : NULL;

  g_clear_pointer (&self->keys_id, g_free);
  if (node == NULL && edge == NULL)
    return;
  self->keys_id = g_strdup (id);
  self->keys_x = node != NULL ? node->x : edge->middle.x;
  self->keys_y = node != NULL ? node->y : edge->middle.y;
}

/**
 * _tl_canvas_keys_after_change:
 *
 * Gives the keyboard back to what had it, or to its neighbour where that has gone.
 */
void
_tl_canvas_keys_after_change (TlCanvas *self)
{
  g_autofree char *id = g_steal_pointer (&self->keys_id);
  TlCanvasNode *near;

  if (id == NULL || _tl_canvas_entry_is_open (self))
    return;
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
  if (node != NULL || tl_canvas_scene_find_edge (self->scene, id) != NULL)
    {
      if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL || (node != NULL && node->group != TL_GROUPS_NONE))
        _tl_canvas_keys_focus (self, id);
      return;
    }
  near = _tl_canvas_walk_find_near (self, self->keys_x, self->keys_y);
  if (near != NULL)
    go_to (self, tl_canvas_node_get_id (near), GO_SELECT);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * _tl_canvas_keys_follow:
 *
 * While the canvas had the keyboard in place of what is selected, and that has come near enough to have it: gives it.
 */
void
_tl_canvas_keys_follow (TlCanvas *self)
{
  const char *id = self->selection != NULL ? tl_selection_get_primary_id (self->selection) : NULL;
  TlCanvasNode *node = id != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
  TlCanvasEdge *edge = id != NULL ? tl_canvas_scene_find_edge (self->scene, id) : NULL;
  GtkWidget *widget = node != NULL ? node->widget : edge != NULL ? edge->widget : NULL;

  if (widget != NULL && gtk_widget_is_focus (GTK_WIDGET (self)) && gtk_widget_get_child_visible (widget))
    gtk_widget_grab_focus (widget);
}

/* Actions */

static void
go (GtkWidget  *widget,
    const char *name,
    GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  GoMode mode = g_str_equal (name, "canvas.extend") ? GO_EXTEND
                : g_str_equal (name, "canvas.look") ? GO_LEAVE
                                                    : GO_SELECT;
  TlCanvasNode *target;

  if (!can_go (self))
    return;
  target = find_target (self, g_variant_get_string (parameter, NULL));
  if (target != NULL)
    go_to (self, tl_canvas_node_get_id (target), mode);
}

static void
toggle (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  g_autofree char *id = can_go (self) ? g_strdup (get_focus_id (self)) : NULL;
  TlCanvasNode *node = id != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
  gboolean is_part = node != NULL && node->group != TL_GROUPS_NONE;

  if (id != NULL && self->selection != NULL && !is_part)
    tl_selection_toggle (self->selection, id);
}

/* Moves by keys that follow each other closely are undone as one. */
static const char *
get_move_group (TlCanvas *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->move_group == NULL || now - self->move_time > MOVE_RUN)
    {
      g_free (self->move_group);
      self->move_group = tl_id_new ();
    }
  self->move_time = now;
  return self->move_group;
}

static void
move_selected (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  const char *where = g_variant_get_string (parameter, NULL);
  double step = g_str_equal (name, "canvas.move-finely") ? MOVE_FINE_STEP : MOVE_STEP;
  double dx = g_str_equal (where, "left") ? -step : g_str_equal (where, "right") ? step : 0;
  double dy = g_str_equal (where, "up") ? -step : g_str_equal (where, "down") ? step : 0;

  if (!can_go (self) || self->selection == NULL || tl_review_get_read_only (self->review))
    return;
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (!node->placed || !tl_selection_contains (self->selection, tl_canvas_node_get_id (node)))
        continue;
      node->dragged = TRUE;
      node->dx = dx;
      node->dy = dy;
    }
  self->edit_group = get_move_group (self);
  self->tool_moved = TRUE;
  _tl_canvas_drag_end (self, TRUE);
  self->tool_moved = FALSE;
  self->edit_group = NULL;
  if (get_focus_id (self) != NULL)
    reveal_item (self, get_focus_id (self));
}

static void
change_level (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlCanvasNode *node = self->scene != NULL ? _tl_canvas_get_primary_node (self) : NULL;
  TlMethod *method = self->scene != NULL ? tl_canvas_scene_get_method (self->scene) : NULL;
  int n = method != NULL ? (int) tl_method_get_n_levels (method) : 0;
  int band = node != NULL ? (int) node->band + (g_str_equal (name, "canvas.level-up") ? -1 : 1) : -1;

  if (band < 0 || band >= n || _tl_canvas_entry_is_open (self) || tl_review_get_read_only (self->review))
    return;
  _tl_canvas_verb_set_level (self, (guint) band);
  node = _tl_canvas_get_primary_node (self);
  if (node != NULL)
    reveal_item (self, tl_canvas_node_get_id (node));
}

static void
popup_menu (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _tl_canvas_menu_popup (TL_CANVAS (widget), -1, -1);
}

/* Callbacks */

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
  if (key == GDK_KEY_Escape && _tl_canvas_layout_stop (self))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape && _tl_canvas_see_escape (self))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape && self->selection != NULL && tl_selection_get_n (self->selection) > 0)
    {
      tl_selection_clear (self->selection);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_space && (state & GDK_CONTROL_MASK) == 0 && !_tl_canvas_entry_is_open (self))
    {
      self->space_held = TRUE;
      _tl_canvas_pointer_update_hover (self);
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
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "canvas.go", "s", go },
    { "canvas.extend", "s", go },
    { "canvas.look", "s", go },
    { "canvas.toggle", NULL, toggle },
    { "canvas.move", "s", move_selected },
    { "canvas.move-finely", "s", move_selected },
    { "canvas.level-up", NULL, change_level },
    { "canvas.level-down", NULL, change_level },
    { "canvas.menu", NULL, popup_menu },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
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
