/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library of learning records: making, opening, closing and listing it. Taking in and counting are in files of their
 * own. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-private.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-parcel-table.h"
#include "model/store/tl-new-file.h"

/* Memory for what a hundred records change, in KB, so that it goes to the log once; and how many pages the log has when
 * they are carried over, so that those that change with every record are carried over seldom. */
#define WRITING_SQL "PRAGMA cache_size = -2048; PRAGMA wal_autocheckpoint = 4000"

struct _TlLibrary
{
  GObject parent_instance;

  char         *path;
  char         *name;
  TlConnection *connection; /* NULL once closed */
  gboolean      read_only;
  gboolean      verified;   /* found to be undamaged, so that it may be written */
  gboolean      durable;
};

G_DEFINE_FINAL_TYPE (TlLibrary, tl_library, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Within the room */

/**
 * tl_library_get_connection:
 * @self: a library that is open
 *
 * Returns: (transfer none): its connection, for rooms that ask it
 */
TlConnection *
tl_library_get_connection (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);
  return self->connection;
}

/**
 * tl_library_begin_write:
 * @self: a library that is open
 * @error: return location
 *
 * Begins a transaction that writes. Damage is looked for before the first one.
 *
 * Returns: %FALSE on failure, and then there is no transaction
 */
gboolean
tl_library_begin_write (TlLibrary  *self,
                        GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && self->connection != NULL, FALSE);

  if (self->read_only)
    return tl_connection_fail (self->connection, SQLITE_READONLY, error);
  if (!self->verified && !tl_library_schema_verify (self->connection, error))
    return FALSE;
  self->verified = TRUE;
  return tl_connection_begin (self->connection, TRUE, error);
}

/**
 * tl_library_end_write:
 * @self: a library, in a transaction that writes
 * @done: whether all of it was written
 * @missing: (nullable): what to say where the last statement found nothing to change; %NULL if that is no fault
 * @error: (inout): what went wrong, if anything
 *
 * Ends the transaction: what was done stays, and of anything else nothing has happened.
 *
 * Returns: whether it stays
 */
gboolean
tl_library_end_write (TlLibrary   *self,
                      gboolean     done,
                      const char  *missing,
                      GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && self->connection != NULL, FALSE);

  if (done && missing != NULL && sqlite3_changes (tl_connection_get_handle (self->connection)) == 0)
    {
      g_set_error_literal (error, TL_ERROR, TL_ERROR_NOT_FOUND, missing);
      done = FALSE;
    }
  if (done && tl_connection_commit (self->connection, error))
    return TRUE;
  tl_connection_rollback (self->connection);
  tl_library_explain (self->name, error);
  return FALSE;
}

void
_tl_library_changed (TlLibrary *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* GObject overrides */

static void
tl_library_finalize (GObject *object)
{
  TlLibrary *self = TL_LIBRARY (object);

  tl_library_close (self);
  g_free (self->path);
  g_free (self->name);

  G_OBJECT_CLASS (tl_library_parent_class)->finalize (object);
}

static void
tl_library_class_init (TlLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_library_finalize;

  /**
   * TlLibrary::changed:
   *
   * Records were taken in; what was listed or counted before may be out of date.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tl_library_init (TlLibrary *self)
{
}

/* Public */

static TlLibrary *
new_for_path (const char *path)
{
  TlLibrary *self = g_object_new (TL_TYPE_LIBRARY, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->name = g_filename_display_basename (self->path);
  return self;
}

static gboolean
connect_file (TlLibrary          *self,
              TlConnectionFlags   flags,
              GError            **error)
{
  self->connection = tl_connection_open (self->path, flags, error);
  return self->connection != NULL
         && (!(flags & TL_CONNECTION_WAL) || tl_connection_execute (self->connection, WRITING_SQL, error))
         && tl_parcel_table_register (self->connection, error);
}

static gboolean
fill_cb (TlConnection  *connection,
         gpointer       data,
         GError       **error)
{
  return tl_library_schema_create (connection, error);
}

/**
 * tl_library_create:
 * @path: name of a file that does not exist
 * @error: return location
 *
 * Makes a library without records. Whenever this is stopped there is no file of that name, or a library.
 *
 * Returns: (transfer full) (nullable): the library, or %NULL
 */
TlLibrary *
tl_library_create (const char  *path,
                   GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return tl_new_file_make (path, fill_cb, NULL, error) ? tl_library_open (path, error) : NULL;
}

/* What was written last can be in a log beside the file, which only who may write there can read. */
static void
explain_log (TlLibrary  *self,
             GError    **error)
{
  if (error == NULL || !g_error_matches (*error, TL_ERROR, TL_ERROR_NOT_FOUND))
    return;
  g_clear_error (error);
  g_set_error (error, TL_ERROR, TL_ERROR_READ_ONLY,
               _("What was last added to “%s” is in the file beside it whose name ends in “-wal”, and can’t be read "
                 "where it is. Copy both to a folder that you may write to, and open the copy."), self->name);
}

/**
 * tl_library_open:
 * @path: a file
 * @error: return location
 *
 * Opens a library. One that can't be written, or in whose folder nothing can, is opened for reading.
 *
 * Returns: (transfer full) (nullable): the library, or %NULL with %TL_ERROR_NOT_FOUND, %TL_ERROR_NOT_OURS,
 *   %TL_ERROR_NEWER, %TL_ERROR_DAMAGED or %TL_ERROR_LOCKED; the file is then as it was
 */
TlLibrary *
tl_library_open (const char  *path,
                 GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!tl_library_schema_peek (path, error))
    return NULL;

  g_autoptr (TlLibrary) self = new_for_path (path);

  TlConnectionFlags flags = tl_connection_choose_wal (path);

  self->read_only = (flags & TL_CONNECTION_READ_ONLY) != 0;
  if (connect_file (self, flags, error) && tl_library_schema_check (self->connection, self->read_only, error))
    return g_steal_pointer (&self);

  if (flags == TL_CONNECTION_READ_ONLY)
    explain_log (self, error);
  tl_library_explain (self->name, error);
  return NULL;
}

/**
 * tl_library_close:
 * @self: a library
 *
 * Closes the file; nothing but its path can be asked of @self afterwards.
 */
void
tl_library_close (TlLibrary *self)
{
  g_return_if_fail (TL_IS_LIBRARY (self));
  g_clear_pointer (&self->connection, tl_connection_close);
}

/**
 * tl_library_get_path:
 * @self: a library
 *
 * Returns: (type filename): the absolute path of its file
 */
const char *
tl_library_get_path (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);
  return self->path;
}

/**
 * tl_library_get_name:
 * @self: a library
 *
 * Returns: what it is called in a sentence or a title
 */
const char *
tl_library_get_name (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);
  return self->name;
}

/**
 * tl_library_get_read_only:
 * @self: a library
 *
 * Returns: whether nothing can be added
 */
gboolean
tl_library_get_read_only (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), TRUE);
  return self->read_only;
}

/**
 * tl_library_get_durable:
 * @self: a library
 *
 * Returns: whether each record is on the disk before the next is written
 */
gboolean
tl_library_get_durable (TlLibrary *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);
  return self->durable;
}

/**
 * tl_library_set_durable:
 * @self: a library
 * @durable: whether each record is to be on the disk before the next is written, and not many together
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_library_set_durable (TlLibrary  *self,
                        gboolean    durable,
                        GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && self->connection != NULL, FALSE);

  self->durable = durable;
  return tl_connection_execute (self->connection,
                                durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", error);
}

/**
 * tl_library_list:
 * @self: a library
 * @with_superseded: whether to list earlier revisions too
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its records, a list of #TlLibraryRecord in order of year, then id
 */
GListModel *
tl_library_list (TlLibrary  *self,
                 gboolean    with_superseded,
                 GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && self->connection != NULL, NULL);

  g_autofree char *sql = g_strconcat (_tl_library_record_sql, with_superseded ? "" : "WHERE NOT superseded ",
                                      "ORDER BY review.year, record.review, record.revision", NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement = tl_connection_prepare (self->connection, sql, error);
  gboolean row = statement != NULL;

  while (row)
    {
      if (!tl_connection_step (self->connection, statement, &row, error))
        break;
      if (!row)
        {
          GListStore *list = g_list_store_new (TL_TYPE_LIBRARY_RECORD);

          g_list_store_splice (list, 0, 0, records->pdata, records->len);
          return G_LIST_MODEL (list);
        }
      g_ptr_array_add (records, _tl_library_record_new (statement));
    }
  tl_library_explain (self->name, error);
  return NULL;
}
