/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-lettering.h"
#include "model/picture/tl-paper.h"
#include "model/questions/tl-chart-palette.h"
#include "model/questions/tl-themes.h"

G_BEGIN_DECLS

/**
 * TlMultiple:
 * @themes: what is shown; borrowed
 * @row: of which code
 * @full: which share of a column's base is as high as the chart
 * @font: the size of the letters
 * @rtl: whether it goes from right to left
 *
 * One of many small charts alike: a bar a column, as high as the code's share of the reviews there.
 */
typedef struct {
  const TlThemes *themes;
  guint           row;
  double          full;
  double          font;
  gboolean        rtl;
} TlMultiple;

void   tl_multiple_paint        (const TlMultiple      *self,
                                 const TlLayoutBox     *box,
                                 const TlChartPalette  *palette,
                                 TlLettering           *lettering,
                                 TlPaper               *paper);
char  *tl_multiple_dup_sentence (const TlMultiple      *self);

G_END_DECLS
