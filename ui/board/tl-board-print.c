/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints findings as they are read, with what the board answers. The why-graphs are made by a worker before the
 * toolkit's dialog opens. */
#include "config.h"

#include "ui/board/tl-board-print.h"

#include <glib/gi18n.h>

#include "ui/board/tl-finding-paper.h"
#include "ui/board/tl-why-job.h"

/* On all four sides, in points. */
#define MARGIN 54

struct _TlBoardPrint
{
  GObject parent_instance;

  /* Owned */
  TlReview       *review;
  GPtrArray      *findings; /* of TlRecord */
  GPtrArray      *pictures; /* of TlPicture, one a finding */
  TlFindingPaper *paper;    /* while pages are drawn */
  char           *path;     /* of a PDF to make without asking, or NULL */
  GtkWindow      *parent;   /* while it runs */
};

G_DEFINE_FINAL_TYPE (TlBoardPrint, tl_board_print, G_TYPE_OBJECT)

/* Callbacks of the operation */

static void
begin_print_cb (TlBoardPrint      *self,
                GtkPrintContext   *context,
                GtkPrintOperation *operation)
{
  PangoContext *text = gtk_print_context_create_pango_context (context);
  g_autofree char *title = tl_review_dup_title (self->review, tl_review_get_subject (self->review));

  g_clear_pointer (&self->paper, tl_finding_paper_free);
  self->paper = tl_finding_paper_new (text, title, gtk_print_context_get_width (context),
                                      gtk_print_context_get_height (context));
  g_object_unref (text);
  for (guint i = 0; i < self->findings->len; i++)
    {
      TlRecord *finding = g_ptr_array_index (self->findings, i);
      g_autoptr (TlBoardReading) reading = tl_board_reading_new (self->review);
      g_autoptr (GPtrArray) parts = tl_finding_text_read (reading, finding);

      tl_finding_text_read_answers (reading, finding, parts);
      tl_finding_paper_add (self->paper, parts, g_ptr_array_index (self->pictures, i));
    }
  gtk_print_operation_set_n_pages (operation, (int) tl_finding_paper_get_n_pages (self->paper));
}

static void
draw_page_cb (TlBoardPrint    *self,
              GtkPrintContext *context,
              int              page)
{
  tl_finding_paper_draw (self->paper, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, error);
    }
  else
    g_task_return_boolean (task, result == GTK_PRINT_OPERATION_RESULT_APPLY);
  g_object_unref (task);
}

static GtkPrintOperation *
make_operation (TlBoardPrint *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *title = tl_review_dup_title (self->review, tl_review_get_subject (self->review));

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, G_CONNECT_SWAPPED);
  return operation;
}

static void
print (TlBoardPrint *self,
       GTask        *task)
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

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlBoardPrint *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->pictures = tl_why_job_draw_finish (result, &error);
  if (self->pictures == NULL)
    g_task_return_error (task, error);
  else
    print (self, task);
}

/* GObject overrides */

static void
tl_board_print_finalize (GObject *object)
{
  TlBoardPrint *self = TL_BOARD_PRINT (object);

  g_clear_pointer (&self->paper, tl_finding_paper_free);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->review);
  g_clear_object (&self->parent);
  g_free (self->path);
  G_OBJECT_CLASS (tl_board_print_parent_class)->finalize (object);
}

static void
tl_board_print_class_init (TlBoardPrintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_board_print_finalize;
}

static void
tl_board_print_init (TlBoardPrint *self)
{
}

/**
 * tl_board_print_new:
 * @review: a review
 * @findings: (element-type TlRecord): those to print
 *
 * Returns: (transfer full): a job, to be run once
 */
TlBoardPrint *
tl_board_print_new (TlReview  *review,
                    GPtrArray *findings)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && findings != NULL, NULL);

  TlBoardPrint *self = g_object_new (TL_TYPE_BOARD_PRINT, NULL);

  self->review = g_object_ref (review);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->findings, g_object_ref (g_ptr_array_index (findings, i)));
  return self;
}

/**
 * tl_board_print_export_to:
 * @path: of a PDF
 *
 * The pages go to a file and nobody is asked.
 */
void
tl_board_print_export_to (TlBoardPrint *self,
                          const char   *path)
{
  g_return_if_fail (TL_IS_BOARD_PRINT (self) && path != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
}

/**
 * tl_board_print_run_async:
 * @parent: (nullable): the window that asks
 * @callback: called when it has been printed, or won't be
 * @user_data: for @callback
 */
void
tl_board_print_run_async (TlBoardPrint        *self,
                          GtkWindow           *parent,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (TL_IS_BOARD_PRINT (self));

  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_task_set_source_tag (task, tl_board_print_run_async);
  g_set_object (&self->parent, parent);
  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (ids, (gpointer) tl_record_get_id (g_ptr_array_index (self->findings, i)));
  g_ptr_array_add (ids, NULL);
  tl_why_job_draw_async (tl_review_get_path (self->review), (const char *const *) ids->pdata, NULL, drawn_cb,
                         g_object_ref (task));
}

/**
 * tl_board_print_run_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it was printed; %FALSE without @error if the person thought better of it
 */
gboolean
tl_board_print_run_finish (TlBoardPrint  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
