/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes all packed graphs anew from the tables. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-private.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-packer.h"

/* The numbers of rows are the lower bits of their keys. */
#define NUMBER(column) "(" column ") & 16777215"
#define OF_RECORD(column) " WHERE " column " BETWEEN ?1 << 24 AND (?1 << 24) + 16777215 "

G_STATIC_ASSERT (TL_LIBRARY_MAX_NUMBER == 16777215);

typedef void (*RowFunc) (TlGraphDraft *draft,
                         sqlite3_stmt *row);

static const char *
text_at (sqlite3_stmt *row,
         int           column)
{
  return (const char *) sqlite3_column_text (row, column);
}

static guint
number_at (sqlite3_stmt *row,
           int           column)
{
  return (guint) sqlite3_column_int64 (row, column);
}

static void
add_factor (TlGraphDraft *draft,
            sqlite3_stmt *row)
{
  tl_graph_draft_add_factor (draft, number_at (row, 0), text_at (row, 1));
}

static void
add_link (TlGraphDraft *draft,
          sqlite3_stmt *row)
{
  tl_graph_draft_add_link (draft, number_at (row, 0), number_at (row, 1), text_at (row, 2), text_at (row, 3),
                      text_at (row, 4));
}

static void
add_tag (TlGraphDraft *draft,
         sqlite3_stmt *row)
{
  guint marks = TL_CODING_TAGGED | (number_at (row, 3) ? TL_CODING_TAGGED_LEAD : 0)
                | (number_at (row, 4) ? TL_CODING_TAGGED_AGREED : 0);

  tl_graph_draft_add_tag (draft, number_at (row, 0), text_at (row, 1), text_at (row, 2), marks);
}

static void
add_finding_factor (TlGraphDraft *draft,
                    sqlite3_stmt *row)
{
  tl_graph_draft_add_finding_factor (draft, number_at (row, 0), number_at (row, 1));
}

/* In the order of the file. A tag whose coder is not named is the lead reviewer's. */
static const struct {
  const char *sql;
  RowFunc     add;
} parts[] = {
  { "SELECT " NUMBER ("key") ", level FROM factor" OF_RECORD ("key") "ORDER BY key", add_factor },
  { "SELECT " NUMBER ("cause") ", " NUMBER ("effect") ", kind, state, test_answer FROM link" OF_RECORD ("key")
    "ORDER BY key", add_link },
  { "SELECT " NUMBER ("target_factor") ", code, verdict, coder IS NULL OR coalesce((SELECT role = 'lead' FROM reviewer "
    "WHERE reviewer.key = coder), 0), coalesce(agreed, 0) FROM tag" OF_RECORD ("key")
    "AND target_factor IS NOT NULL ORDER BY key", add_tag },
  { "SELECT " NUMBER ("owner") ", " NUMBER ("value") " FROM finding_factors" OF_RECORD ("owner")
    "ORDER BY owner, position", add_finding_factor },
};

static gboolean
pack_record (TlPacker      *packer,
             TlGraphDraft  *draft,
             TlConnection  *connection,
             gint64         record,
             GError       **error)
{
  tl_graph_draft_clear (draft);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      sqlite3_stmt *statement = tl_connection_prepare (connection, parts[i].sql, error);
      gboolean row = statement != NULL;

      if (!row)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, record);
      while (row)
        {
          if (!tl_connection_step (connection, statement, &row, error))
            return FALSE;
          if (row)
            parts[i].add (draft, statement);
        }
    }
  return tl_packer_write (packer, record, draft, error);
}

static GArray *
list_records (TlConnection  *connection,
              GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT number FROM record ORDER BY number", error);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  while (statement != NULL && tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&records);

      gint64 record = sqlite3_column_int64 (statement, 0);

      g_array_append_val (records, record);
    }
  return NULL;
}

/**
 * tl_packer_repack:
 * @connection: a library's, in a transaction
 * @error: return location
 *
 * Makes all packed graphs anew.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_packer_repack (TlConnection  *connection,
                  GError       **error)
{
  if (!tl_connection_execute (connection, "DELETE FROM packed; DELETE FROM packed_name", error))
    return FALSE;

  g_autoptr (TlGraphDraft) draft = tl_graph_draft_new ();
  g_autoptr (TlPacker) packer = tl_packer_new (connection, error);
  g_autoptr (GArray) records = packer != NULL ? list_records (connection, error) : NULL;

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!pack_record (packer, draft, connection, g_array_index (records, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * tl_library_repack:
 * @self: a library
 * @error: return location
 *
 * Makes all packed graphs anew from the tables, in one transaction.
 *
 * Returns: %FALSE on failure; nothing is then changed
 */
gboolean
tl_library_repack (TlLibrary  *self,
                   GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  TlConnection *connection = tl_library_get_connection (self);

  return tl_library_begin_write (self, error)
         && tl_library_end_write (self, tl_packer_repack (connection, error), NULL, error);
}
