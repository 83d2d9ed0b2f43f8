/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about the shape of single links: where they begin and end, and their sign. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>

static void
check_self (TlCheckRun        *run,
            const TlGraphLink *link)
{
  if (link->rejected || link->cause != link->effect)
    return;

  g_autofree char *title = _tl_check_dup_title (run, run->graph->factors[link->cause].record);
  _tl_check_report (run, TL_CHECK_SELF_LINK, link->record,
                    _("“%s” is given as a cause of itself."), title);
}

static guint
hash_link (const void *data)
{
  const TlGraphLink *link = data;

  return (link->cause * 2654435761u) ^ link->effect;
}

/* Two links of different kinds between the same factors say different things; two of one kind say one thing twice. */
static gboolean
say_the_same (const void *a,
              const void *b)
{
  const TlGraphLink *one = a, *other = b;

  return one->cause == other->cause && one->effect == other->effect
         && g_strcmp0 (tl_record_get_text (one->record, "kind"), tl_record_get_text (other->record, "kind")) == 0;
}

static void
check_duplicate (TlCheckRun        *run,
                 const TlGraphLink *link,
                 GHashTable        *seen)
{
  if (!_tl_check_is_claim (link) || g_hash_table_add (seen, (void *) link))
    return;

  g_autofree char *title = _tl_check_dup_name (run, link->record);
  _tl_check_report (run, TL_CHECK_DUPLICATE_LINK, link->record,
                    _("The link %s is there more than once."), title);
}

static void
check_order (TlCheckRun        *run,
             const TlGraphLink *link)
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
            const TlGraphLink *link)
{
  if (link->rejected || !_tl_check_applies (run, TL_CHECK_SIGN) || tl_record_get_text (link->record, "sign") != NULL)
    return;

  g_autofree char *title = _tl_check_dup_name (run, link->record);
  _tl_check_report (run, TL_CHECK_SIGN, link->record,
                    _("The link %s has no sign: does more lead to more, or to less?"), title);
}

void
_tl_checks_links (TlCheckRun *run)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_link, say_the_same);

  for (guint i = 0; i < tl_graph_get_n_links (run->graph->links); i++)
    {
      const TlGraphLink *link = tl_graph_get_link (run->graph->links, i);

      check_self (run, link);
      check_duplicate (run, link, seen);
      check_order (run, link);
      check_sign (run, link);
    }
}
