/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_RECORDS_PAGE (tl_records_page_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordsPage, tl_records_page, TL, RECORDS_PAGE, AdwBin)

GtkWidget  *tl_records_page_new          (void);
void        tl_records_page_set_contents (TlRecordsPage *self,
                                          GListModel    *records,
                                          GPtrArray     *quarantined);
GListModel *tl_records_page_get_shown    (TlRecordsPage *self);
gboolean    tl_records_page_choose       (TlRecordsPage *self,
                                          const char    *id);
void        tl_records_page_show_part    (TlRecordsPage *self,
                                          const char    *name);

G_END_DECLS
