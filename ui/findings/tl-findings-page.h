/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDINGS_PAGE (tl_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingsPage, tl_findings_page, TL, FINDINGS_PAGE, AdwBin)

GtkWidget *tl_findings_page_new (TlSelection *selection);

G_END_DECLS
