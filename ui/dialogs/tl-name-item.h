/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/case/tl-name-places.h"

G_BEGIN_DECLS

#define TL_TYPE_NAME_ITEM (tl_name_item_get_type ())
G_DECLARE_FINAL_TYPE (TlNameItem, tl_name_item, TL, NAME_ITEM, GObject)

TlNameItem  *tl_name_item_new         (TlNamePlace *place,
                                       const char  *heading);

TlNamePlace *tl_name_item_get_place   (TlNameItem  *self);
const char  *tl_name_item_get_heading (TlNameItem  *self);
gboolean     tl_name_item_get_accepted (TlNameItem *self);
void         tl_name_item_set_accepted (TlNameItem *self,
                                       gboolean     accepted);
void         tl_name_item_set_chosen  (TlNameItem  *self,
                                       guint        chosen);
char        *tl_name_item_dup_preview (TlNameItem  *self);

G_END_DECLS
