/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of a passage by which somebody could be found out: it is said in a more general way, or it is kept, with
 * the reason on record. Like a release, that a passage is kept holds for the text as it was looked at: once that
 * changes it is to be looked at again. */
#include "config.h"

#include "model/case/tl-kept-passage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"
#include "model/review/tl-release.h"

static const char *
get_text (TlReview   *review,
          const char *subject,
          const char *field)
{
  TlRecord *record = tl_review_lookup (review, subject);

  return record != NULL && tl_kind_find_field (tl_record_get_kind (record), field) != NULL
           ? tl_record_get_text (record, field) : NULL;
}

/**
 * tl_kept_passage_find:
 * @review: a review
 * @subject: id of a record
 * @field: name of one of its fields
 * @words: a passage as it stands there
 * @tier: for whom the text is to leave
 *
 * Returns: (transfer none) (nullable): the record that says that and why these words are kept, for @tier or a wider one
 */
TlRecord *
tl_kept_passage_find (TlReview   *review,
                      const char *subject,
                      const char *field,
                      const char *words,
                      TlTier      tier)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && subject != NULL && field != NULL && words != NULL, NULL);

  g_autoptr (GPtrArray) kept = tl_review_get_referrers (review, subject, "kept_passage", "subject");
  const char *text = kept->len > 0 ? get_text (review, subject, field) : NULL;
  g_autofree char *digest = text != NULL ? tl_text_digest (text) : NULL;
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\t", ' ');

  for (guint i = 0; digest != NULL && i < kept->len; i++)
    {
      TlRecord *record = g_ptr_array_index (kept, i);
      TlTier widest;

      if (g_strcmp0 (tl_record_get_text (record, "field"), field) == 0
          && g_strcmp0 (tl_record_get_text (record, "words"), line) == 0
          && g_strcmp0 (tl_record_get_text (record, "digest"), digest) == 0
          && tl_tier_parse (tl_record_get_text (record, "tier"), &widest) && widest >= tier)
        return record;
    }
  return NULL;
}

static gboolean
add_kept (TlEdit       *edit,
          TlReview     *review,
          const char   *subject,
          const char   *field,
          const char   *words,
          const char   *tier,
          const char   *reason,
          GError      **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *digest = tl_text_digest (get_text (review, subject, field));
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\t", ' ');
  g_autofree char *id = tl_edit_add (edit, "kept_passage", NULL, error);

  return id != NULL && tl_edit_set (edit, id, "subject", subject, error)
         && tl_edit_set (edit, id, "field", field, error) && tl_edit_set (edit, id, "words", line, error)
         && tl_edit_set (edit, id, "tier", tier, error) && tl_edit_set (edit, id, "digest", digest, error)
         && tl_edit_set (edit, id, "reason", reason, error)
         && tl_edit_set (edit, id, "by", tl_review_get_author (review), error)
         && tl_edit_set (edit, id, "on", today, error);
}

static gboolean
refuse_changed (const char  *words,
                GError     **error)
{
  return tl_error_refuse (error, _("The text with “%s” was changed meanwhile. Look through it again."), words);
}

/**
 * tl_kept_passage_keep:
 * @review: a review
 * @subject: id of a record
 * @field: name of one of its fields
 * @words: a passage as it stands there
 * @tier: the widest tier in which it may stay
 * @reason: (nullable): why
 * @error: return location
 *
 * Keeps a passage, in one edit.
 *
 * Returns: %FALSE with @error, and then nothing has changed
 */
gboolean
tl_kept_passage_keep (TlReview    *review,
                      const char  *subject,
                      const char  *field,
                      const char  *words,
                      TlTier       tier,
                      const char  *reason,
                      GError     **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && subject != NULL && field != NULL && words != NULL, FALSE);

  const char *text = get_text (review, subject, field);

  if (text == NULL || strstr (text, words) == NULL)
    return refuse_changed (words, error);

  /* Translators: what a change is called in the history; a few words of a text */
  g_autofree char *label = g_strdup_printf (_("Let “%s” leave as it stands"), words);
  TlEdit *edit = tl_edit_begin (review, label, error);
  gboolean made = edit != NULL
                  && add_kept (edit, review, subject, field, words, tl_tier_get_name (tier),
                               reason != NULL && reason[0] != '\0' ? reason : NULL, error);
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, error) : NULL;

  return change != NULL;
}

/* Whoever says one passage otherwise has looked at the whole text: what is kept of it stays so. */
static gboolean
renew_kept (TlEdit      *edit,
            TlReview    *review,
            const char  *subject,
            const char  *field,
            const char  *changed,
            GError     **error)
{
  g_autoptr (GPtrArray) kept = tl_review_get_referrers (review, subject, "kept_passage", "subject");
  g_autofree char *digest = tl_text_digest (get_text (review, subject, field));
  g_autofree char *changed_digest = tl_text_digest (changed);

  for (guint i = 0; i < kept->len; i++)
    {
      TlRecord *record = g_ptr_array_index (kept, i);

      if (g_strcmp0 (tl_record_get_text (record, "field"), field) == 0
          && g_strcmp0 (tl_record_get_text (record, "digest"), digest) == 0
          && !tl_edit_set (edit, tl_record_get_id (record), "digest", changed_digest, error))
        return FALSE;
    }
  return TRUE;
}

/* @text with @instead in the place of @words; where nothing stands there instead, no second space is left. */
static char *
dup_changed (const char *text,
             const char *place,
             const char *words,
             const char *instead)
{
  g_autofree char *before = g_strndup (text, (gsize) (place - text));
  const char *after = place + strlen (words);

  if (instead[0] == '\0' && *after == ' ' && (before[0] == '\0' || g_str_has_suffix (before, " ")))
    after++;
  return g_strstrip (g_strconcat (before, instead, after, NULL));
}

static gboolean
write_changed (TlEdit      *edit,
               TlReview    *review,
               const char  *subject,
               const char  *field,
               const char  *changed,
               GError     **error)
{
  TlRecord *record = tl_review_lookup (review, subject);
  int index = tl_kind_find_field_index (tl_record_get_kind (record), field);
  TlTier tier = tl_review_get_release (review, record, (guint) index);

  return tl_edit_set (edit, subject, field, changed, error)
         && (tier == TL_TIER_NEVER || changed[0] == '\0' || tl_edit_release (edit, subject, field, tier, error))
         && renew_kept (edit, review, subject, field, changed, error);
}

/**
 * tl_kept_passage_generalise:
 * @review: a review
 * @subject: id of a record
 * @field: name of one of its fields
 * @start: first character of a passage
 * @words: the passage as it stands there
 * @instead: what is to stand there; the empty string to leave it out
 * @error: return location
 *
 * Says one passage of a text otherwise, in one edit. If the text was released it is released again as it is then, since
 * all else it says was released before.
 *
 * Returns: %FALSE with @error, and then nothing has changed
 */
gboolean
tl_kept_passage_generalise (TlReview    *review,
                            const char  *subject,
                            const char  *field,
                            guint        start,
                            const char  *words,
                            const char  *instead,
                            GError     **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && subject != NULL && field != NULL, FALSE);
  g_return_val_if_fail (words != NULL && instead != NULL, FALSE);

  const char *text = get_text (review, subject, field);
  const char *place = text != NULL && (glong) start <= g_utf8_strlen (text, -1)
                        ? g_utf8_offset_to_pointer (text, (glong) start) : NULL;

  if (place == NULL || !g_str_has_prefix (place, words))
    return refuse_changed (words, error);

  g_autofree char *changed = dup_changed (text, place, words, instead);
  /* Translators: what a change is called in the history; a few words of a text */
  g_autofree char *label = g_strdup_printf (_("Say “%s” more generally"), words);
  TlEdit *edit = tl_edit_begin (review, label, error);
  gboolean made = edit != NULL && write_changed (edit, review, subject, field, changed, error);
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, error) : NULL;

  return change != NULL;
}
