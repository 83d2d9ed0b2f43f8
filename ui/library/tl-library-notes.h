/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/library/tl-noted-list.h"

G_BEGIN_DECLS

GtkWidget  *tl_quarantine_list_new    (void);
GtkWidget  *tl_withdrawn_list_new     (void);
GtkWidget  *tl_watched_list_new       (void);

GListModel *tl_library_notes_of_quarantined (GPtrArray *quarantined);
GListModel *tl_library_notes_of_withdrawals (GPtrArray *withdrawals);
GListModel *tl_library_notes_of_watched     (GPtrArray *watched);
GListModel *tl_library_notes_of_receipts    (GPtrArray *receipts);

G_END_DECLS
