/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well it is seen by what somebody could be found out: precision and recall over the passages that are marked in
 * the sentences of identifying.txt, each at least 0.85. Words of another kind in the same place count as not found. */
#include "config.h"

#include <string.h>

#include "model/words/tl-identify.h"

#define LEAST 0.85
#define MIN_SENTENCES 80

typedef struct {
  char *kind;
  guint start;
  guint end;
} Mark;

static void
mark_clear (void *mark)
{
  g_free (((Mark *) mark)->kind);
}

/* The sentence without its marks. */
static char *
take_marks (const char *line,
            GArray     *marks)
{
  GString *text = g_string_new (NULL);

  while (*line != '\0')
    {
      const char *open = strchr (line, '{');

      g_string_append_len (text, line, open != NULL ? open - line : (gssize) strlen (line));
      if (open == NULL)
        break;

      const char *colon = strchr (open, ':'), *close = strchr (open, '}');
      g_assert_true (colon != NULL && close != NULL && colon < close);

      Mark mark = { g_strndup (open + 1, (gsize) (colon - open) - 1), (guint) g_utf8_strlen (text->str, -1) };
      g_string_append_len (text, colon + 1, close - colon - 1);
      mark.end = (guint) g_utf8_strlen (text->str, -1);
      g_array_append_val (marks, mark);
      line = close + 1;
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_found (const Mark *mark,
          GArray     *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const TlIdentifySpan *span = &g_array_index (spans, TlIdentifySpan, i);

      if (strcmp (span->kind->key, mark->kind) == 0 && span->start < mark->end && span->end > mark->start)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_marked (const TlIdentifySpan *span,
           GArray               *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      if (strcmp (span->kind->key, mark->kind) == 0 && span->start < mark->end && span->end > mark->start)
        return TRUE;
    }
  return FALSE;
}

static void
what_identifies_is_found (void)
{
  const char *given = g_getenv ("TL_IDENTIFYING");
  g_autofree char *path
      = given != NULL ? g_strdup (given) : g_test_build_filename (G_TEST_DIST, "bench", "identifying.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIdentify) identify = tl_identify_load (&error);
  guint n_sentences = 0, n_marks = 0, n_found = 0, n_spans = 0, n_right = 0;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      g_array_set_clear_func (marks, mark_clear);

      g_autofree char *sentence = take_marks (lines[i], marks);
      g_autoptr (GArray) spans = tl_identify_find (identify, sentence, TL_TIER_PUBLIC);

      n_sentences++;
      for (guint j = 0; j < marks->len; j++, n_marks++)
        if (is_found (&g_array_index (marks, Mark, j), spans))
          n_found++;
        else
          g_test_message ("not found: %s in: %s", g_array_index (marks, Mark, j).kind, lines[i]);
      for (guint j = 0; j < spans->len; j++, n_spans++)
        if (is_marked (&g_array_index (spans, TlIdentifySpan, j), marks))
          n_right++;
        else
          g_test_message ("found as %s: %s", g_array_index (spans, TlIdentifySpan, j).kind->key, lines[i]);
    }

  double precision = (double) n_right / n_spans, recall = (double) n_found / n_marks;

  g_print ("# %u sentences, %u passages: precision %.3f, recall %.3f\n", n_sentences, n_marks, precision, recall);
  g_assert_cmpuint (n_sentences, >=, MIN_SENTENCES);
  g_assert_cmpfloat (precision, >=, LEAST);
  g_assert_cmpfloat (recall, >=, LEAST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bench/identifying/what-identifies-is-found", what_identifies_is_found);
  return g_test_run ();
}
