/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library among the files of its room. */
#pragma once

#include "model/library/tl-library.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/* tl-library.c */
TlConnection *_tl_library_get_connection (TlLibrary        *self);
gboolean      _tl_library_begin_write    (TlLibrary        *self,
                                          GError          **error);
void          _tl_library_changed        (TlLibrary        *self);

/* tl-library-record.c */
TlLibraryRecord *_tl_library_record_new  (sqlite3_stmt     *row);
extern const char _tl_library_record_sql[];

G_END_DECLS
