/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one writer of a library: decides by review and revision what becomes of a parcel, and inserts its rows. All that
 * takes time was done before, so that nothing here waits for anything but the disk. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/library/tl-library-private.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-packer.h"
#include "model/library/tl-parcel-table.h"

struct _TlLibraryWriter
{
  TlLibrary     *library;      /* borrowed */
  TlConnection  *connection;   /* borrowed */
  gint64         data_version; /* SQLite's count of other connections' commits, when the next was made */
  TlPacker      *packer;
  gint64         last_number;

  TlParcelSource source;       /* bound to the statements that insert rows */
  guint          n_inserts;

  /* owned by the connection; found once */
  sqlite3_stmt **inserts;
  sqlite3_stmt  *find_record;
  sqlite3_stmt  *find_withdrawn;
  sqlite3_stmt  *insert_record;
  sqlite3_stmt  *supersede;
  sqlite3_stmt  *note_superseded; /* for the index of questions, as the next */
  sqlite3_stmt  *note_added;
  sqlite3_stmt  *keep_number;
};

/**
 * tl_library_writer_new:
 * @library: a library; it must outlive what is returned
 *
 * Returns: (transfer full): a writer
 */
TlLibraryWriter *
tl_library_writer_new (TlLibrary *library)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  TlLibraryWriter *self = g_new0 (TlLibraryWriter, 1);

  self->library = library;
  self->connection = tl_library_get_connection (library);
  return self;
}

/**
 * tl_library_writer_free:
 * @self: (transfer full): a writer
 *
 * Takes back what was not committed.
 */
void
tl_library_writer_free (TlLibraryWriter *self)
{
  tl_connection_rollback (self->connection);
  g_clear_pointer (&self->packer, tl_packer_free);
  g_free (self->inserts);
  g_free (self);
}

static gboolean
prepare_own (TlLibraryWriter  *self,
             GError          **error)
{
  const struct {
    sqlite3_stmt **statement;
    const char    *sql;
  } own[] = {
    { &self->find_record, "SELECT revision, digest FROM record WHERE review = ? ORDER BY revision DESC LIMIT 1" },
    { &self->find_withdrawn, "SELECT 1 FROM withdrawal WHERE review = ? AND readmitted IS NULL" },
    { &self->insert_record, "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)" },
    { &self->note_superseded,
      "INSERT INTO index_change (record) SELECT number FROM record WHERE review = ? AND NOT superseded" },
    { &self->supersede, "UPDATE record SET superseded = 1 WHERE review = ?" },
    { &self->note_added, "INSERT INTO index_change (record) VALUES (?)" },
    { &self->keep_number, "UPDATE last_number SET number = ?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      *own[i].statement = tl_connection_prepare (self->connection, own[i].sql, error);
      if (*own[i].statement == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
prepare_inserts (TlLibraryWriter  *self,
                 GError          **error)
{
  const char *const *inserts = tl_library_get_inserts (&self->n_inserts);

  self->inserts = g_new0 (sqlite3_stmt *, self->n_inserts);
  for (guint i = 0; i < self->n_inserts; i++)
    {
      self->inserts[i] = tl_connection_prepare (self->connection, inserts[i], error);
      if (self->inserts[i] == NULL)
        return FALSE;
      tl_parcel_table_bind (self->inserts[i], &self->source);
    }
  return TRUE;
}

/* What is known of the library in memory, unless it still holds. */
static gboolean
catch_up (TlLibraryWriter  *self,
          GError          **error)
{
  gint64 data_version;

  if (!tl_connection_get_number (self->connection, "PRAGMA data_version", &data_version, error))
    return FALSE;
  if (self->packer != NULL && data_version == self->data_version)
    return TRUE;

  self->data_version = data_version;
  g_clear_pointer (&self->packer, tl_packer_free);
  self->packer = tl_packer_new (self->connection, error);
  return self->packer != NULL
         && tl_connection_get_number (self->connection,
                                      "SELECT max ((SELECT number FROM last_number), "
                                      "(SELECT coalesce (max (number), 0) FROM record))", &self->last_number, error);
}

/**
 * tl_library_writer_begin:
 * @self: a writer
 * @error: return location
 *
 * Begins a transaction.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_library_writer_begin (TlLibraryWriter  *self,
                         GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return tl_library_begin_write (self->library, error)
         && (self->inserts != NULL || (prepare_own (self, error) && prepare_inserts (self, error)))
         && catch_up (self, error);
}

/**
 * tl_library_writer_commit:
 * @self: a writer, in a transaction
 * @error: return location
 *
 * Returns: %FALSE on failure; nothing of the transaction has happened then, and @self can only be freed
 */
gboolean
tl_library_writer_commit (TlLibraryWriter  *self,
                          GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  sqlite3_bind_int64 (self->keep_number, 1, self->last_number);
  return tl_connection_run (self->connection, self->keep_number, error)
         && tl_connection_commit (self->connection, error);
}

/* Records */

static gboolean
find_known (TlLibraryWriter  *self,
            const TlParcel   *parcel,
            TlWritten        *written,
            gboolean         *same,
            GError          **error)
{
  gboolean found;

  sqlite3_bind_text (self->find_record, 1, parcel->review, -1, SQLITE_STATIC);
  if (!tl_connection_step (self->connection, self->find_record, &found, error))
    return FALSE;

  gint64 newest = found ? sqlite3_column_int64 (self->find_record, 0) : 0;

  const char *digest = found ? (const char *) sqlite3_column_text (self->find_record, 1) : NULL;

  /* A library of an earlier version does not know what its records were made of. */
  *same = digest != NULL && (digest[0] == '\0' || strcmp (digest, parcel->digest) == 0);
  *written = !found                       ? TL_WRITTEN_ADDED
             : newest == parcel->revision ? TL_WRITTEN_UNCHANGED
             : newest > parcel->revision  ? TL_WRITTEN_OLDER
                                          : TL_WRITTEN_SUPERSEDED;
  sqlite3_reset (self->find_record);
  return TRUE;
}

static gboolean
find_withdrawn (TlLibraryWriter  *self,
                const TlParcel   *parcel,
                gboolean         *withdrawn,
                GError          **error)
{
  sqlite3_bind_text (self->find_withdrawn, 1, parcel->review, -1, SQLITE_STATIC);
  if (!tl_connection_step (self->connection, self->find_withdrawn, withdrawn, error))
    return FALSE;
  sqlite3_reset (self->find_withdrawn);
  return TRUE;
}

static gboolean
insert_rows (TlLibraryWriter  *self,
             const TlParcel   *parcel,
             gint64            record,
             GError          **error)
{
  self->source = (TlParcelSource) { .parcel = parcel, .record = record };
  for (guint i = 0; i < self->n_inserts; i++)
    {
      self->source.table = i;
      if (tl_parcel_has_rows (parcel, i) && !tl_connection_run (self->connection, self->inserts[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
supersede (TlLibraryWriter  *self,
           const TlParcel   *parcel,
           GError          **error)
{
  sqlite3_bind_text (self->note_superseded, 1, parcel->review, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->supersede, 1, parcel->review, -1, SQLITE_STATIC);
  return tl_connection_run (self->connection, self->note_superseded, error)
         && tl_connection_run (self->connection, self->supersede, error);
}

static gboolean
insert_record (TlLibraryWriter  *self,
               const TlParcel   *parcel,
               gint64            record,
               GError          **error)
{
  sqlite3_stmt *statement = self->insert_record;
  int i = 1;

  sqlite3_bind_int64 (self->note_added, 1, record);
  if (!tl_connection_run (self->connection, self->note_added, error))
    return FALSE;
  sqlite3_bind_int64 (statement, i++, record);
  sqlite3_bind_text (statement, i++, parcel->review, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, i++, parcel->revision);
  sqlite3_bind_text (statement, i++, parcel->digest, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, i++, parcel->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, i++, g_get_real_time () / 1000);
  sqlite3_bind_int64 (statement, i++, parcel->n_factors);
  sqlite3_bind_int64 (statement, i++, parcel->n_links);
  sqlite3_bind_int64 (statement, i++, parcel->n_tags);
  return tl_connection_run (self->connection, statement, error);
}

static gboolean
write_record (TlLibraryWriter  *self,
              TlParcel         *parcel,
              TlWritten        *written,
              GError          **error)
{
  gboolean same, withdrawn;

  if (!find_known (self, parcel, written, &same, error) || !find_withdrawn (self, parcel, &withdrawn, error))
    return FALSE;
  if (withdrawn)
    *written = TL_WRITTEN_WITHDRAWN;
  if (*written == TL_WRITTEN_UNCHANGED && !same)
    {
      parcel->refusal
          = g_strdup_printf (_("The library holds revision %" G_GINT64_FORMAT " of this review with other content. "
                               "Raise the revision in the review and export it again."), parcel->revision);
      *written = TL_WRITTEN_ASIDE;
    }
  if (*written != TL_WRITTEN_ADDED && *written != TL_WRITTEN_SUPERSEDED)
    return TRUE;

  gint64 record = ++self->last_number;

  return (*written == TL_WRITTEN_ADDED || supersede (self, parcel, error))
         && insert_record (self, parcel, record, error)
         && insert_rows (self, parcel, record, error)
         && tl_packer_write (self->packer, record, parcel->graph, error);
}

/* Files */

/* Notes in the quarantine what is in it now, or no longer. */
static gboolean
note_quarantine (TlLibraryWriter  *self,
                 const TlParcel   *parcel,
                 GError          **error)
{
  g_autofree char *place = tl_parcel_dup_place (parcel);

  return parcel->refusal != NULL
           ? _tl_quarantine_put (self->connection, place, parcel->found->path, parcel->refusal, error)
           : _tl_quarantine_forget (self->connection, place, error);
}

/**
 * tl_library_writer_write:
 * @self: a writer, in a transaction
 * @parcel: a file; gets a refusal if the library finds something wrong with it
 * @written: (out): what became of it
 * @error: return location
 *
 * Returns: %FALSE on failure; then @self can only be freed
 */
gboolean
tl_library_writer_write (TlLibraryWriter  *self,
                         TlParcel         *parcel,
                         TlWritten        *written,
                         GError          **error)
{
  g_return_val_if_fail (self != NULL && parcel != NULL && written != NULL, FALSE);

  *written = parcel->refusal != NULL ? TL_WRITTEN_ASIDE : TL_WRITTEN_NOTHING;
  if (parcel->refusal == NULL && parcel->review[0] != '\0' && !write_record (self, parcel, written, error))
    return FALSE;
  return note_quarantine (self, parcel, error);
}

/**
 * tl_library_writer_get_last:
 * @self: a writer, in a transaction
 *
 * Returns: the number of the record that was added last
 */
gint64
tl_library_writer_get_last (TlLibraryWriter *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->last_number;
}
