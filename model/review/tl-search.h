/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"
#include "model/review/tl-search-answer.h"

G_BEGIN_DECLS

#define TL_TYPE_SEARCH (tl_search_get_type ())
G_DECLARE_FINAL_TYPE (TlSearch, tl_search, TL, SEARCH, GObject)

TlSearch       *tl_search_new         (TlReview             *review);

void            tl_search_find_async  (TlSearch             *self,
                                       const char           *text,
                                       TlSearchFlags         flags,
                                       guint                 first,
                                       guint                 n,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              data);
TlSearchAnswer *tl_search_find_finish (TlSearch             *self,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
