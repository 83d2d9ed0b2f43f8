/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlVerbs:
 * @random: where chance comes from
 * @committed: (element-type utf8): ids of the changes committed so far, in order
 * @n_refused: how many edits were refused because they were made wrong on purpose
 * @shared: whether another process edits the same file, so that what was drawn may be gone when the edit begins
 * @kinds: (nullable): the kinds of record to work on, ended by %NULL; all if not set
 * @first_year: the first year of dates
 * @n_years: how many years dates are drawn from
 *
 * Works on a review by chance, with every verb there is.
 */
typedef struct {
  GRand             *random;
  GPtrArray         *committed;
  guint              n_refused;
  gboolean           shared;
  const char *const *kinds;
  guint              first_year;
  guint              n_years;
} TlVerbs;

TlVerbs *tl_verbs_new  (guint32   seed);
void     tl_verbs_free (TlVerbs  *self);
void     tl_verbs_do   (TlVerbs  *self,
                        TlReview *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlVerbs, tl_verbs_free)

G_END_DECLS
