/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/words/tl-words.h"

G_BEGIN_DECLS

#define TL_TYPE_GUARD_POPOVER (tl_guard_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlGuardPopover, tl_guard_popover, TL, GUARD_POPOVER, GtkPopover)

GtkWidget *tl_guard_popover_new (const TlWordHit *hit,
                                 gboolean         can_keep);

G_END_DECLS
