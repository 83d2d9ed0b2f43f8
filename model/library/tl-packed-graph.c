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
read_number (Reader *reader)
{
  guint number = 0;

  for (guint shift = 0; shift < 32; shift += 7)
    {
      if (reader->at == reader->end)
        break;

      guint8 byte = *reader->at++;

      number |= (guint) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return number;
    }
  reader->sound = FALSE;
  return 0;
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
static guint
read_place (Reader              *reader,
            const TlPackedGraph *graph)
{
  guint place = read_number (reader);

  if (place < graph->factors->len)
    return place;
  reader->sound = FALSE;
  return 0;
}

static void
read_factor (Reader        *reader,
             TlPackedGraph *graph,
             guint          row)
{
  TlPackedFactor factor = { .row = row, .level = read_number (reader), .first_code = graph->codes->len };
  guint head = read_number (reader);

  factor.cannot_code = head & 1;
  factor.n_codes = head >> 1;
  for (guint i = 0; i < factor.n_codes && reader->sound; i++)
    {
      guint both = read_number (reader);
      TlPackedCode code = { both >> TL_PACKER_MARK_BITS,
                            TL_CODING_TAGGED | (both & ((1 << TL_PACKER_MARK_BITS) - 1)) << 1 };

      g_array_append_val (graph->codes, code);
    }
  g_array_append_val (graph->factors, factor);
}

static void
read_link (Reader        *reader,
           TlPackedGraph *graph)
{
  TlPackedLink link = { .cause = read_place (reader, graph), .effect = read_place (reader, graph) };
  guint both = read_number (reader);

  link.tested = both & 1;
  link.state = (TlPackedState) (both >> 1 & 3);
  link.kind = both >> 3;
  g_array_append_val (graph->links, link);
}

static void
read_finding (Reader        *reader,
              TlPackedGraph *graph)
{
  TlPackedFinding finding = { .row = read_number (reader), .first_factor = graph->finding_factors->len };

  finding.n_factors = read_length (reader);
  for (guint i = 0; i < finding.n_factors && reader->sound; i++)
    {
      guint place = read_place (reader, graph);

      g_array_append_val (graph->finding_factors, place);
    }
  g_array_append_val (graph->findings, finding);
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
 * @graph: what was in it is forgotten; its record stays
 * @bytes: (array length=length): as tl_packer_finish() wrote them
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
  guint row = 0;

  g_array_set_size (graph->factors, 0);
  g_array_set_size (graph->codes, 0);
  g_array_set_size (graph->links, 0);
  g_array_set_size (graph->findings, 0);
  g_array_set_size (graph->finding_factors, 0);
  for (guint n = read_length (&reader); n > 0 && reader.sound; n--)
    {
      row += read_number (&reader);
      read_factor (&reader, graph, row);
    }
  for (guint n = read_length (&reader); n > 0 && reader.sound; n--)
    read_link (&reader, graph);
  for (guint n = read_length (&reader); n > 0 && reader.sound; n--)
    read_finding (&reader, graph);
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
 * tl_library_scan_graphs:
 * @self: a library
 * @filter: (nullable): says which records to read; all that are not superseded if %NULL
 * @func: takes the graphs one by one, in order of their records
 * @data: for @filter and @func
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Goes through the graphs of a library, as far as @func wants.
 *
 * Returns: %FALSE on failure
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
  g_autoptr (TlPackedGraph) graph = tl_packed_graph_new ();
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);
  gboolean row = statement != NULL;

  while (row)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !tl_connection_step (connection, statement, &row, error))
        break;
      if (!row)
        return TRUE;
      graph->record = sqlite3_column_int64 (statement, 0);
      if (filter != NULL && !filter (graph->record, data))
        continue;

      gconstpointer bytes = sqlite3_column_blob (statement, 1);

      if (!tl_packed_graph_read (graph, bytes, (gsize) sqlite3_column_bytes (statement, 1)))
        {
          tl_connection_fail (connection, SQLITE_CORRUPT, error);
          break;
        }
      if (!func (graph, data))
        {
          sqlite3_reset (statement);
          return TRUE;
        }
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  tl_library_explain (tl_library_get_name (self), error);
  return FALSE;
}
