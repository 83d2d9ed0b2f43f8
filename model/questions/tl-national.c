/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Issues for national guidance: findings to which links lead from a factor at the national level, by what that factor
 * is coded with. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-national.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/method/tl-method.h"
#include "model/questions/tl-graphs.h"
#include "model/typology/tl-typology.h"

typedef struct {
  const TlGraphs *graphs;
  gboolean       *is_national; /* by level */
  guint          *counts;      /* by code; after the last, of any factor */
  guint          *seen;        /* the last review that was counted, from 1 */
  GArray        **reviews;     /* of guint: the first of those, likewise */
  GArray         *reached;     /* of guint8: by factor of the review, whether it leads to a finding */
} Reaching;

/* Levels */

/* Adds the national levels of a method to @keys, and to @titles what the method calls them. */
static void
add_levels (TlMethod   *method,
            GHashTable *keys,
            GString    *titles)
{
  for (guint i = 0; i < tl_method_get_n_levels (method); i++)
    {
      const TlMethodEntry *level = tl_method_get_level (method, i);

      if (!level->national)
        continue;
      g_hash_table_add (keys, g_strdup (level->key));
      g_string_append_printf (titles, "%s%s: %s", titles->len > 0 ? "; " : "", tl_method_get_title (method),
                              level->title);
    }
}

/* The levels at which a country decides, by the methods that there are. */
static GHashTable *
list_levels (GString *titles)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < methods->len; i++)
    add_levels (methods->pdata[i], keys, titles);
  return keys;
}

/* Marks the factors of a review from which links lead to one that a finding rests on. */
static void
find_reached (Reaching *self,
              guint     review)
{
  const TlGraphs *graphs = self->graphs;
  guint32 first = graphs->reviews[review].nodes, end = graphs->reviews[review + 1].nodes;
  guint32 from = graphs->findings[graphs->reviews[review].findings].factors;
  guint32 to = graphs->findings[graphs->reviews[review + 1].findings].factors;
  guint8 *reached;
  gboolean more = from < to;

  g_array_set_size (self->reached, 0);
  g_array_set_size (self->reached, end - first);
  reached = (guint8 *) self->reached->data;
  for (guint32 i = from; i < to; i++)
    reached[graphs->finding_factors[i] - first] = 1;
  while (more)
    {
      more = FALSE;
      for (guint32 node = first; node < end; node++)
        for (guint32 i = graphs->nodes[node].links; !reached[node - first] && i < graphs->nodes[node + 1].links; i++)
          more |= reached[node - first] = reached[graphs->effects[i] - first];
    }
}

static void
count_for (Reaching *self,
           guint     place,
           guint     review)
{
  if (self->seen[place] == review + 1)
    return;
  self->seen[place] = review + 1;
  self->counts[place]++;
  if (self->reviews[place]->len < TL_INSTANCES_MAX)
    g_array_append_val (self->reviews[place], review);
}

static void
count_review (Reaching *self,
              guint     review)
{
  const TlGraphs *graphs = self->graphs;
  guint32 first = graphs->reviews[review].nodes;

  find_reached (self, review);
  for (guint32 node = first; node < graphs->reviews[review + 1].nodes; node++)
    {
      if (!self->is_national[graphs->nodes[node].level] || !g_array_index (self->reached, guint8, node - first))
        continue;
      count_for (self, graphs->code_names->len, review);
      for (guint32 i = graphs->nodes[node].codes; i < graphs->nodes[node + 1].codes; i++)
        for (int code = graphs->codes[i]; code >= 0; code = graphs->parents[code])
          count_for (self, (guint) code, review);
    }
}

/* What stands behind a count */

static void
mark_effects (const TlGraphs *graphs,
              guint32         first,
              guint32         node,
              guint8         *marks)
{
  if (marks[node - first])
    return;
  marks[node - first] = 1;
  for (guint32 i = graphs->nodes[node].links; i < graphs->nodes[node + 1].links; i++)
    mark_effects (graphs, first, graphs->effects[i], marks);
}

static gboolean
starts_there (const Reaching *self,
              guint32         node,
              guint           place)
{
  const TlGraphs *graphs = self->graphs;

  if (!self->is_national[graphs->nodes[node].level])
    return FALSE;
  if (place == graphs->code_names->len)
    return TRUE;
  for (guint32 i = graphs->nodes[node].codes; i < graphs->nodes[node + 1].codes; i++)
    if (tl_graphs_is_below (graphs, graphs->codes[i], place))
      return TRUE;
  return FALSE;
}

/* The factors of a review at the national level, so coded, and the findings to which they lead. */
static gboolean
add_instance (const Reaching  *self,
              TlAnswerRow     *row,
              TlLibrary       *library,
              guint            place,
              guint            review,
              GError         **error)
{
  const TlGraphs *graphs = self->graphs;
  guint32 first = graphs->reviews[review].nodes, end = graphs->reviews[review + 1].nodes;
  g_autofree guint8 *marks = g_new0 (guint8, end - first + 1);
  TlInstance *instance = tl_instance_new (library, graphs->reviews[review].record, error);

  if (instance == NULL)
    return FALSE;
  g_ptr_array_add (row->instances, instance);
  for (guint32 node = first; node < end; node++)
    if (starts_there (self, node, place))
      {
        mark_effects (graphs, first, node, marks);
        if (!tl_instance_add (instance, library, "factor", graphs->rows[node], error))
          return FALSE;
      }
  for (guint32 i = graphs->reviews[review].findings; i < graphs->reviews[review + 1].findings; i++)
    {
      gboolean reached = FALSE;

      for (guint32 j = graphs->findings[i].factors; j < graphs->findings[i + 1].factors; j++)
        reached |= marks[graphs->finding_factors[j] - first];
      if (reached && !tl_instance_add (instance, library, "finding", graphs->findings[i].row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_row (const Reaching  *self,
         TlAnswer        *answer,
         TlLibrary       *library,
         guint            place,
         gboolean         internal,
         GError         **error)
{
  gboolean any = place == self->graphs->code_names->len;
  const char *name = any ? "*" : g_ptr_array_index (self->graphs->code_names, place);
  TlCode *code = any ? NULL : tl_typologies_find_code (name);
  TlAnswerRow *row = tl_answer_add (answer, 1, self->counts[place]);

  row->keys[0] = g_strdup (name);
  row->labels[0] = g_strdup (code != NULL ? tl_code_get_label (code) : _("Any factor at the national level"));
  for (guint i = 0; internal && i < self->reviews[place]->len; i++)
    if (!add_instance (self, row, library, place, g_array_index (self->reviews[place], guint, i), error))
      return FALSE;
  return TRUE;
}

static int
compare_rows (const void *a,
              const void *b)
{
  const TlAnswerRow *one = *(TlAnswerRow *const *) a, *other = *(TlAnswerRow *const *) b;

  if (one->reviews != other->reviews)
    return one->reviews > other->reviews ? -1 : 1;
  return strcmp (one->keys[0], other->keys[0]);
}

/* Codes that are nowhere at that level have no row. */
static gboolean
fill (const Reaching         *self,
      TlAnswer               *answer,
      TlLibrary              *library,
      const TlNationalQuery  *query,
      GError                **error)
{
  for (guint i = 0; i <= self->graphs->code_names->len; i++)
    if ((self->counts[i] > 0 || i == self->graphs->code_names->len)
        && !add_row (self, answer, library, i, query->internal, error))
      return FALSE;
  g_ptr_array_sort (answer->rows, compare_rows);
  return TRUE;
}

static void
count_all (Reaching   *self,
           GHashTable *levels)
{
  const TlGraphs *graphs = self->graphs;

  for (guint i = 1; i < graphs->levels->len; i++)
    self->is_national[i] = g_hash_table_contains (levels, g_ptr_array_index (graphs->levels, i));
  for (guint i = 0; i <= graphs->code_names->len; i++)
    self->reviews[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < graphs->n_reviews; i++)
    count_review (self, i);
}

/**
 * tl_library_national:
 * @library: a library
 * @query: what is asked
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): reviews with a finding to which links lead from a factor at the national level,
 *   or that rests on one: first whatever its code, "*", then by its code and those above it, the most frequent first
 */
TlAnswer *
tl_library_national (TlLibrary              *library,
                     const TlNationalQuery  *query,
                     GCancellable           *cancellable,
                     GError                **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL, NULL);

  const TlAnswerTerms terms = { &query->population, query->threshold, query->internal };
  g_autoptr (TlGraphs) graphs = tl_graphs_new (library, &query->population, query->tested, cancellable, error);

  if (graphs == NULL)
    return NULL;

  guint n = graphs->code_names->len;
  g_autofree gboolean *is_national = g_new0 (gboolean, graphs->levels->len);
  g_autofree guint *counts = g_new0 (guint, n + 1);
  g_autofree guint *seen = g_new0 (guint, n + 1);
  g_autofree GArray **reviews = g_new0 (GArray *, n + 1);
  g_autoptr (GArray) reached = g_array_new (FALSE, TRUE, 1);
  Reaching reaching = { graphs, is_national, counts, seen, reviews, reached };
  g_autoptr (TlAnswer) answer = tl_answer_new ();
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autoptr (GHashTable) levels = list_levels (titles);

  count_all (&reaching, levels);

  gboolean done = fill (&reaching, answer, library, query, error);

  for (guint i = 0; i <= n; i++)
    g_array_unref (reviews[i]);
  if (!done)
    return NULL;

  /* Translators: of each method the level, as in "AcciMap: Government; …" */
  g_autofree char *what = g_strdup_printf (_("Reviews with a finding to which links lead from a factor at the national "
                                             "level (%s), by the code of that factor or one above it."), titles->str);

  tl_answer_finish (answer, &terms, graphs->n_reviews, what);
  return g_steal_pointer (&answer);
}
