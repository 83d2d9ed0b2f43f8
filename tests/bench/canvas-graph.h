/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graph drawn by lot, as a review file and drawn by cairo and pango alone. */
#pragma once

#include <gtk/gtk.h>

#include "ui/canvas/tl-canvas-viewport.h"

G_BEGIN_DECLS

/* As wide and as flat as a graph of levels is, with about the links of published ones. */
#define BENCH_ROWS 12
#define BENCH_PITCH_X 264
#define BENCH_PITCH_Y 150
#define BENCH_LINKS_PER_FACTOR 1.6

typedef struct {
  char *id;
  char *statement;
  int x, y; /* its middle */
} BenchFactor;

typedef struct {
  guint cause, effect;
} BenchLink;

typedef struct {
  guint n_factors;
  guint n_links;
  BenchFactor *factors;
  BenchLink *links;
} BenchGraph;

BenchGraph   *bench_graph_new   (guint                   n_factors);
void          bench_graph_free  (BenchGraph             *graph);
char         *bench_graph_write (BenchGraph             *graph);
PangoLayout **bench_graph_shape (const BenchGraph       *graph,
                                 GtkWidget              *widget);
void          bench_graph_draw  (const BenchGraph       *graph,
                                 cairo_t                *cr,
                                 PangoLayout           **layouts,
                                 const TlCanvasViewport *viewport);

G_END_DECLS
