/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Unpacks graphs into plain arrays: what of them counts, and nothing else. */
#include "config.h"

#include "model/questions/tl-graphs-private.h"

#include <string.h>

#include "model/library/tl-packed-graph.h"

/* Of a review. Room that is never written to costs nothing, and to move what has no room left costs much. */
#define USUAL_FACTORS 64
#define USUAL_CODES 96
#define USUAL_LINKS 96

struct _TlGraphsPart
{
  const TlGraphsTerms *terms;
  TlPackedGraph       *graph;    /* what is being unpacked */
  guint               *level_of; /* by name; an index in levels once it has occurred, else 0 */
  GPtrArray           *levels;
  GArray              *reviews;  /* of TlGraphsReview */
  GArray              *nodes;    /* of TlGraphsNode */
  GArray              *codes;    /* of guint16 */
  GArray              *effects;  /* of guint32 */
  GArray              *rows;     /* of guint32 */
  GArray              *findings; /* of TlGraphsFinding */
  GArray              *finding_factors; /* of guint32 */
  GArray              *starts;   /* of guint32: room for one graph */
};

/* Room for the graphs of @n_reviews that are not larger than most. */
TlGraphsPart *
_tl_graphs_part_new (const TlGraphsTerms *terms,
                     guint                n_reviews)
{
  TlGraphsPart *self = g_new0 (TlGraphsPart, 1);

  self->terms = terms;
  self->graph = tl_packed_graph_new ();
  self->level_of = g_new0 (guint, terms->names->len + 1);
  self->levels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->levels, NULL);
  self->reviews = g_array_sized_new (FALSE, FALSE, sizeof (TlGraphsReview), n_reviews);
  self->nodes = g_array_sized_new (FALSE, FALSE, sizeof (TlGraphsNode), n_reviews * USUAL_FACTORS);
  self->codes = g_array_sized_new (FALSE, FALSE, sizeof (guint16), n_reviews * USUAL_CODES);
  self->effects = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_reviews * USUAL_LINKS);
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_reviews * USUAL_FACTORS);
  self->findings = g_array_new (FALSE, FALSE, sizeof (TlGraphsFinding));
  self->finding_factors = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, TRUE, sizeof (guint32));
  return self;
}

void
_tl_graphs_part_free (TlGraphsPart *self)
{
  tl_packed_graph_free (self->graph);
  g_free (self->level_of);
  g_ptr_array_unref (self->levels);
  g_array_unref (self->reviews);
  g_array_unref (self->nodes);
  g_array_unref (self->codes);
  g_array_unref (self->effects);
  g_array_unref (self->rows);
  g_array_unref (self->findings);
  g_array_unref (self->finding_factors);
  g_array_unref (self->starts);
  g_free (self);
}

/* One graph */

static guint
find_level (TlGraphsPart *self,
            guint         name)
{
  const GPtrArray *names = self->terms->names;

  if (name == 0 || name >= names->len || names->pdata[name] == NULL)
    return TL_GRAPHS_NO_LEVEL;
  if (G_UNLIKELY (self->level_of[name] == 0))
    {
      self->level_of[name] = self->levels->len;
      g_ptr_array_add (self->levels, g_strdup (names->pdata[name]));
    }
  return self->level_of[name];
}

static gboolean
contributes (const TlGraphsTerms *terms,
             const TlPackedLink  *link)
{
  return link->state != TL_PACKED_STATE_REJECTED && (link->tested || !terms->tested)
         && (link->kind >= terms->names->len || !terms->hinders[link->kind]);
}

/* Makes room for @n more, which the caller fills. */
static gpointer
extend (GArray *array,
        guint   n)
{
  guint length = array->len;

  g_array_set_size (array, length + n);
  return array->data + (gsize) length * g_array_get_element_size (array);
}

static void
add_nodes (TlGraphsPart *self)
{
  const TlGraphsTerms *terms = self->terms;
  const TlPackedFactor *factors = (const TlPackedFactor *) (void *) self->graph->factors->data;
  const TlPackedCode *packed = (const TlPackedCode *) (void *) self->graph->codes->data;
  guint n = self->graph->factors->len, n_codes = 0, before = self->codes->len;
  TlGraphsNode *nodes = extend (self->nodes, n);
  guint32 *rows = extend (self->rows, n);
  guint16 *codes = extend (self->codes, self->graph->codes->len);

  for (guint i = 0; i < n; i++)
    {
      nodes[i].codes = before + n_codes;
      nodes[i].level = find_level (self, factors[i].level);
      nodes[i].cannot_code = factors[i].cannot_code ? 1 : 0;
      rows[i] = factors[i].row;
      for (guint j = factors[i].first_code; j < factors[i].first_code + factors[i].n_codes; j++)
        {
          int code = packed[j].name < terms->names->len ? terms->code_of[packed[j].name] : -1;

          if (code >= 0 && (packed[j].marks & terms->marks))
            codes[n_codes++] = (guint16) code;
        }
    }
  g_array_set_size (self->codes, before + n_codes);
}

/* Sorts the links by their causes, by counting. */
static void
add_links (TlGraphsPart *self,
           guint         first)
{
  guint n = self->graph->factors->len, n_links = self->graph->links->len;
  const TlPackedLink *links = (const TlPackedLink *) (void *) self->graph->links->data;
  TlGraphsNode *nodes = (TlGraphsNode *) (void *) self->nodes->data + first;
  guint32 end = self->effects->len;
  guint32 *starts, *effects;

  g_array_set_size (self->starts, 0);
  starts = extend (self->starts, n + 1);
  for (guint i = 0; i < n_links; i++)
    if (contributes (self->terms, &links[i]))
      starts[links[i].cause]++;
  for (guint i = 0; i < n; i++)
    {
      guint32 n_effects = starts[i];

      nodes[i].links = starts[i] = end;
      end += n_effects;
    }

  g_array_set_size (self->effects, end);
  effects = (guint32 *) (void *) self->effects->data;
  for (guint i = 0; i < n_links; i++)
    if (contributes (self->terms, &links[i]))
      effects[starts[links[i].cause]++] = first + links[i].effect;
}

static void
add_findings (TlGraphsPart *self,
              guint         first)
{
  for (guint i = 0; i < self->graph->findings->len; i++)
    {
      const TlPackedFinding *packed = &g_array_index (self->graph->findings, TlPackedFinding, i);
      TlGraphsFinding finding = { packed->row, self->finding_factors->len };

      for (guint j = 0; j < packed->n_factors; j++)
        {
          guint32 node = first + g_array_index (self->graph->finding_factors, guint, packed->first_factor + j);

          g_array_append_val (self->finding_factors, node);
        }
      g_array_append_val (self->findings, finding);
    }
}

/* Adds the graph of a record; %FALSE if it is damaged. */
gboolean
_tl_graphs_part_add (TlGraphsPart  *self,
                     guint          record,
                     gconstpointer  bytes,
                     gsize          length)
{
  TlGraphsReview review = { .record = record, .nodes = self->nodes->len, .findings = self->findings->len };

  if (!tl_packed_graph_read (self->graph, bytes, length))
    return FALSE;
  g_array_append_val (self->reviews, review);
  add_nodes (self);
  add_links (self, review.nodes);
  add_findings (self, review.nodes);
  return TRUE;
}

/* All of them */

/* The levels of @other by their numbers there. */
static guint *
dup_levels (TlGraphsPart       *self,
            const TlGraphsPart *other)
{
  guint *levels = g_new0 (guint, other->levels->len);

  for (guint name = 0; name < self->terms->names->len; name++)
    if (other->level_of[name] > 0)
      levels[other->level_of[name]] = find_level (self, name);
  return levels;
}

/* Adds the graphs of @other, whose records all come later. */
void
_tl_graphs_part_append (TlGraphsPart       *self,
                        const TlGraphsPart *other)
{
  guint32 first_node = self->nodes->len, first_code = self->codes->len, first_effect = self->effects->len;
  guint32 first_finding = self->findings->len, first_factor = self->finding_factors->len;
  g_autofree guint *levels = dup_levels (self, other);
  TlGraphsReview *reviews = extend (self->reviews, other->reviews->len);
  TlGraphsNode *nodes = extend (self->nodes, other->nodes->len);
  guint32 *effects = extend (self->effects, other->effects->len);
  TlGraphsFinding *findings = extend (self->findings, other->findings->len);
  guint32 *factors = extend (self->finding_factors, other->finding_factors->len);

  g_array_append_vals (self->codes, other->codes->data, other->codes->len);
  g_array_append_vals (self->rows, other->rows->data, other->rows->len);
  for (guint i = 0; i < other->reviews->len; i++)
    {
      const TlGraphsReview *review = &g_array_index (other->reviews, TlGraphsReview, i);

      reviews[i] = (TlGraphsReview) { .record = review->record, .nodes = first_node + review->nodes,
                                      .findings = first_finding + review->findings };
    }
  for (guint i = 0; i < other->nodes->len; i++)
    {
      nodes[i] = g_array_index (other->nodes, TlGraphsNode, i);
      nodes[i].codes += first_code;
      nodes[i].links += first_effect;
      nodes[i].level = levels[nodes[i].level];
    }
  for (guint i = 0; i < other->effects->len; i++)
    effects[i] = first_node + g_array_index (other->effects, guint32, i);
  for (guint i = 0; i < other->findings->len; i++)
    {
      const TlGraphsFinding *finding = &g_array_index (other->findings, TlGraphsFinding, i);

      findings[i] = (TlGraphsFinding) { finding->row, first_factor + finding->factors };
    }
  for (guint i = 0; i < other->finding_factors->len; i++)
    factors[i] = first_node + g_array_index (other->finding_factors, guint32, i);
}

static gpointer
give (GArray **array)
{
  GArray *given = *array;

  *array = g_array_new (FALSE, FALSE, g_array_get_element_size (given));
  return g_array_free (given, FALSE);
}

/* Hands all over; the part is empty then. */
void
_tl_graphs_part_give (TlGraphsPart *self,
                      TlGraphs     *graphs)
{
  TlGraphsReview last_review = { .nodes = self->nodes->len, .findings = self->findings->len };
  TlGraphsFinding last_finding = { 0, self->finding_factors->len };
  TlGraphsNode last_node = { self->codes->len, self->effects->len, TL_GRAPHS_NO_LEVEL };

  graphs->n_reviews = self->reviews->len;
  graphs->levels = g_ptr_array_ref (self->levels);
  g_array_append_val (self->reviews, last_review);
  g_array_append_val (self->nodes, last_node);
  g_array_append_val (self->findings, last_finding);
  graphs->reviews = give (&self->reviews);
  graphs->nodes = give (&self->nodes);
  graphs->codes = give (&self->codes);
  graphs->effects = give (&self->effects);
  graphs->rows = give (&self->rows);
  graphs->findings = give (&self->findings);
  graphs->finding_factors = give (&self->finding_factors);
}
