/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record/tl-record.h"

G_BEGIN_DECLS

GtkWidget *tl_reorder_new_handle (GtkListBoxRow *row,
                                  TlRecord      *record,
                                  const char    *action);

G_END_DECLS
