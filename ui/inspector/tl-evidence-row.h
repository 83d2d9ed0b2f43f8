/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_EVIDENCE_ROW (tl_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (TlEvidenceRow, tl_evidence_row, TL, EVIDENCE_ROW, GtkListBoxRow)

GtkWidget *tl_evidence_row_new (TlReview *review,
                                TlRecord *support);

G_END_DECLS
