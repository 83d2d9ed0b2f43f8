/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release-place.h"
#include "model/releases/tl-release-plan.h"
#include "model/releases/tl-release-table.h"

G_BEGIN_DECLS

/**
 * TlRelease:
 * @plan: what was to be released
 * @tables: (element-type TlReleaseTable): its tables, in which nothing stands that is not to be seen
 * @n_compared: with how many earlier releases it was compared
 * @n_differences: how many counts are shown that differ by a few reviews from what an earlier release shows; only where
 *   that may be said
 * @number: its number in the library, or 0 while it is not logged
 * @is_again: whether it has the counts of the earlier release of that number, and withholds the same
 *
 * Tables protected together, and against all that was released before.
 */
typedef struct {
  TlReleasePlan *plan;
  GPtrArray     *tables;
  guint          n_compared;
  guint          n_differences;
  gint64         number;
  gboolean       is_again;
} TlRelease;

/**
 * TlReleaseProgress:
 * @fraction: from 0 to 1, never falling
 * @user_data: what was passed along with it
 *
 * Called now and then, in the thread that works.
 */
typedef void (*TlReleaseProgress) (double   fraction,
                                   gpointer user_data);

TlRelease *tl_release_new             (TlLibrary             *library,
                                       const TlReleasePlan   *plan,
                                       TlReleaseProgress      progress,
                                       gpointer               user_data,
                                       GCancellable          *cancellable,
                                       GError               **error);
void       tl_release_free            (TlRelease             *self);

guint      tl_release_count_withheld  (const TlRelease       *self,
                                       TlProtectReason        reason);
guint      tl_release_count_all       (const TlRelease       *self);
gboolean   tl_release_log             (TlRelease             *self,
                                       TlLibrary             *library,
                                       const TlReleasePlace  *place,
                                       GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRelease, tl_release_free)

G_END_DECLS
