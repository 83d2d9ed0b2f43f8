/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum {
  TL_CONNECTION_READ_ONLY = 1 << 0,
  TL_CONNECTION_WAL       = 1 << 1, /* for libraries; reviews stand alone between edits */
  TL_CONNECTION_SALVAGE   = 1 << 2, /* with READ_ONLY: a file cut short is read as far as it goes */
  TL_CONNECTION_IMMUTABLE = 1 << 3, /* with READ_ONLY: nothing can be made beside the file, and nobody writes it */
} TlConnectionFlags;

/**
 * TlConnection:
 *
 * An open SQLite database with its prepared statements. Used from the thread that opened it only.
 */
typedef struct _TlConnection TlConnection;

TlConnection *tl_connection_open        (const char         *path,
                                         TlConnectionFlags   flags,
                                         GError            **error);
TlConnectionFlags tl_connection_choose_wal (const char       *path);
TlConnection *tl_connection_open_memory (const char         *name,
                                         GError            **error);
gboolean      tl_connection_copy_pages  (TlConnection       *self,
                                         TlConnection       *to,
                                         GError            **error);
void          tl_connection_close       (TlConnection       *self);

sqlite3      *tl_connection_get_handle  (TlConnection       *self);
const char   *tl_connection_get_name    (TlConnection       *self);

gboolean      tl_connection_execute     (TlConnection       *self,
                                         const char         *sql,
                                         GError            **error);
sqlite3_stmt *tl_connection_prepare     (TlConnection       *self,
                                         const char         *sql,
                                         GError            **error);
gboolean      tl_connection_step        (TlConnection       *self,
                                         sqlite3_stmt       *statement,
                                         gboolean           *row,
                                         GError            **error);
gboolean      tl_connection_run         (TlConnection       *self,
                                         sqlite3_stmt       *statement,
                                         GError            **error);
gboolean      tl_connection_get_number  (TlConnection       *self,
                                         const char         *sql,
                                         gint64             *number,
                                         GError            **error);
gboolean      tl_connection_fail        (TlConnection       *self,
                                         int                 code,
                                         GError            **error);

gboolean      tl_connection_begin       (TlConnection       *self,
                                         gboolean            immediate,
                                         GError            **error);
gboolean      tl_connection_commit      (TlConnection       *self,
                                         GError            **error);
void          tl_connection_rollback    (TlConnection       *self);

gboolean      tl_connection_check_target
                                        (const char         *path,
                                         GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlConnection, tl_connection_close)

G_END_DECLS
