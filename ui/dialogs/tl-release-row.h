/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_ITEM (tl_release_item_get_type ())
G_DECLARE_FINAL_TYPE (TlReleaseItem, tl_release_item, TL, RELEASE_ITEM, GObject)

TlReleaseItem *tl_release_item_new        (TlReview      *review,
                                           TlRecord      *record,
                                           guint          field);
TlRecord      *tl_release_item_get_record (TlReleaseItem *self);
guint          tl_release_item_get_field  (TlReleaseItem *self);

#define TL_TYPE_RELEASE_ROW (tl_release_row_get_type ())
G_DECLARE_FINAL_TYPE (TlReleaseRow, tl_release_row, TL, RELEASE_ROW, AdwBin)

GtkWidget     *tl_release_row_new         (void);
void           tl_release_row_set_item    (TlReleaseRow  *self,
                                           TlReleaseItem *item);

G_END_DECLS
