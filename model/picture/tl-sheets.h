/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "model/picture/tl-painter.h"

G_BEGIN_DECLS

/* One unit of a picture is a pixel at 96 to the inch. */
#define TL_SHEETS_NATURAL_SCALE 0.75

/* More than would go on any wall. */
#define TL_SHEETS_MAX 400

/**
 * TlSheetsLayout:
 * @TL_SHEETS_OWN: one page as large as the picture
 * @TL_SHEETS_FIT: one sheet, on which the picture is made as small as need be
 * @TL_SHEETS_TILED: as many sheets as it takes, to be put together on a wall
 */
typedef enum {
  TL_SHEETS_OWN,
  TL_SHEETS_FIT,
  TL_SHEETS_TILED,
} TlSheetsLayout;

/**
 * TlSheets:
 * @layout: how the picture is spread
 * @page_width: of a page, in points
 * @page_height: likewise
 * @scale: points a unit of the picture
 * @columns: sheets side by side
 * @rows: sheets one below the other
 *
 * How a picture is spread over sheets of paper. Where it takes several, a page before them shows how they go together.
 */
typedef struct {
  TlSheetsLayout layout;
  double         page_width;
  double         page_height;
  double         scale;
  guint          columns;
  guint          rows;
} TlSheets;

gboolean tl_sheets_init        (TlSheets        *self,
                                TlPainter       *painter,
                                TlSheetsLayout   layout,
                                double           page_width,
                                double           page_height,
                                double           scale,
                                GError         **error);
gboolean tl_sheets_init_turned (TlSheets        *self,
                                TlPainter       *painter,
                                TlSheetsLayout   layout,
                                double           page_width,
                                double           page_height,
                                double           scale,
                                GError         **error);

guint    tl_sheets_get_n_pages (const TlSheets  *self);
char    *tl_sheets_dup_label   (const TlSheets  *self,
                                guint            page);
gboolean tl_sheets_draw        (const TlSheets  *self,
                                TlPainter       *painter,
                                guint            page,
                                cairo_t         *cr,
                                GCancellable    *cancellable,
                                GError         **error);

G_END_DECLS
