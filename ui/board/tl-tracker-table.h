/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_TRACKER_TABLE (tl_tracker_table_get_type ())
G_DECLARE_FINAL_TYPE (TlTrackerTable, tl_tracker_table, TL, TRACKER_TABLE, AdwBin)

GtkWidget *tl_tracker_table_new  (TlSelection    *selection);
void       tl_tracker_table_show (TlTrackerTable *self,
                                  TlRecord       *recommendation);

G_END_DECLS
