/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

void     tl_report_error  (GtkWidget    *widget,
                           const GError *error);
void     tl_report_done   (GtkWidget    *widget,
                           const char   *sentence,
                           gboolean      with_undo);
gboolean tl_report_finish (GtkWidget    *widget,
                           TlEdit       *edit,
                           gboolean      done,
                           GError      **error);

G_END_DECLS
