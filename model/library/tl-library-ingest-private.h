/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ingest in its three files: tl-library-ingest.c takes files as wholes, tl-library-rows.c makes rows of their records,
 * tl-library-advice.c lets the rules look at them. */
#pragma once

#include "model/exchange/tl-xml-reader.h"
#include "model/library/tl-library-ingest.h"
#include "model/library/tl-library-schema.h"
#include "model/review/tl-review-frozen.h"

G_BEGIN_DECLS

/* What later records of a file need to know of an earlier one. */
typedef struct {
  const char *level; /* of a factor, or of the cause of a link */
  gboolean    lead;  /* of a reviewer */
} TlIngestNote;

struct _TlIngest
{
  TlXmlReader   *reader;

  /* of the file being read */
  TlParcel      *parcel;   /* borrowed */
  const TlPins  *pins;     /* borrowed: the reader's */
  TlFingerprint  digest;
  GString       *buffer;
  GHashTable    *numbers;  /* id as 16 bytes, in strings → number */
  GArray        *notes;    /* of TlIngestNote, by number */
  GArray        *targets;  /* of guint: the numbers that the references of the present record point at, by field */
  GHashTable    *codings;  /* code, line end, level → marks; keys in strings */
  GHashTable    *levels;   /* set, in strings */
  GStringChunk  *strings;
  const TlKind  *text_kind; /* whose texts came last */
  guint          text_row;  /* and of which record */
  TlReview      *review;   /* what rules look at */
};

/* tl-library-rows.c */
void     _tl_ingest_rows_reset   (TlIngest            *self);
void     _tl_ingest_rows_begin   (TlIngest            *self,
                                  const TlPins        *pins);
void     _tl_ingest_rows_digest  (TlIngest            *self,
                                  const TlPlainRecord *record);
gboolean _tl_ingest_rows_add     (TlIngest            *self,
                                  const TlPlainRecord *record);
void     _tl_ingest_rows_finish  (TlIngest            *self);

/* tl-library-advice.c */
void     _tl_ingest_advice_take  (TlIngest            *self,
                                  TlPlainRecord       *record);
void     _tl_ingest_advice_give  (TlIngest            *self);

G_END_DECLS
