/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paper that is a cairo surface: a page of a PDF, an image, a printer. Groups leave no trace on it. */
#include "config.h"

#include "model/picture/tl-paper-cairo.h"

#include <pango/pangocairo.h>

typedef struct {
  TlPaper  paper;
  cairo_t *cr; /* owned */
} TlPaperCairo;

static void
begin_group (TlPaper    *paper,
             const char *id,
             const char *title,
             const char *description)
{
}

static void
end_group (TlPaper *paper)
{
}

static void
begin_shift (TlPaper *paper,
             double   x,
             double   y)
{
  cairo_save (((TlPaperCairo *) paper)->cr);
  cairo_translate (((TlPaperCairo *) paper)->cr, x, y);
}

static void
end_shift (TlPaper *paper)
{
  cairo_restore (((TlPaperCairo *) paper)->cr);
}

static void
set_colour (cairo_t *cr,
            guint32  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
trace (cairo_t         *cr,
       const TlContour *contour)
{
  guint n;
  const TlContourStep *steps = tl_contour_get_steps (contour, &n);

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      const TlLayoutPoint *p = steps[i].points;

      switch (steps[i].verb)
        {
        case TL_CONTOUR_MOVE:
          cairo_move_to (cr, p[0].x, p[0].y);
          break;
        case TL_CONTOUR_LINE:
          cairo_line_to (cr, p[0].x, p[0].y);
          break;
        case TL_CONTOUR_CURVE:
          cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          break;
        case TL_CONTOUR_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
draw (TlPaper         *paper,
      const TlContour *contour,
      const TlInk     *ink)
{
  cairo_t *cr = ((TlPaperCairo *) paper)->cr;
  int n_dashes = 0;

  trace (cr, contour);
  if (ink->fill != TL_INK_NONE)
    {
      set_colour (cr, ink->fill);
      cairo_fill_preserve (cr);
    }
  if (ink->stroke != TL_INK_NONE)
    {
      while (n_dashes < (int) G_N_ELEMENTS (ink->dashes) && ink->dashes[n_dashes] > 0)
        n_dashes++;
      set_colour (cr, ink->stroke);
      cairo_set_line_width (cr, ink->width);
      cairo_set_dash (cr, ink->dashes, n_dashes, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
write_text (TlPaper     *paper,
            PangoLayout *layout,
            double       x,
            double       y,
            guint32      colour)
{
  cairo_t *cr = ((TlPaperCairo *) paper)->cr;

  set_colour (cr, colour);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * tl_paper_cairo_new:
 * @cr: what to draw with; one unit of it is one of the picture's
 *
 * Returns: (transfer full): a sheet
 */
TlPaper *
tl_paper_cairo_new (cairo_t *cr)
{
  static const TlPaperVerbs verbs = { begin_group, end_group, begin_shift, end_shift, draw, write_text };
  TlPaperCairo *self = g_new0 (TlPaperCairo, 1);

  self->paper.verbs = &verbs;
  self->cr = cairo_reference (cr);
  return &self->paper;
}

/**
 * tl_paper_cairo_free:
 * @paper: (transfer full): a sheet made by tl_paper_cairo_new()
 */
void
tl_paper_cairo_free (TlPaper *paper)
{
  TlPaperCairo *self = (TlPaperCairo *) paper;

  cairo_destroy (self->cr);
  g_free (self);
}
