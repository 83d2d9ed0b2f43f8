/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file on its way into the library; for this room only. */
#pragma once

#include "model/base/tl-fingerprint.h"
#include "model/base/tl-id.h"
#include "model/library/tl-graph-draft.h"
#include "model/library/tl-library-files.h"

G_BEGIN_DECLS

/**
 * TlParcel:
 * @found: the file, or the zip that it is a member of
 * @file: what to call the file in a report
 * @name: what the library is to call it
 * @total: how many files there are, as far as was known when this one was met
 * @refusal: (nullable): a sentence on why the file is not taken
 * @error: (nullable): why reading was given up, which is not the file's fault
 * @review: the id of the review; empty where there is no record in the file
 * @revision: its revision
 * @digest: by which the same content is known again
 * @n_factors: how many factors it has
 * @n_links: likewise
 * @n_tags: likewise
 * @advice: (array): one a rule, in the order of tl_check_rules_get(): how often it has something to say of the record
 * @graph: its graph
 * @texts: (nullable): its texts, as the index is to read them
 *
 * All that a file is to become in the library, worked out in any thread without asking the library: whoever writes it
 * has to know only which number the record gets. Is used again for one file after the other.
 */
typedef struct {
  TlFoundFile  *found;
  char         *file;
  char         *name;
  guint         total;
  char         *refusal;
  GError       *error;
  char          review[TL_ID_LENGTH + 1];
  gint64        revision;
  char          digest[TL_FINGERPRINT_LENGTH + 1];
  guint         n_factors;
  guint         n_links;
  guint         n_tags;
  guint        *advice;
  TlGraphDraft *graph;
  GString      *texts;

  /*< private >*/
  GByteArray  **tables;   /* the rows, by the places of the statements that insert them */
  guint         n_tables;
  guint         table;    /* of the row being added */
  gsize         row;      /* where that begins */
} TlParcel;

/**
 * TlParcelType:
 * @TL_PARCEL_NUMBER: a number
 * @TL_PARCEL_KEY: the key of a row, by its number within the record
 * @TL_PARCEL_RECORD: the number of the record
 * @TL_PARCEL_TEXT: a text
 * @TL_PARCEL_BYTES: bytes
 */
typedef enum {
  TL_PARCEL_NUMBER,
  TL_PARCEL_KEY,
  TL_PARCEL_RECORD,
  TL_PARCEL_TEXT,
  TL_PARCEL_BYTES,
} TlParcelType;

/* More than any table has columns. */
#define TL_PARCEL_MAX_VALUES 48

/**
 * TlParcelValue:
 * @type: what it is
 * @number: a number, the number of a row, or how many bytes there are
 * @bytes: a text or bytes
 */
typedef struct {
  TlParcelType type;
  gint64       number;
  const char  *bytes;
} TlParcelValue;

/**
 * TlParcelRow:
 *
 * A row while it is read, by tl_parcel_next_row() and tl_parcel_row_get().
 */
typedef struct {
  /*< private >*/
  const guint8 *at;
  const guint8 *end;
  guint64       set; /* a bit a parameter */
  TlParcelValue values[TL_PARCEL_MAX_VALUES];
} TlParcelRow;

TlParcel *tl_parcel_new        (void);
void      tl_parcel_free       (TlParcel      *self);
void      tl_parcel_clear      (TlParcel      *self);
void      tl_parcel_drop_texts (TlParcel      *self);
gboolean  tl_parcel_is_member  (const TlParcel *self);
char     *tl_parcel_dup_place  (const TlParcel *self);

void      tl_parcel_begin_row  (TlParcel      *self,
                                guint          table);
void      tl_parcel_add_number (TlParcel      *self,
                                guint          parameter,
                                TlParcelType   type,
                                gint64         number);
void      tl_parcel_add_bytes  (TlParcel      *self,
                                guint          parameter,
                                TlParcelType   type,
                                const void    *bytes,
                                gsize          length);

gboolean  tl_parcel_has_rows   (const TlParcel *self,
                                guint          table);
void      tl_parcel_begin_read (const TlParcel *self,
                                guint          table,
                                TlParcelRow   *row);
gboolean  tl_parcel_next_row   (TlParcelRow   *row);

/* A value of the row that was read; NULL if it has none. */
static inline const TlParcelValue *
tl_parcel_row_get (const TlParcelRow *row,
                   guint              parameter)
{
  return row->set >> parameter & 1 ? &row->values[parameter - 1] : NULL;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlParcel, tl_parcel_free)

G_END_DECLS
