/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_SHEET (tl_finding_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingSheet, tl_finding_sheet, TL, FINDING_SHEET, AdwBin)

GtkWidget *tl_finding_sheet_new         (TlReview       *review);
TlRecord  *tl_finding_sheet_get_finding (TlFindingSheet *self);
void       tl_finding_sheet_set_finding (TlFindingSheet *self,
                                         TlRecord       *finding);
void       tl_finding_sheet_refresh     (TlFindingSheet *self);
void       tl_finding_sheet_set_zoom    (TlFindingSheet *self,
                                         guint           zoom);
void       tl_finding_sheet_reveal      (TlFindingSheet *self,
                                         const char     *id);

/* Steps of the size of the text. */
#define TL_FINDING_SHEET_N_ZOOMS 7
#define TL_FINDING_SHEET_NATURAL_ZOOM 2

G_END_DECLS
