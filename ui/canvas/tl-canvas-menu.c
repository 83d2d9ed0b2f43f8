/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menus of a factor, a link, several of them and the ground of the canvas. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/widgets/tl-context-menu.h"

/* A line of a menu; one without a label ends a section, one in the group "selected" opens all that can be chosen. */
typedef struct {
  const char *label;
  const char *action;
} Line;

#define END_SECTION { NULL, NULL }

static const Line one_factor[] = {
  { N_("Rename"), "canvas.rename" },
  { N_("Level"), "selected.level" },
  { N_("Kind"), "selected.kind" },
  { N_("Group"), "selected.group" },
  { N_("Tag…"), "win.tag-selected" },
  END_SECTION,
  { N_("Add a Cause"), "canvas.add-cause" },
  { N_("Add an Effect"), "canvas.add-effect" },
  { N_("Link to…"), "canvas.link" },
  END_SECTION,
  { N_("Select Causes"), "canvas.select-causes" },
  { N_("Select Effects"), "canvas.select-effects" },
  { N_("Focus on Causes and Effects"), "canvas.focus" },
  END_SECTION,
  { N_("Cut"), "canvas.cut" },
  { N_("Copy"), "canvas.copy" },
  { N_("Paste"), "canvas.paste" },
  { N_("Duplicate"), "canvas.duplicate" },
  END_SECTION,
  { N_("Pin"), "canvas.pin" },
  { N_("Delete"), "canvas.delete" },
};

static const Line several[] = {
  { N_("Level"), "selected.level" },
  { N_("Kind"), "selected.kind" },
  { N_("Group"), "selected.group" },
  { N_("Sign of Links"), "selected.sign" },
  { N_("State of Links"), "selected.state" },
  END_SECTION,
  { N_("Select Causes"), "canvas.select-causes" },
  { N_("Select Effects"), "canvas.select-effects" },
  { N_("Focus on Causes and Effects"), "canvas.focus" },
  { N_("Paths Between"), "canvas.paths" },
  END_SECTION,
  { N_("Cut"), "canvas.cut" },
  { N_("Copy"), "canvas.copy" },
  { N_("Paste"), "canvas.paste" },
  { N_("Duplicate"), "canvas.duplicate" },
  END_SECTION,
  { N_("Tidy Up Selected"), "canvas.tidy-selected" },
  { N_("Pin"), "canvas.pin" },
  { N_("Delete"), "canvas.delete" },
};

static const Line one_link[] = {
  { N_("Kind"), "selected.link-kind" },
  { N_("Sign"), "selected.sign" },
  { N_("State"), "selected.state" },
  { N_("Tag…"), "win.tag-selected" },
  END_SECTION,
  { N_("Reverse"), "canvas.reverse" },
  { N_("Change Cause…"), "canvas.change-cause" },
  { N_("Change Effect…"), "canvas.change-effect" },
  END_SECTION,
  { N_("Delete"), "canvas.delete" },
};

static const Line ground[] = {
  { N_("Add a Factor Here"), "canvas.add-here" },
  { N_("Paste Here"), "canvas.paste-here" },
  END_SECTION,
  { N_("Select All"), "canvas.select-all" },
  { N_("Tidy Up"), "canvas.tidy" },
  { N_("Arrange Anew"), "canvas.arrange" },
  END_SECTION,
  { N_("Groups of Factors"), "graph.palette" },
  { N_("Show All"), "canvas.fit" },
  { N_("Actual Size"), "canvas.reset" },
};

static void
append_line (TlCanvas   *self,
             GMenu      *section,
             const Line *line)
{
  const char *label = _(line->label);

  if (g_str_has_prefix (line->action, "selected."))
    {
      const char *name = line->action + strlen ("selected.");
      g_autoptr (GMenuModel) choices = NULL;

      if (g_action_group_get_action_enabled (G_ACTION_GROUP (self->fields), name))
        choices = _tl_canvas_fields_create_menu (self, name);
      if (choices != NULL)
        g_menu_append_submenu (section, label, choices);
      return;
    }
  if (g_str_equal (line->action, "canvas.pin") && _tl_canvas_selected_are_pinned (self))
    label = _("Unpin");
  g_menu_append (section, label, line->action);
}

static GMenuModel *
create_menu (TlCanvas   *self,
             const Line *lines,
             guint       n_lines)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n_lines; i++)
    {
      if (lines[i].label != NULL)
        append_line (self, section, &lines[i]);
      if (lines[i].label == NULL || i + 1 == n_lines)
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_object_unref (section);
          section = g_menu_new ();
        }
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_menu_for_selected (TlCanvas *self)
{
  const char *id = tl_selection_get_primary_id (self->selection);

  if (tl_selection_get_n (self->selection) > 1)
    return create_menu (self, several, G_N_ELEMENTS (several));
  if (id != NULL && tl_canvas_scene_find_node (self->scene, id) != NULL)
    return create_menu (self, one_factor, G_N_ELEMENTS (one_factor));
  if (id != NULL && tl_canvas_scene_find_edge (self->scene, id) != NULL)
    return create_menu (self, one_link, G_N_ELEMENTS (one_link));
  return create_menu (self, ground, G_N_ELEMENTS (ground));
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
  g_autoptr (GMenuModel) menu = NULL;
  GdkRectangle spot = { (int) view_x, (int) view_y, 1, 1 };

  if (self->scene == NULL || self->selection == NULL)
    return;
  if (view_x >= 0)
    select_at (self, view_x, view_y);
  else
    get_primary_spot (self, &spot);

  _tl_canvas_get_spot (self, spot.x, spot.y, &self->menu_spot);
  menu = create_menu_for_selected (self);
  tl_context_menu_popup (GTK_WIDGET (self), &self->menu, menu, spot.x, spot.y);
}
