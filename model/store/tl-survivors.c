/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a damaged table that can be read. Behind a place that can't be, reading goes on: keys are spread evenly,
 * so that a page which reads is soon met, and what it follows on is then read towards the damage. */
#include "config.h"

#include "model/store/tl-survivors.h"

#include <stdlib.h>
#include <string.h>

/* Where reading is tried anew, by the first digits of the key. A table has fewer pages. */
#define N_PLACES 4096
#define N_DIGITS 3

typedef struct {
  TlConnection   *connection;
  sqlite3_stmt   *forward;
  sqlite3_stmt   *back;
  TlSurvivorFunc  func;
  gpointer        data;
} Reading;

/* Gives the rows from @from on, or those before it, down to @until. Stops at what can't be read, and then returns
 * FALSE. */
static gboolean
read_rows (Reading       *self,
           sqlite3_stmt  *statement,
           const char    *from,
           const char    *until,
           char         **first,
           char         **last)
{
  gboolean row;

  sqlite3_bind_text (statement, 1, from, -1, SQLITE_TRANSIENT);
  while (tl_connection_step (self->connection, statement, &row, NULL))
    {
      const char *key = row ? (const char *) sqlite3_column_text (statement, 0) : NULL;

      if (key == NULL || (until != NULL && strcmp (key, until) <= 0))
        {
          sqlite3_reset (statement);
          return TRUE;
        }
      if (*first == NULL)
        *first = g_strdup (key);
      g_free (*last);
      *last = g_strdup (key);
      self->func (statement, self->data);
    }
  return FALSE;
}

static guint
find_place (const char *key)
{
  char digits[N_DIGITS + 1] = "";

  g_strlcpy (digits, key, sizeof digits);
  return (guint) strtoul (digits, NULL, 16);
}

/* Each place once, so that this ends whatever the keys are. */
static gboolean
read_all (Reading *self)
{
  g_autofree char *from = g_strdup ("");
  g_autofree char *end = g_strdup ("");  /* the greatest key that was read */
  guint place = 0, n_breaks = 0;

  while (place < N_PLACES)
    {
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;
      g_autofree char *nearest = NULL;
      g_autofree char *lowest = NULL;
      gboolean done = read_rows (self, self->forward, from, NULL, &first, &last);

      if (n_breaks > 0 && first != NULL)
        read_rows (self, self->back, first, end, &nearest, &lowest);
      if (last != NULL)
        {
          place = MAX (place, find_place (last));
          g_free (end);
          end = g_steal_pointer (&last);
        }
      if (done)
        break;
      n_breaks++;
      place++;
      g_free (from);
      from = g_strdup_printf ("%0*x", N_DIGITS, place);
    }
  return n_breaks == 0;
}

/**
 * tl_survivors_read:
 * @connection: a connection, as for salvage
 * @table: a table
 * @columns: what is read of it, the key first
 * @key: a column of hexadecimal digits that come by chance, by which it is kept in order
 * @func: called for each row that can be read, in no order
 * @data: for @func
 *
 * Reads what can be read of a table, if there is one. Rows with the same key may be given twice.
 *
 * Returns: %FALSE where something could not be read
 */
gboolean
tl_survivors_read (TlConnection    *connection,
                   const char      *table,
                   const char      *columns,
                   const char      *key,
                   TlSurvivorFunc   func,
                   gpointer         data)
{
  g_return_val_if_fail (connection != NULL && table != NULL && columns != NULL && key != NULL && func != NULL, FALSE);

  g_autofree char *forward
      = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"%s\" >= ? ORDER BY \"%s\"", columns, table, key, key);
  g_autofree char *back
      = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"%s\" < ? ORDER BY \"%s\" DESC", columns, table, key, key);
  Reading reading = {
    .connection = connection,
    .forward = tl_connection_prepare (connection, forward, NULL),
    .back = tl_connection_prepare (connection, back, NULL),
    .func = func,
    .data = data,
  };

  return reading.forward == NULL || reading.back == NULL || read_all (&reading);
}
