/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph as a tree: the method's levels from the top, in each its factors by their statements, beneath each factor
 * the links from its causes, beneath each of these the causes of the cause, until a factor stands above itself already.
 * It holds every factor always and works out causes only where they are expanded. When the review changes, it changes
 * what is touched and no more. It owns the rows and never writes. */
#define G_LOG_DOMAIN "tl-outline"

#include "config.h"

#include "ui/outline/tl-outline-model-private.h"

/* So many factors that come at once are expanded. */
#define MAX_EXPANDED 32

G_DEFINE_FINAL_TYPE (TlOutlineModel, tl_outline_model, G_TYPE_OBJECT)

enum { UPDATING, UPDATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
factor_free (gpointer data)
{
  TlOutlineFactor *factor = data;

  g_object_unref (factor->item);
  g_free (factor->key);
  g_free (factor);
}

static TlMethod *
look_up_method (TlReview *review)
{
  const char *id = tl_record_get_text (tl_review_get_subject (review), "method");
  g_autoptr (GError) error = NULL;
  TlMethod *method = id != NULL ? tl_method_lookup (id, &error) : NULL;

  if (error != NULL)
    g_message ("The method of the review can't be shown: %s", error->message);
  return method;
}

/* Takes over one factor. */
static void
read_factor (TlOutlineModel *self,
             const char     *id,
             TlRecord       *record)
{
  TlOutlineFactor *factor = g_hash_table_lookup (self->factors, id);

  if (record == NULL || !tl_record_is (record, "factor"))
    {
      g_hash_table_remove (self->factors, id);
      return;
    }
  if (factor == NULL)
    {
      factor = g_new0 (TlOutlineFactor, 1);
      factor->item = tl_outline_item_new (TL_OUTLINE_FACTOR, NULL, id, id);
      g_ptr_array_add (self->added, g_object_ref (factor->item));
      g_hash_table_insert (self->factors, g_strdup (id), factor);
    }

  const char *statement = tl_record_get_text (record, "statement");
  g_free (factor->key);
  factor->key = g_utf8_collate_key_for_filename (statement != NULL ? statement : "", -1);
  factor->level = _tl_outline_find_level (self, record);
}

/* Takes over one link; adds to @touched whose causes it is about. */
static void
read_link (TlOutlineModel *self,
           const char     *id,
           TlRecord       *record,
           GHashTable     *touched)
{
  const char *before = g_hash_table_lookup (self->effects, id);
  const char *effect
      = record != NULL && tl_record_is (record, "link") ? tl_record_get_text (record, "effect") : NULL;

  if (before != NULL)
    g_hash_table_add (touched, g_strdup (before));
  if (effect != NULL)
    {
      g_hash_table_add (touched, g_strdup (effect));
      g_hash_table_insert (self->effects, g_strdup (id), g_strdup (effect));
    }
  else
    g_hash_table_remove (self->effects, id);
}

static void
read_all (TlOutlineModel *self)
{
  TlRecordList *factors = tl_review_get_list (self->review, "factor");
  TlRecordList *links = tl_review_get_list (self->review, "link");
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->method = look_up_method (self->review);
  _tl_outline_update_levels (self, FALSE);
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    read_factor (self, tl_record_get_id (tl_record_list_get (factors, i)), tl_record_list_get (factors, i));
  for (guint i = 0; i < tl_record_list_get_n (links); i++)
    read_link (self, tl_record_get_id (tl_record_list_get (links, i)), tl_record_list_get (links, i), touched);
  g_ptr_array_set_size (self->added, 0);
  _tl_outline_update_factors (self);
}

static gboolean
method_changed (TlOutlineModel *self)
{
  const char *id = tl_record_get_text (tl_review_get_subject (self->review), "method");

  return g_strcmp0 (id, self->method != NULL ? tl_method_get_id (self->method) : NULL) != 0;
}

static void
read_again (TlOutlineModel *self)
{
  g_clear_object (&self->draft);
  g_list_store_remove_all (self->levels);
  g_ptr_array_set_size (self->lists, 0);
  g_hash_table_remove_all (self->factors);
  g_hash_table_remove_all (self->effects);
  g_clear_object (&self->method);
  read_all (self);
}

static void
update_touched (TlOutlineModel *self,
                GHashTable     *touched)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      GPtrArray *expanded = g_hash_table_lookup (self->expanded, id);
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; expanded != NULL && i < expanded->len; i++)
        g_ptr_array_add (items, g_object_ref (g_ptr_array_index (expanded, i)));
      for (guint i = 0; i < items->len; i++)
        {
          /* What was changed before may have taken it away. */
          if (tl_outline_item_get_children (g_ptr_array_index (items, i)) != NULL)
            _tl_outline_update_causes (self, g_ptr_array_index (items, i));
        }
    }
}

/* What a person adds is shown with the causes that it has or will get; what comes in heaps is not. */
static void
expand_added (TlOutlineModel *self)
{
  for (guint i = 0; self->added->len <= MAX_EXPANDED && i < self->added->len; i++)
    {
      g_autoptr (GtkTreeListRow) row = tl_outline_model_dup_row (self, g_ptr_array_index (self->added, i));

      if (row != NULL)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
  g_ptr_array_set_size (self->added, 0);
}

/* Callbacks */

static void
review_changed_cb (TlOutlineModel  *self,
                   TlReviewChanges *changes)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean any_factor = FALSE;
  GHashTableIter iter;
  gpointer id;

  g_signal_emit (self, signals[UPDATING], 0);
  if (method_changed (self))
    {
      read_again (self);
      g_signal_emit (self, signals[UPDATED], 0);
      return;
    }
  g_hash_table_iter_init (&iter, changes->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      TlRecord *record = tl_review_lookup (self->review, id);

      if (g_hash_table_contains (self->factors, id) || (record != NULL && tl_record_is (record, "factor")))
        {
          g_autoptr (GPtrArray) links = tl_review_get_referrers (self->review, id, "link", "cause");

          any_factor = TRUE;
          read_factor (self, id, record);
          for (guint i = 0; i < links->len; i++)
            read_link (self, tl_record_get_id (g_ptr_array_index (links, i)), g_ptr_array_index (links, i), touched);
        }
      else if (g_hash_table_contains (self->effects, id) || (record != NULL && tl_record_is (record, "link")))
        read_link (self, id, record, touched);
    }
  if (any_factor)
    _tl_outline_update_factors (self);
  update_touched (self, touched);
  expand_added (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

/* GObject overrides */

static void
tl_outline_model_dispose (GObject *object)
{
  TlOutlineModel *self = TL_OUTLINE_MODEL (object);

  g_clear_object (&self->tree);
  g_clear_object (&self->draft);
  g_clear_object (&self->review);
  g_clear_object (&self->method);
  g_clear_object (&self->tunnel);

  G_OBJECT_CLASS (tl_outline_model_parent_class)->dispose (object);
}

static void
tl_outline_model_finalize (GObject *object)
{
  TlOutlineModel *self = TL_OUTLINE_MODEL (object);

  g_free (self->filter);
  g_strfreev (self->words);
  g_object_unref (self->levels);
  g_ptr_array_unref (self->lists);
  g_hash_table_unref (self->factors);
  g_hash_table_unref (self->effects);
  g_hash_table_unref (self->expanded);
  g_ptr_array_unref (self->held);
  g_ptr_array_unref (self->added);

  G_OBJECT_CLASS (tl_outline_model_parent_class)->finalize (object);
}

static void
tl_outline_model_class_init (TlOutlineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_outline_model_dispose;
  object_class->finalize = tl_outline_model_finalize;

  /**
   * TlOutlineModel::updating:
   *
   * The review has changed and rows are about to.
   */
  signals[UPDATING] = g_signal_new ("updating", TL_TYPE_OUTLINE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  /**
   * TlOutlineModel::updated:
   *
   * Rows are where they belong again; what they say may be another thing.
   */
  signals[UPDATED] = g_signal_new ("updated", TL_TYPE_OUTLINE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_outline_model_init (TlOutlineModel *self)
{
  self->levels = g_list_store_new (TL_TYPE_OUTLINE_ITEM);
  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  self->factors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, factor_free);
  self->effects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->expanded
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_outline_model_new:
 * @review: a review
 *
 * Returns: (transfer full): its graph as a tree, the levels expanded
 */
TlOutlineModel *
tl_outline_model_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlOutlineModel *self = g_object_new (TL_TYPE_OUTLINE_MODEL, NULL);

  self->review = g_object_ref (review);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->levels)), FALSE, FALSE,
                                        _tl_outline_create_children, self, NULL);
  read_all (self);
  g_signal_connect_object (review, "changed", G_CALLBACK (review_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

TlReview *
tl_outline_model_get_review (TlOutlineModel *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self), NULL);
  return self->review;
}

/**
 * tl_outline_model_get_method:
 *
 * Returns: (transfer none) (nullable): the method that names levels and kinds
 */
TlMethod *
tl_outline_model_get_method (TlOutlineModel *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self), NULL);
  return self->method;
}

/**
 * tl_outline_model_get_tunnel:
 *
 * Returns: (transfer none) (nullable): what says whether factors and links were known
 */
TlTunnel *
tl_outline_model_get_tunnel (TlOutlineModel *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self), NULL);
  return self->tunnel;
}

/**
 * tl_outline_model_set_tunnel:
 * @tunnel: what says whether factors and links were known
 */
void
tl_outline_model_set_tunnel (TlOutlineModel *self,
                             TlTunnel       *tunnel)
{
  g_return_if_fail (TL_IS_OUTLINE_MODEL (self) && TL_IS_TUNNEL (tunnel));
  g_set_object (&self->tunnel, tunnel);
}

/**
 * tl_outline_model_get_tree:
 *
 * Returns: (transfer none): the rows; each row's item is a #TlOutlineItem
 */
GtkTreeListModel *
tl_outline_model_get_tree (TlOutlineModel *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self), NULL);
  return self->tree;
}

guint
tl_outline_model_get_n_levels (TlOutlineModel *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self), 0);
  return self->lists->len;
}

/**
 * tl_outline_model_get_level:
 *
 * Returns: (transfer none): the level there, from the top
 */
TlOutlineItem *
tl_outline_model_get_level (TlOutlineModel *self,
                            guint           position)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self) && position < self->lists->len, NULL);

  g_autoptr (TlOutlineItem) level = g_list_model_get_item (G_LIST_MODEL (self->levels), position);
  return level; /* the list keeps it */
}

/**
 * tl_outline_model_count_level:
 *
 * Returns: how many factors of @level are to be seen
 */
guint
tl_outline_model_count_level (TlOutlineModel *self,
                              TlOutlineItem  *level)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self) && TL_IS_OUTLINE_ITEM (level), 0);

  guint n = g_list_model_get_n_items (G_LIST_MODEL (tl_outline_item_get_children (level)));
  return self->draft != NULL && tl_outline_item_get_parent (self->draft) == level ? n - 1 : n;
}

/**
 * tl_outline_model_set_filter:
 * @words: (nullable): only factors in which all of these occur are to be seen
 */
void
tl_outline_model_set_filter (TlOutlineModel *self,
                             const char     *words)
{
  g_return_if_fail (TL_IS_OUTLINE_MODEL (self));

  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);

  if (g_strcmp0 (stripped, self->filter != NULL ? self->filter : "") == 0)
    return;
  g_signal_emit (self, signals[UPDATING], 0);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->filter, g_free);
  if (*stripped != '\0')
    {
      self->filter = g_steal_pointer (&stripped);
      self->words = g_strsplit (folded, " ", -1);
    }
  _tl_outline_update_factors (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

/**
 * tl_outline_model_find:
 * @id: id of a factor or a link
 *
 * Finds the first row that is about it: of a link, beneath its effect, which is expanded for that.
 *
 * Returns: (transfer none) (nullable): the row; %NULL if there is none or the filter hides it
 */
TlOutlineItem *
tl_outline_model_find (TlOutlineModel *self,
                       const char     *id)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self) && id != NULL, NULL);

  const char *effect = g_hash_table_lookup (self->effects, id);
  TlOutlineFactor *factor = g_hash_table_lookup (self->factors, effect != NULL ? effect : id);
  g_autoptr (GtkTreeListRow) row = factor != NULL ? tl_outline_model_dup_row (self, factor->item) : NULL;

  if (row == NULL)
    return NULL;
  if (effect == NULL)
    return factor->item;
  gtk_tree_list_row_set_expanded (row, TRUE);

  TlRecord *link = tl_review_lookup (self->review, id);
  g_autoptr (TlOutlineItem) item = _tl_outline_find_link (tl_outline_item_get_children (factor->item), id,
                                                   link != NULL ? tl_record_get_text (link, "cause") : NULL);
  return item; /* the list keeps it */
}

/**
 * tl_outline_model_dup_row:
 * @item: a row's item
 *
 * Expands what it stands beneath.
 *
 * Returns: (transfer full) (nullable): its row in the tree; %NULL if it is not to be seen
 */
GtkTreeListRow *
tl_outline_model_dup_row (TlOutlineModel *self,
                          TlOutlineItem  *item)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self) && TL_IS_OUTLINE_ITEM (item), NULL);

  TlOutlineItem *parent = tl_outline_item_get_parent (item);
  guint position;

  if (parent == NULL)
    return g_list_store_find (self->levels, item, &position)
               ? gtk_tree_list_model_get_child_row (self->tree, position)
               : NULL;

  g_autoptr (GtkTreeListRow) above = tl_outline_model_dup_row (self, parent);
  if (above == NULL)
    return NULL;
  gtk_tree_list_row_set_expanded (above, TRUE);
  GListStore *siblings = tl_outline_item_get_children (parent);
  return siblings != NULL && g_list_store_find (siblings, item, &position)
             ? gtk_tree_list_row_get_child_row (above, position)
             : NULL;
}

/**
 * tl_outline_model_expand_all:
 *
 * Expands the levels and every factor in them, so that each factor and each link is to be seen once.
 */
void
tl_outline_model_expand_all (TlOutlineModel *self)
{
  g_return_if_fail (TL_IS_OUTLINE_MODEL (self));

  for (guint i = 0; i < self->lists->len; i++)
    {
      g_autoptr (GtkTreeListRow) level = gtk_tree_list_model_get_child_row (self->tree, i);
      guint n = g_list_model_get_n_items (g_ptr_array_index (self->lists, i));

      gtk_tree_list_row_set_expanded (level, TRUE);
      for (guint j = 0; j < n; j++)
        {
          g_autoptr (GtkTreeListRow) factor = gtk_tree_list_row_get_child_row (level, j);

          gtk_tree_list_row_set_expanded (factor, TRUE);
        }
    }
}

/**
 * tl_outline_model_collapse_all:
 *
 * Collapses every factor; the levels stay expanded.
 */
void
tl_outline_model_collapse_all (TlOutlineModel *self)
{
  g_return_if_fail (TL_IS_OUTLINE_MODEL (self));

  for (guint i = 0; i < self->lists->len; i++)
    {
      g_autoptr (GtkTreeListRow) level = gtk_tree_list_model_get_child_row (self->tree, i);
      guint n = g_list_model_get_n_items (g_ptr_array_index (self->lists, i));

      for (guint j = 0; gtk_tree_list_row_get_expanded (level) && j < n; j++)
        {
          g_autoptr (GtkTreeListRow) factor = gtk_tree_list_row_get_child_row (level, j);

          gtk_tree_list_row_set_expanded (factor, FALSE);
        }
      gtk_tree_list_row_set_expanded (level, TRUE);
    }
}

/* The list in which the draft stands, or no longer stands. */
static void
update_beneath (TlOutlineModel *self,
                TlOutlineItem  *parent)
{
  if (tl_outline_item_get_kind (parent) == TL_OUTLINE_LEVEL)
    _tl_outline_update_factors (self);
  else if (tl_outline_item_get_children (parent) != NULL)
    _tl_outline_update_causes (self, parent);
}

/**
 * tl_outline_model_begin_draft:
 * @parent: the level in which, or the row beneath which, a factor is to be written
 *
 * Makes room for a factor that is no record yet; there is never more than one.
 *
 * Returns: (transfer none) (nullable): the row for it; %NULL if there can be none beneath @parent
 */
TlOutlineItem *
tl_outline_model_begin_draft (TlOutlineModel *self,
                              TlOutlineItem  *parent)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self) && TL_IS_OUTLINE_ITEM (parent), NULL);

  g_autoptr (TlOutlineItem) kept = g_object_ref (parent);
  g_autoptr (GtkTreeListRow) row = NULL;

  tl_outline_model_end_draft (self);
  row = tl_outline_item_get_is_above (kept) ? NULL : tl_outline_model_dup_row (self, kept);
  if (row == NULL)
    return NULL;
  gtk_tree_list_row_set_expanded (row, TRUE);
  self->draft = tl_outline_item_new (TL_OUTLINE_DRAFT, kept, NULL, NULL);
  update_beneath (self, kept);
  return self->draft;
}

TlOutlineItem *
tl_outline_model_get_draft (TlOutlineModel *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_MODEL (self), NULL);
  return self->draft;
}

void
tl_outline_model_end_draft (TlOutlineModel *self)
{
  g_return_if_fail (TL_IS_OUTLINE_MODEL (self));

  g_autoptr (TlOutlineItem) draft = g_steal_pointer (&self->draft);

  if (draft != NULL)
    update_beneath (self, tl_outline_item_get_parent (draft));
}
