/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drop-down is called. The keyboard is on a button within it, and GTK 4.8 hands no name on to that one, so it
 * would be read out as the name of its class. */
#include "config.h"

#include "ui/widgets/tl-drop-down-name.h"

#include <glib/gi18n.h>

static char *
dup_chosen (GtkDropDown *drop_down)
{
  GObject *item = gtk_drop_down_get_selected_item (drop_down);
  GtkExpression *expression = gtk_drop_down_get_expression (drop_down);
  GValue value = G_VALUE_INIT;
  char *text = NULL;

  if (item != NULL && GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  if (item != NULL && expression != NULL && gtk_expression_evaluate (expression, item, &value))
    {
      text = g_value_dup_string (&value);
      g_value_unset (&value);
    }
  return text;
}

static void
chosen_cb (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  const char *name = g_object_get_data (G_OBJECT (drop_down), "tl-name");
  g_autofree char *chosen = dup_chosen (drop_down);
  /* Translators: what is chosen in a drop-down list, and what of; read out. */
  g_autofree char *text = chosen != NULL ? g_strdup_printf (_("%s: %s"), name, chosen) : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * tl_drop_down_set_name:
 * @drop_down: a drop-down list of strings, or with an expression
 * @name: what it is called
 *
 * Has it read out with its name and what is chosen in it.
 */
void
tl_drop_down_set_name (GtkDropDown *drop_down,
                       const char  *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down) && name != NULL);

  gboolean is_first = g_object_get_data (G_OBJECT (drop_down), "tl-name") == NULL;

  g_object_set_data_full (G_OBJECT (drop_down), "tl-name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (is_first)
    g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (chosen_cb), NULL);
  chosen_cb (drop_down);
}

/**
 * tl_widget_set_spoken_name:
 * @widget: what takes the keyboard, of any class
 * @name: what it is called
 *
 * Has it read out with its name, and a drop-down list with what is chosen in it too.
 */
void
tl_widget_set_spoken_name (GtkWidget  *widget,
                           const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  if (GTK_IS_DROP_DOWN (widget))
    tl_drop_down_set_name (GTK_DROP_DOWN (widget), name);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tl_drop_down_with_label:
 * @drop_down: (transfer floating): a drop-down list of strings, or with an expression
 * @label: what it is called, with an underscore before the letter of its key
 *
 * Returns: (transfer floating): a box with its name before it
 */
GtkWidget *
tl_drop_down_with_label (GtkDropDown *drop_down,
                         const char  *label)
{
  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down) && label != NULL, NULL);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_mnemonic_widget (GTK_LABEL (name), GTK_WIDGET (drop_down));
  tl_drop_down_set_name (drop_down, gtk_label_get_text (GTK_LABEL (name)));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (drop_down));
  return box;
}
