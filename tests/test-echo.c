/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recommendations that only turn a factor round. How well they are told in general is measured by bench/echo.c. */
#include <string.h>

#include "model/words/tl-echo.h"

static TlEcho *echo;

static gboolean
is_echo (const char *factor,
         const char *recommendation)
{
  g_autofree char *reason = tl_echo_find (echo, factor, recommendation);

  return reason != NULL;
}

static void
what_was_not_done_shall_be_done (void)
{
  const char *factor = "Assessments were not completed on time.";
  g_autofree char *reason = tl_echo_find (echo, factor, "Ensure that all Assessments are completed on time.");

  g_assert_nonnull (strstr (reason, "“Assessments”"));
  g_assert_true (is_echo (factor, "Staff must be reminded to complete assessments promptly"));
  g_assert_true (is_echo ("Visits were announced.", "Visits should be unannounced."));
}

static void
other_words_for_the_same_are_no_answer (void)
{
  g_assert_true (is_echo ("Nobody told the school about the bruise.", "Schools should be informed of bruises."));
}

static void
what_says_how_is_an_answer (void)
{
  const char *factor = "Assessments were not completed on time.";

  g_assert_false (is_echo (factor, "Pilot a rota that gives two workers a day without new assessments."));
  g_assert_false (is_echo (factor, "Ask workers what gets in the way of an assessment."));
  g_assert_false (is_echo (factor, "Train supervisors to ask what keeps an assessment from being completed."));
}

/* Who is to bring it is said, but not what will be different. */
static void
bringing_what_was_lacking_is_no_answer (void)
{
  g_assert_true (is_echo ("Assessments were not completed on time.", "Train staff in completing assessments on time."));
  g_assert_true (is_echo ("There was no lead professional.", "Appoint a lead professional."));
}

static void
what_speaks_of_something_else_is_no_echo (void)
{
  g_assert_false (is_echo ("Assessments were late.", "Meetings should be minuted."));
  g_assert_false (is_echo ("", "Meetings should be minuted."));
  g_assert_false (is_echo ("Assessments were late.", ""));
  g_assert_false (is_echo ("It was not done.", "It should be done."));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  echo = tl_echo_load (&error);
  g_assert_no_error (error);

  g_test_add_func ("/echo/what-was-not-done-shall-be-done", what_was_not_done_shall_be_done);
  g_test_add_func ("/echo/other-words-for-the-same-are-no-answer", other_words_for_the_same_are_no_answer);
  g_test_add_func ("/echo/what-says-how-is-an-answer", what_says_how_is_an_answer);
  g_test_add_func ("/echo/bringing-what-was-lacking-is-no-answer", bringing_what_was_lacking_is_no_answer);
  g_test_add_func ("/echo/what-speaks-of-something-else-is-no-echo", what_speaks_of_something_else_is_no_echo);

  int result = g_test_run ();
  tl_echo_free (echo);
  return result;
}
