/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library without records shows: what a learning record is, and how one is added. */
#include "config.h"

#include "ui/library/tl-library-empty.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"

static GtkWidget *
make_button (const char *label,
             const char *action,
             gboolean    suggested)
{
  GtkWidget *button = tl_label_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

/**
 * tl_library_empty_new:
 *
 * Returns: (transfer floating): a page that says what to do with an empty library
 */
GtkWidget *
tl_library_empty_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "accessories-dictionary-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Learning Records Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _("A learning record is what a review passes on to others: which factors contributed, how they hang together and "
        "how they were coded, without names, places or exact dates. A reviewer makes one with Export in the window of "
        "the review.\n\nAdd the files you were sent, a zip, or a whole folder of them; or drop them here."));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_button (_("_Add Records…"), "win.add-files", TRUE));
  gtk_box_append (GTK_BOX (box), make_button (_("Add a _Folder…"), "win.add-folder", FALSE));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  return page;
}
