/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlWithdrawal:
 * @review: the pseudonym of the review
 * @revision: the latest that was held
 * @time: when, in milliseconds since 1970
 * @author: (nullable): who withdrew it
 * @reason: why
 * @readmitted: when it was allowed again; 0 where it is not
 *
 * A review that was taken out of the library with all its revisions. What it said is not kept.
 */
typedef struct {
  char  *review;
  gint64 revision;
  gint64 time;
  char  *author;
  char  *reason;
  gint64 readmitted;
} TlWithdrawal;

void       tl_withdrawal_free          (TlWithdrawal  *withdrawal);

gboolean   tl_library_withdraw         (TlLibrary     *self,
                                        const char    *review,
                                        const char    *author,
                                        const char    *reason,
                                        GError       **error);
gboolean   tl_library_readmit          (TlLibrary     *self,
                                        const char    *review,
                                        GError       **error);
GPtrArray *tl_library_list_withdrawals (TlLibrary     *self,
                                        GError       **error);

G_END_DECLS
