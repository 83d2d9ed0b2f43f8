/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Graphs of codes as pictures: what recurs, and the merged map, in which a link is as thick as its reviews are many. */
#include "config.h"

#include "model/questions/tl-code-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/typology/tl-code.h"

#define THINNEST 1.2

static void
add_code (TlPicture  *picture,
          const char *code,
          const char *label,
          int         band,
          gint64      reviews)
{
  TlPictureFactor *factor = tl_picture_add_factor (picture, code);

  factor->statement = g_strdup (label);
  factor->kind = g_strdup (tl_code_find_notation (code));
  factor->mark = reviews != 0 ? tl_count_format (reviews) : NULL;
  factor->role = TL_FACTOR_ROLE_FACTOR;
  factor->box.band = band;
}

/* @id is where the link stands in the answer, so that who sees it can be led there. */
static TlPictureLink *
add_link (TlPicture *picture,
          guint      id,
          guint      cause,
          guint      effect)
{
  g_autofree char *name = g_strdup_printf ("%u", id);
  TlPictureLink *link = tl_picture_add_link (picture, name, cause, effect);

  link->kind = g_strdup (_("contributes to"));
  link->role = TL_LINK_ROLE_CONTRIBUTES;
  return link;
}

/**
 * tl_code_picture_of_row:
 * @row: a line of an answer, its keys codes and with links between them
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sub-graph; %NULL with %G_IO_ERROR_CANCELLED
 */
TlPicture *
tl_code_picture_of_row (const TlAnswerRow  *row,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_return_val_if_fail (row != NULL, NULL);

  g_autoptr (TlPicture) picture = tl_picture_new (NULL, NULL);

  for (guint i = 0; row->keys[i] != NULL; i++)
    add_code (picture, row->keys[i], row->labels[i], 0, 0);
  for (guint i = 0; i < row->n_links; i++)
    add_link (picture, i, row->links[i][0], row->links[i][1]);
  return tl_picture_settle (picture, NULL, cancellable, error) ? g_steal_pointer (&picture) : NULL;
}

/* Reviews are made by several methods: the levels are those of the method that most of the codes are at home in. */
static TlMethod *
find_method (const TlMerged *merged)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);
  TlMethod *best = NULL;
  guint most = 0;

  for (guint i = 0; i < methods->len; i++)
    {
      guint n = 0;

      for (guint j = 0; j < merged->nodes->len; j++)
        n += tl_method_find_level (methods->pdata[i], g_array_index (merged->nodes, TlMergedNode, j).level) >= 0;
      if (n > most)
        {
          most = n;
          best = methods->pdata[i];
        }
    }
  return best != NULL ? g_object_ref (best) : NULL;
}

/* Only codes that a link leads to or from: those that stand alone are in the themes. */
static void
add_nodes (TlPicture      *picture,
           const TlMerged *merged,
           TlMethod       *method,
           guint           n_links,
           guint          *places)
{
  guint n_levels = method != NULL ? tl_method_get_n_levels (method) : 0;

  for (guint i = 0; i < merged->nodes->len; i++)
    {
      const TlMergedNode *node = &g_array_index (merged->nodes, TlMergedNode, i);
      int level = method != NULL ? tl_method_find_level (method, node->level) : -1;
      gboolean linked = FALSE;

      for (guint j = 0; j < n_links; j++)
        linked |= g_array_index (merged->links, TlMergedLink, j).cause == i
                  || g_array_index (merged->links, TlMergedLink, j).effect == i;
      places[i] = picture->factors->len;
      if (linked)
        add_code (picture, node->code, node->label, level >= 0 ? level : (int) n_levels, node->reviews);
    }
}

/**
 * tl_code_picture_of_merged:
 * @merged: a merged map
 * @is_inset: whether it stands on a sheet that says what it is
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the map of the links in most reviews; one in four times as many is twice as
 *   thick. %NULL with %G_IO_ERROR_CANCELLED
 */
TlPicture *
tl_code_picture_of_merged (const TlMerged  *merged,
                           gboolean         is_inset,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_return_val_if_fail (merged != NULL, NULL);

  g_autoptr (TlMethod) method = find_method (merged);
  g_autoptr (TlPicture) picture = tl_picture_new (_("Merged map"), method);
  g_autofree guint *places = g_new0 (guint, merged->nodes->len + 1);
  guint n_links = MIN (merged->links->len, is_inset ? TL_CODE_PICTURE_MAX_INSET_LINKS : TL_CODE_PICTURE_MAX_LINKS);

  picture->is_inset = is_inset;
  add_nodes (picture, merged, method, n_links, places);
  for (guint i = 0; i < n_links; i++)
    {
      const TlMergedLink *at = &g_array_index (merged->links, TlMergedLink, i);
      TlPictureLink *link = add_link (picture, i, places[at->cause], places[at->effect]);

      link->thickness = MAX (TL_CODE_PICTURE_THICKEST * sqrt (tl_merged_get_share (merged, at)), THINNEST);
      link->marks = tl_count_format (at->reviews);
    }
  return tl_picture_settle (picture, NULL, cancellable, error) ? g_steal_pointer (&picture) : NULL;
}
