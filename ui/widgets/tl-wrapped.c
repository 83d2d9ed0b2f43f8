/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A label of running text: it begins at the start edge and goes on in the next line, within a word if it must. */
#include "config.h"

#include "ui/widgets/tl-wrapped.h"

/**
 * tl_wrapped_new:
 * @text: (nullable): what it says
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
tl_wrapped_new (const char *text,
                const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
