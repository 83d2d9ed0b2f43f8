/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lanes of the canvas: a tint for every second level and, at the edge of the view where it stays in sight, the
 * level's name. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

/* In canvas units. */
#define NAMES_WIDTH 116
#define MAX_NAMES_WIDTH 180
#define MIN_NAME_HEIGHT 16
/* From here on there is room for a second line. */
#define MIN_WRAP_HEIGHT 44
#define MAX_LINES 4

static void
get_lane_rect (TlCanvas               *self,
               const TlCanvasViewport *viewport,
               guint                   position,
               graphene_rect_t        *rect)
{
  const TlCanvasBand *band = tl_canvas_scene_get_band (self->scene, position);
  guint n = tl_canvas_scene_get_n_bands (self->scene);
  double x, top, bottom;

  tl_canvas_viewport_to_view (viewport, 0, band->top, &x, &top);
  tl_canvas_viewport_to_view (viewport, 0, band->bottom, &x, &bottom);
  if (position == 0)
    top = MIN (top, 0);
  if (position + 1 == n)
    bottom = MAX (bottom, viewport->height);
  top = round (CLAMP (top, -1, viewport->height));
  bottom = round (CLAMP (bottom, -1, viewport->height));
  graphene_rect_init (rect, 0, (float) top, (float) viewport->width, (float) (bottom - top));
}

static GtkWidget *
create_name (TlCanvas           *self,
             const TlCanvasBand *band)
{
  GtkWidget *name = gtk_label_new (band->title);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_lines (GTK_LABEL (name), MAX_LINES);
  gtk_widget_set_tooltip_text (name, band->description);
  gtk_widget_add_css_class (name, "lane-name");
  gtk_widget_insert_before (name, GTK_WIDGET (self), self->notice);
  return name;
}

static void
set_names_width (TlCanvas *self,
                 double    width)
{
  gboolean is_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  self->viewport.left = is_right ? 0 : width;
  self->viewport.right = is_right ? width : 0;
}

/* Gives the names room for their longest word, so that none is broken, but not much of a narrow view. */
static void
measure_names (TlCanvas *self)
{
  double unit = self->viewport.unit;
  double width = self->lane_names->len > 0 ? round (NAMES_WIDTH * unit) : 0;

  for (guint i = 0; i < self->lane_names->len; i++)
    {
      GtkLabel *name = g_ptr_array_index (self->lane_names, i);
      int min_width;

      gtk_label_set_wrap (name, TRUE);
      gtk_label_set_wrap_mode (name, PANGO_WRAP_WORD);
      gtk_widget_measure (GTK_WIDGET (name), GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
      gtk_label_set_wrap_mode (name, PANGO_WRAP_WORD_CHAR);
      width = MAX (width, MIN (min_width, MAX_NAMES_WIDTH * unit));
    }
  set_names_width (self, width);
  self->names_measured = TRUE;
}

/**
 * _tl_canvas_lanes_resize:
 *
 * The size of text is another. Names are measured when nothing else is; until then their width is a good guess.
 */
void
_tl_canvas_lanes_resize (TlCanvas *self)
{
  set_names_width (self, self->lane_names->len > 0 ? round (NAMES_WIDTH * self->viewport.unit) : 0);
  self->names_measured = FALSE;
}

/**
 * _tl_canvas_lanes_update:
 *
 * Gives each lane of the scene its name.
 */
void
_tl_canvas_lanes_update (TlCanvas *self)
{
  guint n = self->scene != NULL && tl_canvas_scene_has_lanes (self->scene) ? tl_canvas_scene_get_n_bands (self->scene)
                                                                           : 0;
  gboolean is_same = n == self->lane_names->len;

  for (guint i = 0; is_same && i < n; i++)
    is_same = g_strcmp0 (gtk_label_get_label (g_ptr_array_index (self->lane_names, i)),
                         tl_canvas_scene_get_band (self->scene, i)->title) == 0;
  if (is_same)
    return;

  g_ptr_array_set_size (self->lane_names, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->lane_names, create_name (self, tl_canvas_scene_get_band (self->scene, i)));

  measure_names (self);
}

/* A name of two lines would be cut in a lane of one. Not while sizes are given out, for it changes what a name asks. */
void
_tl_canvas_lanes_wrap (TlCanvas *self)
{
  if (!self->names_measured)
    measure_names (self);
  for (guint i = 0; i < self->lane_names->len; i++)
    {
      GtkLabel *name = g_ptr_array_index (self->lane_names, i);
      graphene_rect_t rect;

      get_lane_rect (self, &self->viewport, i, &rect);

      gboolean wraps = rect.size.height >= MIN_WRAP_HEIGHT * self->viewport.unit;

      gtk_label_set_wrap (name, wraps);
      gtk_label_set_lines (name, wraps ? MAX_LINES : 1);
    }
}

void
_tl_canvas_lanes_allocate (TlCanvas *self)
{
  int width = (int) MAX (self->viewport.left, self->viewport.right);
  float x = self->viewport.right > 0 ? (float) self->viewport.width - (float) width : 0;

  for (guint i = 0; i < self->lane_names->len; i++)
    {
      GtkWidget *name = g_ptr_array_index (self->lane_names, i);
      graphene_rect_t rect;
      int min_width, min_height;

      get_lane_rect (self, &self->viewport, i, &rect);
      gtk_widget_measure (name, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
      gtk_widget_measure (name, GTK_ORIENTATION_VERTICAL, width, &min_height, NULL, NULL, NULL);
      gtk_widget_set_child_visible (name, rect.size.height >= MIN_NAME_HEIGHT);
      gtk_widget_allocate (name, MAX (width, min_width), MAX ((int) rect.size.height, min_height), -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, rect.origin.y)));
    }
}

/**
 * _tl_canvas_lanes_set_target:
 * @band: position of the lane in which what is dragged would come to lie; -1 for none
 *
 * Makes the lane and its name stand out.
 */
void
_tl_canvas_lanes_set_target (TlCanvas *self,
                             int       band)
{
  if (band == self->target_band)
    return;
  self->target_band = band;
  for (guint i = 0; i < self->lane_names->len; i++)
    {
      GtkWidget *name = g_ptr_array_index (self->lane_names, i);

      if ((int) i == band)
        gtk_widget_add_css_class (name, "target");
      else
        gtk_widget_remove_css_class (name, "target");
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * _tl_canvas_lanes_snapshot:
 * @viewport: what part of them is wanted
 * @snapshot: in pixels of that part
 */
void
_tl_canvas_lanes_snapshot (TlCanvas               *self,
                           const TlCanvasViewport *viewport,
                           GtkSnapshot            *snapshot)
{
  GdkRGBA colour = self->colours.lane;
  guint n = tl_canvas_scene_has_lanes (self->scene) ? tl_canvas_scene_get_n_bands (self->scene) : 0;

  gtk_snapshot_append_color (snapshot, &self->colours.background,
                             &GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height));
  for (guint i = 1; i < n; i++)
    {
      graphene_rect_t rect;

      get_lane_rect (self, viewport, i, &rect);
      if (i % 2 == 1 && rect.size.height > 0)
        {
          colour.alpha = 0.035f;
          gtk_snapshot_append_color (snapshot, &colour, &rect);
        }
      rect.size.height = 1;
      gtk_snapshot_append_color (snapshot, &self->colours.lane_edge, &rect);
    }
}

void
_tl_canvas_lanes_snapshot_names (TlCanvas    *self,
                                 GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->lane_names->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->lane_names, i), snapshot);
}

/**
 * _tl_canvas_lanes_snapshot_target:
 * @snapshot: in pixels of the view
 *
 * Shows in which lane what is being dragged would come to lie.
 */
void
_tl_canvas_lanes_snapshot_target (TlCanvas    *self,
                                  GtkSnapshot *snapshot)
{
  GdkRGBA colour = self->colours.accent;
  graphene_rect_t rect;

  if (self->target_band < 0 || !tl_canvas_scene_has_lanes (self->scene))
    return;
  get_lane_rect (self, &self->viewport, (guint) self->target_band, &rect);
  colour.alpha = 0.10f;
  gtk_snapshot_append_color (snapshot, &colour, &rect);
}
