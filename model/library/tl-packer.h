/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing packed graphs; for this room only. */
#pragma once

#include "model/library/tl-packed-graph.h"
#include "model/record/tl-value.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/* How many marks besides "tagged by anyone" stand with a code. */
#define TL_PACKER_MARK_BITS 2

/**
 * TlPacker:
 *
 * Packs the graphs of records, each as its factors, then its links, tags and findings are told, by their numbers within
 * the record. What is told of anything else than a factor that was told is left out.
 */
typedef struct _TlPacker TlPacker;

TlPacker *tl_packer_new         (TlConnection *connection,
                                 GError      **error);
void      tl_packer_free        (TlPacker     *self);

void      tl_packer_begin       (TlPacker     *self);
void      tl_packer_add_factor  (TlPacker     *self,
                                 guint         row,
                                 const char   *level);
void      tl_packer_add_link    (TlPacker     *self,
                                 guint         cause,
                                 guint         effect,
                                 const char   *kind,
                                 const char   *state,
                                 const char   *test_answer);
void      tl_packer_add_tag     (TlPacker     *self,
                                 guint         target,
                                 const char   *code,
                                 const char   *verdict,
                                 guint         marks);
void      tl_packer_add_finding_factor (TlPacker *self,
                                 guint         finding,
                                 guint         factor);
gboolean  tl_packer_finish      (TlPacker     *self,
                                 gint64        record,
                                 GError      **error);

gboolean  tl_packer_repack      (TlConnection *connection,
                                 GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPacker, tl_packer_free)

G_END_DECLS
