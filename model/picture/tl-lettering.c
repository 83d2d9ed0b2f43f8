/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text for paper. Sizes are in the units of the picture and nothing is rounded to pixels, so that lines break in the
 * same places in an image, in a PDF and in an SVG. */
#include "config.h"

#include "model/picture/tl-lettering.h"

#include <pango/pangocairo.h>

#include "model/picture/tl-paper.h"

/* Whoever opens an SVG may have other fonts, somewhat wider ones. */
#define RESERVE 0.97
#define STEP 1.0

struct _TlLettering
{
  PangoContext *context; /* owned */
};

/**
 * tl_lettering_new:
 *
 * Returns: (transfer full): lettering for the thread that calls
 */
TlLettering *
tl_lettering_new (void)
{
  TlLettering *self = g_new0 (TlLettering, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  return self;
}

void
tl_lettering_free (TlLettering *self)
{
  g_object_unref (self->context);
  g_free (self);
}

static void
set_size (PangoLayout      *layout,
          double            size,
          TlLetteringStyle  style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, TL_PAPER_FONTS);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (style & TL_LETTERING_BOLD)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (style & TL_LETTERING_ITALIC)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static PangoLayout *
make (TlLettering *self,
      const char  *text,
      double       width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* What is written is what there is: a word that is broken gets no hyphen, for an SVG would not have it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * RESERVE * PANGO_SCALE));
  return layout;
}

/**
 * tl_lettering_line:
 * @text: what to write
 * @size: of the font
 * @style: of the font
 * @width: what there is, or 0 for as much as it needs
 *
 * Returns: (transfer full): @text on one line; what doesn't fit is left out at its end
 */
PangoLayout *
tl_lettering_line (TlLettering      *self,
                   const char       *text,
                   double            size,
                   TlLetteringStyle  style,
                   double            width)
{
  PangoLayout *layout = make (self, text, width);

  set_size (layout, size, style);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, width > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  return layout;
}

/**
 * tl_lettering_fit:
 * @text: what to write
 * @size: of the font, if @text fits
 * @least_size: down to which the font shrinks
 * @style: of the font
 * @width: what there is
 * @height: what there is
 *
 * Returns: (transfer full): @text on as many lines as it needs; what doesn't fit at @least_size is left out at its end
 */
PangoLayout *
tl_lettering_fit (TlLettering      *self,
                  const char       *text,
                  double            size,
                  double            least_size,
                  TlLetteringStyle  style,
                  double            width,
                  double            height)
{
  PangoLayout *layout = make (self, text, width);
  double needed;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  for (;;)
    {
      set_size (layout, size, style);
      tl_lettering_measure (layout, NULL, &needed);
      if (needed <= height || size <= least_size)
        break;
      size = MAX (size - STEP, least_size);
    }
  if (needed > height)
    {
      pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

/**
 * tl_lettering_is_rtl:
 *
 * Returns: whether @text is written from right to left
 */
gboolean
tl_lettering_is_rtl (TlLettering *self,
                     const char  *text)
{
  g_autoptr (PangoLayout) layout = make (self, text, 0);

  return pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0)) == PANGO_DIRECTION_RTL;
}

/**
 * tl_lettering_measure:
 * @width: (out) (optional): what @layout takes
 * @height: (out) (optional): likewise
 */
void
tl_lettering_measure (PangoLayout *layout,
                      double      *width,
                      double      *height)
{
  PangoRectangle rect;

  pango_layout_get_extents (layout, NULL, &rect);
  if (width != NULL)
    *width = (double) rect.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) rect.height / PANGO_SCALE;
}
