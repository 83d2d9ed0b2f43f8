/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "model/picture/tl-contour.h"

G_BEGIN_DECLS

/* The fonts of a picture, from the one preferred; the same on screen and on every paper. */
#define TL_PAPER_FONTS "Cantarell, Open Sans, Segoe UI, Helvetica Neue, Arial, sans-serif"

/* No colour: the shape is not filled, or its edge not drawn. */
#define TL_INK_NONE G_MAXUINT32

/**
 * TlInk:
 * @fill: colour as 0xRRGGBB, or %TL_INK_NONE
 * @stroke: likewise
 * @width: of the stroke
 * @dashes: drawn and left out by turns, ended by 0; none for a line without gaps
 *
 * Colours are opaque: what is printed mixes no other way.
 */
typedef struct {
  guint32 fill;
  guint32 stroke;
  double  width;
  double  dashes[4];
} TlInk;

typedef struct _TlPaper TlPaper;

/**
 * TlPaperVerbs:
 * @begin_group: what follows belongs together and is called @title; @description may be %NULL
 * @end_group: ends the innermost group
 * @begin_shift: what follows is moved by @x and @y
 * @end_shift: ends the innermost shift
 * @draw: draws a contour
 * @write: puts a text with the upper left corner of its layout at a point
 *
 * What can be done to a sheet of paper.
 */
typedef struct {
  void (*begin_group) (TlPaper         *self,
                       const char      *id,
                       const char      *title,
                       const char      *description);
  void (*end_group)   (TlPaper         *self);
  void (*begin_shift) (TlPaper         *self,
                       double           x,
                       double           y);
  void (*end_shift)   (TlPaper         *self);
  void (*draw)        (TlPaper         *self,
                       const TlContour *contour,
                       const TlInk     *ink);
  void (*write)       (TlPaper         *self,
                       PangoLayout     *layout,
                       double           x,
                       double           y,
                       guint32          colour);
} TlPaperVerbs;

/**
 * TlPaper:
 *
 * What a painter paints on, without knowing what becomes of it. The first member of every kind of paper.
 */
struct _TlPaper {
  const TlPaperVerbs *verbs;
};

void tl_paper_begin_group (TlPaper           *self,
                           const char        *id,
                           const char        *title,
                           const char        *description);
void tl_paper_end_group   (TlPaper           *self);
void tl_paper_begin_shift (TlPaper           *self,
                           double             x,
                           double             y);
void tl_paper_end_shift   (TlPaper           *self);
void tl_paper_draw        (TlPaper           *self,
                           const TlContour   *contour,
                           const TlInk       *ink);
void tl_paper_draw_box    (TlPaper           *self,
                           const TlLayoutBox *box,
                           const double       radii[4],
                           const TlInk       *ink);
void tl_paper_draw_line   (TlPaper           *self,
                           TlLayoutPoint      from,
                           TlLayoutPoint      to,
                           const TlInk       *ink);
void tl_paper_write       (TlPaper           *self,
                           PangoLayout       *layout,
                           double             x,
                           double             y,
                           guint32            colour);

G_END_DECLS
