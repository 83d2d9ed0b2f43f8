/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What belongs to a key practice episode: the factors found in it, who took part, and how it made sense to each. */
#include "config.h"

#include "model/case/tl-episode.h"

#include "model/base/tl-date.h"

/* Those without a date come last. */
static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  TlDate one, other;
  gboolean has_one = tl_date_parse (tl_record_get_text (*(TlRecord **) a, "start"), &one);
  gboolean has_other = tl_date_parse (tl_record_get_text (*(TlRecord **) b, "start"), &other);

  if (!has_one || !has_other)
    return (int) has_other - (int) has_one;
  return tl_date_compare_start (&one, &other);
}

/**
 * tl_episode_list_all:
 * @review: a review
 *
 * Returns: (transfer container) (element-type TlRecord): its episodes as they came
 */
GPtrArray *
tl_episode_list_all (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlRecordList *list = tl_review_get_list (review, "episode");
  GPtrArray *episodes = g_ptr_array_new ();

  for (guint i = 0; i < tl_record_list_get_n (list); i++)
    g_ptr_array_add (episodes, tl_record_list_get (list, i));
  g_ptr_array_sort (episodes, compare_starts);
  return episodes;
}

/**
 * tl_episode_find_factors:
 * @review: a review
 * @episode: one of its episodes
 *
 * Returns: (transfer container) (element-type TlRecord): the contributory factors of @episode
 */
GPtrArray *
tl_episode_find_factors (TlReview *review,
                         TlRecord *episode)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (episode, "episode"), NULL);
  return tl_review_get_referrers (review, tl_record_get_id (episode), "factor", "episodes");
}

static void
add_role (TlReview   *review,
          TlRecord   *record,
          const char *field,
          GPtrArray  *roles)
{
  TlRecord *role = tl_review_lookup (review, tl_record_get_text (record, field));

  if (role != NULL && !g_ptr_array_find (roles, role, NULL))
    g_ptr_array_add (roles, role);
}

/**
 * tl_episode_find_roles:
 * @review: a review
 * @episode: one of its episodes
 *
 * Who took part: those whose accounts of its events there are, those who told or were told of them, and those whose
 * acts are among its factors.
 *
 * Returns: (transfer container) (element-type TlRecord): the roles, each once
 */
GPtrArray *
tl_episode_find_roles (TlReview *review,
                       TlRecord *episode)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (episode, "episode"), NULL);

  const char *const *events = tl_record_get_list (episode, "events");
  g_autoptr (GPtrArray) factors = tl_episode_find_factors (review, episode);
  GPtrArray *roles = g_ptr_array_new ();

  for (guint i = 0; events[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) accounts = tl_review_get_referrers (review, events[i], "account", "event");
      g_autoptr (GPtrArray) tellings = tl_review_get_referrers (review, events[i], "telling", "event");

      for (guint j = 0; j < accounts->len; j++)
        add_role (review, g_ptr_array_index (accounts, j), "role", roles);
      for (guint j = 0; j < tellings->len; j++)
        {
          add_role (review, g_ptr_array_index (tellings, j), "teller", roles);
          add_role (review, g_ptr_array_index (tellings, j), "told", roles);
        }
    }
  for (guint i = 0; i < factors->len; i++)
    add_role (review, g_ptr_array_index (factors, i), "role", roles);
  return roles;
}

/**
 * tl_episode_find_rationale:
 * @review: a review
 * @episode: one of its episodes
 * @role_id: a role
 *
 * Returns: (transfer none) (nullable): the local rationality of that role in @episode
 */
TlRecord *
tl_episode_find_rationale (TlReview   *review,
                           TlRecord   *episode,
                           const char *role_id)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (episode, "episode") && role_id != NULL, NULL);

  g_autoptr (GPtrArray) all = tl_review_get_referrers (review, tl_record_get_id (episode), "rationale", "episode");

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (tl_record_get_text (g_ptr_array_index (all, i), "role"), role_id) == 0)
      return g_ptr_array_index (all, i);
  return NULL;
}

/**
 * tl_episode_is_told:
 * @rationale: a local rationality
 *
 * Returns: whether anything is said in it
 */
gboolean
tl_episode_is_told (TlRecord *rationale)
{
  static const char *const parts[] = { "understood", "attention", "goals", "options" };

  g_return_val_if_fail (tl_record_is (rationale, "rationale"), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (tl_record_get_text (rationale, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}
