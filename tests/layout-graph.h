/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Graphs for the tests of the layout, drawn by lot or given, and what must hold of any drawing of them.
 */
#pragma once

#include "model/layout/tl-layout.h"

G_BEGIN_DECLS

/* Numbers that nth_graph() is called with in tests that go through many graphs. */
#define N_GRAPHS 60

typedef struct
{
  guint n_boxes;
  guint n_lines;
  TlLayoutBox *boxes;
  TlLayoutLine *lines;
  TlLayoutOptions options;
} Graph;

static inline void
graph_free (Graph *graph)
{
  g_free (graph->boxes);
  g_free (graph->lines);
  g_free (graph);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Graph, graph_free)

static inline Graph *
graph_new (int                 n_bands,
           guint               n_boxes,
           const int          *bands,
           guint               n_lines,
           const TlLayoutLine *lines)
{
  Graph *graph = g_new0 (Graph, 1);

  graph->n_boxes = n_boxes;
  graph->n_lines = n_lines;
  graph->boxes = g_new0 (TlLayoutBox, n_boxes + 1);
  graph->lines = g_new0 (TlLayoutLine, n_lines + 1);
  tl_layout_options_init (&graph->options, n_bands);
  for (guint i = 0; i < n_boxes; i++)
    graph->boxes[i] = (TlLayoutBox) { .band = bands[i], .width = 200, .height = 64 };
  for (guint i = 0; i < n_lines; i++)
    graph->lines[i] = lines[i];
  return graph;
}

/* A graph drawn by lot: lines in all directions, loops, cycles and double lines among them. */
static inline Graph *
random_graph (guint32 seed,
              guint   n_boxes,
              guint   n_lines,
              int     n_bands)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (seed);
  Graph *graph = graph_new (n_bands, 0, NULL, 0, NULL);

  graph->n_boxes = n_boxes;
  graph->n_lines = n_lines;
  graph->boxes = g_renew (TlLayoutBox, graph->boxes, n_boxes + 1);
  graph->lines = g_renew (TlLayoutLine, graph->lines, n_lines + 1);
  for (guint i = 0; i < n_boxes; i++)
    graph->boxes[i] = (TlLayoutBox) {
      .band = g_rand_int_range (lot, 0, n_bands),
      .width = g_rand_int_range (lot, 140, 220),
      .height = g_rand_int_range (lot, 40, 73),
    };
  for (guint i = 0; i < n_lines; i++)
    {
      int from = g_rand_int_range (lot, 0, (int) n_boxes);
      int to = from + g_rand_int_range (lot, -8, 9);

      to = CLAMP (to, 0, (int) n_boxes - 1);
      if (graph->boxes[from].band > graph->boxes[to].band && g_rand_int_range (lot, 0, 10) > 0)
        graph->lines[i] = (TlLayoutLine) { .from = to, .to = from };
      else
        graph->lines[i] = (TlLayoutLine) { .from = from, .to = to };
    }
  return graph;
}

static inline Graph *
nth_graph (guint number)
{
  return random_graph (number, 1 + number * 7 % 90, number % 5 == 0 ? 0 : number * 11 % 140, 1 + (int) number % 6);
}

static inline void
run (Graph *graph)
{
  g_autoptr (GError) error = NULL;

  tl_layout_run (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines, &graph->options, NULL, &error);
  g_assert_no_error (error);
}

static inline gboolean
overlap (const TlLayoutBox *a,
         const TlLayoutBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static inline void
assert_no_overlap (const Graph *graph)
{
  for (guint i = 0; i < graph->n_boxes; i++)
    for (guint j = 0; j < i; j++)
      if (!graph->boxes[i].pinned || !graph->boxes[j].pinned)
        g_assert_false (overlap (&graph->boxes[i], &graph->boxes[j]));
}

static inline void
assert_bands_kept (const Graph *graph)
{
  g_autofree TlLayoutExtent *extents = g_new0 (TlLayoutExtent, graph->options.n_bands);

  tl_layout_band_extents (graph->boxes, graph->n_boxes, &graph->options, extents);
  for (guint i = 0; i < graph->n_boxes; i++)
    {
      const TlLayoutBox *box = &graph->boxes[i];

      g_assert_cmpfloat (box->y, >=, extents[box->band].top);
      g_assert_cmpfloat (box->y + box->height, <=, extents[box->band].bottom);
    }
  for (int i = 0; i < graph->options.n_bands; i++)
    {
      g_assert_cmpfloat (extents[i].bottom - extents[i].top, >=, graph->options.band_min_height - 2);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (extents[i].top, extents[i - 1].bottom, 1e-6);
    }
}

G_END_DECLS
