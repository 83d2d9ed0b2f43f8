/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS_PALETTE (tl_canvas_palette_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvasPalette, tl_canvas_palette, TL, CANVAS_PALETTE, AdwBin)

GtkWidget *tl_canvas_palette_new (TlReview *review);

G_END_DECLS
