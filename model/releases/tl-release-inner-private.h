/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release-table.h"

G_BEGIN_DECLS

GPtrArray *_tl_release_ask_inner       (GPtrArray     *tables,
                                        GPtrArray     *others,
                                        TlLibrary     *library,
                                        GCancellable  *cancellable,
                                        GError       **error);
void       _tl_release_leave_out_inner (GPtrArray     *tables);

G_END_DECLS
