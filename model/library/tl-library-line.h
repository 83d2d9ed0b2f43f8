/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading many files at once and having them in order; for this room only. */
#pragma once

#include <gio/gio.h>

#include "model/library/tl-library-supply.h"

G_BEGIN_DECLS

/**
 * TlLine:
 *
 * Several threads that read files into parcels, and a place where the parcels stand in the order of the files, however
 * long each took. No more are read than fit, so that memory does not grow with the number of files.
 */
typedef struct _TlLine TlLine;

TlLine   *tl_line_new  (TlSupply     *supply,
                        guint         n_threads,
                        GCancellable *cancellable);
void      tl_line_free (TlLine       *self);

TlParcel *tl_line_take (TlLine       *self);
void      tl_line_done (TlLine       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLine, tl_line_free)

G_END_DECLS
