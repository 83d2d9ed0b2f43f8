/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The merged map in its parts: codes that links lead to or from, and nothing leads from one part to another. */
#include "config.h"

#include "model/questions/tl-merged.h"

static guint
find_root (guint *roots,
           guint  node)
{
  while (roots[node] != node)
    node = roots[node] = roots[roots[node]];
  return node;
}

/* Without links. Codes are those of the whole, so that links know them by the same places. */
static TlMerged *
new_part (const TlMerged *whole)
{
  TlMerged *part = g_new0 (TlMerged, 1);

  part->caption = g_strdup (whole->caption);
  part->base = whole->base;
  part->most = whole->most;
  part->nodes = g_array_ref (whole->nodes);
  part->links = g_array_new (FALSE, FALSE, sizeof (TlMergedLink));
  return part;
}

/**
 * tl_merged_list_parts:
 * @merged: a graph
 * @n_links: how many of its links to take, the most frequent first
 *
 * Returns: (transfer full) (element-type TlMerged): its parts, that of the most frequent link first; links are as thick
 *   in each as in the whole
 */
GPtrArray *
tl_merged_list_parts (const TlMerged *merged,
                      guint           n_links)
{
  g_return_val_if_fail (merged != NULL, NULL);

  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_merged_free);
  g_autofree guint *roots = g_new (guint, merged->nodes->len + 1);
  g_autofree TlMerged **of_root = g_new0 (TlMerged *, merged->nodes->len + 1);
  guint n = MIN (n_links, merged->links->len);

  for (guint i = 0; i < merged->nodes->len; i++)
    roots[i] = i;
  for (guint i = 0; i < n; i++)
    {
      const TlMergedLink *link = &g_array_index (merged->links, TlMergedLink, i);

      roots[find_root (roots, link->cause)] = find_root (roots, link->effect);
    }
  for (guint i = 0; i < n; i++)
    {
      const TlMergedLink *link = &g_array_index (merged->links, TlMergedLink, i);
      TlMerged **part = &of_root[find_root (roots, link->cause)];

      if (*part == NULL)
        {
          *part = new_part (merged);
          g_ptr_array_add (parts, *part);
        }
      g_array_append_val ((*part)->links, *link);
    }
  return parts;
}

/**
 * tl_merged_join:
 * @self: some parts of a graph
 * @part: another
 *
 * Adds @part to them.
 */
void
tl_merged_join (TlMerged       *self,
                const TlMerged *part)
{
  g_return_if_fail (self != NULL && part != NULL && self->nodes == part->nodes);
  g_array_append_vals (self->links, part->links->data, part->links->len);
}
