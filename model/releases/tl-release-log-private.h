/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The log of releases in its files: tl-release-log.c keeps what left, tl-release-log-places.c where it was written. */
#pragma once

#include "model/library/tl-library-tables.h"
#include "model/releases/tl-release-log.h"

G_BEGIN_DECLS

TlLoggedRelease *_tl_release_log_find        (GPtrArray             *releases,
                                              gint64                 number);
gboolean         _tl_release_log_refuse      (TlConnection          *connection,
                                              sqlite3_stmt          *row,
                                              GError               **error);
gboolean         _tl_release_log_read_places (TlConnection          *connection,
                                              GPtrArray             *releases,
                                              GError               **error);
gboolean         _tl_release_log_write_place (TlConnection          *connection,
                                              gint64                 release,
                                              const TlReleasePlace  *place,
                                              GError               **error);

G_END_DECLS
