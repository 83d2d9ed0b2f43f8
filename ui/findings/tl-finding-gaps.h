/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-finding-gap.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_GAPS (tl_finding_gaps_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingGaps, tl_finding_gaps, TL, FINDING_GAPS, AdwBin)

GtkWidget *tl_finding_gaps_new  (void);
void       tl_finding_gaps_show (TlFindingGaps *self,
                                 guint          n_characters,
                                 GPtrArray     *gaps);

G_END_DECLS
