/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release-table.h"

G_BEGIN_DECLS

/**
 * TlReleaseRow:
 * @head: what the row is about
 * @depth: 0, or 1 for what is part of the row of depth 0 above it
 * @cells: as they are shown; ended by %NULL
 */
typedef struct {
  char  *head;
  guint  depth;
  GStrv  cells;
} TlReleaseRow;

/**
 * TlReleaseGrid:
 * @title: (nullable): what sets it apart from the others of its table
 * @columns: what the columns are called, the first being that of the heads; ended by %NULL
 * @rows: (element-type TlReleaseRow): its rows
 *
 * Rows and columns for people to read: a table of a release, or as much of it as has room beside each other.
 */
typedef struct {
  char      *title;
  GStrv      columns;
  GPtrArray *rows;
} TlReleaseGrid;

GPtrArray *tl_release_grid_list (const TlReleaseTable *table);

G_END_DECLS
