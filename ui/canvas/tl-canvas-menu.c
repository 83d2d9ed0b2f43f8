/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menus of a factor, a link and the ground of the canvas. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

static GMenu *
create_factor_menu (gboolean one)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  if (one)
    {
      g_menu_append (change, _("Rename"), "canvas.rename");
      g_menu_append (change, _("Add a Cause"), "canvas.add-cause");
      g_menu_append (change, _("Add an Effect"), "canvas.add-effect");
      g_menu_append (change, _("Link to…"), "canvas.link");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
    }
  g_menu_append (remove, _("Delete"), "canvas.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  return menu;
}

static GMenu *
create_link_menu (TlMethod *method)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  guint n = 0;
  const TlMethodEntry *entries
      = method != NULL ? tl_method_get_entries (method, TL_VOCABULARY_LINK_KIND, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (entries[i].title, NULL);

      g_menu_item_set_action_and_target (item, "canvas.set-link-kind", "s", entries[i].key);
      g_menu_append_item (kinds, item);
    }
  g_menu_append_section (menu, _("This link…"), G_MENU_MODEL (kinds));
  g_menu_append (remove, _("Delete"), "canvas.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  return menu;
}

static GMenu *
create_ground_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();

  g_menu_append (change, _("Add a Factor"), "canvas.add-factor");
  g_menu_append (change, _("Select All"), "canvas.select-all");
  g_menu_append (change, _("Tidy Up"), "canvas.tidy");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append (view, _("Show All"), "canvas.fit");
  g_menu_append (view, _("Actual Size"), "canvas.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  return menu;
}

/* Selects what the menu is to be about, unless it is selected. */
static void
select_at (TlCanvas *self,
           double    view_x,
           double    view_y)
{
  const char *id = NULL;
  TlCanvasNode *node;
  TlCanvasEdge *edge;
  double x, y;

  tl_canvas_viewport_to_canvas (&self->viewport, view_x, view_y, &x, &y);
  node = tl_canvas_scene_pick_node (self->scene, x, y);
  edge = node == NULL ? tl_canvas_scene_pick_edge (self->scene, x, y,
                                                   8 / tl_canvas_viewport_get_scale (&self->viewport))
                      : NULL;
  if (node != NULL)
    id = tl_canvas_node_get_id (node);
  else if (edge != NULL)
    id = tl_canvas_edge_get_id (edge);
  if (id == NULL)
    tl_selection_clear (self->selection);
  else if (!tl_selection_contains (self->selection, id))
    tl_selection_set_one (self->selection, id);
  else
    tl_selection_add (self->selection, id);
}

/* Where the menu of what has the keyboard opens. */
static void
get_primary_spot (TlCanvas     *self,
                  GdkRectangle *spot)
{
  const char *id = tl_selection_get_primary_id (self->selection);
  TlCanvasNode *node = id != NULL ? tl_canvas_scene_find_node (self->scene, id) : NULL;
  TlCanvasEdge *edge = id != NULL ? tl_canvas_scene_find_edge (self->scene, id) : NULL;
  double x = self->viewport.width / 2, y = self->viewport.height / 2;

  if (node != NULL)
    tl_canvas_viewport_to_view (&self->viewport, node->x, node->y, &x, &y);
  else if (edge != NULL)
    tl_canvas_viewport_to_view (&self->viewport, edge->middle.x, edge->middle.y, &x, &y);
  *spot = (GdkRectangle) { (int) CLAMP (x, 0, self->viewport.width), (int) CLAMP (y, 0, self->viewport.height), 1, 1 };
}

/**
 * _tl_canvas_menu_popup:
 * @view_x: where; less than 0 for the menu of what has the keyboard
 * @view_y: where
 */
void
_tl_canvas_menu_popup (TlCanvas *self,
                       double    view_x,
                       double    view_y)
{
  g_autoptr (GMenu) menu = NULL;
  GdkRectangle spot = { (int) view_x, (int) view_y, 1, 1 };
  const char *id;

  if (self->scene == NULL || self->selection == NULL)
    return;
  if (view_x >= 0)
    select_at (self, view_x, view_y);
  else
    get_primary_spot (self, &spot);

  id = tl_selection_get_primary_id (self->selection);
  if (id != NULL && tl_canvas_scene_find_node (self->scene, id) != NULL)
    menu = create_factor_menu (tl_selection_get_n (self->selection) == 1);
  else if (id != NULL && tl_canvas_scene_find_edge (self->scene, id) != NULL)
    menu = create_link_menu (tl_canvas_scene_get_method (self->scene));
  else
    menu = create_ground_menu ();

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &spot);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
