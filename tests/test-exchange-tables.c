/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph as tables and as files for other programs. */
#include "config.h"

#include "model/exchange/tl-csv-tables.h"
#include "model/exchange/tl-csv.h"
#include "model/exchange/tl-graph-files.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "model/base/tl-data.h"
#include "tests/support/tl-generate.h"

static char *
in_folder (const char *name)
{
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  return g_build_filename (g_get_user_runtime_dir (), name, NULL);
}

static GPtrArray *
parse (const char *text,
       gssize      length,
       GPtrArray  *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return tl_csv_parse (bytes, problems);
}

static void
cells_come_back_as_they_were (void)
{
  static const char *const cells[] = {
    "\xef\xbb\xbfmarked", "plain", "", "a,b", "say \"so\"", "two\nlines", "\r\n",
    "=1+1", "+44", "-", "@x", "'", "'=", "''=x", "'quoted'",
    " padded ", "é🌱", "=\"a,b\"", "\t",
  };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = tl_problems_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    tl_csv_append_cell (out, cells[i]);
  g_string_append (out, "\r\n");
  for (guint i = G_N_ELEMENTS (cells); i > 0; i--)
    tl_csv_append_cell (out, cells[i - 1]);

  g_autoptr (GPtrArray) rows = parse (out->str, (gssize) out->len, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_assert_cmpstr (((TlCsvRow *) rows->pdata[0])->cells[i], ==, cells[i]);
      g_assert_cmpstr (((TlCsvRow *) rows->pdata[1])->cells[G_N_ELEMENTS (cells) - 1 - i], ==, cells[i]);
    }
}

static void
no_cell_is_a_formula (void)
{
  static const char *const cells[] = { "=1", "+1", "-1", "@1", "=a,b" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      tl_csv_append_cell (out, cells[i]);
      g_assert_cmpint (out->str[out->str[0] == '"' ? 1 : 0], ==, '\'');
    }
}

static void
a_byte_order_mark_and_any_line_ends_are_taken (void)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (GPtrArray) rows = parse ("\xef\xbb\xbf" "a,b\r\n\r\n1,2\r3,\n4,\"5\"", -1, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpstr (((TlCsvRow *) rows->pdata[0])->cells[0], ==, "a");
  g_assert_cmpstr (((TlCsvRow *) rows->pdata[2])->cells[1], ==, "");
  g_assert_cmpstr (((TlCsvRow *) rows->pdata[3])->cells[1], ==, "5");
}

typedef struct {
  const char *name;
  const char *factors;
  const char *links;
  const char *code;
  guint       line;
} Case;

#define FACTORS "id,kind,level,statement,detail\n"
#define LINKS "cause,effect,kind,rationale\n"
#define TWO FACTORS "1,action,case,One,\n2,outcome,4,Two,\"more,\nlines\"\n"

static const Case cases[] = {
  { "an-empty-table", "", NULL, "X104", 1 },
  { "a-missing-column", "id,kind,level,statement\n1,,,x\n", NULL, "X104", 1 },
  { "an-unknown-column", "id,kind,level,statement,detail,colour\n", NULL, "X102", 1 },
  { "a-column-twice", "id,kind,level,statement,detail,id\n", NULL, "X105", 1 },
  { "a-row-too-short", FACTORS "1,action\n", NULL, "X104", 2 },
  { "an-open-quotation-mark", FACTORS "1,action,case,\"One,\n2,,,,\n", NULL, "X001", 2 },
  { "a-quotation-mark-inside", FACTORS "1,action,case,On\"e,\n", NULL, "X001", 2 },
  { "text-after-a-quotation-mark", FACTORS "1,action,case,\"On\"e,\n", NULL, "X001", 2 },
  { "invalid-utf-8", FACTORS "1,action,case,\xc3\x28,\n", NULL, "X007", 2 },
  { "a-level-that-is-none", FACTORS "1,action,galaxy,One,\n", NULL, "X204", 2 },
  { "a-level-number-too-high", FACTORS "1,action,9,One,\n", NULL, "X204", 2 },
  { "a-kind-that-is-none", FACTORS "1,wish,case,One,\n", NULL, "X204", 2 },
  { "a-duplicate-id", FACTORS "1,action,case,One,\n\n1,action,case,Two,\n", NULL, "X301", 4 },
  { "no-id", FACTORS ",action,case,One,\n", NULL, "X104", 2 },
  { "an-unknown-cause", TWO, LINKS "1,2,contributes,\n3,2,contributes,\n", "X302", 3 },
  { "an-unknown-effect", TWO, LINKS "1,7,contributes,\n", "X302", 2 },
  { "no-effect", TWO, LINKS "1,,contributes,\n", "X104", 2 },
  { "a-link-kind-that-is-none", TWO, LINKS "1,2,magic,\n", "X204", 2 },
};

static void
a_broken_table_is_refused (const void *data)
{
  const Case *broken = data;
  g_autofree char *factors_path = in_folder ("factors.csv");
  g_autofree char *links_path = in_folder ("links.csv");
  g_autofree char *review_path = in_folder ("made.throughline");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (factors_path, broken->factors, -1, NULL));
  g_assert_true (g_file_set_contents (links_path, broken->links != NULL ? broken->links : LINKS, -1, NULL));
  g_assert_false (tl_import_csv (factors_path, links_path, "learning-together", review_path, NULL, TL_IMPORT_DEFAULT,
                                 &problems, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, broken->links != NULL ? "links.csv" : "factors.csv"));
  g_assert_cmpstr (tl_problem_get_code (problems->pdata[0]), ==, broken->code);
  g_assert_cmpuint (((TlProblem *) problems->pdata[0])->line, ==, broken->line);
  g_assert_false (g_file_test (review_path, G_FILE_TEST_EXISTS));
}

static void
two_tables_become_a_review (void)
{
  g_autofree char *factors_path = in_folder ("factors.csv");
  g_autofree char *links_path = in_folder ("links.csv");
  g_autofree char *review_path = in_folder ("made.throughline");
  g_autoptr (GError) error = NULL;
  const char *kept = "0f9b0f3a-0000-4000-8000-00000000000a";

  g_assert_true (g_file_set_contents (factors_path,
                                      TWO "0f9b0f3a-0000-4000-8000-00000000000a,condition,1,'=Three,\n", -1, NULL));
  g_assert_true (g_file_set_contents (
      links_path,
      LINKS "1,2,contributes,\"because, \"\"so\"\"\"\n0f9b0f3a-0000-4000-8000-00000000000a,1,enables,\n", -1, NULL));
  tl_import_csv (factors_path, links_path, "learning-together", review_path, "Tester", TL_IMPORT_DEFAULT, NULL, NULL,
                 &error);
  g_assert_no_error (error);

  g_autoptr (TlReview) review = tl_review_open (review_path, TL_REVIEW_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "factor")), ==, 3);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "link")), ==, 2);
  TlRecord *third = tl_review_lookup (review, kept);
  g_assert_cmpstr (tl_record_get_text (third, "statement"), ==, "=Three");
  g_assert_cmpstr (tl_record_get_text (third, "level"), ==, "national");
}

static char *
read_text (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static TlReview *
generate (guint32 seed)
{
  g_autofree char *path = in_folder ("generated.throughline");
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  g_autoptr (GPtrArray) planted = tl_generate_review (path, seed, 12);
  TlReview *review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  return review;
}

static void
tables_come_back_the_same (void)
{
  g_autofree char *first = in_folder ("first");
  g_autofree char *second = in_folder ("second");
  g_autofree char *again = in_folder ("again.throughline");
  g_autofree char *factors_path = g_build_filename (first, "factors.csv", NULL);
  g_autofree char *links_path = g_build_filename (first, "links.csv", NULL);

  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (TlReview) review = generate (seed);
      const char *method = tl_record_get_text (tl_review_get_subject (review), "method");
      g_autoptr (GError) error = NULL;

      tl_export_csv (review, first, &error);
      g_assert_no_error (error);
      tl_import_csv (factors_path, links_path, method, again, NULL, TL_IMPORT_REPLACE, NULL, NULL, &error);
      g_assert_no_error (error);

      g_autoptr (TlReview) copy = tl_review_open (again, TL_REVIEW_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
      tl_export_csv (copy, second, &error);
      g_assert_no_error (error);

      g_autofree char *factors = read_text (first, "factors.csv");
      g_autofree char *factors_again = read_text (second, "factors.csv");
      g_assert_cmpstr (factors, ==, factors_again);
      g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "link")), ==,
                        tl_record_list_get_n (tl_review_get_list (copy, "link")));
      g_assert_false (g_str_has_prefix (factors, "\xef\xbb\xbf"));
    }
}

static void
count_element (xmlNode    *node,
               const char *name,
               guint      *n)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        *n += strcmp ((const char *) node->name, name) == 0;
        count_element (node->children, name, n);
      }
}

/* What the schema of GraphML 1.0 asks beyond being well-formed: one datum a key, names without spaces. */
static void
check_data (xmlNode *node)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

        for (xmlNode *child = node->children; child != NULL; child = child->next)
          if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, "data") == 0)
            {
              xmlChar *key = xmlGetProp (child, (const xmlChar *) "key");
              g_assert_true (g_hash_table_add (keys, g_strdup ((const char *) key)));
              g_assert_null (strchr ((const char *) key, ' '));
              xmlFree (key);
            }
        check_data (node->children);
      }
}

static void
graphml_holds_every_factor_and_link_once (void)
{
  for (guint32 seed = 21; seed <= 26; seed++)
    {
      g_autoptr (TlReview) review = generate (seed);
      g_autofree char *text = tl_graphml_dup (review);
      xmlDoc *document = xmlReadMemory (text, (int) strlen (text), "graph", NULL, XML_PARSE_NONET);
      guint nodes = 0, edges = 0;

      g_assert_nonnull (document);
      count_element (xmlDocGetRootElement (document), "node", &nodes);
      count_element (xmlDocGetRootElement (document), "edge", &edges);
      g_assert_cmpuint (nodes, ==, tl_record_list_get_n (tl_review_get_list (review, "factor")));
      g_assert_cmpuint (edges, ==, tl_record_list_get_n (tl_review_get_list (review, "link")));
      check_data (xmlDocGetRootElement (document));
      xmlFreeDoc (document);
    }
}

/* Takes quoted strings out; what is left has no quotation mark and as many braces open as close. */
static void
dot_quotes_every_label (void)
{
  for (guint32 seed = 31; seed <= 36; seed++)
    {
      g_autoptr (TlReview) review = generate (seed);
      g_autofree char *text = tl_dot_dup (review);
      gboolean quoted = FALSE;
      int depth = 0;
      guint arrows = 0;

      for (const char *p = text; *p != '\0'; p++)
        if (quoted && *p == '\\')
          p++;
        else if (*p == '"')
          quoted = !quoted;
        else if (!quoted)
          {
            depth += *p == '{';
            depth -= *p == '}';
            arrows += *p == '-' && p[1] == '>';
          }
      g_assert_false (quoted);
      g_assert_cmpint (depth, ==, 0);
      g_assert_cmpuint (arrows, ==, tl_record_list_get_n (tl_review_get_list (review, "link")));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/tables/cells-come-back-as-they-were", cells_come_back_as_they_were);
  g_test_add_func ("/exchange/tables/no-cell-is-a-formula", no_cell_is_a_formula);
  g_test_add_func ("/exchange/tables/a-byte-order-mark-and-any-line-ends-are-taken",
                   a_byte_order_mark_and_any_line_ends_are_taken);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/exchange/tables/refuses/%s", cases[i].name);
      g_test_add_data_func (name, &cases[i], a_broken_table_is_refused);
    }
  g_test_add_func ("/exchange/tables/two-tables-become-a-review", two_tables_become_a_review);
  g_test_add_func ("/exchange/tables/tables-come-back-the-same", tables_come_back_the_same);
  g_test_add_func ("/exchange/tables/graphml-holds-every-factor-and-link-once",
                   graphml_holds_every_factor_and_link_once);
  g_test_add_func ("/exchange/tables/dot-quotes-every-label", dot_quotes_every_label);
  return g_test_run ();
}
