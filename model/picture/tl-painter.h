/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-paper.h"
#include "model/picture/tl-picture.h"

G_BEGIN_DECLS

/**
 * TlPainter:
 *
 * Paints a picture on any paper, in the units of the canvas, from 0, 0. It belongs to the thread that made it; several
 * may paint one picture.
 */
typedef struct _TlPainter TlPainter;

TlPainter  *tl_painter_new       (const TlPicture    *picture,
                                  gboolean            with_legend);
void        tl_painter_free      (TlPainter          *self);

void        tl_painter_get_size  (TlPainter          *self,
                                  double             *width,
                                  double             *height);
const char *tl_painter_get_title (TlPainter          *self);
char       *tl_painter_dup_description (TlPainter    *self);
gboolean    tl_painter_paint     (TlPainter          *self,
                                  TlPaper            *paper,
                                  const TlLayoutBox  *part,
                                  GCancellable       *cancellable,
                                  GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPainter, tl_painter_free)

G_END_DECLS
