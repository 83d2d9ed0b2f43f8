/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list model of the records that refer to one record by one of their fields. It follows the review and says only what
 * came and went, so that the rows of all others stay as they are, with the keyboard in them. */
#include "config.h"

#include "ui/widgets/tl-referrers.h"

#include <gio/gio.h>

struct _TlReferrers
{
  GObject parent_instance;

  TlReview         *review; /* owned */
  TlRecord         *record; /* owned */
  const char       *kind;   /* of the declaration */
  const char       *field;
  TlReferrersFilter filter;
  GPtrArray        *found; /* owned TlRecord */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlReferrers, tl_referrers, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GPtrArray *
find (TlReferrers *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  const char *id = tl_record_get_id (self->record);

  if (tl_review_lookup (self->review, id) != self->record)
    return found;

  g_autoptr (GPtrArray) all = tl_review_get_referrers (self->review, id, self->kind, self->field);
  for (guint i = 0; i < all->len; i++)
    if (self->filter == NULL || self->filter (self->review, g_ptr_array_index (all, i)))
      g_ptr_array_add (found, g_object_ref (g_ptr_array_index (all, i)));
  return found;
}

static void
refresh (TlReferrers *self)
{
  g_autoptr (GPtrArray) before = self->found;
  GPtrArray *now = find (self);
  guint n_same_first = 0, n_same_last = 0;

  while (n_same_first < before->len && n_same_first < now->len
         && before->pdata[n_same_first] == now->pdata[n_same_first])
    n_same_first++;
  while (n_same_last < before->len - n_same_first && n_same_last < now->len - n_same_first
         && before->pdata[before->len - 1 - n_same_last] == now->pdata[now->len - 1 - n_same_last])
    n_same_last++;

  self->found = now;
  guint n_removed = before->len - n_same_first - n_same_last;
  guint n_added = now->len - n_same_first - n_same_last;
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_same_first, n_removed, n_added);
}

/* GListModel */

static GType
get_item_type (GListModel *model)
{
  return tl_record_get_type_for_kind (tl_kind_lookup (TL_REFERRERS (model)->kind));
}

static guint
get_n_items (GListModel *model)
{
  return TL_REFERRERS (model)->found->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *found = TL_REFERRERS (model)->found;
  return position < found->len ? g_object_ref (g_ptr_array_index (found, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* GObject overrides */

static void
tl_referrers_finalize (GObject *object)
{
  TlReferrers *self = TL_REFERRERS (object);

  g_clear_object (&self->review);
  g_clear_object (&self->record);
  g_ptr_array_unref (self->found);

  G_OBJECT_CLASS (tl_referrers_parent_class)->finalize (object);
}

static void
tl_referrers_class_init (TlReferrersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_referrers_finalize;
}

static void
tl_referrers_init (TlReferrers *self)
{
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_referrers_new:
 * @review: a review
 * @record: one of its records
 * @kind: name of the kind of those that refer to it
 * @field: name of the field by which they do
 * @filter: (nullable): which of them belong into the list
 *
 * Returns: (transfer full): a list of #TlRecord
 */
GListModel *
tl_referrers_new (TlReview          *review,
                  TlRecord          *record,
                  const char        *kind,
                  const char        *field,
                  TlReferrersFilter  filter)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);
  g_return_val_if_fail (tl_kind_lookup (kind) != NULL && tl_kind_find_field (tl_kind_lookup (kind), field) != NULL,
                        NULL);

  TlReferrers *self = g_object_new (TL_TYPE_REFERRERS, NULL);

  self->review = g_object_ref (review);
  self->record = g_object_ref (record);
  self->kind = tl_kind_lookup (kind)->name;
  self->field = tl_kind_find_field (tl_kind_lookup (kind), field)->name;
  self->filter = filter;
  refresh (self);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (self);
}
