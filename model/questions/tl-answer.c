/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all answers that are lists of counts have in common: none of the counts is a sum of others, each is withheld for
 * its own sake, and the base and the terms go wherever the counts go. */
#include "config.h"

#include "model/questions/tl-answer.h"

#include <glib/gi18n-lib.h>

#include "model/disclosure/tl-protect.h"
#include "model/exchange/tl-csv.h"
#include "model/typology/tl-typology.h"

/* Of all reviews, in how many hundredths something has to be before it is listed. */
#define USUAL_PERCENT 1

static guint
get_threshold (const TlAnswerTerms *terms)
{
  return terms->threshold > 0 ? terms->threshold : TL_COUNT_DEFAULT_THRESHOLD;
}

/**
 * tl_answer_get_least:
 * @terms: on what terms
 *
 * Returns: the least count that is not withheld, nor none at all
 */
guint
tl_answer_get_least (const TlAnswerTerms *terms)
{
  return terms->internal ? 1 : get_threshold (terms) + 1;
}

/**
 * tl_answer_get_listed:
 * @terms: on what terms
 * @min: in so many reviews at least; 0 for the usual
 * @base: of how many reviews
 *
 * Returns: in how many reviews at least something is that a list of what recurs names; by usage one in a hundred
 */
guint
tl_answer_get_listed (const TlAnswerTerms *terms,
                      guint                min,
                      guint                base)
{
  return MAX (min > 0 ? min : (base * USUAL_PERCENT + 99) / 100, tl_answer_get_least (terms));
}

/**
 * tl_answer_protect:
 * @terms: on what terms
 * @base: (inout): of how many reviews
 * @counts: (inout) (array length=n_counts) (nullable): counts of reviews
 * @n_counts: how many
 *
 * Takes out what is not to be seen.
 *
 * Returns: (transfer full) (nullable): what is withheld, in words; %NULL if nothing is
 */
char *
tl_answer_protect (const TlAnswerTerms *terms,
                   gint64              *base,
                   gint64              *counts,
                   guint                n_counts)
{
  if (terms->internal)
    return NULL;

  guint threshold = get_threshold (terms);
  g_autofree gboolean *withheld = g_new0 (gboolean, n_counts + 1);
  gboolean base_withheld = FALSE;
  TlProtectResult of_base = tl_protect (base, 1, 1, threshold, TL_PROTECT_ALONE, &base_withheld);
  guint n = of_base.n_primary;

  if (n_counts > 0)
    n += tl_protect (counts, 1, n_counts, threshold, TL_PROTECT_ALONE, withheld).n_primary;

  if (base_withheld)
    *base = TL_COUNT_WITHHELD;
  for (guint i = 0; i < n_counts; i++)
    if (withheld[i])
      counts[i] = TL_COUNT_WITHHELD;
  return n > 0 ? tl_count_dup_note (threshold, 0, n, 0) : NULL;
}

static const char *
describe_coder (TlCoder coder)
{
  switch (coder)
    {
    case TL_CODER_LEAD:
      return _("Codes count where a lead reviewer gave them.");
    case TL_CODER_AGREED:
      return _("Codes count where the coders agreed on them.");
    case TL_CODER_ANY:
    default:
      return _("Codes count whoever gave them.");
    }
}

/**
 * tl_answer_dup_caption:
 * @terms: on what terms
 * @base: of how many reviews, as it is shown
 * @what: sentences on what is counted
 *
 * Returns: (transfer full): the caption of an answer
 */
char *
tl_answer_dup_caption (const TlAnswerTerms *terms,
                       gint64               base,
                       const char          *what)
{
  const TlPopulation *population = terms->population;
  const char *id = population->typology != NULL ? population->typology : TL_POPULATION_DEFAULT_TYPOLOGY;
  TlTypology *typology = tl_typology_lookup (id, NULL);
  const char *version = population->version != NULL ? population->version
                        : typology != NULL          ? tl_typology_get_version (typology)
                                                    : "";
  g_autofree char *filter = tl_population_dup_description (population);
  g_autofree char *base_text = tl_count_format (base);

  /* Translators: sentences; id and version of a typology; a filter; a count; a sentence; a warning or nothing */
  return g_strdup_printf (_("%s Typology: %s, version %s. Filter: %s. Base: %s reviews coded in it; each counts once. "
                            "%s%s"), what, id, version, filter, base_text, describe_coder (population->coder),
                          terms->internal ? _(" Internal: nothing is withheld; not for publication.") : "");
}

static void
free_row (void *data)
{
  TlAnswerRow *row = data;

  g_strfreev (row->keys);
  g_strfreev (row->labels);
  g_free (row->links);
  g_ptr_array_unref (row->instances);
  g_free (row);
}

/**
 * tl_answer_new:
 *
 * Returns: (transfer full): an answer without rows, caption and base
 */
TlAnswer *
tl_answer_new (void)
{
  TlAnswer *answer = g_new0 (TlAnswer, 1);

  answer->rows = g_ptr_array_new_with_free_func (free_row);
  return answer;
}

/**
 * tl_answer_free:
 * @answer: (transfer full): an answer
 */
void
tl_answer_free (TlAnswer *answer)
{
  g_free (answer->caption);
  g_free (answer->what);
  g_free (answer->note);
  g_ptr_array_unref (answer->rows);
  g_free (answer);
}

/**
 * tl_answer_add:
 * @answer: an answer
 * @n_keys: how many keys and labels there is to be room for
 * @reviews: in how many reviews
 *
 * Returns: (transfer none): a new row at the end, its keys and labels still to be set
 */
TlAnswerRow *
tl_answer_add (TlAnswer *answer,
               guint     n_keys,
               guint     reviews)
{
  TlAnswerRow *row = g_new0 (TlAnswerRow, 1);

  row->keys = g_new0 (char *, n_keys + 1);
  row->labels = g_new0 (char *, n_keys + 1);
  row->reviews = reviews;
  row->expected = -1;
  row->instances = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_instance_free);
  g_ptr_array_add (answer->rows, row);
  return row;
}

/**
 * tl_answer_finish:
 * @answer: an answer with all its rows
 * @terms: on what terms
 * @base: of how many reviews
 * @what: sentences on what is counted
 *
 * Takes out what is not to be seen, and writes caption and note.
 */
void
tl_answer_finish (TlAnswer            *answer,
                  const TlAnswerTerms *terms,
                  guint                base,
                  const char          *what)
{
  g_autofree gint64 *counts = g_new (gint64, answer->rows->len + 1);

  answer->base = base;
  for (guint i = 0; i < answer->rows->len; i++)
    counts[i] = ((TlAnswerRow *) answer->rows->pdata[i])->reviews;
  answer->note = tl_answer_protect (terms, &answer->base, counts, answer->rows->len);
  for (guint i = 0; i < answer->rows->len; i++)
    {
      TlAnswerRow *row = answer->rows->pdata[i];

      row->reviews = counts[i];
      if (row->reviews == TL_COUNT_WITHHELD)
        row->expected = -1;
      if (!terms->internal)
        g_ptr_array_set_size (row->instances, 0);
    }
  answer->what = g_strdup (what);
  answer->caption = tl_answer_dup_caption (terms, answer->base, what);
}

static gboolean
has_expected (const TlAnswer *answer)
{
  for (guint i = 0; i < answer->rows->len; i++)
    if (((TlAnswerRow *) answer->rows->pdata[i])->expected >= 0)
      return TRUE;
  return FALSE;
}

static char *
format_expected (double expected)
{
  return expected < 0 ? g_strdup ("") : g_strdup_printf ("%.1f", expected);
}

/**
 * tl_answer_row_dup_shape:
 * @row: a line of an answer
 *
 * Returns: (transfer full): "a → b, c → b", or its keys one after the other
 */
char *
tl_answer_row_dup_shape (const TlAnswerRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  g_autoptr (GString) out = g_string_new (NULL);

  if (row->n_links == 0)
    return g_strjoinv (", ", row->keys);
  for (guint i = 0; i < row->n_links; i++)
    g_string_append_printf (out, "%s%s → %s", i > 0 ? ", " : "", row->keys[row->links[i][0]],
                            row->keys[row->links[i][1]]);
  return g_strdup (out->str);
}

/**
 * tl_answer_dup_text:
 * @answer: an answer
 *
 * Returns: (transfer full): caption, a line a row with what stands behind it, and note
 */
char *
tl_answer_dup_text (const TlAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  GString *out = g_string_new (answer->caption);

  g_string_append_printf (out, "\n\n%8s %9s\n", _("reviews"), has_expected (answer) ? _("expected") : "");
  for (guint i = 0; i < answer->rows->len; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];
      g_autofree char *reviews = tl_count_format (row->reviews);
      g_autofree char *expected = format_expected (row->expected);
      g_autofree char *shape = tl_answer_row_dup_shape (row);
      g_autofree char *labels = g_strjoinv ("; ", row->labels);

      g_string_append_printf (out, "%8s %9s  %s\n", reviews, expected, shape);
      if (labels[0] != '\0')
        g_string_append_printf (out, "%20s%s\n", "", labels);
      for (guint j = 0; j < row->instances->len; j++)
        tl_instance_append_text (row->instances->pdata[j], out);
    }
  if (answer->note != NULL)
    g_string_append_printf (out, "\n%s\n", answer->note);
  return g_string_free (out, FALSE);
}

/**
 * tl_answer_dup_csv:
 * @answer: an answer
 *
 * Returns: (transfer full): a line a row, each with the base and the caption beside it
 */
char *
tl_answer_dup_csv (const TlAnswer *answer)
{
  g_return_val_if_fail (answer != NULL, NULL);

  GString *out = g_string_new ("keys,labels,links,reviews,expected,base,caption\n");
  g_autofree char *base = tl_count_format (answer->base);

  for (guint i = 0; i < answer->rows->len; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];
      g_autofree char *keys = g_strjoinv (" ", row->keys);
      g_autofree char *labels = g_strjoinv ("; ", row->labels);
      g_autofree char *shape = row->n_links > 0 ? tl_answer_row_dup_shape (row) : NULL;
      g_autofree char *reviews = tl_count_format (row->reviews);
      g_autofree char *expected = format_expected (row->expected);
      const char *cells[] = { keys, labels, shape != NULL ? shape : "", reviews, expected, base, answer->caption };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        tl_csv_append_cell (out, cells[j]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
