/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlProtectFlags:
 * @TL_PROTECT_ROW_TOTALS: the first cell of a row is the sum of the others
 * @TL_PROTECT_COLUMN_TOTALS: the first cell of a column is the sum of the others
 *
 * What a reader can work out from a table.
 */
typedef enum {
  TL_PROTECT_ALONE         = 0,
  TL_PROTECT_ROW_TOTALS    = 1 << 0,
  TL_PROTECT_COLUMN_TOTALS = 1 << 1,
} TlProtectFlags;

/**
 * TlProtectResult:
 * @n_primary: counts withheld because they are small
 * @n_secondary: counts withheld so that those can't be worked out
 */
typedef struct {
  guint n_primary;
  guint n_secondary;
} TlProtectResult;

TlProtectResult tl_protect (const gint64   *counts,
                                    guint           n_rows,
                                    guint           n_columns,
                                    guint           threshold,
                                    TlProtectFlags  flags,
                                    gboolean       *withheld);

G_END_DECLS
