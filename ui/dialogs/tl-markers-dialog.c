/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quality markers as questions, by the parts of a review's life, with room for notes and a search over all of it.
 * No score, and nothing that says how many were answered: it is there to think with. */
#include "config.h"

#include "ui/dialogs/tl-markers-dialog.h"

#include <glib/gi18n.h>

#include "model/method/tl-markers.h"
#include "ui/dialogs/tl-marker-row.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-search-entry.h"

struct _TlMarkersDialog
{
  AdwWindow parent_instance;

  TlMarkers *markers; /* owned; NULL if they can’t be read */
  GtkWidget *search;
  GtkWidget *stack;
  GPtrArray *groups;  /* the widgets belong to the page */
  GPtrArray *rows;    /* one a marker, in order */
};

G_DEFINE_FINAL_TYPE (TlMarkersDialog, tl_markers_dialog, ADW_TYPE_WINDOW)

/* Groups of which nothing is found are left out too. */
static void
search_changed_cb (TlMarkersDialog *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree guint *n_found = g_new0 (guint, self->groups->len);
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TlMarker *marker = g_ptr_array_index (self->markers->markers, i);
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gboolean found = tl_marker_row_matches (TL_MARKER_ROW (row), words);

      gtk_widget_set_visible (row, found);
      n_found[marker->group] += found;
      any |= found;
    }
  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->groups, i), n_found[i] > 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "markers" : "none");
}

static GtkWidget *
make_page (TlMarkersDialog *self,
           TlReview        *review)
{
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < self->markers->groups->len; i++)
    {
      const TlMarkerGroup *described = g_ptr_array_index (self->markers->groups, i);
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), described->title);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), described->description);
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
      g_ptr_array_add (self->groups, group);
    }
  for (guint i = 0; i < self->markers->markers->len; i++)
    {
      const TlMarker *marker = g_ptr_array_index (self->markers->markers, i);
      GtkWidget *row = tl_marker_row_new (review, marker);

      adw_preferences_group_add (g_ptr_array_index (self->groups, marker->group), row);
      g_ptr_array_add (self->rows, row);
    }
  return page;
}

static GtkWidget *
make_status (const char *icon,
             const char *title,
             const char *description)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  gtk_widget_add_css_class (status, "compact");
  return status;
}

static void
fill (TlMarkersDialog *self,
      TlReview        *review)
{
  g_autoptr (GError) error = NULL;

  self->markers = tl_markers_load (&error);
  if (self->markers == NULL)
    {
      gtk_stack_add_named (GTK_STACK (self->stack),
                           make_status ("dialog-error-symbolic", _("The quality markers can’t be read"),
                                        error->message), "none");
      gtk_widget_set_sensitive (self->search, FALSE);
      return;
    }
  gtk_stack_add_named (GTK_STACK (self->stack), make_page (self, review), "markers");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       make_status ("edit-find-symbolic", _("Nothing found"),
                                    _("No marker, question or note has these words.")), "none");
}

/* The review is the window’s, and so is what was done to it last. */
static void
pass_on (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  tl_field_row_flush_within (TL_MARKERS_DIALOG (widget)->stack);
  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), name, parameter);
}

/* What is typed waits for a pause. */
static gboolean
tl_markers_dialog_close_request (GtkWindow *window)
{
  tl_field_row_flush_within (TL_MARKERS_DIALOG (window)->stack);
  return GTK_WINDOW_CLASS (tl_markers_dialog_parent_class)->close_request (window);
}

static void
tl_markers_dialog_finalize (GObject *object)
{
  TlMarkersDialog *self = TL_MARKERS_DIALOG (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->markers, tl_markers_free);

  G_OBJECT_CLASS (tl_markers_dialog_parent_class)->finalize (object);
}

static void
tl_markers_dialog_class_init (TlMarkersDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_markers_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tl_markers_dialog_close_request;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.undo", NULL, pass_on);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.redo", NULL, pass_on);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.report", "(sb)", pass_on);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_markers_dialog_init (TlMarkersDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->search = tl_search_entry_new (_("Search the quality markers"));
  gtk_widget_set_hexpand (self->search, TRUE);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);

  GtkWidget *clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 320);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->search);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), clamp);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Quality Markers"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 720);
}

/**
 * tl_markers_dialog_new:
 * @parent: the window that asks
 * @review: its review
 *
 * Stays open beside the window, for a note is often written while looking at the review.
 *
 * Returns: (transfer floating): the dialog, not yet presented
 */
GtkWidget *
tl_markers_dialog_new (GtkWindow *parent,
                       TlReview  *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlMarkersDialog *self = g_object_new (TL_TYPE_MARKERS_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                                        NULL);

  fill (self, review);
  return GTK_WIDGET (self);
}
