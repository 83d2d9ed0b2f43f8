/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_TRACKER (tl_tracker_get_type ())
G_DECLARE_FINAL_TYPE (TlTracker, tl_tracker, TL, TRACKER, AdwBin)

GtkWidget *tl_tracker_new  (TlSelection *selection);
void       tl_tracker_show (TlTracker   *self,
                            TlRecord    *recommendation);

G_END_DECLS
