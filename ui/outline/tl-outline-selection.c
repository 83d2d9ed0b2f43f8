/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The selection of the outline's rows and the window's selection of records follow each other. A record may stand in
 * several rows and a level is no record, so neither can be the other. */
#include "config.h"

#include "ui/outline/tl-outline-private.h"

static const char *
get_record_id (TlOutlineItem *item)
{
  TlOutlineKind kind = tl_outline_item_get_kind (item);

  return kind == TL_OUTLINE_FACTOR || kind == TL_OUTLINE_LINK ? tl_outline_item_get_id (item) : NULL;
}

static TlOutlineItem *
dup_item (TlOutlinePage *self,
          guint          position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

/* What the selected rows are about, that with the keyboard last. */
static GPtrArray *
collect_ids (TlOutlinePage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  GtkWidget *focus = gtk_widget_get_focus_child (self->list);
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  TlOutlineItem *last = row != NULL && TL_IS_OUTLINE_ROW (row) ? tl_outline_row_get_item (TL_OUTLINE_ROW (row)) : NULL;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GtkBitsetIter iter;
  guint position;
  gboolean any = gtk_bitset_iter_init_first (&iter, selected, &position);
  const char *last_id = NULL;

  for (; any; any = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (TlOutlineItem) item = dup_item (self, position);
      const char *id = item != NULL ? get_record_id (item) : NULL;

      if (id != NULL && item == last)
        last_id = id;
      else if (id != NULL)
        g_ptr_array_add (ids, g_strdup (id));
    }
  if (last_id != NULL)
    g_ptr_array_add (ids, g_strdup (last_id));
  return ids;
}

static gboolean
is_shown (TlOutlinePage *self)
{
  g_autoptr (GPtrArray) ids = collect_ids (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    {
      g_hash_table_add (seen, g_ptr_array_index (ids, i));
      if (!tl_selection_contains (self->selection, g_ptr_array_index (ids, i)))
        return FALSE;
    }
  return g_hash_table_size (seen) == tl_selection_get_n (self->selection);
}

/* Callbacks */

static void
rows_selected_cb (TlOutlinePage *self)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (self->following)
    return;
  ids = collect_ids (self);
  g_ptr_array_add (ids, NULL);
  self->following = TRUE;
  tl_selection_set_many (self->selection, (const char *const *) ids->pdata);
  self->following = FALSE;
  _tl_outline_actions_update (self);
}

static void
selection_changed_cb (TlOutlinePage *self)
{
  if (self->following)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    _tl_outline_selection_show (self);
  else
    self->stale = TRUE;
}

void
_tl_outline_selection_init (TlOutlinePage *self)
{
  g_signal_connect_object (self->rows, "selection-changed", G_CALLBACK (rows_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * _tl_outline_selection_show:
 *
 * Selects the rows of what is selected in the window, each record's first, and brings the last one into view.
 */
void
_tl_outline_selection_show (TlOutlinePage *self)
{
  const char *primary = tl_selection_get_primary_id (self->selection);
  TlOutlineItem *item = primary != NULL ? tl_outline_model_find (self->model, primary) : NULL;
  g_autoptr (GtkTreeListRow) row = item != NULL ? tl_outline_model_dup_row (self->model, item) : NULL;
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (is_shown (self))
    return;
  for (guint i = 0; tl_selection_get_n (self->selection) > 1 && i < n; i++)
    {
      g_autoptr (TlOutlineItem) here = dup_item (self, i);
      const char *id = get_record_id (here);

      if (id != NULL && tl_selection_contains (self->selection, id) && g_hash_table_add (seen, (gpointer) id))
        gtk_bitset_add (selected, i);
    }
  if (row != NULL)
    gtk_bitset_add (selected, gtk_tree_list_row_get_position (row));
  all = gtk_bitset_new_range (0, n);
  self->following = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->rows), selected, all);
  self->following = FALSE;
  if (row != NULL)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", gtk_tree_list_row_get_position (row));
  _tl_outline_actions_update (self);
}
