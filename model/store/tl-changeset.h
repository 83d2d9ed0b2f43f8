/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-kind.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/**
 * TlRecorder:
 *
 * Records what a transaction does to the tables of the kinds.
 */
typedef sqlite3_session TlRecorder;

/* @before is %NULL where there was no text, @after where there is none any more. */
typedef void (*TlChangesetTextFunc) (const TlKind *kind,
                                     guint         field,
                                     const char   *id,
                                     const char   *before,
                                     const char   *after,
                                     gpointer      data);

TlRecorder *tl_recorder_start     (TlConnection  *connection,
                                   GError       **error);
GBytes     *tl_recorder_finish    (TlRecorder    *recorder,
                                   TlConnection  *connection,
                                   GError       **error);
void        tl_recorder_discard   (TlRecorder    *recorder);

gboolean    tl_changeset_collect  (GBytes        *changeset,
                                   GHashTable    *touched);
gboolean    tl_changeset_each_text (GBytes     *changeset,
                                   TlChangesetTextFunc func,
                                   gpointer       data);
gboolean    tl_changeset_apply    (GBytes        *changeset,
                                   gboolean       inverted,
                                   TlConnection  *connection,
                                   GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecorder, tl_recorder_discard)

G_END_DECLS
