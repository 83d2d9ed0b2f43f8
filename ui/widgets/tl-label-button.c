/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button with words of which one letter is its key. GTK 4.8 would have the line under that letter read out. */
#include "config.h"

#include "ui/widgets/tl-label-button.h"

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
