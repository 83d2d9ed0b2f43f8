/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlActionCounts:
 * @base: how many actions there are
 * @n_kinds: how many kinds of change; the last is “not said”
 * @kinds: (array length=n_kinds): what they are called, in the order in which they are declared
 * @n_levels: how many levels; the last is “not said”
 * @levels: (array length=n_levels): what they are called, in the order of the method
 * @counts: how many actions are of a kind and a level, all levels of the first kind first
 *
 * How the actions of a board are spread over kinds of change and levels: counts of @base, no more.
 */
typedef struct {
  guint  base;
  guint  n_kinds;
  char **kinds;
  guint  n_levels;
  char **levels;
  guint *counts;
} TlActionCounts;

TlActionCounts *tl_action_counts_new         (GPtrArray            *actions,
                                              TlMethod             *method);
void            tl_action_counts_free        (TlActionCounts       *self);
guint           tl_action_counts_get         (const TlActionCounts *self,
                                              guint                 kind,
                                              guint                 level);
guint           tl_action_counts_of_kind     (const TlActionCounts *self,
                                              guint                 kind);
guint           tl_action_counts_of_level    (const TlActionCounts *self,
                                              guint                 level);
char           *tl_action_counts_dup_text    (const TlActionCounts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlActionCounts, tl_action_counts_free)

G_END_DECLS
