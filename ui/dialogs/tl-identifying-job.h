/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/exchange/tl-identifying.h"

G_BEGIN_DECLS

void       tl_identifying_job_async  (const char          *review_path,
                                      TlTier               tier,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
GPtrArray *tl_identifying_job_finish (GAsyncResult        *result,
                                      GError             **error);

G_END_DECLS
