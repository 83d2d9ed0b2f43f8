/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a picture together: title, lanes with their names, links, factors, legend; and paints it, or a part of it. */
#include "config.h"

#include "model/picture/tl-painter-private.h"

#include <glib/gi18n-lib.h>

#define MARGIN 24
#define INSET_MARGIN 1
#define PADDING 28
#define NAMES_WIDTH 138
#define NAME_SIZE 12.5
#define LEAST_NAME_SIZE 8
#define NAME_PADDING 10
#define INSET_NAME_PADDING 8
#define TITLE_SIZE 20
#define TITLE_GAP 16
#define LEGEND_GAP 18
/* Room for a legend under a graph of one factor. */
#define MIN_WIDTH 640
/* What strokes, ends and marks stick out of the curve. */
#define CURVE_MARGIN 16

struct _TlPainter
{
  const TlPicture *picture; /* borrowed */

  /* Owned */
  TlLettering *lettering;
  PangoLayout *title; /* NULL in an inset */
  TlLegend *legend; /* NULL without */

  TlLayoutBox lanes;    /* all of them, with their names */
  TlLayoutPoint offset; /* from the picture's places to those on paper */
  double margin;
  double names_width; /* of the column of names; 0 without one */
  double names_x;
  double width;
  double height;
};

/* What stands above the lanes. */
static void
arrange_title (TlPainter *self)
{
  double height;

  self->lanes.x = self->lanes.y = self->margin;
  if (self->picture->is_inset)
    return;
  self->title = tl_lettering_fit (self->lettering, tl_painter_get_title (self), TITLE_SIZE, TITLE_SIZE,
                                  TL_LETTERING_BOLD, self->lanes.width, G_MAXINT / PANGO_SCALE);
  tl_lettering_measure (self->title, NULL, &height);
  self->lanes.y += height + TITLE_GAP;
}

static void
arrange (TlPainter *self,
         gboolean   with_legend)
{
  gboolean is_inset = self->picture->is_inset, has_lanes = tl_picture_has_lanes (self->picture);
  gboolean is_rtl = has_lanes && !is_inset
                    && tl_lettering_is_rtl (self->lettering, tl_picture_get_band (self->picture, 0)->title);
  double least = is_inset ? TL_PICTURE_INSET_WIDTH + 2 * PADDING : MIN_WIDTH;
  TlLayoutBox extent;

  self->margin = is_inset ? INSET_MARGIN : MARGIN;
  self->names_width = has_lanes && !is_inset ? NAMES_WIDTH : 0;
  tl_picture_get_extent (self->picture, &extent);
  self->lanes.width = MAX (self->names_width + extent.width + 2 * PADDING, least);
  self->lanes.height = extent.height + (has_lanes ? 0 : 2 * PADDING);
  arrange_title (self);
  self->names_x = is_rtl ? self->lanes.x + self->lanes.width - self->names_width : self->lanes.x;
  self->offset.x = self->lanes.x + (is_rtl ? 0 : self->names_width)
                   + (self->lanes.width - self->names_width - extent.width) / 2 - extent.x;
  self->offset.y = self->lanes.y + (self->lanes.height - extent.height) / 2 - extent.y;
  self->width = self->lanes.width + 2 * self->margin;
  self->height = self->lanes.y + self->lanes.height + self->margin;
  if (with_legend && self->picture->factors->len > 0)
    {
      self->legend = _tl_legend_new (self->picture, self->lettering, self->lanes.width);
      self->height += LEGEND_GAP + _tl_legend_get_height (self->legend);
    }
}

/**
 * tl_painter_new:
 * @picture: a settled picture, which has to live longer
 * @with_legend: whether to explain boxes and strokes below
 *
 * Returns: (transfer full): who paints it
 */
TlPainter *
tl_painter_new (const TlPicture *picture,
                gboolean         with_legend)
{
  g_return_val_if_fail (picture != NULL, NULL);

  TlPainter *self = g_new0 (TlPainter, 1);

  self->picture = picture;
  self->lettering = tl_lettering_new ();
  arrange (self, with_legend);
  return self;
}

void
tl_painter_free (TlPainter *self)
{
  g_clear_pointer (&self->legend, _tl_legend_free);
  g_clear_object (&self->title);
  tl_lettering_free (self->lettering);
  g_free (self);
}

/**
 * tl_painter_get_size:
 * @width: (out): of the whole
 * @height: (out): of the whole
 */
void
tl_painter_get_size (TlPainter *self,
                     double    *width,
                     double    *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->width;
  *height = self->height;
}

/**
 * tl_painter_get_title:
 *
 * Returns: what stands above the picture
 */
const char *
tl_painter_get_title (TlPainter *self)
{
  return self->picture->title != NULL ? self->picture->title : _("Contributory factors");
}

/**
 * tl_painter_dup_description:
 *
 * Returns: (transfer full): how much there is in the picture
 */
char *
tl_painter_dup_description (TlPainter *self)
{
  guint n_factors = self->picture->factors->len, n_links = self->picture->links->len;
  g_autofree char *factors
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u factor", "%u factors", n_factors), n_factors);
  g_autofree char *links = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", n_links), n_links);

  /* Translators: as in "68 factors, 102 links. An arrow says …" */
  return g_strdup_printf (_("%s, %s. An arrow says “contributed to”."), factors, links);
}

static gboolean
meets (const TlLayoutBox *part,
       double             left,
       double             top,
       double             right,
       double             bottom)
{
  return part == NULL
         || (left <= part->x + part->width && right >= part->x && top <= part->y + part->height && bottom >= part->y);
}

static void
paint_lane (TlPainter     *self,
            TlPaper       *paper,
            guint          position,
            double         top,
            double         bottom)
{
  const TlPictureBand *band = tl_picture_get_band (self->picture, position);
  const TlInk tint = { position % 2 == 1 ? TL_PICTURE_LANE : TL_PICTURE_PAPER, TL_INK_NONE, 0, { 0 } };
  const TlInk rule = { TL_INK_NONE, TL_PICTURE_RULE, 1, { 0 } };
  TlLayoutBox lane = { .x = self->lanes.x, .y = top, .width = self->lanes.width, .height = bottom - top };
  double padding = self->picture->is_inset ? INSET_NAME_PADDING : NAME_PADDING;
  double name_width = (self->picture->is_inset ? self->lanes.width : NAMES_WIDTH) - 2 * padding;
  g_autofree char *id = g_strdup_printf ("level-%u", position + 1);
  g_autoptr (PangoLayout) name
      = tl_lettering_fit (self->lettering, band->title, NAME_SIZE, LEAST_NAME_SIZE, TL_LETTERING_BOLD, name_width,
                          MAX (lane.height - 2 * padding, LEAST_NAME_SIZE * 2));

  tl_paper_begin_group (paper, id, band->title, NULL);
  tl_paper_draw_box (paper, &lane, (double[4]) { 0, 0, 0, 0 }, &tint);
  tl_paper_draw_line (paper, (TlLayoutPoint) { lane.x, top }, (TlLayoutPoint) { lane.x + lane.width, top }, &rule);
  tl_paper_write (paper, name, self->names_x + padding, top + padding, TL_PICTURE_TEXT);
  tl_paper_end_group (paper);
}

static void
paint_lanes (TlPainter *self,
             TlPaper   *paper)
{
  const TlInk rule = { TL_INK_NONE, TL_PICTURE_RULE, 1, { 0 } };
  double end = self->lanes.y + self->lanes.height;
  double x = self->names_x > self->lanes.x ? self->names_x : self->names_x + self->names_width;

  for (guint i = 0; i < self->picture->bands->len; i++)
    {
      const TlLayoutExtent *extent = &tl_picture_get_band (self->picture, i)->extent;
      double top = MAX (extent->top + self->offset.y, self->lanes.y);
      double bottom = MIN (extent->bottom + self->offset.y, end);

      if (bottom > top)
        paint_lane (self, paper, i, top, bottom);
    }
  tl_paper_draw_box (paper, &self->lanes, (double[4]) { 0, 0, 0, 0 }, &rule);
  if (self->names_width > 0)
    tl_paper_draw_line (paper, (TlLayoutPoint) { x, self->lanes.y }, (TlLayoutPoint) { x, end }, &rule);
}

static gboolean
link_meets (TlPainter           *self,
            const TlPictureLink *link,
            const TlLayoutBox   *part)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < link->points->len; i++)
    {
      TlLayoutPoint point = g_array_index (link->points, TlLayoutPoint, i);

      left = MIN (left, point.x + self->offset.x - CURVE_MARGIN);
      right = MAX (right, point.x + self->offset.x + CURVE_MARGIN);
      top = MIN (top, point.y + self->offset.y - CURVE_MARGIN);
      bottom = MAX (bottom, point.y + self->offset.y + CURVE_MARGIN);
    }
  return meets (part, left, top, right, bottom);
}

static gboolean
factor_meets (TlPainter             *self,
              const TlPictureFactor *factor,
              const TlLayoutBox     *part)
{
  double x = factor->box.x + self->offset.x, y = factor->box.y + self->offset.y;

  return meets (part, x, y, x + factor->box.width, y + factor->box.height);
}

/**
 * tl_painter_paint:
 * @paper: what to paint on
 * @part: (nullable): what of the whole is needed; what lies outside may be left out
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED
 */
gboolean
tl_painter_paint (TlPainter          *self,
                  TlPaper            *paper,
                  const TlLayoutBox  *part,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_return_val_if_fail (self != NULL && paper != NULL, FALSE);

  const TlInk ground = { TL_PICTURE_PAPER, TL_INK_NONE, 0, { 0 } };
  TlLayoutBox whole = { .width = self->width, .height = self->height };

  tl_paper_draw_box (paper, &whole, (double[4]) { 0, 0, 0, 0 }, &ground);
  if (self->title != NULL)
    tl_paper_write (paper, self->title, self->margin, self->margin, TL_PICTURE_TEXT);
  if (tl_picture_has_lanes (self->picture))
    paint_lanes (self, paper);
  for (guint i = 0; i < self->picture->links->len; i++)
    {
      const TlPictureLink *link = tl_picture_get_link (self->picture, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (link_meets (self, link, part))
        _tl_link_paint (self->picture, link, self->lettering, paper, self->offset);
    }
  for (guint i = 0; i < self->picture->factors->len; i++)
    {
      const TlPictureFactor *factor = tl_picture_get_factor (self->picture, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (factor_meets (self, factor, part))
        _tl_card_paint (factor, self->lettering, paper, self->offset);
    }
  if (self->legend != NULL)
    _tl_legend_paint (self->legend, paper,
                      (TlLayoutPoint) { self->margin, self->lanes.y + self->lanes.height + LEGEND_GAP });
  return TRUE;
}
