/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/evidence/tl-reader-marks.h"

G_BEGIN_DECLS

#define TL_TYPE_READER (tl_reader_get_type ())
G_DECLARE_FINAL_TYPE (TlReader, tl_reader, TL, READER, AdwBin)

GtkWidget *tl_reader_new          (void);
void       tl_reader_set_body     (TlReader    *self,
                                   const char  *body,
                                   GArray      *pages);
void       tl_reader_set_tools    (TlReader    *self,
                                   GtkWidget   *tools,
                                   GMenuModel  *menu);
void       tl_reader_set_marks    (TlReader           *self,
                                   const TlReaderMark *marks,
                                   guint               n_marks);
void       tl_reader_show         (TlReader    *self,
                                   guint        start,
                                   guint        end);
guint      tl_reader_get_seen     (TlReader    *self);
gboolean   tl_reader_get_selected (TlReader    *self,
                                   guint       *start,
                                   guint       *end);
void       tl_reader_find         (TlReader    *self);
void       tl_reader_find_next    (TlReader    *self,
                                   gboolean     back);

G_END_DECLS
