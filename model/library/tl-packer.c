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

typedef struct {
  guint place;
  guint name; /* 0: no code fits */
  guint marks;
} Tag;

typedef struct {
  guint finding; /* its number within the record */
  guint place;
} FindingFactor;

struct _TlPacker
{
  TlConnection *connection; /* borrowed */
  sqlite3_stmt *insert_name;
  sqlite3_stmt *insert_graph;
  GHashTable   *names;      /* text → number */
  guint         n_names;

  /* of the record being packed */
  GPtrArray    *fresh;      /* names that the table does not have yet, in order; in names */
  GArray       *places;     /* of guint: by number within the record, the place of a factor and 1 */
  GArray       *factors;    /* of TlPackedFactor, without codes */
  GArray       *tags;
  GArray       *links;      /* of TlPackedLink */
  GArray       *findings;   /* of FindingFactor */
  GByteArray   *bytes;
};

/**
 * tl_packer_new:
 * @connection: a library's; it must outlive what is returned
 * @error: return location
 *
 * Returns: (transfer full) (nullable): ready to pack, within transactions that its user begins and commits
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
  self->fresh = g_ptr_array_new ();
  self->places = g_array_new (FALSE, TRUE, sizeof (guint));
  self->factors = g_array_new (FALSE, FALSE, sizeof (TlPackedFactor));
  self->tags = g_array_new (FALSE, FALSE, sizeof (Tag));
  self->links = g_array_new (FALSE, FALSE, sizeof (TlPackedLink));
  self->findings = g_array_new (FALSE, FALSE, sizeof (FindingFactor));
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
  g_ptr_array_unref (self->fresh);
  g_hash_table_unref (self->names);
  g_array_unref (self->places);
  g_array_unref (self->factors);
  g_array_unref (self->tags);
  g_array_unref (self->links);
  g_array_unref (self->findings);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/**
 * tl_packer_begin:
 * @self: a packer
 *
 * Begins a graph. One that was not finished is forgotten, with the names that it brought.
 */
void
tl_packer_begin (TlPacker *self)
{
  for (guint i = 0; i < self->fresh->len; i++)
    g_hash_table_remove (self->names, self->fresh->pdata[i]);
  self->n_names -= self->fresh->len;
  g_ptr_array_set_size (self->fresh, 0);
  g_array_set_size (self->places, 0);
  g_array_set_size (self->factors, 0);
  g_array_set_size (self->tags, 0);
  g_array_set_size (self->links, 0);
  g_array_set_size (self->findings, 0);
  g_byte_array_set_size (self->bytes, 0);
}

/* The number of a name; 0 of none. */
static guint
intern (TlPacker   *self,
        const char *name)
{
  if (name == NULL || name[0] == '\0')
    return 0;

  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name));

  if (number == 0)
    {
      char *own = g_strdup (name);

      number = ++self->n_names;
      g_hash_table_insert (self->names, own, GUINT_TO_POINTER (number));
      g_ptr_array_add (self->fresh, own);
    }
  return number;
}

/* Finds the place of the factor with that number. */
static gboolean
find_place (TlPacker *self,
            guint     row,
            guint    *place)
{
  guint found = row < self->places->len ? g_array_index (self->places, guint, row) : 0;

  *place = found - 1;
  return found > 0;
}

/**
 * tl_packer_add_factor:
 * @self: a packer
 * @row: its number within the record, more than that of the factor before
 * @level: (nullable): its level
 */
void
tl_packer_add_factor (TlPacker   *self,
                      guint       row,
                      const char *level)
{
  TlPackedFactor factor = { .row = row, .level = intern (self, level) };

  g_array_append_val (self->factors, factor);
  if (row >= self->places->len)
    g_array_set_size (self->places, row + 1);
  g_array_index (self->places, guint, row) = self->factors->len;
}

static TlPackedState
read_state (const char *state)
{
  static const char *const states[] = { "asserted", "supported", "contested", "rejected" };

  for (guint i = 1; state != NULL && i < G_N_ELEMENTS (states); i++)
    if (strcmp (state, states[i]) == 0)
      return (TlPackedState) i;
  return TL_PACKED_STATE_ASSERTED;
}

/**
 * tl_packer_add_link:
 * @self: a packer
 * @cause: the number of a factor within the record
 * @effect: likewise
 * @kind: (nullable): its kind
 * @state: (nullable): its state
 * @test_answer: (nullable): what its counterfactual test gave
 */
void
tl_packer_add_link (TlPacker   *self,
                    guint       cause,
                    guint       effect,
                    const char *kind,
                    const char *state,
                    const char *test_answer)
{
  TlPackedLink link = {
    .kind = intern (self, kind),
    .state = read_state (state),
    .tested = g_strcmp0 (test_answer, "would_not_have") == 0 || g_strcmp0 (test_answer, "less_likely") == 0,
  };

  if (find_place (self, cause, &link.cause) && find_place (self, effect, &link.effect))
    g_array_append_val (self->links, link);
}

/**
 * tl_packer_add_tag:
 * @self: a packer
 * @target: the number of what is tagged, within the record
 * @code: (nullable): its code
 * @verdict: (nullable): what is said instead of a code
 * @marks: who says so: %TL_CODING_TAGGED and the like
 */
void
tl_packer_add_tag (TlPacker   *self,
                   guint       target,
                   const char *code,
                   const char *verdict,
                   guint       marks)
{
  Tag tag = { .marks = marks };

  if (!find_place (self, target, &tag.place))
    return;
  if (verdict == NULL && code != NULL)
    tag.name = intern (self, code);
  if (tag.name > 0 || g_strcmp0 (verdict, "cannot_code") == 0)
    g_array_append_val (self->tags, tag);
}

/**
 * tl_packer_add_finding_factor:
 * @self: a packer
 * @finding: the number of a finding within the record; its factors follow one another
 * @factor: the number of a factor that it rests on
 */
void
tl_packer_add_finding_factor (TlPacker *self,
                              guint     finding,
                              guint     factor)
{
  FindingFactor one = { .finding = finding };

  if (find_place (self, factor, &one.place))
    g_array_append_val (self->findings, one);
}

/* Writing */

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
  const Tag *one = a, *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->name < other->name ? -1 : one->name > other->name;
}

/* Several coders' tags of one code become one. */
static void
merge_tags (GArray *tags)
{
  guint n = 0;

  g_array_sort (tags, compare_tags);
  for (guint i = 0; i < tags->len; i++)
    {
      Tag *tag = &g_array_index (tags, Tag, i);
      Tag *last = n > 0 ? &g_array_index (tags, Tag, n - 1) : NULL;

      if (last != NULL && compare_tags (last, tag) == 0)
        last->marks |= tag->marks;
      else
        g_array_index (tags, Tag, n++) = *tag;
    }
  g_array_set_size (tags, n);
}

static void
append_factors (TlPacker *self)
{
  guint at = 0, row = 0;

  append (self, self->factors->len);
  for (guint i = 0; i < self->factors->len; i++)
    {
      const TlPackedFactor *factor = &g_array_index (self->factors, TlPackedFactor, i);
      guint end = at;

      while (end < self->tags->len && g_array_index (self->tags, Tag, end).place == i)
        end++;

      /* What has no name sorts first. */
      guint cannot_code = at < end && g_array_index (self->tags, Tag, at).name == 0;

      at += cannot_code;
      append (self, factor->row - row);
      append (self, factor->level);
      append (self, (end - at) << 1 | cannot_code);
      for (; at < end; at++)
        {
          const Tag *tag = &g_array_index (self->tags, Tag, at);

          append (self, tag->name << TL_PACKER_MARK_BITS
                          | (tag->marks & (TL_CODING_TAGGED_LEAD | TL_CODING_TAGGED_AGREED)) >> 1);
        }
      row = factor->row;
    }
}

static void
append_findings (TlPacker *self)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    if (i == 0 || g_array_index (self->findings, FindingFactor, i - 1).finding
                    != g_array_index (self->findings, FindingFactor, i).finding)
      n++;
  append (self, n);
  for (guint at = 0, end; at < self->findings->len; at = end)
    {
      guint finding = g_array_index (self->findings, FindingFactor, at).finding;

      for (end = at; end < self->findings->len; end++)
        if (g_array_index (self->findings, FindingFactor, end).finding != finding)
          break;
      append (self, finding);
      append (self, end - at);
      for (guint i = at; i < end; i++)
        append (self, g_array_index (self->findings, FindingFactor, i).place);
    }
}

static gboolean
insert_names (TlPacker  *self,
              GError   **error)
{
  for (guint i = 0; i < self->fresh->len; i++)
    {
      sqlite3_bind_int64 (self->insert_name, 1, self->n_names - self->fresh->len + i + 1);
      sqlite3_bind_text (self->insert_name, 2, self->fresh->pdata[i], -1, SQLITE_STATIC);
      if (!tl_connection_run (self->connection, self->insert_name, error))
        return FALSE;
    }
  g_ptr_array_set_size (self->fresh, 0);
  return TRUE;
}

/**
 * tl_packer_finish:
 * @self: a packer
 * @record: whose graph it was
 * @error: return location
 *
 * Writes the graph.
 *
 * Returns: %FALSE on failure; the transaction is then to be rolled back and @self to be freed
 */
gboolean
tl_packer_finish (TlPacker  *self,
                  gint64     record,
                  GError   **error)
{
  merge_tags (self->tags);
  append_factors (self);
  append (self, self->links->len);
  for (guint i = 0; i < self->links->len; i++)
    {
      const TlPackedLink *link = &g_array_index (self->links, TlPackedLink, i);

      append (self, link->cause);
      append (self, link->effect);
      append (self, link->kind << 3 | (guint) link->state << 1 | (link->tested ? 1 : 0));
    }
  append_findings (self);

  if (!insert_names (self, error))
    return FALSE;
  sqlite3_bind_int64 (self->insert_graph, 1, record);
  sqlite3_bind_blob (self->insert_graph, 2, self->bytes->data, (int) self->bytes->len, SQLITE_STATIC);
  return tl_connection_run (self->connection, self->insert_graph, error);
}
