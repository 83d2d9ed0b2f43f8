/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/method/tl-markers.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_MARKER_ROW (tl_marker_row_get_type ())
G_DECLARE_FINAL_TYPE (TlMarkerRow, tl_marker_row, TL, MARKER_ROW, AdwExpanderRow)

GtkWidget *tl_marker_row_new     (TlReview       *review,
                                  const TlMarker *marker);
gboolean   tl_marker_row_matches (TlMarkerRow    *self,
                                  const char     *words);

G_END_DECLS
