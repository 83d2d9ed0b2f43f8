/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a pattern holds, and what is in none yet. */
#include "config.h"

#include "model/case/tl-pattern.h"

#include "model/case/tl-episode.h"

/**
 * tl_pattern_find_factors:
 * @review: a review
 * @pattern: one of its patterns
 *
 * Returns: (transfer container) (element-type TlRecord): the factors gathered in @pattern, in its order
 */
GPtrArray *
tl_pattern_find_factors (TlReview *review,
                         TlRecord *pattern)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (pattern, "pattern"), NULL);

  const char *const *ids = tl_record_get_list (pattern, "factors");
  GPtrArray *factors = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *factor = tl_review_lookup (review, ids[i]);

      if (factor != NULL)
        g_ptr_array_add (factors, factor);
    }
  return factors;
}

/**
 * tl_pattern_find_episodes:
 * @review: a review
 * @pattern: one of its patterns
 *
 * What shows up in one episode only may be no more than that; what shows up in several is more likely a pattern.
 *
 * Returns: (transfer container) (element-type TlRecord): the episodes to which its factors belong, as they came
 */
GPtrArray *
tl_pattern_find_episodes (TlReview *review,
                          TlRecord *pattern)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (pattern, "pattern"), NULL);

  g_autoptr (GPtrArray) factors = tl_pattern_find_factors (review, pattern);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *episodes = tl_episode_list_all (review);

  for (guint i = 0; i < factors->len; i++)
    {
      const char *const *ids = tl_record_get_list (g_ptr_array_index (factors, i), "episodes");

      for (guint j = 0; ids[j] != NULL; j++)
        g_hash_table_add (named, (gpointer) ids[j]);
    }
  for (guint i = episodes->len; i > 0; i--)
    if (!g_hash_table_contains (named, tl_record_get_id (g_ptr_array_index (episodes, i - 1))))
      g_ptr_array_remove_index (episodes, i - 1);
  return episodes;
}

/**
 * tl_pattern_find_loose:
 * @review: a review
 *
 * Returns: (transfer container) (element-type TlRecord): the factors that are in no pattern
 */
GPtrArray *
tl_pattern_find_loose (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlRecordList *patterns = tl_review_get_list (review, "pattern");
  TlRecordList *factors = tl_review_get_list (review, "factor");
  g_autoptr (GHashTable) gathered = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *loose = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (patterns); i++)
    {
      const char *const *ids = tl_record_get_list (tl_record_list_get (patterns, i), "factors");

      for (guint j = 0; ids[j] != NULL; j++)
        g_hash_table_add (gathered, (gpointer) ids[j]);
    }
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);

      if (!g_hash_table_contains (gathered, tl_record_get_id (factor)))
        g_ptr_array_add (loose, factor);
    }
  return loose;
}
