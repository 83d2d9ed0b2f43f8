/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library among the files of its room. */
#pragma once

#include "model/library/tl-library-files.h"
#include "model/library/tl-library-tables.h"
#include "model/library/tl-receipt.h"

G_BEGIN_DECLS

/* tl-library.c */
void             _tl_library_changed     (TlLibrary          *self);

/* tl-library-record.c */
TlLibraryRecord *_tl_library_record_new  (sqlite3_stmt       *row);
extern const char _tl_library_record_sql[];

/* tl-quarantine.c */
gboolean         _tl_quarantine_put      (TlConnection       *connection,
                                          const char         *file,
                                          const char         *path,
                                          const char         *reason,
                                          GError            **error);
gboolean         _tl_quarantine_forget   (TlConnection       *connection,
                                          const char         *file,
                                          GError            **error);

/* tl-watch.c */
gboolean         _tl_watch_note          (TlConnection       *connection,
                                          GPtrArray          *folders,
                                          const TlFoundFile  *file,
                                          TlOutcome           outcome,
                                          GError            **error);
gboolean         _tl_watch_forget        (TlConnection       *connection,
                                          TlOutcome           outcome,
                                          GError            **error);
TlFileList      *_tl_watch_find_new      (TlConnection       *connection,
                                          const char *const  *folders,
                                          GError            **error);

G_END_DECLS
