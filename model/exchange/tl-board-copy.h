/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/exchange/tl-export.h"

G_BEGIN_DECLS

gboolean tl_board_copy_write (TlReview        *review,
                              const char      *path,
                              TlExportReport **report,
                              GCancellable    *cancellable,
                              GError         **error);

G_END_DECLS
