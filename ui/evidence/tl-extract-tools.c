/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with the words of a source that are selected. */
#include "config.h"

#include "ui/evidence/tl-extract-tools.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-accels.h"

static GtkWidget *
make_tool (const char *label,
           const char *action,
           GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *detailed = g_action_print_detailed_name (action, target);
  g_autofree char *tooltip = tl_accels_dup_tooltip (label, detailed);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focusable (button, FALSE); /* the keys do the same, and the caret stays where it is */
  return button;
}

/**
 * tl_extract_tools_new:
 *
 * Returns: (transfer floating): buttons to stand beside the words that are selected
 */
GtkWidget *
tl_extract_tools_new (void)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (tools), make_tool (_("Mark as Extract"), "sources.mark", NULL));
  gtk_box_append (GTK_BOX (tools), make_tool (_("For…"), "sources.attach-for", g_variant_new_string ("")));
  gtk_box_append (GTK_BOX (tools), make_tool (_("Against…"), "sources.attach-against", g_variant_new_string ("")));
  gtk_widget_add_css_class (tools, "osd");
  gtk_widget_add_css_class (tools, "linked");
  gtk_widget_add_css_class (tools, "selection-tools");
  return tools;
}

/**
 * tl_extract_tools_create_menu:
 *
 * Returns: (transfer full): the same and more, for the menu of the text
 */
GMenuModel *
tl_extract_tools_create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) attach = g_menu_new ();
  g_autoptr (GMenu) make = g_menu_new ();

  g_menu_append (attach, _("_Mark as Extract"), "sources.mark");
  g_menu_append (attach, _("Attach _For…"), "sources.attach-for('')");
  g_menu_append (attach, _("Attach _Against…"), "sources.attach-against('')");
  g_menu_append (make, _("Make a _Factor of It"), "sources.make-factor('')");
  g_menu_append (make, _("Make an _Event of It"), "sources.make-event('')");
  g_menu_append (make, _("Make It an A_ccount of an Event…"), "sources.make-account('')");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (attach));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (make));
  return G_MENU_MODEL (menu);
}
