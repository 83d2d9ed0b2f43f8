/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-narrative.h"
#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_NARRATIVE_TABLE (tl_narrative_table_get_type ())
G_DECLARE_FINAL_TYPE (TlNarrativeTable, tl_narrative_table, TL, NARRATIVE_TABLE, AdwBin)

GtkWidget *tl_narrative_table_new (TlNarrative *narrative,
                                   TlSelection *selection);

G_END_DECLS
