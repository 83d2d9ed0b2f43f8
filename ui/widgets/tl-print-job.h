/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_PRINT_JOB (tl_print_job_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlPrintJob, tl_print_job, TL, PRINT_JOB, GObject)

/**
 * TlPrintJobClass:
 * @prepare: (nullable): makes what is to be printed, before the toolkit's dialog opens; ends the task with %TRUE or an
 *   error
 * @set_up: (nullable): says what the operation is called and on what paper; its unit is the point
 * @lay_out: breaks it into pages for the paper that was chosen; returns how many there are, or 0 with an error
 * @draw: draws a page, from 0
 *
 * What a document has to know of itself in order to be printed.
 */
struct _TlPrintJobClass
{
  GObjectClass parent_class;

  void     (*prepare) (TlPrintJob         *self,
                       GTask              *task);
  void     (*set_up)  (TlPrintJob         *self,
                       GtkPrintOperation  *operation);
  guint    (*lay_out) (TlPrintJob         *self,
                       GtkPrintOperation  *operation,
                       GtkPrintContext    *context,
                       GError            **error);
  gboolean (*draw)    (TlPrintJob         *self,
                       guint               page,
                       cairo_t            *cr,
                       GError            **error);
};

void     tl_print_job_export_to  (TlPrintJob           *self,
                                  const char           *path);
void     tl_print_job_run_async  (TlPrintJob           *self,
                                  GtkWindow            *parent,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean tl_print_job_run_finish (TlPrintJob           *self,
                                  GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
