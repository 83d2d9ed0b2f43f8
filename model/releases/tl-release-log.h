/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release-place.h"
#include "model/releases/tl-release-plan.h"
#include "model/releases/tl-release-table.h"

G_BEGIN_DECLS

/**
 * TlLoggedCount:
 * @table: which table it is in, from 0
 * @mark: what was counted; borrowed from the log, as the next
 * @reach: over which reviews
 * @count: how many; for the office only where it was withheld
 * @reason: why it was withheld, if it was
 *
 * A count of a release that was made.
 */
typedef struct {
  guint            table;
  const char      *mark;
  const char      *reach;
  gint64           count;
  TlProtectReason  reason;
} TlLoggedCount;

/**
 * TlLoggedRelease:
 * @number: its number in the library
 * @time: when it was made, in seconds since 1970
 * @plan: what was released
 * @n_counts: how many counts its tables have
 * @n_withheld: how many of them were withheld
 * @places: (element-type TlReleasePlace): where it was written, the first first; none if it was made before that was
 *   kept
 * @counts: (nullable) (element-type TlLoggedCount): the counts in order, if they were asked for
 * @words: (element-type utf8): what their texts belong to
 *
 * A release that was made.
 */
typedef struct {
  gint64         number;
  gint64         time;
  TlReleasePlan *plan;
  guint          n_counts;
  guint          n_withheld;
  GPtrArray     *places;
  GArray        *counts;
  GHashTable    *words;
} TlLoggedRelease;

GPtrArray *tl_release_log_read        (TlLibrary             *library,
                                       gboolean               with_counts,
                                       GError               **error);
gboolean   tl_release_log_write       (TlLibrary             *library,
                                       const TlReleasePlan   *plan,
                                       GPtrArray             *tables,
                                       const TlReleasePlace  *place,
                                       gint64                *number,
                                       GError               **error);
gboolean   tl_release_log_write_place (TlLibrary             *library,
                                       gint64                 number,
                                       const TlReleasePlace  *place,
                                       GError               **error);

G_END_DECLS
