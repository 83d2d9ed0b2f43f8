/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report as a PDF file. */
#include "config.h"

#include "model/report/tl-report-paper-private.h"

#include "model/base/tl-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* No date: it would make two files of one report differ, and tell when it was made. */
static void
set_metadata (cairo_surface_t *surface,
              const char      *title)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, "");
}

static gboolean
print (TlReportPaper    *paper,
       cairo_t          *cr,
       TlReportProgress  progress,
       gpointer          user_data,
       GCancellable     *cancellable,
       GError          **error)
{
  guint n_pages = tl_report_paper_get_n_pages (paper);

  paper->cr = cr;
  _tl_report_paper_begin (paper, "Document");
  for (guint i = 0; i < n_pages; i++)
    {
      if (!tl_report_paper_draw (paper, i, cr, cancellable, error))
        return FALSE;
      while (i == n_pages - 1 && paper->open->len > 0)
        _tl_report_paper_end (paper);
      cairo_show_page (cr);
      if (progress != NULL)
        progress ((i + 1.0) / n_pages, user_data);
    }
  return TRUE;
}

/*
 * Returns: (transfer full): the file
 */
GBytes *
_tl_report_write_pdf (TlReport          *self,
                      TlReportProgress   progress,
                      gpointer           user_data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_autoptr (TlReportPaper) paper = tl_report_paper_new (self, 0, 0, error);

  if (paper == NULL)
    return NULL;

  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_cb, bytes, paper->look->width, paper->look->height);
  cairo_t *cr = cairo_create (surface);

  paper->pdf = surface;
  set_metadata (surface, tl_report_paper_get_title (paper));

  gboolean done = print (paper, cr, progress, user_data, cancellable, error);
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS && done)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (done && status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("The pages can’t be drawn: %s."),
                   cairo_status_to_string (status));
      done = FALSE;
    }
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
