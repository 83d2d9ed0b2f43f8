/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out a graph from a file and writes the drawing and the time it took, so that the layout can be measured beside
 * other layout programs. Reads acci-graph-1 and writes acci-layout-1, both plain JSON; see usage below.
 */
#include "config.h"

#include <json-glib/json-glib.h>

#include "model/layout/tl-layout.h"

/* Straight pieces that stand for one cubic curve. */
#define N_PIECES 12

typedef struct
{
  GPtrArray *ids;      /* of the boxes */
  GPtrArray *line_ids; /* of the lines */
  GHashTable *numbers; /* of the boxes, by id */
  GArray *boxes;
  GArray *lines;
  int n_bands;
} Graph;

static void
graph_free (Graph *graph)
{
  g_ptr_array_unref (graph->ids);
  g_ptr_array_unref (graph->line_ids);
  g_hash_table_unref (graph->numbers);
  g_array_unref (graph->boxes);
  g_array_unref (graph->lines);
  g_free (graph);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Graph, graph_free)

static TlLayoutBox *
find_box (Graph      *graph,
          const char *id)
{
  gpointer number;

  if (id == NULL || !g_hash_table_lookup_extended (graph->numbers, id, NULL, &number))
    return NULL;
  return &g_array_index (graph->boxes, TlLayoutBox, GPOINTER_TO_UINT (number));
}

static JsonObject *
read_object (JsonParser *parser,
             const char *path,
             const char *format,
             GError    **error)
{
  JsonNode *root;

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) ||
      g_strcmp0 (json_object_get_string_member_with_default (json_node_get_object (root), "format", NULL), format) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is not of the format %s.", path, format);
      return NULL;
    }
  return json_node_get_object (root);
}

static gboolean
read_boxes (Graph      *graph,
            JsonObject *object,
            GError    **error)
{
  JsonArray *nodes = json_object_get_array_member (object, "nodes");

  for (guint i = 0; nodes != NULL && i < json_array_get_length (nodes); i++)
    {
      JsonObject *node = json_array_get_object_element (nodes, i);
      char *id = g_strdup (json_object_get_string_member (node, "id"));
      TlLayoutBox box = {
        .band = (int) json_object_get_int_member (node, "level"),
        .width = json_object_get_double_member (node, "w"),
        .height = json_object_get_double_member (node, "h"),
      };

      g_ptr_array_add (graph->ids, id);
      if (id == NULL || box.band < 0 || !(box.width > 0) || !(box.height > 0))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Node %u lacks an id, a level or a size.", i);
          return FALSE;
        }
      graph->n_bands = MAX (graph->n_bands, box.band + 1);
      g_hash_table_insert (graph->numbers, id, GUINT_TO_POINTER (i));
      g_array_append_val (graph->boxes, box);
    }
  return TRUE;
}

static gboolean
read_lines (Graph      *graph,
            JsonObject *object,
            GError    **error)
{
  JsonArray *edges = json_object_get_array_member (object, "edges");

  for (guint i = 0; edges != NULL && i < json_array_get_length (edges); i++)
    {
      JsonObject *edge = json_array_get_object_element (edges, i);
      const TlLayoutBox *first = (const TlLayoutBox *) graph->boxes->data;
      const TlLayoutBox *from = find_box (graph, json_object_get_string_member (edge, "from"));
      const TlLayoutBox *to = find_box (graph, json_object_get_string_member (edge, "to"));
      TlLayoutLine line;

      if (from == NULL || to == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Edge %u joins a node that is not there.", i);
          return FALSE;
        }
      line = (TlLayoutLine) { .from = (int) (from - first), .to = (int) (to - first) };
      g_ptr_array_add (graph->line_ids, g_strdup (json_object_get_string_member (edge, "id")));
      g_array_append_val (graph->lines, line);
    }
  return TRUE;
}

static Graph *
read_graph (const char *path,
            GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (Graph) graph = g_new0 (Graph, 1);
  JsonObject *object;

  graph->ids = g_ptr_array_new_with_free_func (g_free);
  graph->line_ids = g_ptr_array_new_with_free_func (g_free);
  graph->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  graph->boxes = g_array_new (FALSE, FALSE, sizeof (TlLayoutBox));
  graph->lines = g_array_new (FALSE, FALSE, sizeof (TlLayoutLine));
  graph->n_bands = 1;

  object = read_object (parser, path, "acci-graph-1", error);
  if (object == NULL || !read_boxes (graph, object, error) || !read_lines (graph, object, error))
    return NULL;
  return g_steal_pointer (&graph);
}

/* Takes over the places of an earlier drawing. */
static gboolean
read_places (Graph      *graph,
             const char *path,
             GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = read_object (parser, path, "acci-layout-1", error);
  JsonArray *nodes;

  if (object == NULL)
    return FALSE;
  nodes = json_object_get_array_member (object, "nodes");
  for (guint i = 0; nodes != NULL && i < json_array_get_length (nodes); i++)
    {
      JsonObject *node = json_array_get_object_element (nodes, i);
      TlLayoutBox *box = find_box (graph, json_object_get_string_member (node, "id"));

      if (box == NULL)
        continue;
      box->x = json_object_get_double_member (node, "x");
      box->y = json_object_get_double_member (node, "y");
      box->placed = TRUE;
    }
  return TRUE;
}

/* Places for the boxes; then the curves of all lines. */
static gboolean
lay_out (const Graph           *graph,
         TlLayoutBox           *boxes,
         TlLayoutLine          *lines,
         const TlLayoutOptions *options,
         GPtrArray             *curves,
         GError               **error)
{
  guint n_boxes = graph->boxes->len;
  guint n_lines = graph->lines->len;
  g_autoptr (TlLayoutRoutes) routes = NULL;

  if (!tl_layout_run (boxes, n_boxes, lines, n_lines, options, NULL, error))
    return FALSE;
  routes = tl_layout_routes_new (boxes, n_boxes, lines, n_lines);
  for (guint i = 0; i < n_lines; i++)
    tl_layout_routes_get (routes, i, g_ptr_array_index (curves, i));
  return TRUE;
}

static void
append_number (GString    *text,
               const char *before,
               double      value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, before);
  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.3f", value));
}

/* Appends a string of JSON with its quotation marks. */
static void
append_id (GString    *text,
           const char *id)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), id);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (text, quoted);
}

static void
append_curve (GString      *text,
              const GArray *curve)
{
  guint n_pieces = N_PIECES * ((curve->len - 1) / 3);

  for (guint i = 0; i <= n_pieces; i++)
    {
      TlLayoutPoint point = tl_layout_curve_at ((const TlLayoutPoint *) curve->data, curve->len, (double) i / n_pieces);

      append_number (text, i > 0 ? ",[" : "[", point.x);
      append_number (text, ",", point.y);
      g_string_append (text, "]");
    }
}

static gboolean
write_drawing (const Graph       *graph,
               const TlLayoutBox *boxes,
               const GPtrArray   *curves,
               const GArray      *times,
               const char        *path,
               GError           **error)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"acci-layout-1\",\"tool\":\"throughline\",\"ms\":[");

  for (guint i = 0; i < times->len; i++)
    append_number (text, i > 0 ? "," : "", g_array_index (times, double, i));
  g_string_append (text, "],\n\"nodes\":[");
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      g_string_append (text, i > 0 ? ",\n{\"id\":" : "\n{\"id\":");
      append_id (text, g_ptr_array_index (graph->ids, i));
      append_number (text, ",\"x\":", boxes[i].x);
      append_number (text, ",\"y\":", boxes[i].y);
      append_number (text, ",\"w\":", boxes[i].width);
      append_number (text, ",\"h\":", boxes[i].height);
      g_string_append (text, "}");
    }
  g_string_append (text, "],\n\"edges\":[");
  for (guint i = 0; i < graph->lines->len; i++)
    {
      g_string_append (text, i > 0 ? ",\n{\"id\":" : "\n{\"id\":");
      append_id (text, g_ptr_array_index (graph->line_ids, i));
      g_string_append (text, ",\"points\":[");
      append_curve (text, g_ptr_array_index (curves, i));
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}\n");
  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

/* Lays out @n_runs times from the same start and writes the last drawing. */
static gboolean
measure (const Graph           *graph,
         const TlLayoutOptions *options,
         int                    n_runs,
         const char            *path,
         GError               **error)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) curves = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree TlLayoutBox *boxes = g_new (TlLayoutBox, graph->boxes->len + 1);
  g_autofree TlLayoutLine *lines = g_new (TlLayoutLine, graph->lines->len + 1);

  for (guint i = 0; i < graph->lines->len; i++)
    g_ptr_array_add (curves, g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint)));
  for (int i = 0; i < n_runs; i++)
    {
      gint64 start;
      double time;

      if (graph->boxes->len > 0)
        memcpy (boxes, graph->boxes->data, sizeof (TlLayoutBox) * graph->boxes->len);
      if (graph->lines->len > 0)
        memcpy (lines, graph->lines->data, sizeof (TlLayoutLine) * graph->lines->len);
      start = g_get_monotonic_time ();
      if (!lay_out (graph, boxes, lines, options, curves, error))
        return FALSE;
      time = (double) (g_get_monotonic_time () - start) / 1000;
      g_array_append_val (times, time);
    }
  return write_drawing (graph, boxes, curves, times, path, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;
  g_autofree char *earlier = NULL;
  int n_runs = 1;
  gboolean thorough = FALSE;
  gboolean wide = FALSE;
  const GOptionEntry entries[] = {
    { "in", 0, 0, G_OPTION_ARG_FILENAME, &in, "The graph", "FILE" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, "Where to write the drawing", "FILE" },
    { "prev", 0, 0, G_OPTION_ARG_FILENAME, &earlier, "An earlier drawing whose places are kept", "FILE" },
    { "reps", 0, 0, G_OPTION_ARG_INT, &n_runs, "How often to lay out", "N" },
    { "thorough", 0, 0, G_OPTION_ARG_NONE, &thorough, "Take more time to find fewer crossings", NULL },
    { "wide", 0, 0, G_OPTION_ARG_NONE, &wide, "Let rows grow as wide as they are", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Graph) graph = NULL;
  TlLayoutOptions options;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || in == NULL || out == NULL || n_runs < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Needed: --in FILE --out FILE, and at least one run.");
      return 2;
    }
  graph = read_graph (in, &error);
  if (graph != NULL && (earlier == NULL || read_places (graph, earlier, &error)))
    {
      tl_layout_options_init (&options, graph->n_bands);
      options.thorough = thorough;
      options.keep = earlier != NULL;
      options.row_width = wide ? -1 : 0;
      if (measure (graph, &options, n_runs, out, &error))
        return 0;
    }
  g_printerr ("%s\n", error->message);
  return 1;
}
