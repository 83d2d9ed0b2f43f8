/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well a recommendation that only turns a factor round is told from one that does more: precision and recall over
 * the pairs of echo.txt, each at least 0.85. */
#include "config.h"

#include <string.h>

#include "model/words/tl-echo.h"

#define LEAST 0.85

static void
echoes_are_told_from_answers (void)
{
  const char *given = g_getenv ("TL_ECHO_PAIRS");
  g_autofree char *path
      = given != NULL ? g_strdup (given) : g_test_build_filename (G_TEST_DIST, "bench", "echo.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlEcho) echo = tl_echo_load (&error);
  double n[2][2] = { { 0 } }; /* to be found, and found */

  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (lines[i], " | ", 2);
      gboolean expected = lines[i][0] == '+';

      if (lines[i][0] != '+' && lines[i][0] != '-')
        continue;
      g_autofree char *reason = tl_echo_find (echo, pair[0] + 2, pair[1]);
      n[expected][reason != NULL]++;
      if (expected != (reason != NULL))
        g_test_message ("%s: %s", expected ? "not found" : "found", lines[i]);
    }

  double precision = n[1][1] / (n[1][1] + n[0][1]), recall = n[1][1] / (n[1][1] + n[1][0]);

  g_print ("# %.0f echoes, %.0f answers: precision %.3f, recall %.3f\n", n[1][0] + n[1][1], n[0][0] + n[0][1],
           precision, recall);
  g_assert_cmpfloat (n[1][0] + n[1][1], >=, 30);
  g_assert_cmpfloat (n[0][0] + n[0][1], >=, 30);
  g_assert_cmpfloat (precision, >=, LEAST);
  g_assert_cmpfloat (recall, >=, LEAST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bench/echo/echoes-are-told-from-answers", echoes_are_told_from_answers);
  return g_test_run ();
}
