/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/canvas/tl-canvas-lens.h"

G_BEGIN_DECLS

#define TL_TYPE_LENS_BAR (tl_lens_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlLensBar, tl_lens_bar, TL, LENS_BAR, AdwBin)

GtkWidget *tl_lens_bar_new         (TlCanvasLens *lens);
GtkWidget *tl_lens_bar_new_chooser (TlCanvasLens *lens);

G_END_DECLS
