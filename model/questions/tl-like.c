/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings like one: those that share its codes, a rare code counting more than a frequent one, or its words. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-like.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/library/tl-library-tables.h"
#include "model/library/tl-library-texts.h"
#include "model/questions/tl-bits.h"
#include "model/questions/tl-gist.h"
#include "model/questions/tl-graphs.h"

/* From here on two findings are alike, by the share that they have in common of the weight of all their codes, or of
 * all their words. */
#define ALIKE_CODES 0.25
#define ALIKE_WORDS 0.34

typedef struct {
  guint  review;  /* index in the graphs */
  guint  finding; /* likewise */
  double alike;   /* by codes and by words together */
} Match;

typedef struct {
  TlLibrary          *library;
  const TlLikeQuery  *query;
  const TlGraphs     *graphs;
  double             *weights; /* by code: the rarer the more */
  gboolean           *wanted;  /* by code */
  double              weight;  /* of all that are wanted */
  TlGists            *gists;
  GPtrArray          *gist;
  TlBits             *saying;  /* records in which a word occurs */
  TlBits             *of_board;
  guint               own;     /* the record of the review itself, or 0 */
  GArray             *matches;
} Likening;

/* Codes */

static void
weigh_codes (Likening *self)
{
  const TlGraphs *graphs = self->graphs;
  guint n = graphs->code_names->len;
  g_autofree guint *counts = g_new0 (guint, n + 1);
  g_autofree guint *seen = g_new0 (guint, n + 1);

  for (guint i = 0; i < graphs->n_reviews; i++)
    for (guint32 j = graphs->nodes[graphs->reviews[i].nodes].codes;
         j < graphs->nodes[graphs->reviews[i + 1].nodes].codes; j++)
      if (seen[graphs->codes[j]] != i + 1)
        {
          seen[graphs->codes[j]] = i + 1;
          counts[graphs->codes[j]]++;
        }
  for (guint i = 0; i < n; i++)
    self->weights[i] = log ((graphs->n_reviews + 1.0) / (counts[i] + 0.5));
  for (guint i = 0; self->query->codes[i] != NULL; i++)
    {
      guint code;

      if (!tl_graphs_find_code (graphs, self->query->codes[i], &code) || self->wanted[code])
        continue;
      self->wanted[code] = TRUE;
      self->weight += self->weights[code];
    }
}

/* What share of the weight of all codes of either finding both have. */
static double
compare_codes (const Likening *self,
               guint           finding,
               gboolean       *seen)
{
  const TlGraphs *graphs = self->graphs;
  double both = 0, all = self->weight;

  memset (seen, 0, graphs->code_names->len * sizeof *seen);
  for (guint32 i = graphs->findings[finding].factors; i < graphs->findings[finding + 1].factors; i++)
    {
      guint32 node = graphs->finding_factors[i];

      for (guint32 j = graphs->nodes[node].codes; j < graphs->nodes[node + 1].codes; j++)
        {
          guint code = graphs->codes[j];

          if (seen[code])
            continue;
          seen[code] = TRUE;
          if (self->wanted[code])
            both += self->weights[code];
          else
            all += self->weights[code];
        }
    }
  return all > 0 ? both / all : 0;
}

/* Words */

static void
note_record (guint    record,
             gpointer data)
{
  Likening *self = data;

  if (record < self->saying->n_words * 64)
    tl_bits_add (self->saying, record);
}

/* Finds the records in which any of the words occurs, so that only their findings are read. */
static gboolean
find_saying (Likening      *self,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GString) match = g_string_new (NULL);

  for (guint i = 0; i < self->gist->len; i++)
    g_string_append_printf (match, "%s\"%s\"", i > 0 ? " OR " : "",
                            tl_gists_get_word (self->gists, self->gist->pdata[i]));
  if (match->len == 0)
    return TRUE;

  TlLibraryTexts *texts = tl_library_texts_get (self->library, cancellable, error);

  return texts != NULL && tl_library_texts_find (texts, match->str, note_record, self, error);
}

static gboolean
compare_words (Likening  *self,
               guint      record,
               guint      row,
               double    *alike,
               GError   **error)
{
  TlConnection *connection = tl_library_get_connection (self->library);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT statement FROM finding WHERE key = ?", error);
  gboolean found;

  *alike = 0;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, (gint64) record << TL_LIBRARY_KEY_BITS | row);
  if (!tl_connection_step (connection, statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  const char *text = (const char *) sqlite3_column_text (statement, 0);
  g_autoptr (GPtrArray) gist = text != NULL ? tl_gists_read (self->gists, text) : NULL;

  if (gist != NULL)
    *alike = tl_gist_compare (self->gist, gist);
  sqlite3_reset (statement);
  return TRUE;
}

/* Findings */

static gboolean
match_review (Likening  *self,
              guint      review,
              gboolean  *seen,
              GError   **error)
{
  const TlGraphs *graphs = self->graphs;
  guint record = graphs->reviews[review].record;

  if (record == self->own)
    return TRUE;
  for (guint i = graphs->reviews[review].findings; i < graphs->reviews[review + 1].findings; i++)
    {
      double by_codes = compare_codes (self, i, seen), by_words = 0;
      Match match = { review, i, 0 };

      if (tl_bits_contains (self->saying, record)
          && !compare_words (self, record, graphs->findings[i].row, &by_words, error))
        return FALSE;
      match.alike = by_codes + by_words;
      if (by_codes >= ALIKE_CODES || by_words >= ALIKE_WORDS)
        g_array_append_val (self->matches, match);
    }
  return TRUE;
}

static int
compare_matches (const void *a,
                 const void *b)
{
  const Match *one = a, *other = b;

  if (one->alike != other->alike)
    return one->alike > other->alike ? -1 : 1;
  return one->finding < other->finding ? -1 : one->finding > other->finding;
}

static gboolean
match_all (Likening  *self,
           GError   **error)
{
  g_autofree gboolean *seen = g_new (gboolean, self->graphs->code_names->len + 1);

  for (guint i = 0; i < self->graphs->n_reviews; i++)
    if (!match_review (self, i, seen, error))
      return FALSE;
  g_array_sort (self->matches, compare_matches);
  return TRUE;
}

/* Whose */

static gboolean
read_board (Likening  *self,
            GError   **error)
{
  TlConnection *connection = tl_library_get_connection (self->library);
  sqlite3_stmt *statement = tl_connection_prepare (connection,
                                                   "SELECT record.number, record.review = ?1, "
                                                   "coalesce (review.board_pseudonym = ?2, 0) FROM record JOIN review "
                                                   "ON review.key = (record.number << 24 | 1) WHERE NOT superseded",
                                                   error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, self->query->review, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, self->query->board, -1, SQLITE_STATIC);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;

      guint record = (guint) sqlite3_column_int64 (statement, 0);

      if (sqlite3_column_int (statement, 1))
        self->own = record;
      if (sqlite3_column_int (statement, 2) && record < self->of_board->n_words * 64)
        tl_bits_add (self->of_board, record);
    }
  return FALSE;
}

static gboolean
add_row (Likening    *self,
         TlAnswer    *answer,
         const char  *name,
         const char  *label,
         gboolean     of_board,
         GError     **error)
{
  TlAnswerRow *row = tl_answer_add (answer, 1, 0);
  g_autoptr (TlBits) counted = tl_bits_new (self->graphs->n_reviews);
  guint n_shown = 0;

  row->keys[0] = g_strdup (name);
  row->labels[0] = g_strdup (label);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const Match *match = &g_array_index (self->matches, Match, i);
      guint record = self->graphs->reviews[match->review].record;

      if (of_board && !tl_bits_contains (self->of_board, record))
        continue;
      row->reviews += tl_bits_contains (counted, match->review) ? 0 : 1;
      tl_bits_add (counted, match->review);
      if (!self->query->internal || n_shown++ >= TL_INSTANCES_MAX)
        continue;

      TlInstance *instance = tl_instance_new (self->library, record, error);

      if (instance == NULL)
        return FALSE;
      g_ptr_array_add (row->instances, instance);
      if (!tl_instance_add (instance, self->library, "finding", self->graphs->findings[match->finding].row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
ask (Likening      *self,
     TlAnswer      *answer,
     GCancellable  *cancellable,
     GError       **error)
{
  weigh_codes (self);
  return find_saying (self, cancellable, error) && read_board (self, error) && match_all (self, error)
         && (self->query->board == NULL
             || add_row (self, answer, "board", _("Of the same board"), TRUE, error))
         && add_row (self, answer, "all", _("Of all boards"), FALSE, error);
}

/**
 * tl_library_like:
 * @library: a library
 * @query: what the findings are to be like
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): reviews with such findings, of the same board ("board", where it is known) and
 *   of all ("all"); behind them the findings, those that are most alike first
 */
TlAnswer *
tl_library_like (TlLibrary          *library,
                 const TlLikeQuery  *query,
                 GCancellable       *cancellable,
                 GError            **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL && query->codes != NULL, NULL);

  const TlAnswerTerms terms = { &query->population, query->threshold, query->internal };
  g_autoptr (TlGraphs) graphs = tl_graphs_new (library, &query->population, FALSE, cancellable, error);

  if (graphs == NULL)
    return NULL;

  guint last = graphs->n_reviews > 0 ? graphs->reviews[graphs->n_reviews - 1].record : 0;
  g_autofree double *weights = g_new0 (double, graphs->code_names->len + 1);
  g_autofree gboolean *wanted = g_new0 (gboolean, graphs->code_names->len + 1);
  g_autoptr (TlGists) gists = tl_gists_new ();
  g_autoptr (GPtrArray) gist = tl_gists_read (gists, query->text != NULL ? query->text : "");
  g_autoptr (TlBits) saying = tl_bits_new (last + 1);
  g_autoptr (TlBits) of_board = tl_bits_new (last + 1);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  Likening likening = { library, query, graphs, weights, wanted, 0, gists, gist, saying, of_board, 0, matches };
  g_autoptr (TlAnswer) answer = tl_answer_new ();

  if (!ask (&likening, answer, cancellable, error))
    return NULL;
  tl_answer_finish (answer, &terms, graphs->n_reviews,
                    _("Reviews with findings that share codes with this one (a quarter of the weight of the codes of "
                      "both, rare ones weighing more) or words (a third of those of both statements)."));
  return g_steal_pointer (&answer);
}
