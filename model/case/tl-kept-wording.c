/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Guarded expressions that a reviewer keeps in one field of one record, and why. They stand as long as the words do:
 * what is written differently later is looked at again. */
#include "config.h"

#include "model/case/tl-kept-wording.h"

/* Regardless of case, and of how the words are broken into lines. */
static char *
fold_words (const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \n\t", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", parts[i]);
  return g_string_free (line, FALSE);
}

/**
 * tl_kept_wording_collect:
 * @subject: id of a record
 * @field: name of one of its fields
 *
 * Returns: (transfer full): the expressions kept there, for tl_kept_wording_is_kept()
 */
GHashTable *
tl_kept_wording_collect (TlReview   *review,
                         const char *subject,
                         const char *field)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && subject != NULL && field != NULL, NULL);

  GHashTable *kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TlRecordList *list = tl_review_get_list (review, "kept_wording");

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      const char *words = tl_record_get_text (record, "words");

      if (words != NULL && g_strcmp0 (tl_record_get_text (record, "subject"), subject) == 0
          && g_strcmp0 (tl_record_get_text (record, "field"), field) == 0)
        g_hash_table_add (kept, fold_words (words));
    }
  return kept;
}

/**
 * tl_kept_wording_is_kept:
 * @kept: from tl_kept_wording_collect()
 * @words: as they stand in the text
 *
 * Returns: whether they are kept
 */
gboolean
tl_kept_wording_is_kept (GHashTable *kept,
                         const char *words)
{
  g_return_val_if_fail (kept != NULL && words != NULL, FALSE);

  g_autofree char *folded = fold_words (words);

  return g_hash_table_contains (kept, folded);
}

/**
 * tl_kept_wording_keep:
 * @edit: an edit
 * @subject: id of the record
 * @field: name of its field
 * @words: as they stand in the text
 * @reason: (nullable): why they are kept
 *
 * Returns: %FALSE on failure, and then the edit can only be aborted
 */
gboolean
tl_kept_wording_keep (TlEdit      *edit,
                      const char  *subject,
                      const char  *field,
                      const char  *words,
                      const char  *reason,
                      GError     **error)
{
  g_return_val_if_fail (edit != NULL && subject != NULL && field != NULL && words != NULL, FALSE);

  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\t", ' ');
  g_autofree char *id = tl_edit_add (edit, "kept_wording", NULL, error);

  return id != NULL && tl_edit_set (edit, id, "subject", subject, error)
         && tl_edit_set (edit, id, "field", field, error) && tl_edit_set (edit, id, "words", line, error)
         && (reason == NULL || reason[0] == '\0' || tl_edit_set (edit, id, "reason", reason, error));
}
