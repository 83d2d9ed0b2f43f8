/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_WHY_VIEW (tl_why_view_get_type ())
G_DECLARE_FINAL_TYPE (TlWhyView, tl_why_view, TL, WHY_VIEW, AdwBin)

GtkWidget *tl_why_view_new         (TlReview   *review);
void       tl_why_view_set_finding (TlWhyView  *self,
                                    TlRecord   *finding);
void       tl_why_view_refresh     (TlWhyView  *self);
void       tl_why_view_set_scale   (TlWhyView  *self,
                                    double      scale);

G_END_DECLS
