/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/case/tl-tunnel.h"
#include "model/method/tl-method.h"
#include "model/review/tl-review.h"
#include "ui/outline/tl-outline-item.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_MODEL (tl_outline_model_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineModel, tl_outline_model, TL, OUTLINE_MODEL, GObject)

TlOutlineModel   *tl_outline_model_new          (TlReview       *review);

TlReview         *tl_outline_model_get_review   (TlOutlineModel *self);
TlMethod         *tl_outline_model_get_method   (TlOutlineModel *self);
TlTunnel         *tl_outline_model_get_tunnel   (TlOutlineModel *self);
void              tl_outline_model_set_tunnel   (TlOutlineModel *self,
                                                 TlTunnel       *tunnel);
GtkTreeListModel *tl_outline_model_get_tree     (TlOutlineModel *self);
guint             tl_outline_model_get_n_levels (TlOutlineModel *self);
TlOutlineItem    *tl_outline_model_get_level    (TlOutlineModel *self,
                                                 guint           position);
guint             tl_outline_model_count_level  (TlOutlineModel *self,
                                                 TlOutlineItem  *level);

void              tl_outline_model_set_filter   (TlOutlineModel *self,
                                                 const char     *words);

TlOutlineItem    *tl_outline_model_find         (TlOutlineModel *self,
                                                 const char     *id);
GtkTreeListRow   *tl_outline_model_dup_row      (TlOutlineModel *self,
                                                 TlOutlineItem  *item);
void              tl_outline_model_expand_all   (TlOutlineModel *self);
void              tl_outline_model_collapse_all (TlOutlineModel *self);

TlOutlineItem    *tl_outline_model_begin_draft  (TlOutlineModel *self,
                                                 TlOutlineItem  *parent);
TlOutlineItem    *tl_outline_model_get_draft    (TlOutlineModel *self);
void              tl_outline_model_end_draft    (TlOutlineModel *self);

G_END_DECLS
