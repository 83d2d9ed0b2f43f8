/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/library/tl-library-record.h"

G_BEGIN_DECLS

#define TL_TYPE_LEARNING_RECORDS (tl_learning_records_get_type ())
G_DECLARE_FINAL_TYPE (TlLearningRecords, tl_learning_records, TL, LEARNING_RECORDS, AdwBin)

GtkWidget  *tl_learning_records_new       (void);
void        tl_learning_records_set_model (TlLearningRecords *self,
                                           GListModel        *records);
gboolean    tl_learning_records_choose    (TlLearningRecords *self,
                                           const char        *id);
GListModel *tl_learning_records_get_shown (TlLearningRecords *self);

G_END_DECLS
