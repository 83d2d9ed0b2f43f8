/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-paper.h"

G_BEGIN_DECLS

/**
 * TlPaperSvgHead:
 * @width: of the picture, in its units
 * @height: likewise
 * @scale: how many pixels a unit is shown as
 * @title: what the picture is called
 * @description: (nullable): what is in it
 * @language: of the text, as in "en-GB"
 */
typedef struct {
  double      width;
  double      height;
  double      scale;
  const char *title;
  const char *description;
  const char *language;
} TlPaperSvgHead;

TlPaper *tl_paper_svg_new    (const TlPaperSvgHead *head);
GBytes  *tl_paper_svg_finish (TlPaper              *paper);

G_END_DECLS
