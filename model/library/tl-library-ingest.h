/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking one learning record into the tables of a library; for this room only. */
#pragma once

#include <gio/gio.h>

#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/* The largest file that is taken: thousands of times a learning record. */
#define TL_INGEST_MAX_BYTES (64 * 1024 * 1024)

/**
 * TlIngestResult:
 * @TL_INGEST_ADDED: the review was not known
 * @TL_INGEST_SUPERSEDED: it takes the place of an earlier revision
 * @TL_INGEST_OLDER: the library has a later revision; nothing was done
 * @TL_INGEST_UNCHANGED: the library has the same; nothing was done
 * @TL_INGEST_REFUSED: the file is at fault; nothing was done
 * @TL_INGEST_FAILED: the library can't be written or the person gave up; nothing was done
 */
typedef enum {
  TL_INGEST_ADDED,
  TL_INGEST_SUPERSEDED,
  TL_INGEST_OLDER,
  TL_INGEST_UNCHANGED,
  TL_INGEST_REFUSED,
  TL_INGEST_FAILED,
} TlIngestResult;

/**
 * TlIngest:
 *
 * Takes in learning records one after the other, within transactions that its user begins and commits.
 */
typedef struct _TlIngest TlIngest;

TlIngest       *tl_ingest_new       (TlConnection  *connection,
                                     GError       **error);
void            tl_ingest_free      (TlIngest      *self);

TlIngestResult  tl_ingest_path      (TlIngest      *self,
                                     const char    *path,
                                     GCancellable  *cancellable,
                                     char         **reason,
                                     GError       **error);
TlIngestResult  tl_ingest_bytes     (TlIngest      *self,
                                     GBytes        *bytes,
                                     const char    *name,
                                     GCancellable  *cancellable,
                                     char         **reason,
                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIngest, tl_ingest_free)

G_END_DECLS
