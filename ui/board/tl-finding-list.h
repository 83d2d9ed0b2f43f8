/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_LIST (tl_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingList, tl_finding_list, TL, FINDING_LIST, AdwBin)

GtkWidget *tl_finding_list_new  (TlReview      *review);
void       tl_finding_list_show (TlFindingList *self,
                                 TlRecord      *finding);
void       tl_finding_list_refresh (TlFindingList *self);
guint      tl_finding_list_get_n (TlFindingList *self);
TlRecord  *tl_finding_list_get  (TlFindingList *self,
                                 guint          position);
gboolean   tl_finding_list_find (TlFindingList *self,
                                 TlRecord      *finding,
                                 guint         *position);

G_END_DECLS
