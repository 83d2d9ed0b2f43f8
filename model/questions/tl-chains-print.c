/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts chains into words and plain tables. */
#include "config.h"

#include "model/questions/tl-chains-private.h"

#include <glib/gi18n-lib.h>

#include "model/exchange/tl-csv.h"
#include "model/questions/tl-answer.h"

/* What chance is, and what it leaves out. How many that are is for the office: where there are none, what is not listed
 * is known to be in few reviews, and from that and the same of other reviews it can be worked out. */
static char *
describe_list (const TlChains      *chains,
               const TlChainsQuery *query,
               guint                min)
{
  GString *out = g_string_new (NULL);
  guint length = query->length > 0 ? query->length : 2;

  /* Translators: numbers */
  g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "Chains of %u link, causes first, in %u reviews or more.",
                                            "Chains of %u links, causes first, in %u reviews or more.", length),
                          length, min);
  g_string_append_printf (out, _(" “Expected” is what chance would give: one code of the chain after the other is "
                                 "exchanged with that of another factor of the same review and level, and the largest "
                                 "count is taken (seed %u)."), query->seed);
  if (query->all)
    g_string_append (out, _(" Chains that chance gives as often are listed too."));
  else if (!query->internal)
    g_string_append (out, _(" Chains that chance could give are left out: in fewer than one list in twenty would it "
                            "give any of those that are shown."));
  else
    g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE,
                                              " Left out is %u chain that chance could give: in fewer than one list "
                                              "in twenty would it give any of those that are shown.",
                                              " Left out are %u chains that chance could give: in fewer than one list "
                                              "in twenty would it give any of those that are shown.",
                                              chains->n_chance), chains->n_chance);
  return g_string_free (out, FALSE);
}

static char *
describe_pattern (const TlChainsQuery *query)
{
  return g_strdup_printf (_("Reviews in which links lead from one such factor to the next; a code stands for those "
                            "below it too, unless “=” stands before it, and “**” for any number of factors, or none. "
                            "“Expected” is what chance would give: one code of the chain after the other "
                            "is exchanged with that of another factor of the same review and level, and the largest "
                            "count is taken (seed %u)."), query->seed);
}

/* Writes the caption. */
void
_tl_chains_describe (TlChains            *chains,
                     const TlChainsQuery *query,
                     guint                min)
{
  const TlAnswerTerms terms = { &query->population, query->threshold, query->internal };
  g_autofree char *first = query->pattern != NULL ? describe_pattern (query) : describe_list (chains, query, min);

  chains->what = g_strconcat (first, " ", query->tested
                                         ? _("Only links are followed for which a counterfactual test speaks.")
                                         : _("Links that were rejected, or that hinder, are not followed."), NULL);
  chains->caption = tl_answer_dup_caption (&terms, chains->base, chains->what);
}

static char *
format_expected (double expected)
{
  return expected < 0 ? g_strdup ("") : g_strdup_printf ("%.1f", expected);
}

/**
 * tl_chains_dup_text:
 * @chains: an answer
 *
 * Returns: (transfer full): caption, a line a chain, and note
 */
char *
tl_chains_dup_text (const TlChains *chains)
{
  g_return_val_if_fail (chains != NULL, NULL);

  GString *out = g_string_new (chains->caption);

  g_string_append_printf (out, "\n\n%8s %9s  %s\n", _("reviews"), _("expected"), _("chain"));
  for (guint i = 0; i < chains->n_chains; i++)
    {
      const TlChain *chain = &chains->chains[i];
      g_autofree char *reviews = tl_count_format (chain->reviews);
      g_autofree char *expected = format_expected (chain->expected);
      g_autofree char *path = g_strjoinv (" → ", chain->path);
      g_autofree char *labels = g_strjoinv (" → ", chain->labels);

      g_string_append_printf (out, "%8s %9s  %s\n%20s%s\n", reviews, expected, path, "", labels);
      for (guint j = 0; chain->instances != NULL && j < chain->instances->len; j++)
        tl_instance_append_text (chain->instances->pdata[j], out);
    }
  if (chains->note != NULL)
    g_string_append_printf (out, "\n%s\n", chains->note);
  return g_string_free (out, FALSE);
}

/**
 * tl_chains_dup_csv:
 * @chains: an answer
 *
 * Returns: (transfer full): a line a chain, each with the base and the caption beside it
 */
char *
tl_chains_dup_csv (const TlChains *chains)
{
  g_return_val_if_fail (chains != NULL, NULL);

  GString *out = g_string_new ("path,labels,reviews,expected,recurs,base,caption\n");
  g_autofree char *base = tl_count_format (chains->base);

  for (guint i = 0; i < chains->n_chains; i++)
    {
      const TlChain *chain = &chains->chains[i];
      g_autofree char *path = g_strjoinv (" > ", chain->path);
      g_autofree char *labels = g_strjoinv (" > ", chain->labels);
      g_autofree char *reviews = tl_count_format (chain->reviews);
      g_autofree char *expected = format_expected (chain->expected);
      const char *cells[] = { path, labels, reviews, expected, chain->recurs ? "yes" : "no", base, chains->caption };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        tl_csv_append_cell (out, cells[j]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
