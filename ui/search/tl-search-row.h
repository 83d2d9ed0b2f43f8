/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/record/tl-record.h"
#include "model/review/tl-search-answer.h"

G_BEGIN_DECLS

#define TL_TYPE_SEARCH_ROW (tl_search_row_get_type ())
G_DECLARE_FINAL_TYPE (TlSearchRow, tl_search_row, TL, SEARCH_ROW, GtkListBoxRow)

GtkWidget *tl_search_row_new          (TlRecord              *record,
                                       const char            *title,
                                       const TlSearchPassage *passage,
                                       gboolean               first);

TlRecord  *tl_search_row_get_record   (TlSearchRow           *self);
guint      tl_search_row_get_field    (TlSearchRow           *self);
guint      tl_search_row_get_position (TlSearchRow           *self);
guint      tl_search_row_get_length   (TlSearchRow           *self);
gboolean   tl_search_row_equal        (TlSearchRow           *self,
                                       TlSearchRow           *other);

G_END_DECLS
