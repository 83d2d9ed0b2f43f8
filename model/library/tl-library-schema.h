/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of a library; for this room only. */
#pragma once

#include "model/exchange/tl-form.h"
#include "model/library/tl-library-tables.h"
#include "model/store/tl-schema.h"

G_BEGIN_DECLS

/* Raised by one whenever a released declaration gains a kind or a field that a learning record has, or the library a
 * table of its own. */
#define TL_LIBRARY_VERSION 7

/**
 * TlLibraryColumn:
 * @name: the column's name
 * @slot: where the value stands in a file
 * @integer: whether it holds integers: numbers, yes or no, months, keys of rows
 */
typedef struct {
  char             *name;
  const TlFormSlot *slot;
  gboolean          integer;
} TlLibraryColumn;

/* The statements with which what a file says of the record as a whole is inserted stand before those of the kinds. */
typedef enum {
  TL_LIBRARY_INSERT_TYPOLOGY, /* record, scheme, version */
  TL_LIBRARY_INSERT_CODING,   /* record, code, level, marks */
  TL_LIBRARY_INSERT_LEVEL,    /* record, level */
  TL_LIBRARY_INSERT_ADVICE,   /* record, rule, problems */
  TL_LIBRARY_N_OWN_INSERTS,
} TlLibraryInsert;

/**
 * TlLibraryTable:
 * @form: what the kind's records look like in a learning record
 * @columns: after "key" and "id"
 * @n_columns: how many
 * @insert: the place of its statement, with key, id and the columns as parameters
 * @lists: one a field: the name of a list field's own table, else %NULL
 * @insert_lists: one a field: the place of its statement, with owner, position and value
 *
 * How a kind is kept in a library, worked out once from its declaration.
 */
typedef struct {
  const TlFormKind *form;
  TlLibraryColumn  *columns;
  guint             n_columns;
  guint             insert;
  char            **lists;
  guint            *insert_lists;
} TlLibraryTable;

/**
 * TlLibraryOwnTable:
 * @name: what it is called
 * @columns: as in the statement that makes it, in order
 * @options: of the table
 * @record: (nullable): the column by which a row belongs to a record and goes with it
 * @growth: (nullable): the last of its columns, where an earlier version has the table without it
 *
 * A table that no kind has made.
 */
typedef struct {
  const char *name;
  const char *columns;
  const char *options;
  const char *record;
  const char *growth;
} TlLibraryOwnTable;

#define TL_LIBRARY_N_OWN_TABLES 25

extern const TlLibraryOwnTable tl_library_own_tables[TL_LIBRARY_N_OWN_TABLES];

const TlLibraryTable *tl_library_table_get     (guint          position);
const char *const    *tl_library_get_inserts   (guint         *n_inserts);

gboolean              tl_library_schema_create (TlConnection  *connection,
                                                GError       **error);
gboolean              tl_library_schema_peek   (const char    *path,
                                                GError       **error);
gboolean              tl_library_schema_check  (TlConnection  *connection,
                                                gboolean       read_only,
                                                GError       **error);
gboolean              tl_library_schema_delete_record (TlConnection *connection,
                                                gint64         number,
                                                GError       **error);
gboolean              tl_library_schema_verify (TlConnection  *connection,
                                                GError       **error);

G_END_DECLS
