/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-themes.h"
#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_THEMES_PAGE (tl_themes_page_get_type ())
G_DECLARE_FINAL_TYPE (TlThemesPage, tl_themes_page, TL, THEMES_PAGE, AdwBin)

GtkWidget      *tl_themes_page_new            (TlQuestion   *question);
void            tl_themes_page_choose_columns (TlThemesPage *self,
                                               TlFacet       facet);
void            tl_themes_page_show_charts    (TlThemesPage *self);
const TlThemes *tl_themes_page_get_themes     (TlThemesPage *self);

G_END_DECLS
