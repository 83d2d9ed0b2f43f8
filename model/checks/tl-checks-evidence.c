/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about what claims rest on, and when that could be known. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-date.h"

/* What a claim rests on. */
typedef struct {
  guint n_for;
  guint n_against;
  guint n_later; /* of those for it, known surely later than the claim is about */
} Ground;

static gboolean
get_date (TlRecord   *record,
          const char *field,
          TlDate     *date)
{
  return record != NULL && tl_date_parse (tl_record_get_text (record, field), date);
}

/* A record is dated when it was written; a conversation, a report or an audit may be dated years after what it tells
 * of, so only the reviewer can say from when its parts were known. */
static gboolean
is_dated_by_source (TlRecord *source)
{
  const char *type = tl_record_get_text (source, "type");

  return g_strcmp0 (type, "record") == 0 || g_strcmp0 (type, "minutes") == 0 || g_strcmp0 (type, "policy") == 0;
}

static gboolean
extract_is_later (TlCheckRun   *run,
                  TlRecord     *extract,
                  const TlDate *reference)
{
  TlDate known;

  if (extract == NULL)
    return FALSE;
  if (get_date (extract, "known_from", &known))
    return tl_date_is_surely_after (&known, reference);

  TlRecord *source = tl_review_lookup (run->review, tl_record_get_text (extract, "source"));

  return source != NULL && is_dated_by_source (source) && get_date (source, "date", &known)
         && tl_date_is_surely_after (&known, reference);
}

static void
weigh_supports (TlCheckRun   *run,
                TlRecord     *claim,
                const TlDate *reference,
                Ground       *ground)
{
  GPtrArray *supports = _tl_check_graph_get_supports (run->graph, claim);

  for (guint i = 0; supports != NULL && i < supports->len; i++)
    {
      TlRecord *support = g_ptr_array_index (supports, i);

      if (g_strcmp0 (tl_record_get_text (support, "stance"), "against") == 0)
        {
          ground->n_against++;
          continue;
        }
      ground->n_for++;
      if (reference != NULL)
        ground->n_later += extract_is_later (
          run, tl_review_lookup (run->review, tl_record_get_text (support, "extract")), reference);
    }
}

static void
weigh_accounts (TlCheckRun   *run,
                TlRecord     *factor,
                const TlDate *reference,
                Ground       *ground)
{
  const char *const *accounts = tl_record_get_list (factor, "accounts");

  for (guint i = 0; accounts[i] != NULL; i++)
    {
      TlDate known;

      ground->n_for++;
      if (reference != NULL && get_date (tl_review_lookup (run->review, accounts[i]), "known_from", &known))
        ground->n_later += tl_date_is_surely_after (&known, reference);
    }
}

/* The time that a claim about @factor is about: when the factor was known, else the index event. */
static const TlDate *
find_reference (TlCheckRun *run,
                TlRecord   *factor,
                TlDate     *date)
{
  if (get_date (factor, "known_from", date) || get_date (tl_review_get_subject (run->review), "index_event", date))
    return date;
  return NULL;
}

static void
report_later (TlCheckRun   *run,
              TlRecord     *claim,
              const TlDate *reference)
{
  g_autofree char *name = _tl_check_dup_name (run, claim);
  g_autofree char *date = tl_date_format (reference);

  _tl_check_report (run, TL_CHECK_KNOWN_ONLY_LATER, claim,
                    /* Translators: a factor or link in quotation marks, and a date */
                    g_strdup_printf (_("%s rests only on what became known after %s."), name, date));
}

static void
check_factor (TlCheckRun *run,
              TlRecord   *factor)
{
  TlDate date;
  const TlDate *reference = find_reference (run, factor, &date);
  g_autofree char *title = _tl_check_dup_title (run, factor);
  Ground ground = { 0 };

  weigh_supports (run, factor, reference, &ground);
  weigh_accounts (run, factor, reference, &ground);

  if (ground.n_for == 0 && _tl_check_applies (run, TL_CHECK_EVIDENCE))
    _tl_check_report (run, TL_CHECK_EVIDENCE, factor,
                      g_strdup_printf (_("“%s” rests on no extract or account yet: how do we know?"), title));
  if (ground.n_for > 0 && ground.n_later == ground.n_for)
    report_later (run, factor, reference);
  if (ground.n_against > 0 && g_strcmp0 (tl_record_get_text (factor, "certainty"), "certain") == 0
      && tl_record_get_text (factor, "dissent") == NULL)
    _tl_check_report (run, TL_CHECK_CONTRADICTED, factor,
                      g_strdup_printf (_("“%s” is called certain although there is evidence against it, and no dissent "
                                         "is noted."), title));
}

static void
check_link (TlCheckRun        *run,
            const TlGraphLink *link)
{
  const char *state = tl_record_get_text (link->record, "state");
  TlDate date;
  const TlDate *reference = find_reference (run, run->graph->factors[link->effect].record, &date);
  Ground ground = { 0 };

  weigh_supports (run, link->record, reference, &ground);

  g_autofree char *title = _tl_check_dup_name (run, link->record);

  if (ground.n_for == 0 && tl_record_get_text (link->record, "rationale") == NULL
      && tl_record_get_text (link->record, "test_reason") == NULL)
    {
      if (g_strcmp0 (state, "supported") == 0)
        _tl_check_report (run, TL_CHECK_SUPPORTED_BY_NOTHING, link->record,
                          g_strdup_printf (_("The link %s is called supported, with neither an extract nor a word on "
                                             "how the one led to the other."), title));
      else
        _tl_check_report (run, TL_CHECK_LINK_GROUND, link->record,
                          g_strdup_printf (_("The link %s has neither an extract for it nor a word on how the one led "
                                             "to the other."), title));
    }
  if (ground.n_for > 0 && ground.n_later == ground.n_for)
    report_later (run, link->record, reference);
  if (ground.n_against > 0 && (state == NULL || g_strcmp0 (state, "asserted") == 0))
    _tl_check_report (run, TL_CHECK_CONTRADICTED, link->record,
                      g_strdup_printf (_("The link %s is asserted although there is evidence against it."), title));
}

void
_tl_checks_evidence (TlCheckRun *run)
{
  for (guint i = 0; i < run->graph->n_factors; i++)
    check_factor (run, run->graph->factors[i].record);
  for (guint i = 0; i < tl_graph_get_n_links (run->graph->links); i++)
    {
      const TlGraphLink *link = tl_graph_get_link (run->graph->links, i);

      if (_tl_check_is_claim (link))
        check_link (run, link);
    }
}
