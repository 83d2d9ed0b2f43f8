/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports as the command line makes them: of one review or several, for whom, and what it says where it is asked for
 * what there is not. */
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
make_sample (void)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "fictional-review.xml", NULL);
  g_autofree char *other
      = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "munro-recommendations.xml", NULL);
  g_auto (Result) first = run (NULL, "import", sample, "-o", "a.throughline", NULL);
  g_auto (Result) second = run (NULL, "import", other, "-o", "b.throughline", NULL);

  g_assert_cmpint (first.status | second.status, ==, 0);
}

static void
every_report_is_made_in_every_format (void)
{
  static const char *const kinds[] = { "board", "summary", "annual", "learning" };
  static const struct { const char *name; const char *begins; } formats[] = {
    { "html", "<!DOCTYPE html>" }, { "pdf", "%PDF-" }, { "odt", "PK" },
  };

  set_up ();
  make_sample ();
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (formats); j++)
      {
        g_auto (Result) made = run (NULL, "export", "a.throughline", "--as", formats[j].name, "--report", kinds[i],
                                    "-o", "out", NULL);

        g_assert_cmpstr (made.err, ==, "");
        g_assert_cmpint (made.status, ==, 0);

        g_autofree char *out = read_file ("out");

        g_assert_true (g_str_has_prefix (out, formats[j].begins));
      }
}

static void
an_extract_is_made_of_several_reviews (void)
{
  set_up ();
  make_sample ();
  g_auto (Result) made = run (NULL, "export", "a.throughline", "b.throughline", "--as", "html", "--report", "annual",
                              "--profile", "wales", "--date", "2013-04-02", "-o", "out.html", NULL);
  g_auto (Result) board = run (NULL, "export", "a.throughline", "b.throughline", "--as", "html", "--report", "board",
                               "-o", "board.html", NULL);
  g_auto (Result) graph = run (NULL, "export", "a.throughline", "b.throughline", "--as", "dot", "-o", "g.dot", NULL);
  g_autofree char *html = read_file ("out.html");

  g_assert_cmpint (made.status, ==, 0);
  g_assert_nonnull (strstr (html, "2 reviews led to 5 learning points"));
  g_assert_nonnull (strstr (html, "2 April 2013"));
  g_assert_cmpint (board.status, ==, 1);
  g_assert_nonnull (strstr (board.err, "of several reviews"));
  g_assert_cmpint (graph.status, ==, 2);
}

/* The tier decides what there is to say. */
static void
a_tier_can_be_asked_for (void)
{
  set_up ();
  make_sample ();
  g_auto (Result) board = run (NULL, "export", "a.throughline", "--as", "html", "--report", "summary", "--tier",
                               "board", "-o", "board.html", NULL);
  g_auto (Result) public = run (NULL, "export", "a.throughline", "--as", "html", "--report", "summary", "-o",
                                "public.html", NULL);
  g_auto (Result) everything = run (NULL, "export", "a.throughline", "--as", "html", "--report", "board", "--tier",
                                    "transfer", "-o", "all.html", NULL);
  g_autofree char *told = read_file ("board.html"), *kept = read_file ("public.html");

  g_assert_cmpint (board.status | public.status, ==, 0);
  g_assert_nonnull (strstr (told, "Harrowmere"));
  g_assert_null (strstr (kept, "Harrowmere"));
  g_assert_cmpint (everything.status, ==, 2);
  g_assert_nonnull (strstr (everything.err, "only"));
}

/* Sentences of the pages too, not only headings. */
static void
a_report_speaks_in_the_words_of_a_profile (void)
{
  set_up ();
  make_sample ();
  g_auto (Result) board = run (NULL, "export", "a.throughline", "--as", "html", "--report", "board", "--profile",
                               "scotland", "-o", "board.html", NULL);
  g_auto (Result) annual = run (NULL, "export", "a.throughline", "--as", "html", "--report", "annual", "--profile",
                                "scotland", "-o", "annual.html", NULL);
  g_autofree char *one = read_file ("board.html"), *many = read_file ("annual.html");

  g_assert_cmpint (board.status | annual.status, ==, 0);
  g_assert_nonnull (strstr (one, "Length of the learning point: "));
  g_assert_nonnull (strstr (one, "Strategies for improvement that follow"));
  g_assert_null (strstr (one, "Length of the finding"));
  g_assert_nonnull (strstr (many, " led to 5 learning points,"));
}

static void
what_is_not_there_is_said (void)
{
  static const char *const wrong[][6] = {
    { "--as", "html", NULL },
    { "--as", "html", "--report", "novel", NULL },
    { "--as", "docx", "--report", "board", NULL },
    { "--report", "board", NULL },
    { "--as", "svg", "--date", "2013", NULL },
  };

  set_up ();
  make_sample ();
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (Result) made = run (NULL, "export", "a.throughline", "-o", "out", wrong[i][0], wrong[i][1], wrong[i][2],
                                  wrong[i][2] != NULL ? wrong[i][3] : NULL, NULL);

      g_assert_cmpint (made.status, ==, 2);
      g_assert_cmpstr (made.err, !=, "");
    }

  g_auto (Result) day = run (NULL, "export", "a.throughline", "--as", "html", "--report", "board", "--date", "someday",
                             "-o", "out", NULL);
  g_auto (Result) words = run (NULL, "export", "a.throughline", "--as", "html", "--report", "board", "--profile",
                               "atlantis", "-o", "out", NULL);

  g_assert_cmpint (day.status, ==, 2);
  g_assert_cmpint (words.status, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-report/every-report-is-made-in-every-format", every_report_is_made_in_every_format);
  g_test_add_func ("/cli-report/an-extract-is-made-of-several-reviews", an_extract_is_made_of_several_reviews);
  g_test_add_func ("/cli-report/a-tier-can-be-asked-for", a_tier_can_be_asked_for);
  g_test_add_func ("/cli-report/a-report-speaks-in-the-words-of-a-profile", a_report_speaks_in_the_words_of_a_profile);
  g_test_add_func ("/cli-report/what-is-not-there-is-said", what_is_not_there_is_said);
  return g_test_run ();
}
