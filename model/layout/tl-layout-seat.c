/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seats of a star that is put back: the slots on the cheapest way of each of its lines, the order of lines that go
 * through one slot, and the order of the ranks that comes of it.
 */
#include "config.h"

#include "model/layout/tl-layout-star-private.h"

/*
 * Returns: how often lines of the star cross each other when nodes have these @places
 */
int
_tl_layout_seat_count_crossings (const TlLayoutStar *star,
                                 const int          *places)
{
  const TlLayoutNet *net = star->net;
  int n_crossings = 0;

  for (int i = 0; i < star->n_rays; i++)
    {
      const TlLayoutRay *a = &star->rays[i];

      for (int j = i + 1; j < star->n_rays && star->rays[j].step == a->step; j++)
        {
          const TlLayoutRay *b = &star->rays[j];
          int n_common = MIN (ABS (net->rank[a->end] - net->rank[star->box]),
                              ABS (net->rank[b->end] - net->rank[star->box]));
          int side = 0;

          for (int k = 1; k <= n_common; k++)
            {
              int rank = net->rank[star->box] + k * a->step;
              int way = places[_tl_layout_star_node (star, a, rank)] - places[_tl_layout_star_node (star, b, rank)];

              n_crossings += (way < 0 && side > 0) || (way > 0 && side < 0);
              side = way;
            }
        }
    }
  return n_crossings;
}

/* Goes back from the box to the end of a ray and notes the slots through which its cheapest way goes. */
static void
trace_ray (TlLayoutStar      *star,
           const TlLayoutRay *ray)
{
  const TlLayoutNet *net = star->net;
  int inner = star->slot[star->box];

  for (int rank = net->rank[star->box] + ray->step; rank != net->rank[ray->end]; rank += ray->step)
    {
      int node = _tl_layout_star_node (star, ray, rank);

      inner = _tl_layout_strip_find_outer (&star->strips[rank], _tl_layout_star_costs (star, ray, rank), inner,
                                           star->index[node], star->room);
      star->slot[node] = inner;
    }
}

/* Sorts the rays that reach @rank by where they do so, as they were sorted farther out where that is the same. */
static int
seat_rays (TlLayoutStar *star,
           int           rank,
           int           step,
           int           n_seats)
{
  const TlLayoutNet *net = star->net;

  for (int i = 0; i < star->n_rays; i++)
    if (star->rays[i].step == step && net->rank[star->rays[i].end] == rank)
      star->seats[n_seats++] = &star->rays[i];
  for (int i = 0; i < n_seats; i++)
    {
      TlLayoutRay *ray = star->seats[i];
      int j = i;

      if (net->rank[ray->end] == rank)
        ray->key = 2 * star->index[ray->end] + 1;
      else
        ray->key = 2 * star->slot[_tl_layout_star_node (star, ray, rank)];
      for (; j > 0 && star->seats[j - 1]->key > ray->key; j--)
        star->seats[j] = star->seats[j - 1];
      star->seats[j] = ray;
    }
  return n_seats;
}

/* Merges the posts of a rank with the nodes of the rays that pass it. */
static void
merge_rank (TlLayoutStar *star,
            int           rank,
            int           n_seats)
{
  const TlLayoutNet *net = star->net;
  const TlLayoutStretch *stretch = &star->stretches[rank];
  int *order = star->order + net->start[rank] + stretch->from;
  int n = 0;
  int seat = 0;

  for (int slot = 0; slot <= stretch->n_posts; slot++)
    {
      if (rank == net->rank[star->box] && slot == star->slot[star->box])
        order[n++] = star->box;
      for (; seat < n_seats && star->seats[seat]->key <= 2 * slot; seat++)
        if (net->rank[star->seats[seat]->end] != rank)
          order[n++] = _tl_layout_star_node (star, star->seats[seat], rank);
      if (slot < stretch->n_posts)
        order[n++] = stretch->posts[slot];
    }
  g_assert (n == stretch->n);
  for (int i = 0; i < n; i++)
    star->place[order[i]] = stretch->from + i;
}

/*
 * Works out the order of all ranks with the box in the slot chosen for it and its lines on their cheapest ways.
 */
void
_tl_layout_seat_find (TlLayoutStar *star)
{
  int box_rank = star->net->rank[star->box];

  for (int i = 0; i < star->n_rays; i++)
    trace_ray (star, &star->rays[i]);

  for (int rank = star->top, n_seats = 0; rank < box_rank; rank++)
    {
      n_seats = seat_rays (star, rank, -1, n_seats);
      merge_rank (star, rank, n_seats);
    }
  for (int rank = star->bottom, n_seats = 0; rank > box_rank; rank--)
    {
      n_seats = seat_rays (star, rank, 1, n_seats);
      merge_rank (star, rank, n_seats);
    }
  merge_rank (star, box_rank, 0);
}

/*
 * Takes over the new order and marks the boxes near to what changed.
 */
void
_tl_layout_seat_take (TlLayoutStar *star)
{
  TlLayoutNet *net = star->net;

  for (int rank = star->top; rank <= star->bottom; rank++)
    {
      const TlLayoutStretch *stretch = &star->stretches[rank];
      int *old = net->order + net->start[rank];
      const int *new = star->order + net->start[rank];
      int first = stretch->from;
      int last = stretch->from + stretch->n - 1;

      while (first <= last && old[first] == new[first])
        first++;
      while (first < last && old[last] == new[last])
        last--;
      for (int i = first; i <= last; i++)
        {
          old[i] = new[i];
          net->pos[old[i]] = i;
        }
      if (first > last)
        continue;
      for (int i = MAX (first - 1, stretch->from); i < MIN (last + 2, stretch->from + stretch->n); i++)
        star->dirty[star->uppers[old[i]]] = star->dirty[star->lowers[old[i]]] = TRUE;
    }
}
