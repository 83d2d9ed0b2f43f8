/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passing a review on: for whom, and before anything is written, what will leave and what will not and why. The writing
 * is done by a worker and can be cancelled. */
#include "config.h"

#include "ui/dialogs/tl-export-dialog.h"

#include <glib/gi18n.h>

#include "model/review/tl-review-terms.h"
#include "ui/dialogs/tl-export-job.h"
#include "ui/dialogs/tl-file-chooser.h"
#include "ui/dialogs/tl-leaving-group.h"
#include "ui/dialogs/tl-publication-dialog.h"
#include "ui/widgets/tl-cancellable.h"
#include "ui/widgets/tl-report.h"

/* Where more than this stays, the rest is counted. */
#define MAX_SENTENCES 200

static const struct {
  const char    *label;
  const char    *note; /* NULL where the report says it all */
  TlExportFormat format;
  TlTier         tier;
  TlFilePurpose  purpose;
} choices[] = {
  { N_("The national library: learning record, de-identified"), NULL, TL_EXPORT_XML, TL_TIER_LEARNING, TL_FILE_XML },
  { N_("{The_owner}: a copy to read and to answer in"), NULL, TL_EXPORT_BOARD_COPY, TL_TIER_BOARD, TL_FILE_REVIEW },
  { N_("{The_owner}: {findings}, the graph behind them, responses (XML)"), NULL, TL_EXPORT_XML, TL_TIER_BOARD,
    TL_FILE_XML },
  { N_("The public: what was released for it (XML)"), NULL, TL_EXPORT_XML, TL_TIER_PUBLIC, TL_FILE_XML },
  { N_("Another reviewer or an archive: everything"), NULL, TL_EXPORT_XML, TL_TIER_TRANSFER, TL_FILE_XML },
  { N_("Other formats: tables of factors and links (CSV)"),
    N_("The graph with its text as it stands, for a spreadsheet. It is not de-identified."), TL_EXPORT_CSV,
    TL_TIER_TRANSFER, TL_FILE_FOLDER },
  { N_("Other formats: graph for analysis programs (GraphML)"),
    N_("The graph with its text as it stands, for Gephi, yEd and others. It is not de-identified."), TL_EXPORT_GRAPHML,
    TL_TIER_TRANSFER, TL_FILE_GRAPHML },
  { N_("Other formats: graph for drawing programs (DOT)"),
    N_("The graph with its text as it stands, for Graphviz. It is not de-identified."), TL_EXPORT_DOT,
    TL_TIER_TRANSFER, TL_FILE_DOT },
};

struct _TlExportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget           *export_button;
  GtkSpinner          *spinner;
  AdwComboRow         *format_row;
  GtkWidget           *identities_row;
  GtkSwitch           *identities;
  GtkLabel            *message;
  TlLeavingGroup      *leaving;
  AdwPreferencesGroup *leaves_group;
  AdwPreferencesGroup *stays_group;

  /* Owned references */
  TlReview     *review;
  GCancellable *cancellable; /* of what runs now */
  GPtrArray    *rows;        /* of both groups; the widgets belong to them */
};

G_DEFINE_FINAL_TYPE (TlExportDialog, tl_export_dialog, ADW_TYPE_WINDOW)

static guint
get_choice (TlExportDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->format_row), G_N_ELEMENTS (choices) - 1);
}

static TlExportOptions
get_options (TlExportDialog *self)
{
  gboolean asked = gtk_widget_get_visible (self->identities_row) && gtk_switch_get_active (self->identities);
  return asked ? TL_EXPORT_WITH_IDENTITIES : TL_EXPORT_DEFAULT;
}

static void
set_busy (TlExportDialog *self,
          gboolean        busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->export_button, !busy);
}

static void
show_message (TlExportDialog *self,
              const char     *message)
{
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
add_row (TlExportDialog      *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *count)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (count != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (count));
  g_object_set_data (G_OBJECT (row), "group", group);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (TlExportDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_report (TlExportDialog *self,
             TlExportReport *report)
{
  guint shown = MIN (report->withheld->len, MAX_SENTENCES);

  clear_rows (self);
  for (guint i = 0; i < report->left->len; i++)
    if (g_array_index (report->left, guint, i) > 0)
      {
        g_autofree char *count = g_strdup_printf ("%u", g_array_index (report->left, guint, i));
        add_row (self, self->leaves_group, _(tl_kinds_get (i)->plural), count);
      }
  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *sentence = tl_withheld_dup_sentence (g_ptr_array_index (report->withheld, i));
      add_row (self, self->stays_group, sentence, NULL);
    }
  if (report->withheld->len > shown)
    {
      guint more = report->withheld->len - shown;
      g_autofree char *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more.", "And %u more.", more),
                                                   more);
      add_row (self, self->stays_group, sentence, NULL);
    }
  if (shown == 0)
    add_row (self, self->stays_group, _("Nothing stays behind."), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->leaves_group), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->stays_group), TRUE);
}

/* Callbacks */

static void
reported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlExportReport) report = tl_export_job_finish (result, &error);

  /* Another choice has been made since, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->review == NULL)
    return;
  set_busy (self, FALSE);
  if (report != NULL)
    show_report (self, report);
  else
    show_message (self, error->message);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlExportReport) report = tl_export_job_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->review == NULL)
    return;
  set_busy (self, FALSE);
  if (report == NULL)
    {
      show_message (self, error->message);
      return;
    }

  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent != NULL)
    tl_report_done (GTK_WIDGET (parent), _("Exported"), FALSE);
  if (report->tier == TL_TIER_PUBLIC && !tl_review_get_read_only (self->review))
    gtk_window_present (GTK_WINDOW (tl_publication_dialog_new (parent, self->review)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
restart (TlExportDialog *self)
{
  tl_cancellable_renew (&self->cancellable);
  set_busy (self, TRUE);
}

/* Whoever exports even so has read what remains. */
static void
open_changed_cb (TlExportDialog *self)
{
  g_autofree char *remains = tl_leaving_group_dup_remains (self->leaving);

  gtk_button_set_label (GTK_BUTTON (self->export_button), remains != NULL ? _("Export Anyway…") : _("Export…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->export_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  remains != NULL ? remains : "", -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->leaving), remains);
}

static void
choice_changed_cb (TlExportDialog *self)
{
  guint choice = get_choice (self);
  gboolean is_graph = choices[choice].note != NULL;

  if (self->review == NULL)
    return;

  gtk_widget_set_visible (self->identities_row, !is_graph && choices[choice].tier == TL_TIER_TRANSFER);
  tl_leaving_group_set_tier (self->leaving, choices[choice].tier);
  show_message (self, is_graph ? _(choices[choice].note) : NULL);
  clear_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self->leaves_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->stays_group), FALSE);

  restart (self);
  if (is_graph)
    set_busy (self, FALSE);
  else
    tl_export_job_async (tl_review_get_path (self->review), TL_EXPORT_REPORT, choices[choice].tier, get_options (self),
                         NULL, self->cancellable, reported_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlExportDialog) self = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);
  guint choice = get_choice (self);

  if (file == NULL || self->review == NULL)
    return;
  restart (self);
  tl_export_job_async (tl_review_get_path (self->review), choices[choice].format, choices[choice].tier,
                       get_options (self), file, self->cancellable, written_cb, g_object_ref (self));
}

static void
export_clicked_cb (TlExportDialog *self)
{
  g_autofree char *stem = tl_file_chooser_dup_stem (tl_review_get_path (self->review));

  /* Translators: name of a file, such as: Review for the board */
  g_autofree char *copy = g_strdup_printf (_("%s for the board"), stem);
  gboolean is_copy = choices[get_choice (self)].format == TL_EXPORT_BOARD_COPY;

  tl_file_chooser_save_async (GTK_WINDOW (self), _("Where to Export To"), choices[get_choice (self)].purpose,
                              is_copy ? copy : stem, file_chosen_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (TlExportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* GObject overrides */

static void
tl_export_dialog_dispose (GObject *object)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (object);

  tl_cancellable_stop (&self->cancellable);
  g_clear_object (&self->review);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (tl_export_dialog_parent_class)->dispose (object);
}

static void
tl_export_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (TL_EXPORT_DIALOG (object)->rows);
  G_OBJECT_CLASS (tl_export_dialog_parent_class)->finalize (object);
}

static void
tl_export_dialog_class_init (TlExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_export_dialog_finalize;

  g_type_ensure (TL_TYPE_LEAVING_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/dialogs/tl-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, identities_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, identities);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, message);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, leaving);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, leaves_group);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, stays_group);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_export_dialog_init (TlExportDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_choices (TlExportDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_take (labels, tl_review_dup_phrase (self->review, _(choices[i].label)));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (labels));
}

/**
 * tl_export_dialog_new:
 * @parent: (nullable): the window that asks
 * @review: the review to pass on
 *
 * Returns: (transfer floating): a dialog, not yet presented
 */
GtkWidget *
tl_export_dialog_new (GtkWindow *parent,
                      TlReview  *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlExportDialog *self = g_object_new (TL_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->review = g_object_ref (review);
  name_choices (self);
  tl_leaving_group_set_review (self->leaving, review);
  choice_changed_cb (self);
  return GTK_WIDGET (self);
}
