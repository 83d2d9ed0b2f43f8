/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fewer crossings by taking a box out together with its lines, its star, and putting it back where the lines cross
 * least: star insertion after Clancy, Haythorpe and Newcombe (2019), here within the given ranks. Exchanging nodes one
 * by one cannot do that, since a line that passes several ranks has to move in all of them at once.
 */
#include "config.h"

#include "model/layout/tl-layout-star-private.h"

/* Into so many parts a crossing is divided where slots are chosen by lot. */
#define HEAT_UNIT 16
/* Steps that a star and each of its lines and ranks take beside those that are counted. */
#define STAR_STEPS 40
#define RANK_STEPS 16

/*
 * Returns: the node by which a ray passes @rank, or the box at which it begins or ends there
 */
int
_tl_layout_star_node (const TlLayoutStar *star,
                      const TlLayoutRay  *ray,
                      int                 rank)
{
  const TlLayoutNet *net = star->net;

  if (rank == net->rank[star->box])
    return star->box;
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

      star->rays[star->n_rays++] = (TlLayoutRay) { neighbours[i], end, step, 0 };
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
      const TlLayoutRay *ray = &star->rays[i];

      for (int rank = net->rank[star->box] + ray->step; rank != net->rank[ray->end]; rank += ray->step)
        star->taken[_tl_layout_star_node (star, ray, rank)] = (guint8) taken;
    }
}

static void
widen (TlLayoutStar *star,
       int           node)
{
  TlLayoutStretch *stretch = &star->stretches[star->net->rank[node]];
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
    star->stretches[rank] = (TlLayoutStretch) { .from = G_MAXINT, .n = -1 };
  widen (star, star->box);
  for (int i = 0; i < star->n_rays; i++)
    {
      const TlLayoutRay *ray = &star->rays[i];

      widen (star, ray->end);
      for (int rank = net->rank[star->box] + ray->step; rank != net->rank[ray->end]; rank += ray->step)
        widen (star, _tl_layout_star_node (star, ray, rank));
    }
  star->n_slots = 0;
  for (int rank = star->top; rank <= star->bottom; rank++)
    {
      TlLayoutStretch *stretch = &star->stretches[rank];
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
fill_strip (TlLayoutStar          *star,
            TlLayoutStrip         *strip,
            const TlLayoutStretch *outer,
            const TlLayoutStretch *inner,
            gboolean               downwards)
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

/*
 * Returns: the least costs of a way from the end of a ray to every slot of @rank
 */
int *
_tl_layout_star_costs (const TlLayoutStar *star,
                       const TlLayoutRay  *ray,
                       int                 rank)
{
  return star->costs + (ray - star->rays) * (gssize) star->n_slots + star->stretches[rank].n_slots_before;
}

/* Finds the least costs of a ray from its end to all slots of all ranks on its way to the box. */
static void
follow_ray (TlLayoutStar      *star,
            const TlLayoutRay *ray)
{
  const TlLayoutNet *net = star->net;
  int rank = net->rank[ray->end];
  int box_rank = net->rank[star->box];
  int *costs = _tl_layout_star_costs (star, ray, rank - ray->step);

  _tl_layout_strip_leave_post (&star->strips[rank], star->index[ray->end], costs);
  for (rank -= ray->step; rank != box_rank; rank -= ray->step)
    {
      const int *outer_costs = costs;

      costs = _tl_layout_star_costs (star, ray, rank - ray->step);
      _tl_layout_strip_cross (&star->strips[rank], outer_costs, star->folds, costs);
      star->n_steps += star->strips[rank].first[star->strips[rank].n_inner] + RANK_STEPS;
    }
  for (int i = 0; i <= star->stretches[box_rank].n_posts; i++)
    star->sums[i] += costs[i];
}

/* What a ray costs where it is. */
static int
measure_ray (const TlLayoutStar *star,
             const TlLayoutRay  *ray)
{
  const TlLayoutNet *net = star->net;
  int rank = net->rank[ray->end];
  int outer = star->index[ray->end];
  int inner = star->index[_tl_layout_star_node (star, ray, rank - ray->step)];
  int cost = _tl_layout_strip_post_cost (&star->strips[rank], outer, inner);

  for (rank -= ray->step; rank != net->rank[star->box]; rank -= ray->step)
    {
      outer = inner;
      inner = star->index[_tl_layout_star_node (star, ray, rank - ray->step)];
      cost += _tl_layout_strip_cost (&star->strips[rank], outer, inner);
    }
  return cost;
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
  cost += _tl_layout_seat_count_crossings (star, net->pos);
  star->slot[box] = star->boxes[net->box[box]].pinned ? star->index[box] : choose_slot (star);
  best_cost = star->sums[star->slot[box]];
  if (HEAT_UNIT * (best_cost - cost) < star->heat)
    {
      _tl_layout_seat_find (star);
      best_cost += _tl_layout_seat_count_crossings (star, star->place);
      moves = HEAT_UNIT * (best_cost - cost) < star->heat;
      if (moves)
        _tl_layout_seat_take (star);
    }
  mark_star (star, FALSE);
  return moves;
}

/*
 * Has all stars be inserted again; to be called whenever the order of the net was changed by something else.
 */
void
_tl_layout_star_wake (TlLayoutStar *star)
{
  memset (star->dirty, TRUE, star->net->n_nodes);
}

/*
 * Returns: how many steps were done in all
 */
gint64
_tl_layout_star_get_steps (const TlLayoutStar *star)
{
  return star->n_steps;
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
  star->rays = g_new (TlLayoutRay, n_rays + 1);
  star->seats = g_new (TlLayoutRay *, n_rays + 1);
  star->stretches = g_new (TlLayoutStretch, net->n_ranks);
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
  _tl_layout_star_wake (star);
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
