/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of a release as it leaves: takes out of the answer what is not to be seen, and says what is left. */
#include "config.h"

#include "model/releases/tl-release-table.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* What is left out, in place of a count or in several. */
static char *
dup_left_out (const TlReleaseTable *self,
              const char           *note)
{
  g_autofree char *stands
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“:” stands for %u count that is left out:",
                                    "“:” stands for %u counts that are left out:", self->n_left_out),
                       self->n_left_out);
  const char *why = self->is_crossing
                      ? _("tables of this release or of an earlier one divide the same reviews by each of these two "
                          "and by a third, and what rests on few reviews could be worked out from all of them.")
                      : _("so little would be left beside what has to be withheld.");

  return g_strdup_printf ("%s%s%s %s", note != NULL ? note : "", note != NULL ? " " : "", stands, why);
}

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
  else if (self->merged != NULL)
    {
      describe_answer (self, threshold, self->merged->base, self->merged->what, &self->merged->caption);
      g_free (self->merged->note);
      self->merged->note = g_steal_pointer (&note);
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

static char **
find_note (const TlReleaseTable *self)
{
  return self->themes != NULL   ? &self->themes->note
         : self->cube != NULL   ? &self->cube->note
         : self->pairs != NULL  ? &self->pairs->note
         : self->chains != NULL ? &self->chains->note
         : self->merged != NULL ? &self->merged->note
                                : &self->answer->note;
}

/* By path, so that the order tells nothing of what is withheld. */
static int
compare_paths (const void *a,
               const void *b)
{
  const TlChain *one = a, *other = b;
  gboolean hidden_one = one->reviews < 0, hidden_other = other->reviews < 0;

  if (hidden_one != hidden_other)
    return hidden_one ? 1 : -1;
  if (one->reviews != other->reviews)
    return one->reviews > other->reviews ? -1 : 1;
  for (guint i = 0; one->path[i] != NULL && other->path[i] != NULL; i++)
    if (strcmp (one->path[i], other->path[i]) != 0)
      return strcmp (one->path[i], other->path[i]);
  return 0;
}

/* The most frequent came first; where one is withheld, its place among them would tell of it. */
static void
order (TlReleaseTable *self)
{
  if (self->chains != NULL && self->chains->n_chains > 0)
    qsort (self->chains->chains, self->chains->n_chains, sizeof (TlChain), compare_paths);
  if (self->merged != NULL)
    tl_merged_order (self->merged);
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

  self->n_shown = self->n_withheld = self->n_left_out = 0;
  for (guint i = 0; i < self->counts->len; i++)
    {
      const TlReleaseCount *count = self->counts->pdata[i];

      if (count->place == NULL)
        continue;
      if (count->reason == TL_PROTECT_LEFT_OUT)
        {
          *count->place = TL_COUNT_NOT_AVAILABLE;
          self->n_left_out++;
          continue;
        }
      *count->place = count->reason != TL_PROTECT_SHOWN ? TL_COUNT_WITHHELD : tl_count_round (count->count, round);
      self->n_shown += count->reason == TL_PROTECT_SHOWN ? 1 : 0;
      self->n_withheld += count->reason != TL_PROTECT_SHOWN ? 1 : 0;
      n_primary += count->reason == TL_PROTECT_SMALL ? 1 : 0;
    }
  hide_expected (self);
  order (self);
  describe (self, threshold, round, n_primary, self->n_withheld - n_primary);
  if (self->n_left_out > 0)
    {
      char **note = find_note (self);
      g_autofree char *withheld = g_steal_pointer (note);

      *note = dup_left_out (self, withheld);
    }
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
         : self->merged != NULL ? self->merged->caption
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
  return *find_note (self);
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
         : self->merged != NULL ? self->merged->base
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
         : self->merged != NULL ? tl_merged_dup_csv (self->merged)
                                : tl_answer_dup_csv (self->answer);
}
