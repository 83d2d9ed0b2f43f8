/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes packed graphs. A graph is: how many factors; each with its number as the distance from the one before, its
 * level, twice the number of its codes and 1 more if none fits, and its codes, each with its marks in the lowest bits;
 * how many links; each with cause, effect, and its kind, state and test in one number; how many findings; each with its
 * number, how many factors, and those. Texts are numbers in the table "packed_name". */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-packer.h"

#include <string.h>

#include "model/library/tl-library-private.h"

struct _TlPacker
{
  TlConnection *connection; /* borrowed */
  sqlite3_stmt *insert_name;
  sqlite3_stmt *insert_graph;
  GHashTable   *names;      /* text → number */
  guint         n_names;

  /* of the record being packed */
  GArray       *numbers;    /* of guint: of the draft's names in the table; of none 0 */
  GArray       *tags;       /* of TlDraftTag, by the table's numbers */
  GByteArray   *bytes;
};

/**
 * tl_packer_new:
 * @connection: a library's, in a transaction; it must outlive what is returned
 * @error: return location
 *
 * Returns: (transfer full) (nullable): ready to pack
 */
TlPacker *
tl_packer_new (TlConnection  *connection,
               GError       **error)
{
  g_autoptr (TlPacker) self = g_new0 (TlPacker, 1);
  sqlite3_stmt *statement;
  gboolean row;

  self->connection = connection;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tags = g_array_new (FALSE, FALSE, sizeof (TlDraftTag));
  self->bytes = g_byte_array_new ();
  self->insert_name = tl_connection_prepare (connection, "INSERT INTO packed_name VALUES (?, ?)", error);
  self->insert_graph = self->insert_name == NULL
                         ? NULL
                         : tl_connection_prepare (connection, "INSERT OR REPLACE INTO packed VALUES (?, ?)", error);
  if (self->insert_graph == NULL)
    return NULL;

  statement = tl_connection_prepare (connection, "SELECT number, name FROM packed_name", error);
  if (statement == NULL)
    return NULL;
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&self);

      guint number = (guint) sqlite3_column_int64 (statement, 0);

      g_hash_table_insert (self->names, g_strdup ((const char *) sqlite3_column_text (statement, 1)),
                           GUINT_TO_POINTER (number));
      self->n_names = MAX (self->n_names, number);
    }
  return NULL;
}

/**
 * tl_packer_free:
 * @self: (transfer full): a packer
 */
void
tl_packer_free (TlPacker *self)
{
  g_hash_table_unref (self->names);
  g_array_unref (self->numbers);
  g_array_unref (self->tags);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/* Finds the numbers of the names of @draft in the table, and adds those that it does not have. */
static gboolean
number_names (TlPacker            *self,
              const TlGraphDraft  *draft,
              GError             **error)
{
  guint number = 0;

  g_array_set_size (self->numbers, 0);
  g_array_append_val (self->numbers, number);
  for (guint i = 0; i < draft->names->len; i++)
    {
      const char *name = draft->names->pdata[i];

      number = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name));
      if (number == 0)
        {
          number = ++self->n_names;
          g_hash_table_insert (self->names, g_strdup (name), GUINT_TO_POINTER (number));
          sqlite3_bind_int64 (self->insert_name, 1, number);
          sqlite3_bind_text (self->insert_name, 2, name, -1, SQLITE_STATIC);
          if (!tl_connection_run (self->connection, self->insert_name, error))
            return FALSE;
        }
      g_array_append_val (self->numbers, number);
    }
  return TRUE;
}

static void
append (TlPacker *self,
        guint     number)
{
  guint8 bytes[5];
  guint n = 0;

  for (; number >= 0x80; number >>= 7)
    bytes[n++] = (guint8) (number & 0x7f) | 0x80;
  bytes[n++] = (guint8) number;
  g_byte_array_append (self->bytes, bytes, n);
}

static int
compare_tags (const void *a,
              const void *b)
{
  const TlDraftTag *one = a, *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->name < other->name ? -1 : one->name > other->name;
}

static guint
number_of (const TlPacker *self,
           guint           name)
{
  return g_array_index (self->numbers, guint, name);
}

/* Several coders' tags of one code become one. */
static void
merge_tags (TlPacker           *self,
            const TlGraphDraft *draft)
{
  GArray *tags = self->tags;
  guint n = 0;

  g_array_set_size (tags, 0);
  g_array_append_vals (tags, draft->tags->data, draft->tags->len);
  for (guint i = 0; i < tags->len; i++)
    g_array_index (tags, TlDraftTag, i).name = number_of (self, g_array_index (tags, TlDraftTag, i).name);
  g_array_sort (tags, compare_tags);
  for (guint i = 0; i < tags->len; i++)
    {
      TlDraftTag *tag = &g_array_index (tags, TlDraftTag, i);
      TlDraftTag *last = n > 0 ? &g_array_index (tags, TlDraftTag, n - 1) : NULL;

      if (last != NULL && compare_tags (last, tag) == 0)
        last->marks |= tag->marks;
      else
        g_array_index (tags, TlDraftTag, n++) = *tag;
    }
  g_array_set_size (tags, n);
}

static void
append_factors (TlPacker           *self,
                const TlGraphDraft *draft)
{
  const TlDraftTag *tags = (const TlDraftTag *) self->tags->data;
  guint at = 0, row = 0;

  append (self, draft->factors->len);
  for (guint i = 0; i < draft->factors->len; i++)
    {
      const TlPackedFactor *factor = &g_array_index (draft->factors, TlPackedFactor, i);
      guint end = at;

      while (end < self->tags->len && tags[end].place == i)
        end++;

      /* What has no name sorts first. */
      guint cannot_code = at < end && tags[at].name == 0;

      at += cannot_code;
      append (self, factor->row - row);
      append (self, number_of (self, factor->level));
      append (self, (end - at) << 1 | cannot_code);
      for (; at < end; at++)
        append (self, tags[at].name << TL_PACKER_MARK_BITS
                        | (tags[at].marks & (TL_CODING_TAGGED_LEAD | TL_CODING_TAGGED_AGREED)) >> 1);
      row = factor->row;
    }
}

static void
append_links (TlPacker           *self,
              const TlGraphDraft *draft)
{
  append (self, draft->links->len);
  for (guint i = 0; i < draft->links->len; i++)
    {
      const TlPackedLink *link = &g_array_index (draft->links, TlPackedLink, i);

      append (self, link->cause);
      append (self, link->effect);
      append (self, number_of (self, link->kind) << 3 | (guint) link->state << 1 | (link->tested ? 1 : 0));
    }
}

static void
append_findings (TlPacker           *self,
                 const TlGraphDraft *draft)
{
  const TlDraftFinding *all = (const TlDraftFinding *) draft->findings->data;
  guint n = 0, n_all = draft->findings->len;

  for (guint i = 0; i < n_all; i++)
    n += i == 0 || all[i - 1].row != all[i].row;
  append (self, n);
  for (guint at = 0, end; at < n_all; at = end)
    {
      for (end = at; end < n_all && all[end].row == all[at].row; end++)
        continue;
      append (self, all[at].row);
      append (self, end - at);
      for (guint i = at; i < end; i++)
        append (self, all[i].place);
    }
}

/**
 * tl_packer_write:
 * @self: a packer
 * @record: whose graph it is
 * @draft: the graph
 * @error: return location
 *
 * Packs a graph and writes it.
 *
 * Returns: %FALSE on failure; the transaction is then to be rolled back and @self to be freed
 */
gboolean
tl_packer_write (TlPacker            *self,
                 gint64               record,
                 const TlGraphDraft  *draft,
                 GError             **error)
{
  g_return_val_if_fail (self != NULL && draft != NULL, FALSE);

  if (!number_names (self, draft, error))
    return FALSE;

  g_byte_array_set_size (self->bytes, 0);
  merge_tags (self, draft);
  append_factors (self, draft);
  append_links (self, draft);
  append_findings (self, draft);

  sqlite3_bind_int64 (self->insert_graph, 1, record);
  sqlite3_bind_blob (self->insert_graph, 2, self->bytes->data, (int) self->bytes->len, SQLITE_STATIC);
  return tl_connection_run (self->connection, self->insert_graph, error);
}
