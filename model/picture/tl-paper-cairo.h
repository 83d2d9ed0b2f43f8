/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "model/picture/tl-paper.h"

G_BEGIN_DECLS

TlPaper *tl_paper_cairo_new  (cairo_t *cr);
void     tl_paper_cairo_free (TlPaper *paper);

G_END_DECLS
