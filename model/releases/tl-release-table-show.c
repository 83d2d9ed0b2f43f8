/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of a release as it leaves: takes out of the answer what is not to be seen, and says what is left. */
#include "config.h"

#include "model/releases/tl-release-table.h"

static void
show_pairs (TlReleaseTable *self)
{
  TlPairs *pairs = self->pairs;

  for (guint i = 0; i < pairs->n_pairs; i++)
    tl_pair_compare (&pairs->pairs[i], pairs->codes[pairs->pairs[i].a].reviews,
                     pairs->codes[pairs->pairs[i].b].reviews, pairs->base);
}

static void
describe_answer (TlReleaseTable *self,
                 guint           threshold,
                 gint64          base,
                 const char     *what,
                 char          **caption)
{
  const TlAnswerTerms terms = { &self->question->population, threshold, FALSE };

  g_free (*caption);
  *caption = tl_answer_dup_caption (&terms, base, what);
}

/* Puts into an answer what kind of table it is now. */
static void
describe (TlReleaseTable *self,
          guint           threshold,
          guint           round,
          guint           n_primary,
          guint           n_secondary)
{
  const TlAsked *question = self->question;
  const TlThemesQuery themes = { .population = question->population, .by = question->by };
  const TlCubeQuery cube = { .population = question->population };
  const TlPairsQuery pairs = { .population = question->population };
  g_autofree char *note = tl_count_dup_note (threshold, round, n_primary, n_secondary);

  if (self->themes != NULL)
    {
      self->themes->threshold = threshold;
      self->themes->round = round;
      self->themes->n_primary = n_primary;
      self->themes->n_secondary = n_secondary;
      tl_themes_describe (self->themes, &themes);
    }
  else if (self->cube != NULL)
    {
      self->cube->threshold = threshold;
      self->cube->round = round;
      self->cube->n_primary = n_primary;
      self->cube->n_secondary = n_secondary;
      tl_cube_describe (self->cube, &cube);
    }
  else if (self->pairs != NULL)
    {
      self->pairs->threshold = threshold;
      self->pairs->round = round;
      self->pairs->n_primary = n_primary;
      self->pairs->n_secondary = n_secondary;
      show_pairs (self);
      tl_pairs_describe (self->pairs, &pairs);
    }
  else if (self->chains != NULL)
    {
      describe_answer (self, threshold, self->chains->base, self->chains->what, &self->chains->caption);
      g_free (self->chains->note);
      self->chains->note = g_steal_pointer (&note);
    }
  else
    {
      describe_answer (self, threshold, self->answer->base, self->answer->what, &self->answer->caption);
      g_free (self->answer->note);
      self->answer->note = g_steal_pointer (&note);
    }
}

/* What chance would give of what is withheld is withheld too. */
static void
hide_expected (TlReleaseTable *self)
{
  for (guint i = 0; self->chains != NULL && i < self->chains->n_chains; i++)
    if (self->chains->chains[i].reviews < 0)
      self->chains->chains[i].expected = -1;
  for (guint i = 0; self->answer != NULL && i < self->answer->rows->len; i++)
    {
      TlAnswerRow *row = self->answer->rows->pdata[i];

      if (row->reviews < 0)
        row->expected = -1;
    }
}

/**
 * tl_release_table_show:
 * @self: a table of which it is known what is withheld
 * @threshold: counts from 1 to this were withheld
 * @round: 0, or what to round what is shown to the nearest multiple of
 *
 * Takes out of the answer what is not to be seen, and describes what is left. The counts keep what was counted.
 */
void
tl_release_table_show (TlReleaseTable *self,
                       guint           threshold,
                       guint           round)
{
  guint n_primary = 0;

  g_return_if_fail (self != NULL);

  self->n_shown = self->n_withheld = 0;
  for (guint i = 0; i < self->counts->len; i++)
    {
      const TlReleaseCount *count = self->counts->pdata[i];

      if (count->place == NULL)
        continue;
      *count->place = count->reason != TL_PROTECT_SHOWN ? TL_COUNT_WITHHELD : tl_count_round (count->count, round);
      self->n_shown += count->reason == TL_PROTECT_SHOWN ? 1 : 0;
      self->n_withheld += count->reason != TL_PROTECT_SHOWN ? 1 : 0;
      n_primary += count->reason == TL_PROTECT_SMALL ? 1 : 0;
    }
  hide_expected (self);
  describe (self, threshold, round, n_primary, self->n_withheld - n_primary);
}

/**
 * tl_release_table_get_caption:
 * @self: a table
 *
 * Returns: what was counted, over what, with every setting
 */
const char *
tl_release_table_get_caption (const TlReleaseTable *self)
{
  return self->themes != NULL   ? self->themes->caption
         : self->cube != NULL   ? self->cube->caption
         : self->pairs != NULL  ? self->pairs->caption
         : self->chains != NULL ? self->chains->caption
                                : self->answer->caption;
}

/**
 * tl_release_table_get_note:
 * @self: a table
 *
 * Returns: (nullable): what is withheld, and what the symbols mean
 */
const char *
tl_release_table_get_note (const TlReleaseTable *self)
{
  return self->themes != NULL   ? self->themes->note
         : self->cube != NULL   ? self->cube->note
         : self->pairs != NULL  ? self->pairs->note
         : self->chains != NULL ? self->chains->note
                                : self->answer->note;
}

/**
 * tl_release_table_get_base:
 * @self: a table
 *
 * Returns: how many reviews it is about, or a #TlCountSymbol
 */
gint64
tl_release_table_get_base (const TlReleaseTable *self)
{
  return self->themes != NULL   ? self->themes->columns[0].base
         : self->cube != NULL   ? self->cube->bases[0]
         : self->pairs != NULL  ? self->pairs->base
         : self->chains != NULL ? self->chains->base
                                : self->answer->base;
}

/**
 * tl_release_table_dup_csv:
 * @self: a table
 *
 * Returns: (transfer full): the table as CSV, its settings in each line
 */
char *
tl_release_table_dup_csv (const TlReleaseTable *self)
{
  return self->themes != NULL   ? tl_themes_dup_csv (self->themes)
         : self->cube != NULL   ? tl_cube_dup_csv (self->cube)
         : self->pairs != NULL  ? tl_pairs_dup_csv (self->pairs)
         : self->chains != NULL ? tl_chains_dup_csv (self->chains)
                                : tl_answer_dup_csv (self->answer);
}
