/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-heat.h"

G_BEGIN_DECLS

/**
 * TlChartPalette:
 * @paper: what is drawn on
 * @text: of words
 * @quiet: of words that matter less
 * @rule: of thin lines, and of what is withheld
 * @bar: of a bar
 * @shades: of the cells of a heat map
 *
 * The colours of charts, as 0xRRGGBB: blue and orange of more and more strength, for those who see red and green alike,
 * and no colour means good or bad.
 */
typedef struct {
  guint32 paper;
  guint32 text;
  guint32 quiet;
  guint32 rule;
  guint32 bar;
  guint32 shades[TL_N_HEAT_SHADES];
} TlChartPalette;

const TlChartPalette *tl_chart_palette_get (gboolean is_dark,
                                            gboolean high_contrast);

G_END_DECLS
