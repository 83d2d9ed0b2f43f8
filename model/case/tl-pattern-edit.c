/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs on patterns: what is gathered in which. To move factors from one pattern to another is to take them and to add
 * them, within one edit. */
#include "config.h"

#include "model/case/tl-pattern-edit.h"

/**
 * tl_pattern_edit_gather:
 * @edit: an edit
 * @title: (nullable): what the pattern is called
 * @category: (nullable): key of a category of underlying pattern
 * @factor_ids: the factors in it, perhaps none yet, ended by %NULL
 * @error: return location
 *
 * Makes a pattern of factors; they may be in others too.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
tl_pattern_edit_gather (TlEdit            *edit,
                        const char        *title,
                        const char        *category,
                        const char *const *factor_ids,
                        GError           **error)
{
  g_return_val_if_fail (edit != NULL && factor_ids != NULL, NULL);

  g_autofree char *id = tl_edit_add (edit, "pattern", NULL, error);
  gboolean done = id != NULL
                  && (title == NULL || tl_edit_set (edit, id, "title", title, error))
                  && (category == NULL || tl_edit_set (edit, id, "category", category, error))
                  && tl_edit_set_list (edit, id, "factors", factor_ids, error);
  return done ? g_steal_pointer (&id) : NULL;
}

/* The factors of @pattern without some: (transfer container) */
static GPtrArray *
list_others (TlRecord          *pattern,
             const char *const *factor_ids)
{
  const char *const *ids = tl_record_get_list (pattern, "factors");
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_strv_contains (factor_ids, ids[i]))
      g_ptr_array_add (others, (gpointer) ids[i]);
  return others;
}

/**
 * tl_pattern_edit_place_factors:
 * @edit: an edit
 * @review: the review that is edited
 * @pattern_id: a pattern
 * @factor_ids: factors, in it or not yet, ended by %NULL
 * @position: before how many of its other factors they are to stand
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_pattern_edit_place_factors (TlEdit            *edit,
                               TlReview          *review,
                               const char        *pattern_id,
                               const char *const *factor_ids,
                               guint              position,
                               GError           **error)
{
  TlRecord *pattern = tl_review_lookup (review, pattern_id);
  g_return_val_if_fail (edit != NULL && factor_ids != NULL && tl_record_is (pattern, "pattern"), FALSE);

  g_autoptr (GPtrArray) ids = list_others (pattern, factor_ids);

  for (guint i = 0; factor_ids[i] != NULL; i++)
    g_ptr_array_insert (ids, (int) (MIN (position, ids->len - i) + i), (gpointer) factor_ids[i]);
  g_ptr_array_add (ids, NULL);
  return tl_edit_set_list (edit, pattern_id, "factors", (const char *const *) ids->pdata, error);
}

/**
 * tl_pattern_edit_add_factors:
 * @edit: an edit
 * @review: the review that is edited
 * @pattern_id: a pattern
 * @factor_ids: factors, ended by %NULL; those that are in it stay where they are
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_pattern_edit_add_factors (TlEdit            *edit,
                             TlReview          *review,
                             const char        *pattern_id,
                             const char *const *factor_ids,
                             GError           **error)
{
  TlRecord *pattern = tl_review_lookup (review, pattern_id);
  g_return_val_if_fail (edit != NULL && factor_ids != NULL && tl_record_is (pattern, "pattern"), FALSE);

  const char *const *held = tl_record_get_list (pattern, "factors");
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  for (guint i = 0; factor_ids[i] != NULL; i++)
    if (!g_strv_contains (held, factor_ids[i]))
      g_ptr_array_add (added, (gpointer) factor_ids[i]);
  g_ptr_array_add (added, NULL);
  return tl_pattern_edit_place_factors (edit, review, pattern_id, (const char *const *) added->pdata, G_MAXUINT,
                                        error);
}

/**
 * tl_pattern_edit_take_factors:
 * @edit: an edit
 * @review: the review that is edited
 * @pattern_id: a pattern
 * @factor_ids: factors, which stay in the graph, ended by %NULL
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_pattern_edit_take_factors (TlEdit            *edit,
                              TlReview          *review,
                              const char        *pattern_id,
                              const char *const *factor_ids,
                              GError           **error)
{
  TlRecord *pattern = tl_review_lookup (review, pattern_id);
  g_return_val_if_fail (edit != NULL && factor_ids != NULL && tl_record_is (pattern, "pattern"), FALSE);

  g_autoptr (GPtrArray) ids = list_others (pattern, factor_ids);

  g_ptr_array_add (ids, NULL);
  return tl_edit_set_list (edit, pattern_id, "factors", (const char *const *) ids->pdata, error);
}
