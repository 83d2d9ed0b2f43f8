/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables of a release of what follows links: chains, sub-graphs that recur, and what the national level reaches. Of
 * what recurs a list names only what is common enough; what an earlier release named is counted by itself. */
#include "config.h"

#include "model/releases/tl-release-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/questions/tl-national.h"
#include "model/questions/tl-recurring.h"
#include "model/releases/tl-release-adding-private.h"
#include "model/typology/tl-typology.h"

static TlTypology *
find_typology (const TlAsked *question)
{
  const char *id = question->population.typology;

  return tl_typology_lookup (id != NULL ? id : TL_POPULATION_DEFAULT_TYPOLOGY, NULL);
}

/* Of the typology that is counted in. */
const char *
_tl_release_table_get_version (const TlAsked *question)
{
  TlTypology *typology = find_typology (question);

  return typology != NULL ? tl_typology_get_version (typology) : "";
}

/**
 * tl_release_table_get_least:
 * @question: a question
 * @threshold: the threshold of the release that asks it
 * @base: of how many reviews
 *
 * Returns: in how many reviews at least, as everybody knows, something is that the answer names
 */
guint
tl_release_table_get_least (const TlAsked *question,
                            guint          threshold,
                            guint          base)
{
  const TlAnswerTerms terms = { .threshold = threshold };

  g_return_val_if_fail (question != NULL, 1);
  return tl_release_table_is_list (question) ? tl_answer_get_listed (&terms, question->min, base) : 1;
}

/**
 * tl_release_table_is_list:
 * @question: a question
 *
 * Returns: whether its answer names only what is common enough, so that what it does not name may still be there
 */
gboolean
tl_release_table_is_list (const TlAsked *question)
{
  g_return_val_if_fail (question != NULL, FALSE);
  return question->kind == TL_ASKED_RECURRING || question->kind == TL_ASKED_MERGED
         || (question->kind == TL_ASKED_CHAINS && question->pattern == NULL);
}

/* Begins with the base, which is the first count of each of these tables. */
void
_tl_release_table_begin (TlReleaseTable *self,
                         TlAdding       *adding,
                         gint64         *base,
                         guint           threshold)
{
  _tl_adding_begin (adding, self, _tl_release_table_get_version (self->question));
  _tl_adding_count (adding, "base", NULL, NULL, base, TL_PROTECT_BASE, g_strdup (_("base")));
  adding->least = tl_release_table_get_least (self->question, threshold, (guint) MAX (*base, 0));
}

/* Chains */

/* The measure of what is counted along links from code to code. */
const char *
_tl_release_table_get_chain (const TlAsked *question)
{
  return question->tested ? "tested chain" : "chain";
}

static TlChainsQuery
make_chains_query (const TlAsked *question,
                   guint          threshold)
{
  return (TlChainsQuery) {
    .population = question->population,
    .pattern = question->pattern,
    .length = question->length,
    .min = question->min,
    .tested = question->tested,
    .all = question->all,
    .seed = TL_RELEASE_SEED,
    .threshold = threshold,
    .internal = question->pattern != NULL,
  };
}

static void
add_chains (TlReleaseTable *self,
            TlAdding       *adding)
{
  for (guint i = 0; i < self->chains->n_chains; i++)
    {
      TlChain *chain = &self->chains->chains[i];
      g_autofree char *path = g_strjoinv (TL_RELEASE_MARK_PATH, chain->path);

      _tl_adding_count (adding, _tl_release_table_get_chain (self->question), path, NULL, &chain->reviews,
                        TL_PROTECT_PART, g_strjoinv (" → ", chain->path));
    }
}

static gboolean
ask_chains (TlReleaseTable  *self,
            TlLibrary       *library,
            guint            threshold,
            GCancellable    *cancellable,
            GError         **error)
{
  const TlChainsQuery query = make_chains_query (self->question, threshold);
  TlAdding adding;

  self->chains = tl_library_chains (library, &query, cancellable, error);
  if (self->chains == NULL)
    return FALSE;
  _tl_release_table_begin (self, &adding, &self->chains->base, threshold);
  add_chains (self, &adding);
  _tl_adding_clear (&adding);
  return TRUE;
}

/* Lists of counts */

static const char *
get_measure (const TlAsked *question)
{
  if (question->kind == TL_ASKED_NATIONAL)
    return question->tested ? "tested national" : "national";
  return question->tested ? "tested recurring" : "recurring";
}

/* What stands behind the counts is for the office only. */
static void
add_rows (TlReleaseTable *self,
          TlAdding       *adding)
{
  for (guint i = 0; i < self->answer->rows->len; i++)
    {
      TlAnswerRow *row = self->answer->rows->pdata[i];
      g_autofree char *keys = g_strjoinv (TL_RELEASE_MARK_PATH, row->keys);
      g_autoptr (GString) measure = g_string_new (get_measure (self->question));

      for (guint j = 0; j < row->n_links; j++)
        g_string_append_printf (measure, " %u>%u", row->links[j][0], row->links[j][1]);
      g_ptr_array_set_size (row->instances, 0);
      _tl_adding_count (adding, measure->str, keys, NULL, &row->reviews, TL_PROTECT_PART, g_strdup (keys));
    }
}

static gboolean
ask_recurring (TlReleaseTable  *self,
               TlLibrary       *library,
               guint            threshold,
               GCancellable    *cancellable,
               GError         **error)
{
  const TlAsked *question = self->question;
  const TlRecurringQuery query = {
    .population = question->population,
    .min = question->min,
    .tested = question->tested,
    .seed = TL_RELEASE_SEED,
    .threshold = threshold,
  };
  TlAdding adding;

  self->answer = tl_library_recurring (library, &query, cancellable, error);
  if (self->answer == NULL)
    return FALSE;
  _tl_release_table_begin (self, &adding, &self->answer->base, threshold);
  add_rows (self, &adding);
  _tl_adding_clear (&adding);
  return TRUE;
}

static int
compare_keys (const void *a,
              const void *b)
{
  return strcmp ((*(TlAnswerRow *const *) a)->keys[0], (*(TlAnswerRow *const *) b)->keys[0]);
}

/* A code that no row is about is nowhere at that level, as everybody sees. */
static void
add_zeros (TlReleaseTable *self,
           TlAdding       *adding)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  TlTypology *typology = find_typology (self->question);
  GListModel *codes = typology != NULL ? tl_typology_get_codes (typology) : NULL;

  for (guint i = 0; i < self->answer->rows->len; i++)
    g_hash_table_add (named, ((TlAnswerRow *) self->answer->rows->pdata[i])->keys[0]);
  for (guint i = 0; codes != NULL && i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);
      const char *name = tl_code_get_qualified (code);

      if (!g_hash_table_contains (named, name))
        _tl_adding_count (adding, get_measure (self->question), name, NULL, NULL, TL_PROTECT_PART, g_strdup (name));
    }
}

/* The order of what is withheld would tell of it too. */
static gboolean
ask_national (TlReleaseTable  *self,
              TlLibrary       *library,
              guint            threshold,
              GCancellable    *cancellable,
              GError         **error)
{
  const TlNationalQuery query = { self->question->population, self->question->tested, 0, TRUE };
  TlAdding adding;

  self->answer = tl_library_national (library, &query, cancellable, error);
  if (self->answer == NULL)
    return FALSE;
  g_ptr_array_sort (self->answer->rows, compare_keys);
  _tl_release_table_begin (self, &adding, &self->answer->base, threshold);
  add_rows (self, &adding);
  add_zeros (self, &adding);
  _tl_adding_clear (&adding);
  return TRUE;
}

gboolean
_tl_release_table_ask_links (TlReleaseTable  *self,
                             TlLibrary       *library,
                             guint            threshold,
                             GCancellable    *cancellable,
                             GError         **error)
{
  if (self->question->kind == TL_ASKED_CHAINS)
    return ask_chains (self, library, threshold, cancellable, error);
  if (self->question->kind == TL_ASKED_RECURRING)
    return ask_recurring (self, library, threshold, cancellable, error);
  if (self->question->kind == TL_ASKED_MERGED)
    return _tl_release_table_ask_merged (self, library, threshold, cancellable, error);
  return ask_national (self, library, threshold, cancellable, error);
}

/* What was named before */

static gboolean
count_chains (TlReleaseTable  *self,
              TlLibrary       *library,
              GPtrArray       *marks,
              GCancellable    *cancellable,
              GError         **error)
{
  const TlChainsQuery query = make_chains_query (self->question, 0);
  TlChains *chains = self->chains = g_new0 (TlChains, 1);

  chains->chains = g_new0 (TlChain, marks->len + 1);
  for (guint i = 0; i < marks->len; i++)
    {
      TlChain *chain = &chains->chains[chains->n_chains];

      chain->path = tl_release_mark_dup_codes (marks->pdata[i], NULL);
      chains->n_chains += chain->path != NULL ? 1 : 0;
    }
  return tl_library_count_chains (library, &query, chains, cancellable, error);
}

/* "0>1 1>2": of the codes of a mark, which lead to which. */
static void
take_links (TlAnswerRow *row,
            const char  *links)
{
  g_auto (GStrv) pairs = g_strsplit (links, " ", -1);
  guint n = g_strv_length (pairs), n_keys = g_strv_length (row->keys);

  row->links = g_malloc0 (n * sizeof row->links[0] + 1);
  for (guint i = 0; i < n; i++)
    {
      guint64 cause = g_ascii_strtoull (pairs[i], NULL, 10);
      const char *arrow = strchr (pairs[i], '>');
      guint64 effect = arrow != NULL ? g_ascii_strtoull (arrow + 1, NULL, 10) : n_keys;

      if (cause >= n_keys || effect >= n_keys)
        continue;
      row->links[row->n_links][0] = (guint8) cause;
      row->links[row->n_links++][1] = (guint8) effect;
    }
}

static gboolean
count_recurring (TlReleaseTable  *self,
                 TlLibrary       *library,
                 GPtrArray       *marks,
                 GCancellable    *cancellable,
                 GError         **error)
{
  const TlRecurringQuery query = { .population = self->question->population, .tested = self->question->tested };
  TlAnswer *answer = self->answer = tl_answer_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      g_autofree char *measure = NULL;
      g_auto (GStrv) codes = tl_release_mark_dup_codes (marks->pdata[i], &measure);
      gsize length = strlen (get_measure (self->question));

      if (codes == NULL || strlen (measure) <= length)
        continue;

      TlAnswerRow *row = tl_answer_add (answer, 0, 0);

      g_strfreev (row->keys);
      row->keys = g_steal_pointer (&codes);
      take_links (row, measure + length + 1);
    }
  return tl_library_count_recurring (library, &query, answer, cancellable, error);
}

/**
 * tl_release_table_ask_named:
 * @library: a library
 * @question: of which an answer is a list
 * @marks: (element-type utf8): what an earlier answer to it named
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Counts what was named before, whether or not it would be now.
 *
 * Returns: (transfer full) (nullable): a table of these counts alone; %NULL if the library can't be read
 */
TlReleaseTable *
tl_release_table_ask_named (TlLibrary      *library,
                            const TlAsked  *question,
                            GPtrArray      *marks,
                            GCancellable   *cancellable,
                            GError        **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && tl_release_table_is_list (question) && marks != NULL, NULL);

  g_autoptr (TlReleaseTable) self = _tl_release_table_new (question);
  TlAdding adding;

  if (question->kind == TL_ASKED_MERGED)
    return _tl_release_table_count_merged (self, library, marks, cancellable, error) ? g_steal_pointer (&self) : NULL;
  if (question->kind == TL_ASKED_CHAINS ? !count_chains (self, library, marks, cancellable, error)
                                        : !count_recurring (self, library, marks, cancellable, error))
    return NULL;
  _tl_adding_begin (&adding, self, _tl_release_table_get_version (question));
  if (self->chains != NULL)
    add_chains (self, &adding);
  else
    add_rows (self, &adding);
  _tl_adding_clear (&adding);
  return g_steal_pointer (&self);
}
