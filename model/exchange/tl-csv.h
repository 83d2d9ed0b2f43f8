/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_CSV_MAX_BYTES (64 * 1024 * 1024)
#define TL_CSV_MAX_COLUMNS 64

/**
 * TlCsvRow:
 * @line: where it begins
 * @cells: ended by %NULL
 * @n_cells: how many
 */
typedef struct {
  guint   line;
  char  **cells;
  guint   n_cells;
} TlCsvRow;

GPtrArray *tl_csv_parse       (GBytes     *bytes,
                               GPtrArray  *problems);
gboolean   tl_csv_check_row   (const TlCsvRow *row,
                               const TlCsvRow *header,
                               GPtrArray      *problems);
void       tl_csv_append_cell (GString    *out,
                               const char *text);

G_END_DECLS
