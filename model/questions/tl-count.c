/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts as they leave: symbols, rounding, and the sentence that goes with a table. */
#include "config.h"

#include "model/questions/tl-count.h"

#include <glib/gi18n-lib.h>

/**
 * tl_count_format:
 * @count: a count, or a #TlCountSymbol
 *
 * Returns: (transfer full): its digits or its symbol
 */
char *
tl_count_format (gint64 count)
{
  switch (count)
    {
    case TL_COUNT_WITHHELD:
      return g_strdup ("c");
    case TL_COUNT_ROUNDED:
      return g_strdup ("k");
    case TL_COUNT_NOT_APPLICABLE:
      return g_strdup ("z");
    case TL_COUNT_NOT_AVAILABLE:
      return g_strdup (":");
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, count);
    }
}

/**
 * tl_count_format_perhaps:
 * @count: a count, or a #TlCountSymbol
 * @more: how many more it may be, likewise
 *
 * Returns: (transfer full): both, as "12 (+3?)"; the first alone where there are no more
 */
char *
tl_count_format_perhaps (gint64 count,
                         gint64 more)
{
  g_autofree char *sure = tl_count_format (count);
  g_autofree char *perhaps = tl_count_format (more);

  /* Translators: a count, and how many more it may be. */
  return more == 0 ? g_steal_pointer (&sure) : g_strdup_printf (_("%s (+%s?)"), sure, perhaps);
}

/**
 * tl_count_choose_full:
 * @largest: the largest share of a base that is shown
 *
 * Returns: the share that is drawn as long, or as dark, as can be: a round one that is not less
 */
double
tl_count_choose_full (double largest)
{
  static const double rounds[] = { 0.05, 0.1, 0.2, 0.4, 0.6, 0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    if (largest <= rounds[i])
      return rounds[i];
  return 1;
}

/**
 * tl_count_round:
 * @count: a count, or a #TlCountSymbol
 * @round: 0, or what to round to the nearest multiple of
 *
 * Returns: what is shown of it; %TL_COUNT_ROUNDED where it is not zero and would seem to be
 */
gint64
tl_count_round (gint64 count,
                guint  round)
{
  if (count <= 0 || round < 2)
    return count;

  gint64 rounded = (count + round / 2) / round * round;

  return rounded > 0 ? rounded : TL_COUNT_ROUNDED;
}

/**
 * tl_count_dup_note:
 * @threshold: counts from 1 to this are withheld
 * @round: what is shown is rounded to this; 0 or 1 if it is not
 * @n_primary: how many are withheld because they are small
 * @n_secondary: how many because others could be worked out from them
 *
 * Returns: (transfer full): what was done to a table and what its symbols mean
 */
char *
tl_count_dup_note (guint threshold,
                   guint round,
                   guint n_primary,
                   guint n_secondary)
{
  GString *note = g_string_new (NULL);

  g_string_append_printf (note, _("c: withheld for confidentiality, a count from 1 to %u"), threshold);
  if (n_secondary > 0)
    g_string_append_printf (note, g_dngettext (GETTEXT_PACKAGE,
                                               ", or (in %u place) one from which such a count could be worked out",
                                               ", or (in %u places) one from which such a count could be worked out",
                                               n_secondary), n_secondary);
  g_string_append_printf (note, g_dngettext (GETTEXT_PACKAGE, ". %u count is withheld.", ". %u counts are withheld.",
                                             n_primary + n_secondary), n_primary + n_secondary);
  if (round > 1)
    g_string_append_printf (note, _(" All counts are rounded to the nearest %u; k: rounds to zero, and is none."),
                            round);
  g_string_append (note, _(" A 0 is a true zero."));
  return g_string_free (note, FALSE);
}

/**
 * tl_count_append_text:
 * @out: a line of a table for letters of one width
 * @text: what to add to it
 * @width: of the column, in letters
 *
 * Adds @text at the right of its column.
 */
void
tl_count_append_text (GString    *out,
                      const char *text,
                      guint       width)
{
  g_return_if_fail (out != NULL && text != NULL);

  for (glong i = g_utf8_strlen (text, -1); i < (glong) width; i++)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
}

/**
 * tl_count_append:
 * @out: a line of a table for letters of one width
 * @count: a count, or a #TlCountSymbol
 * @width: of the column, in letters
 *
 * Adds @count at the right of its column.
 */
void
tl_count_append (GString *out,
                 gint64   count,
                 guint    width)
{
  g_autofree char *text = tl_count_format (count);

  tl_count_append_text (out, text, width);
}
