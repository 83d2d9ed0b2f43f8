/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a review as the guard knows them, by what the review calls them: never by their names. */
#include "config.h"

#include "model/case/tl-people.h"

static const char *const kinds[] = { "role", "agency", "child", NULL };

/**
 * tl_people_may_differ:
 * @review: a review
 * @ids: (element-type utf8): what a change touched
 *
 * Returns: whether the guard has to be told again; what has been removed may have been anybody
 */
gboolean
tl_people_may_differ (TlReview   *review,
                      GHashTable *ids)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && ids != NULL, FALSE);

  GHashTableIter iter;
  void *id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      TlRecord *record = tl_review_lookup (review, id);

      if (record == NULL || g_strv_contains (kinds, tl_record_get_kind (record)->name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_family (TlWords    *words,
           TlRecord   *role,
           const char *label)
{
  const char *function = tl_record_get_text (role, "function");

  if (tl_record_get_text (role, "child") != NULL)
    return TRUE;
  if (function != NULL && !g_str_equal (function, "other"))
    return g_str_equal (function, "child") || g_str_equal (function, "family");
  return tl_record_get_text (role, "agency") == NULL && tl_words_is_family (words, label);
}

/* The labels of a kind, each where it belongs; none of what has no label. */
static void
add_labels (TlReview   *review,
            const char *kind,
            TlWords    *words,
            GPtrArray  *workers,
            GPtrArray  *family)
{
  TlRecordList *list = tl_review_get_list (review, kind);

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    {
      TlRecord *record = tl_record_list_get (list, i);
      const char *label = tl_record_get_text (record, "label");

      if (label == NULL)
        continue;
      if (tl_record_is (record, "child") || (tl_record_is (record, "role") && is_family (words, record, label)))
        g_ptr_array_add (family, (gpointer) label);
      else
        g_ptr_array_add (workers, (gpointer) label);
    }
}

/**
 * tl_people_tell:
 * @review: a review
 * @words: the guard's words; those of another review that it was told of before are forgotten
 *
 * Tells the guard what @review calls those at work in it, their services, and the family. A role of which nothing else
 * is said is somebody at work, unless it is called one of the family.
 */
void
tl_people_tell (TlReview *review,
                TlWords  *words)
{
  g_return_if_fail (TL_IS_REVIEW (review) && TL_IS_WORDS (words));

  g_autoptr (GPtrArray) workers = g_ptr_array_new ();
  g_autoptr (GPtrArray) family = g_ptr_array_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    add_labels (review, kinds[i], words, workers, family);
  g_ptr_array_add (workers, NULL);
  g_ptr_array_add (family, NULL);
  tl_words_set_people (words, (const char *const *) workers->pdata, (const char *const *) family->pdata);
}
