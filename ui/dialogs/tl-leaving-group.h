/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_LEAVING_GROUP (tl_leaving_group_get_type ())
G_DECLARE_FINAL_TYPE (TlLeavingGroup, tl_leaving_group, TL, LEAVING_GROUP, AdwPreferencesGroup)

void  tl_leaving_group_set_review (TlLeavingGroup *self,
                                   TlReview       *review);
void  tl_leaving_group_set_tier   (TlLeavingGroup *self,
                                   TlTier          tier);
char *tl_leaving_group_dup_remains (TlLeavingGroup *self);

G_END_DECLS
