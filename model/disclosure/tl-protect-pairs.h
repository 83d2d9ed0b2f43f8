/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/disclosure/tl-protect.h"

G_BEGIN_DECLS

TlProtectResult tl_protect_pairs (const gint64 *counts,
                                  guint         n,
                                  gint64        base,
                                  guint         threshold,
                                  gboolean     *withheld);

G_END_DECLS
