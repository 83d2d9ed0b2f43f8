/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well what is to be found in a list of lines is told from what is not: precision and recall, each at least 0.85. A
 * line that begins with "+" is to be found, one that begins with "-" is not; all others are comments. */
#pragma once

#include <glib.h>

#define LEAST_TOLD 0.85
#define MIN_LINES 30

/* Returns: (transfer full) (nullable): what is found in a line, or why; NULL where nothing is */
typedef char *(*FindInLine) (gpointer    lists,
                             const char *line);

/* @variable names another file than @name, to try the lists on. */
static inline void
assert_told (const char *variable,
             const char *name,
             FindInLine  find,
             gpointer    lists)
{
  const char *given = g_getenv (variable);
  g_autofree char *path = given != NULL ? g_strdup (given) : g_test_build_filename (G_TEST_DIST, "bench", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  double n[2][2] = { { 0 } }; /* to be found, and found */

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean expected = lines[i][0] == '+';

      if (lines[i][0] != '+' && lines[i][0] != '-')
        continue;
      g_autofree char *found = find (lists, lines[i] + 2);
      n[expected][found != NULL]++;
      if (expected != (found != NULL))
        g_test_message ("%s: %s", found != NULL ? found : "not found", lines[i]);
    }

  double precision = n[1][1] / (n[1][1] + n[0][1]), recall = n[1][1] / (n[1][1] + n[1][0]);

  g_print ("# %.0f to be found, %.0f others: precision %.3f, recall %.3f\n", n[1][0] + n[1][1], n[0][0] + n[0][1],
           precision, recall);
  g_assert_cmpfloat (n[1][0] + n[1][1], >=, MIN_LINES);
  g_assert_cmpfloat (n[0][0] + n[0][1], >=, MIN_LINES);
  g_assert_cmpfloat (precision, >=, LEAST_TOLD);
  g_assert_cmpfloat (recall, >=, LEAST_TOLD);
}
