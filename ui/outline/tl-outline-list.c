/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings a list to another content with as few removals as there can be, so that what looks at it keeps its place, what
 * is expanded and what has the keyboard. */
#include "config.h"

#include "ui/outline/tl-outline-list.h"

static gboolean
is_same (GListStore *list,
         GPtrArray  *wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  if (n != wanted->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (item != g_ptr_array_index (wanted, i))
        return FALSE;
    }
  return TRUE;
}

/* For each item of @list its position in @wanted, or -1. */
static int *
dup_targets (GListStore *list,
             GPtrArray  *wanted)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  int *targets = g_new (int, n + 1);

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_insert (positions, g_ptr_array_index (wanted, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      targets[i] = (int) GPOINTER_TO_UINT (g_hash_table_lookup (positions, item)) - 1;
    }
  return targets;
}

/* A longest rising run through @targets: those items can stay; for the others -1 is left. */
static void
keep_rising (int  *targets,
             guint n)
{
  g_autofree guint *ends = g_new (guint, n + 1); /* of the runs of each length so far, the one that ends lowest */
  g_autofree int *before = g_new (int, n + 1);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (targets[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (targets[ends[middle]] < targets[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (int) ends[low - 1] : -1;
      ends[low] = i;
      length = MAX (length, low + 1);
    }

  int keep = length > 0 ? (int) ends[length - 1] : -1;
  for (guint i = n; i > 0; i--)
    {
      if (keep == (int) i - 1)
        keep = before[keep];
      else
        targets[i - 1] = -1;
    }
}

static void
remove_unkept (GListStore *list,
               const int  *targets)
{
  guint end = g_list_model_get_n_items (G_LIST_MODEL (list));

  while (end > 0)
    {
      guint start = end;

      while (start > 0 && targets[start - 1] < 0)
        start--;
      if (start < end)
        g_list_store_splice (list, start, end - start, NULL, 0);
      end = start > 0 ? start - 1 : 0;
    }
}

static void
insert_missing (GListStore *list,
                GPtrArray  *wanted)
{
  for (guint i = 0; i < wanted->len;)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      guint end = i;

      while (end < wanted->len && g_ptr_array_index (wanted, end) != item)
        end++;
      if (end > i)
        g_list_store_splice (list, i, 0, &g_ptr_array_index (wanted, i), end - i);
      i = end + 1;
    }
}

/**
 * tl_outline_list_update:
 * @list: a list
 * @wanted: (element-type GObject): what it is to hold, each item once
 * @before: (nullable): called for each item that will be taken out and put in again
 * @after: (nullable): called for each of them afterwards
 *
 * Removes and inserts what is needed and no more.
 */
void
tl_outline_list_update (GListStore        *list,
                        GPtrArray         *wanted,
                        TlOutlineListMove  before,
                        TlOutlineListMove  after,
                        gpointer           data)
{
  g_return_if_fail (G_IS_LIST_STORE (list) && wanted != NULL);

  if (is_same (list, wanted))
    return;

  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree int *targets = dup_targets (list, wanted);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autofree int *wishes = g_memdup2 (targets, (n + 1) * sizeof (int));

  keep_rising (targets, n);
  for (guint i = 0; i < n; i++)
    {
      if (wishes[i] >= 0 && targets[i] < 0)
        g_ptr_array_add (moved, g_list_model_get_item (G_LIST_MODEL (list), i));
    }
  for (guint i = 0; before != NULL && i < moved->len; i++)
    before (g_ptr_array_index (moved, i), data);
  remove_unkept (list, targets);
  insert_missing (list, wanted);
  for (guint i = 0; after != NULL && i < moved->len; i++)
    after (g_ptr_array_index (moved, i), data);
}
