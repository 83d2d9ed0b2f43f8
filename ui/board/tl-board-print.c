/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints findings as they are read, with what the board answers. The why-graphs are made by a worker before the
 * toolkit's dialog opens. */
#include "config.h"

#include "ui/board/tl-board-print.h"

#include "ui/board/tl-finding-paper.h"
#include "ui/board/tl-why-job.h"

/* On all four sides, in points. */
#define MARGIN 54

struct _TlBoardPrint
{
  TlPrintJob parent_instance;

  /* Owned */
  TlReview       *review;
  GPtrArray      *findings; /* of TlRecord */
  GPtrArray      *pictures; /* of TlPicture, one a finding */
  TlFindingPaper *paper;    /* while pages are drawn */
};

G_DEFINE_FINAL_TYPE (TlBoardPrint, tl_board_print, TL_TYPE_PRINT_JOB)

/* TlPrintJob overrides */

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
    g_task_return_boolean (task, TRUE);
}

static void
tl_board_print_prepare (TlPrintJob *job,
                        GTask      *task)
{
  TlBoardPrint *self = TL_BOARD_PRINT (job);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->findings->len; i++)
    g_ptr_array_add (ids, (gpointer) tl_record_get_id (g_ptr_array_index (self->findings, i)));
  g_ptr_array_add (ids, NULL);
  tl_why_job_draw_async (tl_review_get_path (self->review), (const char *const *) ids->pdata,
                         g_task_get_cancellable (task), drawn_cb, g_object_ref (task));
}

static void
tl_board_print_set_up (TlPrintJob        *job,
                       GtkPrintOperation *operation)
{
  TlBoardPrint *self = TL_BOARD_PRINT (job);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *title = tl_review_dup_title (self->review, tl_review_get_subject (self->review));

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
}

static guint
tl_board_print_lay_out (TlPrintJob         *job,
                        GtkPrintOperation  *operation,
                        GtkPrintContext    *context,
                        GError            **error)
{
  TlBoardPrint *self = TL_BOARD_PRINT (job);
  g_autoptr (GObject) text = G_OBJECT (gtk_print_context_create_pango_context (context));
  g_autofree char *title = tl_review_dup_title (self->review, tl_review_get_subject (self->review));

  g_clear_pointer (&self->paper, tl_finding_paper_free);
  self->paper = tl_finding_paper_new (PANGO_CONTEXT (text), title, gtk_print_context_get_width (context),
                                      gtk_print_context_get_height (context));
  for (guint i = 0; i < self->findings->len; i++)
    {
      TlRecord *finding = g_ptr_array_index (self->findings, i);
      g_autoptr (TlBoardReading) reading = tl_board_reading_new (self->review);
      g_autoptr (GPtrArray) parts = tl_finding_text_read (reading, finding);

      tl_finding_text_read_answers (reading, finding, parts);
      tl_finding_paper_add (self->paper, parts, g_ptr_array_index (self->pictures, i));
    }
  return tl_finding_paper_get_n_pages (self->paper);
}

static gboolean
tl_board_print_draw (TlPrintJob  *job,
                     guint        page,
                     cairo_t     *cr,
                     GError     **error)
{
  tl_finding_paper_draw (TL_BOARD_PRINT (job)->paper, page, cr);
  return TRUE;
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
  G_OBJECT_CLASS (tl_board_print_parent_class)->finalize (object);
}

static void
tl_board_print_class_init (TlBoardPrintClass *klass)
{
  TlPrintJobClass *job_class = TL_PRINT_JOB_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_board_print_finalize;
  job_class->prepare = tl_board_print_prepare;
  job_class->set_up = tl_board_print_set_up;
  job_class->lay_out = tl_board_print_lay_out;
  job_class->draw = tl_board_print_draw;
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
TlPrintJob *
tl_board_print_new (TlReview  *review,
                    GPtrArray *findings)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && findings != NULL, NULL);

  TlBoardPrint *self = g_object_new (TL_TYPE_BOARD_PRINT, NULL);

  self->review = g_object_ref (review);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->findings, g_object_ref (g_ptr_array_index (findings, i)));
  return TL_PRINT_JOB (self);
}
