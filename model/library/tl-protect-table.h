/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_PROTECT_DEFAULT_THRESHOLD 5
#define TL_PROTECT_MAX_THRESHOLD 1000
#define TL_PROTECT_MAX_ROUND 1000000

/**
 * TlProtectTable:
 * @csv: the table as it may be published
 * @n_counts: how many counts it has
 * @n_withheld: how many of them are withheld
 * @notes: what to know of it, each a sentence; ended by %NULL
 *
 * A table of counts after disclosure control.
 */
typedef struct {
  char *csv;
  guint n_counts;
  guint n_withheld;
  GStrv notes;
} TlProtectTable;

TlProtectTable *tl_protect_table      (GBytes          *csv,
                                       guint            threshold,
                                       guint            round,
                                       GPtrArray       *problems);
void            tl_protect_table_free (TlProtectTable  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProtectTable, tl_protect_table_free)

G_END_DECLS
