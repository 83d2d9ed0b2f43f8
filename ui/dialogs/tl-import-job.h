/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/exchange/tl-import-document.h"

G_BEGIN_DECLS

#define TL_TYPE_IMPORT_JOB (tl_import_job_get_type ())
G_DECLARE_FINAL_TYPE (TlImportJob, tl_import_job, TL, IMPORT_JOB, GObject)

TlImportJob *tl_import_job_new          (const char *const   *paths);
void         tl_import_job_run_async    (TlImportJob         *self,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
GPtrArray   *tl_import_job_run_finish   (TlImportJob         *self,
                                         GAsyncResult        *result,
                                         GError             **error);
char        *tl_import_job_get_progress (TlImportJob         *self,
                                         guint               *n_done,
                                         guint               *n_files);

G_END_DECLS
