/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recurring sub-graphs: asks a library which connected sub-graphs of codes several reviews share. After common-cause
 * analysis of many Why-Because graphs (Sanders, 2014): what graphs have in common, in its connected parts, equal ones
 * merged, ranked by how many share them. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-recurring-private.h"

#include <glib/gi18n-lib.h>

#include "model/questions/tl-chains-private.h"
#include "model/typology/tl-typology.h"

/* What fewer share does not recur. */
#define FEWEST 2

/* The links from code to code that chance would not give; of so many that there could be, each alone has to be so much
 * less likely. */
static gboolean *
find_links (const TlGraphs          *graphs,
            const TlRecurringQuery  *query,
            guint                    min,
            GCancellable            *cancellable,
            GError                 **error)
{
  guint n = graphs->code_names->len;
  g_autoptr (GArray) counts = _tl_chains_list (graphs, 1, min, query->seed, cancellable, error);
  gboolean *wanted = counts != NULL ? g_new0 (gboolean, n * n + 1) : NULL;

  for (guint i = 0; wanted != NULL && i < counts->len; i++)
    {
      const TlChainCount *count = &g_array_index (counts, TlChainCount, i);

      wanted[count->codes[0] * n + count->codes[1]] = count->tail < TL_CHANCE_LEVEL / (n * n);
    }
  return wanted;
}

/* The codes of the factors of a review that stand for a sub-graph there: those at either end of its links. */
static gboolean
add_instance (TlAnswerRow         *row,
           TlLibrary           *library,
           const TlGraphs      *graphs,
           const TlCodeGraphs  *code_graphs,
           const TlRecurringShape *shape,
           guint                review,
           GError             **error)
{
  TlInstance *instance = tl_instance_new (library, graphs->reviews[review].record, error);

  if (instance == NULL)
    return FALSE;
  g_ptr_array_add (row->instances, instance);
  for (guint32 node = graphs->reviews[review].nodes; node < graphs->reviews[review + 1].nodes; node++)
    {
      gboolean part = FALSE;

      for (guint32 i = graphs->nodes[node].codes; i < graphs->nodes[node + 1].codes; i++)
        for (guint j = 0; j < shape->n_links; j++)
          {
            const TlCodeLink *link = &g_array_index (code_graphs->links, TlCodeLink, shape->links[j]);

            part |= graphs->codes[i] == link->cause || graphs->codes[i] == link->effect;
          }
      if (part && !tl_instance_add (instance, library, "factor", graphs->rows[node], error))
        return FALSE;
    }
  return TRUE;
}

static guint
find_key (TlAnswerRow *row,
          guint       *n,
          const char  *name)
{
  TlCode *code = tl_typologies_find_code (name);

  for (guint i = 0; i < *n; i++)
    if (g_str_equal (row->keys[i], name))
      return i;
  row->keys[*n] = g_strdup (name);
  row->labels[*n] = g_strdup (code != NULL ? tl_code_get_label (code) : name);
  return (*n)++;
}

static gboolean
add_row (TlAnswer                *answer,
         TlLibrary               *library,
         const TlGraphs          *graphs,
         const TlCodeGraphs      *code_graphs,
         const TlRecurringShape  *shape,
         gboolean                 internal,
         GError                 **error)
{
  TlAnswerRow *row = tl_answer_add (answer, shape->n_links + 1, shape->n_reviews);
  guint n_keys = 0, n_reviews;

  row->links = g_malloc0 (shape->n_links * sizeof row->links[0]);
  row->n_links = shape->n_links;
  row->expected = shape->expected;
  for (guint i = 0; i < shape->n_links; i++)
    {
      const TlCodeLink *link = &g_array_index (code_graphs->links, TlCodeLink, shape->links[i]);

      row->links[i][0] = (guint8) find_key (row, &n_keys, graphs->code_names->pdata[link->cause]);
      row->links[i][1] = (guint8) find_key (row, &n_keys, graphs->code_names->pdata[link->effect]);
    }
  if (!internal)
    return TRUE;

  g_autofree guint *reviews = tl_bits_dup_numbers (shape->reviews, &n_reviews);

  for (guint i = 0; i < MIN (n_reviews, TL_INSTANCES_MAX); i++)
    if (!add_instance (row, library, graphs, code_graphs, shape, reviews[i], error))
      return FALSE;
  return TRUE;
}

static char *
describe (const TlRecurringQuery *query,
          guint                   min)
{
  return g_strdup_printf (
    _("Connected sub-graphs of two to %d links between codes, each shared by %u reviews or more, the most shared "
      "first. Factors with one code count as one. Left out is what chance could give: each link of a sub-graph recurs, "
      "and comes to the others oftener than to their codes elsewhere (“expected”), and fewer than one list in twenty "
      "would have one by chance (seed %u); and what four of five of its reviews share as part of a larger one. %s"),
    TL_RECURRING_MAX_LINKS, min, query->seed,
    query->tested ? _("Only links are followed for which a counterfactual test speaks.")
                  : _("Links that were rejected, or that hinder, are not followed."));
}

/**
 * tl_library_recurring:
 * @library: a library
 * @query: what is asked
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sub-graphs, codes as keys; %NULL with %TL_ERROR_TOO_LARGE if there are too
 *   many, or if the library can't be read
 */
TlAnswer *
tl_library_recurring (TlLibrary               *library,
                      const TlRecurringQuery  *query,
                      GCancellable            *cancellable,
                      GError                 **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL, NULL);

  const TlAnswerTerms terms = { &query->population, query->threshold, query->internal };
  g_autoptr (TlGraphs) graphs = tl_graphs_new (library, &query->population, query->tested, cancellable, error);

  if (graphs == NULL)
    return NULL;

  guint min = MAX (query->min > 0 ? 0 : FEWEST, tl_answer_get_listed (&terms, query->min, graphs->n_reviews));
  g_autofree gboolean *wanted = find_links (graphs, query, min, cancellable, error);

  if (wanted == NULL)
    return NULL;

  g_autoptr (TlCodeGraphs) code_graphs = tl_code_graphs_new (graphs, wanted);
  g_autoptr (GPtrArray) shapes = _tl_recurring_grow (code_graphs, min, cancellable, error);
  g_autoptr (TlAnswer) answer = tl_answer_new ();
  g_autofree char *what = describe (query, min);

  if (shapes == NULL)
    return NULL;
  for (guint i = 0; i < shapes->len; i++)
    {
      const TlRecurringShape *shape = shapes->pdata[i];

      if (shape->recurs && !shape->merged
          && !add_row (answer, library, graphs, code_graphs, shape, query->internal, error))
        return NULL;
    }
  tl_answer_finish (answer, &terms, graphs->n_reviews, what);
  return g_steal_pointer (&answer);
}

/* Counts */

/* Returns: the reviews with every link of a sub-graph; a code that the typology does not have is in none. */
static guint
count_shape (const TlGraphs      *graphs,
             const TlCodeGraphs  *code_graphs,
             const TlAnswerRow   *row)
{
  g_autoptr (TlBits) reviews = NULL;

  for (guint i = 0; i < row->n_links; i++)
    {
      guint cause, effect;

      if (!tl_graphs_find_code (graphs, row->keys[row->links[i][0]], &cause)
          || !tl_graphs_find_code (graphs, row->keys[row->links[i][1]], &effect))
        return 0;
      for (guint j = 0; j < code_graphs->links->len; j++)
        {
          const TlCodeLink *link = &g_array_index (code_graphs->links, TlCodeLink, j);

          if (link->cause != cause || link->effect != effect)
            continue;
          if (reviews == NULL)
            reviews = tl_bits_copy (link->reviews);
          else
            tl_bits_and (reviews, link->reviews);
        }
    }
  return reviews != NULL ? tl_bits_count (reviews) : 0;
}

/**
 * tl_library_count_recurring:
 * @library: a library
 * @query: in which reviews, and along which links
 * @answer: sub-graphs that are known, by keys and links, whether or not they would be listed
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Puts into @answer in how many reviews each is. Nothing is withheld.
 *
 * Returns: %FALSE if the library can't be read
 */
gboolean
tl_library_count_recurring (TlLibrary               *library,
                            const TlRecurringQuery  *query,
                            TlAnswer                *answer,
                            GCancellable            *cancellable,
                            GError                 **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL && answer != NULL, FALSE);

  g_autoptr (TlGraphs) graphs = tl_graphs_new (library, &query->population, query->tested, cancellable, error);

  if (graphs == NULL)
    return FALSE;

  guint n = graphs->code_names->len;
  g_autofree gboolean *wanted = g_new0 (gboolean, n * n + 1);

  for (guint i = 0; i < answer->rows->len; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];
      guint cause, effect;

      for (guint j = 0; j < row->n_links; j++)
        if (tl_graphs_find_code (graphs, row->keys[row->links[j][0]], &cause)
            && tl_graphs_find_code (graphs, row->keys[row->links[j][1]], &effect))
          wanted[cause * n + effect] = TRUE;
    }

  g_autoptr (TlCodeGraphs) code_graphs = tl_code_graphs_new (graphs, wanted);

  for (guint i = 0; i < answer->rows->len; i++)
    {
      TlAnswerRow *row = answer->rows->pdata[i];

      row->reviews = count_shape (graphs, code_graphs, row);
    }
  return TRUE;
}
