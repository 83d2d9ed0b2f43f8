/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "model/picture/tl-drawing.h"

G_BEGIN_DECLS

cairo_status_t _tl_drawing_append (void                *bytes,
                                   const unsigned char *data,
                                   unsigned int         length);
gboolean       _tl_drawing_check  (cairo_status_t       status,
                                   GError             **error);

G_END_DECLS
