/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/**
 * TlFill:
 * @connection: an empty database, in a transaction
 * @data: of the caller
 * @error: return location
 *
 * Puts in what a new file is to hold.
 *
 * Returns: %FALSE on failure
 */
typedef gboolean (*TlFill) (TlConnection  *connection,
                            gpointer       data,
                            GError       **error);

TlConnection *tl_new_file_fill    (const char    *path,
                                   TlFill         fill,
                                   gpointer       data,
                                   GError       **error);
gboolean      tl_new_file_make    (const char    *path,
                                   TlFill         fill,
                                   gpointer       data,
                                   GError       **error);
gboolean      tl_new_file_copy    (TlConnection  *from,
                                   const char    *path,
                                   GError       **error);
gboolean      tl_new_file_replace (TlConnection  *from,
                                   const char    *path,
                                   GError       **error);

G_END_DECLS
