/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-heat.h"

G_BEGIN_DECLS

#define TL_TYPE_PAIRS_TABLE (tl_pairs_table_get_type ())
G_DECLARE_FINAL_TYPE (TlPairsTable, tl_pairs_table, TL, PAIRS_TABLE, AdwBin)

GtkWidget    *tl_pairs_table_new      (void);
void          tl_pairs_table_set_heat (TlPairsTable *self,
                                       const TlHeat *heat);
void          tl_pairs_table_choose   (TlPairsTable *self,
                                       const TlPair *pair);
const TlPair *tl_pairs_table_get_pair (TlPairsTable *self);
GdkContentProvider *tl_pairs_table_dup_content (TlPairsTable *self);

G_END_DECLS
