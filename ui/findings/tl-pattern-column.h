/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/findings/tl-pattern-card.h"

G_BEGIN_DECLS

#define TL_TYPE_PATTERN_COLUMN (tl_pattern_column_get_type ())
G_DECLARE_FINAL_TYPE (TlPatternColumn, tl_pattern_column, TL, PATTERN_COLUMN, AdwBin)

GtkWidget  *tl_pattern_column_new     (const TlMethodEntry *category,
                                       gboolean             editable);

const char *tl_pattern_column_get_key (TlPatternColumn *self);
GtkWidget  *tl_pattern_column_get_box (TlPatternColumn *self);
void        tl_pattern_column_refresh (TlPatternColumn *self);

G_END_DECLS
