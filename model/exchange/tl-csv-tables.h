/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/exchange/tl-import.h"

G_BEGIN_DECLS

gboolean   tl_export_csv        (TlReview       *review,
                                 const char     *folder,
                                 GError        **error);

gboolean   tl_import_csv        (const char     *factors_path,
                                 const char     *links_path,
                                 const char     *method,
                                 const char     *review_path,
                                 const char     *author,
                                 TlImportFlags   flags,
                                 GPtrArray     **problems,
                                 GCancellable   *cancellable,
                                 GError        **error);

/* The two tables alone, for what has no file: the first problem ends it. */
GPtrArray *tl_csv_read_records  (GBytes         *factors,
                                 GBytes         *links,
                                 TlMethod       *method,
                                 GPtrArray      *factor_problems,
                                 GPtrArray      *link_problems);

G_END_DECLS
