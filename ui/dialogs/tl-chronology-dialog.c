/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is understood of a chronology, and what is refused and why, before anything is added to the review. */
#include "config.h"

#include "ui/dialogs/tl-chronology-dialog.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-file-chooser.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-report.h"

struct _TlChronologyDialog
{
  AdwWindow parent_instance;

  TlReview     *review;     /* owned */
  TlChronology *chronology; /* owned */
};

G_DEFINE_FINAL_TYPE (TlChronologyDialog, tl_chronology_dialog, ADW_TYPE_WINDOW)

static char *
dup_row_words (const TlChronologyRow *row)
{
  if (row->refusal != NULL)
    return g_strdup_printf (_("Line %u is refused. %s"), row->line, row->refusal);

  g_autofree char *date = tl_chronology_row_dup_date (row);
  g_autofree char *title = tl_chronology_row_dup_title (row);
  GString *words = g_string_new (NULL);

  g_string_printf (words, "%s: %s", date, title);
  for (guint i = TL_CHRONOLOGY_AGENCY; i <= TL_CHRONOLOGY_ROLE; i++)
    {
      if (row->texts[i] != NULL)
        g_string_append_printf (words, "; %s", row->texts[i]);
    }
  return g_string_free (words, FALSE);
}

static char *
dup_counts (const TlChronology *chronology)
{
  guint n = tl_chronology_count (chronology), n_refused = chronology->n_refused;
  g_autofree char *good = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u row is understood.", "%u rows are understood.", n), n);

  if (n_refused == 0)
    return g_steal_pointer (&good);
  g_autofree char *bad = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u is refused, and stays out.", "%u are refused, and stay out.", n_refused),
      n_refused);
  return g_strdup_printf ("%s %s", good, bad);
}

/* Callbacks */

static void
add_cb (TlChronologyDialog *self)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  guint n = tl_chronology_count (self->chronology);

  if (!tl_chronology_add (self->chronology, self->review, &error))
    {
      tl_report_error (GTK_WIDGET (parent), error);
      return;
    }
  g_autofree char *sentence
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event added", "%u events added", n), n);
  tl_report_done (GTK_WIDGET (parent), sentence, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

/* A refused row is told from the others by its words as well. */
static void
row_bound_cb (TlChronologyDialog *self,
              GtkListItem        *item)
{
  const TlChronologyRow *row = g_ptr_array_index (self->chronology->rows, gtk_list_item_get_position (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *words = dup_row_words (row);

  gtk_label_set_label (GTK_LABEL (label), words);
  if (row->refusal != NULL)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

/* Parts */

static GtkWidget *
make_list (TlChronologyDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *positions = gtk_string_list_new (NULL);
  GtkWidget *list, *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < self->chronology->rows->len; i++)
    gtk_string_list_append (positions, "");
  g_signal_connect (factory, "setup", G_CALLBACK (row_set_up_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (positions))), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rows of the chronology"),
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_sentence (char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_free (words);
  return label;
}

static GtkWidget *
make_bar (TlChronologyDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = tl_label_button_new (_("_Cancel"));
  guint n = tl_chronology_count (self->chronology);
  g_autofree char *label
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Add %u Event", "_Add %u Events", n), n);
  GtkWidget *add = tl_label_button_new (label);

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_sensitive (add, n > 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), add);
  return bar;
}

/* GObject overrides */

static void
tl_chronology_dialog_finalize (GObject *object)
{
  TlChronologyDialog *self = TL_CHRONOLOGY_DIALOG (object);

  g_clear_object (&self->review);
  g_clear_pointer (&self->chronology, tl_chronology_free);
  G_OBJECT_CLASS (tl_chronology_dialog_parent_class)->finalize (object);
}

static void
tl_chronology_dialog_class_init (TlChronologyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_chronology_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_chronology_dialog_init (TlChronologyDialog *self)
{
}

/**
 * tl_chronology_dialog_new:
 * @parent: a window of @review
 * @chronology: (transfer full): what was read
 *
 * Returns: (transfer floating): the dialog, not yet presented
 */
GtkWidget *
tl_chronology_dialog_new (GtkWindow    *parent,
                          TlReview     *review,
                          TlChronology *chronology)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && TL_IS_REVIEW (review) && chronology != NULL, NULL);

  TlChronologyDialog *self = g_object_new (TL_TYPE_CHRONOLOGY_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->review = g_object_ref (review);
  self->chronology = chronology;
  gtk_box_append (GTK_BOX (box), make_sentence (dup_counts (chronology)));
  gtk_box_append (GTK_BOX (box), make_sentence (tl_chronology_dup_understood (chronology)));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (content), make_bar (self));
  gtk_box_append (GTK_BOX (content), box);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_title (GTK_WINDOW (self), chronology->name);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 560);
  return GTK_WIDGET (self);
}

/* Reading */

static void
read_in_thread (GTask        *task,
                gpointer      window,
                gpointer      path,
                GCancellable *cancellable)
{
  GError *error = NULL;
  TlChronology *chronology = tl_chronology_read (path, cancellable, &error);

  if (chronology != NULL)
    g_task_return_pointer (task, chronology, (GDestroyNotify) tl_chronology_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *window,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlReview) review = user_data;
  g_autoptr (GError) error = NULL;
  TlChronology *chronology = g_task_propagate_pointer (G_TASK (result), &error);

  if (chronology == NULL)
    {
      tl_report_error (GTK_WIDGET (window), error);
      return;
    }
  gtk_window_present (GTK_WINDOW (tl_chronology_dialog_new (GTK_WINDOW (window), review, chronology)));
}

/* What is asked for, while the person chooses. */
typedef struct {
  GtkWindow *parent;
  TlReview  *review;
} Asking;

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (GtkWindow) parent = asking->parent;
  g_autoptr (TlReview) review = asking->review;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, &error);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  g_autoptr (GTask) task = g_task_new (parent, NULL, read_cb, g_steal_pointer (&review));
  g_task_set_task_data (task, g_file_get_path (file), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * tl_chronology_dialog_import:
 * @parent: a window of @review
 *
 * Asks for a chronology and shows what is understood of it.
 */
void
tl_chronology_dialog_import (GtkWindow *parent,
                             TlReview  *review)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && TL_IS_REVIEW (review));

  Asking *asking = g_new (Asking, 1);

  *asking = (Asking) { g_object_ref (parent), g_object_ref (review) };
  tl_file_chooser_open_async (parent, _("Import a Chronology"), TL_FILE_CSV, file_chosen_cb, asking);
}
