/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button with words of which one letter is its key. GTK 4.8 would have the line under that letter read out. */
#include "config.h"

#include "ui/widgets/tl-label-button.h"

/* What is heard: without the marks of keys, of which two stand for one that is meant. */
static char *
dup_heard (const char *label)
{
  GString *heard = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    {
      if (*p == '_' && p[1] != '\0')
        p++;
      g_string_append_c (heard, *p);
    }
  return g_string_free (heard, FALSE);
}

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
  g_autofree char *heard = dup_heard (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  return button;
}
