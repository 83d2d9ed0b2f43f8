/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph as a picture: as what, how much of it, how large; with a preview, and the number of sheets or pixels said
 * before anything is written. All drawing is done by workers and can be cancelled. */
#include "config.h"

#include "ui/dialogs/tl-picture-dialog.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-file-chooser.h"
#include "ui/dialogs/tl-picture-job.h"
#include "ui/widgets/tl-cancellable.h"

/* Enough for the preview on a dense screen. */
#define PREVIEW_WIDTH 1000
#define PREVIEW_HEIGHT 440

static const struct {
  const char     *title;
  TlPictureFormat format;
  TlFilePurpose   purpose;
} formats[] = {
  { N_("SVG, for pages and drawing programs"), TL_PICTURE_SVG, TL_FILE_SVG },
  { N_("PDF, for paper"), TL_PICTURE_PDF, TL_FILE_PDF },
  { N_("PNG, an image for slides and letters"), TL_PICTURE_PNG, TL_FILE_PNG },
};

/* For whom the picture is, and what is said about that. */
static const struct {
  const char *title;
  TlTier      tier;
  const char *note;
} readers[] = {
  { N_("Reviewers: everything"), TL_TIER_TRANSFER,
    N_("The picture shows the graph with its text as it stands. It is not de-identified.") },
  { N_("The national library: de-identified"), TL_TIER_LEARNING,
    N_("The picture shows the text that was released and nothing else of what was said. It is laid out anew.") },
};

struct _TlPictureDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget     *export_button;
  GtkSpinner    *spinner;
  GtkPicture    *preview;
  GtkLabel      *size_label;
  AdwComboRow   *format_row;
  AdwComboRow   *reader_row;
  AdwComboRow   *part_row;
  GtkSwitch     *legend;
  AdwComboRow   *paper_row;
  GtkWidget     *tiled_row;
  GtkSwitch     *tiled;
  GtkWidget     *scale_row;
  GtkSpinButton *scale;
  GtkLabel      *message;

  /* Owned */
  TlReview     *review;
  GStrv         selected;    /* NULL where nothing is */
  TlPicture    *picture;     /* of what is chosen; NULL while it is frozen */
  GCancellable *freezing;
  GCancellable *previewing;
  GCancellable *saving;      /* NULL but while a file is made */
  GFile        *target;      /* of that file */
};

G_DEFINE_FINAL_TYPE (TlPictureDialog, tl_picture_dialog, ADW_TYPE_WINDOW)

enum { EXPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static guint
get_format (TlPictureDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->format_row), G_N_ELEMENTS (formats) - 1);
}

static guint
get_reader (TlPictureDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->reader_row), G_N_ELEMENTS (readers) - 1);
}

static void
get_options (TlPictureDialog  *self,
             TlPictureOptions *options)
{
  guint paper = adw_combo_row_get_selected (self->paper_row), n;
  const TlPaperSize *sizes = tl_paper_sizes_get (&n);

  *options = (TlPictureOptions) {
    .format = formats[get_format (self)].format,
    .with_legend = gtk_switch_get_active (self->legend),
    .scale = gtk_spin_button_get_value (self->scale) / 100,
  };
  if (options->format != TL_PICTURE_PDF || paper == 0 || paper > n)
    return;
  options->paper = &sizes[paper - 1];
  options->is_tiled = gtk_switch_get_active (self->tiled);
}

static void
show_message (TlPictureDialog *self,
              const GError    *error)
{
  gtk_label_set_text (self->message, error != NULL ? error->message : _(readers[get_reader (self)].note));
}

static void
set_busy (TlPictureDialog *self,
          gboolean         busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
}

static char *
dup_size (const TlPictureOptions *options,
          double                  width,
          double                  height,
          guint                   n_pages)
{
  guint n_sheets = n_pages - 1;

  if (options->format == TL_PICTURE_PNG)
    return g_strdup_printf (_("%.0f × %.0f pixels"), width, height);
  if (options->format == TL_PICTURE_SVG)
    return g_strdup_printf (_("%.0f × %.0f pixels; it can be shown at any size"), width, height);
  if (options->paper == NULL)
    return g_strdup_printf (_("One page of %.0f × %.0f millimetres"), width / 72 * 25.4, height / 72 * 25.4);
  if (n_pages == 1)
    return g_strdup_printf (_("One sheet of %s"), options->paper->title);
  /* Translators: as in "10 sheets of A4, and one that shows how they go together" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sheet of %s, and one that shows how they go together",
                                       "%u sheets of %s, and one that shows how they go together", n_sheets),
                          n_sheets, options->paper->title);
}

/* Preview */

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlPictureDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_picture_job_draw_finish (result, &error);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;

  if (self->review == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, self->saving != NULL);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
}

static void
start_preview (TlPictureDialog *self)
{
  TlPictureOptions options = { .format = TL_PICTURE_SVG, .scale = 1,
                               .with_legend = gtk_switch_get_active (self->legend) };
  double width, height;
  guint n_pages;

  if (!tl_picture_measure (self->picture, &options, &width, &height, &n_pages, NULL))
    return;
  options.format = TL_PICTURE_PNG;
  options.scale = MIN (PREVIEW_WIDTH / width, PREVIEW_HEIGHT / height);
  set_busy (self, TRUE);
  tl_picture_job_draw_async (self->picture, &options, NULL, tl_cancellable_renew (&self->previewing), previewed_cb,
                             g_object_ref (self));
}

/* Callbacks */

static void
options_changed_cb (TlPictureDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *size = NULL;
  TlPictureOptions options;
  double width, height;
  guint n_pages;

  get_options (self, &options);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), options.format == TL_PICTURE_PDF);
  gtk_widget_set_visible (self->tiled_row, options.paper != NULL);
  gtk_widget_set_sensitive (self->scale_row, options.paper == NULL || options.is_tiled);
  if (self->picture == NULL)
    return;

  gboolean can = tl_picture_measure (self->picture, &options, &width, &height, &n_pages, &error);

  size = can ? dup_size (&options, width, height, n_pages) : NULL;
  gtk_label_set_text (self->size_label, size != NULL ? size : "");
  gtk_widget_set_sensitive (self->export_button, can && self->saving == NULL);
  show_message (self, error);
  start_preview (self);
}

static void
frozen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlPictureDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPicture) picture = tl_picture_job_freeze_finish (result, &error);

  if (self->review == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  self->picture = g_steal_pointer (&picture);
  if (self->picture != NULL)
    options_changed_cb (self);
  else
    show_message (self, error);
}

/* Ids of what is selected are another's in what leaves de-identified, so that is shown whole. */
static void
part_changed_cb (TlPictureDialog *self)
{
  TlTier tier = readers[get_reader (self)].tier;
  gboolean can_choose = self->selected != NULL && tier == TL_TIER_TRANSFER;
  gboolean is_part = can_choose && adw_combo_row_get_selected (self->part_row) == 1;

  if (self->review == NULL)
    return;
  g_clear_pointer (&self->picture, tl_picture_unref);
  gtk_widget_set_sensitive (GTK_WIDGET (self->part_row), can_choose);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  set_busy (self, TRUE);
  tl_picture_job_freeze_async (tl_review_get_path (self->review), tier,
                               is_part ? (const char *const *) self->selected : NULL,
                               tl_cancellable_renew (&self->freezing), frozen_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlPictureDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_picture_job_draw_finish (result, &error);

  if (self->review == NULL)
    return;
  g_clear_object (&self->saving);
  set_busy (self, FALSE);
  gtk_widget_set_sensitive (self->export_button, TRUE);
  if (bytes == NULL)
    {
      show_message (self, error);
      return;
    }
  g_signal_emit (self, signals[EXPORTED], 0, self->target);
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlPictureDialog) self = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);

  if (file != NULL && self->review != NULL)
    tl_picture_dialog_save (self, file);
}

static void
export_clicked_cb (TlPictureDialog *self)
{
  g_autofree char *stem = tl_file_chooser_dup_stem (tl_review_get_path (self->review));

  tl_file_chooser_save_async (GTK_WINDOW (self), _("Where to Export To"), formats[get_format (self)].purpose, stem,
                              file_chosen_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (TlPictureDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* GObject overrides */

static void
tl_picture_dialog_dispose (GObject *object)
{
  TlPictureDialog *self = TL_PICTURE_DIALOG (object);
  GCancellable **running[] = { &self->freezing, &self->previewing, &self->saving };

  for (guint i = 0; i < G_N_ELEMENTS (running); i++)
    tl_cancellable_stop (running[i]);
  g_clear_object (&self->target);
  g_clear_object (&self->review);
  g_clear_pointer (&self->picture, tl_picture_unref);
  g_clear_pointer (&self->selected, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PICTURE_DIALOG);

  G_OBJECT_CLASS (tl_picture_dialog_parent_class)->dispose (object);
}

static void
tl_picture_dialog_class_init (TlPictureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_picture_dialog_dispose;

  /**
   * TlPictureDialog::exported:
   * @file: the file that was written
   */
  signals[EXPORTED] = g_signal_new ("exported", TL_TYPE_PICTURE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/dialogs/tl-picture-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, size_label);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, reader_row);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, part_row);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, tiled_row);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, tiled);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, TlPictureDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_titles (AdwComboRow   *row,
            GtkStringList *titles)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
  g_object_unref (titles);
}

static void
tl_picture_dialog_init (TlPictureDialog *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL), *papers = gtk_string_list_new (NULL);
  GtkStringList *for_whom = gtk_string_list_new (NULL);
  guint n;
  const TlPaperSize *sizes = tl_paper_sizes_get (&n);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (titles, _(formats[i].title));
  gtk_string_list_append (papers, _("As large as the picture"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (papers, sizes[i].title);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    gtk_string_list_append (for_whom, _(readers[i].title));
  set_titles (self->format_row, titles);
  set_titles (self->reader_row, for_whom);
  set_titles (self->paper_row, papers);
}

/**
 * tl_picture_dialog_new:
 * @parent: (nullable): the window that asks
 * @review: the review whose graph it is
 * @selected: ids of what is selected; may be empty
 *
 * Returns: (transfer floating): a dialog, not yet presented
 */
GtkWidget *
tl_picture_dialog_new (GtkWindow         *parent,
                       TlReview          *review,
                       const char *const *selected)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && selected != NULL, NULL);

  TlPictureDialog *self = g_object_new (TL_TYPE_PICTURE_DIALOG, "transient-for", parent, NULL);

  self->review = g_object_ref (review);
  self->selected = selected[0] != NULL ? g_strdupv ((char **) selected) : NULL;
  options_changed_cb (self);
  part_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * tl_picture_dialog_save:
 * @file: where to
 *
 * Writes the picture as it is chosen. Once it is written, #TlPictureDialog::exported is emitted and the dialog closes.
 */
void
tl_picture_dialog_save (TlPictureDialog *self,
                        GFile           *file)
{
  g_return_if_fail (TL_IS_PICTURE_DIALOG (self) && G_IS_FILE (file) && self->picture != NULL);

  TlPictureOptions options;

  get_options (self, &options);
  g_set_object (&self->target, file);
  set_busy (self, TRUE);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  tl_picture_job_draw_async (self->picture, &options, file, tl_cancellable_renew (&self->saving), saved_cb,
                             g_object_ref (self));
}
