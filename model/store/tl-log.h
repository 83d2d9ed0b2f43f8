/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/**
 * TlLogEntry:
 * @seq: place in the log
 * @id: UUID of the change
 * @author: (nullable): who
 * @time: when, in milliseconds since 1970
 * @label: what, in words
 * @kind: "edit", "undo", "redo"
 * @target: (nullable): for an undo or redo, the first change of the step that it undoes or redoes
 * @group: (nullable): edits that follow each other in one group are one step
 * @forgotten: whether its changeset was dropped
 *
 * A line of a review's log.
 */
typedef struct {
  gint64    seq;
  char     *id;
  char     *author;
  gint64    time;
  char     *label;
  char     *kind;
  char     *target;
  char     *group;
  gboolean  forgotten;
} TlLogEntry;

void       tl_log_entry_free   (TlLogEntry        *entry);

gboolean   tl_log_append       (TlConnection      *connection,
                                const TlLogEntry  *entry,
                                GBytes            *changeset,
                                gint64            *seq,
                                GError           **error);
GPtrArray *tl_log_read         (TlConnection      *connection,
                                gint64             after,
                                GError           **error);
GBytes    *tl_log_read_changeset (TlConnection    *connection,
                                gint64             seq,
                                GError           **error);
gboolean   tl_log_get_epoch    (TlConnection      *connection,
                                gint64            *epoch,
                                GError           **error);
gboolean   tl_log_forget       (TlConnection      *connection,
                                GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLogEntry, tl_log_entry_free)

G_END_DECLS
