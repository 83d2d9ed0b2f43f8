/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flat button that shows a symbol and says in words what it does, to those who point at it and those who hear it. */
#include "config.h"

#include "ui/widgets/tl-icon-button.h"

/**
 * tl_icon_button_new:
 * @icon: name of a symbolic icon
 * @label: what it does
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
tl_icon_button_new (const char *icon,
                    const char *label)
{
  g_return_val_if_fail (icon != NULL && label != NULL, NULL);

  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/**
 * tl_icon_button_new_for:
 * @icon: name of a symbolic icon
 * @label: what it does
 * @action: an action that takes a string, mostly the id of a record
 * @id: what it is given
 *
 * Returns: (transfer floating): a button that does @action
 */
GtkWidget *
tl_icon_button_new_for (const char *icon,
                        const char *label,
                        const char *action,
                        const char *id)
{
  g_return_val_if_fail (action != NULL && id != NULL, NULL);

  GtkWidget *button = tl_icon_button_new (icon, label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}
