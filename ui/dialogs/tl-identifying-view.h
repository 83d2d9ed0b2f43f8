/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_IDENTIFYING_VIEW (tl_identifying_view_get_type ())
G_DECLARE_FINAL_TYPE (TlIdentifyingView, tl_identifying_view, TL, IDENTIFYING_VIEW, AdwBin)

GtkWidget *tl_identifying_view_new (TlReview *review,
                                    TlTier    tier);

G_END_DECLS
