/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tl_question_panes_new (GtkWidget *picture,
                                  GtkWidget *table,
                                  GtkWidget *behind,
                                  gboolean   wide);
GtkWidget *tl_tested_check_new   (void);

G_END_DECLS
