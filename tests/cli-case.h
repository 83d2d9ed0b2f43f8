/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of throughline-cli share: running it in a folder of their own. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "tests/temporary.h"

typedef struct {
  int   status;
  char *out;
  char *err;
} Result;

static void
result_clear (Result *result)
{
  g_clear_pointer (&result->out, g_free);
  g_clear_pointer (&result->err, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static char *folder;

/* Runs the program in a folder of the test's own, with @input on its standard input. */
static Result
run (const char *input,
     ...) G_GNUC_NULL_TERMINATED;

static Result
run (const char *input,
     ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Result result = { 0 };
  va_list list;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("TL_CLI"));
  va_start (list, input);
  for (char *argument = va_arg (list, char *); argument != NULL; argument = va_arg (list, char *))
    g_ptr_array_add (arguments, argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                        | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &result.out, &result.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);
  return result;
}

/* Runs what must succeed, and gives the JSON it prints. */
static inline JsonNode *
parse (const Result *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (result->status, ==, 0);
  JsonNode *node = json_from_string (result->out, &error);
  g_assert_no_error (error);
  return node;
}

static void
set_up (void)
{
  g_free (folder);
  folder = make_temporary ();
}

static inline void
make_review (void)
{
  set_up ();
  g_auto (Result) made = run (NULL, "new", "case.throughline", "--title", "A case", NULL);
  g_assert_cmpstr (made.err, ==, "");
  g_assert_cmpint (made.status, ==, 0);
}
