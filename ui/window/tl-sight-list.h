/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/canvas/tl-canvas-sight.h"

G_BEGIN_DECLS

#define TL_TYPE_SIGHT_LIST (tl_sight_list_get_type ())
G_DECLARE_FINAL_TYPE (TlSightList, tl_sight_list, TL, SIGHT_LIST, GtkPopover)

GtkWidget *tl_sight_list_new (TlCanvasSight *sight);

G_END_DECLS
