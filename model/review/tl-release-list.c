/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All texts that a person can release, and what has been decided about each: by whom, when, and whether that still
 * holds. */
#include "config.h"

#include "model/review/tl-release-list.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-date.h"
#include "model/review/tl-release.h"

/**
 * tl_field_is_releasable:
 * @field: a field
 * @tier: for whom; %TL_TIER_LEARNING or %TL_TIER_PUBLIC
 *
 * Returns: whether @field leaves in @tier where a person has released it, and not otherwise
 */
gboolean
tl_field_is_releasable (const TlField *field,
                        TlTier         tier)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return field->release >= tier && field->tier < TL_TIER_LEARNING;
}

/**
 * tl_review_list_releasable:
 * @review: a review
 * @tier: for whom; %TL_TIER_LEARNING or %TL_TIER_PUBLIC
 *
 * Returns: (transfer full) (element-type TlReleasable): its texts that can be released for @tier, record by record
 */
GArray *
tl_review_list_releasable (TlReview *review,
                           TlTier    tier)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tier >= TL_TIER_LEARNING, NULL);

  GArray *texts = g_array_new (FALSE, FALSE, sizeof (TlReleasable));

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);
      TlRecordList *list = tl_review_get_list (review, kind->name);

      for (guint j = 0; kind->tier >= TL_TIER_LEARNING && j < tl_record_list_get_n (list); j++)
        for (guint k = 0; k < kind->n_fields; k++)
          {
            TlReleasable text = { tl_record_list_get (list, j), k };

            if (tl_field_is_releasable (&kind->fields[k], tier)
                && tl_record_get_value (text.record, k)->type == TL_VALUE_TEXT)
              g_array_append_val (texts, text);
          }
    }
  return texts;
}

static char *
dup_day (const char *edtf)
{
  TlDate date;

  return tl_date_parse (edtf, &date) ? tl_date_format (&date) : g_strdup (_("an unknown day"));
}

/**
 * tl_review_dup_release_words:
 * @review: a review
 * @record: a record of it
 * @field: index of a field that can be released
 *
 * Returns: (transfer full): what was decided about its text, by whom and when, and whether that still holds
 */
char *
tl_review_dup_release_words (TlReview *review,
                             TlRecord *record,
                             guint     field)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  TlRecord *release = tl_review_find_release (review, record, field);
  TlTier tier = tl_review_get_release (review, record, field);

  if (release == NULL)
    return g_strdup (_("Stays in the review"));

  const char *author = tl_record_get_text (release, "by");
  const char *by = author != NULL ? author : _("somebody");
  g_autofree char *on = dup_day (tl_record_get_text (release, "on"));

  if (tier == TL_TIER_PUBLIC)
    /* Translators: a person, a day */
    return g_strdup_printf (_("Released for the public by %s, %s"), by, on);
  if (tier == TL_TIER_LEARNING)
    /* Translators: a person, a day */
    return g_strdup_printf (_("Released for the learning record by %s, %s"), by, on);
  /* Translators: a person, a day */
  return g_strdup_printf (_("Was released by %s, %s, and has changed since: it stays in the review"), by, on);
}
