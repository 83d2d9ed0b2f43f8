/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading files into parcels; for this room only. */
#pragma once

#include <gio/gio.h>

#include "model/library/tl-parcel.h"

G_BEGIN_DECLS

/* The largest file that is taken: thousands of times a learning record. */
#define TL_INGEST_MAX_BYTES (64 * 1024 * 1024)

/**
 * TlIngest:
 *
 * Reads files one after the other and makes of each what it is to become in the library. To be used from one thread at
 * a time; knows no library.
 */
typedef struct _TlIngest TlIngest;

TlIngest *tl_ingest_new   (void);
void      tl_ingest_free  (TlIngest     *self);

void      tl_ingest_path  (TlIngest     *self,
                           const char   *path,
                           TlParcel     *parcel,
                           GCancellable *cancellable);
void      tl_ingest_bytes (TlIngest     *self,
                           GBytes       *bytes,
                           TlParcel     *parcel,
                           GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIngest, tl_ingest_free)

G_END_DECLS
