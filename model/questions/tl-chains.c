/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains: asks a library along which codes links lead, in how many reviews, and whether chance would give that. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-chains-private.h"

#include <math.h>
#include <string.h>

#include "model/questions/tl-answer.h"
#include "model/typology/tl-typology.h"

static void
clear_chain (TlChain *chain)
{
  g_strfreev (chain->path);
  g_strfreev (chain->labels);
  g_clear_pointer (&chain->instances, g_ptr_array_unref);
}

static const char *
label_of (const char *code)
{
  TlCode *found = tl_typologies_find_code (code);

  return found != NULL ? tl_code_get_label (found) : code;
}

static TlChain
make_chain (const TlGraphs     *graphs,
            const TlChainCount *count,
            guint               length,
            gboolean            recurs)
{
  TlChain chain = {
    .path = g_new0 (char *, length + 2),
    .labels = g_new0 (char *, length + 2),
    .reviews = count->n_reviews,
    .expected = count->expected,
    .recurs = recurs,
  };

  for (guint i = 0; i <= length; i++)
    {
      chain.path[i] = g_strdup (g_ptr_array_index (graphs->code_names, count->codes[i]));
      chain.labels[i] = g_strdup (label_of (chain.path[i]));
    }
  return chain;
}

/* How many codes occur at all: of so many there could be chains. */
static guint
count_codes (const TlGraphs *graphs)
{
  g_autofree gboolean *occurs = g_new0 (gboolean, graphs->code_names->len + 1);
  guint n_codes = graphs->nodes[graphs->reviews[graphs->n_reviews].nodes].codes, n = 0;

  for (guint i = 0; i < n_codes; i++)
    {
      n += occurs[graphs->codes[i]] ? 0 : 1;
      occurs[graphs->codes[i]] = TRUE;
    }
  return n;
}

static gboolean
list_chains (TlChains             *chains,
             const TlGraphs       *graphs,
             const TlChainsQuery  *query,
             guint                 length,
             guint                 min,
             GCancellable         *cancellable,
             GError              **error)
{
  g_autoptr (GArray) counts = _tl_chains_list (graphs, length, min, query->seed, cancellable, error);

  if (counts == NULL)
    return FALSE;

  /* As there could be so many chains, each alone has to be so much less likely (Bonferroni). */
  double level = TL_CHANCE_LEVEL / pow (MAX (count_codes (graphs), 1), length + 1);

  chains->chains = g_new0 (TlChain, counts->len + 1);
  for (guint i = 0; i < counts->len; i++)
    {
      const TlChainCount *count = &g_array_index (counts, TlChainCount, i);
      gboolean recurs = count->tail < level;

      if (recurs || query->all)
        chains->chains[chains->n_chains++] = make_chain (graphs, count, length, recurs);
      else
        chains->n_chance++;
    }
  return TRUE;
}

/* The steps as they were written, codes in full. */
static void
set_pattern (TlChain        *chain,
             const TlGraphs *graphs,
             const char     *pattern)
{
  g_autoptr (GString) plain = g_string_new (pattern);

  g_string_replace (plain, "→", ">", 0);
  chain->path = g_strsplit (plain->str, ">", -1);
  chain->labels = g_new0 (char *, g_strv_length (chain->path) + 1);
  for (guint i = 0; chain->path[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_strstrip (chain->path[i]), "@", 2);
      const char *asked = parts[0] != NULL ? g_strstrip (parts[0]) : "";
      const char *alone = asked[0] == '=' ? "=" : "";
      guint code;

      if (tl_graphs_find_code (graphs, asked + strlen (alone), &code))
        {
          const char *name = g_ptr_array_index (graphs->code_names, code);

          g_free (chain->path[i]);
          chain->path[i] = parts[1] != NULL ? g_strdup_printf ("%s%s@%s", alone, name, g_strstrip (parts[1]))
                                            : g_strconcat (alone, name, NULL);
          chain->labels[i] = g_strdup (label_of (name));
        }
      else
        chain->labels[i] = g_strdup (chain->path[i]);
    }
}

static gboolean
names_code (const GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_array_index (steps, TlChainStep, i).codes != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
find_pattern (TlChains             *chains,
              TlLibrary            *library,
              const TlGraphs       *graphs,
              const TlChainsQuery  *query,
              GCancellable         *cancellable,
              GError              **error)
{
  g_autoptr (GArray) steps = _tl_chains_parse (graphs, query->pattern, error);
  TlChainCount count;

  if (steps == NULL || !_tl_chains_count_pattern (graphs, steps, query->seed, &count, cancellable, error))
    return FALSE;

  chains->chains = g_new0 (TlChain, 1);
  chains->n_chains = 1;
  set_pattern (&chains->chains[0], graphs, query->pattern);
  chains->chains[0].reviews = count.n_reviews;
  chains->chains[0].expected = names_code (steps) ? count.expected : -1;
  chains->chains[0].recurs = names_code (steps) && count.n_reviews > 0 && count.tail < TL_CHANCE_LEVEL;
  chains->chains[0].instances = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_instance_free);
  return !query->internal
         || _tl_chains_add_instances (chains->chains[0].instances, library, graphs, steps, error);
}

static void
protect (TlChains            *chains,
         const TlAnswerTerms *terms)
{
  g_autofree gint64 *counts = g_new (gint64, chains->n_chains + 1);

  for (guint i = 0; i < chains->n_chains; i++)
    counts[i] = chains->chains[i].reviews;
  chains->note = tl_answer_protect (terms, &chains->base, counts, chains->n_chains);
  for (guint i = 0; i < chains->n_chains; i++)
    {
      chains->chains[i].reviews = counts[i];
      if (counts[i] == TL_COUNT_WITHHELD)
        chains->chains[i].expected = -1;
    }
}

/**
 * tl_library_chains:
 * @library: a library
 * @query: what is asked
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the chains; %NULL with %TL_ERROR_INVALID or %TL_ERROR_NOT_FOUND if the pattern
 *   makes no sense, %TL_ERROR_TOO_LARGE if too many would have to be listed, or if the library can't be read
 */
TlChains *
tl_library_chains (TlLibrary            *library,
                   const TlChainsQuery  *query,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL && query->length <= TL_CHAINS_MAX_LENGTH, NULL);

  const TlAnswerTerms terms = { &query->population, query->threshold, query->internal };
  g_autoptr (TlGraphs) graphs = tl_graphs_new (library, &query->population, query->tested, cancellable, error);

  if (graphs == NULL)
    return NULL;

  g_autoptr (TlChains) chains = g_new0 (TlChains, 1);
  guint min = tl_answer_get_listed (&terms, query->min, graphs->n_reviews);
  gboolean done = query->pattern != NULL ? find_pattern (chains, library, graphs, query, cancellable, error)
                                         : list_chains (chains, graphs, query, query->length > 0 ? query->length : 2,
                                                        min, cancellable, error);

  if (!done)
    return NULL;
  chains->base = graphs->n_reviews;
  protect (chains, &terms);
  _tl_chains_describe (chains, query, min);
  return g_steal_pointer (&chains);
}

/**
 * tl_library_count_chains:
 * @library: a library
 * @query: in which reviews, and along which links
 * @chains: chains that are known by their paths, whether or not they would be listed
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Puts into @chains in how many reviews each is. Nothing is withheld.
 *
 * Returns: %FALSE with an error of tl_library_chains()
 */
gboolean
tl_library_count_chains (TlLibrary            *library,
                         const TlChainsQuery  *query,
                         TlChains             *chains,
                         GCancellable         *cancellable,
                         GError              **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL && chains != NULL, FALSE);

  g_autoptr (TlGraphs) graphs = tl_graphs_new (library, &query->population, query->tested, cancellable, error);

  for (guint i = 0; graphs != NULL && i < chains->n_chains; i++)
    {
      TlChain *chain = &chains->chains[i];
      g_autofree char *codes = g_strjoinv (" > =", chain->path);
      g_autofree char *pattern = g_strconcat ("=", codes, NULL);
      g_autoptr (GArray) steps = _tl_chains_parse (graphs, pattern, error);
      guint32 path[TL_CHAINS_MAX_LENGTH + 1];

      if (steps == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      chain->reviews = 0;
      for (guint j = 0; j < graphs->n_reviews; j++)
        chain->reviews += _tl_chains_find (graphs, steps, j, path) > 0 ? 1 : 0;
    }
  return graphs != NULL;
}

/**
 * tl_chains_free:
 * @chains: (transfer full): an answer
 */
void
tl_chains_free (TlChains *chains)
{
  for (guint i = 0; i < chains->n_chains; i++)
    clear_chain (&chains->chains[i]);
  g_free (chains->chains);
  g_free (chains->caption);
  g_free (chains->what);
  g_free (chains->note);
  g_free (chains);
}
