/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TL_TYPE_FACTOR_DRAG (tl_factor_drag_get_type ())
G_DECLARE_FINAL_TYPE (TlFactorDrag, tl_factor_drag, TL, FACTOR_DRAG, GObject)

TlFactorDrag      *tl_factor_drag_new      (const char *const *ids,
                                            const char        *from);
const char *const *tl_factor_drag_get_ids  (TlFactorDrag      *self);
const char        *tl_factor_drag_get_from (TlFactorDrag      *self);

G_END_DECLS
