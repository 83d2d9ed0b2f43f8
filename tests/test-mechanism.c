/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Statements that say how one thing comes from another. How well they are told in general is measured by
 * bench/mechanism.c. */
#include "model/words/tl-mechanism.h"

static TlMechanism *mechanism;

static void
assert_found (const char *text,
              const char *words)
{
  g_autoptr (TlWordHit) hit = tl_mechanism_find (mechanism, text);

  g_assert_cmpstr (hit != NULL ? hit->text : NULL, ==, words);
  if (hit != NULL)
    g_assert_true (g_str_has_suffix (hit->question, "?"));
}

static void
the_first_words_that_connect_are_found (void)
{
  assert_found ("Callers hear nothing, so that they believe a visit was made because they rang.", "so that");
  assert_found ("Counting days leads workers to close what is still open.", "leads workers to");
  assert_found ("When a worker goes, what she knows goes with her.", "When");
}

static void
what_only_describes_has_none (void)
{
  assert_found ("Information was not shared.", NULL);
  assert_found ("When the baby was seen, no weight was recorded.", NULL);
  assert_found ("", NULL);
}

static void
what_is_wished_for_is_none (void)
{
  assert_found ("Agencies must work together to prevent harm.", NULL);
  assert_found ("The meeting was due to take place in May.", NULL);
}

static void
what_is_denied_is_none (void)
{
  assert_found ("Training did not lead to visits.", NULL);
}

static void
a_quotation_is_not_the_statement (void)
{
  assert_found ("“Because we always did” was said in three teams.", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  mechanism = tl_mechanism_load (&error);
  g_assert_no_error (error);

  g_test_add_func ("/mechanism/the-first-words-that-connect-are-found", the_first_words_that_connect_are_found);
  g_test_add_func ("/mechanism/what-only-describes-has-none", what_only_describes_has_none);
  g_test_add_func ("/mechanism/what-is-wished-for-is-none", what_is_wished_for_is_none);
  g_test_add_func ("/mechanism/what-is-denied-is-none", what_is_denied_is_none);
  g_test_add_func ("/mechanism/a-quotation-is-not-the-statement", a_quotation_is_not_the_statement);

  int result = g_test_run ();
  tl_mechanism_free (mechanism);
  return result;
}
