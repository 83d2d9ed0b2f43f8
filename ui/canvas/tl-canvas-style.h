/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     tl_canvas_style_load             (void);
gboolean tl_canvas_style_is_high_contrast (void);

G_END_DECLS
