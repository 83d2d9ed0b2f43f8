/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_ROW (tl_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingRow, tl_finding_row, TL, FINDING_ROW, GtkListBoxRow)

GtkWidget *tl_finding_row_new         (TlReview     *review,
                                       TlRecord     *finding);
TlRecord  *tl_finding_row_get_finding (TlFindingRow *self);
void       tl_finding_row_refresh     (TlFindingRow *self);

G_END_DECLS
