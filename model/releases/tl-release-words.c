/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of a release: by what rules its counts are shown, how much is withheld, and how it stands to what was
 * released before. */
#include "config.h"

#include "model/releases/tl-release-words.h"

#include <glib/gi18n-lib.h>

/**
 * tl_release_dup_settings:
 * @self: a release
 *
 * Returns: (transfer full): by what rules its counts are shown, in sentences
 */
char *
tl_release_dup_settings (const TlRelease *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  const TlReleasePlan *plan = self->plan;
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, _("Counts of reviews from 1 to %u are withheld, and so are those from which such a "
                                 "count could be worked out with the help of any table of this release or of an "
                                 "earlier one. Symbols: c, withheld for confidentiality; z, not applicable; “:”, not "
                                 "available; 0, a true zero."), plan->threshold);
  if (plan->round > 1)
    g_string_append_printf (out, _(" Counts are rounded to the nearest %u, so that they need not add up; k: rounds to "
                                   "zero, and is none."), plan->round);
  if (self->n_differences > 0)
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE,
                                              " %u count differs by 1 to %u reviews from that in an earlier release.",
                                              " %u counts differ by 1 to %u reviews from those in an earlier release.",
                                              self->n_differences), self->n_differences, plan->threshold);
  g_string_append (out, _(" A count is no measure of good or bad performance. A review counts once."));
  return g_string_free (out, FALSE);
}

static char *
dup_share (guint n_withheld,
           guint n_counts)
{
  /* Translators: the last number is a percentage. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u count is withheld (%.0f %%).",
                                       "%u of %u counts are withheld (%.0f %%).", n_counts),
                          n_withheld, n_counts, n_counts > 0 ? 100.0 * n_withheld / n_counts : 0);
}

/**
 * tl_release_dup_withheld:
 * @self: a release
 *
 * Returns: (transfer full): how much is withheld, and why, in sentences
 */
char *
tl_release_dup_withheld (const TlRelease *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  guint n_small = tl_release_count_withheld (self, TL_PROTECT_SMALL);
  guint n_others = tl_release_count_withheld (self, TL_PROTECT_SECONDARY)
                   + tl_release_count_withheld (self, TL_PROTECT_REQUIRED);
  guint n_left_out = tl_release_count_withheld (self, TL_PROTECT_LEFT_OUT);
  g_autofree char *share = dup_share (n_small + n_others, tl_release_count_all (self));
  g_autofree char *said = NULL;

  if (n_small + n_others == 0)
    said = g_strdup (_("Nothing is withheld."));
  else if (n_others == 0)
    said = g_strdup_printf (_("%s All because they are small."), share);
  else
    said = g_strdup_printf (_("%s %u because they are small, %u so that nobody works those out."), share, n_small,
                            n_others);
  if (n_left_out == 0)
    return g_steal_pointer (&said);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s %u count is left out, shown as “:”.",
                                       "%s %u counts are left out, shown as “:”.", n_left_out), said, n_left_out);
}

/**
 * tl_release_dup_comparison:
 * @self: a release
 *
 * Returns: (transfer full): how it stands to earlier releases, in a sentence
 */
char *
tl_release_dup_comparison (const TlRelease *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_again)
    return g_strdup_printf (_("The same as release %" G_GINT64_FORMAT ": no count has changed since, and the same is "
                              "withheld."), self->number);
  if (self->n_compared == 0)
    return g_strdup (_("Nothing was released from this library before."));

  g_autofree char *compared
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Compared with %u earlier release.",
                                    "Compared with %u earlier releases.", self->n_compared), self->n_compared);

  if (!self->plan->says_differences)
    return g_strdup_printf (_("%s What would tell of 1 to %u reviews that came or went between is withheld too."),
                            compared, self->plan->threshold);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s %u count differs from that in one by 1 to %u reviews, which is said.",
                                       "%s %u counts differ from those in one by 1 to %u reviews, which is said.",
                                       self->n_differences),
                          compared, self->n_differences, self->plan->threshold);
}

/**
 * tl_logged_release_dup_withheld:
 * @self: a release that was made
 *
 * Returns: (transfer full): how much was withheld, in a sentence
 */
char *
tl_logged_release_dup_withheld (const TlLoggedRelease *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return dup_share (self->n_withheld, self->n_counts);
}

/* What a piece is called where it stands in a list, by its state; the first is none. */
static const struct {
  const char *key;
  const char *words;
} states[] = {
  [TL_PIECE_UNKNOWN] = { "unknown", NULL },
  [TL_PIECE_UNCHANGED] = { "unchanged", N_("as it was written") },
  [TL_PIECE_CHANGED] = { "changed", N_("changed since") },
  [TL_PIECE_GONE] = { "gone", N_("no longer there") },
  [TL_PIECE_UNREADABLE] = { "unreadable", N_("there, but can’t be read") },
};

/**
 * tl_piece_state_get_key:
 * @state: what became of a piece
 *
 * Returns: a word for machines
 */
const char *
tl_piece_state_get_key (TlPieceState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);
  return states[state].key;
}

/**
 * tl_written_piece_dup_words:
 * @self: a piece
 *
 * Returns: (transfer full): how large it is, and what became of it as far as that is known
 */
char *
tl_written_piece_dup_words (const TlWrittenPiece *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *size = g_format_size ((guint64) self->size);
  const char *words = states[self->state].words;

  /* Translators: the size of a file, and what became of it: “12.3 kB, changed since” */
  return words != NULL ? g_strdup_printf (_("%s, %s"), size, _(words)) : g_steal_pointer (&size);
}

/**
 * tl_release_place_dup_words:
 * @self: where a release was written
 *
 * Returns: (transfer full): when that was, and whether it is known where it is, in sentences
 */
char *
tl_release_place_dup_words (const TlReleasePlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (self->time);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%x") : g_strdup ("");

  if (self->way != NULL)
    return g_strdup_printf (_("Written on %s."), when);
  return g_strdup_printf (_("Written on %s, too far from the library to keep the way there: that would tell of the "
                            "computer to whoever is given the library."), when);
}
