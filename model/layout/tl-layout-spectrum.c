/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A first left-to-right order that sees the net as a whole: each box gets a number such that boxes joined by lines have
 * numbers close to each other, which is the second eigenvector of the graph (Hall 1970, Koren 2005). Sweeps from rank
 * to rank cannot find it: they leave a net folded where it happened to be folded. The eigenvector is found by powers
 * with momentum (De Sa and others 2018), from numbers drawn by lot.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-private.h"

#define MAX_ROUNDS 400
/* Rounds after which another start is still far from the eigenvector, but in no disorder. */
#define FEW_ROUNDS 32
/* Rounds after which it is looked at how far the vector has come, and the gain below which it is good enough. */
#define LOOK_ROUNDS 8
#define MIN_GAIN 1e-3

typedef struct
{
  int a;
  int b;
} Link;

typedef struct
{
  const TlLayoutNet *net;
  Link *links;
  guint n_links;
  double *degree;
  double sum_degrees;
  double *x;
  double *before;
  double *next;
} Spectrum;

/* The box at the lower end of the line that leaves a box towards @node. */
static int
follow_line (const TlLayoutNet *net,
             int                node)
{
  while (net->box[node] < 0)
    node = net->downs[net->down_start[node]];
  return node;
}

static void
collect_links (Spectrum *spectrum)
{
  const TlLayoutNet *net = spectrum->net;

  for (guint i = 0; i < net->n_boxes; i++)
    {
      for (guint j = net->down_start[i]; j < net->down_start[i + 1]; j++)
        {
          int lower = follow_line (net, net->downs[j]);

          spectrum->links[spectrum->n_links++] = (Link) { (int) i, lower };
          spectrum->degree[i]++;
          spectrum->degree[lower]++;
          spectrum->sum_degrees += 2;
        }
    }
}

/* Draws numbers by lot, always the same for the same @start. */
static void
draw_numbers (Spectrum *spectrum,
              guint     start)
{
  guint32 state = 2463534242u + start * 747796405u;

  for (guint i = 0; i < spectrum->net->n_boxes; i++)
    {
      state ^= state << 13;
      state ^= state >> 17;
      state ^= state << 5;
      spectrum->x[i] = state / (double) G_MAXUINT32 - 0.5;
    }
}

/*
 * Moves every number half way to the mean of its neighbours, less what @momentum asks for of the numbers before, and
 * then all of them so that they are about zero and of length one. Returns the eigenvalue that the old ones came near.
 */
static double
iterate (Spectrum *spectrum,
         double    momentum)
{
  const TlLayoutNet *net = spectrum->net;
  double *x = spectrum->x;
  double *next = spectrum->next;
  double value = 0;
  double length = 0;
  double mean = 0;

  memset (next, 0, sizeof (double) * net->n_boxes);
  for (guint i = 0; i < spectrum->n_links; i++)
    {
      const Link *link = &spectrum->links[i];

      next[link->a] += x[link->b];
      next[link->b] += x[link->a];
    }
  for (guint i = 0; i < net->n_boxes; i++)
    {
      next[i] = (x[i] + next[i] / spectrum->degree[i]) / 2;
      value += spectrum->degree[i] * x[i] * next[i];
      next[i] -= momentum * spectrum->before[i];
      mean += spectrum->degree[i] * next[i];
    }
  mean /= spectrum->sum_degrees;
  for (guint i = 0; i < net->n_boxes; i++)
    {
      next[i] -= mean;
      length += spectrum->degree[i] * next[i] * next[i];
    }
  length = sqrt (length);
  for (guint i = 0; i < net->n_boxes; i++)
    {
      spectrum->before[i] = x[i] / length;
      x[i] = next[i] / length;
    }
  return value;
}

static void
find_vector (Spectrum     *spectrum,
             int           n_rounds,
             GCancellable *cancellable)
{
  double momentum = 0;
  double last = 0;

  iterate (spectrum, 0);
  memset (spectrum->before, 0, sizeof (double) * spectrum->net->n_boxes);
  for (int i = 1; i <= n_rounds && !g_cancellable_is_cancelled (cancellable); i++)
    {
      double value = iterate (spectrum, momentum);
      double edge = 1 - 1.5 * (1 - value);

      if (i % LOOK_ROUNDS != 0)
        continue;
      if (value - last < MIN_GAIN * (1 - value))
        break;
      last = value;
      momentum = edge > 0 ? edge * edge / 4 : 0;
    }
}

/* Spreads a line's numbers evenly over the nodes it passes by. */
static void
fill_lines (Spectrum *spectrum)
{
  const TlLayoutNet *net = spectrum->net;
  double *x = spectrum->x;

  for (guint i = 0; i < net->n_boxes; i++)
    {
      for (guint j = net->down_start[i]; j < net->down_start[i + 1]; j++)
        {
          int lower = follow_line (net, net->downs[j]);
          double step = (x[lower] - x[i]) / (net->rank[lower] - net->rank[i]);

          for (int node = net->downs[j]; node != lower; node = net->downs[net->down_start[node]])
            x[node] = x[i] + step * (net->rank[node] - net->rank[i]);
        }
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const double *x = user_data;
  int node_a = *(const int *) a;
  int node_b = *(const int *) b;

  if (x[node_a] != x[node_b])
    return x[node_a] < x[node_b] ? -1 : 1;
  return node_a - node_b;
}

/*
 * Orders the nodes of every rank by the second eigenvector of @net, which is one connected part; or, with a @start
 * other than 0, by numbers on the way to it, which are different for every start.
 */
void
_tl_layout_spectrum (TlLayoutNet  *net,
                     guint         start,
                     GCancellable *cancellable)
{
  g_autofree Link *links = g_new (Link, net->down_start[net->n_nodes] + 1);
  g_autofree double *degree = g_new0 (double, net->n_boxes);
  g_autofree double *x = g_new (double, net->n_nodes);
  g_autofree double *before = g_new0 (double, net->n_boxes);
  g_autofree double *next = g_new (double, net->n_boxes);
  Spectrum spectrum = { .net = net, .links = links, .degree = degree, .x = x, .before = before, .next = next };

  collect_links (&spectrum);
  draw_numbers (&spectrum, start);
  find_vector (&spectrum, start == 0 ? MAX_ROUNDS : FEW_ROUNDS, cancellable);
  fill_lines (&spectrum);
  for (guint i = 0; i < net->n_ranks; i++)
    {
      g_qsort_with_data (net->order + net->start[i], (int) (net->start[i + 1] - net->start[i]), sizeof (int),
                         compare_numbers, x);
      for (guint j = net->start[i]; j < net->start[i + 1]; j++)
        net->pos[net->order[j]] = (int) (j - net->start[i]);
    }
}
