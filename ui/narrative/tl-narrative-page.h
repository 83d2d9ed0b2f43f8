/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_NARRATIVE_PAGE (tl_narrative_page_get_type ())
G_DECLARE_FINAL_TYPE (TlNarrativePage, tl_narrative_page, TL, NARRATIVE_PAGE, AdwBin)

GtkWidget *tl_narrative_page_new (TlSelection *selection);

G_END_DECLS
