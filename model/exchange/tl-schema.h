/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/exchange/tl-pins.h"

G_BEGIN_DECLS

/**
 * TlSchemaFlags:
 * @TL_SCHEMA_ALL_PINNED: every typology has to be named in a file, as in the one the schema is made for
 */
typedef enum {
  TL_SCHEMA_DEFAULT    = 0,
  TL_SCHEMA_ALL_PINNED = 1 << 0,
} TlSchemaFlags;

char    *tl_schema_dup         (TlTier          tier,
                                TlPins         *pins,
                                TlSchemaFlags   flags);
char    *tl_schema_dup_for_file (const char    *path,
                                GCancellable   *cancellable,
                                GError        **error);

G_END_DECLS
