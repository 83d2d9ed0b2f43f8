/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-value.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/**
 * TlColumn:
 * @name: the column's name
 * @field: index of the field it belongs to
 * @ref: for a reference to one of several kinds, which of them
 * @target: (nullable): for a reference, the kind it names
 */
typedef struct {
  char         *name;
  guint         field;
  guint         ref;
  const TlKind *target;
} TlColumn;

/**
 * TlTable:
 * @kind: the kind whose records are its rows
 * @columns: after "id", in the order of the declaration
 * @lists: one a field: the name of a list field's own table, else %NULL
 *
 * How a kind is kept in SQLite, worked out once from its declaration.
 */
typedef struct {
  const TlKind *kind;
  TlColumn     *columns;
  guint         n_columns;
  char        **lists;
  char         *select_all;
  char         *select_one;
  char         *insert;
  char         *delete_one;
} TlTable;

/* @values is cleared afterwards unless the function took them. */
typedef void (*TlTableRowFunc)  (const char *id,
                                 TlValue    *values,
                                 gpointer    data);
typedef void (*TlTableListFunc) (const char *owner,
                                 guint       field,
                                 TlValue    *value,
                                 gpointer    data);

const TlTable *tl_table_get         (const TlKind    *kind);
const TlTable *tl_table_lookup      (const char      *name,
                                     int             *list_field);

const char    *tl_table_get_column_type (const TlTable *table,
                                     guint            column);
gboolean       tl_table_is_prefix   (const TlTable   *table,
                                     sqlite3_stmt    *statement);
char          *tl_table_read_row    (const TlTable   *table,
                                     sqlite3_stmt    *statement,
                                     TlValue         *values);
gboolean       tl_table_compare     (const TlTable   *table,
                                     TlConnection    *connection,
                                     guint           *n_columns,
                                     gboolean        *complete,
                                     GError         **error);
gboolean       tl_table_load        (const TlTable   *table,
                                     TlConnection    *connection,
                                     TlTableRowFunc   row_func,
                                     TlTableListFunc  list_func,
                                     gpointer         data,
                                     GError         **error);
gboolean       tl_table_read        (const TlTable   *table,
                                     TlConnection    *connection,
                                     const char      *id,
                                     TlValue         *values,
                                     gboolean        *found,
                                     GError         **error);
gboolean       tl_table_insert      (const TlTable   *table,
                                     TlConnection    *connection,
                                     const char      *id,
                                     const TlValue   *values,
                                     GError         **error);
gboolean       tl_table_update      (const TlTable   *table,
                                     TlConnection    *connection,
                                     const char      *id,
                                     guint            field,
                                     const TlValue   *value,
                                     GError         **error);
gboolean       tl_table_delete      (const TlTable   *table,
                                     TlConnection    *connection,
                                     const char      *id,
                                     GError         **error);
GPtrArray     *tl_table_find        (TlConnection    *connection,
                                     const char      *table,
                                     const char      *result,
                                     const char      *column,
                                     const char      *value,
                                     GError         **error);

G_END_DECLS
