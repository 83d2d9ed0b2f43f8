/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of a release in their files: tl-release-table.c asks what counts codes, tl-release-table-links.c what follows
 * links, tl-release-table-merged.c the merged map, tl-release-table-show.c takes out of the answer what is not to be
 * seen. */
#pragma once

#include "model/releases/tl-release-adding-private.h"
#include "model/releases/tl-release-table.h"

G_BEGIN_DECLS

/* Chance is drawn with this, so that a release can be made again. */
#define TL_RELEASE_SEED 1

TlReleaseTable *_tl_release_table_new          (const TlAsked   *question);
const char     *_tl_release_table_get_version  (const TlAsked   *question);
const char     *_tl_release_table_get_chain    (const TlAsked   *question);
void            _tl_release_table_begin        (TlReleaseTable  *self,
                                                TlAdding        *adding,
                                                gint64          *base,
                                                guint            threshold);
gboolean        _tl_release_table_ask_links    (TlReleaseTable  *self,
                                                TlLibrary       *library,
                                                guint            threshold,
                                                GCancellable    *cancellable,
                                                GError         **error);
gboolean        _tl_release_table_ask_merged   (TlReleaseTable  *self,
                                                TlLibrary       *library,
                                                guint            threshold,
                                                GCancellable    *cancellable,
                                                GError         **error);
gboolean        _tl_release_table_count_merged (TlReleaseTable  *self,
                                                TlLibrary       *library,
                                                GPtrArray       *marks,
                                                GCancellable    *cancellable,
                                                GError         **error);

G_END_DECLS
