/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_WEAKENS_LIST (tl_weakens_list_get_type ())
G_DECLARE_FINAL_TYPE (TlWeakensList, tl_weakens_list, TL, WEAKENS_LIST, AdwPreferencesGroup)

GtkWidget *tl_weakens_list_new (TlReview *review,
                                TlRecord *action);

G_END_DECLS
