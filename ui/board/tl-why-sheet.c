/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture as a sheet of paper in a page: as wide as the page at most, light in dark windows too, for it is what will
 * be printed. Those who do not see it hear what it shows. */
#include "config.h"

#include "ui/board/tl-why-sheet.h"

#include <math.h>

#include "model/picture/tl-paper-cairo.h"
#include "model/report/tl-why-picture.h"

#define MIN_WIDTH 160
#define RADIUS 9

struct _TlWhySheet
{
  GtkWidget parent_instance;

  TlPicture *picture; /* owned; NULL while there is none */
  TlPainter *painter; /* owned */
  double     scale;   /* at which it is painted where there is room */
};

G_DEFINE_FINAL_TYPE (TlWhySheet, tl_why_sheet, GTK_TYPE_WIDGET)

static void
get_size (TlWhySheet *self,
          double     *width,
          double     *height)
{
  *width = *height = 0;
  if (self->painter != NULL)
    tl_painter_get_size (self->painter, width, height);
}

/* GtkWidget overrides */

static GtkSizeRequestMode
tl_why_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_why_sheet_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TlWhySheet *self = TL_WHY_SHEET (widget);
  double width, height;

  get_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = (int) ceil (width * self->scale);
      *minimum = MIN (MIN_WIDTH, *natural);
      return;
    }

  double scale = for_size >= 0 && width > 0 ? MIN (self->scale, for_size / width) : self->scale;
  *minimum = *natural = (int) ceil (height * scale);
}

static void
tl_why_sheet_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TlWhySheet *self = TL_WHY_SHEET (widget);
  int room = gtk_widget_get_width (widget);
  GskRoundedRect edge;
  double width, height;

  get_size (self, &width, &height);
  if (width <= 0 || height <= 0)
    return;

  double scale = MIN (self->scale, room / width);
  graphene_rect_t sheet
    = GRAPHENE_RECT_INIT ((float) ((room - width * scale) / 2), 0, (float) (width * scale), (float) (height * scale));
  TlLayoutBox all = { .width = width, .height = height };

  gsk_rounded_rect_init_from_rect (&edge, &sheet, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &edge);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &sheet);
  TlPaper *paper = tl_paper_cairo_new (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, sheet.origin.x, sheet.origin.y);
  cairo_scale (cr, scale, scale);
  tl_painter_paint (self->painter, paper, &all, NULL, NULL);
  tl_paper_cairo_free (paper);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

/* GObject overrides */

static void
tl_why_sheet_finalize (GObject *object)
{
  TlWhySheet *self = TL_WHY_SHEET (object);

  g_clear_pointer (&self->painter, tl_painter_free);
  g_clear_pointer (&self->picture, tl_picture_unref);
  G_OBJECT_CLASS (tl_why_sheet_parent_class)->finalize (object);
}

static void
tl_why_sheet_class_init (TlWhySheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_why_sheet_finalize;
  widget_class->get_request_mode = tl_why_sheet_get_request_mode;
  widget_class->measure = tl_why_sheet_measure;
  widget_class->snapshot = tl_why_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "whysheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_why_sheet_init (TlWhySheet *self)
{
  self->scale = 1;
}

/**
 * tl_why_sheet_new:
 *
 * Returns: (transfer floating): a sheet without a picture
 */
GtkWidget *
tl_why_sheet_new (void)
{
  return g_object_new (TL_TYPE_WHY_SHEET, NULL);
}

/**
 * tl_why_sheet_set_picture:
 * @picture: (nullable): what to show, made by tl_why_picture_new()
 */
void
tl_why_sheet_set_picture (TlWhySheet *self,
                          TlPicture  *picture)
{
  g_return_if_fail (TL_IS_WHY_SHEET (self));

  g_clear_pointer (&self->painter, tl_painter_free);
  g_clear_pointer (&self->picture, tl_picture_unref);
  if (picture != NULL)
    {
      g_auto (GStrv) sentences = tl_why_picture_dup_sentences (picture);
      g_autofree char *label = tl_why_picture_dup_label (picture);
      g_autofree char *description = g_strjoinv (" ", sentences);

      self->picture = tl_picture_ref (picture);
      self->painter = tl_painter_new (picture, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tl_why_sheet_set_scale:
 * @scale: how large it is where there is room; 1 is a pixel to a unit of the picture
 */
void
tl_why_sheet_set_scale (TlWhySheet *self,
                        double      scale)
{
  g_return_if_fail (TL_IS_WHY_SHEET (self) && scale > 0);

  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
