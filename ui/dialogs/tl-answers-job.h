/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/case/tl-returned-copy.h"

G_BEGIN_DECLS

#define TL_TYPE_ANSWERS_JOB (tl_answers_job_get_type ())
G_DECLARE_FINAL_TYPE (TlAnswersJob, tl_answers_job, TL, ANSWERS_JOB, GObject)

TlAnswersJob   *tl_answers_job_new           (const char           *copy_path,
                                              const char           *review_id);
void            tl_answers_job_run_async     (TlAnswersJob         *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
TlReturnedCopy *tl_answers_job_run_finish    (TlAnswersJob         *self,
                                              GAsyncResult         *result,
                                              GError              **error);
double          tl_answers_job_get_progress  (TlAnswersJob         *self);

G_END_DECLS
