/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlSectionItem:
 * @title: what is listed
 * @subtitle: (nullable): a word on it
 * @reveal: (nullable): id of the record to go to
 * @edit: (nullable): id of a record that stands between, to go to by its own button
 * @edit_label: (nullable): what that button does
 * @remove: (nullable): id of a record that can be removed here
 * @remove_label: (nullable): what that button does
 *
 * One line of a section. All texts are owned.
 */
typedef struct {
  char *title;
  char *subtitle;
  char *reveal;
  char *edit;
  char *edit_label;
  char *remove;
  char *remove_label;
} TlSectionItem;

/**
 * TlSectionSpec:
 * @title: translatable heading
 * @empty: (nullable): translatable; said when there is nothing; without it an empty section is not shown
 * @add_label: (nullable): translatable; of the button that adds
 * @add_action: (nullable): action that adds; it gets the record's id
 * @applies: whether records of a kind have such a section
 * @collect: adds the items for a record
 *
 * What a section shows; a constant.
 */
typedef struct {
  const char *title;
  const char *empty;
  const char *add_label;
  const char *add_action;
  gboolean  (*applies) (const TlKind *kind);
  void      (*collect) (TlReview  *review,
                        TlRecord  *record,
                        GPtrArray *items);
} TlSectionSpec;

#define TL_TYPE_SECTION (tl_section_get_type ())
G_DECLARE_FINAL_TYPE (TlSection, tl_section, TL, SECTION, AdwPreferencesGroup)

GtkWidget     *tl_section_new      (const TlSectionSpec *spec,
                                    TlReview            *review,
                                    TlRecord            *record);
TlSectionItem *tl_section_add_item (GPtrArray           *items,
                                    const char          *title,
                                    const char          *subtitle);
guint          tl_section_get_n    (TlSection           *self);

extern const TlSectionSpec tl_section_causes;
extern const TlSectionSpec tl_section_effects;
extern const TlSectionSpec tl_section_tags;
extern const TlSectionSpec tl_section_figures;
extern const TlSectionSpec tl_section_reviewer;
extern const TlSectionSpec tl_section_mentions;

G_END_DECLS
