/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well the guard tells a sentence that blames from one that does not: precision and recall, each at least 0.9, over
 * the sentences of guard.txt, from which the lists were learned, and apart from them over those of guard-unseen.txt,
 * from which nothing was; and how many of those found are put in the right group. And what a keystroke costs: looking
 * at the sentences it touches, in a field of 20,000 words, at most a thirtieth of looking through all of it. */
#include "config.h"

#include <string.h>

#include "model/words/tl-words.h"

#define LEAST 0.9
#define LEAST_GROUPED 0.8
#define N_WORDS 20000
#define MOST_OF_FIELD 0.03
#define MOST_MICROSECONDS 2000
#define N_TIMES 20

typedef struct {
  guint n[2][2]; /* to be marked, and marked */
  guint n_grouped;      /* found, and their group is known */
  guint n_rightly;      /* of these, put in it */
} Score;

/* "+b The worker lied.": the group by its first letter, where it is known. */
static const char *
get_sentence (const char *line)
{
  return strchr (line, ' ') + 1;
}

static void
judge (TlWords    *words,
       const char *line,
       gboolean    show,
       Score      *score)
{
  g_autoptr (GPtrArray) hits = tl_words_find (words, get_sentence (line));
  gboolean expected = line[0] == '+';
  gboolean found = hits->len > 0;

  score->n[expected][found]++;
  if (expected && found && line[1] != ' ')
    {
      score->n_grouped++;
      score->n_rightly += ((TlWordHit *) hits->pdata[0])->group[0] == line[1];
    }
  if (expected != found && show)
    g_test_message ("%s: %s%s%s", expected ? "not marked" : "marked", get_sentence (line), found ? " ← " : "",
                    found ? ((TlWordHit *) hits->pdata[0])->text : "");
}

/* With @show FALSE it is not said which sentences are told wrongly, so that nobody learns from them. */
static void
judge_file (const char *path,
            const char *title,
            gboolean    show)
{
  g_autoptr (TlWords) words = tl_words_load (NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Score score = { 0 };

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && strchr ("+=-", lines[i][0]) != NULL && strchr (lines[i], ' ') != NULL)
      judge (words, lines[i], show, &score);

  double precision = score.n[1][1] / (double) MAX (score.n[1][1] + score.n[0][1], 1);
  double recall = score.n[1][1] / (double) MAX (score.n[1][1] + score.n[1][0], 1);

  g_print ("# %s: %u sentences that blame, %u that do not: precision %.3f, recall %.3f\n", title,
           score.n[1][0] + score.n[1][1], score.n[0][0] + score.n[0][1], precision, recall);
  g_print ("# %u of the %u found whose group is known are put in it\n", score.n_rightly, score.n_grouped);
  g_assert_cmpuint (score.n[1][0] + score.n[1][1], >=, 40);
  g_assert_cmpuint (score.n[0][0] + score.n[0][1], >=, 80);
  g_assert_cmpfloat (precision, >=, LEAST);
  g_assert_cmpfloat (recall, >=, LEAST);
  g_assert_cmpfloat (score.n_rightly, >=, LEAST_GROUPED * score.n_grouped);
}

static void
sentences_that_blame_are_told_from_others (void)
{
  const char *given = g_getenv ("TL_GUARD_SENTENCES");
  g_autofree char *path
      = given != NULL ? g_strdup (given) : g_test_build_filename (G_TEST_DIST, "bench", "guard.txt", NULL);

  judge_file (path, given != NULL ? given : "learned from", TRUE);
}

static void
so_are_sentences_never_learned_from (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "bench", "guard-unseen.txt", NULL);

  judge_file (path, "never learned from", FALSE);
}

/* The best of several, in microseconds; with @at, of a keystroke there. */
static double
time_find (TlWords    *words,
           const char *text,
           int         at)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++)
    {
      guint first, after;
      gint64 start = g_get_monotonic_time ();

      if (at < 0)
        g_ptr_array_unref (tl_words_find (words, text));
      else
        g_ptr_array_unref (tl_words_find_around (words, text, (guint) at, (guint) at + 1, &first, &after));
      best = MIN (best, (double) (g_get_monotonic_time () - start));
    }
  return best;
}

/* One paragraph of that length is the worst: in shorter ones there is less to look for quotation marks in. */
static void
a_keystroke_costs_its_sentences (void)
{
  static const char sentences[] = "The worker should have asked what the child had seen, and the form left no room for "
                                  "it; the team was covering two patches and “nobody asked”. Staff did not ring back, "
                                  "for the telephone did not work and the surgery had closed for the afternoon. ";
  g_autoptr (TlWords) words = tl_words_load (NULL);
  g_autoptr (GString) field = g_string_new (NULL);

  for (guint n = 0; n < N_WORDS; n += 49)
    g_string_append (field, sentences);

  int middle = (int) g_utf8_strlen (field->str, -1) / 2;
  double whole = time_find (words, field->str, -1);
  double part = time_find (words, field->str, middle);

  g_print ("# %u words: %.2f ms; a keystroke in their middle: %.3f ms, %.4f of it\n", N_WORDS, whole / 1000,
           part / 1000, part / whole);
  g_assert_cmpfloat (part / whole, <=, MOST_OF_FIELD);
  g_assert_cmpfloat (part, <=, MOST_MICROSECONDS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bench/guard/sentences-that-blame-are-told-from-others", sentences_that_blame_are_told_from_others);
  g_test_add_func ("/bench/guard/so-are-sentences-never-learned-from", so_are_sentences_never_learned_from);
  g_test_add_func ("/bench/guard/a-keystroke-costs-its-sentences", a_keystroke_costs_its_sentences);
  return g_test_run ();
}
