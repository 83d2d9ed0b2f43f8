/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release.h"

G_BEGIN_DECLS

void       tl_release_job_async  (const char           *path,
                                  const TlReleasePlan  *plan,
                                  const char           *target,
                                  TlReleaseProgress     progress,
                                  gpointer              user_data,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback);
TlRelease *tl_release_job_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
