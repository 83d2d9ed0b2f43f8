/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the cells of a heat map mean: each shade with its words. */
#include "config.h"

#include "ui/charts/tl-heat-legend.h"

#include "model/picture/tl-paper-cairo.h"
#include "model/questions/tl-heat-plan.h"
#include "ui/charts/tl-chart-look.h"

#define SWATCH 16

/* From far less to far more. */
static const TlHeatShade shown[] = { TL_HEAT_FAR_LESS,  TL_HEAT_MUCH_LESS, TL_HEAT_LESS,     TL_HEAT_CHANCE,
                                     TL_HEAT_MORE,      TL_HEAT_MUCH_MORE, TL_HEAT_FAR_MORE, TL_HEAT_WITHHELD };

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        shade)
{
  TlPaper *paper = tl_paper_cairo_new (cr);
  TlLayoutBox box = { .width = width, .height = height };

  tl_heat_shade_paint ((TlHeatShade) GPOINTER_TO_INT (shade), &box, tl_chart_look_get_palette (), paper);
  tl_paper_cairo_free (paper);
}

static GtkWidget *
make_entry (TlHeatShade shade)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *swatch = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (tl_heat_shade_get_label (shade));

  gtk_widget_set_size_request (swatch, SWATCH, SWATCH);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_cb, GINT_TO_POINTER (shade), NULL);
  tl_chart_look_follow (swatch);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * tl_heat_legend_new:
 *
 * Returns: (transfer floating): the shades with their words
 */
GtkWidget *
tl_heat_legend_new (void)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), G_N_ELEMENTS (shown));
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 9);
  gtk_widget_add_css_class (flow, "heat-legend");
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      gtk_flow_box_append (GTK_FLOW_BOX (flow), make_entry (shown[i]));
      gtk_widget_set_focusable (gtk_widget_get_last_child (flow), FALSE);
    }
  return flow;
}
