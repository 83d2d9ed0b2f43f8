/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_READER_TEXT (tl_reader_text_get_type ())
G_DECLARE_FINAL_TYPE (TlReaderText, tl_reader_text, TL, READER_TEXT, GtkTextView)

GtkWidget *tl_reader_text_new        (void);
void       tl_reader_text_set_body   (TlReaderText      *self,
                                      const char        *body);
void       tl_reader_text_get_iter   (TlReaderText      *self,
                                      guint              offset,
                                      GtkTextIter       *iter);
guint      tl_reader_text_get_offset (TlReaderText      *self,
                                      const GtkTextIter *iter);

gboolean   tl_reader_text_get_line   (TlReaderText      *self,
                                      const GtkTextIter *iter,
                                      guint             *line);

G_END_DECLS
