/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packed graphs: each is what a slow walk through the file finds, whether written as the record was taken in or made
 * anew from the tables; and a damaged one is refused. */
#include "config.h"

#include <string.h>

#include "model/library/tl-library-tables.h"
#include "model/library/tl-packed-graph.h"
#include "tests/library-case.h"
#include "tests/support/tl-walk.h"

#define N_RECORDS 60

static LibraryCase generated;
static TlLibrary *library;

static void
set_up (void)
{
  static const char *const gap[] = { NULL };
  static const TlPlant plants[] = { { gap, 1, NULL, 0, "No code says that %u letters came back", 50 } };
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 11, .plants = plants, .n_plants = 1 };

  library_case_set_up (&generated, &options);
  library = generated.library;
}

static char *
dup_text (const char *sql,
          gint64      number)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = tl_connection_prepare (tl_library_get_connection (library), sql, &error);
  gboolean row;

  g_assert_no_error (error);
  sqlite3_bind_int64 (statement, 1, number);
  g_assert_true (tl_connection_step (tl_library_get_connection (library), statement, &row, &error));
  g_assert_true (row);

  char *text = g_strdup ((const char *) sqlite3_column_text (statement, 0));

  sqlite3_reset (statement);
  return text;
}

/* A graph in lines that say all of it, whatever numbers stand for names. */

static int
compare_lines (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dup_packed_factor (gint64               record,
                   const TlPackedGraph *graph,
                   GPtrArray           *names,
                   guint                place)
{
  const TlPackedFactor *factor = &g_array_index (graph->factors, TlPackedFactor, place);
  g_autofree char *id = dup_text ("SELECT lower (hex (id)) FROM factor WHERE key = ?",
                                  record << TL_LIBRARY_KEY_BITS | factor->row);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < factor->n_codes; i++)
    g_ptr_array_add (codes, names->pdata[g_array_index (graph->codes, TlPackedCode, factor->first_code + i).name]);

  g_autofree char *joined = join_sorted (codes);
  const char *level = factor->level > 0 ? names->pdata[factor->level] : "";

  return g_strdup_printf ("%s %s %s%s", id, level, factor->cannot_code ? "? " : "", joined);
}

static gboolean
describe_graph (gint64        record,
                gconstpointer bytes,
                gsize         length,
                gpointer      data)
{
  g_autoptr (TlPackedGraph) graph = tl_packed_graph_new ();
  g_autoptr (GPtrArray) names = tl_library_list_names (library, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTable *graphs = data;

  if (!tl_packed_graph_read (graph, bytes, length))
    return FALSE;
  for (guint i = 0; i < graph->factors->len; i++)
    g_ptr_array_add (lines, dup_packed_factor (record, graph, names, i));
  for (guint i = 0; i < graph->links->len; i++)
    {
      const TlPackedLink *link = &g_array_index (graph->links, TlPackedLink, i);
      g_autofree char *cause = dup_packed_factor (record, graph, names, link->cause);
      g_autofree char *effect = dup_packed_factor (record, graph, names, link->effect);

      if (link->state != TL_PACKED_STATE_REJECTED)
        g_ptr_array_add (lines, g_strdup_printf ("%s > %s%s", cause, effect, link->tested ? " tested" : ""));
    }
  g_ptr_array_add (lines, g_strdup_printf ("%u findings on %u factors", graph->findings->len,
                                           graph->finding_factors->len));
  g_hash_table_insert (graphs, dup_text ("SELECT file FROM record WHERE number = ?", record),
                       join_sorted (lines));
  return TRUE;
}

static char *
dup_walked_factor (const TlWalk *walk,
                   guint         at)
{
  const TlWalkFactor *factor = &g_array_index (walk->factors, TlWalkFactor, at);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_auto (GStrv) parts = g_strsplit (factor->record->id, "-", -1);
  g_autofree char *id = g_strjoinv ("", parts);

  for (guint i = 0; i < factor->codes->len; i++)
    g_ptr_array_add (codes, factor->codes->pdata[i]);

  g_autofree char *joined = join_sorted (codes);

  return g_strdup_printf ("%s %s %s%s", id, tl_walk_get_text (factor->record, "level"),
                          factor->cannot_code ? "? " : "", joined);
}

static char *
describe_walk (const TlWalk *walk)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_findings = 0, n_factors = 0;

  for (guint i = 0; i < walk->factors->len; i++)
    g_ptr_array_add (lines, dup_walked_factor (walk, i));
  for (guint i = 0; i < walk->links->len; i++)
    {
      const TlWalkLink *link = &g_array_index (walk->links, TlWalkLink, i);
      g_autofree char *cause = dup_walked_factor (walk, link->cause);
      g_autofree char *effect = dup_walked_factor (walk, link->effect);

      g_ptr_array_add (lines, g_strdup_printf ("%s > %s%s", cause, effect, link->tested ? " tested" : ""));
    }
  for (guint i = 0; i < walk->file->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (walk->file->records, i);

      if (strcmp (record->kind->name, "finding") == 0)
        {
          n_findings++;
          n_factors += g_strv_length (tl_plain_record_get (record, "factors")->list);
        }
    }
  g_ptr_array_add (lines, g_strdup_printf ("%u findings on %u factors", n_findings, n_factors));
  return join_sorted (lines);
}

static void
compare_all (void)
{
  g_autoptr (GHashTable) graphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;

  tl_library_scan_graphs (library, NULL, describe_graph, graphs, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (graphs), ==, N_RECORDS);
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("generated-%05u.xml", i + 1);
      g_autofree char *path = library_case_dup_file (&generated, i);
      g_autoptr (TlWalk) walk = tl_walk_new (path);
      g_autofree char *expected = describe_walk (walk);

      g_assert_cmpstr (g_hash_table_lookup (graphs, name), ==, expected);
    }
}

static void
graphs_are_those_of_the_files (void)
{
  compare_all ();
}

static void
graphs_can_be_made_anew (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_connection_execute (tl_library_get_connection (library),
                                        "UPDATE packed SET graph = x'00'; DELETE FROM packed WHERE record > 30; "
                                        "UPDATE packed_name SET name = 'x' || number", &error));
  tl_library_repack (library, &error);
  g_assert_no_error (error);
  compare_all ();
}

/* Whatever is cut off or turned over, a graph is read whole or refused, and refers to nothing outside itself. */
static void
damaged_graphs_are_refused (void)
{
  g_autofree char *hex = dup_text ("SELECT hex (graph) FROM packed WHERE record = ?", 1);
  gsize length = strlen (hex) / 2;
  g_autofree guint8 *bytes = g_malloc (length);
  g_autoptr (TlPackedGraph) graph = tl_packed_graph_new ();
  GRand *rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (hex[i * 2]) << 4 | g_ascii_xdigit_value (hex[i * 2 + 1]));
  g_assert_true (tl_packed_graph_read (graph, bytes, length));
  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *cut = g_memdup2 (bytes, MAX (i, 1));

      g_assert_false (tl_packed_graph_read (graph, cut, i));
    }
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree guint8 *turned = g_memdup2 (bytes, length);

      for (guint j = 0; j < 4; j++)
        turned[g_rand_int_range (rand, 0, (gint32) length)] = (guint8) g_rand_int (rand);
      if (!tl_packed_graph_read (graph, turned, length))
        continue;
      for (guint j = 0; j < graph->links->len; j++)
        {
          g_assert_cmpuint (g_array_index (graph->links, TlPackedLink, j).cause, <, graph->factors->len);
          g_assert_cmpuint (g_array_index (graph->links, TlPackedLink, j).effect, <, graph->factors->len);
        }
      for (guint j = 0; j < graph->finding_factors->len; j++)
        g_assert_cmpuint (g_array_index (graph->finding_factors, guint, j), <, graph->factors->len);
    }
  g_rand_free (rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  set_up ();

  g_test_add_func ("/library/graphs/are-those-of-the-files", graphs_are_those_of_the_files);
  g_test_add_func ("/library/graphs/can-be-made-anew", graphs_can_be_made_anew);
  g_test_add_func ("/library/graphs/damaged-ones-are-refused", damaged_graphs_are_refused);

  int status = g_test_run ();

  library_case_tear_down (&generated);
  return status;
}
