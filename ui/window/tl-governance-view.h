/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_GOVERNANCE_VIEW (tl_governance_view_get_type ())
G_DECLARE_FINAL_TYPE (TlGovernanceView, tl_governance_view, TL, GOVERNANCE_VIEW, AdwBin)

GtkWidget *tl_governance_view_new (TlReview *review);

G_END_DECLS
