/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/checks/tl-check-problem.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_CHECK_LIST (tl_check_list_get_type ())
G_DECLARE_FINAL_TYPE (TlCheckList, tl_check_list, TL, CHECK_LIST, GObject)

TlCheckList *tl_check_list_new                (TlReview    *review);
TlReview    *tl_check_list_get_review         (TlCheckList *self);
guint        tl_check_list_get_n_problems     (TlCheckList *self);
guint        tl_check_list_get_n_set_aside    (TlCheckList *self);
void         tl_check_list_set_with_dismissed (TlCheckList *self,
                                               gboolean     with_dismissed);
void         tl_check_list_refresh            (TlCheckList *self);

G_END_DECLS
