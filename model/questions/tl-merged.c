/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The merged map: one graph of many reviews, in which a code stands for all factors that have it, and a link is as
 * thick as the reviews are many that have it. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-merged.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/questions/tl-graphs.h"
#include "model/typology/tl-typology.h"

/* In how many reviews something is, and which was the last, from 1. */
typedef struct {
  guint n_reviews;
  guint last;
} Cell;

typedef struct {
  const TlGraphs *graphs;
  guint           n_codes;
  Cell           *codes;  /* by code */
  Cell           *levels; /* by code and level */
  Cell           *links;  /* by cause and effect */
} Counting;

static void
count_cell (Cell  *cell,
            guint  review)
{
  if (cell->last == review)
    return;
  cell->last = review;
  cell->n_reviews++;
}

static void
count_link (Counting *self,
            guint     review,
            guint     cause,
            guint32   effect)
{
  const TlGraphs *graphs = self->graphs;

  for (guint32 i = graphs->nodes[effect].codes; i < graphs->nodes[effect + 1].codes; i++)
    if (graphs->codes[i] != cause)
      count_cell (&self->links[(gsize) cause * self->n_codes + graphs->codes[i]], review);
}

static void
count_review (Counting *self,
              guint     at)
{
  const TlGraphs *graphs = self->graphs;

  for (guint32 node = graphs->reviews[at].nodes; node < graphs->reviews[at + 1].nodes; node++)
    for (guint32 i = graphs->nodes[node].codes; i < graphs->nodes[node + 1].codes; i++)
      {
        guint code = graphs->codes[i];

        count_cell (&self->codes[code], at + 1);
        count_cell (&self->levels[(gsize) code * graphs->levels->len + graphs->nodes[node].level], at + 1);
        for (guint32 j = graphs->nodes[node].links; j < graphs->nodes[node + 1].links; j++)
          count_link (self, at + 1, code, graphs->effects[j]);
      }
}

/* Answer */

static void
clear_node (void *data)
{
  TlMergedNode *node = data;

  g_free (node->code);
  g_free (node->label);
  g_free (node->level);
}

static int
compare_links (const void *a,
               const void *b)
{
  const TlMergedLink *one = a, *other = b;

  if (one->reviews != other->reviews)
    return one->reviews > other->reviews ? -1 : 1;
  if (one->cause != other->cause)
    return one->cause < other->cause ? -1 : 1;
  return one->effect < other->effect ? -1 : one->effect > other->effect;
}

/* Of levels that have it equally often the one whose key comes first, in whatever order the reviews were gathered. */
static const char *
find_level (const Counting *self,
            guint           code)
{
  const Cell *levels = &self->levels[(gsize) code * self->graphs->levels->len];
  const char *best = NULL;
  guint most = 0;

  for (guint i = 1; i < self->graphs->levels->len; i++)
    {
      const char *level = g_ptr_array_index (self->graphs->levels, i);

      if (levels[i].n_reviews == 0 || levels[i].n_reviews < most
          || (levels[i].n_reviews == most && strcmp (level, best) > 0))
        continue;
      best = level;
      most = levels[i].n_reviews;
    }
  return best;
}

/* A code that no link leads to or from is there too, if it is frequent enough. */
static void
add_nodes (const Counting *self,
           TlMerged       *merged,
           guint           min,
           int            *places)
{
  for (guint i = 0; i < self->n_codes; i++)
    {
      const char *name = g_ptr_array_index (self->graphs->code_names, i);
      TlCode *code = tl_typologies_find_code (name);
      TlMergedNode node = { g_strdup (name), g_strdup (code != NULL ? tl_code_get_label (code) : name),
                            g_strdup (find_level (self, i)), (gint64) self->codes[i].n_reviews };

      places[i] = self->codes[i].n_reviews >= min ? (int) merged->nodes->len : -1;
      if (places[i] >= 0)
        g_array_append_val (merged->nodes, node);
      else
        clear_node (&node);
    }
}

static void
add_links (const Counting *self,
           TlMerged       *merged,
           guint           min,
           const int      *places)
{
  for (guint i = 0; i < self->n_codes; i++)
    for (guint j = 0; j < self->n_codes; j++)
      {
        guint reviews = self->links[(gsize) i * self->n_codes + j].n_reviews;
        TlMergedLink link = { (guint) places[i], (guint) places[j], reviews };

        /* Both of its codes are in as many reviews. */
        if (reviews >= min)
          g_array_append_val (merged->links, link);
        else
          merged->n_left_out += reviews > 0 ? 1 : 0;
      }
  tl_merged_order (merged);
}

static char *
describe (const TlMergedQuery *query,
          guint                min)
{
  return g_strdup_printf (_("One graph of many reviews: a code stands for all factors that have it, and a link leads "
                            "from one code to another where a factor with the one contributes to a factor with the "
                            "other. What is in fewer than %u reviews is left out. %s"), min,
                          query->tested ? _("Only links are followed for which a counterfactual test speaks.")
                                        : _("Links that were rejected, or that hinder, are not followed."));
}

/**
 * tl_library_merged:
 * @library: a library
 * @query: what is asked
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): one graph of all reviews
 */
TlMerged *
tl_library_merged (TlLibrary            *library,
                   const TlMergedQuery  *query,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL, NULL);

  const TlAnswerTerms terms = { &query->population, query->threshold, query->internal };
  g_autoptr (TlGraphs) graphs = tl_graphs_new (library, &query->population, query->tested, cancellable, error);

  if (graphs == NULL)
    return NULL;

  guint n = graphs->code_names->len;
  guint min = tl_answer_get_listed (&terms, query->min, graphs->n_reviews);
  g_autofree Cell *codes = g_new0 (Cell, n + 1);
  g_autofree Cell *levels = g_new0 (Cell, (gsize) n * graphs->levels->len + 1);
  g_autofree Cell *links = g_new0 (Cell, (gsize) n * n + 1);
  g_autofree int *places = g_new (int, n + 1);
  Counting counting = { graphs, n, codes, levels, links };
  TlMerged *merged = g_new0 (TlMerged, 1);

  for (guint i = 0; i < graphs->n_reviews; i++)
    count_review (&counting, i);
  merged->nodes = g_array_new (FALSE, FALSE, sizeof (TlMergedNode));
  g_array_set_clear_func (merged->nodes, clear_node);
  merged->links = g_array_new (FALSE, FALSE, sizeof (TlMergedLink));
  add_nodes (&counting, merged, min, places);
  add_links (&counting, merged, min, places);

  merged->what = describe (query, min);
  merged->base = graphs->n_reviews;
  g_free (tl_answer_protect (&terms, &merged->base, NULL, 0));
  merged->caption = tl_answer_dup_caption (&terms, merged->base, merged->what);
  return merged;
}

/**
 * tl_merged_free:
 * @merged: (transfer full): a graph
 */
void
tl_merged_free (TlMerged *merged)
{
  g_free (merged->caption);
  g_free (merged->what);
  g_free (merged->note);
  g_array_unref (merged->nodes);
  g_array_unref (merged->links);
  g_free (merged);
}

/**
 * tl_merged_order:
 * @merged: a graph whose counts have changed
 *
 * Puts its links in order: the most frequent first, equally frequent ones and those that are withheld as the typology
 * has their codes, so that the order tells of no count that is not there.
 */
void
tl_merged_order (TlMerged *merged)
{
  g_return_if_fail (merged != NULL);

  g_array_sort (merged->links, compare_links);
  merged->most = merged->links->len > 0 ? MAX (g_array_index (merged->links, TlMergedLink, 0).reviews, 1) : 1;
}

/**
 * tl_merged_get_share:
 * @merged: a graph
 * @link: one of its links
 *
 * Returns: its reviews as a share of those of the link in most reviews; 0 for what is withheld, so that no thickness
 *   tells of it
 */
double
tl_merged_get_share (const TlMerged     *merged,
                     const TlMergedLink *link)
{
  g_return_val_if_fail (merged != NULL && link != NULL, 0);
  return (double) MAX (link->reviews, 0) / (double) merged->most;
}
