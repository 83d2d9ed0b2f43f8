/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ingest in its two files: tl-library-ingest.c takes files as wholes, tl-library-rows.c makes rows of their records. */
#pragma once

#include "model/exchange/tl-xml-reader.h"
#include "model/library/tl-library-ingest.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-packer.h"

G_BEGIN_DECLS

/* What later records of a file need to know of an earlier one. */
typedef struct {
  const char *level; /* of a factor, or of the cause of a link */
  gboolean    lead;  /* of a reviewer */
} TlIngestNote;

struct _TlIngest
{
  TlConnection  *connection; /* borrowed */
  TlXmlReader   *reader;
  TlPacker      *packer;
  sqlite3_stmt **inserts;      /* one a kind; owned by the connection, as all statements */
  sqlite3_stmt ***insert_lists; /* one a kind and field */
  sqlite3_stmt  *insert_record;
  sqlite3_stmt  *insert_typology;
  sqlite3_stmt  *insert_coding;
  sqlite3_stmt  *insert_level;
  sqlite3_stmt  *find_record;
  sqlite3_stmt  *supersede;
  sqlite3_stmt  *note_superseded; /* for the index of questions, as the next */
  sqlite3_stmt  *note_added;

  /* of the file being taken in */
  TlIngestResult result;   /* what it will be if all goes well */
  gboolean       writing;  /* within the savepoint */
  gboolean       failed;   /* the library would not */
  char          *refusal;  /* why the file is not taken, where the reader finds nothing wrong */
  gint64         record;
  gint64         revision;
  char           review[TL_ID_LENGTH + 1];
  char          *known_digest; /* of the same revision in the library */
  GChecksum     *digest;
  GString       *buffer;
  GHashTable    *numbers;  /* id as 16 bytes → number */
  GArray        *notes;    /* of TlIngestNote, by number */
  GHashTable    *codings;  /* code, line end, level → marks; keys in strings */
  GHashTable    *levels;   /* set, in strings */
  GStringChunk  *strings;
  guint          n_factors;
  guint          n_links;
  guint          n_tags;
};

/* tl-library-rows.c */
void     _tl_ingest_rows_reset   (TlIngest            *self);
void     _tl_ingest_rows_digest  (TlIngest            *self,
                                  const TlPlainRecord *record);
gboolean _tl_ingest_rows_insert  (TlIngest            *self,
                                  TlPlainRecord       *record,
                                  GError             **error);
gboolean _tl_ingest_rows_finish  (TlIngest            *self,
                                  GError             **error);

G_END_DECLS
