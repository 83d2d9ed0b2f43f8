/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules about what will not leave in the learning record, and why, in summary; what leaves is decided by the
 * declarations, of which these rules only read the same lines. */
#include "config.h"

#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>

#include "model/review/tl-release.h"
#include "model/review/tl-review-names.h"
#include "model/words/tl-trace.h"

#define TIER TL_TIER_LEARNING

static gboolean
needs_release (const TlField *field)
{
  return field->tier < TIER && field->release >= TIER;
}

static void
report_unreleased (TlCheckRun   *run,
                   const TlKind *kind,
                   const guint  *counts)
{
  if (!_tl_check_applies (run, TL_CHECK_NOT_RELEASED))
    return;

  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (counts[i] > 0)
      /* Translators: a field, and of how many records */
      g_string_append_printf (fields, fields->len == 0 ? _("“%s” (%u)") : _(", “%s” (%u)"), _(kind->fields[i].label),
                              counts[i]);
  if (fields->len > 0)
    _tl_check_report (run, TL_CHECK_NOT_RELEASED, NULL,
                      /* Translators: plural of a kind of record, fields with numbers */
                      _("%s: these texts are not released and stay here when the learning record "
                        "leaves: %s."),
                      _(kind->flags & TL_KIND_SINGLETON ? kind->label : kind->plural), fields->str);
}

static void
check_passage (TlCheckRun    *run,
               TlRecord      *record,
               const TlField *field,
               const char    *text,
               TlNames       *names)
{
  g_autofree char *passage = NULL;
  TlTrace trace = tl_trace_find (names, text, &passage);

  if (trace == TL_TRACE_NONE)
    return;

  g_autofree char *title = _tl_check_dup_title (run, record);

  if (trace == TL_TRACE_NAME)
    _tl_check_report (run, TL_CHECK_NAME_IN_RELEASED, record,
                      /* Translators: field, what the record is called, a name */
                      _("“%s” of “%s” is released and holds the name “%s”, so it stays here."),
                      _(field->label), title, passage);
  else if (trace == TL_TRACE_DAY)
    _tl_check_report (run, TL_CHECK_DAY_IN_RELEASED, record,
                      /* Translators: field, what the record is called, a day */
                      _("“%s” of “%s” is released and holds the day “%s”, so it stays here."),
                      _(field->label), title, passage);
  else
    _tl_check_report (run, TL_CHECK_CONTACT_IN_RELEASED, record,
                      /* Translators: field, what the record is called, such as a telephone number */
                      _("“%s” of “%s” is released and holds “%s”, so it stays here."),
                      _(field->label), title, passage);
}

/* Where the fields of a kind stand whose text needs a release. */
static guint
find_texts (const TlKind *kind,
            guint        *fields)
{
  guint n = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    if (needs_release (&kind->fields[i]))
      fields[n++] = i;
  return n;
}

/* Texts that need a release, and those that have one and may still not leave. */
static void
check_texts (TlCheckRun   *run,
             const TlKind *kind,
             TlNames      *names)
{
  TlRecordList *list = tl_review_get_list (run->review, kind->name);
  guint n_records = tl_record_list_get_n (list);

  if (n_records == 0)
    return;

  g_autofree guint *counts = g_new0 (guint, kind->n_fields);
  g_autofree guint *fields = g_new (guint, kind->n_fields);
  guint n_fields = find_texts (kind, fields);

  for (guint i = 0; i < (n_fields > 0 ? n_records : 0); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);

      for (guint j = 0; j < n_fields; j++)
        {
          const TlField *field = &kind->fields[fields[j]];
          const char *text = tl_value_get_text (tl_record_get_value (record, fields[j]));

          if (text == NULL)
            continue;
          if (tl_review_get_release (run->review, record, fields[j]) < TIER)
            counts[fields[j]]++;
          else if (tl_field_is_free_text (field))
            check_passage (run, record, field, text, names);
        }
    }
  report_unreleased (run, kind, counts);
}

static guint
count_dates (TlReview     *review,
             const TlKind *kind)
{
  TlRecordList *list = tl_review_get_list (review, kind->name);
  guint n = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    for (guint j = 0; kind->fields[i].type == TL_FIELD_DATE && kind->fields[i].tier >= TIER
                      && j < tl_record_list_get_n (list); j++)
      n += tl_record_get_value (tl_record_list_get (list, j), i)->type == TL_VALUE_TEXT;
  return n;
}

static void
check_index_event (TlCheckRun *run)
{
  guint n = 0;

  if (!_tl_check_applies (run, TL_CHECK_NO_INDEX_EVENT)
      || tl_record_get_text (tl_review_get_subject (run->review), "index_event") != NULL)
    return;
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (tl_kinds_get (i)->tier >= TIER)
      n += count_dates (run->review, tl_kinds_get (i));
  if (n > 0)
    _tl_check_report (run, TL_CHECK_NO_INDEX_EVENT, NULL,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "The review has no index event, so %u date can’t leave as months "
                                   "from it.",
                                   "The review has no index event, so %u dates can’t leave as months "
                                   "from it.", n), n);
}

/* A review in which nothing has been written yet is not asked. */
static void
check_year_region (TlCheckRun *run)
{
  TlRecord *subject = tl_review_get_subject (run->review);
  gboolean year = tl_record_get_int (subject, "year", 0) != 0;
  gboolean region = tl_record_get_text (subject, "region") != NULL;

  if (run->graph->n_factors == 0 && tl_record_list_get_n (tl_review_get_list (run->review, "finding")) == 0)
    return;
  if (!year && !region)
    _tl_check_report (run, TL_CHECK_YEAR_REGION, NULL, "%s",
                      _("The review says neither its calendar year nor its region."));
  else if (!year)
    _tl_check_report (run, TL_CHECK_YEAR_REGION, NULL, "%s", _("The review does not say its calendar year."));
  else if (!region)
    _tl_check_report (run, TL_CHECK_YEAR_REGION, NULL, "%s", _("The review does not say its region."));
}

void
_tl_checks_exchange (TlCheckRun *run)
{
  g_autoptr (TlNames) names = tl_review_collect_names (run->review);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (tl_kinds_get (i)->tier >= TIER)
      check_texts (run, tl_kinds_get (i), names);
  check_index_event (run);
  check_year_region (run);
}
