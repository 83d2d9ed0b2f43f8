/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list model the other way round: what was added last comes first. */
#include "config.h"

#include "ui/history/tl-reversed-list.h"

struct _TlReversedList
{
  GObject parent_instance;

  GListModel *model; /* owned */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlReversedList, tl_reversed_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
items_changed_cb (TlReversedList *self,
                  guint           position,
                  guint           removed,
                  guint           added)
{
  guint n = g_list_model_get_n_items (self->model);
  g_list_model_items_changed (G_LIST_MODEL (self), n - added - position, removed, added);
}

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (TL_REVERSED_LIST (model)->model);
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (TL_REVERSED_LIST (model)->model);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  guint n = get_n_items (model);
  return position < n ? g_list_model_get_item (TL_REVERSED_LIST (model)->model, n - 1 - position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tl_reversed_list_finalize (GObject *object)
{
  g_clear_object (&TL_REVERSED_LIST (object)->model);
  G_OBJECT_CLASS (tl_reversed_list_parent_class)->finalize (object);
}

static void
tl_reversed_list_class_init (TlReversedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_reversed_list_finalize;
}

static void
tl_reversed_list_init (TlReversedList *self)
{
}

/**
 * tl_reversed_list_new:
 * @model: a list
 *
 * Returns: (transfer full): @model the other way round
 */
GListModel *
tl_reversed_list_new (GListModel *model)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  TlReversedList *self = g_object_new (TL_TYPE_REVERSED_LIST, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (self);
}
