/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_NARRATIVE_FOLD (tl_narrative_fold_get_type ())
G_DECLARE_FINAL_TYPE (TlNarrativeFold, tl_narrative_fold, TL, NARRATIVE_FOLD, GtkWidget)

GtkWidget *tl_narrative_fold_new       (void);
void       tl_narrative_fold_set_count (TlNarrativeFold *self,
                                        guint            n);

G_END_DECLS
