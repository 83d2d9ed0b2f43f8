/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/exchange/tl-export.h"
#include "model/picture/tl-picture.h"

G_BEGIN_DECLS

TlPicture *tl_export_freeze  (TlExport           *export,
                              GHashTable         *part);
TlPicture *tl_export_picture (TlReview           *review,
                              TlTier              tier,
                              const char *const  *only,
                              GCancellable       *cancellable,
                              GError            **error);

G_END_DECLS
