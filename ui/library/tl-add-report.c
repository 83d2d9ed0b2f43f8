/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of the files that were added: how many were new, superseded, older or known already, and which were put
 * aside for what reason. It does not hold up the window that it belongs to. */
#include "config.h"

#include "ui/library/tl-add-report.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"

/* Where more than this were put aside, the rest is counted; the quarantine lists them all. */
#define MAX_QUARANTINED 100

struct _TlAddReport
{
  AdwWindow parent_instance;

  /* Of the tree of widgets */
  AdwHeaderBar       *header;
  AdwPreferencesPage *page;
  gint64              receipt; /* the number of the receipt; 0 if there is none */
};

G_DEFINE_FINAL_TYPE (TlAddReport, tl_add_report, ADW_TYPE_WINDOW)

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         int                  count)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (count >= 0)
    {
      g_autofree char *text = g_strdup_printf ("%d", count);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (group, row);
}

static void
add_counts (TlAddReport           *self,
            const TlLibraryReport *report)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  add_row (group, _("Added"), _("Reviews that the library did not know"), (int) report->added);
  add_row (group, _("Superseded"), _("A later revision took the place of the one held"), (int) report->superseded);
  add_row (group, _("Older"), _("The library holds a later revision; left out"), (int) report->older);
  add_row (group, _("Unchanged"), _("In the library already"), (int) report->unchanged);
  if (report->withdrawn > 0)
    add_row (group, _("Withdrawn before"), _("The review was withdrawn from the library; left out"),
             (int) report->withdrawn);
  add_row (group, _("Quarantined"), _("Not taken in, for the reasons below"), (int) report->quarantined->len);
  adw_preferences_page_add (self->page, group);
}

static void
add_quarantined (TlAddReport           *self,
                 const TlLibraryReport *report)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint shown = MIN (report->quarantined->len, MAX_QUARANTINED);

  adw_preferences_group_set_title (group, _("Quarantined"));
  for (guint i = 0; i < shown; i++)
    {
      const TlQuarantined *entry = g_ptr_array_index (report->quarantined, i);
      g_autofree char *name = g_filename_display_name (entry->file);

      add_row (group, name, entry->reason, -1);
    }
  if (report->quarantined->len > shown)
    {
      guint more = report->quarantined->len - shown;
      g_autofree char *sentence = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "And %u more; the quarantine lists it.",
                       "And %u more; the quarantine lists them.", more),
          more);
      add_row (group, sentence, NULL, -1);
    }
  adw_preferences_page_add (self->page, group);
}

static void
add_error (TlAddReport  *self,
           const GError *error)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  add_row (group, cancelled ? _("Stopped before the end") : _("The records could not be added"),
           cancelled ? _("What had been taken in stays. To go on, add the same files again; those taken in already are "
                         "recognised.")
                     : error->message,
           -1);
  adw_preferences_page_add (self->page, group);
}

/* The window of the library does it. */
static void
tell_parent (TlAddReport *self,
             const char  *action)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), action, "x", self->receipt);
}

static void
save_cb (TlAddReport *self)
{
  tell_parent (self, "win.save-receipt");
}

static void
read_cb (TlAddReport *self)
{
  tell_parent (self, "win.show-receipt");
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_button (TlAddReport *self,
            const char  *label,
            const char  *tooltip,
            GCallback    callback)
{
  GtkWidget *button = tl_label_button_new (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (self->header, button);
}

static void
tl_add_report_class_init (TlAddReportClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_add_report_init (TlAddReport *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  self->header = ADW_HEADER_BAR (adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Adding Records"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 560);
}

/**
 * tl_add_report_new:
 * @parent: (nullable): the window in which files were added
 * @report: (nullable): what became of them
 * @error: (nullable): why not all were looked at
 *
 * Returns: (transfer floating): a window, not yet presented
 */
GtkWidget *
tl_add_report_new (GtkWindow             *parent,
                   const TlLibraryReport *report,
                   const GError          *error)
{
  TlAddReport *self = g_object_new (TL_TYPE_ADD_REPORT, "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  if (error != NULL)
    add_error (self, error);
  if (report != NULL)
    add_counts (self, report);
  if (report != NULL && report->quarantined->len > 0)
    add_quarantined (self, report);
  if (report != NULL && report->receipt > 0)
    {
      self->receipt = report->receipt;
      add_button (self, _("_Save Receipt…"), _("Save what became of every file as a page to keep or print"),
                  G_CALLBACK (save_cb));
      add_button (self, _("_Read Receipt"), _("Read what became of every file, and what the rules say of it"),
                  G_CALLBACK (read_cb));
    }
  return GTK_WIDGET (self);
}
