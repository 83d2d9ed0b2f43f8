/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_RECORDS_GROUP (tl_records_group_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordsGroup, tl_records_group, TL, RECORDS_GROUP, AdwPreferencesGroup)

GtkWidget *tl_records_group_new (TlReview   *review,
                                 const char *kind);

G_END_DECLS
