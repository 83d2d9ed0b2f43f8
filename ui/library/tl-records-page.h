/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/library/tl-library-job.h"
#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_RECORDS_PAGE (tl_records_page_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordsPage, tl_records_page, TL, RECORDS_PAGE, AdwBin)

GtkWidget  *tl_records_page_new          (TlQuestion        *question);
void        tl_records_page_set_contents (TlRecordsPage     *self,
                                          TlLibraryContents *contents);
void        tl_records_page_show_part    (TlRecordsPage     *self,
                                          const char        *name);
gboolean    tl_records_page_choose       (TlRecordsPage     *self,
                                          const char        *id);
void        tl_records_page_show_receipt (TlRecordsPage     *self,
                                          const TlReceipt   *receipt);
void        tl_records_page_set_unseen   (TlRecordsPage     *self,
                                          const char        *note);
GListModel *tl_records_page_get_shown    (TlRecordsPage     *self);
gint64      tl_records_page_get_receipt  (TlRecordsPage     *self);

G_END_DECLS
