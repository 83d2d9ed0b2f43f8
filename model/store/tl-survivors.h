/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/**
 * TlSurvivorFunc:
 * @row: all columns of a row
 * @data: of the caller
 */
typedef void (*TlSurvivorFunc) (sqlite3_stmt *row,
                                gpointer      data);

gboolean tl_survivors_read (TlConnection    *connection,
                            const char      *table,
                            const char      *columns,
                            const char      *key,
                            TlSurvivorFunc   func,
                            gpointer         data);

G_END_DECLS
