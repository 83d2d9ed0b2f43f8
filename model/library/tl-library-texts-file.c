/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the full-text index of a library is: beside it, and where nothing can be written there among the person's own
 * files. What stands in its place and is none is refused. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-texts-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "model/base/tl-error.h"
#include "model/store/tl-new-file.h"

/* "TLls": how the index says what it is. */
#define APPLICATION_ID 0x544c6c73

#define TEXTS_SQL "CREATE VIRTUAL TABLE \"texts\" USING fts5(\"text\", content='', tokenize='" TL_TOKENIZER "')"
#define STATE_SQL \
  "CREATE TABLE \"state\" (\"last\" INTEGER NOT NULL, \"records\" INTEGER NOT NULL, \"digest\" TEXT NOT NULL) STRICT"

static gboolean
make_tables (TlConnection  *connection,
             gpointer       data,
             GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("%s; %s; INSERT INTO state VALUES (0, 0, ''); PRAGMA application_id = %d",
                                          TEXTS_SQL, STATE_SQL, APPLICATION_ID);

  return tl_connection_execute (connection, sql, error);
}

/* Nothing in a file that somebody else made is to make us do something. */
static gboolean
is_ours (TlLibraryTexts *self)
{
  gint64 id = 0, n = 0;

  return tl_connection_get_number (self->connection, "PRAGMA application_id", &id, NULL) && id == APPLICATION_ID
         && tl_connection_get_number (self->connection, "SELECT count(*) FROM sqlite_schema WHERE "
                                      "(name = 'state' AND sql = '" STATE_SQL "') OR "
                                      "(name = 'texts' AND sql = 'CREATE VIRTUAL TABLE \"texts\" USING "
                                      "fts5(\"text\", content='''', tokenize=''" TL_TOKENIZER "'')')", &n, NULL)
         && n == 2
         && tl_connection_get_number (self->connection,
                                      "SELECT count(*) FROM sqlite_schema WHERE name NOT IN ('state', 'texts', "
                                      "'texts_data', 'texts_idx', 'texts_docsize', 'texts_config')", &n, NULL)
         && n == 0;
}

static gboolean
open_at (TlLibraryTexts     *self,
         const char         *path,
         TlConnectionFlags   flags,
         GError            **error)
{
  g_autoptr (GError) fault = NULL;

  g_clear_pointer (&self->connection, tl_connection_close);
  /* Unless there is one, or another program was quicker. */
  if (flags & TL_CONNECTION_WAL && !tl_new_file_make (path, make_tables, NULL, &fault)
      && !g_error_matches (fault, TL_ERROR, TL_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  self->connection = tl_connection_open (path, flags, error);
  if (self->connection == NULL)
    return FALSE;
  if (is_ours (self))
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS,
               _("“%s” stands where the search index of the library belongs, and is none. Move it away."),
               tl_connection_get_name (self->connection));
  return FALSE;
}

/* Where the index of a library belongs. */
char *
_tl_library_texts_dup_beside (TlLibrary *library)
{
  return g_strconcat (tl_library_get_path (library), "-search", NULL);
}

/* Among the person's own files, where nothing can be written beside the library. */
static char *
dup_elsewhere (TlLibrary *library)
{
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, tl_library_get_path (library), -1);
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "throughline", NULL);
  g_autofree char *file = g_strconcat (name, "-search", NULL);

  return g_mkdir_with_parents (folder, 0700) == 0 ? g_build_filename (folder, file, NULL) : NULL;
}

/* Where nothing can be written beside the library: the index that is there, if it has read all; else one elsewhere;
 * else one that is gone with the connection. */
static gboolean
open_elsewhere (TlLibraryTexts     *self,
                const char         *beside,
                TlConnectionFlags   flags,
                GError            **error)
{
  g_autofree char *elsewhere = dup_elsewhere (self->library);
  gboolean all = FALSE;

  if (g_file_test (beside, G_FILE_TEST_EXISTS) && open_at (self, beside, flags, NULL)
      && _tl_library_texts_has_read_all (self, &all, NULL) && all)
    return TRUE;
  if (elsewhere != NULL && open_at (self, elsewhere, TL_CONNECTION_WAL, NULL))
    return TRUE;
  g_clear_pointer (&self->connection, tl_connection_close);
  self->connection = tl_connection_open_memory (tl_library_get_name (self->library), error);
  return self->connection != NULL && make_tables (self->connection, NULL, error);
}

/* Opens the index, which may be empty, or behind the library. */
gboolean
_tl_library_texts_open_file (TlLibraryTexts  *self,
                             GError         **error)
{
  g_autofree char *beside = _tl_library_texts_dup_beside (self->library);
  TlConnectionFlags flags = tl_connection_choose_wal (beside);

  return flags & TL_CONNECTION_WAL ? open_at (self, beside, flags, error)
                                   : open_elsewhere (self, beside, flags, error);
}
