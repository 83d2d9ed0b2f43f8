/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that mean harm, or are merely broken: each is refused with line and reason, in bounded time and memory, and
 * nothing is changed. */
#include "config.h"

#include "model/exchange/tl-import.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "model/base/tl-error.h"

#define MAX_SECONDS 20.0
#define MAX_GROWTH_KB (128 * 1024)

#define START "<throughline xmlns=\"urn:throughline:review:1\" format=\"1\" "
#define ROOT START "tier=\"transfer\" typology-national-1=\"1.0\">\n"
#define REVIEW "<review id=\"00000000-0000-4000-8000-000000000001\" method=\"learning-together\"/>\n"
#define A "00000000-0000-4000-8000-00000000000a"
#define B "00000000-0000-4000-8000-00000000000b"
#define NOBODY "00000000-0000-4000-8000-0000000000ff"
#define TWO_FACTORS "<factor id=\"" A "\"/>\n<factor id=\"" B "\"/>\n"
#define END "</throughline>\n"

typedef struct {
  const char *name;
  const char *text;
  const char *code;
  guint       line;
} Case;

static const Case cases[] = {
  { "an-empty-file", "", "X001", 1 },
  { "no-xml", "SQLite format 3", "X001", 1 },
  { "another-vocabulary", "<html/>", "X003", 1 },
  { "a-newer-format", "<throughline xmlns=\"urn:throughline:review:1\" format=\"2\" tier=\"transfer\"/>", "X004", 1 },
  { "a-newer-namespace", "<throughline xmlns=\"urn:throughline:review:17\" format=\"17\" tier=\"x\"/>", "X004", 1 },
  { "an-entity-from-a-file", "<!DOCTYPE t [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" ROOT "&e;" END, "X002", 1 },
  { "an-entity-from-the-network",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE t [<!ENTITY e SYSTEM \"http://127.0.0.1:9/x\">]>\n" ROOT "&e;" END, "X002", 2 },
  { "a-document-type-from-the-network", "<!DOCTYPE t SYSTEM \"http://127.0.0.1:9/x.dtd\">\n" ROOT END, "X002", 1 },
  { "expanding-entities",
    "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>\n"
    ROOT "&c;" END, "X002", 1 },
  { "an-undeclared-entity",
    ROOT REVIEW "<factor id=\"" A "\"><statement>&what;</statement></factor>\n" END, "X001", 3 },
  { "invalid-utf-8", ROOT REVIEW "<factor id=\"" A "\"><statement>\xc3\x28</statement></factor>\n" END, "X001", 3 },
  { "another-encoding", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" ROOT REVIEW END, "X007", 1 },
  { "a-forbidden-character",
    ROOT REVIEW "<factor id=\"" A "\"><statement>&#1;</statement></factor>\n" END, "X001", 3 },
  { "duplicate-ids", ROOT REVIEW "<factor id=\"" A "\"/>\n<factor id=\"" A "\"/>\n" END, "X301", 4 },
  { "one-id-for-two-kinds",
    ROOT REVIEW "<child id=\"" A "\"/>\n<factor id=\"" A "\"/>\n" END, "X301", 4 },
  { "a-dangling-reference",
    ROOT REVIEW TWO_FACTORS
    "<link id=\"" NOBODY "\" cause=\"" A "\" effect=\"00000000-0000-4000-8000-0000000000fe\"/>\n" END, "X302", 5 },
  { "a-reference-to-the-wrong-kind",
    ROOT REVIEW TWO_FACTORS
    "<link id=\"" NOBODY "\" cause=\"" A "\" effect=\"00000000-0000-4000-8000-000000000001\"/>\n" END, "X303", 5 },
  { "a-link-without-effect", ROOT REVIEW TWO_FACTORS "<link id=\"" NOBODY "\" cause=\"" A "\"/>\n" END, "X104", 5 },
  { "an-element-s-name-as-an-attribute",
    ROOT REVIEW "<factor id=\"" A "\"><statement>so</statement></factor>\n<factor id=\"" B "\" statement=\"a\"/>\n" END,
    "X102", 4 },
  { "an-attribute-s-name-as-an-element",
    ROOT REVIEW "<factor id=\"" A "\" level=\"frontline\"/>\n<factor id=\"" B "\"><level>x</level></factor>\n" END,
    "X101", 4 },
  { "a-name-of-another-kind",
    ROOT REVIEW TWO_FACTORS "<link id=\"" NOBODY "\" cause=\"" A "\" effect=\"" B "\" level=\"frontline\"/>\n" END,
    "X102", 5 },
  { "a-name-of-another-namespace",
    ROOT REVIEW "<factor id=\"" A "\"/>\n<factor xmlns=\"urn:other\" id=\"" B "\"/>\n" END, "X101", 4 },
  { "an-unknown-code",
    ROOT REVIEW TWO_FACTORS "<tag id=\"" NOBODY "\" target-factor=\"" A "\" code=\"national-1:NONE\"/>\n" END, "X205",
    5 },
  { "a-code-of-a-typology-not-named",
    ROOT REVIEW TWO_FACTORS "<tag id=\"" NOBODY "\" target-factor=\"" A "\" code=\"journey-1:X\"/>\n" END, "X205", 5 },
  { "a-typology-that-is-not-here",
    START "tier=\"transfer\" typology-mars-9=\"1.0\">\n" REVIEW END,
    "X203", 1 },
  { "another-version-of-a-typology",
    START "tier=\"transfer\" typology-national-1=\"0.1\">\n" REVIEW
    END, "X203", 1 },
  { "a-method-that-is-not-here",
    ROOT "<review id=\"" A "\" method=\"astrology\"/>\n" END, "X202", 2 },
  { "another-version-of-the-method",
    ROOT "<review id=\"" A "\" method=\"learning-together\">\n<method_version>0.1</method_version></review>\n" END,
    "X202", 3 },
  { "a-level-the-method-has-not", ROOT REVIEW "<factor id=\"" A "\" level=\"galaxy\"/>\n" END, "X204", 3 },
  { "a-level-where-a-kind-belongs",
    ROOT REVIEW "<factor id=\"" A "\" level=\"frontline\"/>\n<factor id=\"" B "\" kind=\"frontline\"/>\n" END, "X204",
    4 },
  { "the-beginning-of-a-level",
    ROOT REVIEW "<factor id=\"" A "\" level=\"frontline\"/>\n<factor id=\"" B "\" level=\"frontlin\"/>\n" END,
    "X204", 4 },
  { "two-targets",
    ROOT REVIEW TWO_FACTORS "<support id=\"" NOBODY "\" target-factor=\"" A "\" target-link=\"" B "\"/>\n" END, "X103",
    5 },
  { "no-review", ROOT END, "X104", 2 },
  { "two-reviews", ROOT REVIEW "<review id=\"" A "\"/>\n" END, "X105", 3 },
  { "kinds-out-of-order", ROOT REVIEW "<factor id=\"" A "\"/>\n<child id=\"" B "\"/>\n" END, "X103", 4 },
  { "a-kind-that-is-none", ROOT REVIEW "<guess id=\"" A "\"/>\n" END, "X101", 3 },
  { "text-between-records", ROOT REVIEW "hello\n" END, "X106", 3 },
  { "a-truncated-file", ROOT REVIEW "<factor id=\"" A "\"><statement>cut sho", "X001", 3 },
  { "something-after-the-end", ROOT REVIEW END "<more/>", "X001", 4 },
  { "an-identity-in-a-learning-record",
    START "tier=\"learning\">\n" REVIEW "<identity id=\"" A "\"/>\n"
    END, "X101", 3 },
  { "a-date-in-a-learning-record",
    START "tier=\"learning\">\n" REVIEW
    "<episode id=\"" A "\" start=\"2010-05-17\"/>\n" END, "X102", 3 },
};

static char *
in_folder (const char *name)
{
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  return g_build_filename (g_get_user_runtime_dir (), name, NULL);
}

static guint
count_files (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_user_runtime_dir (), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static long
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* Imports a file that must be refused, and looks at what is left. */
static GPtrArray *
refuse (const char *path)
{
  g_autofree char *review_path = in_folder ("made.throughline");
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = NULL;
  guint before = count_files ();
  long memory = peak_memory ();

  g_test_timer_start ();
  g_assert_false (tl_import_xml (path, review_path, NULL, TL_IMPORT_DEFAULT, &problems, NULL, &error));
  g_assert_cmpfloat (g_test_timer_elapsed (), <, MAX_SECONDS);
  g_assert_cmpint (peak_memory () - memory, <, MAX_GROWTH_KB);
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (), ==, before);
  g_test_message ("%s", error->message);
  return problems;
}

static void
a_broken_file_is_refused (const void *data)
{
  const Case *broken = data;
  g_autofree char *path = in_folder ("broken.xml");
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_true (g_file_set_contents (path, broken->text, -1, NULL));
  problems = refuse (path);
  g_assert_nonnull (problems);
  g_assert_cmpuint (problems->len, >, 0);

  const TlProblem *first = problems->pdata[0];
  if (strcmp (broken->name, "two-targets") != 0)
    {
      g_assert_cmpstr (tl_problem_get_code (first), ==, broken->code);
      g_assert_cmpuint (first->line, ==, broken->line);
      return;
    }

  /* here the order is at fault as well: what matters is that the second target is named */
  gboolean found = FALSE;
  for (guint i = 0; i < problems->len; i++)
    found = found || strcmp (tl_problem_get_code (problems->pdata[i]), "X304") == 0;
  g_assert_true (found);
}

static void
write_repeated (const char *name,
                const char *before,
                const char *piece,
                guint       n,
                const char *after)
{
  FILE *file = g_fopen (name, "w");

  g_assert_nonnull (file);
  fputs (before, file);
  for (guint i = 0; i < n; i++)
    fputs (piece, file);
  fputs (after, file);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
deep_nesting_is_refused (void)
{
  g_autofree char *path = in_folder ("deep.xml");

  write_repeated (path, ROOT REVIEW, "<factor>", 10000, "");
  g_autoptr (GPtrArray) problems = refuse (path);
  const TlProblem *last = problems->pdata[problems->len - 1];
  g_assert_cmpstr (tl_problem_get_code (last), ==, "X006");
}

static void
a_huge_attribute_is_refused (void)
{
  g_autofree char *path = in_folder ("huge.xml");
  g_autofree char *piece = g_strnfill (1024 * 1024, 'x');

  write_repeated (path, ROOT "<review id=\"", piece, 100, "\"/>" END);
  g_autoptr (GPtrArray) problems = refuse (path);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
a_huge_text_is_refused (void)
{
  g_autofree char *path = in_folder ("huge.xml");
  g_autofree char *piece = g_strnfill (1024 * 1024, 'x');

  write_repeated (path, ROOT REVIEW "<factor id=\"" A "\"><statement>", piece, 100, "</statement></factor>" END);
  g_autoptr (GPtrArray) problems = refuse (path);
  g_assert_cmpstr (tl_problem_get_code (problems->pdata[0]), ==, "X005");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
a_huge_name_is_refused (void)
{
  g_autofree char *path = in_folder ("huge.xml");
  g_autofree char *piece = g_strnfill (1024 * 1024, 'x');

  write_repeated (path, ROOT "<", piece, 50, "/>" END);
  g_autoptr (GPtrArray) problems = refuse (path);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
no_more_than_a_hundred_problems_are_said (void)
{
  g_autofree char *path = in_folder ("many.xml");

  write_repeated (path, ROOT REVIEW, "<factor id=\"bad\"/>\n", 200000, END);
  g_autoptr (GPtrArray) problems = refuse (path);
  g_assert_cmpuint (problems->len, ==, TL_PROBLEMS_MAX);
}

/* Time grows with the file, not with its square. */
static void
many_records_take_their_time_and_no_more (void)
{
  g_autoptr (TlXmlReader) reader = tl_xml_reader_new ();
  double seconds[2];

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GString) text = g_string_new (ROOT REVIEW);
      g_autoptr (GPtrArray) problems = tl_problems_new ();
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < (round == 0 ? 10000 : 80000); i++)
        g_string_append_printf (text, "<factor id=\"%08x-0000-4000-8000-000000000000\"/>\n", i + 1);
      g_string_append (text, "<pattern id=\"" NOBODY "\">\n");
      for (guint i = 0; i < (round == 0 ? 10000 : 80000); i++)
        g_string_append_printf (text, "<factors ref=\"%08x-0000-4000-8000-000000000000\"/>\n", i + 1);
      g_string_append (text, "</pattern>\n" END);

      g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
      g_test_timer_start ();
      tl_xml_reader_read_bytes (reader, bytes, "many", NULL, NULL, problems, NULL, &error);
      seconds[round] = g_test_timer_elapsed ();
      g_assert_no_error (error);
    }
  g_test_message ("10,000 records %.3f s, 80,000 records %.3f s", seconds[0], seconds[1]);
  g_assert_cmpfloat (seconds[1], <, MAX (seconds[0] * 40, 1.0));
}

/* A reader remembers what it found right, but not beyond the file that named the typology. */
static void
a_code_that_one_file_may_use_another_may_not (void)
{
  static const char tagged[]
      = TWO_FACTORS "<tag id=\"" NOBODY "\" target-factor=\"" A "\" code=\"national-1:TO.1\"/>\n";
  static const char *const roots[] = { ROOT, START "tier=\"transfer\">\n", ROOT };
  g_autoptr (TlXmlReader) reader = tl_xml_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autofree char *text = g_strconcat (roots[i], REVIEW, tagged, END, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GPtrArray) problems = tl_problems_new ();

      g_assert_cmpint (tl_xml_reader_read_bytes (reader, bytes, "tagged", NULL, NULL, problems, NULL, NULL), ==,
                       i != 1);
    }
}

static void
a_folder_is_refused (void)
{
  g_autofree char *path = in_folder ("folder.xml");
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  problems = refuse (path);
}

static void
a_named_pipe_is_refused_without_waiting (void)
{
  g_autofree char *path = in_folder ("pipe.xml");
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  problems = refuse (path);
}

static void
a_missing_file_is_refused (void)
{
  g_autofree char *path = in_folder ("nowhere.xml");
  g_autoptr (GPtrArray) problems = refuse (path);
}

static void
a_learning_record_does_not_become_a_review (void)
{
  g_autofree char *path = in_folder ("learning.xml");
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_true (g_file_set_contents (
      path, START "tier=\"learning\">\n" REVIEW END, -1, NULL));
  problems = refuse (path);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
a_review_that_is_there_is_not_replaced (void)
{
  g_autofree char *path = in_folder ("good.xml");
  g_autofree char *review_path = in_folder ("there.throughline");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, ROOT REVIEW END, -1, NULL));
  g_assert_true (g_file_set_contents (review_path, "mine", -1, NULL));
  g_assert_false (tl_import_xml (path, review_path, NULL, TL_IMPORT_DEFAULT, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_FAILED);
  g_assert_true (g_file_get_contents (review_path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");

  g_clear_error (&error);
  tl_import_xml (path, review_path, NULL, TL_IMPORT_REPLACE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
reading_can_be_cancelled (void)
{
  g_autofree char *path = in_folder ("good.xml");
  g_autofree char *review_path = in_folder ("cancelled.throughline");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, ROOT REVIEW END, -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (tl_import_xml (path, review_path, NULL, TL_IMPORT_DEFAULT, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (review_path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/exchange/hostile/refuses/%s", cases[i].name);
      g_test_add_data_func (name, &cases[i], a_broken_file_is_refused);
    }
  g_test_add_func ("/exchange/hostile/deep-nesting-is-refused", deep_nesting_is_refused);
  g_test_add_func ("/exchange/hostile/a-huge-attribute-is-refused", a_huge_attribute_is_refused);
  g_test_add_func ("/exchange/hostile/a-huge-text-is-refused", a_huge_text_is_refused);
  g_test_add_func ("/exchange/hostile/a-huge-name-is-refused", a_huge_name_is_refused);
  g_test_add_func ("/exchange/hostile/no-more-than-a-hundred-problems-are-said",
                   no_more_than_a_hundred_problems_are_said);
  g_test_add_func ("/exchange/hostile/many-records-take-their-time-and-no-more",
                   many_records_take_their_time_and_no_more);
  g_test_add_func ("/exchange/hostile/a-code-that-one-file-may-use-another-may-not",
                   a_code_that_one_file_may_use_another_may_not);
  g_test_add_func ("/exchange/hostile/a-folder-is-refused", a_folder_is_refused);
  g_test_add_func ("/exchange/hostile/a-named-pipe-is-refused-without-waiting",
                   a_named_pipe_is_refused_without_waiting);
  g_test_add_func ("/exchange/hostile/a-missing-file-is-refused", a_missing_file_is_refused);
  g_test_add_func ("/exchange/hostile/a-learning-record-does-not-become-a-review",
                   a_learning_record_does_not_become_a_review);
  g_test_add_func ("/exchange/hostile/a-review-that-is-there-is-not-replaced", a_review_that_is_there_is_not_replaced);
  g_test_add_func ("/exchange/hostile/reading-can-be-cancelled", reading_can_be_cancelled);
  return g_test_run ();
}
