/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random sessions: whatever a person does in whatever order, the image in memory is the file, everything can be undone
 * and done again, and nothing is lost when two programs work on one file.
 *
 * With the argument `--work FILE SEED N` the program is the second of two that work on one file. */
#include "config.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/exchange/tl-import.h"
#include "model/exchange/tl-xml-writer.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "tests/support/tl-generate.h"
#include "tests/support/tl-mirror.h"
#include "tests/support/tl-verbs.h"
#include "tests/temporary.h"

/* Under the sanitizers each takes some fifty times as long. */
#ifdef __SANITIZE_ADDRESS__
#define N_SEEDS 5
#else
#define N_SEEDS 50
#endif
#define N_VERBS 300
#define N_SHARED_SEEDS 8
#define N_SHARED_VERBS 150

/* How often the whole image is compared with signals, with a count and with the file, in verbs. */
#define COUNT_EVERY 25
#define REOPEN_EVERY 100

static const char *program;

/* These tests are about order, not about power cuts, for which the kill test and the benchmark wait for the disk. */
static TlReview *
open_quickly (const char *path)
{
  g_autoptr (GError) error = NULL;
  TlReview *review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  tl_connection_execute (tl_review_get_connection (review), "PRAGMA synchronous = OFF", &error);
  g_assert_no_error (error);
  return review;
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &data, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, data, (gssize) length, &error);
  g_assert_no_error (error);
}

/* A generated review whose making can't be undone. */
static TlReview *
open_generated (const char *path,
                guint32     seed)
{
  g_autoptr (GError) error = NULL;

  g_ptr_array_unref (tl_generate_review (path, seed, 3));

  TlReview *review = open_quickly (path);
  tl_review_set_author (review, "Reviewer 1");
  tl_review_forget (review, &error);
  g_assert_no_error (error);
  return review;
}

static void
assert_same_as (TlReview   *review,
                const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) other = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  tl_assert_reviews_equal (review, other);
}

static void
work (TlReview *review,
      TlVerbs  *verbs,
      guint     n_verbs)
{
  g_autoptr (TlMirror) mirror = tl_mirror_new (review);

  for (guint i = 1; i <= n_verbs; i++)
    {
      tl_verbs_do (verbs, review);
      if (i % COUNT_EVERY == 0)
        {
          tl_assert_review_whole (review);
          tl_mirror_assert_true (mirror);
        }
      if (i % REOPEN_EVERY == 0)
        tl_assert_review_is_file (review);
    }
}

/* Undoes all, and returns how many steps that was. */
static guint
undo_all (TlReview *review)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (tl_review_undo (review, NULL, NULL, &error))
    n++;
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
  return n;
}

static void
redo (TlReview *review,
      guint     n)
{
  g_autoptr (GError) error = NULL;

  while (n-- > 0)
    {
      tl_review_redo (review, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
assert_exchange (TlReview   *review,
                 const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *again = g_build_filename (folder, "again.throughline", NULL);
  g_autofree char *xml = g_build_filename (folder, "case.xml", NULL);

  tl_export_xml_path (review, TL_TIER_TRANSFER, TL_EXPORT_WITH_IDENTITIES, xml, NULL, NULL, &error);
  g_assert_no_error (error);
  tl_import_xml (xml, again, "Reviewer 2", TL_IMPORT_DEFAULT, &problems, NULL, &error);
  g_assert_no_error (error);

  g_autoptr (TlReview) other = tl_review_open (again, TL_REVIEW_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  tl_assert_reviews_passed_on (review, other);
}

static void
play (guint32  seed,
      guint   *n_refused)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *path = g_build_filename (folder, "case.throughline", NULL);
  g_autofree char *start = g_build_filename (folder, "start.throughline", NULL);
  g_autofree char *end = g_build_filename (folder, "end.throughline", NULL);
  g_autoptr (TlReview) review = open_generated (path, seed);
  g_autoptr (TlVerbs) verbs = tl_verbs_new (seed);

  copy_file (path, start);
  work (review, verbs, N_VERBS);
  tl_assert_review_is_file (review);
  copy_file (path, end);
  assert_exchange (review, folder);

  guint n = undo_all (review);
  assert_same_as (review, start);
  tl_assert_review_is_file (review);

  /* Closed between undoing and doing again. */
  g_clear_object (&review);
  review = open_quickly (path);
  redo (review, n);
  assert_same_as (review, end);
  tl_assert_review_whole (review);
  tl_assert_review_is_file (review);
  *n_refused += verbs->n_refused;
}

static void
everything_can_be_undone_and_done_again (void)
{
  guint n_refused = 0;

  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      g_test_message ("seed %u", seed);
      play (seed, &n_refused);
    }
  g_test_message ("%u edits refused, as they should be", n_refused);
  g_assert_cmpuint (n_refused, >=, N_SEEDS);
}

static GSubprocess *
start_second (const char *path,
              guint32     seed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *number = g_strdup_printf ("%u", N_SHARED_VERBS);
  GSubprocess *second = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                          program, "--work", path, seed_text, number, NULL);

  g_assert_no_error (error);
  return second;
}

static char *
read_line (GDataInputStream *input)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line (input, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (line);
  return line;
}

static void
assert_in_history (TlReview  *review,
                   GPtrArray *changes)
{
  GListModel *history = G_LIST_MODEL (tl_review_get_history (review));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (TlChange) change = g_list_model_get_item (history, i);
      g_assert_true (g_hash_table_add (known, g_strdup (tl_change_get_id (change))));
    }
  for (guint i = 0; i < changes->len; i++)
    g_assert_true (g_hash_table_contains (known, g_ptr_array_index (changes, i)));
}

static void
finish_both (TlReview         *review,
             GSubprocess      *second,
             GDataInputStream *input,
             GPtrArray        *changes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;

  /* The second tells that it has finished by what it did, and waits for the word before it catches up. */
  number = read_line (input);
  for (guint i = 0; i < (guint) g_ascii_strtoull (number, NULL, 10); i++)
    g_ptr_array_add (changes, read_line (input));
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (second), "\n", 1, NULL, NULL, &error);
  g_assert_no_error (error);

  tl_review_catch_up (review, &error);
  g_assert_no_error (error);
  g_autofree char *mine = tl_review_describe (review);
  g_autofree char *theirs = read_line (input);
  g_assert_cmpstr (mine, ==, theirs);
  g_subprocess_wait_check (second, NULL, &error);
  g_assert_no_error (error);
}

static void
share (guint32 seed)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *path = g_build_filename (folder, "case.throughline", NULL);
  g_autofree char *start = g_build_filename (folder, "start.throughline", NULL);
  g_autoptr (TlReview) review = open_generated (path, seed);
  g_autoptr (TlVerbs) verbs = tl_verbs_new (seed);
  g_autoptr (TlMirror) mirror = tl_mirror_new (review);

  copy_file (path, start);

  g_autoptr (GSubprocess) second = start_second (path, seed + 1000);
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (g_subprocess_get_stdout_pipe (second));
  g_autofree char *ready = read_line (input);
  g_assert_cmpstr (ready, ==, "ready");

  verbs->shared = TRUE;
  for (guint i = 0; i < N_SHARED_VERBS; i++)
    {
      tl_verbs_do (verbs, review);
      tl_assert_review_whole (review);
    }
  finish_both (review, second, input, verbs->committed);

  tl_assert_review_whole (review);
  tl_mirror_assert_true (mirror);
  tl_assert_review_is_file (review);
  assert_in_history (review, verbs->committed);
  undo_all (review);
  assert_same_as (review, start);
}

static void
two_programs_on_one_file_lose_nothing (void)
{
  for (guint32 seed = 1; seed <= N_SHARED_SEEDS; seed++)
    {
      g_test_message ("seed %u", seed);
      share (seed);
    }
}

/* The second program: says that it is ready, works, tells the changes that it committed, and what it has in the end. */
static int
work_as_second (char **arguments)
{
  g_autoptr (TlReview) review = open_quickly (arguments[0]);
  g_autoptr (TlVerbs) verbs = tl_verbs_new ((guint32) g_ascii_strtoull (arguments[1], NULL, 10));
  g_autoptr (GError) error = NULL;

  tl_review_set_author (review, "Reviewer 2");
  puts ("ready");
  fflush (stdout);

  verbs->shared = TRUE;
  for (guint i = 0; i < (guint) g_ascii_strtoull (arguments[2], NULL, 10); i++)
    tl_verbs_do (verbs, review);

  printf ("%u\n", verbs->committed->len);
  for (guint i = 0; i < verbs->committed->len; i++)
    puts (g_ptr_array_index (verbs->committed, i));
  fflush (stdout);
  g_assert_cmpint (getchar (), ==, '\n');

  tl_review_catch_up (review, &error);
  g_assert_no_error (error);
  tl_assert_review_whole (review);
  g_autofree char *description = tl_review_describe (review);
  puts (description);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && strcmp (argv[1], "--work") == 0)
    return work_as_second (argv + 2);

  program = argv[0];
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/everything-can-be-undone-and-done-again", everything_can_be_undone_and_done_again);
  g_test_add_func ("/session/two-programs-on-one-file-lose-nothing", two_programs_on_one_file_lose_nothing);
  return g_test_run ();
}
