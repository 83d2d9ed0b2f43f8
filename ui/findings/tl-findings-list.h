/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDINGS_LIST (tl_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingsList, tl_findings_list, TL, FINDINGS_LIST, AdwBin)

GtkWidget *tl_findings_list_new         (TlSelection   *selection);

TlRecord  *tl_findings_list_get_current (TlFindingsList *self,
                                        guint         *position);
void       tl_findings_list_refresh     (TlFindingsList *self);
gboolean   tl_findings_list_focus       (TlFindingsList *self,
                                        TlRecord      *finding);

G_END_DECLS
