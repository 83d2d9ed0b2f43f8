/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_ACTIONS_VIEW (tl_actions_view_get_type ())
G_DECLARE_FINAL_TYPE (TlActionsView, tl_actions_view, TL, ACTIONS_VIEW, AdwBin)

GtkWidget *tl_actions_view_new (TlReview *review);

G_END_DECLS
