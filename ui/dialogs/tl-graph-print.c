/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints the graph: on one sheet, or on as many as it takes. The graph is frozen by a worker before the toolkit's
 * dialog opens; the pages are drawn by the painter that draws files. */
#include "config.h"

#include "ui/dialogs/tl-print-job.h"

#include <glib/gi18n.h>

#include "model/picture/tl-sheets.h"
#include "ui/dialogs/tl-picture-job.h"

struct _TlPrintJob
{
  GObject parent_instance;

  /* Owned */
  TlReview  *review;
  GStrv      selected;  /* NULL where nothing is */
  TlPicture *pictures[2]; /* the whole graph; what is selected, or NULL */
  TlPainter *painter;   /* while pages are drawn */
  char      *path;      /* of a PDF to make without asking, or NULL */
  GtkWindow *parent;    /* while it runs */
  GError    *error;     /* why it was given up, or NULL */

  /* Widgets of the print dialog */
  GtkCheckButton *tiled_button;
  GtkSpinButton  *scale_button;

  TlSheets sheets;
  gboolean is_tiled;
  double   scale;
};

G_DEFINE_FINAL_TYPE (TlPrintJob, tl_print_job, G_TYPE_OBJECT)

/* What the person chose before the first page is drawn. */
static TlPicture *
get_picture (TlPrintJob        *self,
             GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  gboolean is_part = self->pictures[1] != NULL && settings != NULL
                     && gtk_print_settings_get_print_pages (settings) == GTK_PRINT_PAGES_SELECTION;

  return self->pictures[is_part ? 1 : 0];
}

/* Callbacks of the operation */

static GObject *
make_page_cb (TlPrintJob *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *fit = gtk_check_button_new_with_mnemonic (_("_Fit on one sheet"));
  GtkWidget *tiled = gtk_check_button_new_with_mnemonic (_("_Over several sheets, to be put together on a wall"));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Scale in percent"));
  GtkWidget *scale = gtk_spin_button_new_with_range (10, 1000, 10);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (tiled), GTK_CHECK_BUTTON (fit));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->is_tiled ? tiled : fit), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (scale), self->scale * 100);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), scale);
  g_object_bind_property (tiled, "active", line, "sensitive", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), scale);
  gtk_box_append (GTK_BOX (box), fit);
  gtk_box_append (GTK_BOX (box), tiled);
  gtk_box_append (GTK_BOX (box), line);
  self->tiled_button = GTK_CHECK_BUTTON (tiled);
  self->scale_button = GTK_SPIN_BUTTON (scale);
  return G_OBJECT (box);
}

static void
page_applied_cb (TlPrintJob *self)
{
  self->is_tiled = gtk_check_button_get_active (self->tiled_button);
  self->scale = gtk_spin_button_get_value (self->scale_button) / 100;
}

static void
begin_print_cb (TlPrintJob        *self,
                GtkPrintContext   *context,
                GtkPrintOperation *operation)
{
  g_clear_pointer (&self->painter, tl_painter_free);
  self->painter = tl_painter_new (get_picture (self, operation), TRUE);
  g_clear_error (&self->error);
  if (!tl_sheets_init (&self->sheets, self->painter, self->is_tiled ? TL_SHEETS_TILED : TL_SHEETS_FIT,
                       gtk_print_context_get_width (context), gtk_print_context_get_height (context), self->scale,
                       &self->error))
    {
      gtk_print_operation_cancel (operation);
      return;
    }
  gtk_print_operation_set_n_pages (operation, (int) tl_sheets_get_n_pages (&self->sheets));
}

static void
draw_page_cb (TlPrintJob      *self,
              GtkPrintContext *context,
              int              page)
{
  tl_sheets_draw (&self->sheets, self->painter, (guint) page, gtk_print_context_get_cairo_context (context), NULL,
                  NULL);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  GTask *task = user_data;
  TlPrintJob *self = g_task_get_source_object (task);

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && self->error == NULL)
    gtk_print_operation_get_error (operation, &self->error);
  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, result == GTK_PRINT_OPERATION_RESULT_APPLY);
  g_object_unref (task);
}

static GtkPrintOperation *
make_operation (TlPrintJob *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (TlPainter) painter = tl_painter_new (self->pictures[0], TRUE);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  double width, height;

  tl_painter_get_size (painter, &width, &height);
  if (width > height)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, tl_painter_get_title (painter));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_support_selection (operation, TRUE);
  gtk_print_operation_set_has_selection (operation, self->pictures[1] != NULL);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _("Graph"));
  g_signal_connect_object (operation, "create-custom-widget", G_CALLBACK (make_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "custom-widget-apply", G_CALLBACK (page_applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, G_CONNECT_SWAPPED);
  return operation;
}

static void
print (TlPrintJob *self,
       GTask      *task)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (self);
  g_autoptr (GError) error = NULL;

  g_signal_connect (operation, "done", G_CALLBACK (done_cb), g_object_ref (task));
  if (self->path != NULL)
    gtk_print_operation_set_export_filename (operation, self->path);
  /* What goes wrong is told through "done" too. */
  gtk_print_operation_run (operation,
                           self->path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                              : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           self->parent, &error);
}

/* Freezing */

static void freeze (TlPrintJob *self,
                    GTask      *task);

static void
frozen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlPrintJob *self = g_task_get_source_object (task);
  GError *error = NULL;
  TlPicture *picture = tl_picture_job_freeze_finish (result, &error);

  if (picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->pictures[self->pictures[0] == NULL ? 0 : 1] = picture;
  if (self->selected != NULL && self->pictures[1] == NULL)
    freeze (self, task);
  else
    print (self, task);
}

/* First the whole, then what is selected. */
static void
freeze (TlPrintJob *self,
        GTask      *task)
{
  tl_picture_job_freeze_async (tl_review_get_path (self->review), TL_TIER_TRANSFER,
                               self->pictures[0] != NULL ? (const char *const *) self->selected : NULL,
                               g_task_get_cancellable (task), frozen_cb, g_object_ref (task));
}

/* GObject overrides */

static void
tl_print_job_finalize (GObject *object)
{
  TlPrintJob *self = TL_PRINT_JOB (object);

  g_clear_pointer (&self->painter, tl_painter_free);
  g_clear_pointer (&self->pictures[0], tl_picture_unref);
  g_clear_pointer (&self->pictures[1], tl_picture_unref);
  g_clear_object (&self->review);
  g_clear_object (&self->parent);
  g_clear_error (&self->error);
  g_strfreev (self->selected);
  g_free (self->path);
  G_OBJECT_CLASS (tl_print_job_parent_class)->finalize (object);
}

static void
tl_print_job_class_init (TlPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_print_job_finalize;
}

static void
tl_print_job_init (TlPrintJob *self)
{
  self->scale = 1;
}

/**
 * tl_print_job_new:
 * @review: the review whose graph it is
 * @selected: ids of what is selected; may be empty
 *
 * Returns: (transfer full): a job, to be run once
 */
TlPrintJob *
tl_print_job_new (TlReview          *review,
                  const char *const *selected)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && selected != NULL, NULL);

  TlPrintJob *self = g_object_new (TL_TYPE_PRINT_JOB, NULL);

  self->review = g_object_ref (review);
  self->selected = selected[0] != NULL ? g_strdupv ((char **) selected) : NULL;
  return self;
}

/**
 * tl_print_job_export_to:
 * @path: of a PDF
 *
 * The pages go to a file and nobody is asked.
 */
void
tl_print_job_export_to (TlPrintJob *self,
                        const char *path)
{
  g_return_if_fail (TL_IS_PRINT_JOB (self) && path != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
}

/**
 * tl_print_job_run_async:
 * @parent: (nullable): the window that asks
 * @cancellable: (nullable): to give up before the dialog opens
 * @callback: called when it has been printed, or won't be
 * @user_data: for @callback
 */
void
tl_print_job_run_async (TlPrintJob          *self,
                        GtkWindow           *parent,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (TL_IS_PRINT_JOB (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_print_job_run_async);
  g_set_object (&self->parent, parent);
  freeze (self, task);
}

/**
 * tl_print_job_run_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it was printed; %FALSE without @error if the person thought better of it
 */
gboolean
tl_print_job_run_finish (TlPrintJob    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
