/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-edit.h"
#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

/**
 * TlPart:
 * @title: translatable heading
 * @empty: translatable; said while there is nothing
 * @kind: name of the kind of what is listed
 * @add_label: translatable; of the button that adds
 * @new_format: (nullable): translatable; of the button that makes a new one, with %s for what was typed
 * @take_label: translatable; of the button that takes one out, with %s for its name
 * @go_label: (nullable): translatable; of the button that goes to where it stands in its own page
 * @collect: (transfer container) (element-type TlRecord): what belongs to its owner, in the order to show it
 * @dup_subtitle: (transfer full): a word on one
 * @add: adds one to its owner, within an edit
 * @add_new: (nullable): likewise, of what was typed
 * @take: takes one out
 *
 * Something that a record consists of; a constant.
 */
typedef struct {
  const char *title;
  const char *empty;
  const char *kind;
  const char *add_label;
  const char *new_format;
  const char *take_label;
  const char *go_label;
  GPtrArray *(*collect)      (TlReview    *review,
                              TlRecord    *owner);
  char      *(*dup_subtitle) (TlReview    *review,
                              TlRecord    *owner,
                              TlRecord    *record);
  gboolean   (*add)          (TlEdit      *edit,
                              TlReview    *review,
                              const char  *owner_id,
                              const char  *id,
                              GError     **error);
  gboolean   (*add_new)      (TlEdit      *edit,
                              TlReview    *review,
                              const char  *owner_id,
                              const char  *text,
                              GError     **error);
  gboolean   (*take)         (TlEdit      *edit,
                              TlReview    *review,
                              const char  *owner_id,
                              const char  *id,
                              GError     **error);
} TlPart;

#define TL_TYPE_PART_LIST (tl_part_list_get_type ())
G_DECLARE_FINAL_TYPE (TlPartList, tl_part_list, TL, PART_LIST, AdwPreferencesGroup)

GtkWidget *tl_part_list_new (const TlPart *part,
                             TlSelection  *selection,
                             TlRecord     *owner);

G_END_DECLS
