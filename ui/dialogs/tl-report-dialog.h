/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_REPORT_DIALOG (tl_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlReportDialog, tl_report_dialog, TL, REPORT_DIALOG, AdwWindow)

GtkWidget *tl_report_dialog_new  (GtkWindow      *parent,
                                  TlReview       *review);
void       tl_report_dialog_save (TlReportDialog *self,
                                  GFile          *file);

G_END_DECLS
