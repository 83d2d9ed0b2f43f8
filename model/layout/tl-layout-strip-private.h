/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strip between two neighbouring ranks, as a line sees it that looks for a way across.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlLayoutStrip:
 * @n_outer: number of posts in the rank the line comes from
 * @n_inner: number of posts in the rank it goes to
 * @slopes: for every slot of the outer rank, how many more lines are crossed from there than from the slot to the left
 *   of it, on the way to the leftmost slot of the inner rank; the first is 0
 * @first: for every post of the inner rank and once more, where its ends begin
 * @ends: for every line in the strip, the number of its outer post; -1 or @n_outer where it ends beyond them
 *
 * The posts are the nodes the line must pass, numbered from the left; slot i is just left of post i. All costs of ways
 * across leave out the lines that are crossed on every way.
 */
typedef struct
{
  int n_outer;
  int n_inner;
  int *slopes;
  guint *first;
  int *ends;
} TlLayoutStrip;

/* Part of a row of numbers: their sum, and the least sum of some of them from the first on. */
typedef struct
{
  int sum;
  int least;
} TlLayoutFold;

void _tl_layout_strip_leave_post (const TlLayoutStrip *strip,
                                  int                  post,
                                  int                 *costs);
void _tl_layout_strip_cross      (const TlLayoutStrip *strip,
                                  const int           *outer_costs,
                                  TlLayoutFold        *folds,
                                  int                 *costs);
int  _tl_layout_strip_find_outer (const TlLayoutStrip *strip,
                                  const int           *outer_costs,
                                  int                  inner,
                                  int                  wish,
                                  int                 *room);
int  _tl_layout_strip_cost       (const TlLayoutStrip *strip,
                                  int                  outer,
                                  int                  inner);
int  _tl_layout_strip_post_cost  (const TlLayoutStrip *strip,
                                  int                  post,
                                  int                  inner);

G_END_DECLS
