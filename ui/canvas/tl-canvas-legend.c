/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the looks of links mean: samples drawn as the canvas draws links, in the words that pictures use too. */
#include "config.h"

#include "ui/canvas/tl-canvas-legend.h"

#include "model/method/tl-link-legend.h"
#include "ui/canvas/tl-canvas-links.h"

#include <glib/gi18n.h>

#define SAMPLE_WIDTH 84
#define SAMPLE_HEIGHT 26

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  const TlLinkLegend *line = data;
  double y = height / 2.0, third = width / 3.0;
  const TlLayoutPoint points[] = { { 2, y }, { third, y }, { 2 * third, y }, { width - 2, y } };
  g_autofree char *marks = tl_link_legend_dup_marks (line->sign, line->state);
  TlCanvasColours colours;

  tl_canvas_colours_read (&colours, GTK_WIDGET (area));
  tl_canvas_link_draw_as (cr, points, G_N_ELEMENTS (points), line->role, line->state, &colours.foreground, 1,
                          FALSE);
  if (marks == NULL || *marks == '\0')
    return;

  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (area), marks);
  int text_width, text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gdk_cairo_set_source_rgba (cr, &colours.background);
  cairo_new_path (cr);
  cairo_arc (cr, width / 2.0, y, MAX (text_width, text_height) / 2.0 + 1, 0, 2 * G_PI);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &colours.foreground);
  cairo_move_to (cr, (width - text_width) / 2.0, y - text_height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static GtkWidget *
make_sample (const TlLinkLegend *line)
{
  GtkWidget *sample = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sample), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sample), SAMPLE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sample), draw_cb, (gpointer) line, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sample), GTK_ACCESSIBLE_PROPERTY_LABEL, _(line->look), -1);
  return sample;
}

static GtkWidget *
make_label (const char *text,
            gboolean    is_dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (is_dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/**
 * tl_canvas_legend_new:
 * @method: (nullable): whose kinds of link it explains; %NULL for all there are
 *
 * Returns: (transfer floating): the legend
 */
GtkWidget *
tl_canvas_legend_new (TlMethod *method)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n;
  const TlLinkLegend *lines = tl_link_legend_get (&n);
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  for (guint i = 0; i < n; i++)
    {
      if (!tl_link_legend_is_of (&lines[i], method))
        continue;
      gtk_grid_attach (GTK_GRID (grid), make_sample (&lines[i]), 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_label (_(lines[i].title), FALSE), 1, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_label (_(lines[i].look), TRUE), 2, row, 1, 1);
      row++;
    }
  return grid;
}
