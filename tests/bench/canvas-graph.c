/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graph drawn by lot, as a review file and drawn by cairo and pango alone. */
#include "config.h"

#include "tests/bench/canvas-graph.h"

#include <glib/gstdio.h>

#include "model/review/tl-edit.h"
#include "model/review/tl-review-file.h"
#include "ui/canvas/tl-canvas-scene.h"

BenchGraph *
bench_graph_new (guint n)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (n);
  guint n_columns = n / BENCH_ROWS + 1;
  BenchGraph *graph = g_new0 (BenchGraph, 1);

  graph->n_factors = n;
  graph->n_links = (guint) (n * BENCH_LINKS_PER_FACTOR);
  graph->factors = g_new0 (BenchFactor, n);
  graph->links = g_new0 (BenchLink, graph->n_links);
  for (guint i = 0; i < n; i++)
    graph->factors[i] = (BenchFactor) {
      NULL,
      g_strdup_printf ("Factor %u: the agency did not share the earlier record with those who had to decide", i),
      (int) (i % n_columns * BENCH_PITCH_X) + g_rand_int_range (lot, 0, 24),
      (int) (i / n_columns * BENCH_PITCH_Y),
    };
  for (guint i = 0; i < graph->n_links; i++)
    {
      int cause = g_rand_int_range (lot, 0, (int) n);
      int effect = cause + (int) n_columns + g_rand_int_range (lot, -4, 5);

      if (effect >= (int) n)
        effect = cause > 0 ? cause - 1 : cause + 1;
      graph->links[i] = (BenchLink) { (guint) cause, (guint) effect };
    }
  return graph;
}

void
bench_graph_free (BenchGraph *graph)
{
  for (guint i = 0; i < graph->n_factors; i++)
    {
      g_free (graph->factors[i].id);
      g_free (graph->factors[i].statement);
    }
  g_free (graph->factors);
  g_free (graph->links);
  g_free (graph);
}

/* Writes it to a new file. */
char *
bench_graph_write (BenchGraph *graph)
{
  g_autofree char *name = g_strdup_printf ("bench-canvas-%u.throughline", graph->n_factors);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, name, NULL);
  g_autoptr (TlReview) review = NULL;
  g_autoptr (GError) error = NULL;
  const char *levels[] = { "national", "local_strategic", "frontline", "case" };
  TlEdit *edit;

  g_unlink (path);
  tl_review_create_titled (path, 0, "Many factors", "learning-together", "england_2010", &error);
  g_assert_no_error (error);
  review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  edit = tl_edit_begin (review, "Write", &error);
  for (guint i = 0; i < graph->n_factors; i++)
    {
      BenchFactor *factor = &graph->factors[i];

      factor->id = tl_edit_add (edit, "factor", NULL, &error);
      tl_edit_set (edit, factor->id, "statement", factor->statement, &error);
      tl_edit_set (edit, factor->id, "level", levels[factor->y / BENCH_PITCH_Y * 4 / BENCH_ROWS % 4], &error);
      tl_edit_set (edit, factor->id, "kind", "condition", &error);
      tl_edit_set_int (edit, factor->id, "x", factor->x, &error);
      tl_edit_set_int (edit, factor->id, "y", factor->y, &error);
    }
  for (guint i = 0; i < graph->n_links; i++)
    {
      g_autofree char *id = tl_edit_add (edit, "link", NULL, &error);

      tl_edit_set (edit, id, "cause", graph->factors[graph->links[i].cause].id, &error);
      tl_edit_set (edit, id, "effect", graph->factors[graph->links[i].effect].id, &error);
      tl_edit_set (edit, id, "kind", "contributes", &error);
    }
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

PangoLayout **
bench_graph_shape (const BenchGraph *graph,
                   GtkWidget        *widget)
{
  PangoLayout **layouts = g_new (PangoLayout *, graph->n_factors);

  for (guint i = 0; i < graph->n_factors; i++)
    {
      layouts[i] = gtk_widget_create_pango_layout (widget, graph->factors[i].statement);
      pango_layout_set_width (layouts[i], (TL_CANVAS_FACTOR_WIDTH - 24) * PANGO_SCALE);
      pango_layout_set_height (layouts[i], -3);
      pango_layout_set_ellipsize (layouts[i], PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (layouts[i], NULL, NULL);
    }
  return layouts;
}

void
bench_graph_draw (const BenchGraph       *graph,
                  cairo_t                *cr,
                  PangoLayout           **layouts,
                  const TlCanvasViewport *viewport)
{
  const double half_width = TL_CANVAS_FACTOR_WIDTH / 2.0, half_height = TL_CANVAS_FACTOR_HEIGHT / 2.0;
  double right = viewport->x + viewport->width / viewport->zoom;
  double bottom = viewport->y + viewport->height / viewport->zoom;

  cairo_identity_matrix (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, viewport->zoom, viewport->zoom);
  cairo_translate (cr, -viewport->x, -viewport->y);
  cairo_set_line_width (cr, MAX (1, 0.7 / viewport->zoom));
  cairo_set_source_rgb (cr, 0.4, 0.4, 0.4);
  for (guint i = 0; i < graph->n_links; i++)
    {
      const BenchFactor *cause = &graph->factors[graph->links[i].cause];
      const BenchFactor *effect = &graph->factors[graph->links[i].effect];
      double top = cause->y + half_height, end = effect->y - half_height;

      if (MAX (cause->x, effect->x) < viewport->x || MIN (cause->x, effect->x) > right
          || MAX (top, end) < viewport->y || MIN (top, end) > bottom)
        continue;
      cairo_move_to (cr, cause->x, top);
      cairo_curve_to (cr, cause->x, (top + end) / 2, effect->x, (top + end) / 2, effect->x, end);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < graph->n_factors; i++)
    {
      const BenchFactor *factor = &graph->factors[i];

      if (factor->x + half_width < viewport->x || factor->x - half_width > right
          || factor->y + half_height < viewport->y || factor->y - half_height > bottom)
        continue;
      cairo_rectangle (cr, factor->x - half_width, factor->y - half_height, 2 * half_width, 2 * half_height);
      cairo_set_source_rgb (cr, 0.9, 0.95, 1);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0.2, 0.3, 0.5);
      cairo_stroke (cr);
      if (layouts == NULL)
        continue;
      cairo_move_to (cr, factor->x - half_width + 12, factor->y - half_height + 8);
      cairo_set_source_rgb (cr, 0, 0, 0);
      pango_cairo_show_layout (cr, layouts[i]);
    }
}

