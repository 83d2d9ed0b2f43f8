/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints a report, a receipt, or whatever else is made like one. A worker makes it before the toolkit's dialog
 * opens. */
#include "config.h"

#include "ui/dialogs/tl-report-print.h"

#include "model/report/tl-report-paper.h"

struct _TlReportPrint
{
  TlPrintJob parent_instance;

  TlReportPrintFunc make;
  gpointer          data;
  GDestroyNotify    free_data;

  /* Owned */
  TlReport      *report;
  TlReportPaper *paper; /* of the report; while pages are drawn */
};

G_DEFINE_FINAL_TYPE (TlReportPrint, tl_report_print, TL_TYPE_PRINT_JOB)

/* TlPrintJob overrides */

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  TlReportPrint *self = source;
  GError *error = NULL;

  self->report = self->make (self->data, cancellable, &error);
  if (self->report != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tl_report_print_prepare (TlPrintJob *job,
                         GTask      *task)
{
  g_task_run_in_thread (task, make_in_thread);
}

/* The style of reports has margins of its own. */
static void
tl_report_print_set_up (TlPrintJob        *job,
                        GtkPrintOperation *operation)
{
  gtk_print_operation_set_use_full_page (operation, TRUE);
}

static guint
tl_report_print_lay_out (TlPrintJob         *job,
                         GtkPrintOperation  *operation,
                         GtkPrintContext    *context,
                         GError            **error)
{
  TlReportPrint *self = TL_REPORT_PRINT (job);

  g_clear_pointer (&self->paper, tl_report_paper_free);
  self->paper = tl_report_paper_new (self->report, gtk_print_context_get_width (context),
                                     gtk_print_context_get_height (context), error);
  if (self->paper == NULL)
    return 0;
  gtk_print_operation_set_job_name (operation, tl_report_paper_get_title (self->paper));
  return tl_report_paper_get_n_pages (self->paper);
}

static gboolean
tl_report_print_draw (TlPrintJob  *job,
                      guint        page,
                      cairo_t     *cr,
                      GError     **error)
{
  return tl_report_paper_draw (TL_REPORT_PRINT (job)->paper, page, cr, NULL, error);
}

/* GObject overrides */

static void
tl_report_print_finalize (GObject *object)
{
  TlReportPrint *self = TL_REPORT_PRINT (object);

  g_clear_pointer (&self->paper, tl_report_paper_free);
  g_clear_pointer (&self->report, tl_report_free);
  if (self->free_data != NULL)
    self->free_data (self->data);
  G_OBJECT_CLASS (tl_report_print_parent_class)->finalize (object);
}

static void
tl_report_print_class_init (TlReportPrintClass *klass)
{
  TlPrintJobClass *job_class = TL_PRINT_JOB_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_report_print_finalize;
  job_class->prepare = tl_report_print_prepare;
  job_class->set_up = tl_report_print_set_up;
  job_class->lay_out = tl_report_print_lay_out;
  job_class->draw = tl_report_print_draw;
}

static void
tl_report_print_init (TlReportPrint *self)
{
}

/**
 * tl_report_print_new:
 * @make: makes what is to be printed; called in a worker
 * @data: (transfer full): for @make
 * @free_data: (nullable): frees @data
 *
 * Returns: (transfer full): a job, to be run once
 */
TlPrintJob *
tl_report_print_new (TlReportPrintFunc make,
                     gpointer          data,
                     GDestroyNotify    free_data)
{
  g_return_val_if_fail (make != NULL, NULL);

  TlReportPrint *self = g_object_new (TL_TYPE_REPORT_PRINT, NULL);

  self->make = make;
  self->data = data;
  self->free_data = free_data;
  return TL_PRINT_JOB (self);
}
