/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Releases: a person's decision that this text of this record may go to a wider circle. It holds for the text as it was
 * read then; once the text changes it is no longer released. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-release.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"
#include "model/review/tl-edit-private.h"
#include "model/store/tl-table.h"

/**
 * tl_review_find_release:
 * @review: a review
 * @record: a record of it
 * @field: index of a field
 *
 * Returns: (transfer none) (nullable): the release of that field, whether or not its text has changed since
 */
TlRecord *
tl_review_find_release (TlReview *review,
                        TlRecord *record,
                        guint     field)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  const char *name = tl_record_get_kind (record)->fields[field].name;
  g_autoptr (GPtrArray) releases
      = tl_review_get_referrers (review, tl_record_get_id (record), "release", "subject");

  for (guint i = 0; i < releases->len; i++)
    if (g_strcmp0 (tl_record_get_text (g_ptr_array_index (releases, i), "field"), name) == 0)
      return g_ptr_array_index (releases, i);
  return NULL;
}

/**
 * tl_review_get_release:
 * @review: a review
 * @record: a record of it
 * @field: index of a field
 *
 * Returns: the widest tier in which the field as it is now was released, or %TL_TIER_NEVER
 */
TlTier
tl_review_get_release (TlReview *review,
                       TlRecord *record,
                       guint     field)
{
  const TlField *declared = &tl_record_get_kind (record)->fields[field];
  const TlValue *value = tl_record_get_value (record, field);

  /* What is in a learning record was released for it. */
  if (tl_review_get_tier (review) == TL_TIER_LEARNING)
    return value->type != TL_VALUE_UNSET ? TL_TIER_LEARNING : TL_TIER_NEVER;

  TlRecord *release = tl_review_find_release (review, record, field);
  TlTier tier;

  if (release == NULL || value->type != TL_VALUE_TEXT || !tl_tier_parse (tl_record_get_text (release, "tier"), &tier))
    return TL_TIER_NEVER;

  g_autofree char *digest = tl_text_digest (value->text);
  if (g_strcmp0 (digest, tl_record_get_text (release, "digest")) != 0)
    return TL_TIER_NEVER;
  return MIN (tier, declared->release);
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}

/* Looks in the file: the text may have been set earlier in the same edit. */
static gboolean
read_text (TlEdit      *edit,
           const char  *id,
           const char  *field,
           TlTier       tier,
           char       **text,
           GError     **error)
{
  const TlKind *kind = _tl_edit_find_kind (edit, id);
  const TlField *declared = kind != NULL ? tl_kind_find_field (kind, field) : NULL;

  if (declared == NULL)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no field “%s” of a record “%s”."), field, id);
      return FALSE;
    }
  if (declared->release < tier)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("“%s” of a %s can’t be released for the tier “%s”."), field,
                   kind->name, tl_tier_get_name (tier));
      return FALSE;
    }

  g_autoptr (GPtrArray) found = tl_table_find (tl_review_get_connection (edit->review), kind->name, field, "id", id,
                                               error);
  if (found == NULL)
    return FALSE;
  *text = found->len == 1 ? g_strdup (g_ptr_array_index (found, 0)) : NULL;
  if (*text != NULL)
    return TRUE;

  g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("“%s” is empty: there is nothing to release."), field);
  return FALSE;
}

/**
 * tl_edit_release:
 * @edit: an edit
 * @id: id of a record, perhaps from outside
 * @field: name of a free text field, perhaps from outside
 * @tier: the widest tier in which it may leave from now on
 * @error: return location
 *
 * Releases the text as it is now.
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_edit_release (TlEdit      *edit,
                 const char  *id,
                 const char  *field,
                 TlTier       tier,
                 GError     **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (edit != NULL && id != NULL && field != NULL, FALSE);

  if (!read_text (edit, id, field, tier, &text, error) || !tl_edit_withdraw (edit, id, field, error))
    {
      edit->failed = TRUE;
      return FALSE;
    }

  g_autofree char *digest = tl_text_digest (text);
  g_autofree char *today = dup_today ();
  g_autofree char *release = tl_edit_add (edit, "release", NULL, error);
  return release != NULL
         && tl_edit_set (edit, release, "subject", id, error)
         && tl_edit_set (edit, release, "field", field, error)
         && tl_edit_set (edit, release, "tier", tl_tier_get_name (tier), error)
         && tl_edit_set (edit, release, "digest", digest, error)
         && tl_edit_set (edit, release, "by", tl_review_get_author (edit->review), error)
         && tl_edit_set (edit, release, "on", today, error);
}

/**
 * tl_edit_withdraw:
 * @edit: an edit
 * @id: id of a record
 * @field: name of a field
 * @error: return location
 *
 * Takes back the release of a field, if there is one.
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_edit_withdraw (TlEdit      *edit,
                  const char  *id,
                  const char  *field,
                  GError     **error)
{
  g_autoptr (GPtrArray) releases = NULL;

  g_return_val_if_fail (edit != NULL && id != NULL && field != NULL, FALSE);

  releases = tl_table_find (tl_review_get_connection (edit->review), "release", "id", "subject", id, error);
  if (releases == NULL)
    {
      edit->failed = TRUE;
      return FALSE;
    }
  for (guint i = 0; i < releases->len; i++)
    {
      const char *release = g_ptr_array_index (releases, i);
      g_autoptr (GPtrArray) fields = tl_table_find (tl_review_get_connection (edit->review), "release", "field", "id",
                                                    release, error);

      if (fields == NULL || (fields->len == 1 && g_strcmp0 (g_ptr_array_index (fields, 0), field) == 0
                             && !tl_edit_remove (edit, release, error)))
        {
          edit->failed = TRUE;
          return FALSE;
        }
    }
  return TRUE;
}
