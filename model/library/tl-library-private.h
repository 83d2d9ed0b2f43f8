/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library among the files of its room. */
#pragma once

#include "model/library/tl-library-tables.h"

G_BEGIN_DECLS

/* tl-library.c */
void             _tl_library_changed     (TlLibrary        *self);

/* tl-library-record.c */
TlLibraryRecord *_tl_library_record_new  (sqlite3_stmt     *row);
extern const char _tl_library_record_sql[];

G_END_DECLS
