/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_FACTS_VIEW (tl_facts_view_get_type ())
G_DECLARE_FINAL_TYPE (TlFactsView, tl_facts_view, TL, FACTS_VIEW, AdwBin)

GtkWidget *tl_facts_view_new (TlReview *review);

G_END_DECLS
