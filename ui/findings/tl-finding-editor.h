/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_EDITOR (tl_finding_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingEditor, tl_finding_editor, TL, FINDING_EDITOR, AdwBin)

GtkWidget *tl_finding_editor_new         (TlSelection     *selection);

TlRecord  *tl_finding_editor_get_finding (TlFindingEditor *self);
void       tl_finding_editor_set_finding (TlFindingEditor *self,
                                          TlRecord        *finding);
gboolean   tl_finding_editor_go_to       (TlFindingEditor *self,
                                          const char      *place);
void       tl_finding_editor_refresh     (TlFindingEditor *self);
void       tl_finding_editor_flush       (TlFindingEditor *self);

G_END_DECLS
