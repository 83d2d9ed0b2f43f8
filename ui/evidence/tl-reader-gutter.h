/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/evidence/tl-reader-text.h"

G_BEGIN_DECLS

#define TL_TYPE_READER_GUTTER (tl_reader_gutter_get_type ())
G_DECLARE_FINAL_TYPE (TlReaderGutter, tl_reader_gutter, TL, READER_GUTTER, GtkWidget)

GtkWidget *tl_reader_gutter_new       (TlReaderText   *text);
void       tl_reader_gutter_set_pages (TlReaderGutter *self,
                                       GArray         *starts);
guint      tl_reader_gutter_get_seen  (TlReaderGutter *self);

G_END_DECLS
