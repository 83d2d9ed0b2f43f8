/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads learning records into parcels, each whole or not at all: as the reader yields its records they become rows, and
 * what the reader knows only at the end of the file decides whether they count. */
#include "config.h"

#include "model/library/tl-library-ingest-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-hash.h"
#include "model/base/tl-id.h"

static guint
hash_id (const void *id)
{
  return tl_hash_bytes (id, TL_ID_PACKED);
}

static gboolean
equal_ids (const void *a,
           const void *b)
{
  return memcmp (a, b, TL_ID_PACKED) == 0;
}

/**
 * tl_ingest_new:
 *
 * Returns: (transfer full): ready to read
 */
TlIngest *
tl_ingest_new (void)
{
  TlIngest *self = g_new0 (TlIngest, 1);

  self->reader = tl_xml_reader_new ();
  tl_xml_reader_keep_records (self->reader);
  self->buffer = g_string_new (NULL);
  self->numbers = g_hash_table_new (hash_id, equal_ids);
  self->notes = g_array_new (FALSE, TRUE, sizeof (TlIngestNote));
  self->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->codings = g_hash_table_new (tl_hash_text, g_str_equal);
  self->levels = g_hash_table_new (tl_hash_text, g_str_equal);
  self->strings = g_string_chunk_new (4096);
  self->review = tl_review_new_frozen (TL_TIER_LEARNING);
  return self;
}

/**
 * tl_ingest_free:
 * @self: (transfer full): what tl_ingest_new() returned
 */
void
tl_ingest_free (TlIngest *self)
{
  g_string_free (self->buffer, TRUE);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->notes);
  g_array_unref (self->targets);
  g_hash_table_unref (self->codings);
  g_hash_table_unref (self->levels);
  g_string_chunk_free (self->strings);
  g_object_unref (self->review);
  tl_xml_reader_free (self->reader);
  g_free (self);
}

/* Refuses the file for what the reader finds nothing wrong with. */
static gboolean
refuse (TlIngest  *self,
        char      *reason, /* (transfer full) */
        GError   **error)
{
  self->parcel->refusal = reason;
  g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID, reason);
  return FALSE;
}

/* The review, which comes first in a file. */
static gboolean
begin_review (TlIngest             *self,
              const TlXmlHeader    *header,
              const TlPlainRecord  *review,
              GError              **error)
{
  const TlValue *revision = tl_plain_record_get (review, "revision");

  if (header->tier != TL_TIER_LEARNING)
    return refuse (self, g_strdup_printf (_("This is a file of the tier “%s”. A library takes learning records only: "
                                            "export the review again for the tier “learning”."),
                                          tl_tier_get_name (header->tier)), error);

  g_strlcpy (self->parcel->review, review->id, sizeof self->parcel->review);
  self->parcel->revision = revision->type == TL_VALUE_INTEGER ? revision->integer : 1;
  self->pins = header->pins;
  _tl_ingest_rows_begin (self, header->pins);
  return TRUE;
}

static gboolean
take_record (const TlXmlHeader  *header,
             TlPlainRecord      *record,
             void               *data,
             GError            **error)
{
  TlIngest *self = data;

  if (self->parcel->review[0] == '\0' && !begin_review (self, header, record, error))
    return FALSE;
  _tl_ingest_rows_digest (self, record);
  if (!_tl_ingest_rows_add (self, record))
    return refuse (self, g_strdup (_("The file has too many records.")), error);
  _tl_ingest_advice_take (self, record);
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

/* After reading: whether the file is sound is known only now. */
static void
settle (TlIngest  *self,
        gboolean   sound,
        GPtrArray *problems,
        GError    *fault) /* (transfer full) (nullable) */
{
  g_autoptr (GError) owned = fault;

  if (sound)
    {
      _tl_ingest_rows_finish (self);
      _tl_ingest_advice_give (self);
      tl_fingerprint_format (&self->digest, self->parcel->digest);
    }
  else if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->parcel->error = g_steal_pointer (&owned);
  else if (self->parcel->refusal == NULL)
    self->parcel->refusal = dup_reason (problems, owned);
}

/**
 * tl_ingest_bytes:
 * @self: ready
 * @bytes: the contents of a file
 * @parcel: empty but for the name of the file; what the file is to become
 * @cancellable: (nullable): to give up
 *
 * Reads a learning record.
 */
void
tl_ingest_bytes (TlIngest     *self,
                 GBytes       *bytes,
                 TlParcel     *parcel,
                 GCancellable *cancellable)
{
  g_return_if_fail (self != NULL && bytes != NULL && parcel != NULL);

  g_autoptr (GPtrArray) problems = tl_problems_new ();
  GError *fault = NULL;

  self->parcel = parcel;
  _tl_ingest_rows_reset (self);
  gboolean sound = tl_xml_reader_read_bytes (self->reader, bytes, parcel->name, take_record, self, problems,
                                             cancellable, &fault);
  settle (self, sound, problems, fault);
}

/**
 * tl_ingest_path:
 * @self: ready
 * @path: a file
 * @parcel: empty but for the name of the file; what the file is to become
 * @cancellable: (nullable): to give up
 *
 * Reads a learning record.
 */
void
tl_ingest_path (TlIngest     *self,
                const char   *path,
                TlParcel     *parcel,
                GCancellable *cancellable)
{
  g_return_if_fail (self != NULL && path != NULL && parcel != NULL);

  g_autoptr (GPtrArray) problems = tl_problems_new ();
  GError *fault = NULL;

  self->parcel = parcel;
  _tl_ingest_rows_reset (self);
  gboolean sound = tl_xml_reader_read_path (self->reader, path, take_record, self, problems, cancellable, &fault);
  settle (self, sound, problems, fault);
}
