/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheet that a chart stands on in a report: title, chart and caption, as SVG or PNG. */
#include "config.h"

#include "model/questions/tl-chart-image-private.h"

#include <glib/gi18n-lib.h>

#define TITLE 18.0
#define PNG_SCALE 2.0 /* fine enough for print */

TlChartImage *
_tl_chart_image_new (const char        *title,
                     char              *caption, /* (transfer full) */
                     char              *reading, /* (transfer full) */
                     double             width,
                     double             height,
                     TlChartImagePaint  paint,
                     gconstpointer      shown)
{
  TlChartImage *self = g_new0 (TlChartImage, 1);

  self->title = g_strdup (title);
  self->caption = caption;
  self->reading = reading;
  self->width = width;
  self->height = height;
  self->paint = paint;
  self->shown = shown;
  self->palette = tl_chart_palette_get (FALSE, FALSE);
  self->lettering = tl_lettering_new ();
  return self;
}

/**
 * tl_chart_image_free:
 * @self: (transfer full): an image
 */
void
tl_chart_image_free (TlChartImage *self)
{
  g_clear_pointer (&self->plan, self->free_plan);
  g_clear_pointer (&self->lettering, tl_lettering_free);
  g_free (self->title);
  g_free (self->caption);
  g_free (self->reading);
  g_free (self);
}

/* What a bar stands for, and where some can go on how. */
char *
_tl_chart_image_dup_scale (double   full,
                           gboolean across)
{
  /* Translators: the number is a percentage. */
  g_autofree char *scale = g_strdup_printf (_("A bar that is as long as can be stands for %.0f %% of the base."),
                                            full * 100);

  return g_strconcat (scale, across ? _(" What is only outlined is uncertain.") : "", NULL);
}

/* That not all are drawn, where that is so. */
char *
_tl_chart_image_dup_first (guint n_drawn,
                           guint n)
{
  return n > n_drawn ? g_strdup_printf (_(" The first %u of %u are drawn."), n_drawn, n) : g_strdup ("");
}

/* A line in the middle of @box, cut short where it is too long. */
void
_tl_chart_image_write (const TlChartImage *self,
                       TlPaper            *paper,
                       const char         *text,
                       TlLetteringStyle    style,
                       TlLayoutBox         box)
{
  g_autoptr (PangoLayout) layout = tl_lettering_line (self->lettering, text, TL_CHART_IMAGE_FONT, style, box.width);
  double height;

  tl_lettering_measure (layout, NULL, &height);
  tl_paper_write (paper, layout, box.x, box.y + (box.height - height) / 2, self->palette->text);
}

/* A bar from the left end of @box: the share of @count in @base, and dashed that of @more, by which it may go on. What
 * is withheld has none. */
void
_tl_chart_image_draw_bar (const TlChartImage *self,
                          TlPaper            *paper,
                          gint64              count,
                          gint64              more,
                          gint64              base,
                          TlLayoutBox         box)
{
  static const double square[4] = { 0, 0, 0, 0 };
  TlInk ink = { .fill = self->palette->bar, .stroke = TL_INK_NONE };
  TlInk open = { .fill = TL_INK_NONE, .stroke = self->palette->bar, .width = 1, .dashes = { 3, 2 } };
  TlLayoutBox sure = box, perhaps = box;

  if (count < 0 || base <= 0)
    return;
  sure.width = count > 0 ? MAX (box.width * MIN ((double) count / (double) base / self->full, 1), 1) : 0;
  perhaps.x = box.x + sure.width + 0.5;
  perhaps.y = box.y + 0.5;
  perhaps.width = MIN (box.width * (double) more / (double) base / self->full, box.width - sure.width) - 1;
  perhaps.height = box.height - 1;
  if (sure.width > 0)
    tl_paper_draw_box (paper, &sure, square, &ink);
  if (more > 0 && perhaps.width > 0)
    tl_paper_draw_box (paper, &perhaps, square, &open);
}

static PangoLayout *
lay_out (const TlChartImage *self,
         const char         *text,
         double              size,
         TlLetteringStyle    style)
{
  return tl_lettering_fit (self->lettering, text, size, size, style, self->width, G_MAXINT16);
}

static PangoLayout *
lay_out_caption (const TlChartImage *self)
{
  g_autofree char *whole = g_strjoin (" ", self->caption, self->reading, NULL);

  return lay_out (self, self->is_brief ? self->reading : whole, TL_CHART_IMAGE_FONT, TL_LETTERING_PLAIN);
}

static double
get_height (PangoLayout *layout) /* (transfer full) */
{
  double height;

  tl_lettering_measure (layout, NULL, &height);
  g_object_unref (layout);
  return height;
}

static gboolean
paint_sheet (gpointer       data,
             TlPaper       *paper,
             GCancellable  *cancellable,
             GError       **error)
{
  const TlChartImage *self = data;
  g_autoptr (PangoLayout) title = lay_out (self, self->title, TITLE, TL_LETTERING_BOLD);
  g_autoptr (PangoLayout) caption = lay_out_caption (self);
  double top = 2 * TL_CHART_IMAGE_GAP + get_height (g_object_ref (title));

  tl_paper_write (paper, title, TL_CHART_IMAGE_GAP, TL_CHART_IMAGE_GAP, self->palette->text);
  tl_paper_begin_shift (paper, TL_CHART_IMAGE_GAP, top);
  self->paint (self, paper);
  tl_paper_end_shift (paper);
  tl_paper_write (paper, caption, TL_CHART_IMAGE_GAP, top + self->height + TL_CHART_IMAGE_GAP, self->palette->text);
  return TRUE;
}

/**
 * tl_chart_image_set_title:
 * @self: an image
 * @title: what it is called, if not as charts of its kind are
 */
void
tl_chart_image_set_title (TlChartImage *self,
                          const char   *title)
{
  g_return_if_fail (self != NULL && title != NULL);

  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * tl_chart_image_set_brief:
 * @self: an image
 * @is_brief: whether it stands in a text that has its caption already, so that only how to read it is said beneath
 */
void
tl_chart_image_set_brief (TlChartImage *self,
                          gboolean      is_brief)
{
  g_return_if_fail (self != NULL);
  self->is_brief = is_brief;
}

/**
 * tl_chart_image_dup_words:
 * @self: an image
 *
 * Returns: (transfer full): what was counted, and how it is shown, for who does not see it
 */
char *
tl_chart_image_dup_words (TlChartImage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_strjoin (" ", self->caption, self->reading, NULL);
}

/**
 * tl_chart_image_get_size:
 * @self: an image
 * @width: (out): in units of which letters have eleven, as in the next
 * @height: (out): how high it is
 */
void
tl_chart_image_get_size (TlChartImage *self,
                         double       *width,
                         double       *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->width + 2 * TL_CHART_IMAGE_GAP;
  *height = self->height + 4 * TL_CHART_IMAGE_GAP + get_height (lay_out (self, self->title, TITLE, TL_LETTERING_BOLD))
            + get_height (lay_out_caption (self));
}

/**
 * tl_chart_image_make:
 * @self: an image
 * @format: %TL_PICTURE_SVG or %TL_PICTURE_PNG
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
tl_chart_image_make (TlChartImage     *self,
                     TlPictureFormat   format,
                     GError          **error)
{
  g_return_val_if_fail (self != NULL && format != TL_PICTURE_PDF, NULL);

  g_autofree char *language = tl_drawing_dup_language ();
  g_autofree char *words = tl_chart_image_dup_words (self);
  TlDrawing drawing = {
    .title = self->title,
    .description = words,
    .language = language,
    .paint = paint_sheet,
    .data = self,
  };

  tl_chart_image_get_size (self, &drawing.width, &drawing.height);
  return format == TL_PICTURE_SVG ? tl_drawing_make_svg (&drawing, 1, NULL, error)
                                  : tl_drawing_make_png (&drawing, PNG_SCALE, NULL, error);
}
