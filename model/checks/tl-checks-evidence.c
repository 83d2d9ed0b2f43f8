/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about what claims rest on, and when that could be known. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>

#include "model/case/tl-figure.h"
#include "model/case/tl-ground.h"
#include "model/case/tl-individuals.h"
#include "model/review/tl-release.h"

static void
report_later (TlCheckRun   *run,
              TlRecord     *claim,
              const TlDate *then)
{
  g_autofree char *name = _tl_check_dup_name (run, claim);
  g_autofree char *date = tl_date_format (then);

  _tl_check_report (run, TL_CHECK_KNOWN_ONLY_LATER, claim,
                    /* Translators: a factor or link in quotation marks, and a date */
                    _("%s rests only on what became known after %s."), name, date);
}

static void
check_factor (TlCheckRun *run,
              TlRecord   *factor)
{
  g_autofree char *title = _tl_check_dup_title (run, factor);
  TlGround ground;

  tl_ground_weigh (run->review, run->knowledge, factor, &ground);

  if (ground.n_for == 0 && _tl_check_applies (run, TL_CHECK_EVIDENCE))
    _tl_check_report (run, TL_CHECK_EVIDENCE, factor,
                      _("“%s” rests on no extract, account or figure yet: how do we know?"), title);
  if (tl_ground_is_only_later (&ground))
    report_later (run, factor, &ground.then);
  if (ground.n_against > 0 && g_strcmp0 (tl_record_get_text (factor, "certainty"), "certain") == 0
      && tl_record_get_text (factor, "dissent") == NULL)
    _tl_check_report (run, TL_CHECK_CONTRADICTED, factor,
                      _("“%s” is called certain although there is evidence against it, and no dissent "
                        "is noted."), title);
}

static void
check_link (TlCheckRun        *run,
            const TlCheckLink *link)
{
  const char *state = link->state;
  g_autofree char *title = _tl_check_dup_name (run, link->record);
  TlGround ground;

  tl_ground_weigh (run->review, run->knowledge, link->record, &ground);


  if (ground.n_for == 0 && tl_record_get_text (link->record, "rationale") == NULL
      && tl_record_get_text (link->record, "test_reason") == NULL)
    {
      if (g_strcmp0 (state, "supported") == 0)
        _tl_check_report (run, TL_CHECK_SUPPORTED_BY_NOTHING, link->record,
                          _("The link %s is called supported, with neither an extract nor a word on "
                            "how the one led to the other."), title);
      else
        _tl_check_report (run, TL_CHECK_LINK_GROUND, link->record,
                          _("The link %s has neither an extract for it nor a word on how the one led "
                            "to the other."), title);
    }
  if (tl_ground_is_only_later (&ground))
    report_later (run, link->record, &ground.then);
  if (ground.n_against > 0 && (state == NULL || g_strcmp0 (state, "asserted") == 0))
    _tl_check_report (run, TL_CHECK_CONTRADICTED, link->record,
                      _("The link %s is asserted although there is evidence against it."), title);
}

/* What an episode is appraised by are its events; those that came to light afterwards were not there to be seen. */
static void
check_appraisal (TlCheckRun *run,
                 TlRecord   *episode)
{
  const char *const *events = tl_record_get_list (episode, "events");
  const char *finish = tl_record_get_text (episode, "finish");
  gint64 earliest, latest;
  TlDate end;

  if (tl_record_get_text (episode, "appraisal") == NULL || events[0] == NULL
      || !tl_date_parse (finish != NULL ? finish : tl_record_get_text (episode, "start"), &end))
    return;

  tl_date_get_bounds (&end, &earliest, &latest);
  for (guint i = 0; events[i] != NULL; i++)
    {
      const TlKnown *known = tl_knowledge_find_anyone (run->knowledge, events[i]);

      if (known == NULL || known->through == NULL || known->span.earliest <= latest)
        return;
    }

  g_autofree char *title = _tl_check_dup_title (run, episode);
  g_autofree char *date = tl_date_format (&end);

  _tl_check_report (run, TL_CHECK_APPRAISED_LATER, episode,
                    /* Translators: an episode, and the date of its end */
                    _("“%s” is appraised by events that all became known after its end (%s)."), title, date);
}

/* The labels of what is recorded with a figure and is released less widely than the figure itself; NULL if none is. */
static char *
dup_held_back (TlReview *review,
               TlRecord *figure)
{
  static const char *const parts[] = { "label", "base", "period", "source", "caveat" };
  const TlKind *kind = tl_record_get_kind (figure);
  TlTier tier = tl_review_get_release (review, figure, (guint) tl_kind_find_field_index (kind, "value"));
  g_autoptr (GString) held = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (tl_record_get_text (figure, parts[i]) != NULL
        && tl_review_get_release (review, figure, (guint) tl_kind_find_field_index (kind, parts[i])) < tier)
      g_string_append_printf (held, held->len == 0 ? "“%s”" : " · “%s”", _(tl_kind_find_field (kind, parts[i])->label));
  return held->len > 0 ? g_string_free (g_steal_pointer (&held), FALSE) : NULL;
}

static void
check_figure (TlCheckRun          *run,
              TlRecord            *figure,
              const TlIndividuals *individuals)
{
  const TlKind *kind = tl_record_get_kind (figure);
  g_autofree char *title = _tl_check_dup_title (run, figure);
  g_autofree char *missing = tl_figure_dup_missing (figure);
  g_autofree char *held = dup_held_back (run->review, figure);

  if (held != NULL)
    _tl_check_report (run, TL_CHECK_FIGURE_BARE, figure,
                      /* Translators: a local figure, and labels of its fields in quotation marks */
                      _("The figure “%s” is released without %s: it leaves with all that belongs to "
                        "it, or had better stay."), title, held);
  if (missing != NULL)
    _tl_check_report (run, TL_CHECK_FIGURE_BARE, figure,
                      /* Translators: a local figure, and labels of its fields in quotation marks */
                      _("The figure “%s” can’t be read without what it leaves out: %s."), title, missing);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *text = tl_field_is_free_text (&kind->fields[i]) ? tl_record_get_text (figure, kind->fields[i].name)
                                                                  : NULL;
      g_autofree char *passage = text != NULL ? tl_individuals_find (individuals, text) : NULL;

      if (passage == NULL)
        continue;
      _tl_check_report (run, TL_CHECK_FIGURE_INDIVIDUAL, figure,
                        /* Translators: a field, a local figure, and what it calls somebody */
                        _("“%s” of the figure “%s” speaks of one person, “%s”: what does it say of "
                          "many?"), _(kind->fields[i].label), title, passage);
      return;
    }
}

void
_tl_checks_figures (TlCheckRun *run)
{
  TlRecordList *figures = tl_review_get_list (run->review, "figure");
  g_autoptr (TlIndividuals) individuals
      = tl_record_list_get_n (figures) > 0 ? tl_individuals_new (run->review) : NULL;

  for (guint i = 0; i < tl_record_list_get_n (figures); i++)
    check_figure (run, tl_record_list_get (figures, i), individuals);
}

void
_tl_checks_evidence (TlCheckRun *run)
{
  TlRecordList *episodes = tl_review_get_list (run->review, "episode");

  for (guint i = 0; i < tl_record_list_get_n (episodes); i++)
    check_appraisal (run, tl_record_list_get (episodes, i));
  for (guint i = 0; i < run->graph->n_factors; i++)
    check_factor (run, run->graph->factors[i].record);
  for (guint i = 0; i < run->graph->n_links; i++)
    {
      const TlCheckLink *link = &run->graph->links[i];

      if (link->is_claim)
        check_link (run, link);
    }
}
