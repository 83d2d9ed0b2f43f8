/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_PAGE (tl_outline_page_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlinePage, tl_outline_page, TL, OUTLINE_PAGE, AdwBin)

GtkWidget *tl_outline_page_new      (TlSelection   *selection);
void       tl_outline_page_activate (TlOutlinePage *self,
                                     const char    *action);

G_END_DECLS
