/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the graph: the canvas with its bar of tools, and a bar that says what of it is looked at. */
#include "config.h"

#include "ui/window/tl-graph-page.h"

#include <glib/gi18n.h>

#include "ui/canvas/tl-canvas-legend.h"
#include "ui/canvas/tl-canvas-palette.h"
#include "ui/canvas/tl-canvas.h"
#include "ui/widgets/tl-accels.h"
#include "ui/widgets/tl-page.h"
#include "ui/widgets/tl-settings.h"
#include "ui/window/tl-lens-bar.h"
#include "ui/window/tl-sight-bar.h"

struct _TlGraphPage
{
  AdwBin parent_instance;

  TlSelection *selection; /* owned */
  GtkWidget   *canvas;
  GtkWidget   *palette; /* with the line at its side */
  GtkWidget   *bars;    /* over the upper edge of the canvas */
};

static void page_init (TlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlGraphPage, tl_graph_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, page_init))

enum {
  PROP_0,
  PROP_PALETTE_SHOWN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
show_palette (TlGraphPage *self,
              gboolean     shown)
{
  if (self->palette == NULL || shown == gtk_widget_get_visible (self->palette))
    return;
  gtk_widget_set_visible (self->palette, shown);
  tl_settings_set_bool ("graph-palette", shown);
  if (shown)
    gtk_widget_child_focus (self->palette, GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PALETTE_SHOWN]);
}

/* Callbacks */

/* A bar that comes or goes must not move the picture; what is gone to then must not lie below it. */
static void
bars_changed_cb (TlGraphPage *self)
{
  int height;

  gtk_widget_measure (self->bars, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (self->canvas), NULL, &height, NULL,
                      NULL);
  tl_canvas_set_covered (TL_CANVAS (self->canvas), height);
}

static void
tool_clicked_cb (TlGraphPage *self,
                 GtkWidget   *button)
{
  tl_graph_page_activate (self, gtk_widget_get_name (button));
}

static void
activate (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  tl_graph_page_activate (TL_GRAPH_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static GtkWidget *
make_tool (TlGraphPage *self,
           const char  *icon,
           const char  *label,
           const char  *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tooltip = tl_accels_dup_tooltip (label, action);

  gtk_widget_set_name (button, action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (tool_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
collapse (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlCanvasGroups *groups = tl_canvas_get_groups (TL_CANVAS (TL_GRAPH_PAGE (widget)->canvas));
  g_auto (GStrv) wanted = g_strsplit (g_variant_get_string (parameter, NULL), ":", 2);

  if (g_strv_length (wanted) != 2)
    return;
  for (guint i = 0; i < tl_canvas_groups_get_n (groups); i++)
    {
      const TlCanvasGroup *group = tl_canvas_groups_get (groups, i);

      if (!g_str_equal (group->field, wanted[0]) || !g_str_equal (group->key, wanted[1]))
        continue;
      if (group->is_collapsed)
        tl_canvas_groups_expand (groups, wanted[0], wanted[1]);
      else
        tl_canvas_groups_collapse (groups, wanted[0], wanted[1]);
      return;
    }
}

static void
expand_all (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  tl_canvas_groups_expand_all (tl_canvas_get_groups (TL_CANVAS (TL_GRAPH_PAGE (widget)->canvas)));
}

/* A menu stands outside of the canvas, so that its lines name the canvas's actions to one of the page. */
static void
append_line (GMenu      *menu,
             const char *label,
             const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "graph.activate", "s", action);
  g_menu_append_item (menu, item);
}

/* The groups by @field, each to be collapsed or expanded. */
static void
append_groups (TlGraphPage *self,
               GMenu       *menu,
               const char  *label,
               const char  *field)
{
  TlCanvasGroups *groups = tl_canvas_get_groups (TL_CANVAS (self->canvas));
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (guint i = 0; i < tl_canvas_groups_get_n (groups); i++)
    {
      const TlCanvasGroup *group = tl_canvas_groups_get (groups, i);
      g_autofree char *target = g_strdup_printf ("%s:%s", group->field, group->key);
      g_autofree char *title = g_strdup_printf (group->is_collapsed ? "✓ %s (%u)" : "%s (%u)", group->title,
                                                group->n_factors);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      if (g_strcmp0 (group->field, field) != 0)
        continue;
      g_menu_item_set_action_and_target (item, "graph.collapse", "s", target);
      g_menu_append_item (submenu, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  TlGraphPage *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) collapse = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();

  append_line (look, _("Causes and Effects of What Is Selected"), "canvas.focus");
  append_line (look, _("Paths Between Two Selected Factors"), "canvas.paths");
  append_line (look, _("Loops"), "canvas.loops");
  g_menu_append_section (menu, _("Look at"), G_MENU_MODEL (look));
  append_groups (self, collapse, _("Episode"), TL_GROUPS_BY_EPISODE);
  append_groups (self, collapse, _("Agency"), TL_GROUPS_BY_AGENCY);
  append_groups (self, collapse, _("Group"), TL_GROUPS_BY_CATEGORY);
  if (tl_canvas_groups_has_collapsed (tl_canvas_get_groups (TL_CANVAS (self->canvas))))
    g_menu_append (collapse, _("Expand All"), "graph.expand-all");
  g_menu_append_section (menu, _("Collapse to one card"), G_MENU_MODEL (collapse));
  append_line (view, _("What Is Selected, as Large as It Fits"), "canvas.fit-selected");
  append_line (view, _("Overview in the Corner"), "canvas.overview");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_menu_button (TlGraphPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu_cb, self, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Ways of seeing the graph"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Ways of seeing the graph"), -1);
  return button;
}

static GtkWidget *
make_palette_button (TlGraphPage *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "sidebar-show-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "graph.palette");
  gtk_widget_set_tooltip_text (button, _("Groups of factors, with questions to think with"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Groups of factors"), -1);
  return button;
}

/* Made when it is asked for, since the review may get another method. */
static void
make_legend_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  TlGraphPage *self = user_data;
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), tl_canvas_legend_new (tl_canvas_get_method (TL_CANVAS (self->canvas))));
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
make_legend_button (TlGraphPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_legend_cb, self, NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("What the lines mean"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the lines mean"),
                                  -1);
  return button;
}

static GtkWidget *
make_palette (TlGraphPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *palette = tl_canvas_palette_new (tl_selection_get_review (self->selection));

  g_signal_connect_object (palette, "activate-group", G_CALLBACK (tl_canvas_add_in_group), self->canvas,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), palette);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_widget_set_visible (box, tl_settings_get_bool ("graph-palette"));
  return box;
}

static GtkWidget *
make_bar (TlGraphPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *spacer = gtk_label_new (NULL);
  gboolean editable = !tl_review_get_read_only (tl_selection_get_review (self->selection));

  gtk_widget_add_css_class (bar, "toolbar");
  if (editable)
    {
      gtk_box_append (GTK_BOX (bar), make_palette_button (self));
      gtk_box_append (GTK_BOX (bar), make_tool (self, "list-add-symbolic", _("Add factor"), "canvas.add-factor"));
      gtk_box_append (GTK_BOX (bar), make_tool (self, "insert-link-symbolic", _("Link"), "canvas.link"));
      gtk_box_append (GTK_BOX (bar), make_tool (self, "view-grid-symbolic", _("Tidy"), "canvas.tidy"));
    }
  gtk_widget_set_hexpand (spacer, TRUE);
  gtk_box_append (GTK_BOX (bar), spacer);
  gtk_box_append (GTK_BOX (bar), tl_lens_bar_new_chooser (tl_canvas_get_lens (TL_CANVAS (self->canvas))));
  gtk_box_append (GTK_BOX (bar), make_legend_button (self));
  gtk_box_append (GTK_BOX (bar), make_tool (self, "edit-find-symbolic", _("Find in the graph"), "canvas.find"));
  gtk_box_append (GTK_BOX (bar), make_tool (self, "zoom-out-symbolic", _("Zoom out"), "canvas.zoom-out"));
  gtk_box_append (GTK_BOX (bar), make_tool (self, "zoom-in-symbolic", _("Zoom in"), "canvas.zoom-in"));
  gtk_box_append (GTK_BOX (bar), make_tool (self, "zoom-fit-best-symbolic", _("Show the whole graph"), "canvas.fit"));
  gtk_box_append (GTK_BOX (bar), make_menu_button (self));
  return bar;
}

/* The bars lie over the canvas, so that it stays where it is while they come and go. */
static GtkWidget *
make_covered_canvas (TlGraphPage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  TlCanvasLens *lens = tl_canvas_get_lens (TL_CANVAS (self->canvas));
  TlCanvasSight *sight = tl_canvas_get_sight (TL_CANVAS (self->canvas));
  GtkWidget *const bars[] = { tl_lens_bar_new (lens), tl_sight_bar_new (TL_CANVAS (self->canvas)) };

  self->bars = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->bars, GTK_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      gtk_widget_add_css_class (bars[i], "canvas-bar");
      gtk_box_append (GTK_BOX (self->bars), bars[i]);
    }
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->canvas);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->bars);
  g_signal_connect_object (lens, "changed", G_CALLBACK (bars_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sight, "changed", G_CALLBACK (bars_changed_cb), self, G_CONNECT_SWAPPED);
  return overlay;
}

/* GObject overrides */

static void
tl_graph_page_dispose (GObject *object)
{
  g_clear_object (&TL_GRAPH_PAGE (object)->selection);
  G_OBJECT_CLASS (tl_graph_page_parent_class)->dispose (object);
}

static void
tl_graph_page_get_property (GObject    *object,
                            guint       property,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlGraphPage *self = TL_GRAPH_PAGE (object);

  if (property == PROP_PALETTE_SHOWN)
    g_value_set_boolean (value, self->palette != NULL && gtk_widget_get_visible (self->palette));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
tl_graph_page_set_property (GObject      *object,
                            guint         property,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlGraphPage *self = TL_GRAPH_PAGE (object);

  if (property == PROP_PALETTE_SHOWN)
    show_palette (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

/* To what is selected on the canvas, or to the canvas. */
static gboolean
tl_graph_page_grab_focus (GtkWidget *widget)
{
  TlGraphPage *self = TL_GRAPH_PAGE (widget);

  return (gtk_widget_get_state_flags (self->canvas) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
         || gtk_widget_child_focus (self->canvas, GTK_DIR_TAB_FORWARD);
}

static gboolean
tl_graph_page_shows (TlPage   *page,
                     TlRecord *record)
{
  return tl_record_is (record, "factor") || tl_record_is (record, "link");
}

static void
tl_graph_page_reveal (TlPage     *page,
                      const char *id)
{
  tl_canvas_reveal (TL_CANVAS (TL_GRAPH_PAGE (page)->canvas), id);
}

/* Keeps a statement that is still being typed. */
static void
tl_graph_page_flush (TlPage *page)
{
  tl_canvas_flush (TL_CANVAS (TL_GRAPH_PAGE (page)->canvas));
}

static void
tl_graph_page_set_tunnel (TlPage   *page,
                          TlTunnel *tunnel)
{
  tl_canvas_set_tunnel (TL_CANVAS (TL_GRAPH_PAGE (page)->canvas), tunnel);
}

static void
page_init (TlPageInterface *iface)
{
  iface->set_tunnel = tl_graph_page_set_tunnel;
  iface->shows = tl_graph_page_shows;
  iface->reveal = tl_graph_page_reveal;
  iface->flush = tl_graph_page_flush;
}

static void
tl_graph_page_class_init (TlGraphPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_graph_page_dispose;
  object_class->get_property = tl_graph_page_get_property;
  object_class->set_property = tl_graph_page_set_property;
  widget_class->grab_focus = tl_graph_page_grab_focus;

  properties[PROP_PALETTE_SHOWN] = g_param_spec_boolean ("palette-shown", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                             | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "graph.activate", "s", activate);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "graph.collapse", "s", collapse);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "graph.expand-all", NULL, expand_all);
  gtk_widget_class_install_property_action (widget_class, "graph.palette", "palette-shown");
  tl_accels_install (widget_class, "graph.");
}

static void
tl_graph_page_init (TlGraphPage *self)
{
}

/**
 * tl_graph_page_new:
 * @selection: the window's selection
 * @checks: (nullable): the window's checks
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_graph_page_new (TlSelection *selection,
                   TlCheckList *checks)
{
  g_return_val_if_fail (TL_IS_SELECTION (selection), NULL);

  TlGraphPage *self = g_object_new (TL_TYPE_GRAPH_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->selection = g_object_ref (selection);
  self->canvas = tl_canvas_new ();
  tl_canvas_set_review (TL_CANVAS (self->canvas), tl_selection_get_review (selection));
  tl_canvas_set_selection (TL_CANVAS (self->canvas), selection);
  if (checks != NULL)
    tl_canvas_lens_set_checks (tl_canvas_get_lens (TL_CANVAS (self->canvas)), checks);
  gtk_widget_set_vexpand (self->canvas, TRUE);
  gtk_widget_set_hexpand (self->canvas, TRUE);

  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  if (!tl_review_get_read_only (tl_selection_get_review (selection)))
    {
      self->palette = make_palette (self);
      gtk_box_append (GTK_BOX (middle), self->palette);
    }
  gtk_box_append (GTK_BOX (middle), make_covered_canvas (self));
  gtk_box_append (GTK_BOX (box), middle);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/**
 * tl_graph_page_activate:
 * @action: one of the canvas's actions
 */
void
tl_graph_page_activate (TlGraphPage *self,
                        const char  *action)
{
  g_return_if_fail (TL_IS_GRAPH_PAGE (self) && action != NULL);
  gtk_widget_activate_action (self->canvas, action, NULL);
}
