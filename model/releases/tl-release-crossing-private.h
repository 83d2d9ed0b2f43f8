/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-asked.h"

G_BEGIN_DECLS

void     _tl_release_leave_out_crossing (GPtrArray     *tables,
                                         GPtrArray     *earlier);
void     _tl_release_leave_out_earlier  (GPtrArray     *others,
                                         GPtrArray     *earlier);
gboolean _tl_release_is_same_group      (const TlAsked *one,
                                         const TlAsked *other);

G_END_DECLS
