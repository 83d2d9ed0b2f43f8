/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can do to the review in the outline: each function is one edit. The outline shows the outcome only when
 * the review says that it changed. */
#include "config.h"

#include "ui/outline/tl-outline-private.h"

#include <glib/gi18n.h>

#include "model/case/tl-graph-edit.h"
#include "ui/widgets/tl-graph-wording.h"
#include "ui/widgets/tl-report.h"
#include "ui/widgets/tl-wording.h"

static TlEdit *
begin (TlOutlinePage *self,
       const char    *label)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (_tl_outline_page_get_review (self), label, &error);

  if (edit == NULL)
    tl_report_error (GTK_WIDGET (self), error);
  return edit;
}

/**
 * _tl_outline_edit_add:
 * @level: (nullable): key of its level
 * @cause_id: (nullable): what is to point at it
 * @effect_id: (nullable): what it is to point at
 *
 * Returns: (transfer full) (nullable): the id of the new factor
 */
char *
_tl_outline_edit_add (TlOutlinePage *self,
                      const char    *statement,
                      const char    *level,
                      const char    *cause_id,
                      const char    *effect_id)
{
  g_autofree char *shortened = tl_graph_wording_shorten (statement);
  g_autofree char *label = effect_id != NULL  ? g_strdup_printf (_("Add cause “%s”"), shortened)
                           : cause_id != NULL ? g_strdup_printf (_("Add effect “%s”"), shortened)
                                              : g_strdup_printf (_("Add factor “%s”"), shortened);
  g_autofree char *id = NULL;
  TlMethod *method = tl_outline_model_get_method (self->model);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = begin (self, label);

  if (edit == NULL)
    return NULL;
  id = tl_graph_edit_add_factor (edit, method, statement, level, &error);
  gboolean done = id != NULL && tl_graph_edit_link_factor (edit, method, id, cause_id, effect_id, &error);
  return tl_report_finish (GTK_WIDGET (self), edit, done, &error) ? g_steal_pointer (&id) : NULL;
}

gboolean
_tl_outline_edit_rename (TlOutlinePage *self,
                         const char    *id,
                         const char    *statement)
{
  g_autofree char *shortened = tl_graph_wording_shorten (statement);
  g_autofree char *label = g_strdup_printf (_("Change statement to “%s”"), shortened);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = begin (self, label);

  if (edit == NULL)
    return FALSE;
  gboolean done = tl_edit_set (edit, id, "statement", statement, &error);
  return tl_report_finish (GTK_WIDGET (self), edit, done, &error);
}

/**
 * _tl_outline_edit_link:
 *
 * Links two factors, or says why not.
 */
gboolean
_tl_outline_edit_link (TlOutlinePage *self,
                       const char    *cause_id,
                       const char    *effect_id)
{
  TlReview *review = _tl_outline_page_get_review (self);
  TlRecord *cause = tl_review_lookup (review, cause_id);
  TlRecord *effect = tl_review_lookup (review, effect_id);
  g_autofree char *advice = NULL;
  g_autofree char *refusal = NULL;
  g_autoptr (GError) error = NULL;

  if (cause == NULL || effect == NULL)
    return FALSE;
  refusal = tl_graph_edit_refuse_link (review, tl_outline_model_get_method (self->model), cause_id, effect_id, NULL,
                                       &advice);
  if (refusal != NULL)
    {
      tl_report_done (GTK_WIDGET (self), refusal, FALSE);
      return FALSE;
    }

  g_autofree char *from = tl_wording_name (review, cause);
  g_autofree char *to = tl_wording_name (review, effect);
  g_autofree char *label = g_strdup_printf (_("Link “%s” → “%s”"), from, to);
  TlEdit *edit = begin (self, label);

  if (edit == NULL)
    return FALSE;
  g_autofree char *id
      = tl_graph_edit_add_link (edit, tl_outline_model_get_method (self->model), cause_id, effect_id, &error);
  if (!tl_report_finish (GTK_WIDGET (self), edit, id != NULL, &error))
    return FALSE;
  tl_report_done (GTK_WIDGET (self), advice != NULL ? advice : label, TRUE);
  return TRUE;
}

/* A factor that comes to another level gives up its place: the canvas finds it one there. */
static gboolean
set_level (TlOutlinePage *self,
           TlEdit        *edit,
           TlRecord      *factor,
           int            step,
           gboolean      *any,
           GError       **error)
{
  TlMethod *method = tl_outline_model_get_method (self->model);
  const char *key = tl_record_get_text (factor, "level");
  const char *id = tl_record_get_id (factor);
  int n = (int) tl_method_get_n_levels (method);
  int level = key != NULL ? tl_method_find_level (method, key) : -1;
  int target = level >= 0 ? level + step : n - 1;

  if (target < 0 || target >= n || (level < 0 && step > 0))
    return TRUE;
  *any = TRUE;
  return tl_edit_set (edit, id, "level", tl_method_get_level (method, (guint) target)->key, error)
         && tl_edit_set (edit, id, "x", NULL, error) && tl_edit_set (edit, id, "y", NULL, error);
}

static char *
dup_level_label (TlOutlinePage *self,
                 GPtrArray     *factors)
{
  g_autofree char *name = NULL;

  if (factors->len > 1)
    return g_strdup_printf (g_dngettext (NULL, "Change level of %u factor", "Change level of %u factors", factors->len),
                            factors->len);
  name = tl_wording_name (_tl_outline_page_get_review (self), g_ptr_array_index (factors, 0));
  return g_strdup_printf (_("Change level of factor “%s”"), name);
}

/**
 * _tl_outline_edit_set_level:
 * @step: -1 to go up, 1 to go down
 *
 * Takes the factors that are selected, or the causes of the links that are, to the next level.
 */
gboolean
_tl_outline_edit_set_level (TlOutlinePage *self,
                            int            step)
{
  TlReview *review = _tl_outline_page_get_review (self);
  TlMethod *method = tl_outline_model_get_method (self->model);
  g_autoptr (GPtrArray) factors = g_ptr_array_new ();
  gboolean any = FALSE, done = TRUE;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < tl_selection_get_n (self->selection); i++)
    {
      TlRecord *record = tl_review_lookup (review, tl_selection_get_id (self->selection, i));

      if (record != NULL && tl_record_is (record, "link"))
        record = tl_review_lookup (review, tl_record_get_text (record, "cause"));
      if (record != NULL && tl_record_is (record, "factor") && !g_ptr_array_find (factors, record, NULL))
        g_ptr_array_add (factors, record);
    }
  if (factors->len == 0 || method == NULL)
    return FALSE;

  g_autofree char *label = dup_level_label (self, factors);
  TlEdit *edit = begin (self, label);
  if (edit == NULL)
    return FALSE;
  for (guint i = 0; done && i < factors->len; i++)
    done = set_level (self, edit, g_ptr_array_index (factors, i), step, &any, &error);
  return tl_report_finish (GTK_WIDGET (self), edit, done, &error) && any;
}

static gboolean
delete_kind (TlOutlinePage *self,
             TlEdit        *edit,
             GStrv          ids,
             const char    *kind,
             GError       **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlRecord *record = tl_review_lookup (_tl_outline_page_get_review (self), ids[i]);

      if (record != NULL && tl_record_is (record, kind) && !tl_edit_remove (edit, ids[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * _tl_outline_edit_delete:
 *
 * Deletes the factors and links that are selected and offers to undo it.
 */
gboolean
_tl_outline_edit_delete (TlOutlinePage *self)
{
  TlReview *review = _tl_outline_page_get_review (self);
  g_auto (GStrv) ids = tl_selection_dup_ids (self->selection);
  guint n = g_strv_length (ids);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (n == 0)
    return FALSE;
  if (n == 1)
    {
      g_autofree char *name = tl_wording_name (review, tl_review_lookup (review, ids[0]));

      label = g_strdup_printf (_("Delete “%s”"), name);
      sentence = g_strdup_printf (_("Deleted “%s”"), name);
    }
  else
    {
      label = g_strdup_printf (g_dngettext (NULL, "Delete %u item", "Delete %u items", n), n);
      sentence = g_strdup_printf (g_dngettext (NULL, "Deleted %u item", "Deleted %u items", n), n);
    }

  /* Links before factors: a factor takes its links with it. */
  TlEdit *edit = begin (self, label);
  gboolean done = edit != NULL && delete_kind (self, edit, ids, "link", &error)
                  && delete_kind (self, edit, ids, "factor", &error);
  if (edit == NULL || !tl_report_finish (GTK_WIDGET (self), edit, done, &error))
    return FALSE;
  tl_report_done (GTK_WIDGET (self), sentence, TRUE);
  return TRUE;
}
