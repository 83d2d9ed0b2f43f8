/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes tables as SQL statements or as CSV, in the dialect that PostgreSQL, SQLite and DuckDB share: names in double
 * quotes, texts in single ones, and in CSV the difference between nothing and an empty text. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-dump-writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-id.h"
#include "model/store/tl-connection.h"

/* So many rows share one INSERT: few enough that no engine's limits on a statement are met. */
#define ROWS_A_STATEMENT 200
#define BUFFER_BYTES (256 * 1024)

struct _TlDumpWriter
{
  TlDumpFormat       format;
  char              *path;
  GOutputStream     *out;    /* the one file, or that of the table */
  GOutputStream     *schema; /* what makes the tables: the same as out, or a file of its own */
  const TlDumpTable *table;
  guint              n_rows; /* of the statement that is open */
  GString           *line;
};

static GOutputStream *
open_file (const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;

  if (!tl_connection_check_target (path, error))
    return NULL;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  return stream != NULL ? g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), BUFFER_BYTES) : NULL;
}

/* Closing a stream that replaces a file puts what was written in its place; a cancelled close leaves the old. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  if (stream == NULL)
    return;
  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
  g_object_unref (stream);
}

static gboolean
close_file (GOutputStream **stream,
            GError        **error)
{
  g_autoptr (GOutputStream) closing = g_steal_pointer (stream);

  return g_output_stream_close (closing, NULL, error);
}

static GOutputStream *
open_in_folder (TlDumpWriter  *self,
                const char    *name,
                const char    *extension,
                GError       **error)
{
  g_autofree char *file = g_strconcat (name, extension, NULL);
  g_autofree char *path = g_build_filename (self->path, file, NULL);

  return open_file (path, error);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) local = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &local)
      || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

TlDumpWriter *
_tl_dump_writer_new (TlDumpFormat   format,
                     const char    *path,
                     GError       **error)
{
  g_autoptr (TlDumpWriter) self = g_new0 (TlDumpWriter, 1);

  self->format = format;
  self->path = g_strdup (path);
  self->line = g_string_new (NULL);
  if (format == TL_DUMP_SQL)
    {
      self->out = open_file (path, error);
      self->schema = self->out;
    }
  else if (make_folder (path, error))
    self->schema = open_in_folder (self, "schema", ".sql", error);
  return self->schema != NULL ? g_steal_pointer (&self) : NULL;
}

void
_tl_dump_writer_free (TlDumpWriter *self)
{
  if (self->schema != self->out)
    abandon (self->schema);
  abandon (self->out);
  g_string_free (self->line, TRUE);
  g_free (self->path);
  g_free (self);
}

/* Cells */

static void
append_quoted (GString    *out,
               const char *text,
               char        quote)
{
  g_string_append_c (out, quote);
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == quote)
        g_string_append_c (out, quote);
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, quote);
}

static void
start_cell (TlDumpWriter *self,
            guint         column)
{
  if (column > 0)
    g_string_append_c (self->line, ',');
}

/* Of what is not recorded CSV has an empty cell. */
static void
append_text (TlDumpWriter *self,
             const char   *text)
{
  if (text == NULL)
    g_string_append (self->line, self->format == TL_DUMP_SQL ? "NULL" : "");
  else if (self->format == TL_DUMP_SQL)
    append_quoted (self->line, text, '\'');
  else if (*text == '\0' || strpbrk (text, "\",\r\n") != NULL || strcmp (text, "\\.") == 0)
    append_quoted (self->line, text, '"');
  else
    g_string_append (self->line, text);
}

static void
append_column (TlDumpWriter *self,
               sqlite3_stmt *row,
               int           column)
{
  g_autofree char *id = NULL;

  switch (sqlite3_column_type (row, column))
    {
    case SQLITE_INTEGER:
      g_string_append_printf (self->line, "%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (row, column));
      break;
    case SQLITE_BLOB:
      id = tl_id_unpack (sqlite3_column_blob (row, column), (gsize) sqlite3_column_bytes (row, column));
      append_text (self, id);
      break;
    case SQLITE_TEXT:
      append_text (self, (const char *) sqlite3_column_text (row, column));
      break;
    default:
      append_text (self, NULL);
      break;
    }
}

/* Rows and tables */

static gboolean
put (GOutputStream  *stream,
     const char     *text,
     GError        **error)
{
  return g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error);
}

static gboolean
end_statement (TlDumpWriter  *self,
               GError       **error)
{
  gboolean open = self->n_rows > 0;

  self->n_rows = 0;
  return !open || self->format != TL_DUMP_SQL || put (self->out, ";\n", error);
}

static void
start_row (TlDumpWriter *self)
{
  g_string_truncate (self->line, 0);
  if (self->format == TL_DUMP_CSV)
    return;
  if (self->n_rows == 0)
    g_string_append_printf (self->line, "INSERT INTO \"%s\" VALUES\n(", self->table->name);
  else
    g_string_append (self->line, ",\n(");
}

static gboolean
end_row (TlDumpWriter  *self,
         GError       **error)
{
  g_string_append (self->line, self->format == TL_DUMP_SQL ? ")" : "\n");
  self->n_rows++;
  return g_output_stream_write_all (self->out, self->line->str, self->line->len, NULL, NULL, error)
         && (self->n_rows < ROWS_A_STATEMENT || end_statement (self, error));
}

static gboolean
end_table (TlDumpWriter  *self,
           GError       **error)
{
  if (self->table == NULL)
    return TRUE;
  self->table = NULL;
  return end_statement (self, error) && (self->format == TL_DUMP_SQL || close_file (&self->out, error));
}

/* The names of the columns are the words in double quotes before the key is named. */
static gboolean
write_heading (TlDumpWriter  *self,
               GError       **error)
{
  g_auto (GStrv) quoted = g_strsplit (self->table->columns, "\"", -1);

  g_string_truncate (self->line, 0);
  for (guint i = 0; i < self->table->n_columns; i++)
    g_string_append_printf (self->line, "%s%s", i > 0 ? "," : "", quoted[2 * i + 1]);
  g_string_append_c (self->line, '\n');
  return put (self->out, self->line->str, error);
}

gboolean
_tl_dump_writer_begin (TlDumpWriter       *self,
                       const TlDumpTable  *table,
                       GError            **error)
{
  g_autofree char *create = g_strdup_printf ("CREATE TABLE \"%s\" (%s);\n", table->name, table->columns);

  if (!end_table (self, error) || !put (self->schema, create, error))
    return FALSE;
  self->table = table;
  if (self->format == TL_DUMP_SQL)
    return TRUE;
  self->out = open_in_folder (self, table->name, ".csv", error);
  return self->out != NULL && write_heading (self, error);
}

gboolean
_tl_dump_writer_row (TlDumpWriter  *self,
                     sqlite3_stmt  *row,
                     GError       **error)
{
  start_row (self);
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      start_cell (self, i);
      append_column (self, row, (int) i);
    }
  return end_row (self, error);
}

gboolean
_tl_dump_writer_texts (TlDumpWriter       *self,
                       const char *const  *values,
                       GError            **error)
{
  start_row (self);
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      start_cell (self, i);
      append_text (self, values[i]);
    }
  return end_row (self, error);
}

gboolean
_tl_dump_writer_finish (TlDumpWriter  *self,
                        GError       **error)
{
  gboolean one_file = self->schema == self->out;

  if (!end_table (self, error))
    return FALSE;
  if (one_file)
    self->out = NULL;
  return close_file (&self->schema, error);
}
