/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds all chains of codes that recur. A chain recurs no oftener than the chains within it, so that chains of one link
 * are counted first, and of longer ones only those whose parts recur. Those that do are numbered, and a table says for
 * a chain and a code what number the chain has that the code makes longer. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-chains-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"

/* A table larger than this (512 MB) is refused. */
#define MAX_CELLS ((gsize) 1 << 26)

/* From so many reviews on a second thread is worth its start. */
#define SHARED_FROM 2000

#define NONE G_MAXUINT32

/* In how many reviews a chain occurs, and which was the last, from 1. */
typedef struct {
  guint32 n_reviews;
  guint32 last;
} Cell;

typedef struct _Lister Lister;

struct _Lister
{
  const TlGraphs *graphs;
  guint           n_codes;
  guint           length;                          /* of the chains that are being counted, in links */
  guint32        *longer[TL_CHAINS_MAX_LENGTH + 1]; /* by length: the number of the longer chain, or NONE */
  guint           n_chains[TL_CHAINS_MAX_LENGTH + 1]; /* by length: how many are numbered; of no link, the codes */
  Cell           *cells;                           /* by chain and code; while drawing, by chain and place */
  Cell           *counted;                         /* while drawing: those by chain and code */
  guint32         review;                          /* from 1; while drawing, of each round another */
  guint32         path[TL_CHAINS_MAX_LENGTH + 1];
  gsize          *found;                           /* places in cells, of the review */
  guint           n_found;
  guint           n_room;
  guint           first;                           /* of the reviews to count in */
  guint           after;                           /* the last */
  guint32         seed;
  GCancellable   *cancellable;
  TlChance       *chance;                          /* of the thread, as all that changes */
  void          (*go_through) (Lister *self);
};

/* Counting */

static gboolean
is_on_path (const Lister *self,
            guint         n,
            guint32       node)
{
  for (guint i = 0; i < n; i++)
    if (self->path[i] == node)
      return TRUE;
  return FALSE;
}

/* The number of the chain that @code makes of @chain, which has @length - 1 links. */
static guint32
lengthen (const Lister *self,
          guint         length,
          guint32       chain,
          guint         code)
{
  return self->longer[length][(gsize) chain * self->n_codes + code];
}

/* What a review has is noted first and counted when all is known, so that the cells, which are far from each other, are
 * fetched meanwhile. */
static inline void
note_found (Lister *self,
            gsize   place)
{
  if (self->n_found == self->n_room)
    {
      self->n_room = MAX (self->n_room * 2, 1024);
      self->found = g_renew (gsize, self->found, self->n_room);
    }
  self->found[self->n_found++] = place;
  __builtin_prefetch (&self->cells[place], 1);
}

static void
count_found (Lister *self)
{
  for (guint i = 0; i < self->n_found; i++)
    {
      Cell *cell = &self->cells[self->found[i]];

      if (cell->last == self->review)
        continue;
      cell->last = self->review;
      cell->n_reviews++;
    }
  self->n_found = 0;
}

/* Goes on from the end of the path: @chain is the number of the chain of its codes, and @rest of that without the
 * first. */
static void
walk (Lister  *self,
      guint    length,
      guint32  chain,
      guint32  rest)
{
  const TlGraphs *graphs = self->graphs;
  const TlGraphsNode *node = &graphs->nodes[self->path[length]];

  if (length == TL_CHAINS_MAX_LENGTH)
    return;
  for (guint32 i = node[0].links; i < node[1].links; i++)
    {
      guint32 effect = graphs->effects[i];

      if (is_on_path (self, length + 1, effect))
        continue;
      self->path[length + 1] = effect;
      for (guint32 j = graphs->nodes[effect].codes; j < graphs->nodes[effect + 1].codes; j++)
        {
          guint code = graphs->codes[j];
          guint32 next_rest = length == 0 ? code : lengthen (self, length, rest, code);

          if (next_rest == NONE)
            continue;
          if (length + 1 < self->length)
            {
              guint32 next = lengthen (self, length + 1, chain, code);

              if (next != NONE)
                walk (self, length + 1, next, next_rest);
              continue;
            }

          note_found (self, (gsize) chain * self->n_codes + code);
        }
    }
}

/* Counts in the reviews from @first on until @after; stops when it is told to. */
static void
count_range (Lister *self)
{
  const TlGraphs *graphs = self->graphs;

  for (guint i = self->first; i < self->after && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      self->review = i + 1;
      for (guint32 node = graphs->reviews[i].nodes; node < graphs->reviews[i + 1].nodes; node++)
        {
          self->path[0] = node;
          for (guint32 j = graphs->nodes[node].codes; j < graphs->nodes[node + 1].codes; j++)
            walk (self, 0, graphs->codes[j], NONE);
        }
      count_found (self);
    }
  g_clear_pointer (&self->found, g_free);
  self->n_room = 0;
}

static gpointer
run (gpointer data)
{
  Lister *self = data;

  self->go_through (self);
  return NULL;
}

/* Makes cells and counts in them with @go_through. Many reviews are shared with another thread, which counts in cells
 * of its own, and draws for itself. */
static gboolean
count (Lister  *self,
       gsize    n_cells,
       void   (*go_through) (Lister *self),
       GError **error)
{
  guint n = self->graphs->n_reviews;

  self->go_through = go_through;
  self->cells = g_new0 (Cell, n_cells + 1);
  self->first = 0;
  self->after = n < SHARED_FROM ? n : n / 2;
  if (self->after == n)
    go_through (self);
  else
    {
      g_autoptr (TlChance) chance = tl_chance_new (self->graphs, self->seed);
      Lister other = *self;
      GThread *thread;

      other.first = self->after;
      other.after = n;
      other.cells = g_new0 (Cell, n_cells + 1);
      other.chance = chance;
      thread = g_thread_new ("chains", run, &other);
      go_through (self);
      g_thread_join (thread);
      for (gsize i = 0; i < n_cells; i++)
        self->cells[i].n_reviews += other.cells[i].n_reviews;
      g_free (other.cells);
    }
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Numbers the chains that recur often enough. */
static void
number_chains (Lister *self,
               guint   min)
{
  gsize n_cells = (gsize) self->n_chains[self->length - 1] * self->n_codes;
  guint32 *longer = g_new (guint32, n_cells + 1);
  guint n = 0;

  for (gsize i = 0; i < n_cells; i++)
    longer[i] = self->cells[i].n_reviews >= min ? n++ : NONE;
  self->longer[self->length] = longer;
  self->n_chains[self->length] = n;
}

static gboolean
count_length (Lister  *self,
              guint    min,
              GError **error)
{
  gsize n_cells = (gsize) self->n_chains[self->length - 1] * self->n_codes;

  if (n_cells > MAX_CELLS)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE,
                   g_dngettext (GETTEXT_PACKAGE, "Too many chains recur in %u review to go through them all: ask for "
                                "more reviews.", "Too many chains recur in %u reviews to go through them all: ask for "
                                "more reviews.", min), min);
      return FALSE;
    }
  return count (self, n_cells, count_range, error);
}

/* Chance */

/* Counts the drawn review for a chain, once a place. */
static void
count_drawn (Lister  *self,
             guint32  chain,
             guint    at)
{
  Cell *cell = &self->cells[(gsize) chain * (self->length + 1) + at];

  if (cell->last == self->review)
    return;
  cell->last = self->review;
  cell->n_reviews++;
}

/* Counts the chains of the codes of @nodes, of which the one @at a place was drawn. */
static void
spell (Lister        *self,
       const guint32 *nodes,
       guint          length,
       guint32        chain,
       guint          at)
{
  const TlGraphs *graphs = self->graphs;
  guint32 node = nodes[length];

  for (guint32 i = graphs->nodes[node].codes; i < graphs->nodes[node + 1].codes; i++)
    {
      guint code = graphs->codes[i];
      guint32 next = length == 0 ? code : lengthen (self, length, chain, code);

      if (next == NONE)
        continue;
      if (length < MIN (self->length, TL_CHAINS_MAX_LENGTH))
        spell (self, nodes, length + 1, next, at);
      else
        count_drawn (self, next, at);
    }
}

static void
draw (Lister *self)
{
  guint n = self->length + 1;
  guint32 nodes[TL_CHAINS_MAX_LENGTH + 1];

  for (guint at = 0; at < n; at++)
    {
      memcpy (nodes, self->path, sizeof nodes);
      nodes[at] = tl_chance_draw (self->chance, self->path, n, at);
      spell (self, nodes, 0, NONE, at);
    }
}

/* Draws for all paths that go on from the end of this one. */
static void
walk_drawing (Lister *self,
              guint   length)
{
  const TlGraphs *graphs = self->graphs;
  const TlGraphsNode *node = &graphs->nodes[self->path[length]];

  if (node[0].codes == node[1].codes)
    return;
  if (length >= MIN (self->length, TL_CHAINS_MAX_LENGTH))
    {
      draw (self);
      return;
    }
  for (guint32 i = node[0].links; i < node[1].links; i++)
    if (!is_on_path (self, length + 1, graphs->effects[i]))
      {
        self->path[length + 1] = graphs->effects[i];
        walk_drawing (self, length + 1);
      }
}

/* Draws from the reviews from @first on until @after. */
static void
draw_range (Lister *self)
{
  const TlGraphs *graphs = self->graphs;
  guint n_rounds = tl_chance_get_rounds (self->chance);

  self->review = 0;
  for (guint i = self->first; i < self->after && !g_cancellable_is_cancelled (self->cancellable); i++)
    for (guint round = 0; round < n_rounds && tl_chance_is_drawn (self->chance, i); round++)
      {
        tl_chance_begin (self->chance, i, round);
        self->review++;
        for (guint32 node = graphs->reviews[i].nodes; node < graphs->reviews[i + 1].nodes; node++)
          {
            self->path[0] = node;
            walk_drawing (self, 0);
          }
      }
}

/* Answer */

/* Finds what chance gives, at the place where it explains most. */
static void
weigh (const Lister *self,
       TlChainCount *count,
       guint32       chain)
{
  double share = tl_chance_get_share (self->chance);

  for (guint at = 0; at <= self->length; at++)
    {
      guint drawn = self->cells[(gsize) chain * (self->length + 1) + at].n_reviews;
      double tail = tl_chance_tail (count->n_reviews, drawn, share);

      count->expected = MAX (count->expected, drawn / share);
      count->tail = MAX (count->tail, tail);
    }
}

/* Goes through the tables as a walk goes through a graph. */
static void
collect (const Lister *self,
         GArray       *counts,
         TlChainCount *count,
         guint         length,
         guint32       chain)
{
  for (guint code = 0; code < self->n_codes; code++)
    {
      guint32 next = length == 0 ? code : lengthen (self, length, chain, code);

      if (next == NONE)
        continue;
      count->codes[length] = (guint16) code;
      if (length < MIN (self->length, TL_CHAINS_MAX_LENGTH))
        {
          collect (self, counts, count, length + 1, next);
          continue;
        }

      TlChainCount found = *count;

      found.n_reviews = self->counted[(gsize) chain * self->n_codes + code].n_reviews;
      weigh (self, &found, next);
      g_array_append_val (counts, found);
    }
}

static int
compare_counts (const void *a,
                const void *b)
{
  const TlChainCount *one = a, *other = b;

  if (one->n_reviews != other->n_reviews)
    return one->n_reviews > other->n_reviews ? -1 : 1;
  for (guint i = 0; i <= TL_CHAINS_MAX_LENGTH; i++)
    if (one->codes[i] != other->codes[i])
      return one->codes[i] < other->codes[i] ? -1 : 1;
  return 0;
}

/* All chains of that many links that are in at least @min reviews, the most frequent first; %NULL on failure. */
GArray *
_tl_chains_list (const TlGraphs  *graphs,
                 guint            length,
                 guint            min,
                 guint32          seed,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr (TlChance) chance = tl_chance_new (graphs, seed);
  Lister self = { .graphs = graphs, .n_codes = graphs->code_names->len, .cancellable = cancellable, .seed = seed,
                  .chance = chance };
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (TlChainCount));
  gboolean done = TRUE;

  self.n_chains[0] = self.n_codes;
  for (self.length = 1; done; self.length++)
    {
      done = count_length (&self, min, error);
      if (!done)
        break;
      number_chains (&self, min);
      if (self.length == length)
        break;
      g_clear_pointer (&self.cells, g_free);
    }

  self.counted = g_steal_pointer (&self.cells);
  if (done && count (&self, (gsize) self.n_chains[length] * (length + 1), draw_range, error))
    {
      TlChainCount none = { .n_reviews = 0 };

      collect (&self, counts, &none, 0, NONE);
      g_array_sort (counts, compare_counts);
    }
  else
    g_clear_pointer (&counts, g_array_unref);

  for (guint i = 0; i <= TL_CHAINS_MAX_LENGTH; i++)
    g_free (self.longer[i]);
  g_free (self.cells);
  g_free (self.counted);
  return counts;
}
