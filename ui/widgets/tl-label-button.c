/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button, check button or split button with words of which one letter is its key. GTK 4.8 would have the line under
 * that letter read out. */
#include "config.h"

#include "ui/widgets/tl-label-button.h"

#include <adwaita.h>

/**
 * tl_label_button_new:
 * @label: what it does, with an underscore before the letter of its key
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
tl_label_button_new (const char *label)
{
  g_return_val_if_fail (label != NULL, NULL);

  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  /* Without it the button is called what its label shows. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  return button;
}

/**
 * tl_label_check_new:
 * @label: what is so when it is checked, with an underscore before the letter of its key
 *
 * Returns: (transfer floating): a check button
 */
GtkWidget *
tl_label_check_new (const char *label)
{
  g_return_val_if_fail (label != NULL, NULL);

  GtkWidget *button = gtk_check_button_new_with_mnemonic (label);
  GtkLabel *shown = GTK_LABEL (gtk_widget_get_last_child (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (shown),
                                  -1);
  return button;
}

/**
 * tl_label_split_name:
 * @split: a split button with a label of which one letter is its key
 * @menu: what its arrow leads to
 *
 * Has each of its two buttons read out as what it is.
 */
void
tl_label_split_name (GtkWidget  *split,
                     const char *menu)
{
  g_return_if_fail (ADW_IS_SPLIT_BUTTON (split) && menu != NULL);

  GtkWidget *button = gtk_widget_get_first_child (split);
  GtkWidget *arrow = gtk_widget_get_last_child (split);

  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}
