/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/questions/tl-themes.h"

G_BEGIN_DECLS

#define TL_TYPE_THEMES_LINE (tl_themes_line_get_type ())
G_DECLARE_FINAL_TYPE (TlThemesLine, tl_themes_line, TL, THEMES_LINE, GObject)

GListModel           *tl_themes_lines_new         (TlThemes     *themes);
gboolean              tl_themes_lines_renew       (GListModel   *lines,
                                                   TlThemes     *themes);

const TlThemesRow    *tl_themes_line_get_row      (TlThemesLine *self);
const TlThemesCell   *tl_themes_line_get_cell     (TlThemesLine *self,
                                                   guint         column);
const TlThemesColumn *tl_themes_line_get_column   (TlThemesLine *self,
                                                   guint         column);
char                 *tl_themes_line_dup_sentence (TlThemesLine *self,
                                                   guint         column);

G_END_DECLS
