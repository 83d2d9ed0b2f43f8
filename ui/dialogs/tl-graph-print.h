/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_PRINT_JOB (tl_print_job_get_type ())
G_DECLARE_FINAL_TYPE (TlPrintJob, tl_print_job, TL, PRINT_JOB, GObject)

TlPrintJob *tl_print_job_new        (TlReview            *review,
                                     const char *const   *selected);
void        tl_print_job_run_async  (TlPrintJob          *self,
                                     GtkWindow           *parent,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean    tl_print_job_run_finish (TlPrintJob          *self,
                                     GAsyncResult        *result,
                                     GError             **error);
void        tl_print_job_export_to  (TlPrintJob          *self,
                                     const char          *path);

G_END_DECLS
