/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASES_VIEW (tl_releases_view_get_type ())
G_DECLARE_FINAL_TYPE (TlReleasesView, tl_releases_view, TL, RELEASES_VIEW, AdwBin)

GtkWidget *tl_releases_view_new (TlReview *review,
                                 TlTier    tier);

G_END_DECLS
