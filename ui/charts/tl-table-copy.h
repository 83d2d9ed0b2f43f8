/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * TlTableCopy:
 *
 * A table on its way to the clipboard: as a table for a text processor and with tabs for a spreadsheet.
 */
typedef struct _TlTableCopy TlTableCopy;

TlTableCopy        *tl_table_copy_new         (void);
void                tl_table_copy_free        (TlTableCopy *self);

void                tl_table_copy_begin_row   (TlTableCopy *self,
                                               gboolean     head);
void                tl_table_copy_add         (TlTableCopy *self,
                                               const char  *text);
void                tl_table_copy_add_count   (TlTableCopy *self,
                                               gint64       count);
void                tl_table_copy_end         (TlTableCopy *self,
                                               const char  *caption,
                                               const char  *note);

const char         *tl_table_copy_get_tabs    (TlTableCopy *self);
const char         *tl_table_copy_get_html    (TlTableCopy *self);
GdkContentProvider *tl_table_copy_new_content (TlTableCopy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTableCopy, tl_table_copy_free)

G_END_DECLS
