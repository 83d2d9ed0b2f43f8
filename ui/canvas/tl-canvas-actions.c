/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions of the canvas. Menus and buttons name actions only; the keys that do the same stand in tl-accels.c. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include "ui/widgets/tl-accels.h"

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
fit_selected (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  _tl_canvas_show_selected (TL_CANVAS (widget));
}

static void
toggle_overview (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  _tl_canvas_overview_toggle (TL_CANVAS (widget));
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
  TlCanvas *self = TL_CANVAS (widget);

  if (self->scene == NULL)
    return;
  if (g_str_equal (name, "canvas.tidy-selected"))
    _tl_canvas_layout_tidy (self, TL_CANVAS_TIDY_SELECTED);
  else
    _tl_canvas_layout_tidy (self, g_str_equal (name, "canvas.arrange") ? TL_CANVAS_ARRANGE : TL_CANVAS_TIDY_ALL);
}

static void
stop (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  _tl_canvas_layout_stop (TL_CANVAS (widget));
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
  TlCanvasSpot spot;

  if (node == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "canvas.add-factor", NULL);
      return;
    }
  spot.band = get_next_band (self, node, is_cause ? -1 : 1);
  tl_canvas_scene_find_spot (self->scene, spot.band, is_cause ? NULL : node, is_cause ? node : NULL, &spot.x, &spot.y);
  _tl_canvas_entry_add (self, &spot, NULL, is_cause ? NULL : tl_canvas_node_get_id (node),
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
add_here (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->scene != NULL)
    _tl_canvas_entry_add (self, &self->menu_spot, NULL, NULL, NULL);
}

static void
add_factor (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlCanvasNode *node = _tl_canvas_get_primary_node (self);
  TlCanvasSpot spot;

  if (self->scene == NULL)
    return;
  _tl_canvas_get_spot (self, self->viewport.width / 2, self->viewport.height / 2, &spot);
  if (node != NULL)
    spot.band = node->band;
  else if (tl_canvas_scene_get_n_nodes (self->scene) == 0)
    spot.band = tl_canvas_scene_get_n_bands (self->scene) - 1; /* begin with what happened */
  tl_canvas_scene_find_spot (self->scene, spot.band, NULL, NULL, &spot.x, &spot.y);
  _tl_canvas_entry_add (self, &spot, NULL, NULL, NULL);
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
    _tl_canvas_search_popup (self, tl_canvas_node_get_id (node), TL_CANVAS_SEARCH_LINK);
  else if (self->scene != NULL)
    _tl_canvas_notice_show (self, _("Select the factor from which the link is to begin."));
}

/* The link that is selected, alone or last. */
static const char *
get_primary_link (TlCanvas *self)
{
  const char *id = self->selection != NULL ? tl_selection_get_primary_id (self->selection) : NULL;

  return self->scene != NULL && id != NULL && tl_canvas_scene_find_edge (self->scene, id) != NULL ? id : NULL;
}

static void
reverse (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  const char *id = get_primary_link (self);

  if (id != NULL)
    _tl_canvas_verb_reverse (self, id);
}

static void
change_end (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  const char *id = get_primary_link (self);

  if (id != NULL)
    _tl_canvas_search_popup (self, id, g_str_equal (name, "canvas.change-cause") ? TL_CANVAS_SEARCH_NEW_CAUSE
                                                                                 : TL_CANVAS_SEARCH_NEW_EFFECT);
}

static void
pin (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->scene != NULL && self->selection != NULL)
    _tl_canvas_verb_pin (self, !_tl_canvas_selected_are_pinned (self));
}

/* Adds the causes or the effects of all that is selected, so that each time it goes a step further. */
static void
select_linked (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  gboolean causes = g_str_equal (name, "canvas.select-causes");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (self->scene == NULL || self->selection == NULL)
    return;
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);
      const char *from = tl_canvas_node_get_id (causes ? edge->effect : edge->cause);
      const char *to = tl_canvas_node_get_id (causes ? edge->cause : edge->effect);

      if (tl_selection_contains (self->selection, from) && !tl_selection_contains (self->selection, to)
          && !g_ptr_array_find_with_equal_func (ids, to, g_str_equal, NULL))
        g_ptr_array_add (ids, (gpointer) to);
    }
  g_auto (GStrv) before = tl_selection_dup_ids (self->selection);
  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (ids, before[i]);
  g_ptr_array_add (ids, NULL);
  tl_selection_set_many (self->selection, (const char *const *) ids->pdata);
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

static void
copy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  _tl_canvas_clipboard_copy (TL_CANVAS (widget));
}

static void
cut (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (_tl_canvas_clipboard_copy (self))
    _tl_canvas_verb_delete (self);
}

static void
paste (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  _tl_canvas_clipboard_paste (TL_CANVAS (widget), NULL);
}

static void
paste_here (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  _tl_canvas_clipboard_paste (self, &self->menu_spot);
}

static void
duplicate (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  _tl_canvas_clipboard_duplicate (TL_CANVAS (widget));
}

static const struct {
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "canvas.zoom-in", NULL, zoom_in },
  { "canvas.zoom-out", NULL, zoom_out },
  { "canvas.fit", NULL, fit },
  { "canvas.fit-selected", NULL, fit_selected },
  { "canvas.overview", NULL, toggle_overview },
  { "canvas.reset", NULL, reset },
  { "canvas.tidy", NULL, tidy },
  { "canvas.tidy-selected", NULL, tidy },
  { "canvas.arrange", NULL, tidy },
  { "canvas.stop", NULL, stop },
  { "canvas.add-factor", NULL, add_factor },
  { "canvas.add-here", NULL, add_here },
  { "canvas.add-cause", NULL, add_cause },
  { "canvas.add-effect", NULL, add_effect },
  { "canvas.delete", NULL, delete_selected },
  { "canvas.rename", NULL, rename_selected },
  { "canvas.link", NULL, link_selected },
  { "canvas.reverse", NULL, reverse },
  { "canvas.change-cause", NULL, change_end },
  { "canvas.change-effect", NULL, change_end },
  { "canvas.pin", NULL, pin },
  { "canvas.select-causes", NULL, select_linked },
  { "canvas.select-effects", NULL, select_linked },
  { "canvas.select-all", NULL, select_all },
  { "canvas.copy", NULL, copy },
  { "canvas.cut", NULL, cut },
  { "canvas.paste", NULL, paste },
  { "canvas.paste-here", NULL, paste_here },
  { "canvas.duplicate", NULL, duplicate },
};

void
_tl_canvas_actions_class_init (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  _tl_canvas_see_class_init (widget_class);
  tl_accels_install (widget_class, "canvas.");
}

static void
enable (TlCanvas          *self,
        gboolean           enabled,
        const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], enabled);
}

#define ENABLE(enabled, ...) enable (self, (enabled), (const char *const[]) { __VA_ARGS__, NULL })

/**
 * _tl_canvas_update_actions:
 *
 * Sets all the actions' enabled flags from what is shown and selected.
 */
void
_tl_canvas_update_actions (TlCanvas *self)
{
  gboolean has_scene = self->scene != NULL;
  gboolean may_edit = has_scene && !tl_review_get_read_only (self->review);
  gboolean has_factor = has_scene && _tl_canvas_get_primary_node (self) != NULL;
  gboolean has_link = get_primary_link (self) != NULL;

  ENABLE (has_scene && self->viewport.zoom < TL_CANVAS_MAX_ZOOM, "canvas.zoom-in");
  ENABLE (has_scene && self->viewport.zoom > TL_CANVAS_MIN_ZOOM, "canvas.zoom-out");
  ENABLE (has_scene, "canvas.fit", "canvas.reset", "canvas.select-all", "canvas.overview");
  ENABLE (has_scene && self->selection != NULL && tl_selection_get_n (self->selection) > 0, "canvas.fit-selected");
  ENABLE (self->is_busy, "canvas.stop");
  ENABLE (may_edit && has_factor, "canvas.tidy-selected");
  ENABLE (may_edit, "canvas.tidy", "canvas.arrange", "canvas.add-factor", "canvas.add-here", "canvas.add-cause",
          "canvas.add-effect", "canvas.link");
  ENABLE (has_factor, "canvas.select-causes", "canvas.select-effects", "canvas.copy");
  ENABLE (may_edit && has_factor, "canvas.rename", "canvas.pin", "canvas.cut", "canvas.duplicate");
  ENABLE (may_edit && _tl_canvas_clipboard_can_paste (self), "canvas.paste", "canvas.paste-here");
  ENABLE (may_edit && has_link, "canvas.reverse", "canvas.change-cause", "canvas.change-effect");
  ENABLE (may_edit && (has_factor || has_link), "canvas.delete");
  _tl_canvas_fields_update (self);
  _tl_canvas_see_update_actions (self);
}
