/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures as the command line makes them: what is in them, for whom, and that other programs can read them. */
#include "config.h"

#include <string.h>

#include "cli-case.h"

static char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
a_picture_names_every_factor (void)
{
  set_up ();
  g_auto (Result) tour = run (NULL, "tour", "t", NULL);
  g_auto (Result) show = run (NULL, "show", "t/review.throughline", "factor", "--json", NULL);
  g_auto (Result) export = run (NULL, "export", "t/review.throughline", "--as", "svg", "-o", "graph.svg", NULL);
  g_auto (Result) again = run (NULL, "export", "t/review.throughline", "--as", "svg", "-o", "again.svg", NULL);
  g_autoptr (JsonNode) shown = parse (&show);
  JsonArray *factors = json_object_get_array_member (json_node_get_object (shown), "records");

  g_assert_cmpstr (export.err, ==, "");
  g_assert_cmpint (export.status, ==, 0);
  g_assert_cmpint (again.status, ==, 0);
  g_autofree char *svg = read_file ("graph.svg");
  g_autofree char *other = read_file ("again.svg");

  g_assert_cmpstr (svg, ==, other);
  g_assert_cmpuint (json_array_get_length (factors), ==, 68);
  for (guint i = 0; i < json_array_get_length (factors); i++)
    {
      JsonObject *factor = json_array_get_object_element (factors, i);
      const char *statement = json_object_get_string_member (json_object_get_object_member (factor, "fields"),
                                                             "statement");
      g_autofree char *title = g_strdup_printf ("<g id=\"factor-%s\" role=\"img\"><title>%s</title>",
                                                json_object_get_string_member (factor, "id"), statement);
      g_assert_nonnull (strstr (svg, title));
    }
}

/* The same tier as an export: what does not leave is not in the picture, wherever one looks. */
static void
a_learning_picture_shows_what_is_released (void)
{
  static const char *const edits
      = "{\"do\":\"add\",\"kind\":\"role\",\"id\":\"00000000-0000-4000-8000-00000000000c\","
        "\"fields\":{\"label\":\"Worker Marker\"}}\n"
        "{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"00000000-0000-4000-8000-00000000000a\",\"fields\":"
        "{\"statement\":\"Open marker\",\"role\":\"00000000-0000-4000-8000-00000000000c\"}}\n"
        "{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"00000000-0000-4000-8000-00000000000b\",\"fields\":"
        "{\"statement\":\"Kept marker\",\"dissent\":\"Dissent marker\"}}\n"
        "{\"do\":\"release\",\"id\":\"00000000-0000-4000-8000-00000000000a\",\"field\":\"statement\","
        "\"tier\":\"learning\"}\n";
  static const char *const kept[] = { "Kept marker", "Worker Marker", "Dissent marker", "A case", "00000000-0000" };

  make_review ();
  g_auto (Result) edit = run (edits, "edit", "case.throughline", NULL);
  g_auto (Result) own = run (NULL, "export", "case.throughline", "--as", "svg", "-o", "own.svg", NULL);
  g_auto (Result) learning = run (NULL, "export", "case.throughline", "--as", "svg", "--tier", "learning", "-o",
                                  "learning.svg", NULL);
  g_auto (Result) board = run (NULL, "export", "case.throughline", "--as", "svg", "--tier", "board", "-o", "board.svg",
                               NULL);

  g_assert_cmpstr (edit.err, ==, "");
  g_assert_cmpint (own.status, ==, 0);
  g_assert_cmpint (learning.status, ==, 0);
  g_autofree char *all = read_file ("own.svg");
  g_autofree char *some = read_file ("learning.svg");

  g_assert_nonnull (strstr (all, "Kept marker"));
  g_assert_nonnull (strstr (all, "Worker Marker"));
  g_assert_nonnull (strstr (some, "Open marker"));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_null (strstr (some, kept[i]));

  g_autofree char *for_board = read_file ("board.svg");

  g_assert_cmpint (board.status, ==, 0);
  g_assert_nonnull (strstr (for_board, "Kept marker"));
  g_assert_null (strstr (for_board, "Dissent marker"));
}

/* What @program says about the picture, or NULL where it is not installed. */
static char *
ask (const char *program,
     const char *name)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *const arguments[] = { found, path, NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  if (found == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return out;
}

static void
other_readers_open_the_pictures (void)
{
  set_up ();
  g_auto (Result) tour = run (NULL, "tour", "t", NULL);
  g_auto (Result) tiled = run (NULL, "export", "t/review.throughline", "--as", "pdf", "--tiled", "--paper", "a3", "-o",
                               "tiled.pdf", NULL);
  g_auto (Result) fit = run (NULL, "export", "t/review.throughline", "--as", "pdf", "--paper", "letter", "-o",
                             "fit.pdf", NULL);
  g_autofree char *tiled_info = NULL, *fit_info = NULL, *image = NULL;

  g_assert_cmpint (tiled.status, ==, 0);
  g_assert_cmpint (fit.status, ==, 0);
  tiled_info = ask ("pdfinfo", "tiled.pdf");
  fit_info = ask ("pdfinfo", "fit.pdf");
  image = ask ("rsvg-convert", "t/graph.svg");
  if (tiled_info == NULL || image == NULL)
    {
      g_test_skip ("pdfinfo or rsvg-convert is not installed");
      return;
    }
  /* 3255 × 1944 units are 2441 × 1458 points; a lying A3 sheet shows 1134 × 785, 28 of them twice. */
  g_assert_nonnull (g_strrstr (tiled_info, "Pages:           7\n"));
  g_assert_nonnull (g_strrstr (tiled_info, "(A3)"));
  g_assert_null (strstr (tiled_info, "CreationDate"));
  g_assert_nonnull (g_strrstr (fit_info, "Pages:           1\n"));
  g_assert_nonnull (g_strrstr (fit_info, "792 x 612"));
}

static void
options_of_pictures_are_checked (void)
{
  static const char *const wrong[][8] = {
    { "--as", "csv", "--scale", "2" },     { "--as", "png", "--scale", "0" },     { "--as", "png", "--scale", "two" },
    { "--as", "png", "--scale", "1e9" },   { "--as", "svg", "--paper", "A4" },    { "--as", "pdf", "--paper", "A9" },
    { "--as", "png", "--tiled" },          { "--tier", "learning", "--tiled" },   { "--as", "svg", "--tier", "secret" },
    { "--as", "svg", "--with-identities" },
  };

  make_review ();
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (Result) result = run (NULL, "export", "case.throughline", "-o", "x", wrong[i][0], wrong[i][1],
                                    wrong[i][2], wrong[i][3], NULL);
      g_autofree char *path = g_build_filename (folder, "x", NULL);

      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.err, !=, "");
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_auto (Result) large = run (NULL, "export", "case.throughline", "-o", "x", "--as", "png", "--scale", "90", NULL);
  g_assert_cmpint (large.status, ==, 1);
  g_assert_nonnull (strstr (large.err, "largest scale"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/picture/a-picture-names-every-factor", a_picture_names_every_factor);
  g_test_add_func ("/cli/picture/a-learning-picture-shows-what-is-released", a_learning_picture_shows_what_is_released);
  g_test_add_func ("/cli/picture/other-readers-open-the-pictures", other_readers_open_the_pictures);
  g_test_add_func ("/cli/picture/options-of-pictures-are-checked", options_of_pictures_are_checked);
  return g_test_run ();
}
