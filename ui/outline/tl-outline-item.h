/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a row of the outline is about. */
typedef enum {
  TL_OUTLINE_LEVEL,
  TL_OUTLINE_FACTOR,
  TL_OUTLINE_LINK,
  TL_OUTLINE_DRAFT, /* a factor whose statement is being typed */
} TlOutlineKind;

#define TL_TYPE_OUTLINE_ITEM (tl_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineItem, tl_outline_item, TL, OUTLINE_ITEM, GObject)

TlOutlineItem *tl_outline_item_new           (TlOutlineKind  kind,
                                              TlOutlineItem *parent,
                                              const char    *id,
                                              const char    *factor_id);

TlOutlineKind  tl_outline_item_get_kind      (TlOutlineItem *self);
TlOutlineItem *tl_outline_item_get_parent    (TlOutlineItem *self);
const char    *tl_outline_item_get_id        (TlOutlineItem *self);
const char    *tl_outline_item_get_factor_id (TlOutlineItem *self);
gboolean       tl_outline_item_get_is_above  (TlOutlineItem *self);

/* For the model, which keeps the rows in their places. */
void           tl_outline_item_set_parent    (TlOutlineItem *self,
                                              TlOutlineItem *parent);
GListStore    *tl_outline_item_get_children  (TlOutlineItem *self);
void           tl_outline_item_set_children  (TlOutlineItem *self,
                                              GListStore    *children);

G_END_DECLS
