/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A release as files for an annual report: a page for any browser, a document to go on writing in, and each table as
 * CSV and as pictures, with a list of the tables and their settings. The same release gives the same bytes. */
#include "config.h"

#include "model/releases/tl-release-bundle-private.h"

#include <string.h>

#include "model/exchange/tl-csv.h"
#include "model/releases/tl-release-picture.h"
#include "model/releases/tl-release-words.h"

/* What the files of a table are called, but for their ending. */
char *
_tl_release_dup_stem (const TlRelease *self,
                      guint            table)
{
  const TlAsked *question = ((TlReleaseTable *) self->tables->pdata[table])->question;
  g_autofree char *text = tl_asked_dup_text (question);
  g_auto (GStrv) words = g_strsplit (text, " ", 2);

  return g_strdup_printf ("table-%u-%s", table + 1, words[0]);
}

char *
_tl_release_dup_picture_name (const char *stem,
                              guint       picture,
                              guint       n_pictures)
{
  return n_pictures == 1 ? g_strdup (stem) : g_strdup_printf ("%s-%u", stem, picture + 1);
}

/* Pieces */

static void
free_piece (gpointer data)
{
  TlReleasePiece *piece = data;

  g_free (piece->name);
  g_bytes_unref (piece->bytes);
  g_free (piece);
}

static void
add_piece (GPtrArray *pieces,
           char      *name,  /* (transfer full) */
           GBytes    *bytes) /* (transfer full) */
{
  TlReleasePiece *piece = g_new0 (TlReleasePiece, 1);

  *piece = (TlReleasePiece) { name, bytes };
  g_ptr_array_add (pieces, piece);
}

static void
add_text (GPtrArray *pieces,
          char      *name, /* (transfer full) */
          char      *text) /* (transfer full) */
{
  add_piece (pieces, name, g_bytes_new_take (text, strlen (text)));
}

static gboolean
add_report (GPtrArray       *pieces,
            TlReport        *report,
            const char      *name,
            TlReportFormat   format,
            GCancellable    *cancellable,
            GError         **error)
{
  GBytes *bytes = tl_report_write (report, format, NULL, NULL, cancellable, error);

  if (bytes != NULL)
    add_piece (pieces, g_strdup (name), bytes);
  return bytes != NULL;
}

/* What each of the files is, for who reads only those. */
static char *
dup_contents (const TlRelease *self)
{
  g_autofree char *settings = tl_release_dup_settings (self);
  g_autofree char *threshold = g_strdup_printf ("%u", self->plan->threshold);
  g_autofree char *round = g_strdup_printf ("%u", MAX (self->plan->round, 1));
  g_autoptr (GString) caveats = g_string_new (NULL);
  GString *out = g_string_new ("file,title,question,base,withheld_to,rounded_to,caption,note,settings,caveats\n");

  for (guint i = 0; i < self->plan->caveats->len; i++)
    g_string_append_printf (caveats, "%s%s", i > 0 ? " " : "", (const char *) self->plan->caveats->pdata[i]);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const TlReleaseTable *table = self->tables->pdata[i];
      const char *note = tl_release_table_get_note (table);
      g_autofree char *stem = _tl_release_dup_stem (self, i);
      g_autofree char *file = g_strconcat (stem, ".csv", NULL);
      g_autofree char *title = tl_asked_dup_title (table->question);
      g_autofree char *base = tl_count_format (tl_release_table_get_base (table));
      const char *cells[] = { file, title, table->text, base, threshold, round, tl_release_table_get_caption (table),
                              note != NULL ? note : "", settings, caveats->str };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        tl_csv_append_cell (out, cells[j]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
add_table (GPtrArray       *pieces,
           const TlRelease *self,
           guint            table,
           GPtrArray       *pictures)
{
  g_autofree char *stem = _tl_release_dup_stem (self, table);

  add_text (pieces, g_strconcat (stem, ".csv", NULL), tl_release_table_dup_csv (self->tables->pdata[table]));
  for (guint i = 0; i < pictures->len; i++)
    {
      const TlReleasePicture *picture = pictures->pdata[i];
      g_autofree char *name = _tl_release_dup_picture_name (stem, i, pictures->len);

      add_piece (pieces, g_strconcat (name, ".svg", NULL), g_bytes_ref (picture->svg));
      add_piece (pieces, g_strconcat (name, ".png", NULL), g_bytes_ref (picture->png));
    }
}

/**
 * tl_release_bundle_make:
 * @self: a release
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes "release.html", "release.odt", for each table a file "table-N-WHAT.csv" and its pictures as ".svg" and ".png",
 * and "tables.csv" which lists the tables.
 *
 * Returns: (transfer full) (nullable) (element-type TlReleasePiece): the files; %NULL with an error of
 *   tl_report_new_styled(), or %G_IO_ERROR_CANCELLED
 */
GPtrArray *
tl_release_bundle_make (const TlRelease  *self,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (free_piece);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (TlReport) report = NULL;

  for (guint i = 0; i < self->tables->len; i++)
    {
      GPtrArray *of_table = tl_release_picture_list (self->tables->pdata[i], cancellable, error);

      if (of_table == NULL)
        return NULL;
      g_ptr_array_add (pictures, of_table);
    }
  report = _tl_release_report_new (self, pictures, error);
  if (report == NULL || !add_report (pieces, report, "release.html", TL_REPORT_HTML, cancellable, error)
      || !add_report (pieces, report, "release.odt", TL_REPORT_ODT, cancellable, error))
    return NULL;
  for (guint i = 0; i < self->tables->len; i++)
    add_table (pieces, self, i, pictures->pdata[i]);
  add_text (pieces, g_strdup ("tables.csv"), dup_contents (self));
  return g_steal_pointer (&pieces);
}
