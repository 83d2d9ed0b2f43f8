/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint *tl_seriation_dup_order (const double *distances,
                               guint         n);

G_END_DECLS
