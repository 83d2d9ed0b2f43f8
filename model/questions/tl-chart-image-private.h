/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheet that a chart stands on, for those that paint one; for this room only. */
#pragma once

#include "model/picture/tl-drawing.h"
#include "model/picture/tl-lettering.h"
#include "model/questions/tl-chart-image.h"
#include "model/questions/tl-chart-palette.h"

G_BEGIN_DECLS

/* In units of the picture. */
#define TL_CHART_IMAGE_GAP 24.0
#define TL_CHART_IMAGE_FONT 11.0

/* What a sheet holds, from 0, 0. */
typedef void (*TlChartImagePaint) (const TlChartImage *self,
                                   TlPaper            *paper);

struct _TlChartImage
{
  char                 *title;   /* owned */
  char                 *caption; /* owned */
  char                 *reading; /* owned; how the chart is to be read */
  gboolean              is_brief;
  double                width;   /* of what is painted, as in the next */
  double                height;
  TlChartImagePaint     paint;
  gconstpointer         shown;   /* borrowed */
  gpointer              plan;    /* owned; where what is painted is, for what has one */
  GDestroyNotify        free_plan;
  guint                 first;   /* row that is shown, and how many, of themes */
  guint                 n;
  guint                 across;
  double                full;
  const TlChartPalette *palette;
  TlLettering          *lettering; /* owned */
};

TlChartImage *_tl_chart_image_new   (const char          *title,
                                     char                *caption,
                                     char                *reading,
                                     double               width,
                                     double               height,
                                     TlChartImagePaint    paint,
                                     gconstpointer        shown);
char         *_tl_chart_image_dup_scale (double            full,
                                         gboolean          across);
char         *_tl_chart_image_dup_first (guint            n_drawn,
                                         guint            n);
void          _tl_chart_image_write (const TlChartImage  *self,
                                     TlPaper             *paper,
                                     const char          *text,
                                     TlLetteringStyle     style,
                                     TlLayoutBox          box);
void          _tl_chart_image_draw_bar (const TlChartImage *self,
                                        TlPaper            *paper,
                                        gint64              count,
                                        gint64              more,
                                        gint64              base,
                                        TlLayoutBox         box);

G_END_DECLS
