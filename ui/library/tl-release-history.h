/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/releases/tl-release-log.h"
#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_HISTORY (tl_release_history_get_type ())
G_DECLARE_FINAL_TYPE (TlReleaseHistory, tl_release_history, TL, RELEASE_HISTORY, AdwBin)

GtkWidget           *tl_release_history_new      (TlQuestion        *question);
void                 tl_release_history_renew    (TlReleaseHistory  *self);
guint                tl_release_history_count    (TlReleaseHistory  *self);
const TlReleasePlan *tl_release_history_get_plan (TlReleaseHistory  *self);

G_END_DECLS
