/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-picture-file.h"
#include "model/record/tl-kind.h"

G_BEGIN_DECLS

void       tl_picture_job_freeze_async  (const char              *review_path,
                                         TlTier                   tier,
                                         const char *const       *only,
                                         GCancellable            *cancellable,
                                         GAsyncReadyCallback      callback,
                                         gpointer                 user_data);
TlPicture *tl_picture_job_freeze_finish (GAsyncResult            *result,
                                         GError                 **error);

void       tl_picture_job_draw_async    (TlPicture               *picture,
                                         const TlPictureOptions  *options,
                                         GFile                   *target,
                                         GCancellable            *cancellable,
                                         GAsyncReadyCallback      callback,
                                         gpointer                 user_data);
GBytes    *tl_picture_job_draw_finish   (GAsyncResult            *result,
                                         GError                 **error);

G_END_DECLS
