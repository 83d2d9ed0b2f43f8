/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions of the canvas, and the keys that do the same. Menus and buttons name actions only. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

static void
zoom_to (TlCanvas *self,
         double    zoom)
{
  if (self->scene == NULL)
    return;

  double x = (self->viewport.left + self->viewport.width - self->viewport.right) / 2;
  double y = self->viewport.height / 2;
  TlCanvasNode *node = _tl_canvas_get_primary_node (self);
  graphene_rect_t rect, visible;

  /* What one works at stays where it is. */
  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  if (node != NULL && node->placed)
    {
      tl_canvas_node_get_rect (node, &rect);
      if (graphene_rect_intersection (&rect, &visible, NULL))
        tl_canvas_viewport_to_view (&self->viewport, node->x, node->y, &x, &y);
    }
  tl_canvas_viewport_zoom_at (&self->viewport, zoom, x, y);
  _tl_canvas_view_changed (self);
}

static void
zoom_in (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  zoom_to (self, tl_canvas_viewport_next_zoom (&self->viewport, 1));
}

static void
zoom_out (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  zoom_to (self, tl_canvas_viewport_next_zoom (&self->viewport, -1));
}

static void
reset (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  zoom_to (TL_CANVAS (widget), 1);
}

static void
fit (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  tl_canvas_fit (TL_CANVAS (widget));
}

static void
tidy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  _tl_canvas_layout_tidy (TL_CANVAS (widget));
}

/* The band of a new cause or effect of @node: a level up or down, where there is one. */
static guint
get_next_band (TlCanvas           *self,
               const TlCanvasNode *node,
               int                 step)
{
  TlMethod *method = tl_canvas_scene_get_method (self->scene);
  int n = method != NULL ? (int) tl_method_get_n_levels (method) : 0;
  int band = (int) node->band + step;

  return band >= 0 && band < n && (int) node->band < n ? (guint) band : node->band;
}

static void
add_related (TlCanvas *self,
             gboolean  is_cause)
{
  TlCanvasNode *node = _tl_canvas_get_primary_node (self);
  double x, y;
  guint band;

  if (node == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "canvas.add-factor", NULL);
      return;
    }
  band = get_next_band (self, node, is_cause ? -1 : 1);
  tl_canvas_scene_find_spot (self->scene, band, is_cause ? NULL : node, is_cause ? node : NULL, &x, &y);
  _tl_canvas_entry_add (self, band, x, y, is_cause ? NULL : tl_canvas_node_get_id (node),
                        is_cause ? tl_canvas_node_get_id (node) : NULL);
}

static void
add_cause (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  add_related (TL_CANVAS (widget), TRUE);
}

static void
add_effect (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  add_related (TL_CANVAS (widget), FALSE);
}

static void
add_factor (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlCanvasNode *node = _tl_canvas_get_primary_node (self);
  double x, y;
  guint band;

  if (self->scene == NULL)
    return;
  tl_canvas_viewport_to_canvas (&self->viewport, self->viewport.width / 2, self->viewport.height / 2, &x, &y);
  if (node != NULL)
    band = node->band;
  else if (tl_canvas_scene_get_n_nodes (self->scene) == 0)
    band = tl_canvas_scene_get_n_bands (self->scene) - 1; /* begin with what happened */
  else
    band = tl_canvas_scene_pick_band (self->scene, y);
  tl_canvas_scene_find_spot (self->scene, band, NULL, NULL, &x, &y);
  _tl_canvas_entry_add (self, band, x, y, NULL, NULL);
}

static void
delete_selected (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->scene != NULL && self->selection != NULL)
    _tl_canvas_verb_delete (self);
}

static void
rename_selected (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlCanvasNode *node = _tl_canvas_get_primary_node (self);

  if (node == NULL)
    return;
  tl_canvas_reveal (self, tl_canvas_node_get_id (node));
  _tl_canvas_entry_rename (self, node);
}

static void
link_selected (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlCanvasNode *node = _tl_canvas_get_primary_node (self);

  if (node != NULL)
    _tl_canvas_search_popup (self, tl_canvas_node_get_id (node));
  else if (self->scene != NULL)
    _tl_canvas_notice_show (self, _("Select the factor from which the link is to begin."));
}

static void
set_link_kind (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  const char *id = self->selection != NULL ? tl_selection_get_primary_id (self->selection) : NULL;

  if (self->scene != NULL && id != NULL)
    _tl_canvas_verb_set_link_kind (self, id, g_variant_get_string (parameter, NULL));
}

static void
select_all (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (self->scene == NULL || self->selection == NULL)
    return;
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    g_ptr_array_add (ids, (gpointer) tl_canvas_node_get_id (tl_canvas_scene_get_node (self->scene, i)));
  g_ptr_array_add (ids, NULL);
  tl_selection_set_many (self->selection, (const char *const *) ids->pdata);
}

static const struct {
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "canvas.zoom-in", NULL, zoom_in },
  { "canvas.zoom-out", NULL, zoom_out },
  { "canvas.fit", NULL, fit },
  { "canvas.reset", NULL, reset },
  { "canvas.tidy", NULL, tidy },
  { "canvas.add-factor", NULL, add_factor },
  { "canvas.add-cause", NULL, add_cause },
  { "canvas.add-effect", NULL, add_effect },
  { "canvas.delete", NULL, delete_selected },
  { "canvas.rename", NULL, rename_selected },
  { "canvas.link", NULL, link_selected },
  { "canvas.set-link-kind", "s", set_link_kind },
  { "canvas.select-all", NULL, select_all },
};

/* Of several keys for one action the last is the one that menus show. */
static const struct {
  guint key;
  GdkModifierType state;
  const char *action;
} keys[] = {
  { GDK_KEY_equal, GDK_CONTROL_MASK, "canvas.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "canvas.zoom-in" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "canvas.zoom-in" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "canvas.zoom-out" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "canvas.zoom-out" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "canvas.reset" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "canvas.reset" },
  { GDK_KEY_9, GDK_CONTROL_MASK, "canvas.fit" },
  { GDK_KEY_a, GDK_CONTROL_MASK, "canvas.select-all" },
  { GDK_KEY_KP_Insert, 0, "canvas.add-cause" },
  { GDK_KEY_Insert, 0, "canvas.add-cause" },
  { GDK_KEY_KP_Insert, GDK_SHIFT_MASK, "canvas.add-effect" },
  { GDK_KEY_Insert, GDK_SHIFT_MASK, "canvas.add-effect" },
  { GDK_KEY_Return, 0, "canvas.rename" },
  { GDK_KEY_F2, 0, "canvas.rename" },
  { GDK_KEY_KP_Delete, 0, "canvas.delete" },
  { GDK_KEY_Delete, 0, "canvas.delete" },
  { GDK_KEY_l, 0, "canvas.link" },
};

void
_tl_canvas_actions_class_init (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state, keys[i].action, NULL);
}

/**
 * _tl_canvas_update_actions:
 *
 * Sets all the actions' enabled flags from what is shown and selected.
 */
void
_tl_canvas_update_actions (TlCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_scene = self->scene != NULL;
  gboolean may_edit = has_scene && !tl_review_get_read_only (self->review);
  gboolean has_one = may_edit && _tl_canvas_get_primary_node (self) != NULL;
  gboolean has_any = may_edit && self->selection != NULL && tl_selection_get_n (self->selection) > 0;

  gtk_widget_action_set_enabled (widget, "canvas.zoom-in", has_scene && self->viewport.zoom < TL_CANVAS_MAX_ZOOM);
  gtk_widget_action_set_enabled (widget, "canvas.zoom-out", has_scene && self->viewport.zoom > TL_CANVAS_MIN_ZOOM);
  gtk_widget_action_set_enabled (widget, "canvas.fit", has_scene);
  gtk_widget_action_set_enabled (widget, "canvas.reset", has_scene);
  gtk_widget_action_set_enabled (widget, "canvas.select-all", has_scene);
  gtk_widget_action_set_enabled (widget, "canvas.tidy", may_edit);
  gtk_widget_action_set_enabled (widget, "canvas.add-factor", may_edit);
  gtk_widget_action_set_enabled (widget, "canvas.add-cause", may_edit);
  gtk_widget_action_set_enabled (widget, "canvas.add-effect", may_edit);
  gtk_widget_action_set_enabled (widget, "canvas.delete", has_any);
  gtk_widget_action_set_enabled (widget, "canvas.rename", has_one);
  gtk_widget_action_set_enabled (widget, "canvas.link", may_edit);
  gtk_widget_action_set_enabled (widget, "canvas.set-link-kind", has_any);
}
