/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of a release in their files: tl-release-table.c asks what counts codes, tl-release-table-links.c what follows
 * links, tl-release-table-show.c takes out of the answer what is not to be seen. */
#pragma once

#include "model/releases/tl-release-table.h"

G_BEGIN_DECLS

TlReleaseTable *_tl_release_table_new       (const TlAsked   *question);
gboolean        _tl_release_table_ask_links (TlReleaseTable  *self,
                                             TlLibrary       *library,
                                             guint            threshold,
                                             GCancellable    *cancellable,
                                             GError         **error);

G_END_DECLS
