/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the index is made of: which sets a record belongs to, read from the tables of the library. Of one record or of
 * all, by the same statements. */
#include "config.h"

#include "model/questions/tl-sets-private.h"

#include <string.h>

#include "model/library/tl-library-tables.h"

/* Each gives records and keys of one kind, in order of records. */
static const struct {
  TlSetKind kind;
  gboolean    keyed; /* by rows of the record's own, not by records */
  const char *sql;
} plain_facts[] = {
  { TL_SET_RECORD, FALSE, "SELECT number, '' FROM record WHERE number BETWEEN ?1 AND ?2" },
  { TL_SET_YEAR, TRUE, "SELECT key >> 24, coalesce(year, '') FROM review WHERE key BETWEEN ?1 AND ?2" },
  { TL_SET_REGION, TRUE, "SELECT key >> 24, coalesce(region, '') FROM review WHERE key BETWEEN ?1 AND ?2" },
  { TL_SET_METHOD, TRUE, "SELECT key >> 24, coalesce(method, '') FROM review WHERE key BETWEEN ?1 AND ?2" },
  { TL_SET_TYPE, TRUE, "SELECT key >> 24, coalesce(type, '') FROM review WHERE key BETWEEN ?1 AND ?2" },
  { TL_SET_AGENCY, TRUE, "SELECT key >> 24, type FROM agency WHERE key BETWEEN ?1 AND ?2 AND type IS NOT NULL" },
  { TL_SET_AGE, TRUE, "SELECT key >> 24, age_band FROM child WHERE key BETWEEN ?1 AND ?2 AND age_band IS NOT NULL" },
  { TL_SET_OUTCOME, TRUE, "SELECT key >> 24, outcome FROM child WHERE key BETWEEN ?1 AND ?2 AND outcome IS NOT NULL" },
  { TL_SET_TYPOLOGY, FALSE, "SELECT record, scheme || '@' || version FROM typology WHERE record BETWEEN ?1 AND ?2" },
  { TL_SET_LEVEL, FALSE, "SELECT record, level FROM reached_level WHERE record BETWEEN ?1 AND ?2" },
};

static const char coding_facts[] = "SELECT record, code, level, marks FROM coding WHERE record BETWEEN ?1 AND ?2";

static const struct {
  guint       mark;
  TlSetKind kind;
  gboolean    at_level; /* one that was looked for and not found stands at no level */
} marks[] = {
  { TL_CODING_TAGGED, TL_SET_TAGGED, TRUE },
  { TL_CODING_TAGGED_LEAD, TL_SET_TAGGED_LEAD, TRUE },
  { TL_CODING_TAGGED_AGREED, TL_SET_TAGGED_AGREED, TRUE },
  { TL_CODING_CONSIDERED, TL_SET_CONSIDERED, FALSE },
  { TL_CODING_CONSIDERED_LEAD, TL_SET_CONSIDERED_LEAD, FALSE },
};

typedef struct {
  TlConnection *connection; /* borrowed */
  gint64        first;
  gint64        last;
  TlSetFact   fact;
  gpointer      data;
  TlBits       *live; /* owned: of the records asked for, those that count; from @first */
} Reading;

static sqlite3_stmt *
prepare (Reading     *reading,
         const char  *sql,
         gboolean     keyed,
         GError     **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (reading->connection, sql, error);
  int shift = keyed ? TL_LIBRARY_KEY_BITS : 0;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, reading->first << shift);
  sqlite3_bind_int64 (statement, 2, ((reading->last + 1) << shift) - 1);
  return statement;
}

/* A row may be damaged: what is no number of a record that counts is passed over. */
static gboolean
is_live (Reading      *reading,
         sqlite3_stmt *statement,
         guint        *record)
{
  gint64 number = sqlite3_column_int64 (statement, 0);

  *record = (guint) number;
  return number >= reading->first && number <= reading->last
         && tl_bits_contains (reading->live, (guint) (number - reading->first));
}

static gboolean
read_live (Reading  *reading,
           GError  **error)
{
  sqlite3_stmt *statement = prepare (reading, "SELECT number FROM record WHERE number BETWEEN ?1 AND ?2 "
                                     "AND NOT superseded", FALSE, error);
  gboolean row;

  reading->live = tl_bits_new ((gsize) (reading->last - reading->first + 1));
  if (statement == NULL)
    return FALSE;
  while (tl_connection_step (reading->connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      tl_bits_add (reading->live, (guint) (sqlite3_column_int64 (statement, 0) - reading->first));
    }
  return FALSE;
}

static gboolean
read_plain (Reading  *reading,
            guint     i,
            GError  **error)
{
  sqlite3_stmt *statement = prepare (reading, plain_facts[i].sql, plain_facts[i].keyed, error);
  gboolean row;
  guint record;

  if (statement == NULL)
    return FALSE;
  while (tl_connection_step (reading->connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (is_live (reading, statement, &record))
        reading->fact (record, plain_facts[i].kind, (const char *) sqlite3_column_text (statement, 1),
                       TL_SET_ANY_LEVEL, reading->data);
    }
  return FALSE;
}

static void
tell_coding (Reading    *reading,
             guint       record,
             const char *code,
             const char *level,
             guint       found)
{
  const char *colon = strchr (code, ':');
  g_autofree char *scheme = colon != NULL ? g_strndup (code, (gsize) (colon - code)) : NULL;

  if (scheme != NULL)
    reading->fact (record, TL_SET_CODED, scheme, TL_SET_ANY_LEVEL, reading->data);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (found & marks[i].mark)
      {
        reading->fact (record, marks[i].kind, code, TL_SET_ANY_LEVEL, reading->data);
        if (marks[i].at_level)
          reading->fact (record, marks[i].kind, code, level, reading->data);
      }
}

static gboolean
read_codings (Reading  *reading,
              GError  **error)
{
  sqlite3_stmt *statement = prepare (reading, coding_facts, FALSE, error);
  gboolean row;
  guint record;

  if (statement == NULL)
    return FALSE;
  while (tl_connection_step (reading->connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (is_live (reading, statement, &record))
        tell_coding (reading, record, (const char *) sqlite3_column_text (statement, 1),
                     (const char *) sqlite3_column_text (statement, 2), (guint) sqlite3_column_int64 (statement, 3));
    }
  return FALSE;
}

/* Tells of each record from @first to @last that counts which sets it belongs to; of some more than once. */
gboolean
_tl_sets_read_facts (TlConnection  *connection,
                     gint64         first,
                     gint64         last,
                     TlSetFact    fact,
                     gpointer       data,
                     GError       **error)
{
  Reading reading = { connection, first, last, fact, data, NULL };
  gboolean done = read_live (&reading, error);

  for (guint i = 0; i < G_N_ELEMENTS (plain_facts) && done; i++)
    done = read_plain (&reading, i, error);
  done = done && read_codings (&reading, error);
  tl_bits_free (reading.live);
  return done;
}
