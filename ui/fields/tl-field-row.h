/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_ROW (tl_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlFieldRow, tl_field_row, TL, FIELD_ROW, AdwPreferencesRow)

/**
 * TlFieldRowClass:
 * @build: makes the editor and hands it to tl_field_row_set_editor(); called once, when review, record and field are
 *   there
 * @load: shows the value that the record has now
 * @flush: commits what has been typed and not yet committed
 */
struct _TlFieldRowClass
{
  AdwPreferencesRowClass parent_class;

  void (*build) (TlFieldRow *self);
  void (*load)  (TlFieldRow *self);
  void (*flush) (TlFieldRow *self);
};

GtkWidget     *tl_field_row_new         (TlReview          *review,
                                         TlRecord          *record,
                                         guint              field);

TlReview      *tl_field_row_get_review  (TlFieldRow        *self);
TlRecord      *tl_field_row_get_record  (TlFieldRow        *self);
const TlField *tl_field_row_get_field   (TlFieldRow        *self);
const TlValue *tl_field_row_get_value   (TlFieldRow        *self);
gboolean       tl_field_row_get_editable (TlFieldRow       *self);

void           tl_field_row_set_caption (TlFieldRow        *self,
                                         const char        *caption);
void           tl_field_row_set_spoken  (TlFieldRow        *self,
                                         const char        *name);
void           tl_field_row_flush       (TlFieldRow        *self);
void           tl_field_row_flush_within (GtkWidget        *root);

/* For the kinds of row. */
void           tl_field_row_set_editor  (TlFieldRow        *self,
                                         GtkWidget         *editor,
                                         GtkWidget         *focus);
gboolean       tl_field_row_commit      (TlFieldRow        *self,
                                         const char        *text);
gboolean       tl_field_row_commit_list (TlFieldRow        *self,
                                         const char *const *items);
void           tl_field_row_report      (TlFieldRow        *self,
                                         const GError      *error);
void           tl_field_row_end_group   (TlFieldRow        *self);

G_END_DECLS
