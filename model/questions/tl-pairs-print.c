/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts pairs into words and plain tables. The base and every setting go wherever the numbers go. */
#include "config.h"

#include "model/questions/tl-pairs.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/exchange/tl-csv.h"
#include "model/questions/tl-caption.h"

/**
 * tl_pairs_describe:
 * @pairs: pairs
 * @query: what was asked
 *
 * Writes caption and note by what the pairs show now.
 */
void
tl_pairs_describe (TlPairs            *pairs,
                   const TlPairsQuery *query)
{
  g_return_if_fail (pairs != NULL && query != NULL);

  g_autofree char *counted = tl_caption_new (pairs->typology, pairs->version, &query->population, pairs->across,
                                             pairs->base);

  g_free (pairs->caption);
  g_clear_pointer (&pairs->note, g_free);
  pairs->caption = g_strconcat (
    counted, _(" “Expected” are the reviews that would have both codes if these had nothing to do with each other. The "
               "interval of the ratio is Wilson’s of 95 %, for one pair: of a hundred pairs that have nothing to do "
               "with each other about five lie outside of theirs. A code and one below it are no pair. What occurs "
               "together need not have caused each other."),
    query->internal ? tl_caption_get_internal () : "", NULL);
  if (!query->internal)
    pairs->note = tl_count_dup_note (pairs->threshold, pairs->round, pairs->n_primary, pairs->n_secondary);
}

/* What can't be told from what is shown is withheld with it. */
static char *
format_number (const TlPair *pair,
               double        number,
               guint         digits)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char format[] = "%.0f";

  if (isnan (number))
    return tl_count_format (pair->partial ? TL_COUNT_NOT_AVAILABLE : TL_COUNT_WITHHELD);
  format[2] = (char) ('0' + digits);
  return g_strdup (g_ascii_formatd (text, sizeof text, format, number));
}

/**
 * tl_pairs_dup_text:
 * @pairs: pairs
 *
 * Returns: (transfer full): caption, table and note, for a terminal with letters of one width
 */
char *
tl_pairs_dup_text (const TlPairs *pairs)
{
  g_return_val_if_fail (pairs != NULL, NULL);

  GString *out = g_string_new (pairs->caption);

  g_string_append_printf (out, "\n\n%-8s %-8s", _("code"), _("code"));
  tl_count_append_text (out, _("reviews"), 9);
  if (pairs->across)
    tl_count_append_text (out, _("uncertain"), 11);
  tl_count_append_text (out, _("expected"), 11);
  tl_count_append_text (out, _("ratio"), 8);
  tl_count_append_text (out, _("from"), 8);
  tl_count_append_text (out, _("to"), 8);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < pairs->n_pairs; i++)
    {
      const TlPair *pair = &pairs->pairs[i];
      const TlPairsCode *a = &pairs->codes[pair->a], *b = &pairs->codes[pair->b];
      g_autofree char *expected = format_number (pair, pair->expected, 1);
      g_autofree char *ratio = format_number (pair, pair->ratio, 2);
      g_autofree char *low = format_number (pair, pair->low, 2);
      g_autofree char *high = format_number (pair, pair->high, 2);

      g_string_append_printf (out, "%-8s %-8s", a->notation, b->notation);
      tl_count_append (out, pair->reviews, 9);
      if (pairs->across)
        tl_count_append (out, pair->uncertain, 11);
      tl_count_append_text (out, expected, 11);
      tl_count_append_text (out, ratio, 8);
      tl_count_append_text (out, low, 8);
      tl_count_append_text (out, high, 8);
      g_string_append_printf (out, "  %s · %s\n", a->label, b->label);
    }
  if (pairs->note != NULL)
    g_string_append_printf (out, "\n%s\n", pairs->note);
  return g_string_free (out, FALSE);
}

/**
 * tl_pairs_dup_csv:
 * @pairs: pairs
 *
 * Returns: (transfer full): one line a pair, each with its base and the settings
 */
char *
tl_pairs_dup_csv (const TlPairs *pairs)
{
  g_return_val_if_fail (pairs != NULL, NULL);

  GString *out = g_string_new ("a,b,a_label,b_label,reviews,uncertain,expected,ratio,low,high,base,typology,version,"
                               "withheld_to,rounded_to,caption\n");
  g_autofree char *base = tl_count_format (pairs->base);
  g_autofree char *threshold = g_strdup_printf ("%u", pairs->threshold);
  g_autofree char *round = g_strdup_printf ("%u", MAX (pairs->round, 1));

  for (guint i = 0; i < pairs->n_pairs; i++)
    {
      const TlPair *pair = &pairs->pairs[i];
      const TlPairsCode *a = &pairs->codes[pair->a], *b = &pairs->codes[pair->b];
      g_autofree char *reviews = tl_count_format (pair->reviews);
      g_autofree char *uncertain = tl_count_format (pair->uncertain);
      g_autofree char *expected = format_number (pair, pair->expected, 3);
      g_autofree char *ratio = format_number (pair, pair->ratio, 4);
      g_autofree char *low = format_number (pair, pair->low, 4);
      g_autofree char *high = format_number (pair, pair->high, 4);
      const char *cells[] = { a->code, b->code, a->label, b->label, reviews, uncertain, expected, ratio, low, high,
                              base, pairs->typology, pairs->version, threshold, round, pairs->caption };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        tl_csv_append_cell (out, cells[j]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
