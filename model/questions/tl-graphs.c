/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Unpacks the graphs of a population into plain arrays: what of them counts, and nothing else. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-graphs.h"

#include <string.h>

#include "model/library/tl-library-tables.h"
#include "model/library/tl-packed-graph.h"
#include "model/method/tl-method.h"
#include "model/questions/tl-sets.h"
#include "model/typology/tl-typology.h"

typedef struct {
  TlGraphs *graphs;
  TlBits   *records;
  GPtrArray *names;   /* of packed graphs */
  int      *code_of;  /* owned: by name, or -1 */
  guint    *level_of; /* owned: by name; an index in levels once it has occurred, else 0 */
  gboolean *hinders;  /* owned: by name */
  guint     marks;
  gboolean  tested;
  GArray   *reviews;  /* of TlGraphsReview */
  GArray   *nodes;    /* of TlGraphsNode */
  GArray   *codes;    /* of guint16 */
  GArray   *effects;  /* of guint32 */
  GArray   *rows;     /* of guint32 */
  GArray   *findings; /* of TlGraphsFinding */
  GArray   *finding_factors; /* of guint32 */
  GArray   *starts;   /* of guint32: room for one graph */
} Loading;

/* Codes */

static void
add_codes (TlGraphs   *self,
           GArray     *parents,
           GListModel *codes,
           int         parent)
{
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);

      g_ptr_array_add (self->code_names, g_strdup (tl_code_get_qualified (code)));
      g_array_append_val (parents, parent);
      if (tl_code_get_children (code) != NULL)
        add_codes (self, parents, tl_code_get_children (code), (int) self->code_names->len - 1);
    }
}

static gboolean
load_codes (TlGraphs            *self,
            const TlPopulation  *population,
            GError             **error)
{
  const char *id = population->typology != NULL ? population->typology : TL_POPULATION_DEFAULT_TYPOLOGY;
  TlTypology *typology = tl_typology_lookup (id, error);
  GArray *parents = g_array_new (FALSE, FALSE, sizeof (int));

  self->code_names = g_ptr_array_new_with_free_func (g_free);
  if (typology != NULL)
    add_codes (self, parents, tl_typology_get_top (typology), -1);
  self->parents = (int *) (void *) g_array_free (parents, FALSE);
  return typology != NULL;
}

/**
 * tl_graphs_find_code:
 * @self: graphs
 * @name: a code as it is written in records, or its notation alone
 * @code: (out): its index
 *
 * Returns: whether the typology has it
 */
gboolean
tl_graphs_find_code (const TlGraphs *self,
                     const char     *name,
                     guint          *code)
{
  g_return_val_if_fail (self != NULL && name != NULL && code != NULL, FALSE);

  for (guint i = 0; i < self->code_names->len; i++)
    {
      const char *qualified = g_ptr_array_index (self->code_names, i);

      if (strcmp (qualified, name) != 0 && strcmp (strchr (qualified, ':') + 1, name) != 0)
        continue;
      *code = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tl_graphs_is_below:
 * @self: graphs
 * @code: the index of a code
 * @above: the index of another
 *
 * Returns: whether @code is @above or one of those below it
 */
gboolean
tl_graphs_is_below (const TlGraphs *self,
                    guint           code,
                    guint           above)
{
  for (int at = (int) code; at >= 0; at = self->parents[at])
    if ((guint) at == above)
      return TRUE;
  return FALSE;
}

/* Names */

/* Whether links of that kind say that one thing hinders another, by the first method that has the kind. */
static gboolean
is_hindering (GPtrArray  *methods,
              const char *kind)
{
  for (guint i = 0; i < methods->len; i++)
    {
      TlMethod *method = g_ptr_array_index (methods, i);

      if (tl_method_find_entry (method, TL_VOCABULARY_LINK_KIND, kind) != NULL)
        return tl_method_get_link_role (method, kind) == TL_LINK_ROLE_HINDERS;
    }
  return FALSE;
}

static void
read_names (Loading *loading)
{
  guint n = loading->names->len;
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < loading->graphs->code_names->len; i++)
    g_hash_table_insert (codes, g_ptr_array_index (loading->graphs->code_names, i), GUINT_TO_POINTER (i + 1));
  loading->code_of = g_new0 (int, n + 1);
  loading->level_of = g_new0 (guint, n + 1);
  loading->hinders = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *name = g_ptr_array_index (loading->names, i);

      loading->code_of[i] = name != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (codes, name)) - 1 : -1;
      loading->hinders[i] = name != NULL && is_hindering (methods, name);
    }
}

static guint
find_level (Loading *loading,
            guint    name)
{
  if (name == 0 || name >= loading->names->len || g_ptr_array_index (loading->names, name) == NULL)
    return TL_GRAPHS_NO_LEVEL;
  if (G_UNLIKELY (loading->level_of[name] == 0))
    {
      loading->level_of[name] = loading->graphs->levels->len;
      g_ptr_array_add (loading->graphs->levels, g_strdup (g_ptr_array_index (loading->names, name)));
    }
  return loading->level_of[name];
}

/* Graphs */

static gboolean
is_wanted (gint64 record,
           gpointer data)
{
  Loading *loading = data;

  return record > 0 && record <= G_MAXUINT && tl_bits_contains (loading->records, (guint) record);
}

static gboolean
contributes (const Loading      *loading,
             const TlPackedLink *link)
{
  return link->state != TL_PACKED_STATE_REJECTED && (link->tested || !loading->tested)
         && (link->kind >= loading->names->len || !loading->hinders[link->kind]);
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
add_nodes (Loading             *loading,
           const TlPackedGraph *graph)
{
  guint n = graph->factors->len, n_codes = 0, before = loading->codes->len;
  const TlPackedFactor *factors = (const TlPackedFactor *) (void *) graph->factors->data;
  const TlPackedCode *packed = (const TlPackedCode *) (void *) graph->codes->data;
  TlGraphsNode *nodes = extend (loading->nodes, n);
  guint32 *rows = extend (loading->rows, n);
  guint16 *codes = extend (loading->codes, graph->codes->len);

  for (guint i = 0; i < n; i++)
    {
      nodes[i].codes = before + n_codes;
      nodes[i].level = find_level (loading, factors[i].level);
      nodes[i].cannot_code = factors[i].cannot_code ? 1 : 0;
      rows[i] = factors[i].row;
      for (guint j = factors[i].first_code; j < factors[i].first_code + factors[i].n_codes; j++)
        {
          int code = packed[j].name < loading->names->len ? loading->code_of[packed[j].name] : -1;

          if (code >= 0 && (packed[j].marks & loading->marks))
            codes[n_codes++] = (guint16) code;
        }
    }
  g_array_set_size (loading->codes, before + n_codes);
}

/* Sorts the links by their causes, by counting. */
static void
add_links (Loading             *loading,
           const TlPackedGraph *graph,
           guint                first)
{
  guint n = graph->factors->len;
  const TlPackedLink *links = (const TlPackedLink *) (void *) graph->links->data;
  TlGraphsNode *nodes = (TlGraphsNode *) (void *) loading->nodes->data + first;
  guint32 end = loading->effects->len;
  guint32 *starts, *effects;

  g_array_set_size (loading->starts, 0);
  starts = extend (loading->starts, n + 1);
  for (guint i = 0; i < graph->links->len; i++)
    if (contributes (loading, &links[i]))
      starts[links[i].cause]++;
  for (guint i = 0; i < n; i++)
    {
      guint32 n_links = starts[i];

      nodes[i].links = starts[i] = end;
      end += n_links;
    }

  g_array_set_size (loading->effects, end);
  effects = (guint32 *) (void *) loading->effects->data;
  for (guint i = 0; i < graph->links->len; i++)
    if (contributes (loading, &links[i]))
      effects[starts[links[i].cause]++] = first + links[i].effect;
}

static void
add_findings (Loading             *loading,
              const TlPackedGraph *graph,
              guint                first)
{
  for (guint i = 0; i < graph->findings->len; i++)
    {
      const TlPackedFinding *packed = &g_array_index (graph->findings, TlPackedFinding, i);
      TlGraphsFinding finding = { packed->row, loading->finding_factors->len };

      for (guint j = 0; j < packed->n_factors; j++)
        {
          guint32 node = first + g_array_index (graph->finding_factors, guint, packed->first_factor + j);

          g_array_append_val (loading->finding_factors, node);
        }
      g_array_append_val (loading->findings, finding);
    }
}

static gboolean
add_graph (const TlPackedGraph *graph,
           gpointer             data)
{
  Loading *loading = data;
  TlGraphsReview review = { (guint) graph->record, loading->nodes->len, loading->findings->len };

  g_array_append_val (loading->reviews, review);
  add_nodes (loading, graph);
  add_links (loading, graph, review.nodes);
  add_findings (loading, graph, review.nodes);
  return TRUE;
}

static void
finish (Loading *loading)
{
  TlGraphs *self = loading->graphs;
  TlGraphsReview last_review = { 0, loading->nodes->len, loading->findings->len };
  TlGraphsFinding last_finding = { 0, loading->finding_factors->len };
  TlGraphsNode last_node = { loading->codes->len, loading->effects->len, TL_GRAPHS_NO_LEVEL };

  self->n_reviews = loading->reviews->len;
  g_array_append_val (loading->reviews, last_review);
  g_array_append_val (loading->nodes, last_node);
  g_array_append_val (loading->findings, last_finding);
  self->reviews = (TlGraphsReview *) (void *) g_array_free (loading->reviews, FALSE);
  self->nodes = (TlGraphsNode *) (void *) g_array_free (loading->nodes, FALSE);
  self->codes = (guint16 *) (void *) g_array_free (loading->codes, FALSE);
  self->effects = (guint32 *) (void *) g_array_free (loading->effects, FALSE);
  self->rows = (guint32 *) (void *) g_array_free (loading->rows, FALSE);
  self->findings = (TlGraphsFinding *) (void *) g_array_free (loading->findings, FALSE);
  self->finding_factors = (guint32 *) (void *) g_array_free (loading->finding_factors, FALSE);
  g_array_unref (loading->starts);
  g_free (loading->code_of);
  g_free (loading->level_of);
  g_free (loading->hinders);
}

static guint
wanted_marks (TlCoder coder)
{
  switch (coder)
    {
    case TL_CODER_LEAD:
      return TL_CODING_TAGGED_LEAD;
    case TL_CODER_AGREED:
      return TL_CODING_TAGGED_AGREED;
    case TL_CODER_ANY:
    default:
      return TL_CODING_TAGGED;
    }
}

static gboolean
load (TlGraphs            *self,
      TlLibrary           *library,
      const TlPopulation  *population,
      gboolean             tested,
      TlBits              *records,
      GPtrArray           *names,
      GCancellable        *cancellable,
      GError             **error)
{
  Loading loading = {
    .graphs = self,
    .records = records,
    .names = names,
    .marks = wanted_marks (population->coder),
    .tested = tested,
    .reviews = g_array_new (FALSE, FALSE, sizeof (TlGraphsReview)),
    .nodes = g_array_new (FALSE, FALSE, sizeof (TlGraphsNode)),
    .codes = g_array_new (FALSE, FALSE, sizeof (guint16)),
    .effects = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .rows = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .findings = g_array_new (FALSE, FALSE, sizeof (TlGraphsFinding)),
    .finding_factors = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .starts = g_array_new (FALSE, TRUE, sizeof (guint32)),
  };

  self->levels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->levels, NULL);
  read_names (&loading);

  gboolean done = tl_library_scan_graphs (library, is_wanted, add_graph, &loading, cancellable, error);

  finish (&loading);
  return done;
}

/**
 * tl_graphs_new:
 * @library: a library
 * @population: which reviews
 * @tested: whether to leave out links for which no counterfactual test speaks
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): their graphs
 */
TlGraphs *
tl_graphs_new (TlLibrary           *library,
               const TlPopulation  *population,
               gboolean             tested,
               GCancellable        *cancellable,
               GError             **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && population != NULL, NULL);

  g_autoptr (TlGraphs) self = g_new0 (TlGraphs, 1);
  TlSets *sets = tl_sets_get (library);

  if (!load_codes (self, population, error) || !tl_sets_begin (sets, error))
    return NULL;

  /* One transaction, so that the graphs are those of the population. */
  g_autoptr (TlBits) records = tl_sets_dup_population (sets, population, error);
  g_autoptr (GPtrArray) names = records != NULL ? tl_library_list_names (library, error) : NULL;
  gboolean done = names != NULL && load (self, library, population, tested, records, names, cancellable, error);

  tl_sets_end (sets);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_graphs_free:
 * @self: (transfer full): graphs
 */
void
tl_graphs_free (TlGraphs *self)
{
  g_clear_pointer (&self->code_names, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_free (self->parents);
  g_free (self->reviews);
  g_free (self->nodes);
  g_free (self->codes);
  g_free (self->effects);
  g_free (self->rows);
  g_free (self->findings);
  g_free (self->finding_factors);
  g_free (self);
}
