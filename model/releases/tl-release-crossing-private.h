/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void _tl_release_leave_out_crossing (GPtrArray *tables,
                                     GPtrArray *earlier);

G_END_DECLS
