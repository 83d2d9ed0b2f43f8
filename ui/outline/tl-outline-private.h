/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the outline's page share. */
#pragma once

#include "ui/outline/tl-outline-model.h"
#include "ui/outline/tl-outline-page.h"
#include "ui/outline/tl-outline-row.h"

G_BEGIN_DECLS

/* How the factor that is being written hangs together with another. */
typedef enum {
  TL_OUTLINE_ALONE,
  TL_OUTLINE_AS_CAUSE,
  TL_OUTLINE_AS_EFFECT,
} TlOutlineRelation;

struct _TlOutlinePage
{
  AdwBin parent_instance;

  /* Owned */
  TlSelection *selection;
  TlOutlineModel *model;
  GtkMultiSelection *rows;

  /* Children */
  GtkWidget *filter;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *menu;
  GtkEventController *shortcuts; /* of the list; asleep while a statement is typed */

  GPtrArray *bound; /* the TlOutlineRow that are near the view, borrowed */
  guint following : 1; /* the one selection follows the other */
  guint stale : 1;     /* what is selected or said has changed while nobody looked */

  /* While rows change: what had the keyboard */
  TlOutlineItem *focus_item;
  guint focus_position;

  /* What is to have the keyboard when its row is made */
  TlOutlineItem *late_item;
  guint late_id;
  guint late_frames;

  /* The factor that is being written */
  TlOutlineRelation relation;
  char *related_id;
};

/* tl-outline-page.c */
TlReview      *_tl_outline_page_get_review (TlOutlinePage     *self);
TlOutlineRow  *_tl_outline_page_find_row   (TlOutlinePage     *self,
                                            TlOutlineItem     *item);
TlOutlineItem *_tl_outline_page_get_item   (TlOutlinePage     *self);
gboolean       _tl_outline_page_is_editing (TlOutlinePage     *self);
gboolean       _tl_outline_page_focus_item (TlOutlinePage     *self,
                                            TlOutlineItem     *item);
void           _tl_outline_page_go_to      (TlOutlinePage     *self,
                                            TlOutlineItem     *item);
void           _tl_outline_page_update_empty (TlOutlinePage   *self);

/* tl-outline-typing.c */
void           _tl_outline_typing_rename   (TlOutlinePage     *self,
                                            TlOutlineItem     *item);
void           _tl_outline_typing_draft    (TlOutlinePage     *self,
                                            TlOutlineItem     *parent,
                                            TlOutlineRelation  relation,
                                            const char        *related_id);
void           _tl_outline_typing_done     (TlOutlinePage     *self,
                                            const char        *text,
                                            TlOutlineRow      *row);

/* tl-outline-selection.c */
void           _tl_outline_selection_init  (TlOutlinePage     *self);
void           _tl_outline_selection_show  (TlOutlinePage     *self);

/* tl-outline-actions.c */
void           _tl_outline_actions_class_init (GtkWidgetClass *widget_class);
void           _tl_outline_actions_update  (TlOutlinePage     *self);

/* tl-outline-edit.c */
char          *_tl_outline_edit_add        (TlOutlinePage     *self,
                                            const char        *statement,
                                            const char        *level,
                                            const char        *cause_id,
                                            const char        *effect_id);
gboolean       _tl_outline_edit_rename     (TlOutlinePage     *self,
                                            const char        *id,
                                            const char        *statement);
gboolean       _tl_outline_edit_link       (TlOutlinePage     *self,
                                            const char        *cause_id,
                                            const char        *effect_id);
gboolean       _tl_outline_edit_set_level  (TlOutlinePage     *self,
                                            int                step);
gboolean       _tl_outline_edit_delete     (TlOutlinePage     *self);

/* tl-outline-menu.c */
void           _tl_outline_menu_init       (TlOutlinePage     *self);
void           _tl_outline_menu_popup      (TlOutlinePage     *self);

G_END_DECLS
