/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/picture/tl-paper.h"

G_BEGIN_DECLS

/* An image of more would not fit into the memory of a usual machine, nor a side longer than this into an image. */
#define TL_DRAWING_MAX_PIXELS (120 * 1000 * 1000)
#define TL_DRAWING_MAX_SIDE 32000

/**
 * TlDrawing:
 * @title: what it is called
 * @description: (nullable): what is in it, for who does not see it
 * @language: of its words, as in "en-GB"
 * @width: in its units
 * @height: likewise
 * @paint: paints it on paper, from 0, 0; %FALSE on failure
 * @data: for @paint
 *
 * Whatever can be painted, with what a file says of it. Its texts are borrowed.
 */
typedef struct {
  const char *title;
  const char *description;
  const char *language;
  double      width;
  double      height;
  gboolean  (*paint) (gpointer       data,
                      TlPaper       *paper,
                      GCancellable  *cancellable,
                      GError       **error);
  gpointer    data;
} TlDrawing;

char     *tl_drawing_dup_language (void);

GBytes   *tl_drawing_make_svg    (const TlDrawing  *self,
                                  double            scale,
                                  GCancellable     *cancellable,
                                  GError          **error);
GBytes   *tl_drawing_make_png    (const TlDrawing  *self,
                                  double            scale,
                                  GCancellable     *cancellable,
                                  GError          **error);
gboolean  tl_drawing_fits_png    (const TlDrawing  *self,
                                  double            scale,
                                  GError          **error);

G_END_DECLS
