/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fewer crossings by taking a box out together with its lines, its star, and putting it back where the lines cross
 * least: star insertion after Clancy, Haythorpe and Newcombe (2019), here within the given ranks. Exchanging nodes one
 * by one cannot do that, since a line that passes several ranks has to move in all of them at once.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"
#include "model/layout/tl-layout-strip-private.h"

/* Into so many parts a crossing is divided where slots are chosen by lot. */
#define HEAT_UNIT 16
/* Steps that a star and each of its lines and ranks take beside those that are counted. */
#define STAR_STEPS 40
#define RANK_STEPS 16

/* A line of the star. */
typedef struct
{
  int near; /* the node next to the box: one that the line passes by, or the end */
  int end;  /* the box at the other end */
  int step; /* from a rank to the next one on the way to the end: -1 or 1 */
  int key;  /* where it goes through the rank looked at: twice the slot, or between if it ends there */
} Ray;

/* The part of a rank in which the star may move. */
typedef struct
{
  int from; /* first place */
  int n;
  int *posts; /* the nodes that do not belong to the star */
  int n_posts;
  int n_slots_before; /* in all stretches above */
} Stretch;

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
  Ray *rays;
  Ray **seats; /* the rays of one side from left to right */
  int n_rays;
  int n_slots;

  Stretch *stretches;    /* of every rank */
  TlLayoutStrip *strips; /* of every rank: the strip between it and the next one nearer to the box */
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

static int
ray_node (const TlLayoutStar *star,
          const Ray          *ray,
          int                 rank)
{
  const TlLayoutNet *net = star->net;

  return rank == net->rank[ray->end] ? ray->end : ray->near + rank - net->rank[ray->near];
}

static void
add_rays (TlLayoutStar *star,
          const guint  *start,
          const int    *neighbours,
          const int    *ends,
          int           step)
{
  for (guint i = start[star->box]; i < start[star->box + 1]; i++)
    {
      int end = ends[neighbours[i]];

      star->rays[star->n_rays++] = (Ray) { neighbours[i], end, step, 0 };
      star->top = MIN (star->top, star->net->rank[end]);
      star->bottom = MAX (star->bottom, star->net->rank[end]);
    }
}

static void
mark_star (TlLayoutStar *star,
           gboolean      taken)
{
  const TlLayoutNet *net = star->net;

  star->taken[star->box] = (guint8) taken;
  for (int i = 0; i < star->n_rays; i++)
    {
      const Ray *ray = &star->rays[i];

      for (int rank = net->rank[star->box] + ray->step; rank != net->rank[ray->end]; rank += ray->step)
        star->taken[ray_node (star, ray, rank)] = (guint8) taken;
    }
}

static void
widen (TlLayoutStar *star,
       int           node)
{
  Stretch *stretch = &star->stretches[star->net->rank[node]];
  int place = star->net->pos[node];

  stretch->from = MIN (stretch->from, place);
  stretch->n = MAX (stretch->n, place);
}

/* Lists the nodes of each stretch: from the leftmost to the rightmost node of the star and a window beyond. */
static void
list_posts (TlLayoutStar *star)
{
  const TlLayoutNet *net = star->net;
  int *posts = star->posts;

  for (int rank = star->top; rank <= star->bottom; rank++)
    star->stretches[rank] = (Stretch) { .from = G_MAXINT, .n = -1 };
  widen (star, star->box);
  for (int i = 0; i < star->n_rays; i++)
    {
      const Ray *ray = &star->rays[i];

      widen (star, ray->end);
      for (int rank = net->rank[star->box] + ray->step; rank != net->rank[ray->end]; rank += ray->step)
        widen (star, ray_node (star, ray, rank));
    }
  star->n_slots = 0;
  for (int rank = star->top; rank <= star->bottom; rank++)
    {
      Stretch *stretch = &star->stretches[rank];
      int last = MIN (stretch->n + star->window, (int) (net->start[rank + 1] - net->start[rank]) - 1);

      stretch->from = MAX (stretch->from - star->window, 0);
      stretch->n = last + 1 - stretch->from;
      stretch->posts = posts;
      for (int i = 0; i < stretch->n; i++)
        {
          int node = net->order[net->start[rank] + (guint) (stretch->from + i)];

          star->index[node] = stretch->n_posts;
          stretch->posts[stretch->n_posts] = node;
          stretch->n_posts += !star->taken[node];
        }
      posts += stretch->n_posts;
      stretch->n_slots_before = star->n_slots;
      star->n_slots += stretch->n_posts + 1;
    }
}

/* Lists the lines between the posts of two ranks that do not belong to the star. */
static void
fill_strip (TlLayoutStar  *star,
            TlLayoutStrip *strip,
            const Stretch *outer,
            const Stretch *inner,
            gboolean       downwards)
{
  const TlLayoutNet *net = star->net;
  const guint *out_start = downwards ? net->up_start : net->down_start;
  const int *out = downwards ? net->ups : net->downs;
  const guint *in_start = downwards ? net->down_start : net->up_start;
  const int *in = downwards ? net->downs : net->ups;
  guint n_ends = 0;

  strip->n_outer = outer->n_posts;
  strip->n_inner = inner->n_posts;
  for (int i = 0; i < inner->n_posts; i++)
    {
      strip->first[i] = n_ends;
      for (guint j = out_start[inner->posts[i]]; j < out_start[inner->posts[i] + 1]; j++)
        {
          int place = net->pos[out[j]] - outer->from;

          if (!star->taken[out[j]])
            strip->ends[n_ends++] = place < 0 ? -1 : place >= outer->n ? outer->n_posts : star->index[out[j]];
        }
    }
  strip->first[inner->n_posts] = n_ends;
  strip->slopes[0] = 0;
  for (int i = 0; i < outer->n_posts; i++)
    {
      int slope = 0;

      for (guint j = in_start[outer->posts[i]]; j < in_start[outer->posts[i] + 1]; j++)
        if (!star->taken[in[j]])
          slope += net->pos[in[j]] < inner->from ? -1 : 1;
      strip->slopes[i + 1] = slope;
    }
}

static void
fill_strips (TlLayoutStar *star)
{
  int *slopes = star->slopes;
  guint *first = star->first;
  int *ends = star->ends;

  for (int rank = star->top; rank <= star->bottom; rank++)
    {
      TlLayoutStrip *strip = &star->strips[rank];
      int step = rank < star->net->rank[star->box] ? 1 : -1;

      if (rank == star->net->rank[star->box])
        continue;
      strip->slopes = slopes;
      strip->first = first;
      strip->ends = ends;
      fill_strip (star, strip, &star->stretches[rank], &star->stretches[rank + step], step > 0);
      slopes += strip->n_outer + 1;
      first += strip->n_inner + 1;
      ends += strip->first[strip->n_inner];
    }
}

static int *
ray_costs (const TlLayoutStar *star,
           const Ray          *ray,
           int                 rank)
{
  return star->costs + (ray - star->rays) * (gssize) star->n_slots + star->stretches[rank].n_slots_before;
}

/* Finds the least costs of a ray from its end to all slots of all ranks on its way to the box. */
static void
follow_ray (TlLayoutStar *star,
            const Ray    *ray)
{
  const TlLayoutNet *net = star->net;
  int rank = net->rank[ray->end];
  int box_rank = net->rank[star->box];
  int *costs = ray_costs (star, ray, rank - ray->step);

  _tl_layout_strip_leave_post (&star->strips[rank], star->index[ray->end], costs);
  for (rank -= ray->step; rank != box_rank; rank -= ray->step)
    {
      const int *outer_costs = costs;

      costs = ray_costs (star, ray, rank - ray->step);
      _tl_layout_strip_cross (&star->strips[rank], outer_costs, star->folds, costs);
      star->n_steps += star->strips[rank].first[star->strips[rank].n_inner] + RANK_STEPS;
    }
  for (int i = 0; i <= star->stretches[box_rank].n_posts; i++)
    star->sums[i] += costs[i];
}

/* What a ray costs where it is. */
static int
measure_ray (const TlLayoutStar *star,
             const Ray          *ray)
{
  const TlLayoutNet *net = star->net;
  int rank = net->rank[ray->end];
  int box_rank = net->rank[star->box];
  int outer = star->index[ray->end];
  int inner = star->index[rank - ray->step == box_rank ? star->box : ray_node (star, ray, rank - ray->step)];
  int cost = _tl_layout_strip_post_cost (&star->strips[rank], outer, inner);

  for (rank -= ray->step; rank != box_rank; rank -= ray->step)
    {
      outer = inner;
      inner = star->index[rank - ray->step == box_rank ? star->box : ray_node (star, ray, rank - ray->step)];
      cost += _tl_layout_strip_cost (&star->strips[rank], outer, inner);
    }
  return cost;
}

/* How often lines of the star cross each other when nodes have these @places. */
static int
count_own_crossings (const TlLayoutStar *star,
                     const int          *places)
{
  const TlLayoutNet *net = star->net;
  int n_crossings = 0;

  for (int i = 0; i < star->n_rays; i++)
    {
      const Ray *a = &star->rays[i];

      for (int j = i + 1; j < star->n_rays && star->rays[j].step == a->step; j++)
        {
          const Ray *b = &star->rays[j];
          int n_common = MIN (ABS (net->rank[a->end] - net->rank[star->box]),
                              ABS (net->rank[b->end] - net->rank[star->box]));
          int side = 0;

          for (int k = 1; k <= n_common; k++)
            {
              int rank = net->rank[star->box] + k * a->step;
              int way = places[ray_node (star, a, rank)] - places[ray_node (star, b, rank)];

              n_crossings += (way < 0 && side > 0) || (way > 0 && side < 0);
              side = way;
            }
        }
    }
  return n_crossings;
}

/* Draws a number from 0 to @max by lot, the same ones in every run. */
static int
draw (TlLayoutStar *star,
      int           max)
{
  star->lot ^= star->lot << 13;
  star->lot ^= star->lot >> 17;
  star->lot ^= star->lot << 5;
  return (int) (star->lot % ((guint32) max + 1));
}

/* The slot in which the lines of the star cost least, the nearest of several, or with heat nearly least. */
static int
choose_slot (TlLayoutStar *star)
{
  int now = star->index[star->box];
  int best = now;
  int best_cost = G_MAXINT;

  for (int i = 0; i <= star->stretches[star->net->rank[star->box]].n_posts; i++)
    {
      int cost = HEAT_UNIT * star->sums[i] + (star->heat > 0 ? draw (star, star->heat) : 0);

      if (cost < best_cost || (cost == best_cost && ABS (i - now) < ABS (best - now)))
        {
          best = i;
          best_cost = cost;
        }
    }
  return best;
}

/* Goes back from the box to the end of a ray and notes the slots through which its cheapest way goes. */
static void
trace_ray (TlLayoutStar *star,
           const Ray    *ray)
{
  const TlLayoutNet *net = star->net;
  int inner = star->slot[star->box];

  for (int rank = net->rank[star->box] + ray->step; rank != net->rank[ray->end]; rank += ray->step)
    {
      int node = ray_node (star, ray, rank);

      inner = _tl_layout_strip_find_outer (&star->strips[rank], ray_costs (star, ray, rank), inner, star->index[node],
                                           star->room);
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
      Ray *ray = star->seats[i];
      int j = i;

      ray->key = net->rank[ray->end] == rank ? 2 * star->index[ray->end] + 1 : 2 * star->slot[ray_node (star, ray, rank)];
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
  const Stretch *stretch = &star->stretches[rank];
  int *order = star->order + net->start[rank] + stretch->from;
  int n = 0;
  int seat = 0;

  for (int slot = 0; slot <= stretch->n_posts; slot++)
    {
      if (rank == net->rank[star->box] && slot == star->slot[star->box])
        order[n++] = star->box;
      for (; seat < n_seats && star->seats[seat]->key <= 2 * slot; seat++)
        if (net->rank[star->seats[seat]->end] != rank)
          order[n++] = ray_node (star, star->seats[seat], rank);
      if (slot < stretch->n_posts)
        order[n++] = stretch->posts[slot];
    }
  g_assert (n == stretch->n);
  for (int i = 0; i < n; i++)
    star->place[order[i]] = stretch->from + i;
}

/* Works out the order of all ranks with the star in its new place. */
static void
merge_star (TlLayoutStar *star)
{
  int box_rank = star->net->rank[star->box];

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

/* Takes over the new order and marks the boxes near to what changed. */
static void
accept_star (TlLayoutStar *star)
{
  TlLayoutNet *net = star->net;

  for (int rank = star->top; rank <= star->bottom; rank++)
    {
      const Stretch *stretch = &star->stretches[rank];
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
      for (int i = MAX (first - 1, stretch->from); first <= last && i <= MIN (last + 1, stretch->from + stretch->n - 1); i++)
        star->dirty[star->uppers[old[i]]] = star->dirty[star->lowers[old[i]]] = TRUE;
    }
}

static void
take_out (TlLayoutStar *star,
          int           box)
{
  const TlLayoutNet *net = star->net;

  star->box = box;
  star->top = star->bottom = net->rank[box];
  star->n_rays = 0;
  add_rays (star, net->up_start, net->ups, star->uppers, -1);
  add_rays (star, net->down_start, net->downs, star->lowers, 1);
  mark_star (star, TRUE);
  list_posts (star);
  fill_strips (star);
  if (star->n_costs < (gsize) star->n_rays * (gsize) star->n_slots)
    {
      star->n_costs = 2 * (gsize) star->n_rays * (gsize) star->n_slots;
      g_free (star->costs);
      star->costs = g_new (int, star->n_costs);
    }
  memset (star->sums, 0, sizeof (int) * (gsize) (star->stretches[net->rank[box]].n_posts + 1));
  star->dirty[box] = FALSE;
  star->n_steps += STAR_STEPS;
}

/*
 * Takes the box that is node @box out with its lines and puts it back where they cross other lines least, if there they
 * cross fewer than now; with heat also where they cross a few more. A pinned box stays in its place among the others;
 * its lines are put back all the same.
 *
 * Returns: whether anything changed
 */
gboolean
_tl_layout_star_insert (TlLayoutStar *star,
                        int           box)
{
  const TlLayoutNet *net = star->net;
  gboolean moves = FALSE;
  int cost = 0;
  int best_cost;

  take_out (star, box);
  for (int i = 0; i < star->n_rays; i++)
    {
      follow_ray (star, &star->rays[i]);
      cost += measure_ray (star, &star->rays[i]);
    }
  cost += count_own_crossings (star, net->pos);
  star->slot[box] = star->boxes[net->box[box]].pinned ? star->index[box] : choose_slot (star);
  best_cost = star->sums[star->slot[box]];
  if (HEAT_UNIT * (best_cost - cost) < star->heat)
    {
      for (int i = 0; i < star->n_rays; i++)
        trace_ray (star, &star->rays[i]);
      merge_star (star);
      best_cost += count_own_crossings (star, star->place);
      moves = HEAT_UNIT * (best_cost - cost) < star->heat;
      if (moves)
        accept_star (star);
    }
  mark_star (star, FALSE);
  return moves;
}

/*
 * Inserts the stars near to which something changed since they were inserted, over and over, until there is nothing
 * left to gain or, in all that was done with @star, @n_steps steps are done.
 *
 * Returns: whether there is nothing left to gain
 */
gboolean
_tl_layout_star_settle (TlLayoutStar *star,
                        gint64        n_steps,
                        GCancellable *cancellable)
{
  gboolean again = TRUE;

  star->heat = 0;
  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < star->net->n_boxes; i++)
        {
          if (star->n_steps >= n_steps || g_cancellable_is_cancelled (cancellable))
            return FALSE;
          if (star->dirty[i])
            again |= _tl_layout_star_insert (star, (int) i);
        }
    }
  return TRUE;
}

/*
 * Inserts all stars by lot in places that cost up to @heat crossings more than the best one, less and less so, until
 * @n_steps steps are done in all: simulated annealing after Kirkpatrick, Gelatt and Vecchi (1983).
 */
void
_tl_layout_star_anneal (TlLayoutStar *star,
                        double        heat,
                        gint64        n_steps,
                        GCancellable *cancellable)
{
  gint64 n_before = star->n_steps;

  while (star->n_steps < n_steps)
    {
      for (guint i = 0; i < star->net->n_boxes; i++)
        {
          double left = (double) (n_steps - star->n_steps) / (double) (n_steps - n_before);

          if (left <= 0 || g_cancellable_is_cancelled (cancellable))
            return;
          star->heat = 1 + (int) (HEAT_UNIT * heat * left);
          _tl_layout_star_insert (star, (int) i);
        }
    }
}

/* Finds the boxes at the ends of every line that passes ranks. */
static void
find_line_ends (TlLayoutStar *star)
{
  const TlLayoutNet *net = star->net;

  for (guint i = 0; i < net->n_nodes; i++)
    star->uppers[i] = star->lowers[i] = (int) i;
  for (guint i = net->n_boxes; i < net->n_nodes; i++)
    star->uppers[i] = star->uppers[net->ups[net->up_start[i]]];
  for (guint i = net->n_nodes; i > net->n_boxes; i--)
    star->lowers[i - 1] = star->lowers[net->downs[net->down_start[i - 1]]];
}

/*
 * @window: how many places beyond its outermost nodes a star may move at once
 *
 * Returns: (transfer full): what it takes to insert stars of @net, which it refers to
 */
TlLayoutStar *
_tl_layout_star_new (TlLayoutNet       *net,
                     const TlLayoutBox *boxes,
                     int                window)
{
  TlLayoutStar *star = g_new0 (TlLayoutStar, 1);
  guint n = net->n_nodes + net->n_ranks + 1;
  guint n_rays = 0;

  for (guint i = 0; i < net->n_nodes; i++)
    n_rays = MAX (n_rays, net->up_start[i + 1] - net->up_start[i] + net->down_start[i + 1] - net->down_start[i]);
  star->net = net;
  star->boxes = boxes;
  star->window = window;
  star->rays = g_new (Ray, n_rays + 1);
  star->seats = g_new (Ray *, n_rays + 1);
  star->stretches = g_new (Stretch, net->n_ranks);
  star->strips = g_new (TlLayoutStrip, net->n_ranks);
  star->posts = g_new (int, n);
  star->slopes = g_new (int, n);
  star->first = g_new (guint, 2 * (gsize) n);
  star->ends = g_new (int, net->down_start[net->n_nodes] + 1);
  star->sums = g_new (int, n);
  star->room = g_new (int, n);
  star->folds = g_new (TlLayoutFold, 4 * (gsize) n);
  star->taken = g_new0 (guint8, n);
  star->index = g_new (int, n);
  star->slot = g_new (int, n);
  star->place = g_new (int, n);
  star->order = g_new (int, n);
  star->dirty = g_new (guint8, n);
  star->uppers = g_new (int, n);
  star->lowers = g_new (int, n);
  find_line_ends (star);
  memset (star->dirty, TRUE, net->n_nodes);
  star->lot = 2463534242u;
  return star;
}

void
_tl_layout_star_free (TlLayoutStar *star)
{
  g_free (star->rays);
  g_free (star->seats);
  g_free (star->stretches);
  g_free (star->strips);
  g_free (star->posts);
  g_free (star->slopes);
  g_free (star->first);
  g_free (star->ends);
  g_free (star->costs);
  g_free (star->sums);
  g_free (star->room);
  g_free (star->folds);
  g_free (star->taken);
  g_free (star->index);
  g_free (star->slot);
  g_free (star->place);
  g_free (star->order);
  g_free (star->dirty);
  g_free (star->uppers);
  g_free (star->lowers);
  g_free (star);
}
