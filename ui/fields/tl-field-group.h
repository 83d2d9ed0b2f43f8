/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlFieldShown:
 * @TL_FIELD_SHOWN_FILLED: only while it has a value
 * @TL_FIELD_SHOWN_ALWAYS: even while it is empty
 * @TL_FIELD_SHOWN_WITH_FIRST: while it or the first field of the group has a value
 *
 * When a field of a group is in view without having been asked for.
 */
typedef enum {
  TL_FIELD_SHOWN_FILLED,
  TL_FIELD_SHOWN_ALWAYS,
  TL_FIELD_SHOWN_WITH_FIRST,
} TlFieldShown;

#define TL_TYPE_FIELD_GROUP (tl_field_group_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldGroup, tl_field_group, TL, FIELD_GROUP, AdwPreferencesGroup)

GtkWidget *tl_field_group_new        (TlReview          *review,
                                      TlRecord          *record);
GtkWidget *tl_field_group_new_titled (TlReview          *review,
                                      TlRecord          *record,
                                      const char        *title,
                                      const char        *description,
                                      const char *const *fields);
GtkWidget *tl_field_group_add        (TlFieldGroup      *self,
                                      const char        *field,
                                      TlFieldShown       shown);
GtkWidget *tl_field_group_find_row   (TlFieldGroup      *self,
                                      const char        *field);

G_END_DECLS
