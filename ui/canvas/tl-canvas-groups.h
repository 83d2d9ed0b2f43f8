/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/* By what factors can be taken together: names of fields of a factor. */
#define TL_GROUPS_BY_EPISODE "episodes"
#define TL_GROUPS_BY_AGENCY "agency"
#define TL_GROUPS_BY_CATEGORY "category"

/**
 * TlCanvasGroup:
 * @field: by what its factors are taken together
 * @key: what they have there
 * @title: what it is called
 * @n_factors: how many they are; a factor that is in another collapsed group already is not among them
 * @is_collapsed: they are shown as one card
 *
 * Factors that can be shown as one card.
 */
typedef struct {
  char    *field;
  char    *key;
  char    *title;
  guint    n_factors;
  gboolean is_collapsed;
} TlCanvasGroup;

#define TL_TYPE_CANVAS_GROUPS (tl_canvas_groups_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvasGroups, tl_canvas_groups, TL, CANVAS_GROUPS, GObject)

TlCanvasGroups      *tl_canvas_groups_new         (TlReview       *review);

guint                tl_canvas_groups_get_n       (TlCanvasGroups *self);
const TlCanvasGroup *tl_canvas_groups_get         (TlCanvasGroups *self,
                                                   guint           position);
guint                tl_canvas_groups_find        (TlCanvasGroups *self,
                                                   const char     *id);
gboolean             tl_canvas_groups_has_collapsed (TlCanvasGroups *self);
void                 tl_canvas_groups_collapse    (TlCanvasGroups *self,
                                                   const char     *field,
                                                   const char     *key);
void                 tl_canvas_groups_expand      (TlCanvasGroups *self,
                                                   const char     *field,
                                                   const char     *key);
void                 tl_canvas_groups_expand_all  (TlCanvasGroups *self);

/* In place of a position. */
#define TL_GROUPS_NONE G_MAXUINT

G_END_DECLS
