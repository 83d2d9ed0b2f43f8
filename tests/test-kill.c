/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kill test: `throughline-cli edit` is killed at random moments, and every edit that it had reported as done is
 * there; `new` and `import` are, and there is a whole review or none. The name of the program is the first argument. */
#define _GNU_SOURCE
#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <poll.h>
#include <signal.h>

#include "model/base/tl-id.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "tests/temporary.h"

#define N_KILLS 200
#define KILLS_PER_FILE 20

/* How many edits are in the pipe when the program is killed, and after how many reports it is killed at the latest. */
#define N_LINES 40
#define MAX_REPORTS 8

/* An edit takes some milliseconds on a disk; the kill falls anywhere within. */
#define MAX_DELAY_US 6000

/* Reviews that are killed while they are made. */
#define N_BIRTHS 60

static const char *cli;

typedef struct {
  char        *path;
  guint        n_before;   /* factors in the file when the program is started */
  GPtrArray   *ids;        /* what the edits add, in order */
  GSubprocess *process;
  guint        n_reported;
} Run;

static void
write_edits (Run *run)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_LINES; i++)
    {
      char *id = tl_id_new ();

      g_ptr_array_add (run->ids, id);
      g_string_append_printf (lines, "{\"do\":\"add\",\"kind\":\"factor\",\"id\":\"%s\","
                                     "\"fields\":{\"statement\":\"Number %u\"}}\n", id, i);
    }

  /* Less than a pipe takes at once, so that this does not wait for the program. */
  g_assert_cmpuint (lines->len, <, 16384);
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (run->process), lines->str, lines->len, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Takes one line of output, which has to report the next edit; FALSE when there is no more. */
static gboolean
read_report (Run              *run,
             GDataInputStream *output)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *line = g_data_input_stream_read_line (output, &length, NULL, &error);

  g_assert_no_error (error);
  if (line == NULL)
    return FALSE;

  g_autoptr (JsonNode) node = json_from_string (line, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (run->n_reported, <, run->ids->len);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "id"), ==,
                   g_ptr_array_index (run->ids, run->n_reported));
  run->n_reported++;
  return TRUE;
}

/* Waits for a random part of the next edit, or until it is reported. */
static void
wait_a_moment (GDataInputStream *output)
{
  GInputStream *pipe = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (output));
  struct pollfd fd = { .fd = g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (pipe)), .events = POLLIN };
  const struct timespec delay = { .tv_nsec = g_test_rand_int_range (0, MAX_DELAY_US) * 1000L };

  g_assert_true (ppoll (&fd, 1, &delay, NULL) >= 0 || errno == EINTR);
}

static void
start_and_kill (Run *run)
{
  g_autoptr (GError) error = NULL;
  int n_reports = g_test_rand_int_range (0, MAX_REPORTS);

  run->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, cli, "edit",
                                   run->path, "-", NULL);
  g_assert_no_error (error);
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (run->process));

  write_edits (run);
  while (n_reports-- > 0)
    g_assert_true (read_report (run, output));
  wait_a_moment (output);
  g_subprocess_force_exit (run->process);

  /* What it had said before it died counts. */
  while (read_report (run, output))
    ;
  g_subprocess_wait (run->process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (run->process));
  g_assert_cmpint (g_subprocess_get_term_sig (run->process), ==, SIGKILL);
}

static void
assert_sound (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static guint
count_edits (TlReview *review)
{
  GListModel *history = G_LIST_MODEL (tl_review_get_history (review));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (TlChange) change = g_list_model_get_item (history, i);
      n += tl_change_get_kind (change) == TL_CHANGE_EDIT;
    }
  return n;
}

/* Every reported edit is there; at most the one after them is too; and one can go back and forth. */
static guint
assert_kept (Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = tl_review_open (run->path, TL_REVIEW_OPEN_DEFAULT, &error);
  guint n_kept = 0;

  g_assert_no_error (error);
  while (n_kept < run->ids->len && tl_review_lookup (review, g_ptr_array_index (run->ids, n_kept)) != NULL)
    n_kept++;
  g_assert_cmpuint (n_kept, >=, run->n_reported);
  g_assert_cmpuint (n_kept, <=, run->n_reported + 1);

  guint n = tl_record_list_get_n (tl_review_get_list (review, "factor"));
  g_assert_cmpuint (n, ==, run->n_before + n_kept);
  g_assert_cmpuint (count_edits (review), ==, n);
  if (n > 0)
    {
      g_assert_true (tl_review_undo (review, NULL, NULL, &error));
      g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "factor")), ==, n - 1);
      g_assert_true (tl_review_redo (review, NULL, NULL, &error));
      g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "factor")), ==, n);
    }
  return n;
}

/* Returns how many factors are in the file then. */
static guint
kill_once (const char *path,
           guint       n_before,
           guint      *n_hot)
{
  Run run = { .path = (char *) path, .n_before = n_before, .ids = g_ptr_array_new_with_free_func (g_free) };
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  start_and_kill (&run);
  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    (*n_hot)++;
  assert_sound (path);
  guint n = assert_kept (&run);

  g_ptr_array_unref (run.ids);
  g_object_unref (run.process);
  return n;
}

static void
what_was_reported_is_there_after_a_kill (void)
{
  guint n_hot = 0, n = 0;
  g_autofree char *path = NULL;

  for (guint i = 0; i < N_KILLS; i++)
    {
      if (i % KILLS_PER_FILE == 0)
        {
          g_autofree char *folder = make_temporary ();
          g_autoptr (GError) error = NULL;

          g_free (path);
          path = g_build_filename (folder, "case.throughline", NULL);
          tl_review_create_titled (path, 0, "A case", "learning-together", NULL, &error);
          g_assert_no_error (error);
          n = 0;
        }
      n = kill_once (path, n, &n_hot);
    }

  /* Else every kill fell between two edits, and nothing was shown. */
  g_test_message ("%u of %u kills fell into a transaction", n_hot, N_KILLS);
  g_assert_cmpuint (n_hot, >, 0);
}

/* Returns how long it took, in microseconds; @delay is after which time it is killed, or -1. */
static gint64
run_for (const char *const *command,
         gint64             delay)
{
  const struct timespec time = { .tv_sec = delay / G_USEC_PER_SEC, .tv_nsec = delay % G_USEC_PER_SEC * 1000 };
  gint64 before = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  if (delay >= 0)
    {
      g_assert_cmpint (ppoll (NULL, 0, &time, NULL), ==, 0);
      g_subprocess_force_exit (process);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));
    }
  else
    g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  return g_get_monotonic_time () - before;
}

/* Nothing of a case is left beside its file under a name that nobody looks for. */
static void
assert_alone (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path), *own = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_cmpstr (name, ==, own);
}

/* What is there opens; where nothing is, one can be made. @path is one of the words of @command. */
static void
kill_births (const char *const *command,
             const char        *path)
{
  gint64 time = run_for (command, -1);
  guint n_none = 0;

  for (guint i = 0; i < N_BIRTHS; i++)
    {
      g_autoptr (GError) error = NULL;

      g_remove (path);
      run_for (command, g_test_rand_int_range (0, (int) time));
      assert_alone (path);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          n_none++;
          run_for (command, -1);
        }

      g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (tl_record_get_text (tl_review_get_subject (review), "method"), !=, NULL);
    }
  g_test_message ("%u of %u were killed before there was a review", n_none, N_BIRTHS);
  g_assert_cmpuint (n_none, >, 0); /* else nothing was shown */
}

static void
one_killed_at_its_birth_is_none_or_whole (void)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *path = g_build_filename (folder, "born.throughline", NULL);
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "fictional-review.xml", NULL);

  kill_births ((const char *const[]) { cli, "new", path, "--title", "A case", NULL }, path);
  g_remove (path);
  kill_births ((const char *const[]) { cli, "import", sample, "-o", path, NULL }, path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli = argv[1];
  g_test_add_func ("/kill/what-was-reported-is-there-after-a-kill", what_was_reported_is_there_after_a_kill);
  g_test_add_func ("/kill/one-killed-at-its-birth-is-none-or-whole", one_killed_at_its_birth_is_none_or_whole);
  return g_test_run ();
}
