/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes learning records into a library, each whole or not at all: as the reader yields its records they become rows
 * within a savepoint, and what the reader knows only at the end of the file decides whether they stay. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-ingest-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"

static guint64 hash_seed;

/* Ids and keys come from outside, and with a known hash a file could be made that takes hours. */
static guint
hash_bytes (const guint8 *bytes,
            gsize         length)
{
  guint64 hash = hash_seed;

  for (gsize i = 0; i < length; i++)
    {
      hash = (hash ^ bytes[i]) * (hash_seed | 1);
      hash ^= hash >> 29;
    }
  return (guint) (hash >> 32);
}

static guint
hash_id (const void *id)
{
  return hash_bytes (id, TL_ID_PACKED);
}

static gboolean
equal_ids (const void *a,
           const void *b)
{
  return memcmp (a, b, TL_ID_PACKED) == 0;
}

static guint
hash_text (const void *text)
{
  return hash_bytes (text, strlen (text));
}

static gboolean
prepare_kinds (TlIngest  *self,
               GError   **error)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlLibraryTable *table = tl_library_table_get (i);
      const TlKind *kind = table->form->kind;

      if (!table->form->leaves)
        continue;
      self->inserts[i] = tl_connection_prepare (self->connection, table->insert, error);
      if (self->inserts[i] == NULL)
        return FALSE;
      self->insert_lists[i] = g_new0 (sqlite3_stmt *, kind->n_fields);
      for (guint j = 0; j < kind->n_fields; j++)
        if (table->lists[j] != NULL)
          {
            self->insert_lists[i][j] = tl_connection_prepare (self->connection, table->insert_lists[j], error);
            if (self->insert_lists[i][j] == NULL)
              return FALSE;
          }
    }
  return TRUE;
}

static gboolean
prepare_own (TlIngest  *self,
             GError   **error)
{
  const struct {
    sqlite3_stmt **statement;
    const char    *sql;
  } own[] = {
    { &self->insert_record, "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)" },
    { &self->insert_typology, "INSERT INTO typology VALUES (?, ?, ?)" },
    { &self->insert_coding, "INSERT INTO coding VALUES (?, ?, ?, ?)" },
    { &self->insert_level, "INSERT INTO reached_level VALUES (?, ?)" },
    { &self->find_record, "SELECT revision, digest FROM record WHERE review = ? ORDER BY revision DESC LIMIT 1" },
    { &self->note_superseded,
      "INSERT INTO index_change (record) SELECT number FROM record WHERE review = ? AND NOT superseded" },
    { &self->supersede, "UPDATE record SET superseded = 1 WHERE review = ?" },
    { &self->note_added, "INSERT INTO index_change (record) VALUES (?)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      *own[i].statement = tl_connection_prepare (self->connection, own[i].sql, error);
      if (*own[i].statement == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_ingest_new:
 * @connection: a library's; it must outlive what is returned
 * @error: return location
 *
 * Returns: (transfer full) (nullable): ready to take in records
 */
TlIngest *
tl_ingest_new (TlConnection  *connection,
               GError       **error)
{
  static gsize once;

  g_return_val_if_fail (connection != NULL, NULL);

  if (g_once_init_enter (&once))
    {
      hash_seed = (guint64) g_random_int () << 32 | g_random_int ();
      g_once_init_leave (&once, 1);
    }

  g_autoptr (TlIngest) self = g_new0 (TlIngest, 1);

  self->connection = connection;
  self->reader = tl_xml_reader_new ();
  self->inserts = g_new0 (sqlite3_stmt *, tl_kinds_get_n ());
  self->insert_lists = g_new0 (sqlite3_stmt **, tl_kinds_get_n ());
  self->digest = g_checksum_new (G_CHECKSUM_SHA256);
  self->buffer = g_string_new (NULL);
  self->numbers = g_hash_table_new_full (hash_id, equal_ids, g_free, NULL);
  self->notes = g_array_new (FALSE, TRUE, sizeof (TlIngestNote));
  self->codings = g_hash_table_new (hash_text, g_str_equal);
  self->levels = g_hash_table_new (hash_text, g_str_equal);
  self->strings = g_string_chunk_new (4096);
  self->packer = tl_packer_new (connection, error);
  return self->packer != NULL && prepare_kinds (self, error) && prepare_own (self, error) ? g_steal_pointer (&self)
                                                                                          : NULL;
}

/**
 * tl_ingest_free:
 * @self: (transfer full): what tl_ingest_new() returned
 */
void
tl_ingest_free (TlIngest *self)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    g_free (self->insert_lists[i]);
  g_free (self->insert_lists);
  g_free (self->inserts);
  g_free (self->refusal);
  g_free (self->known_digest);
  g_checksum_free (self->digest);
  g_string_free (self->buffer, TRUE);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->notes);
  g_hash_table_unref (self->codings);
  g_hash_table_unref (self->levels);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->packer, tl_packer_free);
  tl_xml_reader_free (self->reader);
  g_free (self);
}

/* The review, which comes first in a file */

static gboolean
find_known (TlIngest  *self,
            gboolean  *found,
            gint64    *revision,
            GError   **error)
{
  sqlite3_stmt *statement = self->find_record;

  sqlite3_bind_text (statement, 1, self->review, -1, SQLITE_STATIC);
  if (!tl_connection_step (self->connection, statement, found, error))
    return FALSE;
  if (*found)
    {
      *revision = sqlite3_column_int64 (statement, 0);
      self->known_digest = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      sqlite3_reset (statement);
    }
  return TRUE;
}

static gboolean
start_writing (TlIngest  *self,
               GError   **error)
{
  if (!tl_connection_execute (self->connection, "SAVEPOINT file", error))
    return FALSE;
  self->writing = TRUE;
  return tl_connection_get_number (self->connection, "SELECT coalesce(max(number), 0) + 1 FROM record", &self->record,
                                   error);
}

static gboolean
write_typologies (TlIngest  *self,
                  TlPins    *pins,
                  GError   **error)
{
  for (guint i = 0; i < pins->typologies->len; i++)
    {
      TlTypology *typology = g_ptr_array_index (pins->typologies, i);

      sqlite3_bind_int64 (self->insert_typology, 1, self->record);
      sqlite3_bind_text (self->insert_typology, 2, tl_typology_get_id (typology), -1, SQLITE_STATIC);
      sqlite3_bind_text (self->insert_typology, 3, tl_typology_get_version (typology), -1, SQLITE_STATIC);
      if (!tl_connection_run (self->connection, self->insert_typology, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_tier (TlIngest  *self,
             TlTier     tier,
             GError   **error)
{
  self->refusal = g_strdup_printf (_("This is a file of the tier “%s”. A library takes learning records only: export "
                                     "the review again for the tier “learning”."), tl_tier_get_name (tier));
  g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID, self->refusal);
  return FALSE;
}

/* Decides by the review and its revision what is to become of the file. */
static gboolean
begin_review (TlIngest             *self,
              const TlXmlHeader    *header,
              const TlPlainRecord  *review,
              GError              **error)
{
  const TlValue *revision = tl_plain_record_get (review, "revision");
  gboolean found;
  gint64 newest = 0;

  if (header->tier != TL_TIER_LEARNING)
    return refuse_tier (self, header->tier, error);

  g_strlcpy (self->review, review->id, sizeof self->review);
  self->revision = revision->type == TL_VALUE_INTEGER ? revision->integer : 1;
  self->failed = TRUE; /* until the library has answered */
  if (!find_known (self, &found, &newest, error))
    return FALSE;

  if (found && newest == self->revision)
    self->result = TL_INGEST_UNCHANGED;
  else if (found && newest > self->revision)
    self->result = TL_INGEST_OLDER;
  else
    {
      self->result = found ? TL_INGEST_SUPERSEDED : TL_INGEST_ADDED;
      if (!start_writing (self, error) || !write_typologies (self, header->pins, error))
        return FALSE;
    }
  self->failed = FALSE;
  return TRUE;
}

static gboolean
take_record (const TlXmlHeader  *header,
             TlPlainRecord      *record,
             void               *data,
             GError            **error)
{
  TlIngest *self = data;

  if (self->review[0] == '\0' && !begin_review (self, header, record, error))
    return FALSE;
  _tl_ingest_rows_digest (self, record);
  if (!self->writing)
    return TRUE;

  if (_tl_ingest_rows_insert (self, record, error))
    return TRUE;
  self->failed = self->refusal == NULL;
  return FALSE;
}

/* Files as wholes */

static gboolean
write_record (TlIngest    *self,
              const char  *name,
              GError     **error)
{
  sqlite3_stmt *statement = self->insert_record;
  int i = 1;

  if (self->result == TL_INGEST_SUPERSEDED)
    {
      sqlite3_bind_text (self->note_superseded, 1, self->review, -1, SQLITE_STATIC);
      sqlite3_bind_text (self->supersede, 1, self->review, -1, SQLITE_STATIC);
      if (!tl_connection_run (self->connection, self->note_superseded, error)
          || !tl_connection_run (self->connection, self->supersede, error))
        return FALSE;
    }
  sqlite3_bind_int64 (self->note_added, 1, self->record);
  if (!tl_connection_run (self->connection, self->note_added, error))
    return FALSE;
  sqlite3_bind_int64 (statement, i++, self->record);
  sqlite3_bind_text (statement, i++, self->review, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, i++, self->revision);
  sqlite3_bind_text (statement, i++, g_checksum_get_string (self->digest), -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, i++, name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, i++, g_get_real_time () / 1000);
  sqlite3_bind_int64 (statement, i++, self->n_factors);
  sqlite3_bind_int64 (statement, i++, self->n_links);
  sqlite3_bind_int64 (statement, i++, self->n_tags);
  return tl_connection_run (self->connection, statement, error);
}

static gboolean
keep (TlIngest    *self,
      const char  *name,
      GError     **error)
{
  if (!write_record (self, name, error)
      || !_tl_ingest_rows_finish (self, error)
      || !tl_packer_finish (self->packer, self->record, error)
      || !tl_connection_execute (self->connection, "RELEASE file", error))
    return FALSE;
  self->writing = FALSE;
  return TRUE;
}

/* The reason without the name of the file, which is told beside it. */
static char *
dup_reason (GPtrArray    *problems,
            const GError *error)
{
  if (problems->len == 0)
    return g_strdup (error->message);

  const TlProblem *first = g_ptr_array_index (problems, 0);

  if (first->line == 0)
    return g_strdup (first->message);
  /* Translators: a line number, a sentence */
  return g_strdup_printf (_("Line %u: %s"), first->line, first->message);
}

static void
reset (TlIngest *self)
{
  _tl_ingest_rows_reset (self);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->known_digest, g_free);
  self->review[0] = '\0';
  self->writing = self->failed = FALSE;
}

/* After reading: decides, and leaves either all rows of the file or none. */
static TlIngestResult
settle (TlIngest      *self,
        const char    *name,
        gboolean       sound,
        GPtrArray     *problems,
        GError        *fault, /* (transfer full) (nullable) */
        char         **reason,
        GError       **error)
{
  g_autoptr (GError) owned = fault;
  TlIngestResult result = self->result;

  if (sound && self->writing)
    {
      if (!keep (self, name, &owned))
        self->failed = TRUE;
    }
  else if (sound && result == TL_INGEST_UNCHANGED
           && g_strcmp0 (self->known_digest, g_checksum_get_string (self->digest)) != 0)
    {
      *reason = g_strdup_printf (_("The library holds revision %" G_GINT64_FORMAT " of this review with other content. "
                                   "Raise the revision in the review and export it again."), self->revision);
      result = TL_INGEST_REFUSED;
    }

  if (self->writing)
    tl_connection_execute (self->connection, "ROLLBACK TO file; RELEASE file", NULL);
  self->writing = FALSE;

  if (self->failed || g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return TL_INGEST_FAILED;
    }
  if (!sound)
    {
      *reason = self->refusal != NULL ? g_strdup (self->refusal) : dup_reason (problems, owned);
      return TL_INGEST_REFUSED;
    }
  return result;
}

/**
 * tl_ingest_bytes:
 * @self: ready
 * @bytes: the contents of a file
 * @name: what the library is to call the file
 * @cancellable: (nullable): to give up
 * @reason: (out) (transfer full): with %TL_INGEST_REFUSED, a sentence that says why
 * @error: return location
 *
 * Takes in a learning record. The connection must be in a transaction.
 *
 * Returns: what became of it; with %TL_INGEST_FAILED @error is set
 */
TlIngestResult
tl_ingest_bytes (TlIngest      *self,
                 GBytes        *bytes,
                 const char    *name,
                 GCancellable  *cancellable,
                 char         **reason,
                 GError       **error)
{
  g_return_val_if_fail (self != NULL && bytes != NULL && name != NULL && reason != NULL, TL_INGEST_FAILED);

  g_autoptr (GPtrArray) problems = tl_problems_new ();
  GError *fault = NULL;

  reset (self);
  gboolean sound = tl_xml_reader_read_bytes (self->reader, bytes, name, take_record, self, problems, cancellable,
                                             &fault);
  return settle (self, name, sound, problems, fault, reason, error);
}

/**
 * tl_ingest_path:
 * @self: ready
 * @path: a file
 * @cancellable: (nullable): to give up
 * @reason: (out) (transfer full): with %TL_INGEST_REFUSED, a sentence that says why
 * @error: return location
 *
 * Takes in a learning record. The connection must be in a transaction.
 *
 * Returns: what became of it; with %TL_INGEST_FAILED @error is set
 */
TlIngestResult
tl_ingest_path (TlIngest      *self,
                const char    *path,
                GCancellable  *cancellable,
                char         **reason,
                GError       **error)
{
  g_return_val_if_fail (self != NULL && path != NULL && reason != NULL, TL_INGEST_FAILED);

  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  GError *fault = NULL;
  GStatBuf status;

  reset (self);
  if (g_stat (path, &status) == 0 && status.st_size > TL_INGEST_MAX_BYTES)
    {
      *reason = g_strdup (_("The file is larger than 64 MB, thousands of times a learning record."));
      return TL_INGEST_REFUSED;
    }
  gboolean sound = tl_xml_reader_read_path (self->reader, path, take_record, self, problems, cancellable, &fault);
  return settle (self, name, sound, problems, fault, reason, error);
}
