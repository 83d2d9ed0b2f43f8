/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recurring sub-graphs in their files: tl-recurring.c asks, tl-recurring-grow.c grows and merges. */
#pragma once

#include "model/questions/tl-code-graphs.h"
#include "model/questions/tl-recurring.h"

G_BEGIN_DECLS

/**
 * TlRecurringShape:
 * @links: places of its links, in order
 * @n_links: how many
 * @reviews: the reviews, by their index, that share it
 * @n_reviews: how many
 * @expected: how many would, did its last link come to the others by chance: the largest of these, whichever is last
 * @recurs: whether chance would not give as many
 * @merged: whether a larger one stands for it
 *
 * A connected sub-graph of codes.
 */
typedef struct {
  guint16  links[TL_RECURRING_MAX_LINKS];
  guint    n_links;
  TlBits  *reviews;
  guint    n_reviews;
  double   expected;
  gboolean recurs;
  gboolean merged;
} TlRecurringShape;

GPtrArray *_tl_recurring_grow (const TlCodeGraphs  *graphs,
                               guint                min,
                               GCancellable        *cancellable,
                               GError             **error);

G_END_DECLS
