/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about the shape of single links: where they begin and end, and their sign. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static void
check_self (TlCheckRun        *run,
            const TlCheckLink *link)
{
  if (link->rejected || link->cause != link->effect)
    return;

  g_autofree char *title = _tl_check_dup_title (run, run->graph->factors[link->cause].record);
  _tl_check_report (run, TL_CHECK_SELF_LINK, link->record,
                    _("“%s” is given as a cause of itself."), title);
}

/* Two links of different kinds between the same factors say different things; two of one kind say one thing twice. */
static int
compare_sayings (const TlCheckLink *one,
                 const TlCheckLink *other)
{
  if (one->effect != other->effect)
    return one->effect < other->effect ? -1 : 1;
  return g_strcmp0 (one->kind, other->kind);
}

/* The same, and then by where they stand. */
static int
compare_links (const void *a,
               const void *b)
{
  const TlCheckLink *one = *(const TlCheckLink *const *) a, *other = *(const TlCheckLink *const *) b;
  int order = compare_sayings (one, other);

  return order != 0 ? order : (one > other) - (one < other);
}

static void
report_duplicate (TlCheckRun        *run,
                  const TlCheckLink *link)
{
  g_autofree char *title = _tl_check_dup_name (run, link->record);
  _tl_check_report (run, TL_CHECK_DUPLICATE_LINK, link->record,
                    _("The link %s is there more than once."), title);
}

static void
check_duplicates (TlCheckRun *run)
{
  g_autofree const TlCheckLink **same_cause = g_new (const TlCheckLink *, run->graph->n_links);

  for (guint i = 0; i < run->graph->n_factors; i++)
    {
      guint n;
      const guint *effects = tl_graph_get_effects (run->graph->shape, i, &n);

      for (guint j = 0; j < n; j++)
        same_cause[j] = &run->graph->links[effects[j]];
      if (n > 1)
        qsort (same_cause, n, sizeof *same_cause, compare_links);
      for (guint j = 1; j < n; j++)
        if (compare_sayings (same_cause[j - 1], same_cause[j]) == 0)
          report_duplicate (run, same_cause[j]);
    }
}

static void
check_order (TlCheckRun        *run,
             const TlCheckLink *link)
{
  const TlCheckFactor *cause = &run->graph->factors[link->cause];
  const TlCheckFactor *effect = &run->graph->factors[link->effect];

  if (link->rejected || !_tl_check_applies (run, TL_CHECK_LEVEL_ORDER) || cause->level == TL_CHECK_NO_LEVEL
      || effect->level == TL_CHECK_NO_LEVEL || cause->level <= effect->level)
    return;

  g_autofree char *from = _tl_check_dup_title (run, cause->record);
  g_autofree char *to = _tl_check_dup_title (run, effect->record);
  _tl_check_report (run, TL_CHECK_LEVEL_ORDER, link->record,
                    /* Translators: a cause, its level, an effect, its level */
                    _("The link leads upward from “%s” (%s) to “%s” (%s)."), from,
                    tl_method_get_level (run->method, (guint) cause->level)->title, to,
                    tl_method_get_level (run->method, (guint) effect->level)->title);
}

static void
check_sign (TlCheckRun        *run,
            const TlCheckLink *link)
{
  if (link->rejected || !_tl_check_applies (run, TL_CHECK_SIGN) || link->says_sign)
    return;

  g_autofree char *title = _tl_check_dup_name (run, link->record);
  _tl_check_report (run, TL_CHECK_SIGN, link->record,
                    _("The link %s has no sign: does more lead to more, or to less?"), title);
}

void
_tl_checks_links (TlCheckRun *run)
{
  check_duplicates (run);
  for (guint i = 0; i < run->graph->n_links; i++)
    {
      const TlCheckLink *link = &run->graph->links[i];

      check_self (run, link);
      check_order (run, link);
      check_sign (run, link);
    }
}
