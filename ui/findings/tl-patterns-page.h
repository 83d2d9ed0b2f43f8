/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_PATTERNS_PAGE (tl_patterns_page_get_type ())
G_DECLARE_FINAL_TYPE (TlPatternsPage, tl_patterns_page, TL, PATTERNS_PAGE, AdwBin)

GtkWidget *tl_patterns_page_new (TlSelection *selection);

G_END_DECLS
