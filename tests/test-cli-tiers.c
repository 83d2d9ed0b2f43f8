/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli lets a review out for the board and the public, and says before by what somebody could be found
 * out. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tests/cli-case.h"

#define CHILD "11111111-1111-4111-8111-111111111111"
#define FINDING "22222222-2222-4222-8222-222222222222"

static const char edits[] =
  "{\"do\":\"add\",\"kind\":\"child\",\"id\":\"" CHILD "\",\"fields\":{\"label\":\"Child A\"}}\n"
  "{\"do\":\"add\",\"kind\":\"identity\",\"fields\":{\"name\":\"Jory Wrelling\",\"subject\":\"" CHILD "\"}}\n"
  "{\"do\":\"add\",\"kind\":\"source\",\"fields\":{\"title\":\"Notes\",\"body\":\"zqsourcezq\"}}\n"
  "{\"do\":\"add\",\"kind\":\"finding\",\"id\":\"" FINDING "\",\"fields\":{"
  "\"statement\":\"Nobody asked Jory, aged three, because each side waited.\",\"in_case\":\"zqunreleasedzq\"}}\n"
  "{\"do\":\"release\",\"id\":\"" FINDING "\",\"field\":\"statement\",\"tier\":\"public\"}\n";

static void
make_case (void)
{
  make_review ();
  g_auto (Result) edit = run (edits, "edit", "case.throughline", "--author", "Zora Author", NULL);

  g_assert_cmpstr (edit.err, ==, "");
  g_assert_cmpint (edit.status, ==, 0);
}

static char *
read_file (const char *name,
           gsize      *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, length, NULL));
  return text;
}

static gboolean
holds (const char *bytes,
       gsize       length,
       const char *words)
{
  gsize n = strlen (words);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (bytes + i, words, n) == 0)
      return TRUE;
  return FALSE;
}

static void
each_tier_is_written_and_valid (void)
{
  static const char *const tiers[] = { "board", "public" };

  make_case ();
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    {
      g_auto (Result) export = run (NULL, "export", "case.throughline", "--tier", tiers[i], "-o", "out.xml", NULL);
      g_auto (Result) valid = run (NULL, "validate", "out.xml", NULL);
      g_auto (Result) schema = run (NULL, "schema", "--tier", tiers[i], NULL);
      g_autofree char *fixed = g_strdup_printf ("fixed=\"%s\"", tiers[i]);
      gsize length;
      g_autofree char *text = read_file ("out.xml", &length);

      g_assert_cmpint (export.status, ==, 0);
      g_assert_cmpint (valid.status, ==, 0);
      g_assert_nonnull (strstr (schema.out, fixed));
      g_assert_nonnull (strstr (text, "Nobody asked Child A, aged three"));
      g_assert_null (strstr (text, "zqsourcezq"));
      g_assert_null (strstr (text, "Jory"));
      g_assert_true ((strstr (text, "zqunreleasedzq") != NULL) == (i == 0));
      g_assert_nonnull (strstr (export.err, "replaced by what their roles are called"));
    }
}

static void
the_board_gets_a_copy_to_answer_in (void)
{
  gsize length;

  make_case ();
  g_auto (Result) wrong = run (NULL, "export", "case.throughline", "--tier", "public", "--as", "review", "-o", "x",
                               NULL);
  g_auto (Result) copy = run (NULL, "export", "case.throughline", "--tier", "board", "--as", "review", "-o",
                              "copy.throughline", NULL);
  g_auto (Result) again = run (NULL, "export", "case.throughline", "--tier", "board", "--as", "review", "-o",
                               "copy.throughline", NULL);
  g_auto (Result) answer = run ("{\"do\":\"add\",\"kind\":\"response\",\"fields\":{\"to\":\"" FINDING "\","
                                "\"reasons\":\"We agree.\"}}\n", "edit", "copy.throughline", NULL);
  g_auto (Result) other = run ("{\"do\":\"set\",\"id\":\"" FINDING "\",\"field\":\"statement\",\"value\":\"No.\"}\n",
                               "edit", "copy.throughline", NULL);
  g_auto (Result) learning = run (NULL, "export", "copy.throughline", "--tier", "learning", "-o", "x.xml", NULL);
  g_auto (Result) check = run (NULL, "check", "copy.throughline", NULL);
  g_autofree char *bytes = read_file ("copy.throughline", &length);

  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_cmpint (copy.status, ==, 0);
  g_assert_cmpint (again.status, ==, 1);
  g_assert_cmpstr (answer.err, ==, "");
  g_assert_cmpint (answer.status, ==, 0);
  g_assert_cmpint (other.status, ==, 1);
  g_assert_nonnull (strstr (other.err, "board’s copy"));
  g_assert_cmpint (learning.status, ==, 1);
  g_assert_cmpint (check.status, ==, 0);
  g_assert_true (holds (bytes, length, "Nobody asked Child A"));
  g_assert_false (holds (bytes, length, "Jory"));
  g_assert_false (holds (bytes, length, "zqsourcezq"));
  g_assert_false (holds (bytes, length, "Zora Author"));
}

static void
what_identifies_is_told_as_json (void)
{
  make_case ();
  g_auto (Result) found = run (NULL, "check", "case.throughline", "--identifying", "--tier", "public", "--json", NULL);
  g_auto (Result) board = run (NULL, "check", "case.throughline", "--identifying", "--tier", "board", NULL);
  g_auto (Result) wrong = run (NULL, "check", "case.throughline", "--tier", "public", NULL);
  g_auto (Result) tier = run (NULL, "check", "case.throughline", "--identifying", "--tier", "transfer", NULL);
  g_autoptr (JsonNode) node = parse (&found);
  JsonObject *root = json_node_get_object (node);
  JsonArray *hits = json_object_get_array_member (root, "hits");
  JsonObject *name = json_array_get_object_element (hits, 0);
  JsonObject *age = json_array_get_object_element (hits, 1);

  g_assert_cmpuint (json_array_get_length (hits), ==, 2);
  g_assert_cmpint (json_object_get_int_member (root, "open"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (name, "stands_in"), ==, "Child A");
  g_assert_cmpstr (json_object_get_string_member (age, "what"), ==, "age");
  g_assert_cmpstr (json_object_get_string_member (age, "text"), ==, "aged three");
  g_assert_cmpstr (json_object_get_string_member (age, "record"), ==, FINDING);
  g_assert_cmpint (json_object_get_int_member (age, "start"), ==, 19);
  g_assert_cmpint (board.status, ==, 0);
  g_assert_nonnull (strstr (board.out, "“Child A” stands there"));
  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_cmpint (tier.status, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/tiers/each-tier-is-written-and-valid", each_tier_is_written_and_valid);
  g_test_add_func ("/cli/tiers/the-board-gets-a-copy-to-answer-in", the_board_gets_a_copy_to_answer_in);
  g_test_add_func ("/cli/tiers/what-identifies-is-told-as-json", what_identifies_is_told_as_json);
  return g_test_run ();
}
