/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/case/tl-narrative.h"
#include "model/case/tl-tunnel.h"
#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_NARRATIVE_VIEW (tl_narrative_view_get_type ())
G_DECLARE_FINAL_TYPE (TlNarrativeView, tl_narrative_view, TL, NARRATIVE_VIEW, GtkWidget)

GtkWidget *tl_narrative_view_new    (TlNarrative     *narrative,
                                     TlSelection     *selection);

void       tl_narrative_view_set_tunnel (TlNarrativeView *self,
                                     TlTunnel        *tunnel);
gboolean   tl_narrative_view_shows  (TlNarrativeView *self,
                                     TlRecord        *record);
void       tl_narrative_view_reveal (TlNarrativeView *self,
                                     const char      *id);
void       tl_narrative_view_go_to  (TlNarrativeView *self,
                                     gint64           from,
                                     gint64           to);
void       tl_narrative_view_zoom_to (TlNarrativeView *self,
                                     gint64           from,
                                     gint64           to);

G_END_DECLS
