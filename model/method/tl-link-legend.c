/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the looks of links mean, in one table for whatever draws them. */
#include "config.h"

#include "model/method/tl-link-legend.h"

#include <glib/gi18n-lib.h>

static const TlLinkLegend lines[] = {
  { TL_LINK_ROLE_CONTRIBUTES, NULL, NULL, N_("contributes to"), N_("a plain line with an arrow"), NULL },
  { TL_LINK_ROLE_NECESSARY, NULL, NULL, N_("is necessary for"), N_("a heavy line"), NULL },
  { TL_LINK_ROLE_ENABLES, NULL, NULL, N_("enables"), N_("long dashes"), NULL },
  { TL_LINK_ROLE_HINDERS, NULL, NULL, N_("hinders"), N_("a bar across the end in place of an arrow"), NULL },
  { TL_LINK_ROLE_CONTRIBUTES, "plus", NULL, N_("more leads to more"), N_("a plus at the middle"), "+" },
  { TL_LINK_ROLE_CONTRIBUTES, "minus", NULL, N_("more leads to less"), N_("a minus at the middle"), "−" },
  { TL_LINK_ROLE_CONTRIBUTES, NULL, "supported", N_("supported"), N_("a tick at the middle"), "✓" },
  { TL_LINK_ROLE_CONTRIBUTES, NULL, "contested", N_("contested"), N_("dots, and a question mark at the middle"),
    "?" },
  { TL_LINK_ROLE_CONTRIBUTES, NULL, "rejected", N_("rejected"), N_("faded, and a cross at the middle"), "×" },
};

/**
 * tl_link_legend_get:
 * @n_lines: (out): how many there are
 *
 * A link without a state is asserted, as one with that state is, and looks like its kind alone.
 *
 * Returns: (array length=n_lines) (transfer none): the table, in the order in which it is shown
 */
const TlLinkLegend *
tl_link_legend_get (guint *n_lines)
{
  *n_lines = G_N_ELEMENTS (lines);
  return lines;
}

/**
 * tl_link_legend_is_of:
 * @method: (nullable): a method; %NULL if it is not known
 *
 * Returns: whether a link can look as @line does in @method: signs and states are said of any link, its kind is one of
 *   the method's
 */
gboolean
tl_link_legend_is_of (const TlLinkLegend *line,
                      TlMethod           *method)
{
  return method == NULL || line->sign != NULL || line->state != NULL
         || tl_method_get_kind_for_link_role (method, line->role)->link_role == line->role;
}

/**
 * tl_link_legend_dup_marks:
 * @sign: (nullable): of a link
 * @state: (nullable): of a link
 *
 * Returns: (transfer full): what stands at the middle of its curve: "+", "?", or both; empty where nothing does
 */
char *
tl_link_legend_dup_marks (const char *sign,
                          const char *state)
{
  GString *marks = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].mark != NULL && g_strcmp0 (lines[i].sign != NULL ? sign : state,
                                            lines[i].sign != NULL ? lines[i].sign : lines[i].state) == 0)
      g_string_append (marks, lines[i].mark);
  return g_string_free (marks, FALSE);
}
