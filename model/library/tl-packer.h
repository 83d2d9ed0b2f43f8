/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing packed graphs; for this room only. */
#pragma once

#include "model/library/tl-graph-draft.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/* How many marks besides "tagged by anyone" stand with a code. */
#define TL_PACKER_MARK_BITS 2

/**
 * TlPacker:
 *
 * Packs the graphs of records, one after the other, within transactions that its user begins and commits. After one
 * that is rolled back it is of no more use, for it knows names that the library does not.
 */
typedef struct _TlPacker TlPacker;

TlPacker *tl_packer_new    (TlConnection        *connection,
                            GError             **error);
void      tl_packer_free   (TlPacker            *self);

gboolean  tl_packer_write  (TlPacker            *self,
                            gint64               record,
                            const TlGraphDraft  *draft,
                            GError             **error);

gboolean  tl_packer_repack (TlConnection        *connection,
                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPacker, tl_packer_free)

G_END_DECLS
