/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the outline's model share. */
#pragma once

#include "ui/outline/tl-outline-model.h"

G_BEGIN_DECLS

struct _TlOutlineModel
{
  GObject parent_instance;

  /* Owned */
  TlReview *review;
  TlMethod *method;
  TlTunnel *tunnel;
  char *filter;
  GStrv words;          /* of the filter, without case */
  GListStore *levels;   /* TlOutlineItem */
  GPtrArray *lists;     /* of the factors of each level, as GListStore */
  GHashTable *factors;  /* Factor by id */
  GHashTable *effects;  /* id of the effect by id of the link, as shown */
  GHashTable *expanded; /* arrays of items that show causes, by id of the factor whose causes they are */
  GtkTreeListModel *tree;
  TlOutlineItem *draft;
  GPtrArray *added; /* factors that have just come to be */
  GPtrArray *held; /* lists whose rows are being moved */
};

/* A factor as it is listed */
typedef struct {
  TlOutlineItem *item; /* owned */
  char          *key;  /* owned; what it is sorted by */
  guint          level;
} TlOutlineFactor;

/* tl-outline-rows.c */
guint       _tl_outline_find_level     (TlOutlineModel *self,
                                        TlRecord       *factor);
void        _tl_outline_update_levels  (TlOutlineModel *self,
                                        gboolean        any_loose);
void        _tl_outline_update_factors (TlOutlineModel *self);
void        _tl_outline_update_causes  (TlOutlineModel *self,
                                        TlOutlineItem  *parent);
GListModel *_tl_outline_create_children (gpointer       item,
                                        gpointer        data);
TlOutlineItem *_tl_outline_find_link   (GListStore     *list,
                                        const char     *link_id,
                                        const char     *cause_id);

G_END_DECLS
