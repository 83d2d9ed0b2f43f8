/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/exchange/tl-export.h"
#include "model/picture/tl-picture.h"

G_BEGIN_DECLS

TlPicture *tl_why_picture_new           (TlExport         *export,
                                         const char       *finding_id,
                                         GCancellable     *cancellable,
                                         GError          **error);
char      *tl_why_picture_dup_label     (const TlPicture  *picture);
char     **tl_why_picture_dup_sentences (const TlPicture  *picture);

G_END_DECLS
