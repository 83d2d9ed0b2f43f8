/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-narrative.h"
#include "model/case/tl-tunnel.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_NARRATIVE_MARK (tl_narrative_mark_get_type ())
G_DECLARE_FINAL_TYPE (TlNarrativeMark, tl_narrative_mark, TL, NARRATIVE_MARK, GtkWidget)

GtkWidget  *tl_narrative_mark_new          (void);
void        tl_narrative_mark_update       (TlNarrativeMark       *self,
                                            TlReview              *review,
                                            const TlNarrativeItem *item);
void        tl_narrative_mark_show         (TlNarrativeMark       *self,
                                            double                 pixels);
void        tl_narrative_mark_set_selected (TlNarrativeMark       *self,
                                            gboolean               selected);
void        tl_narrative_mark_set_state    (TlNarrativeMark       *self,
                                            TlTunnelState          state,
                                            gboolean               is_occupied);
TlRecord   *tl_narrative_mark_get_record   (TlNarrativeMark       *self);

G_END_DECLS
