/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/picture/tl-picture.h"

G_BEGIN_DECLS

void       tl_why_job_draw_async  (const char           *review_path,
                                   const char *const    *findings,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GPtrArray *tl_why_job_draw_finish (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
