/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well a recommendation that only turns a factor round is told from one that does more: precision and recall over
 * the pairs of echo.txt, each at least 0.85. */
#include "config.h"

#include "model/words/tl-echo.h"
#include "tests/bench/told.h"

static char *
find_echo (gpointer    echo,
           const char *line)
{
  g_auto (GStrv) pair = g_strsplit (line, " | ", 2);

  return tl_echo_find (echo, pair[0], pair[1]);
}

static void
echoes_are_told_from_answers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlEcho) echo = tl_echo_load (&error);

  g_assert_no_error (error);
  assert_told ("TL_ECHO_PAIRS", "echo.txt", find_echo, echo);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bench/echo/echoes-are-told-from-answers", echoes_are_told_from_answers);
  return g_test_run ();
}
