/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_report_error (GtkWidget    *widget,
                      const GError *error);
void tl_report_done  (GtkWidget    *widget,
                      const char   *sentence,
                      gboolean      with_undo);

G_END_DECLS
