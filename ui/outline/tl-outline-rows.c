/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the outline's model: which stand where, and how they come to stand where they now belong while what is
 * expanded stays expanded. */
#include "config.h"

#include "ui/outline/tl-outline-model-private.h"

#include <string.h>

#include "ui/outline/tl-outline-list.h"

static guint
get_n_known_levels (TlOutlineModel *self)
{
  return self->method != NULL ? tl_method_get_n_levels (self->method) : 0;
}

/* The position of its level; the one after the last for a factor without a level that the method knows. */
guint
_tl_outline_find_level (TlOutlineModel *self,
            TlRecord       *factor)
{
  const char *key = tl_record_get_text (factor, "level");
  int level = key != NULL && self->method != NULL ? tl_method_find_level (self->method, key) : -1;

  return level >= 0 ? (guint) level : get_n_known_levels (self);
}

static gboolean
matches (TlOutlineModel *self,
         TlRecord       *factor)
{
  const char *statement = tl_record_get_text (factor, "statement");
  const char *detail = tl_record_get_text (factor, "detail");

  if (self->words == NULL)
    return TRUE;

  g_autofree char *text = g_strconcat (statement != NULL ? statement : "", " ", detail, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (folded, self->words[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Rows that move */

static void
hold (GObject *item,
      gpointer data)
{
  TlOutlineModel *self = data;
  GListStore *children = tl_outline_item_get_children (TL_OUTLINE_ITEM (item));

  if (children == NULL)
    return;
  g_ptr_array_add (self->held, g_object_ref (children));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (children)); i++)
    {
      g_autoptr (GObject) child = g_list_model_get_item (G_LIST_MODEL (children), i);

      hold (child, self);
    }
}

static void
expand_again (GtkTreeListRow *row)
{
  g_autoptr (TlOutlineItem) item = gtk_tree_list_row_get_item (row);
  GListStore *children = tl_outline_item_get_children (item);

  if (children == NULL)
    return;
  gtk_tree_list_row_set_expanded (row, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (children)); i++)
    {
      g_autoptr (GtkTreeListRow) child = gtk_tree_list_row_get_child_row (row, i);

      expand_again (child);
    }
}

static void
restore (GObject *item,
         gpointer data)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  if (tl_outline_item_get_children (TL_OUTLINE_ITEM (item)) != NULL)
    row = tl_outline_model_dup_row (data, TL_OUTLINE_ITEM (item));
  if (row != NULL)
    expand_again (row);
}

static void
update_list (TlOutlineModel *self,
             GListStore     *list,
             TlOutlineItem  *parent,
             GPtrArray      *wanted)
{
  if (self->draft != NULL && tl_outline_item_get_parent (self->draft) == parent)
    g_ptr_array_insert (wanted, 0, self->draft);
  tl_outline_list_update (list, wanted, hold, restore, self);
}

/* Causes */

typedef struct {
  TlOutlineItem *item; /* owned until it is in the list */
  const char    *key;
} Cause;

static int
compare_causes (gconstpointer a,
                gconstpointer b)
{
  const Cause *one = a, *other = b;
  int order = strcmp (one->key, other->key);

  return order != 0 ? order
                    : strcmp (tl_outline_item_get_id (one->item), tl_outline_item_get_id (other->item));
}

TlOutlineItem *
_tl_outline_find_link (GListStore *list,
                const char *link_id,
                const char *cause_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (TlOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_strcmp0 (tl_outline_item_get_id (item), link_id) == 0
          && g_strcmp0 (tl_outline_item_get_factor_id (item), cause_id) == 0)
        return g_steal_pointer (&item);
    }
  return NULL;
}

void
_tl_outline_update_causes (TlOutlineModel *self,
               TlOutlineItem  *parent)
{
  GListStore *list = tl_outline_item_get_children (parent);
  g_autoptr (GPtrArray) links
      = tl_review_get_referrers (self->review, tl_outline_item_get_factor_id (parent), "link", "effect");
  g_autoptr (GArray) causes = g_array_new (FALSE, FALSE, sizeof (Cause));
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const char *id = tl_record_get_id (g_ptr_array_index (links, i));
      const char *cause_id = tl_record_get_text (g_ptr_array_index (links, i), "cause");
      TlOutlineFactor *factor = cause_id != NULL ? g_hash_table_lookup (self->factors, cause_id) : NULL;

      if (factor == NULL)
        continue;
      Cause cause = { _tl_outline_find_link (list, id, cause_id), factor->key };
      if (cause.item == NULL)
        cause.item = tl_outline_item_new (TL_OUTLINE_LINK, parent, id, cause_id);
      g_array_append_val (causes, cause);
    }
  g_array_sort (causes, compare_causes);
  for (guint i = 0; i < causes->len; i++)
    g_ptr_array_add (wanted, g_array_index (causes, Cause, i).item);
  update_list (self, list, parent, wanted);
  g_ptr_array_set_size (self->held, 0);
  for (guint i = 0; i < causes->len; i++)
    g_object_unref (g_array_index (causes, Cause, i).item);
}

/* That a row is expanded, for as long as its list of causes lives. */
typedef struct {
  GHashTable    *expanded;
  TlOutlineItem *item;
} Expansion;

static void
expansion_free (gpointer data)
{
  Expansion *expansion = data;
  const char *id = tl_outline_item_get_factor_id (expansion->item);
  GPtrArray *items = g_hash_table_lookup (expansion->expanded, id);

  g_ptr_array_remove_fast (items, expansion->item);
  if (items->len == 0)
    g_hash_table_remove (expansion->expanded, id);
  tl_outline_item_set_children (expansion->item, NULL);
  g_object_unref (expansion->item);
  g_hash_table_unref (expansion->expanded);
  g_free (expansion);
}

static GListStore *
create_causes (TlOutlineModel *self,
               TlOutlineItem  *item)
{
  GListStore *list = g_list_store_new (TL_TYPE_OUTLINE_ITEM);
  const char *id = tl_outline_item_get_factor_id (item);
  GPtrArray *items = g_hash_table_lookup (self->expanded, id);
  Expansion *expansion = g_new (Expansion, 1);

  if (items == NULL)
    {
      items = g_ptr_array_new ();
      g_hash_table_insert (self->expanded, g_strdup (id), items);
    }
  g_ptr_array_add (items, item);
  expansion->expanded = g_hash_table_ref (self->expanded);
  expansion->item = g_object_ref (item);
  g_object_set_data_full (G_OBJECT (list), "expansion", expansion, expansion_free);
  tl_outline_item_set_children (item, list);
  _tl_outline_update_causes (self, item);
  return list;
}

/**
 * _tl_outline_create_children:
 *
 * What #GtkTreeListModel calls to have the rows beneath @item.
 */
GListModel *
_tl_outline_create_children (gpointer item,
                 gpointer data)
{
  TlOutlineModel *self = data;
  GListStore *children = tl_outline_item_get_children (item);

  if (children != NULL)
    return G_LIST_MODEL (g_object_ref (children));
  if (tl_outline_item_get_kind (item) == TL_OUTLINE_DRAFT || tl_outline_item_get_is_above (item))
    return NULL;
  return G_LIST_MODEL (create_causes (self, item));
}

/* Levels */

static void
add_level (TlOutlineModel *self,
           const char     *key)
{
  g_autoptr (TlOutlineItem) item = tl_outline_item_new (TL_OUTLINE_LEVEL, NULL, key, NULL);
  GListStore *list = g_list_store_new (TL_TYPE_OUTLINE_ITEM);

  g_ptr_array_add (self->lists, list);
  tl_outline_item_set_children (item, list);
  g_list_store_append (self->levels, item);

  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, self->lists->len - 1);
  gtk_tree_list_row_set_expanded (row, TRUE);
}

/**
 * _tl_outline_update_levels:
 * @any_loose: whether a factor is in none of the levels that the method knows
 *
 * Has a row for each level, and one more at the end where it is needed.
 */
void
_tl_outline_update_levels (TlOutlineModel *self,
                           gboolean        any_loose)
{
  guint n = get_n_known_levels (self);

  for (guint i = self->lists->len; i < n; i++)
    add_level (self, tl_method_get_level (self->method, i)->key);
  if ((any_loose || n == 0) && self->lists->len == n)
    add_level (self, NULL);
  else if (!any_loose && n > 0 && self->lists->len > n)
    {
      g_list_store_remove (self->levels, n);
      g_ptr_array_remove_index (self->lists, n);
    }
}

static int
compare_factors (gconstpointer a,
                 gconstpointer b)
{
  const TlOutlineFactor *one = *(const TlOutlineFactor *const *) a, *other = *(const TlOutlineFactor *const *) b;
  int order = strcmp (one->key, other->key);

  return order != 0 ? order
                    : strcmp (tl_outline_item_get_id (one->item), tl_outline_item_get_id (other->item));
}

/* The factors of each level that are to be seen; sets whether any is in no level. */
static GPtrArray *
sort_factors (TlOutlineModel *self,
              gboolean       *any_loose)
{
  TlRecordList *records = tl_review_get_list (self->review, "factor");
  guint n_levels = get_n_known_levels (self) + 1;
  GPtrArray *levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  *any_loose = FALSE;
  for (guint i = 0; i < n_levels; i++)
    g_ptr_array_add (levels, g_ptr_array_new ());
  for (guint i = 0; i < tl_record_list_get_n (records); i++)
    {
      TlRecord *record = tl_record_list_get (records, i);
      TlOutlineFactor *factor = g_hash_table_lookup (self->factors, tl_record_get_id (record));

      *any_loose |= factor->level == n_levels - 1;
      if (matches (self, record))
        g_ptr_array_add (g_ptr_array_index (levels, factor->level), factor);
    }
  for (guint i = 0; i < n_levels; i++)
    {
      GPtrArray *level = g_ptr_array_index (levels, i);

      g_ptr_array_sort (level, compare_factors);
      for (guint j = 0; j < level->len; j++)
        level->pdata[j] = ((TlOutlineFactor *) level->pdata[j])->item;
    }
  return levels;
}

/* Says of each factor which level it stands in; collects those that come from another. */
static GPtrArray *
assign_levels (TlOutlineModel *self,
               GPtrArray      *levels)
{
  GPtrArray *moved = g_ptr_array_new ();

  for (guint i = 0; i < self->lists->len; i++)
    {
      TlOutlineItem *level = tl_outline_model_get_level (self, i);
      GPtrArray *items = g_ptr_array_index (levels, i);

      for (guint j = 0; j < items->len; j++)
        {
          TlOutlineItem *item = g_ptr_array_index (items, j);

          if (tl_outline_item_get_parent (item) == level)
            continue;
          hold (G_OBJECT (item), self);
          tl_outline_item_set_parent (item, level);
          g_ptr_array_add (moved, item);
        }
    }
  return moved;
}

/**
 * _tl_outline_update_factors:
 *
 * Brings each level to the factors that belong there.
 */
void
_tl_outline_update_factors (TlOutlineModel *self)
{
  gboolean any_loose;
  g_autoptr (GPtrArray) levels = sort_factors (self, &any_loose);
  g_autoptr (GPtrArray) moved = NULL;

  if (any_loose)
    _tl_outline_update_levels (self, TRUE);
  moved = assign_levels (self, levels);
  for (guint i = 0; i < self->lists->len; i++)
    update_list (self, g_ptr_array_index (self->lists, i), tl_outline_model_get_level (self, i),
                 g_ptr_array_index (levels, i));
  for (guint i = 0; i < moved->len; i++)
    restore (g_ptr_array_index (moved, i), self);
  g_ptr_array_set_size (self->held, 0);
  if (!any_loose)
    _tl_outline_update_levels (self, FALSE);
}
