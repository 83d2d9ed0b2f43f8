/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leads back to itself: the groups of factors of which each leads to each other, by Tarjan's algorithm, and every
 * single loop in them, by Johnson's ("Finding all the elementary circuits of a directed graph", 1975). Both keep the
 * calls under way in an array. */
#include "config.h"

#include "model/case/tl-graph-loop.h"

#include <glib/gi18n-lib.h>

/* So many links are looked at before a search for loops gives up. */
#define MAX_LOOKS 5000000

/* Tarjan */

typedef struct {
  const TlGraph *graph;
  guint         *order; /* when a factor was first seen, from 1; 0 before */
  guint         *low;
  guint         *next;  /* which effect to look at next */
  guint         *parts;
  guint         *path;  /* the calls under way */
  guint          n_path;
  guint         *stack; /* what has no part yet */
  guint          n_stack;
  guint          clock;
  guint          n_parts;
} Tarjan;

static void
enter (Tarjan *tarjan,
       guint   factor)
{
  tarjan->order[factor] = tarjan->low[factor] = ++tarjan->clock;
  tarjan->path[tarjan->n_path++] = factor;
  tarjan->stack[tarjan->n_stack++] = factor;
}

static void
leave (Tarjan *tarjan)
{
  guint factor = tarjan->path[--tarjan->n_path], member;

  if (tarjan->n_path > 0)
    {
      guint caller = tarjan->path[tarjan->n_path - 1];
      tarjan->low[caller] = MIN (tarjan->low[caller], tarjan->low[factor]);
    }
  if (tarjan->low[factor] != tarjan->order[factor])
    return;
  do
    {
      member = tarjan->stack[--tarjan->n_stack];
      tarjan->parts[member] = tarjan->n_parts;
    }
  while (member != factor);
  tarjan->n_parts++;
}

static void
walk (Tarjan *tarjan,
      guint   root)
{
  enter (tarjan, root);
  while (tarjan->n_path > 0)
    {
      guint at = tarjan->path[tarjan->n_path - 1], n_links;
      const guint *links = tl_graph_get_effects (tarjan->graph, at, &n_links);

      if (tarjan->next[at] == n_links)
        {
          leave (tarjan);
          continue;
        }
      guint effect = tl_graph_get_link (tarjan->graph, links[tarjan->next[at]++])->effect;
      if (tarjan->order[effect] == 0)
        enter (tarjan, effect);
      else if (tarjan->parts[effect] == TL_GRAPH_NONE)
        tarjan->low[at] = MIN (tarjan->low[at], tarjan->order[effect]);
    }
}

/**
 * tl_graph_find_parts:
 * @n_parts: (out) (optional): how many parts there are
 *
 * Finds the strongly connected parts: two factors are in one part if each leads to the other.
 *
 * Returns: (transfer full): for each factor the number of its part, from 0; most parts have one factor only
 */
guint *
tl_graph_find_parts (const TlGraph *self,
                     guint         *n_parts)
{
  guint n = tl_graph_get_n_factors (self);
  g_autofree guint *order = g_new0 (guint, n);
  g_autofree guint *low = g_new0 (guint, n);
  g_autofree guint *next = g_new0 (guint, n);
  g_autofree guint *path = g_new (guint, n);
  g_autofree guint *stack = g_new (guint, n);
  guint *parts = g_new (guint, n);
  Tarjan tarjan = { self, order, low, next, parts, path, 0, stack, 0, 0, 0 };

  for (guint i = 0; i < n; i++)
    parts[i] = TL_GRAPH_NONE;
  for (guint i = 0; i < n; i++)
    if (order[i] == 0)
      walk (&tarjan, i);
  if (n_parts != NULL)
    *n_parts = tarjan.n_parts;
  return parts;
}

/* Johnson */

/* A factor on the way, and the link that led there. */
typedef struct {
  guint    factor;
  guint    link;
  guint    next;   /* which effect to look at next */
  gboolean closed; /* a loop was found beyond */
} Step;

typedef struct {
  const TlGraph *graph;
  const guint   *parts;
  guint          start;
  gboolean      *inside;  /* leads back to the start through no factor before it */
  gboolean      *blocked;
  GArray       **blocks;  /* for each factor, which ones are to be unblocked with it */
  GArray        *way;
  GPtrArray     *loops;
  guint          max_loops;
  guint          looks;
} Johnson;

static void
loop_free (gpointer data)
{
  TlGraphLoop *loop = data;

  g_free (loop->name);
  g_array_unref (loop->links);
  g_free (loop);
}

/* Marks what leads back to the start without a factor before it: loops through those are found from these. */
static void
begin_at (Johnson *johnson,
          guint    start)
{
  guint n = tl_graph_get_n_factors (johnson->graph);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  johnson->start = start;
  for (guint i = 0; i < n; i++)
    {
      johnson->inside[i] = johnson->blocked[i] = FALSE;
      if (johnson->blocks[i] != NULL)
        g_array_set_size (johnson->blocks[i], 0);
    }
  johnson->inside[start] = TRUE;
  g_array_append_val (queue, start);
  for (guint next = 0; next < queue->len; next++)
    {
      guint n_links;
      const guint *links = tl_graph_get_causes (johnson->graph, g_array_index (queue, guint, next), &n_links);

      for (guint i = 0; i < n_links; i++)
        {
          guint cause = tl_graph_get_link (johnson->graph, links[i])->cause;

          if (cause < start || johnson->inside[cause] || johnson->parts[cause] != johnson->parts[start])
            continue;
          johnson->inside[cause] = TRUE;
          g_array_append_val (queue, cause);
        }
    }
}

static guint
pop (GArray *array)
{
  guint last = g_array_index (array, guint, array->len - 1);

  g_array_set_size (array, array->len - 1);
  return last;
}

static void
unblock (Johnson *johnson,
         guint    factor)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (queue, factor);
  while (queue->len > 0)
    {
      guint freed = pop (queue);
      GArray *others = johnson->blocks[freed];

      if (!johnson->blocked[freed])
        continue;
      johnson->blocked[freed] = FALSE;
      if (others == NULL)
        continue;
      g_array_append_vals (queue, others->data, others->len);
      g_array_set_size (others, 0);
    }
}

/* Nothing was found beyond @factor: it stays blocked until one of those after it is free again. */
static void
wait_for_effects (Johnson *johnson,
                  guint    factor)
{
  guint n_links;
  const guint *links = tl_graph_get_effects (johnson->graph, factor, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      guint effect = tl_graph_get_link (johnson->graph, links[i])->effect;

      if (!johnson->inside[effect])
        continue;
      if (johnson->blocks[effect] == NULL)
        johnson->blocks[effect] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (johnson->blocks[effect], factor);
    }
}

static void
step_to (Johnson *johnson,
         guint    factor,
         guint    link)
{
  Step step = { factor, link, 0, FALSE };

  johnson->blocked[factor] = TRUE;
  g_array_append_val (johnson->way, step);
}

static void
step_back (Johnson *johnson)
{
  Step step = g_array_index (johnson->way, Step, johnson->way->len - 1);

  g_array_set_size (johnson->way, johnson->way->len - 1);
  if (step.closed)
    unblock (johnson, step.factor);
  else
    wait_for_effects (johnson, step.factor);
  if (step.closed && johnson->way->len > 0)
    g_array_index (johnson->way, Step, johnson->way->len - 1).closed = TRUE;
}

static void
keep_loop (Johnson *johnson,
           guint    closing)
{
  TlGraphLoop *loop = g_new0 (TlGraphLoop, 1);

  loop->links = g_array_sized_new (FALSE, FALSE, sizeof (guint), johnson->way->len);
  for (guint i = 1; i < johnson->way->len; i++)
    g_array_append_val (loop->links, g_array_index (johnson->way, Step, i).link);
  g_array_append_val (loop->links, closing);
  loop->polarity = tl_graph_get_polarity (johnson->graph, loop->links);
  g_ptr_array_add (johnson->loops, loop);
}

/* Returns whether all the loops were found in which no factor is before @start. */
static gboolean
find_loops_from (Johnson *johnson,
                 guint    start)
{
  begin_at (johnson, start);
  g_array_set_size (johnson->way, 0);
  step_to (johnson, start, TL_GRAPH_NONE);
  while (johnson->way->len > 0)
    {
      Step *step = &g_array_index (johnson->way, Step, johnson->way->len - 1);
      guint n_links;
      const guint *links = tl_graph_get_effects (johnson->graph, step->factor, &n_links);

      if (step->next == n_links)
        {
          step_back (johnson);
          continue;
        }
      if (johnson->looks++ >= MAX_LOOKS)
        return FALSE;

      guint link = links[step->next++];
      guint effect = tl_graph_get_link (johnson->graph, link)->effect;
      if (effect == start)
        {
          if (johnson->loops->len == johnson->max_loops)
            return FALSE;
          step->closed = TRUE;
          keep_loop (johnson, link);
        }
      else if (johnson->inside[effect] && !johnson->blocked[effect])
        step_to (johnson, effect, link);
    }
  return TRUE;
}

static int
compare_loops (gconstpointer a,
               gconstpointer b)
{
  const TlGraphLoop *first = *(TlGraphLoop *const *) a, *second = *(TlGraphLoop *const *) b;

  if (first->links->len != second->links->len)
    return first->links->len < second->links->len ? -1 : 1;
  for (guint i = 0; i < first->links->len; i++)
    {
      guint one = g_array_index (first->links, guint, i), other = g_array_index (second->links, guint, i);

      if (one != other)
        return one < other ? -1 : 1;
    }
  return 0;
}

static void
name_loops (GPtrArray *loops)
{
  const char letters[TL_N_GRAPH_POLARITIES] = {
    [TL_GRAPH_POLARITY_UNKNOWN] = 'L',
    [TL_GRAPH_POLARITY_REINFORCING] = 'R',
    [TL_GRAPH_POLARITY_BALANCING] = 'B',
  };
  guint n[TL_N_GRAPH_POLARITIES] = { 0 };

  for (guint i = 0; i < loops->len; i++)
    {
      TlGraphLoop *loop = g_ptr_array_index (loops, i);

      loop->name = g_strdup_printf ("%c%u", letters[loop->polarity], ++n[loop->polarity]);
    }
}

/**
 * tl_graph_find_loops:
 * @max_loops: how many at most
 * @cut_off: (out) (optional): whether there are more, or may be: the search is given up where a graph is too entangled
 *
 * Returns: (transfer full) (element-type TlGraphLoop): the loops of the graph, shorter ones first; two links between
 *   the same factors make two loops
 */
GPtrArray *
tl_graph_find_loops (const TlGraph *self,
                     guint          max_loops,
                     gboolean      *cut_off)
{
  guint n = tl_graph_get_n_factors (self), n_parts;
  g_autofree guint *parts = tl_graph_find_parts (self, &n_parts);
  g_autofree guint *sizes = g_new0 (guint, n_parts);
  g_autofree gboolean *inside = g_new0 (gboolean, n);
  g_autofree gboolean *blocked = g_new0 (gboolean, n);
  g_autofree GArray **blocks = g_new0 (GArray *, n);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Step));
  GPtrArray *loops = g_ptr_array_new_with_free_func (loop_free);
  Johnson johnson = { self, parts, 0, inside, blocked, blocks, way, loops, max_loops, 0 };
  gboolean complete = TRUE;

  for (guint i = 0; i < n; i++)
    sizes[parts[i]]++;
  for (guint i = 0; i < n && complete; i++)
    if (sizes[parts[i]] > 1)
      complete = find_loops_from (&johnson, i);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&blocks[i], g_array_unref);
  g_ptr_array_sort (loops, compare_loops);
  name_loops (loops);
  if (cut_off != NULL)
    *cut_off = !complete;
  return loops;
}

/**
 * tl_graph_polarity_get_title:
 *
 * Returns: for people, in the middle of a sentence
 */
const char *
tl_graph_polarity_get_title (TlGraphPolarity polarity)
{
  switch (polarity)
    {
    case TL_GRAPH_POLARITY_REINFORCING:
      return _("reinforcing");
    case TL_GRAPH_POLARITY_BALANCING:
      return _("balancing");
    case TL_GRAPH_POLARITY_UNKNOWN:
    default:
      return _("not known, for a link has no sign");
    }
}

/**
 * tl_graph_get_polarity:
 * @links: (element-type guint): positions of the links of a loop
 *
 * Returns: what the loop does to a change
 */
TlGraphPolarity
tl_graph_get_polarity (const TlGraph *self,
                       const GArray  *links)
{
  guint n_minus = 0;

  for (guint i = 0; i < links->len; i++)
    {
      TlGraphSign sign = tl_graph_get_link (self, g_array_index (links, guint, i))->sign;

      if (sign == TL_GRAPH_SIGN_UNKNOWN)
        return TL_GRAPH_POLARITY_UNKNOWN;
      n_minus += sign == TL_GRAPH_SIGN_MINUS;
    }
  return n_minus % 2 == 0 ? TL_GRAPH_POLARITY_REINFORCING : TL_GRAPH_POLARITY_BALANCING;
}
