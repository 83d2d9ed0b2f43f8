/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_SOURCES_PAGE (tl_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (TlSourcesPage, tl_sources_page, TL, SOURCES_PAGE, AdwBin)

GtkWidget *tl_sources_page_new       (TlSelection   *selection);
void       tl_sources_page_show_text (TlSourcesPage *self,
                                      const char    *source_id,
                                      guint          start,
                                      guint          end);

G_END_DECLS
