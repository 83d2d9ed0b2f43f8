/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and shapes as the steps of a pen. */
#include "config.h"

#include "model/picture/tl-contour.h"

/* How far a cubic's control points lie from the ends of a quarter of a circle, in radii. */
#define QUARTER 0.5523

struct _TlContour
{
  GArray *steps;
};

static void
add (TlContour     *self,
     TlContourVerb  verb,
     TlLayoutPoint  a,
     TlLayoutPoint  b,
     TlLayoutPoint  c)
{
  TlContourStep step = { verb, { a, b, c } };

  g_array_append_val (self->steps, step);
}

/**
 * tl_contour_new:
 *
 * Returns: (transfer full): a pen that has drawn nothing
 */
TlContour *
tl_contour_new (void)
{
  TlContour *self = g_new (TlContour, 1);

  self->steps = g_array_new (FALSE, TRUE, sizeof (TlContourStep));
  return self;
}

void
tl_contour_free (TlContour *self)
{
  g_array_unref (self->steps);
  g_free (self);
}

/* Round the corner at @at, coming from the one side and leaving towards the other. */
static void
turn (TlContour     *self,
      TlLayoutPoint  at,
      double         from_x,
      double         from_y,
      double         to_x,
      double         to_y,
      double         radius)
{
  TlLayoutPoint start = { at.x - from_x * radius, at.y - from_y * radius };
  TlLayoutPoint end = { at.x + to_x * radius, at.y + to_y * radius };
  double bend = radius * QUARTER;

  tl_contour_line_to (self, start.x, start.y);
  if (radius > 0)
    tl_contour_curve_to (self, (TlLayoutPoint) { start.x + from_x * bend, start.y + from_y * bend },
                         (TlLayoutPoint) { end.x - to_x * bend, end.y - to_y * bend }, end);
}

/**
 * tl_contour_new_box:
 * @box: where
 * @radii: of the corners, from the upper left one clockwise
 *
 * Returns: (transfer full): a closed box
 */
TlContour *
tl_contour_new_box (const TlLayoutBox *box,
                    const double       radii[4])
{
  g_return_val_if_fail (box != NULL && radii != NULL, NULL);

  TlContour *self = tl_contour_new ();
  double right = box->x + box->width, bottom = box->y + box->height;

  tl_contour_move_to (self, box->x + radii[0], box->y);
  turn (self, (TlLayoutPoint) { right, box->y }, 1, 0, 0, 1, radii[1]);
  turn (self, (TlLayoutPoint) { right, bottom }, 0, 1, -1, 0, radii[2]);
  turn (self, (TlLayoutPoint) { box->x, bottom }, -1, 0, 0, -1, radii[3]);
  turn (self, (TlLayoutPoint) { box->x, box->y }, 0, -1, 1, 0, radii[0]);
  tl_contour_close (self);
  return self;
}

void
tl_contour_move_to (TlContour *self,
                    double     x,
                    double     y)
{
  add (self, TL_CONTOUR_MOVE, (TlLayoutPoint) { x, y }, (TlLayoutPoint) { 0, 0 }, (TlLayoutPoint) { 0, 0 });
}

void
tl_contour_line_to (TlContour *self,
                    double     x,
                    double     y)
{
  add (self, TL_CONTOUR_LINE, (TlLayoutPoint) { x, y }, (TlLayoutPoint) { 0, 0 }, (TlLayoutPoint) { 0, 0 });
}

void
tl_contour_curve_to (TlContour     *self,
                     TlLayoutPoint  control_1,
                     TlLayoutPoint  control_2,
                     TlLayoutPoint  end)
{
  add (self, TL_CONTOUR_CURVE, control_1, control_2, end);
}

void
tl_contour_close (TlContour *self)
{
  add (self, TL_CONTOUR_CLOSE, (TlLayoutPoint) { 0, 0 }, (TlLayoutPoint) { 0, 0 }, (TlLayoutPoint) { 0, 0 });
}

/**
 * tl_contour_get_steps:
 * @n_steps: (out): how many there are
 *
 * Returns: (array length=n_steps) (transfer none): the steps, from the first
 */
const TlContourStep *
tl_contour_get_steps (const TlContour *self,
                      guint           *n_steps)
{
  g_return_val_if_fail (self != NULL && n_steps != NULL, NULL);

  *n_steps = self->steps->len;
  return (const TlContourStep *) (gconstpointer) self->steps->data;
}
