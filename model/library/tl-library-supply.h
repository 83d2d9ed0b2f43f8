/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be read into a library, file by file; for this room only. */
#pragma once

#include <gio/gio.h>

#include "model/library/tl-parcel.h"

G_BEGIN_DECLS

/**
 * TlSupplied:
 * @path: (nullable): a file
 * @bytes: (nullable): or the contents of one
 * @size: how large it is, in bytes
 *
 * Where a file is to be read from; neither @path nor @bytes where there is nothing to read.
 */
typedef struct {
  char   *path;
  GBytes *bytes;
  gsize   size;
} TlSupplied;

/**
 * TlSupply:
 *
 * Goes through files, and the members of those that are zips, in the order in which they were given. To be used from
 * one thread at a time.
 */
typedef struct _TlSupply TlSupply;

TlSupply *tl_supply_new      (TlFileList        *files,
                              GCancellable      *cancellable);
void      tl_supply_free     (TlSupply          *self);

gboolean  tl_supply_next     (TlSupply          *self,
                              TlParcel          *parcel,
                              TlSupplied        *supplied);

void      tl_supplied_clear  (TlSupplied        *supplied);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSupply, tl_supply_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlSupplied, tl_supplied_clear)

G_END_DECLS
