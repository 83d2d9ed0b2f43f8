/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/releases/tl-release-plan.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_DRAFT (tl_release_draft_get_type ())
G_DECLARE_FINAL_TYPE (TlReleaseDraft, tl_release_draft, TL, RELEASE_DRAFT, AdwBin)

GtkWidget     *tl_release_draft_new          (GtkWidget                *form);

gboolean       tl_release_draft_add          (TlReleaseDraft           *self,
                                              const TlAsked  *question);
void           tl_release_draft_remove       (TlReleaseDraft           *self,
                                              guint                     table);
void           tl_release_draft_move         (TlReleaseDraft           *self,
                                              guint                     table);
void           tl_release_draft_set_plan     (TlReleaseDraft           *self,
                                              const TlReleasePlan      *plan);
TlReleasePlan *tl_release_draft_dup_plan     (TlReleaseDraft           *self);
guint          tl_release_draft_get_chosen   (TlReleaseDraft           *self);

G_END_DECLS
