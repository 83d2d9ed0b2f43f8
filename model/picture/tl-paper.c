/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verbs of a sheet of paper, and what is put together from them. */
#include "config.h"

#include "model/picture/tl-paper.h"

void
tl_paper_begin_group (TlPaper    *self,
                      const char *id,
                      const char *title,
                      const char *description)
{
  self->verbs->begin_group (self, id, title, description);
}

void
tl_paper_end_group (TlPaper *self)
{
  self->verbs->end_group (self);
}

void
tl_paper_begin_shift (TlPaper *self,
                      double   x,
                      double   y)
{
  self->verbs->begin_shift (self, x, y);
}

void
tl_paper_end_shift (TlPaper *self)
{
  self->verbs->end_shift (self);
}

void
tl_paper_draw (TlPaper         *self,
               const TlContour *contour,
               const TlInk     *ink)
{
  self->verbs->draw (self, contour, ink);
}

void
tl_paper_draw_box (TlPaper           *self,
                   const TlLayoutBox *box,
                   const double       radii[4],
                   const TlInk       *ink)
{
  g_autoptr (TlContour) contour = tl_contour_new_box (box, radii);

  tl_paper_draw (self, contour, ink);
}

void
tl_paper_draw_line (TlPaper       *self,
                    TlLayoutPoint  from,
                    TlLayoutPoint  to,
                    const TlInk   *ink)
{
  g_autoptr (TlContour) contour = tl_contour_new ();

  tl_contour_move_to (contour, from.x, from.y);
  tl_contour_line_to (contour, to.x, to.y);
  tl_paper_draw (self, contour, ink);
}

void
tl_paper_write (TlPaper     *self,
                PangoLayout *layout,
                double       x,
                double       y,
                guint32      colour)
{
  self->verbs->write (self, layout, x, y, colour);
}
