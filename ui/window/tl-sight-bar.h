/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/canvas/tl-canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_SIGHT_BAR (tl_sight_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlSightBar, tl_sight_bar, TL, SIGHT_BAR, AdwBin)

GtkWidget *tl_sight_bar_new (TlCanvas *canvas);

G_END_DECLS
