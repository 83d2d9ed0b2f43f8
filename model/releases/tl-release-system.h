/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/disclosure/tl-protect-system.h"
#include "model/releases/tl-release-reach.h"

G_BEGIN_DECLS

/**
 * TlReleaseStatus:
 * @TL_RELEASE_TO_LEAVE: it is to be published
 * @TL_RELEASE_LEFT_OUT: it stands in a table that is to be published, as ":"
 * @TL_RELEASE_CLOSING: likewise, because the table closes a ring with others that cross it
 * @TL_RELEASE_UNPUBLISHED: it is what a count of an earlier release would be today, or what years are made of
 * @TL_RELEASE_INNER: no table has it, but several that cross are made of it
 * @TL_RELEASE_LEFT: an earlier release shows it
 * @TL_RELEASE_LEFT_WITHHELD: an earlier release withheld it
 *
 * How a count stands to the release that is made.
 */
typedef enum {
  TL_RELEASE_TO_LEAVE,
  TL_RELEASE_LEFT_OUT,
  TL_RELEASE_CLOSING,
  TL_RELEASE_UNPUBLISHED,
  TL_RELEASE_INNER,
  TL_RELEASE_LEFT,
  TL_RELEASE_LEFT_WITHHELD,
} TlReleaseStatus;

/**
 * TlReleaseSystem:
 *
 * All that is counted by a release and those before it, and what everybody knows of how it hangs together.
 */
typedef struct _TlReleaseSystem TlReleaseSystem;

TlReleaseSystem *tl_release_system_new            (guint              threshold,
                                                   gboolean           says_differences);
void             tl_release_system_free           (TlReleaseSystem   *self);

void             tl_release_system_add_key        (TlReleaseSystem   *self,
                                                   guint              facet,
                                                   const char        *key);
guint            tl_release_system_add            (TlReleaseSystem   *self,
                                                   gint64             release,
                                                   TlReleaseStatus    status,
                                                   const char        *mark,
                                                   const TlReach     *reach,
                                                   gint64             count,
                                                   gint64             least,
                                                   TlProtectWorth     worth);
void             tl_release_system_require        (TlReleaseSystem   *self,
                                                   guint              entry);

gboolean         tl_release_system_solve          (TlReleaseSystem   *self,
                                                   GCancellable      *cancellable,
                                                   GError           **error);
TlProtectReason  tl_release_system_get_reason     (TlReleaseSystem   *self,
                                                   guint              entry);
guint            tl_release_system_count_small_differences
                                                  (TlReleaseSystem   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReleaseSystem, tl_release_system_free)

G_END_DECLS
