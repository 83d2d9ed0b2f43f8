/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All records of one kind as a list model, kept in order of their ids: an order that every copy of a review agrees on.
 * Views that want another sort a GtkSortListModel over it. What is asked of lists is asked so often that it is not
 * checked each time whether they are any. */
#include "config.h"

#include "model/record/tl-record-list.h"

#include <stdlib.h>
#include <string.h>

/* Above this number of changes at once, one signal for the whole list is cheaper for everyone. */
#define MANY 32

/* So many records are kept for the next time. */
#define MAX_SPARE 1024

struct _TlRecordList
{
  GObject parent_instance;

  const TlKind *kind;
  GPtrArray    *records; /* owned TlRecord, by id; after those that are in the list, some that are to be lent others */
  guint         n;       /* how many are in the list */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlRecordList, tl_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* Where @id is, or where it would have to go. */
static gboolean
locate (TlRecordList *self,
        const char   *id,
        guint        *position)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (id, tl_record_get_id (g_ptr_array_index (self->records, middle)));

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  *position = low;
  return FALSE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (tl_record_get_id (*(TlRecord **) a), tl_record_get_id (*(TlRecord **) b));
}

static GType
get_item_type (GListModel *model)
{
  return tl_record_get_type_for_kind (TL_RECORD_LIST (model)->kind);
}

static guint
get_n_items (GListModel *model)
{
  return TL_RECORD_LIST (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TlRecord *record = tl_record_list_get (TL_RECORD_LIST (model), position);
  return record != NULL ? g_object_ref (record) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tl_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (TL_RECORD_LIST (object)->records);
  G_OBJECT_CLASS (tl_record_list_parent_class)->finalize (object);
}

static void
tl_record_list_class_init (TlRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_record_list_finalize;
}

static void
tl_record_list_init (TlRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_record_list_new:
 * @kind: a kind
 *
 * Returns: (transfer full): an empty list
 */
TlRecordList *
tl_record_list_new (const TlKind *kind)
{
  TlRecordList *self = g_object_new (TL_TYPE_RECORD_LIST, NULL);
  self->kind = kind;
  return self;
}

/**
 * tl_record_list_get_kind:
 * @self: a list
 *
 * Returns: the kind of its records
 */
const TlKind *
tl_record_list_get_kind (TlRecordList *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->kind;
}

/**
 * tl_record_list_get_n:
 * @self: a list
 *
 * Returns: the number of records
 */
guint
tl_record_list_get_n (TlRecordList *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

/**
 * tl_record_list_get:
 * @self: a list
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the record there
 */
TlRecord *
tl_record_list_get (TlRecordList *self,
                    guint         position)
{
  g_return_val_if_fail (self != NULL, NULL);
  return position < self->n ? g_ptr_array_index (self->records, position) : NULL;
}

/**
 * tl_record_list_find:
 * @self: a list
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
TlRecord *
tl_record_list_find (TlRecordList *self,
                     const char   *id)
{
  guint position;

  g_return_val_if_fail (TL_IS_RECORD_LIST (self) && id != NULL, NULL);
  return locate (self, id, &position) ? g_ptr_array_index (self->records, position) : NULL;
}

static void
change_each (TlRecordList *self,
             GPtrArray    *added,
             GPtrArray    *removed)
{
  guint position;

  for (guint i = 0; i < removed->len; i++)
    if (locate (self, tl_record_get_id (g_ptr_array_index (removed, i)), &position))
      {
        g_ptr_array_remove_index (self->records, position);
        self->n--;
        g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
      }

  for (guint i = 0; i < added->len; i++)
    if (!locate (self, tl_record_get_id (g_ptr_array_index (added, i)), &position))
      {
        g_ptr_array_insert (self->records, (int) position, g_object_ref (g_ptr_array_index (added, i)));
        self->n++;
        g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
      }
}

static void
change_all (TlRecordList *self,
            GPtrArray    *added,
            GPtrArray    *removed)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = self->n;

  for (guint i = 0; i < removed->len; i++)
    g_hash_table_add (gone, g_ptr_array_index (removed, i));
  for (guint i = 0; i < self->n; i++)
    if (!g_hash_table_contains (gone, g_ptr_array_index (self->records, i)))
      g_ptr_array_add (kept, g_object_ref (g_ptr_array_index (self->records, i)));
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_add (kept, g_object_ref (g_ptr_array_index (added, i)));
  g_ptr_array_sort (kept, compare_ids);

  g_ptr_array_unref (self->records);
  self->records = g_steal_pointer (&kept);
  self->n = self->records->len;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n);
}

/**
 * tl_record_list_change:
 * @self: a list
 * @added: (element-type TlRecord): records that are not in it
 * @removed: (element-type TlRecord): records that are
 */
void
tl_record_list_change (TlRecordList *self,
                       GPtrArray    *added,
                       GPtrArray    *removed)
{
  g_return_if_fail (TL_IS_RECORD_LIST (self) && added != NULL && removed != NULL);

  if (added->len + removed->len <= MANY)
    change_each (self, added, removed);
  else
    change_all (self, added, removed);
}

/**
 * tl_record_list_lend:
 * @self: a list that nobody looks at, of records that are on loan
 * @id: an id
 * @values: (array): one a field
 *
 * Adds a record at the end that has these, as tl_record_lend() says; when all are there, tl_record_list_settle() puts
 * them in order.
 */
void
tl_record_list_lend (TlRecordList *self,
                     const char   *id,
                     TlValue      *values)
{
  g_return_if_fail (self != NULL && id != NULL && values != NULL);

  if (self->n == self->records->len)
    g_ptr_array_add (self->records, tl_record_new_on_loan (self->kind));
  tl_record_lend (g_ptr_array_index (self->records, self->n++), id, values);
}

/**
 * tl_record_list_give_back:
 * @self: a list that tl_record_list_lend() filled, and of whose records nobody keeps any
 *
 * Empties it; the objects are kept, to be lent others.
 */
void
tl_record_list_give_back (TlRecordList *self)
{
  g_return_if_fail (TL_IS_RECORD_LIST (self));

  self->n = 0;
  if (self->records->len > MAX_SPARE)
    g_ptr_array_set_size (self->records, MAX_SPARE);
}

static gboolean
is_in_order (TlRecordList *self)
{
  for (guint i = 1; i < self->n; i++)
    if (compare_ids (&self->records->pdata[i - 1], &self->records->pdata[i]) > 0)
      return FALSE;
  return TRUE;
}

/**
 * tl_record_list_settle:
 * @self: a list that tl_record_list_lend() filled
 *
 * Puts its records in the order of their ids.
 */
void
tl_record_list_settle (TlRecordList *self)
{
  g_return_if_fail (TL_IS_RECORD_LIST (self));

  if (!is_in_order (self))
    qsort (self->records->pdata, self->n, sizeof *self->records->pdata, compare_ids);
}
