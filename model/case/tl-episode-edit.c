/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs on key practice episodes: what belongs to one, and to whom it made sense how. */
#include "config.h"

#include "model/case/tl-episode-edit.h"

#include "model/case/tl-episode.h"
#include "model/case/tl-graph-edit.h"
#include "model/case/tl-item-edit.h"

/**
 * tl_episode_edit_add_role:
 * @edit: an edit
 * @review: the review that is edited
 * @episode_id: an episode
 * @role_id: a role
 * @error: return location
 *
 * Begins the local rationality of a role in an episode, unless there is one.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
tl_episode_edit_add_role (TlEdit      *edit,
                          TlReview    *review,
                          const char  *episode_id,
                          const char  *role_id,
                          GError     **error)
{
  TlRecord *episode = tl_review_lookup (review, episode_id);
  g_return_val_if_fail (edit != NULL && role_id != NULL && tl_record_is (episode, "episode"), NULL);

  TlRecord *rationale = tl_episode_find_rationale (review, episode, role_id);
  if (rationale != NULL)
    return g_strdup (tl_record_get_id (rationale));

  g_autofree char *id = tl_edit_add (edit, "rationale", NULL, error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "episode", episode_id, error)
                  && tl_edit_set (edit, id, "role", role_id, error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_episode_edit_add_new_role:
 * @edit: an edit
 * @episode_id: an episode
 * @label: what the role is called
 * @error: return location
 *
 * Begins the local rationality of a role that the review does not know yet.
 *
 * Returns: (transfer full) (nullable): the id of the rationality
 */
char *
tl_episode_edit_add_new_role (TlEdit      *edit,
                              const char  *episode_id,
                              const char  *label,
                              GError     **error)
{
  g_return_val_if_fail (edit != NULL && episode_id != NULL && label != NULL, NULL);

  g_autofree char *role = tl_edit_add (edit, "role", NULL, error);
  if (role == NULL || !tl_edit_set (edit, role, "label", label, error))
    return NULL;

  g_autofree char *id = tl_edit_add (edit, "rationale", NULL, error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "episode", episode_id, error)
                  && tl_edit_set (edit, id, "role", role, error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_episode_edit_add_new_event:
 * @edit: an edit
 * @review: the review that is edited
 * @episode_id: an episode
 * @title: what happened
 * @error: return location
 *
 * Adds an event that begins when the episode does, until somebody says it more exactly.
 *
 * Returns: (transfer full) (nullable): the event's id
 */
char *
tl_episode_edit_add_new_event (TlEdit      *edit,
                               TlReview    *review,
                               const char  *episode_id,
                               const char  *title,
                               GError     **error)
{
  TlRecord *episode = tl_review_lookup (review, episode_id);
  g_return_val_if_fail (edit != NULL && title != NULL && tl_record_is (episode, "episode"), NULL);

  const char *start = tl_record_get_text (episode, "start");
  g_autofree char *id = tl_edit_add (edit, "event", NULL, error);
  gboolean done = id != NULL && tl_edit_set (edit, id, "title", title, error)
                  && (start == NULL || tl_edit_set (edit, id, "date", start, error))
                  && tl_item_edit_set (edit, episode, "events", id, TRUE, error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_episode_edit_take_event:
 * @edit: an edit
 * @review: the review that is edited
 * @episode_id: an episode
 * @event_id: one of its events, which stays in the review
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_episode_edit_take_event (TlEdit      *edit,
                            TlReview    *review,
                            const char  *episode_id,
                            const char  *event_id,
                            GError     **error)
{
  TlRecord *episode = tl_review_lookup (review, episode_id);
  g_return_val_if_fail (edit != NULL && event_id != NULL && tl_record_is (episode, "episode"), FALSE);

  return tl_item_edit_set (edit, episode, "events", event_id, FALSE, error);
}

/**
 * tl_episode_edit_add_factor:
 * @edit: an edit
 * @review: the review that is edited
 * @episode_id: an episode
 * @factor_id: a factor that played a part in it
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_episode_edit_add_factor (TlEdit      *edit,
                            TlReview    *review,
                            const char  *episode_id,
                            const char  *factor_id,
                            GError     **error)
{
  TlRecord *factor = tl_review_lookup (review, factor_id);
  g_return_val_if_fail (edit != NULL && episode_id != NULL && tl_record_is (factor, "factor"), FALSE);

  return tl_item_edit_set (edit, factor, "episodes", episode_id, TRUE, error);
}

/**
 * tl_episode_edit_add_new_factor:
 * @edit: an edit
 * @method: (nullable): the review's method
 * @episode_id: an episode
 * @statement: what the factor says
 * @error: return location
 *
 * Adds a factor of an episode, at the level that is nearest to the case.
 *
 * Returns: (transfer full) (nullable): the factor's id
 */
char *
tl_episode_edit_add_new_factor (TlEdit      *edit,
                                TlMethod    *method,
                                const char  *episode_id,
                                const char  *statement,
                                GError     **error)
{
  const char *const episodes[] = { episode_id, NULL };
  guint n_levels = method != NULL ? tl_method_get_n_levels (method) : 0;
  const char *level = n_levels > 0 ? tl_method_get_level (method, n_levels - 1)->key : NULL;

  g_return_val_if_fail (edit != NULL && episode_id != NULL && statement != NULL, NULL);

  g_autofree char *id = tl_graph_edit_add_factor (edit, method, statement, level, error);
  gboolean done = id != NULL && tl_edit_set_list (edit, id, "episodes", episodes, error);
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_episode_edit_take_factor:
 * @edit: an edit
 * @review: the review that is edited
 * @episode_id: an episode
 * @factor_id: one of its factors, which stays in the graph
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_episode_edit_take_factor (TlEdit      *edit,
                             TlReview    *review,
                             const char  *episode_id,
                             const char  *factor_id,
                             GError     **error)
{
  TlRecord *factor = tl_review_lookup (review, factor_id);
  g_return_val_if_fail (edit != NULL && episode_id != NULL && tl_record_is (factor, "factor"), FALSE);

  return tl_item_edit_set (edit, factor, "episodes", episode_id, FALSE, error);
}
