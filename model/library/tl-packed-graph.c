/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads packed graphs: one blob a record, beside the tables it is made from. Numbers are in groups of seven bits, the
 * lowest first; the highest bit says that more follows. tl-packer.c writes them and says in which order. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-packed-graph.h"

#include "model/library/tl-library-private.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-packer.h"

typedef struct {
  const guint8 *at;
  const guint8 *end;
  gboolean      sound;
} Reader;

static guint
read_long_number (Reader *reader)
{
  guint number = 0;

  for (guint shift = 0; shift < 32 && reader->at < reader->end; shift += 7)
    {
      guint8 byte = *reader->at++;

      number |= (guint) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return number;
    }
  reader->sound = FALSE;
  return 0;
}

static inline guint
read_number (Reader *reader)
{
  if (reader->at < reader->end && *reader->at < 0x80)
    return *reader->at++;
  return read_long_number (reader);
}

/* How many of something follow, each at least a byte long. */
static guint
read_length (Reader *reader)
{
  guint n = read_number (reader);

  if (n <= (gsize) (reader->end - reader->at))
    return n;
  reader->sound = FALSE;
  return 0;
}

/* The place of a factor. */
static inline guint
read_place (Reader *reader,
            guint   n_factors)
{
  guint place = read_number (reader);

  if (place < n_factors)
    return place;
  reader->sound = FALSE;
  return 0;
}

/* Makes room for @n more, which the caller fills. */
static gpointer
extend (GArray *array,
        guint   n)
{
  guint length = array->len;

  g_array_set_size (array, length + n);
  return array->data + (gsize) length * g_array_get_element_size (array);
}

static void
read_codes (Reader        *reader,
            TlPackedGraph *graph,
            guint          n)
{
  TlPackedCode *codes = extend (graph->codes, n);

  for (guint i = 0; i < n; i++)
    {
      guint both = read_number (reader);

      codes[i].name = both >> TL_PACKER_MARK_BITS;
      codes[i].marks = TL_CODING_TAGGED | (both & ((1 << TL_PACKER_MARK_BITS) - 1)) << 1;
    }
}

static void
read_factors (Reader        *reader,
              TlPackedGraph *graph)
{
  guint n = read_length (reader), row = 0;
  TlPackedFactor *factors = extend (graph->factors, n);

  for (guint i = 0; i < n && reader->sound; i++)
    {
      row += read_number (reader);
      factors[i].row = row;
      factors[i].level = read_number (reader);

      guint head = read_number (reader);

      factors[i].cannot_code = head & 1;
      factors[i].first_code = graph->codes->len;
      factors[i].n_codes = head >> 1;
      if (factors[i].n_codes > (gsize) (reader->end - reader->at))
        reader->sound = FALSE;
      else if (factors[i].n_codes > 0)
        read_codes (reader, graph, factors[i].n_codes);
    }
}

static void
read_links (Reader        *reader,
            TlPackedGraph *graph)
{
  guint n = read_length (reader), n_factors = graph->factors->len;
  TlPackedLink *links = extend (graph->links, n);

  for (guint i = 0; i < n && reader->sound; i++)
    {
      links[i].cause = read_place (reader, n_factors);
      links[i].effect = read_place (reader, n_factors);

      guint both = read_number (reader);

      links[i].tested = both & 1;
      links[i].state = (TlPackedState) (both >> 1 & 3);
      links[i].kind = both >> 3;
    }
}

static void
read_findings (Reader        *reader,
               TlPackedGraph *graph)
{
  guint n = read_length (reader);
  TlPackedFinding *findings = extend (graph->findings, n);

  for (guint i = 0; i < n && reader->sound; i++)
    {
      findings[i].row = read_number (reader);
      findings[i].first_factor = graph->finding_factors->len;
      findings[i].n_factors = read_length (reader);

      guint *places = extend (graph->finding_factors, findings[i].n_factors);

      for (guint j = 0; j < findings[i].n_factors; j++)
        places[j] = read_place (reader, graph->factors->len);
    }
}

/**
 * tl_packed_graph_new:
 *
 * Returns: (transfer full): room for one graph after the other
 */
TlPackedGraph *
tl_packed_graph_new (void)
{
  TlPackedGraph *graph = g_new0 (TlPackedGraph, 1);

  graph->factors = g_array_new (FALSE, FALSE, sizeof (TlPackedFactor));
  graph->codes = g_array_new (FALSE, FALSE, sizeof (TlPackedCode));
  graph->links = g_array_new (FALSE, FALSE, sizeof (TlPackedLink));
  graph->findings = g_array_new (FALSE, FALSE, sizeof (TlPackedFinding));
  graph->finding_factors = g_array_new (FALSE, FALSE, sizeof (guint));
  return graph;
}

/**
 * tl_packed_graph_free:
 * @graph: (transfer full): a graph
 */
void
tl_packed_graph_free (TlPackedGraph *graph)
{
  g_array_unref (graph->factors);
  g_array_unref (graph->codes);
  g_array_unref (graph->links);
  g_array_unref (graph->findings);
  g_array_unref (graph->finding_factors);
  g_free (graph);
}

/**
 * tl_packed_graph_read:
 * @graph: what was in it is forgotten
 * @bytes: (array length=length): as tl_packer_write() wrote them
 * @length: how many
 *
 * Returns: %FALSE if they are damaged
 */
gboolean
tl_packed_graph_read (TlPackedGraph *graph,
                      gconstpointer  bytes,
                      gsize          length)
{
  g_return_val_if_fail (graph != NULL && (bytes != NULL || length == 0), FALSE);

  Reader reader = { bytes, (const guint8 *) bytes + length, TRUE };

  g_array_set_size (graph->factors, 0);
  g_array_set_size (graph->codes, 0);
  g_array_set_size (graph->links, 0);
  g_array_set_size (graph->findings, 0);
  g_array_set_size (graph->finding_factors, 0);
  read_factors (&reader, graph);
  read_links (&reader, graph);
  read_findings (&reader, graph);
  return reader.sound && reader.at == reader.end;
}

/**
 * tl_library_list_names:
 * @self: a library
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): codes, levels and kinds of links by their numbers in packed
 *   graphs; no number is 0, and a number that is not in use has %NULL
 */
GPtrArray *
tl_library_list_names (TlLibrary  *self,
                       GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  TlConnection *connection = tl_library_get_connection (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT number, name FROM packed_name WHERE number "
                                                   "BETWEEN 1 AND 1000000 ORDER BY number", error);
  gboolean row = statement != NULL;

  while (row)
    {
      if (!tl_connection_step (connection, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&names);

      guint number = (guint) sqlite3_column_int64 (statement, 0);

      g_ptr_array_set_size (names, (int) number + 1);
      names->pdata[number] = g_strdup ((const char *) sqlite3_column_text (statement, 1));
    }
  return NULL;
}

/**
 * tl_library_fail_graph:
 * @self: a library
 * @error: return location
 *
 * Says that a packed graph is damaged.
 *
 * Returns: %FALSE
 */
gboolean
tl_library_fail_graph (TlLibrary  *self,
                       GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  tl_connection_fail (tl_library_get_connection (self), SQLITE_CORRUPT, error);
  tl_library_explain (tl_library_get_name (self), error);
  return FALSE;
}

/**
 * tl_library_scan_graphs:
 * @self: a library
 * @filter: (nullable): says which records to read; all that are not superseded if %NULL
 * @func: takes the packed graphs one by one, in order of their records
 * @data: for @filter and @func
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Goes through the graphs of a library.
 *
 * Returns: %FALSE on failure, or if @func says that a graph is damaged
 */
gboolean
tl_library_scan_graphs (TlLibrary           *self,
                        TlPackedFilterFunc   filter,
                        TlPackedGraphFunc    func,
                        gpointer             data,
                        GCancellable        *cancellable,
                        GError             **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && func != NULL, FALSE);

  TlConnection *connection = tl_library_get_connection (self);
  const char *sql = filter != NULL ? "SELECT record, graph FROM packed ORDER BY record"
                                   : "SELECT record, graph FROM packed JOIN record ON number = record "
                                     "WHERE NOT superseded ORDER BY record";
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);
  gboolean row = statement != NULL, sound = TRUE;

  while (row && sound)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !tl_connection_step (connection, statement, &row, error))
        break;
      if (!row)
        return TRUE;

      gint64 record = sqlite3_column_int64 (statement, 0);

      if (filter != NULL && !filter (record, data))
        continue;

      gconstpointer bytes = sqlite3_column_blob (statement, 1);

      sound = func (record, bytes, (gsize) sqlite3_column_bytes (statement, 1), data);
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  if (!sound)
    return tl_library_fail_graph (self, error);
  tl_library_explain (tl_library_get_name (self), error);
  return FALSE;
}
