/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sees the graphs of reviews as graphs of codes: factors with one code become one, and a link leads from one code to
 * another where any factor so coded contributes to any other. */
#include "config.h"

#include "model/questions/tl-code-graphs.h"

static void
clear_link (void *data)
{
  tl_bits_free (((TlCodeLink *) data)->reviews);
}

static void
see_link (TlCodeGraphs   *self,
          const TlGraphs *graphs,
          guint           review,
          guint32         cause,
          guint32         effect,
          const int      *places)
{
  for (guint32 i = graphs->nodes[cause].codes; i < graphs->nodes[cause + 1].codes; i++)
    for (guint32 j = graphs->nodes[effect].codes; j < graphs->nodes[effect + 1].codes; j++)
      {
        int place = places[graphs->codes[i] * self->n_codes + graphs->codes[j]];

        if (place >= 0)
          tl_bits_add (g_array_index (self->links, TlCodeLink, place).reviews, review);
      }
}

static void
see_review (TlCodeGraphs   *self,
            const TlGraphs *graphs,
            guint           review,
            const int      *places)
{
  for (guint32 node = graphs->reviews[review].nodes; node < graphs->reviews[review + 1].nodes; node++)
    {
      for (guint32 i = graphs->nodes[node].codes; i < graphs->nodes[node + 1].codes; i++)
        tl_bits_add (self->codes[graphs->codes[i]], review);
      for (guint32 i = graphs->nodes[node].links; i < graphs->nodes[node + 1].links; i++)
        see_link (self, graphs, review, node, graphs->effects[i], places);
    }
}

/**
 * tl_code_graphs_new:
 * @graphs: graphs
 * @wanted: (array): by cause and effect, whether to look for links between these codes
 *
 * Returns: (transfer full): in which reviews codes and links between them are
 */
TlCodeGraphs *
tl_code_graphs_new (const TlGraphs *graphs,
                    const gboolean *wanted)
{
  guint n = graphs->code_names->len;
  TlCodeGraphs *self = g_new0 (TlCodeGraphs, 1);
  g_autofree int *places = g_new (int, n * n + 1);

  self->n_codes = n;
  self->codes = g_new (TlBits *, n);
  for (guint i = 0; i < n; i++)
    self->codes[i] = tl_bits_new (graphs->n_reviews);
  self->links = g_array_new (FALSE, FALSE, sizeof (TlCodeLink));
  g_array_set_clear_func (self->links, clear_link);
  for (guint i = 0; i < n * n; i++)
    {
      TlCodeLink link = { i / n, i % n, NULL, 0 };

      places[i] = -1;
      if (!wanted[i] || link.cause == link.effect)
        continue;
      places[i] = (int) self->links->len;
      link.reviews = tl_bits_new (graphs->n_reviews);
      g_array_append_val (self->links, link);
    }

  for (guint i = 0; i < graphs->n_reviews; i++)
    see_review (self, graphs, i, places);
  for (guint i = 0; i < self->links->len; i++)
    {
      TlCodeLink *link = &g_array_index (self->links, TlCodeLink, i);

      link->n_reviews = tl_bits_count (link->reviews);
    }
  return self;
}

/**
 * tl_code_graphs_free:
 * @self: (transfer full): what tl_code_graphs_new() returned
 */
void
tl_code_graphs_free (TlCodeGraphs *self)
{
  for (guint i = 0; i < self->n_codes; i++)
    tl_bits_free (self->codes[i]);
  g_free (self->codes);
  g_array_unref (self->links);
  g_free (self);
}
