/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of the outline: a level, a factor in its level, a link beneath its effect, or a factor yet to be written. It
 * says which record it is about and where it stands; the words for it are the row's. It owns the row above it. */
#include "config.h"

#include "ui/outline/tl-outline-item.h"

struct _TlOutlineItem
{
  GObject parent_instance;

  TlOutlineKind kind;
  gboolean is_above;

  /* Owned */
  TlOutlineItem *parent;
  char *id;
  char *factor_id;

  GListStore *children; /* borrowed from the tree, which has it while the row is expanded */
};

G_DEFINE_FINAL_TYPE (TlOutlineItem, tl_outline_item, G_TYPE_OBJECT)

static void
tl_outline_item_finalize (GObject *object)
{
  TlOutlineItem *self = TL_OUTLINE_ITEM (object);

  g_clear_object (&self->parent);
  g_free (self->id);
  g_free (self->factor_id);

  G_OBJECT_CLASS (tl_outline_item_parent_class)->finalize (object);
}

static void
tl_outline_item_class_init (TlOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_outline_item_finalize;
}

static void
tl_outline_item_init (TlOutlineItem *self)
{
}

/* Whether a chain of causes has come back to where it was. */
static gboolean
find_above (TlOutlineItem *self)
{
  if (self->kind != TL_OUTLINE_LINK)
    return FALSE;
  for (TlOutlineItem *above = self->parent; above != NULL; above = above->parent)
    {
      if (g_strcmp0 (above->factor_id, self->factor_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_outline_item_new:
 * @kind: what it is about
 * @parent: (nullable): the row it stands beneath
 * @id: (nullable): of the level, the factor or the link; %NULL where there is none
 * @factor_id: (nullable): the factor whose causes stand beneath: itself, or the cause of the link
 *
 * Returns: (transfer full): a row
 */
TlOutlineItem *
tl_outline_item_new (TlOutlineKind  kind,
                     TlOutlineItem *parent,
                     const char    *id,
                     const char    *factor_id)
{
  g_return_val_if_fail (parent == NULL || TL_IS_OUTLINE_ITEM (parent), NULL);

  TlOutlineItem *self = g_object_new (TL_TYPE_OUTLINE_ITEM, NULL);

  self->kind = kind;
  self->parent = parent != NULL ? g_object_ref (parent) : NULL;
  self->id = g_strdup (id);
  self->factor_id = g_strdup (factor_id);
  self->is_above = find_above (self);
  return self;
}

TlOutlineKind
tl_outline_item_get_kind (TlOutlineItem *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (self), TL_OUTLINE_LEVEL);
  return self->kind;
}

/**
 * tl_outline_item_get_parent:
 *
 * Returns: (transfer none) (nullable): the row above it; %NULL for a level
 */
TlOutlineItem *
tl_outline_item_get_parent (TlOutlineItem *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (self), NULL);
  return self->parent;
}

/**
 * tl_outline_item_set_parent:
 * @parent: the level that it has come to
 */
void
tl_outline_item_set_parent (TlOutlineItem *self,
                            TlOutlineItem *parent)
{
  g_return_if_fail (TL_IS_OUTLINE_ITEM (self) && TL_IS_OUTLINE_ITEM (parent));
  g_set_object (&self->parent, parent);
}

/**
 * tl_outline_item_get_id:
 *
 * Returns: (nullable): the id of the factor or the link, or the key of the level
 */
const char *
tl_outline_item_get_id (TlOutlineItem *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (self), NULL);
  return self->id;
}

/**
 * tl_outline_item_get_factor_id:
 *
 * Returns: (nullable): the factor whose causes stand beneath: of a link, its cause
 */
const char *
tl_outline_item_get_factor_id (TlOutlineItem *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (self), NULL);
  return self->factor_id;
}

/**
 * tl_outline_item_get_is_above:
 *
 * Returns: whether this link's cause stands above already, so that there is nothing beneath
 */
gboolean
tl_outline_item_get_is_above (TlOutlineItem *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (self), FALSE);
  return self->is_above;
}

/**
 * tl_outline_item_get_children:
 *
 * Returns: (transfer none) (nullable): the rows beneath, while it is expanded
 */
GListStore *
tl_outline_item_get_children (TlOutlineItem *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (self), NULL);
  return self->children;
}

void
tl_outline_item_set_children (TlOutlineItem *self,
                              GListStore    *children)
{
  g_return_if_fail (TL_IS_OUTLINE_ITEM (self));
  self->children = children;
}
