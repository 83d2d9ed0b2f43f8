/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/layout/tl-layout.h"

G_BEGIN_DECLS

typedef enum {
  TL_CONTOUR_MOVE,
  TL_CONTOUR_LINE,
  TL_CONTOUR_CURVE,
  TL_CONTOUR_CLOSE,
} TlContourVerb;

/**
 * TlContourStep:
 * @verb: how to go on
 * @points: the point to go to; of a curve the two control points and then it
 */
typedef struct {
  TlContourVerb verb;
  TlLayoutPoint points[3];
} TlContourStep;

/**
 * TlContour:
 *
 * A line to be drawn or a shape to be filled, on whatever paper.
 */
typedef struct _TlContour TlContour;

TlContour           *tl_contour_new       (void);
TlContour           *tl_contour_new_box   (const TlLayoutBox   *box,
                                           const double         radii[4]);
void                 tl_contour_free      (TlContour           *self);

void                 tl_contour_move_to   (TlContour           *self,
                                           double               x,
                                           double               y);
void                 tl_contour_line_to   (TlContour           *self,
                                           double               x,
                                           double               y);
void                 tl_contour_curve_to  (TlContour           *self,
                                           TlLayoutPoint        control_1,
                                           TlLayoutPoint        control_2,
                                           TlLayoutPoint        end);
void                 tl_contour_close     (TlContour           *self);

const TlContourStep *tl_contour_get_steps (const TlContour     *self,
                                           guint               *n_steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlContour, tl_contour_free)

G_END_DECLS
