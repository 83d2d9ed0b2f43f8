/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The factors and links of a review as arrays, for rules that walk along them. Everything here takes time in proportion
 * to the graph and no recursion, since a chain may be as long as the graph. */
#include "config.h"

#include "model/checks/tl-check-graph.h"

#include <string.h>

static int
find_level (TlMethod   *method,
            const char *key)
{
  return method != NULL && key != NULL ? tl_method_find_level (method, key) : TL_CHECK_NO_LEVEL;
}

static TlFactorRole
find_role (TlMethod   *method,
           const char *key)
{
  const TlMethodEntry *entry
    = method != NULL && key != NULL ? tl_method_find_entry (method, TL_VOCABULARY_FACTOR_KIND, key) : NULL;

  return entry != NULL ? entry->factor_role : TL_FACTOR_ROLE_FACTOR;
}

static GHashTable *
read_factors (TlCheckGraph *self,
              TlReview     *review,
              TlMethod     *method)
{
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);
  TlRecordList *list = tl_review_get_list (review, "factor");

  self->n_factors = tl_record_list_get_n (list);
  self->factors = g_new0 (TlCheckFactor, self->n_factors);
  for (guint i = 0; i < self->n_factors; i++)
    {
      TlRecord *record = tl_record_list_get (list, i);

      self->factors[i].record = record;
      self->factors[i].level = find_level (method, tl_record_get_text (record, "level"));
      self->factors[i].role = find_role (method, tl_record_get_text (record, "kind"));
      g_hash_table_insert (positions, (gpointer) tl_record_get_id (record), GUINT_TO_POINTER (i));
    }
  return positions;
}

static gboolean
find_end (GHashTable *positions,
          TlRecord   *link,
          const char *field,
          guint      *position)
{
  const char *id = tl_record_get_text (link, field);
  gpointer found;

  if (id == NULL || !g_hash_table_lookup_extended (positions, id, NULL, &found))
    return FALSE;
  *position = GPOINTER_TO_UINT (found);
  return TRUE;
}

static void
read_links (TlCheckGraph *self,
            TlReview     *review,
            GHashTable   *positions)
{
  TlRecordList *list = tl_review_get_list (review, "link");
  guint n = tl_record_list_get_n (list);

  self->links = g_new0 (TlCheckLink, n);
  for (guint i = 0; i < n; i++)
    {
      TlCheckLink *link = &self->links[self->n_links];

      link->record = tl_record_list_get (list, i);
      if (!find_end (positions, link->record, "cause", &link->cause)
          || !find_end (positions, link->record, "effect", &link->effect))
        continue;
      link->claimed = g_strcmp0 (tl_record_get_text (link->record, "state"), "rejected") != 0;
      self->n_links++;
    }
}

static gboolean
counts (const TlCheckLink *link)
{
  return link->claimed && link->cause != link->effect;
}

static void
group_links (TlCheckGraph *self)
{
  guint first_cause = 0, first_effect = 0;

  self->causes = g_new0 (guint, self->n_links);
  self->effects = g_new0 (guint, self->n_links);
  for (guint i = 0; i < self->n_links; i++)
    if (counts (&self->links[i]))
      {
        self->factors[self->links[i].effect].n_causes++;
        self->factors[self->links[i].cause].n_effects++;
      }
  for (guint i = 0; i < self->n_factors; i++)
    {
      TlCheckFactor *factor = &self->factors[i];

      factor->first_cause = first_cause;
      factor->first_effect = first_effect;
      first_cause += factor->n_causes;
      first_effect += factor->n_effects;
      factor->n_causes = factor->n_effects = 0;
    }
  for (guint i = 0; i < self->n_links; i++)
    if (counts (&self->links[i]))
      {
        TlCheckFactor *effect = &self->factors[self->links[i].effect];
        TlCheckFactor *cause = &self->factors[self->links[i].cause];

        self->causes[effect->first_cause + effect->n_causes++] = i;
        self->effects[cause->first_effect + cause->n_effects++] = i;
      }
}

static void
read_supports (TlCheckGraph *self,
               TlReview     *review)
{
  TlRecordList *list = tl_review_get_list (review, "support");

  self->supports = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *support = tl_record_list_get (list, i);
      const char *target = tl_record_get_text (support, "target");

      if (target == NULL)
        continue;

      GPtrArray *same = g_hash_table_lookup (self->supports, target);
      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (self->supports, (gpointer) target, same);
        }
      g_ptr_array_add (same, support);
    }
}

/* _tl_check_graph_new: (transfer full): the graph of @review as @method reads it; valid until the review changes */
TlCheckGraph *
_tl_check_graph_new (TlReview *review,
                     TlMethod *method)
{
  TlCheckGraph *self = g_new0 (TlCheckGraph, 1);
  g_autoptr (GHashTable) positions = read_factors (self, review, method);

  read_links (self, review, positions);
  group_links (self);
  read_supports (self, review);
  return self;
}

void
_tl_check_graph_free (TlCheckGraph *self)
{
  g_free (self->factors);
  g_free (self->links);
  g_free (self->causes);
  g_free (self->effects);
  g_hash_table_unref (self->supports);
  g_free (self);
}

/* _tl_check_graph_get_supports: (transfer none) (nullable): the support records of a factor or link */
GPtrArray *
_tl_check_graph_get_supports (const TlCheckGraph *self,
                              TlRecord           *claim)
{
  return g_hash_table_lookup (self->supports, tl_record_get_id (claim));
}

/* _tl_check_graph_reach: (transfer full): for each factor, whether it is one of @targets or a chain leads from it to
 * one */
gboolean *
_tl_check_graph_reach (const TlCheckGraph *self,
                       const gboolean     *targets)
{
  gboolean *reached = g_new0 (gboolean, self->n_factors);
  g_autofree guint *queue = g_new0 (guint, self->n_factors);
  guint n = 0;

  for (guint i = 0; i < self->n_factors; i++)
    if (targets[i])
      {
        reached[i] = TRUE;
        queue[n++] = i;
      }
  for (guint next = 0; next < n; next++)
    {
      const TlCheckFactor *factor = &self->factors[queue[next]];

      for (guint i = 0; i < factor->n_causes; i++)
        {
          guint cause = self->links[self->causes[factor->first_cause + i]].cause;

          if (!reached[cause])
            {
              reached[cause] = TRUE;
              queue[n++] = cause;
            }
        }
    }
  return reached;
}

/* Tarjan's strongly connected components, with the stack of calls kept in an array. */
typedef struct {
  const TlCheckGraph *graph;
  guint              *order; /* when a factor was first seen, from 1; 0 before */
  guint              *low;
  guint              *next;  /* which effect to look at next */
  gboolean           *open;
  GArray             *path;  /* the calls under way */
  GArray             *stack;
  guint               clock;
  GPtrArray          *loops;
} Tarjan;

static void
enter (Tarjan *tarjan,
       guint   factor)
{
  tarjan->order[factor] = tarjan->low[factor] = ++tarjan->clock;
  tarjan->open[factor] = TRUE;
  g_array_append_val (tarjan->path, factor);
  g_array_append_val (tarjan->stack, factor);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static void
leave (Tarjan *tarjan,
       guint   factor)
{
  g_array_set_size (tarjan->path, tarjan->path->len - 1);
  if (tarjan->path->len > 0)
    {
      guint caller = g_array_index (tarjan->path, guint, tarjan->path->len - 1);
      tarjan->low[caller] = MIN (tarjan->low[caller], tarjan->low[factor]);
    }
  if (tarjan->low[factor] != tarjan->order[factor])
    return;

  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));
  guint member;
  do
    {
      member = g_array_index (tarjan->stack, guint, tarjan->stack->len - 1);
      g_array_set_size (tarjan->stack, tarjan->stack->len - 1);
      tarjan->open[member] = FALSE;
      g_array_append_val (members, member);
    }
  while (member != factor);

  g_array_sort (members, compare_positions);
  if (members->len > 1)
    g_ptr_array_add (tarjan->loops, members);
  else
    g_array_unref (members);
}

static void
walk (Tarjan *tarjan,
      guint   root)
{
  enter (tarjan, root);
  while (tarjan->path->len > 0)
    {
      guint at = g_array_index (tarjan->path, guint, tarjan->path->len - 1);
      const TlCheckFactor *factor = &tarjan->graph->factors[at];

      if (tarjan->next[at] == factor->n_effects)
        {
          leave (tarjan, at);
          continue;
        }

      guint effect = tarjan->graph->links[tarjan->graph->effects[factor->first_effect + tarjan->next[at]++]].effect;
      if (tarjan->order[effect] == 0)
        enter (tarjan, effect);
      else if (tarjan->open[effect])
        tarjan->low[at] = MIN (tarjan->low[at], tarjan->order[effect]);
    }
}

static int
compare_loops (gconstpointer a,
               gconstpointer b)
{
  const GArray *first = *(GArray *const *) a, *second = *(GArray *const *) b;

  return compare_positions (first->data, second->data);
}

/* _tl_check_graph_find_loops: (transfer full) (element-type GArray): the groups of factors of which each leads to each
 * other, as sorted arrays of positions; groups in order of their first factor */
GPtrArray *
_tl_check_graph_find_loops (const TlCheckGraph *self)
{
  g_autofree guint *order = g_new0 (guint, self->n_factors);
  g_autofree guint *low = g_new0 (guint, self->n_factors);
  g_autofree guint *next = g_new0 (guint, self->n_factors);
  g_autofree gboolean *open = g_new0 (gboolean, self->n_factors);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Tarjan tarjan = { self, order, low, next, open, path, stack, 0, loops };

  for (guint i = 0; i < self->n_factors; i++)
    if (order[i] == 0)
      walk (&tarjan, i);
  g_ptr_array_sort (loops, compare_loops);
  return loops;
}

/* _tl_check_graph_shortest_loop: (transfer full): positions of factors along a shortest way from the first of @members
 * back to itself; @members are one group of _tl_check_graph_find_loops() */
GArray *
_tl_check_graph_shortest_loop (const TlCheckGraph *self,
                               const GArray       *members)
{
  guint start = g_array_index (members, guint, 0), first = start;
  g_autoptr (GHashTable) after = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) inside = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *loop = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < members->len; i++)
    g_hash_table_add (inside, GUINT_TO_POINTER (g_array_index (members, guint, i)));

  g_array_append_val (queue, start);
  for (guint next = 0; next < queue->len && first == start; next++)
    {
      guint at = g_array_index (queue, guint, next);
      const TlCheckFactor *factor = &self->factors[at];

      for (guint i = 0; i < factor->n_causes; i++)
        {
          guint cause = self->links[self->causes[factor->first_cause + i]].cause;

          if (cause == start)
            first = at;
          else if (g_hash_table_contains (inside, GUINT_TO_POINTER (cause))
                   && !g_hash_table_contains (after, GUINT_TO_POINTER (cause)))
            {
              g_hash_table_insert (after, GUINT_TO_POINTER (cause), GUINT_TO_POINTER (at));
              g_array_append_val (queue, cause);
            }
        }
    }
  g_array_append_val (loop, start);
  for (; first != start; first = GPOINTER_TO_UINT (g_hash_table_lookup (after, GUINT_TO_POINTER (first))))
    g_array_append_val (loop, first);
  return loop;
}
