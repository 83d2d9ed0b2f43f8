/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/releases/tl-release-table.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_SHEET (tl_release_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TlReleaseSheet, tl_release_sheet, TL, RELEASE_SHEET, AdwBin)

GtkWidget *tl_release_sheet_new       (void);
void       tl_release_sheet_set_table (TlReleaseSheet        *self,
                                       const TlReleaseTable  *table);

G_END_DECLS
