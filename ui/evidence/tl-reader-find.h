/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_READER_FIND (tl_reader_find_get_type ())
G_DECLARE_FINAL_TYPE (TlReaderFind, tl_reader_find, TL, READER_FIND, AdwBin)

GtkWidget *tl_reader_find_new      (void);
void       tl_reader_find_set_text (TlReaderFind *self,
                                    const char   *text);
void       tl_reader_find_open     (TlReaderFind *self,
                                    const char   *words);
void       tl_reader_find_step     (TlReaderFind *self,
                                    gboolean      back,
                                    guint         from);

G_END_DECLS
