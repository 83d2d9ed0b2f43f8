/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-paper-size.h"
#include "model/picture/tl-picture.h"

G_BEGIN_DECLS

typedef enum {
  TL_PICTURE_SVG,
  TL_PICTURE_PNG,
  TL_PICTURE_PDF,
} TlPictureFormat;

/**
 * TlPictureOptions:
 * @format: of the file
 * @with_legend: whether it explains boxes and strokes
 * @scale: 1 for the size that the canvas has at 100 %
 * @paper: (nullable): of a PDF: for which paper; a page as large as the picture without
 * @is_tiled: of a PDF on paper: whether it goes over several sheets instead of being made to fit one
 */
typedef struct {
  TlPictureFormat    format;
  gboolean           with_legend;
  double             scale;
  const TlPaperSize *paper;
  gboolean           is_tiled;
} TlPictureOptions;

gboolean tl_picture_format_parse (const char              *name,
                                  TlPictureFormat         *format);
GBytes  *tl_picture_make_file    (const TlPicture         *picture,
                                  const TlPictureOptions  *options,
                                  GCancellable            *cancellable,
                                  GError                 **error);
gboolean tl_picture_measure      (const TlPicture         *picture,
                                  const TlPictureOptions  *options,
                                  double                  *width,
                                  double                  *height,
                                  guint                   *n_pages,
                                  GError                 **error);

G_END_DECLS
