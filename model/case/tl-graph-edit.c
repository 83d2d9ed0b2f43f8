/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Factors and links as they begin, within an edit, wherever in the program they are made; and why two factors can't be
 * linked, in words. */
#include "config.h"

#include "model/case/tl-graph-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tl_graph_edit_add_factor:
 * @edit: an edit
 * @method: (nullable): the review's method
 * @statement: what the factor says
 * @level: (nullable): key of its level
 *
 * Adds a factor of the kind that is usual in the method.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
tl_graph_edit_add_factor (TlEdit      *edit,
                          TlMethod    *method,
                          const char  *statement,
                          const char  *level,
                          GError     **error)
{
  g_return_val_if_fail (edit != NULL && statement != NULL, NULL);

  const TlMethodEntry *kind
      = method != NULL ? tl_method_get_kind_for_factor_role (method, TL_FACTOR_ROLE_FACTOR) : NULL;
  g_autofree char *id = tl_edit_add (edit, "factor", NULL, error);

  gboolean done = id != NULL && tl_edit_set (edit, id, "statement", statement, error)
                  && (kind == NULL || tl_edit_set (edit, id, "kind", kind->key, error))
                  && (level == NULL || tl_edit_set (edit, id, "level", level, error));
  return done ? g_steal_pointer (&id) : NULL;
}

/**
 * tl_graph_edit_add_link:
 * @edit: an edit
 * @method: (nullable): the review's method
 *
 * Adds a link that says no more than that the one contributes to the other.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *
tl_graph_edit_add_link (TlEdit      *edit,
                        TlMethod    *method,
                        const char  *cause_id,
                        const char  *effect_id,
                        GError     **error)
{
  g_return_val_if_fail (edit != NULL && cause_id != NULL && effect_id != NULL, NULL);

  const TlMethodEntry *kind
      = method != NULL ? tl_method_get_kind_for_link_role (method, TL_LINK_ROLE_CONTRIBUTES) : NULL;
  g_autofree char *id = tl_edit_add (edit, "link", NULL, error);

  gboolean done = id != NULL && tl_edit_set (edit, id, "cause", cause_id, error)
                  && tl_edit_set (edit, id, "effect", effect_id, error)
                  && (kind == NULL || tl_edit_set (edit, id, "kind", kind->key, error))
                  && tl_edit_set (edit, id, "state", "asserted", error);
  return done ? g_steal_pointer (&id) : NULL;
}

static gboolean
link_both (TlEdit      *edit,
           TlMethod    *method,
           const char  *cause_id,
           const char  *effect_id,
           GError     **error)
{
  g_autofree char *id = tl_graph_edit_add_link (edit, method, cause_id, effect_id, error);

  return id != NULL;
}

/**
 * tl_graph_edit_link_factor:
 * @edit: an edit
 * @method: (nullable): the review's method
 * @id: a new factor
 * @cause_id: (nullable): what is to point at it
 * @effect_id: (nullable): what it is to point at
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_graph_edit_link_factor (TlEdit      *edit,
                           TlMethod    *method,
                           const char  *id,
                           const char  *cause_id,
                           const char  *effect_id,
                           GError     **error)
{
  g_return_val_if_fail (edit != NULL && id != NULL, FALSE);

  return (cause_id == NULL || link_both (edit, method, cause_id, id, error))
         && (effect_id == NULL || link_both (edit, method, id, effect_id, error));
}

/* Whether a chain of links other than @without leads from @from to @to. */
static gboolean
leads_to (TlReview   *review,
          const char *from,
          const char *to,
          const char *without)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, (gpointer) from);
  while (open->len > 0)
    {
      const char *id = g_ptr_array_steal_index_fast (open, open->len - 1);
      g_autoptr (GPtrArray) links = tl_review_get_referrers (review, id, "link", "cause");

      if (strcmp (id, to) == 0)
        return TRUE;
      for (guint i = 0; i < links->len; i++)
        {
          const char *effect = tl_record_get_text (g_ptr_array_index (links, i), "effect");

          if (effect != NULL && g_strcmp0 (tl_record_get_id (g_ptr_array_index (links, i)), without) != 0
              && g_hash_table_add (reached, (gpointer) effect))
            g_ptr_array_add (open, (gpointer) effect);
        }
    }
  return FALSE;
}

static gboolean
are_linked (TlReview   *review,
            const char *cause_id,
            const char *effect_id,
            const char *without)
{
  g_autoptr (GPtrArray) links = tl_review_get_referrers (review, cause_id, "link", "cause");

  for (guint i = 0; i < links->len; i++)
    {
      TlRecord *link = g_ptr_array_index (links, i);

      if (g_strcmp0 (tl_record_get_text (link, "effect"), effect_id) == 0
          && g_strcmp0 (tl_record_get_id (link), without) != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_graph_edit_refuse_link:
 * @method: (nullable): the review's method
 * @instead_id: (nullable): the link that is to be this one; %NULL for a new one
 * @advice: (out) (nullable) (optional): what the method says against a link that is not refused
 *
 * Returns: (transfer full) (nullable): why the one can't be linked to the other; %NULL if it can
 */
char *
tl_graph_edit_refuse_link (TlReview    *review,
                           TlMethod    *method,
                           const char  *cause_id,
                           const char  *effect_id,
                           const char  *instead_id,
                           char       **advice)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && cause_id != NULL && effect_id != NULL, NULL);

  TlRuleSeverity severity
      = method != NULL ? tl_method_get_rule_severity (method, TL_RULE_ACYCLIC) : TL_RULE_SEVERITY_NONE;

  if (advice != NULL)
    *advice = NULL;
  if (tl_review_get_read_only (review))
    return g_strdup (_("This review is open for reading only."));
  if (strcmp (cause_id, effect_id) == 0)
    return g_strdup (_("A factor can’t be its own cause."));
  if (are_linked (review, cause_id, effect_id, instead_id))
    return g_strdup (_("These two are linked already."));
  if (severity == TL_RULE_SEVERITY_NONE || (severity != TL_RULE_SEVERITY_ERROR && advice == NULL)
      || !leads_to (review, effect_id, cause_id, instead_id))
    return NULL;

  const char *reason = tl_method_get_rule_reason (method, TL_RULE_ACYCLIC);
  if (severity == TL_RULE_SEVERITY_ERROR)
    return reason != NULL ? g_strdup_printf (_("This would close a loop. %s"), reason)
                          : g_strdup (_("This would close a loop, which this method does not allow."));
  *advice = reason != NULL ? g_strdup_printf (_("This link closes a loop. %s"), reason)
                           : g_strdup (_("This link closes a loop."));
  return NULL;
}
