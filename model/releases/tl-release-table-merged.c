/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The merged map as a table of a release. Of its links it has those that a list of chains of one link names, and each
 * is one count with what that says. Others are left out though they are common enough: if everybody knew of what is
 * not there that it is in few reviews, maps of all reviews and of some years would tell what is in the others. At
 * which level a code mostly is isn't there either, for it would tell of counts that no table has. */
#include "config.h"

#include "model/releases/tl-release-table-private.h"

#include <glib/gi18n-lib.h>

/* In how many reviews a factor has a code: no more than have it, for something else may be tagged with it too. */
#define FACTOR "factor"

static TlMergedNode *
node_at (TlMerged *merged,
         guint     i)
{
  return &g_array_index (merged->nodes, TlMergedNode, i);
}

static TlMergedLink *
link_at (TlMerged *merged,
         guint     i)
{
  return &g_array_index (merged->links, TlMergedLink, i);
}

static char *
dup_path (TlMerged           *merged,
          const TlMergedLink *link)
{
  return g_strconcat (node_at (merged, link->cause)->code, TL_RELEASE_MARK_PATH, node_at (merged, link->effect)->code,
                      NULL);
}

/* Keeps only links that chance would not give. */
static void
leave_out_chance (TlMerged       *merged,
                  const TlChains *chains)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *what = merged->what;

  for (guint i = 0; i < chains->n_chains; i++)
    g_hash_table_add (named, g_strjoinv (TL_RELEASE_MARK_PATH, chains->chains[i].path));
  for (guint i = merged->links->len; i > 0; i--)
    {
      g_autofree char *path = dup_path (merged, link_at (merged, i - 1));

      if (!g_hash_table_contains (named, path))
        g_array_remove_index (merged->links, i - 1);
    }
  merged->what
    = g_strdup_printf (_("%s Links that chance could give are left out too, were one of their two codes exchanged with "
                         "that of another factor of the same review and level (seed %u): what is not there may still "
                         "be in many reviews. At which level a code mostly is isn’t said: it would tell of counts "
                         "that no table has."), what, TL_RELEASE_SEED);
  g_free (what);
}

static void
add_node (TlAdding     *adding,
          TlMergedNode *node)
{
  _tl_adding_count (adding, FACTOR, node->code, NULL, &node->reviews, TL_PROTECT_TOTAL, g_strdup (node->code));
}

static void
add_link (TlAdding     *adding,
          TlMerged     *merged,
          TlMergedLink *link)
{
  g_autofree char *path = dup_path (merged, link);

  _tl_adding_count (adding, _tl_release_table_get_chain (adding->table->question), path, NULL, &link->reviews,
                    TL_PROTECT_PART, g_strdup (path));
}

/* Codes that no link leads to or from are in no picture and in no line: they are in the themes. */
static void
add_linked_nodes (TlAdding *adding,
                  TlMerged *merged)
{
  g_autofree gboolean *linked = g_new0 (gboolean, merged->nodes->len + 1);

  for (guint i = 0; i < merged->links->len; i++)
    linked[link_at (merged, i)->cause] = linked[link_at (merged, i)->effect] = TRUE;
  for (guint i = 0; i < merged->nodes->len; i++)
    {
      TlMergedNode *node = node_at (merged, i);

      g_clear_pointer (&node->level, g_free);
      if (linked[i])
        add_node (adding, node);
      else
        node->reviews = TL_COUNT_NOT_AVAILABLE;
    }
}

gboolean
_tl_release_table_ask_merged (TlReleaseTable  *self,
                              TlLibrary       *library,
                              guint            threshold,
                              GCancellable    *cancellable,
                              GError         **error)
{
  const TlAsked *question = self->question;
  const TlMergedQuery query = {
    .population = question->population,
    .min = question->min,
    .tested = question->tested,
    .threshold = threshold,
  };
  const TlChainsQuery of_links = {
    .population = question->population,
    .length = 1,
    .min = question->min,
    .tested = question->tested,
    .seed = TL_RELEASE_SEED,
    .threshold = threshold,
  };
  g_autoptr (TlChains) chains = tl_library_chains (library, &of_links, cancellable, error);
  TlAdding adding;

  self->merged = chains != NULL ? tl_library_merged (library, &query, cancellable, error) : NULL;
  if (self->merged == NULL)
    return FALSE;
  leave_out_chance (self->merged, chains);
  _tl_release_table_begin (self, &adding, &self->merged->base, threshold);
  add_linked_nodes (&adding, self->merged);
  for (guint i = 0; i < self->merged->links->len; i++)
    add_link (&adding, self->merged, link_at (self->merged, i));
  _tl_adding_clear (&adding);
  return TRUE;
}

/* Counts what @marks name of all that there is, and of what there is not, that it is nowhere. */
gboolean
_tl_release_table_count_merged (TlReleaseTable  *self,
                                TlLibrary       *library,
                                GPtrArray       *marks,
                                GCancellable    *cancellable,
                                GError         **error)
{
  const TlAsked *question = self->question;
  const TlMergedQuery query = {
    .population = question->population,
    .min = 1,
    .tested = question->tested,
    .internal = TRUE,
  };
  TlMerged *merged = self->merged = tl_library_merged (library, &query, cancellable, error);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TlAdding adding;

  if (merged == NULL)
    return FALSE;
  for (guint i = 0; i < merged->nodes->len; i++)
    g_hash_table_insert (places, g_strdup (node_at (merged, i)->code), &node_at (merged, i)->reviews);
  for (guint i = 0; i < merged->links->len; i++)
    g_hash_table_insert (places, dup_path (merged, link_at (merged, i)), &link_at (merged, i)->reviews);
  _tl_adding_begin (&adding, self, _tl_release_table_get_version (question));
  for (guint i = 0; i < marks->len; i++)
    {
      g_autofree char *measure = NULL;
      g_auto (GStrv) codes = tl_release_mark_dup_codes (marks->pdata[i], &measure);
      g_autofree char *path = codes != NULL ? g_strjoinv (TL_RELEASE_MARK_PATH, codes) : NULL;

      if (path != NULL)
        _tl_adding_count (&adding, measure, path, NULL, g_hash_table_lookup (places, path), TL_PROTECT_PART,
                          g_strdup (path));
    }
  _tl_adding_clear (&adding);
  return TRUE;
}
