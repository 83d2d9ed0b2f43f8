/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_RECORD_PICKER (tl_record_picker_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordPicker, tl_record_picker, TL, RECORD_PICKER, GtkPopover)

GtkWidget *tl_record_picker_new           (TlReview          *review,
                                           const char *const *kinds);
void       tl_record_picker_set_new_label (TlRecordPicker    *self,
                                           const char        *format);
void       tl_record_picker_pop_up        (TlRecordPicker    *self,
                                           GtkWidget         *parent);

G_END_DECLS
