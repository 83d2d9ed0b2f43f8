/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture as a file: SVG, PNG or PDF. The same picture gives the same bytes. */
#include "config.h"

#include "model/picture/tl-picture-file.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "model/picture/tl-drawing-private.h"
#include "model/picture/tl-painter.h"
#include "model/picture/tl-sheets.h"

static const char *const names[] = { "svg", "png", "pdf" };

/**
 * tl_picture_format_parse:
 * @name: as in "svg"
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
tl_picture_format_parse (const char      *name,
                         TlPictureFormat *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *format = (TlPictureFormat) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
paint (gpointer       painter,
       TlPaper       *paper,
       GCancellable  *cancellable,
       GError       **error)
{
  return tl_painter_paint (painter, paper, NULL, cancellable, error);
}

static TlDrawing
get_drawing (TlPainter       *painter,
             const TlPicture *picture,
             const char      *description)
{
  TlDrawing drawing = { .title = tl_painter_get_title (painter), .description = description,
                        .language = picture->language, .paint = paint, .data = painter };

  tl_painter_get_size (painter, &drawing.width, &drawing.height);
  return drawing;
}

static GBytes *
make_image (TlPainter               *painter,
            const TlPicture         *picture,
            const TlPictureOptions  *options,
            GCancellable            *cancellable,
            GError                 **error)
{
  g_autofree char *description = tl_painter_dup_description (painter);
  TlDrawing drawing = get_drawing (painter, picture, description);

  if (options->format == TL_PICTURE_SVG)
    return tl_drawing_make_svg (&drawing, options->scale, cancellable, error);
  return tl_drawing_make_png (&drawing, options->scale, cancellable, error);
}

static gboolean
spread (TlPainter               *painter,
        const TlPictureOptions  *options,
        TlSheets                *sheets,
        GError                 **error)
{
  if (options->paper == NULL)
    return tl_sheets_init (sheets, painter, TL_SHEETS_OWN, 0, 0, options->scale, error);
  return tl_sheets_init_turned (sheets, painter, options->is_tiled ? TL_SHEETS_TILED : TL_SHEETS_FIT,
                                options->paper->width, options->paper->height, options->scale, error);
}

/* No date: it would make two files of one picture differ, and tell when it was made. */
static void
set_metadata (cairo_surface_t *surface,
              TlPainter       *painter)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, tl_painter_get_title (painter));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, "");
}

static GBytes *
make_pdf (TlPainter               *painter,
          const TlPictureOptions  *options,
          GCancellable            *cancellable,
          GError                 **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  TlSheets sheets;
  gboolean done = TRUE;

  if (!spread (painter, options, &sheets, error))
    return NULL;

  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (_tl_drawing_append, bytes, sheets.page_width, sheets.page_height);
  cairo_t *cr = cairo_create (surface);

  set_metadata (surface, painter);
  for (guint i = 0; done && i < tl_sheets_get_n_pages (&sheets); i++)
    {
      g_autofree char *label = tl_sheets_dup_label (&sheets, i);

      cairo_pdf_surface_set_page_label (surface, label);
      done = tl_sheets_draw (&sheets, painter, i, cr, cancellable, error);
      cairo_show_page (cr);
    }
  done = done && _tl_drawing_check (cairo_status (cr), error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  done = done && _tl_drawing_check (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * tl_picture_make_file:
 * @picture: a settled picture
 * @options: what file
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * From any thread.
 *
 * Returns: (transfer full) (nullable): the whole file; %NULL with %TL_ERROR_TOO_LARGE or %G_IO_ERROR_CANCELLED
 */
GBytes *
tl_picture_make_file (const TlPicture         *picture,
                      const TlPictureOptions  *options,
                      GCancellable            *cancellable,
                      GError                 **error)
{
  g_return_val_if_fail (picture != NULL && options != NULL && options->scale > 0, NULL);

  g_autoptr (TlPainter) painter = tl_painter_new (picture, options->with_legend);

  switch (options->format)
    {
    case TL_PICTURE_SVG:
    case TL_PICTURE_PNG:
      return make_image (painter, picture, options, cancellable, error);
    case TL_PICTURE_PDF:
    default:
      return make_pdf (painter, options, cancellable, error);
    }
}

/**
 * tl_picture_measure:
 * @picture: a settled picture
 * @options: what file
 * @width: (out): of an image in pixels, of a page in points
 * @height: (out): likewise
 * @n_pages: (out): how many pages it would have
 * @error: return location
 *
 * Tells what tl_picture_make_file() would make.
 *
 * Returns: %FALSE with %TL_ERROR_TOO_LARGE
 */
gboolean
tl_picture_measure (const TlPicture         *picture,
                    const TlPictureOptions  *options,
                    double                  *width,
                    double                  *height,
                    guint                   *n_pages,
                    GError                 **error)
{
  g_return_val_if_fail (picture != NULL && options != NULL && options->scale > 0, FALSE);

  g_autoptr (TlPainter) painter = tl_painter_new (picture, options->with_legend);
  TlSheets sheets;

  *n_pages = 1;
  if (options->format == TL_PICTURE_PDF)
    {
      if (!spread (painter, options, &sheets, error))
        return FALSE;
      *n_pages = tl_sheets_get_n_pages (&sheets);
      *width = sheets.page_width;
      *height = sheets.page_height;
      return TRUE;
    }

  TlDrawing drawing = get_drawing (painter, picture, NULL);

  *width = ceil (drawing.width * options->scale);
  *height = ceil (drawing.height * options->scale);
  return options->format != TL_PICTURE_PNG || tl_drawing_fits_png (&drawing, options->scale, error);
}
