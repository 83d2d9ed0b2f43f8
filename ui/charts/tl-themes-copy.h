/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "model/questions/tl-themes.h"

G_BEGIN_DECLS

char               *tl_themes_copy_dup_tabs    (const TlThemes *themes);
char               *tl_themes_copy_dup_html    (const TlThemes *themes);
GdkContentProvider *tl_themes_copy_new_content (const TlThemes *themes);

G_END_DECLS
