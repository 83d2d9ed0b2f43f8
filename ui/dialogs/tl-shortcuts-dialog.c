/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All keys of the program, from the one table of them. */
#include "config.h"

#include "ui/dialogs/tl-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "model/review/tl-review-terms.h"
#include "model/terms/tl-terms-phrase.h"
#include "ui/widgets/tl-accels.h"

struct _TlShortcutsDialog
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (TlShortcutsDialog, tl_shortcuts_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
make_row (const TlAccel *accel,
          TlTerms       *terms)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = tl_terms_dup_phrase (terms, _(accel->title));
  g_autofree char *keys = tl_accels_dup_label (accel);
  GtkWidget *label = gtk_label_new (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static GtkWidget *
make_page (TlTerms *terms)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;
  const char *shown = NULL;
  guint n;
  const TlAccel *accels = tl_accels_get (&n);

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (shown, accels[i].group) != 0)
        {
          g_autofree char *title = tl_terms_dup_declared (terms, accels[i].group);

          shown = accels[i].group;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (&accels[i], terms));
    }
  return page;
}

static void
tl_shortcuts_dialog_class_init (TlShortcutsDialogClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_shortcuts_dialog_init (TlShortcutsDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 640);
}

/**
 * tl_shortcuts_dialog_new:
 * @parent: (nullable): the window that asks
 * @review: (nullable): the review in it, in whose words keys are explained
 *
 * Returns: (transfer floating): the dialog, not yet presented
 */
GtkWidget *
tl_shortcuts_dialog_new (GtkWindow *parent,
                         TlReview  *review)
{
  g_autoptr (TlTerms) terms = review != NULL ? tl_review_dup_terms (review) : tl_terms_lookup (TL_TERMS_DEFAULT, NULL);
  GtkWidget *self
      = g_object_new (TL_TYPE_SHORTCUTS_DIALOG, "transient-for", parent, "modal", parent != NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = make_page (terms);

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  return self;
}
