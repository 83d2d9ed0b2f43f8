/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Themes in their files: tl-themes.c counts, tl-themes-protect.c withholds, tl-themes-print.c puts it into words and
 * tables. */
#pragma once

#include "model/questions/tl-coded.h"
#include "model/questions/tl-themes.h"

G_BEGIN_DECLS

void  _tl_themes_describe  (TlThemes             *themes,
                            const TlThemesQuery  *query,
                            const TlCoded        *coded);

G_END_DECLS
