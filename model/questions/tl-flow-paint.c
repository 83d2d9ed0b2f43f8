/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints a flow of chains. Colours are opaque on paper, so ribbons that cross have edges in the colour of what they lie
 * on; one whose count is withheld is a dashed outline, for its thickness says nothing. */
#include "config.h"

#include "model/questions/tl-flow-plan-private.h"

#define CORNER 0.5 /* by the size of the letters */

static TlContour *
trace (const TlFlowPlan *self,
       guint             ribbon)
{
  TlContour *contour = tl_contour_new ();
  double thickness = g_array_index (self->ribbons, TlFlowStrand, ribbon).thickness;

  for (guint i = 1; i < self->n_columns; i++)
    {
      const TlFlowStop *from = _tl_flow_plan_get_stop (self, ribbon, i - 1);
      const TlFlowStop *to = _tl_flow_plan_get_stop (self, ribbon, i);
      double middle = (from->end + to->start) / 2, lower = from->top + thickness, upper = to->top + thickness;

      tl_contour_move_to (contour, from->end, from->top);
      tl_contour_curve_to (contour, (TlLayoutPoint) { middle, from->top }, (TlLayoutPoint) { middle, to->top },
                           (TlLayoutPoint) { to->start, to->top });
      tl_contour_line_to (contour, to->start, upper);
      tl_contour_curve_to (contour, (TlLayoutPoint) { middle, upper }, (TlLayoutPoint) { middle, lower },
                           (TlLayoutPoint) { from->end, lower });
      tl_contour_close (contour);
    }
  return contour;
}

static void
paint_ribbon (const TlFlowPlan     *self,
              guint                 number,
              const TlFlowMarks    *marks,
              const TlChartPalette *palette,
              TlPaper              *paper)
{
  const TlFlowStrand *ribbon = &g_array_index (self->ribbons, TlFlowStrand, number);
  g_autoptr (TlContour) contour = trace (self, number);
  gboolean is_chosen = (int) number == marks->chosen, is_focused = (int) number == marks->focused;
  TlInk ink = { .fill = palette->shades[is_chosen ? TL_HEAT_FAR_MORE : TL_HEAT_MORE], .stroke = palette->paper,
                .width = 1 };

  if (ribbon->is_withheld)
    ink = (TlInk) { .fill = palette->paper, .stroke = palette->quiet, .width = 1, .dashes = { 4, 3 } };
  if (is_focused || (int) number == marks->pointed)
    {
      ink.stroke = palette->text;
      ink.width = is_focused ? 2 : 1;
    }
  tl_paper_draw (paper, contour, &ink);
}

/* On a ribbon that is thick enough as it is, else on a plate. */
static void
paint_count (const TlFlowPlan     *self,
             guint                 number,
             const TlFlowMarks    *marks,
             const TlChartPalette *palette,
             TlPaper              *paper)
{
  const TlFlowStrand *ribbon = &g_array_index (self->ribbons, TlFlowStrand, number);
  gboolean is_chosen = (int) number == marks->chosen;
  double width, radius = ribbon->place.height / 4;
  TlInk plate = { .fill = palette->paper, .stroke = TL_INK_NONE };
  gboolean on_plate = ribbon->thickness < ribbon->place.height;

  if (ribbon->place.width <= 0)
    return;
  if (on_plate)
    tl_paper_draw_box (paper, &ribbon->place, (double[4]) { radius, radius, radius, radius }, &plate);
  tl_lettering_measure (ribbon->words, &width, NULL);
  tl_paper_write (paper, ribbon->words, ribbon->place.x + (ribbon->place.width - width) / 2, ribbon->place.y,
                  is_chosen && !on_plate && !ribbon->is_withheld ? palette->paper : palette->text);
}

static void
paint_station (const TlFlowPlan       *self,
               const TlRibbonsStation *station,
               const TlChartPalette   *palette,
               TlPaper                *paper)
{
  TlLayoutBox box = _tl_flow_plan_get_station (self, station);
  g_autoptr (PangoLayout) name = _tl_flow_plan_write_station (self, station->stop, self->font);
  double corner = CORNER * self->font, height;
  TlInk ink = { .fill = palette->paper, .stroke = palette->rule, .width = 1 };

  tl_lettering_measure (name, NULL, &height);
  tl_paper_draw_box (paper, &box, (double[4]) { corner, corner, corner, corner }, &ink);
  tl_paper_write (paper, name, box.x + TL_FLOW_PADDING * self->font, box.y + (box.height - height) / 2, palette->text);
}

/**
 * tl_flow_plan_paint:
 * @marks: (nullable): what stands out
 * @palette: in which colours
 * @paper: on what
 */
void
tl_flow_plan_paint (const TlFlowPlan     *self,
                    const TlFlowMarks    *marks,
                    const TlChartPalette *palette,
                    TlPaper              *paper)
{
  static const TlFlowMarks none = { -1, -1, -1 };

  g_return_if_fail (self != NULL && palette != NULL && paper != NULL);

  if (self->laid == NULL)
    return;
  if (marks == NULL)
    marks = &none;
  for (guint i = 0; i < self->ribbons->len; i++)
    if ((int) i != marks->chosen)
      paint_ribbon (self, i, marks, palette, paper);
  if (marks->chosen >= 0 && marks->chosen < (int) self->ribbons->len)
    paint_ribbon (self, (guint) marks->chosen, marks, palette, paper);
  for (guint i = 0; i < self->ribbons->len; i++)
    paint_count (self, i, marks, palette, paper);
  for (guint i = 0; i < self->laid->stations->len; i++)
    paint_station (self, &g_array_index (self->laid->stations, TlRibbonsStation, i), palette, paper);
}
