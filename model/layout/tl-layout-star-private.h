/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A star, a box with its lines, while it is taken out of a net: what finding and taking its new place share.
 */
#pragma once

#include "model/layout/tl-layout-private.h"
#include "model/layout/tl-layout-strip-private.h"

G_BEGIN_DECLS

/* A line of the star. */
typedef struct
{
  int near; /* the node next to the box: one that the line passes by, or the end */
  int end;  /* the box at the other end */
  int step; /* from a rank to the next one on the way to the end: -1 or 1 */
  int key;  /* where it goes through the rank looked at: twice the slot, or between if it ends there */
} TlLayoutRay;

/* The part of a rank in which the star may move. */
typedef struct
{
  int from; /* first place */
  int n;
  int *posts; /* the nodes that do not belong to the star */
  int n_posts;
  int n_slots_before; /* in all stretches above */
} TlLayoutStretch;

struct _TlLayoutStar
{
  TlLayoutNet *net;
  const TlLayoutBox *boxes;
  int window;
  int heat; /* by how much a slot may seem better than it is, in units of 1 / HEAT_UNIT crossings */
  guint32 lot;
  gint64 n_steps;

  int box; /* the node in the middle */
  int top; /* ranks */
  int bottom;
  TlLayoutRay *rays;
  TlLayoutRay **seats; /* the rays of one side from left to right */
  int n_rays;
  int n_slots;

  TlLayoutStretch *stretches; /* of every rank */
  TlLayoutStrip *strips;      /* of every rank: the strip between it and the next one nearer to the box */
  int *posts;
  int *slopes;
  guint *first;
  int *ends;
  int *costs; /* of every ray and slot */
  gsize n_costs;
  int *sums; /* of every slot for the box */
  int *room;
  TlLayoutFold *folds;

  guint8 *taken; /* of every node: whether it belongs to the star */
  int *index;    /* of every node in a stretch: how many posts are left of it */
  int *slot;     /* of every node of the star: the slot chosen for it */
  int *place;    /* of every node in a stretch: its new place */
  int *order;    /* the new order, laid out as in the net */
  guint8 *dirty; /* of every box: whether something changed near its star */
  int *uppers;   /* of every node: the box above it on its line; of a box itself */
  int *lowers;
};

int      _tl_layout_star_node            (const TlLayoutStar *star,
                                          const TlLayoutRay  *ray,
                                          int                 rank);
int     *_tl_layout_star_costs           (const TlLayoutStar *star,
                                          const TlLayoutRay  *ray,
                                          int                 rank);
void     _tl_layout_seat_find            (TlLayoutStar       *star);
int      _tl_layout_seat_count_crossings (const TlLayoutStar *star,
                                          const int          *places);
void     _tl_layout_seat_take            (TlLayoutStar       *star);

G_END_DECLS
