/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever can be painted on paper as a file: SVG or PNG. The same drawing gives the same bytes. */
#include "config.h"

#include "model/picture/tl-drawing-private.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/base/tl-error.h"
#include "model/picture/tl-paper-cairo.h"
#include "model/picture/tl-paper-svg.h"

/**
 * tl_drawing_dup_language:
 *
 * Returns: (transfer full): the language of the program's words
 */
char *
tl_drawing_dup_language (void)
{
  const char *language = pango_language_to_string (pango_language_get_default ());

  return g_strdup (g_str_equal (language, "c") || g_str_equal (language, "posix") ? "en" : language);
}

/* A cairo_write_func_t that adds to a GByteArray. */
cairo_status_t
_tl_drawing_append (void                *bytes,
                    const unsigned char *data,
                    unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Whether cairo has drawn all. */
gboolean
_tl_drawing_check (cairo_status_t   status,
                   GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("The picture could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

/* Rounded down, so that what is offered is also taken. */
static double
get_largest_scale (const TlDrawing *self)
{
  double scale = MIN (sqrt (TL_DRAWING_MAX_PIXELS / (self->width * self->height)),
                      TL_DRAWING_MAX_SIDE / MAX (self->width, self->height));

  return floor (scale * 100) / 100;
}

/**
 * tl_drawing_fits_png:
 * @self: a drawing
 * @scale: pixels to a unit
 * @error: return location
 *
 * Returns: %FALSE with %TL_ERROR_TOO_LARGE if no image can be as large
 */
gboolean
tl_drawing_fits_png (const TlDrawing  *self,
                     double            scale,
                     GError          **error)
{
  g_return_val_if_fail (self != NULL && scale > 0, FALSE);

  if (scale <= get_largest_scale (self))
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE,
               _("At this scale the image would be too large. The largest scale for this picture is %.2f; SVG and PDF "
                 "have no such limit."),
               get_largest_scale (self));
  return FALSE;
}

/**
 * tl_drawing_make_svg:
 * @self: a drawing
 * @scale: pixels to a unit
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
tl_drawing_make_svg (const TlDrawing  *self,
                     double            scale,
                     GCancellable     *cancellable,
                     GError          **error)
{
  g_return_val_if_fail (self != NULL && scale > 0, NULL);

  TlPaperSvgHead head = { self->width, self->height, scale, self->title, self->description, self->language };
  TlPaper *paper = tl_paper_svg_new (&head);
  gboolean done = self->paint (self->data, paper, cancellable, error);
  g_autoptr (GBytes) bytes = tl_paper_svg_finish (paper);

  return done ? g_steal_pointer (&bytes) : NULL;
}

/**
 * tl_drawing_make_png:
 * @self: a drawing
 * @scale: pixels to a unit
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the whole file; %NULL with %TL_ERROR_TOO_LARGE, or what painting it says
 */
GBytes *
tl_drawing_make_png (const TlDrawing  *self,
                     double            scale,
                     GCancellable     *cancellable,
                     GError          **error)
{
  g_return_val_if_fail (self != NULL && scale > 0, NULL);

  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!tl_drawing_fits_png (self, scale, error))
    return NULL;

  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
                                                         (int) ceil (self->height * scale));
  cairo_t *cr = cairo_create (surface);
  TlPaper *paper = tl_paper_cairo_new (cr);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);

  gboolean done = self->paint (self->data, paper, cancellable, error) && _tl_drawing_check (cairo_status (cr), error)
                  && _tl_drawing_check (cairo_surface_write_to_png_stream (surface, _tl_drawing_append, bytes), error);

  tl_paper_cairo_free (paper);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
