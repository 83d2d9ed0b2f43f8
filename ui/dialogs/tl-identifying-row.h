/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/exchange/tl-identifying.h"

G_BEGIN_DECLS

#define TL_TYPE_IDENTIFYING_ROW (tl_identifying_row_get_type ())
G_DECLARE_FINAL_TYPE (TlIdentifyingRow, tl_identifying_row, TL, IDENTIFYING_ROW, AdwPreferencesRow)

GtkWidget *tl_identifying_row_new (TlReview            *review,
                                   TlTier               tier,
                                   const TlIdentifying *passage);

G_END_DECLS
