/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well a statement that says how one thing comes from another is told from one that doesn't: precision and recall
 * over the statements of mechanism.txt, each at least 0.85. The lists were made with these at hand: of mechanisms
 * they had not met yet they saw half at first and eight in ten at last; what they took for one mostly was. */
#include "config.h"

#include "model/words/tl-mechanism.h"

#define LEAST 0.85

static void
mechanisms_are_told_from_states (void)
{
  const char *given = g_getenv ("TL_MECHANISM_STATEMENTS");
  g_autofree char *path
      = given != NULL ? g_strdup (given) : g_test_build_filename (G_TEST_DIST, "bench", "mechanism.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMechanism) mechanism = tl_mechanism_load (&error);
  double n[2][2] = { { 0 } }; /* to be found, and found */

  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean expected = lines[i][0] == '+';

      if (lines[i][0] != '+' && lines[i][0] != '-')
        continue;
      g_autoptr (TlWordHit) hit = tl_mechanism_find (mechanism, lines[i] + 2);
      n[expected][hit != NULL]++;
      if (expected != (hit != NULL))
        g_test_message ("%s: %s", hit != NULL ? hit->text : "not found", lines[i]);
    }

  double precision = n[1][1] / (n[1][1] + n[0][1]), recall = n[1][1] / (n[1][1] + n[1][0]);

  g_print ("# %.0f mechanisms, %.0f others: precision %.3f, recall %.3f\n", n[1][0] + n[1][1], n[0][0] + n[0][1],
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
  g_test_add_func ("/bench/mechanism/mechanisms-are-told-from-states", mechanisms_are_told_from_states);
  return g_test_run ();
}
