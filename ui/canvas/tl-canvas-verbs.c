/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can do to the review on the canvas: adding, renaming, deleting factors. Each function is one edit, here
 * and in the other files of verbs. The canvas shows the outcome only when the review says that it changed. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include "model/case/tl-graph-edit.h"
#include "ui/widgets/tl-graph-wording.h"
#include "ui/widgets/tl-report.h"

#include <glib/gi18n.h>
#include <math.h>

char *
_tl_canvas_dup_short_statement (TlRecord *factor)
{
  return tl_graph_wording_shorten (tl_record_get_text (factor, "statement"));
}

char *
_tl_canvas_dup_link_title (TlCanvasNode *cause,
                           TlCanvasNode *effect)
{
  g_autofree char *from = _tl_canvas_dup_short_statement (cause->record);
  g_autofree char *to = _tl_canvas_dup_short_statement (effect->record);

  return g_strdup_printf ("“%s” → “%s”", from, to);
}

/**
 * _tl_canvas_edit_begin:
 *
 * Returns: (nullable): an edit to finish with _tl_canvas_edit_finish(); %NULL if there can be none, which has been said
 */
TlEdit *
_tl_canvas_edit_begin (TlCanvas   *self,
                       const char *label)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, label, &error);

  if (edit == NULL)
    _tl_canvas_notice_show (self, error->message);
  else if (self->edit_group != NULL)
    tl_edit_set_group (edit, self->edit_group);
  return edit;
}

/**
 * _tl_canvas_edit_finish:
 * @done: all went well so far
 * @error: (nullable) (transfer full): otherwise what did not
 *
 * Commits if all went well, otherwise takes everything back and says why.
 */
gboolean
_tl_canvas_edit_finish (TlCanvas *self,
                        TlEdit   *edit,
                        gboolean  done,
                        GError   *error)
{
  g_autoptr (GError) failure = error;
  g_autofree char *change = tl_edit_finish (edit, done, &failure);

  if (failure != NULL)
    _tl_canvas_notice_show (self, failure->message);
  return change != NULL;
}

gboolean
_tl_canvas_edit_place (TlEdit     *edit,
                       const char *id,
                       double      x,
                       double      y,
                       GError    **error)
{
  return tl_edit_set_int (edit, id, "x", (gint64) round (x), error)
         && tl_edit_set_int (edit, id, "y", (gint64) round (y), error);
}

/**
 * _tl_canvas_edit_keep_places:
 *
 * With the first place that a person chooses all the others are kept too, or they would jump when it is next opened.
 */
gboolean
_tl_canvas_edit_keep_places (TlCanvas *self,
                             TlEdit   *edit,
                             GError  **error)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->placed && !node->stored && !node->dragged
          && !_tl_canvas_edit_place (edit, tl_canvas_node_get_id (node), node->x, node->y, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * _tl_canvas_verb_add:
 * @spot: where it is put
 * @category: (nullable): the group it belongs to
 * @cause_id: (nullable): what is to point at it
 * @effect_id: (nullable): what it is to point at
 *
 * Returns: (transfer full) (nullable): the id of the new factor
 */
char *
_tl_canvas_verb_add (TlCanvas           *self,
                     const char         *statement,
                     const TlCanvasSpot *spot,
                     const char         *category,
                     const char         *cause_id,
                     const char         *effect_id)
{
  TlMethod *method = tl_canvas_scene_get_method (self->scene);
  const char *level = tl_canvas_scene_get_band (self->scene, spot->band)->key;
  g_autofree char *shortened = tl_graph_wording_shorten (statement);
  g_autofree char *label = g_strdup_printf (_("Add factor “%s”"), shortened);
  g_autofree char *id = NULL;
  GError *error = NULL;
  TlEdit *edit = _tl_canvas_edit_begin (self, label);

  if (edit == NULL)
    return NULL;
  id = tl_graph_edit_add_factor (edit, method, statement, level, &error);
  gboolean done = id != NULL
                  && (category == NULL || tl_edit_set (edit, id, "category", category, &error))
                  && _tl_canvas_edit_place (edit, id, spot->x, spot->y, &error)
                  && _tl_canvas_edit_keep_places (self, edit, &error)
                  && tl_graph_edit_link_factor (edit, method, id, cause_id, effect_id, &error);
  return _tl_canvas_edit_finish (self, edit, done, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
_tl_canvas_verb_rename (TlCanvas   *self,
                        const char *id,
                        const char *statement)
{
  g_autofree char *shortened = tl_graph_wording_shorten (statement);
  g_autofree char *label = g_strdup_printf (_("Change statement to “%s”"), shortened);
  GError *error = NULL;
  TlEdit *edit = _tl_canvas_edit_begin (self, label);

  if (edit == NULL)
    return FALSE;
  gboolean done = tl_edit_set (edit, id, "statement", statement, &error);
  return _tl_canvas_edit_finish (self, edit, done, error);
}

static char *
dup_delete_label (TlCanvas *self)
{
  guint n = tl_selection_get_n (self->selection);
  const char *id = tl_selection_get_primary_id (self->selection);
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);

  if (n == 1 && node != NULL)
    {
      g_autofree char *statement = _tl_canvas_dup_short_statement (node->record);

      return g_strdup_printf (_("Delete factor “%s”"), statement);
    }
  if (n == 1 && edge != NULL)
    {
      g_autofree char *title = _tl_canvas_dup_link_title (edge->cause, edge->effect);

      return g_strdup_printf (_("Delete link %s"), title);
    }
  return g_strdup_printf (g_dngettext (NULL, "Delete %u item", "Delete %u items", n), n);
}

/* Links before factors: a factor takes its links with it. */
static gboolean
delete_ids (TlCanvas *self,
            TlEdit   *edit,
            GStrv     ids,
            GError  **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (tl_canvas_scene_find_edge (self->scene, ids[i]) != NULL && !tl_edit_remove (edit, ids[i], error))
        return FALSE;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (tl_canvas_scene_find_node (self->scene, ids[i]) != NULL && !tl_edit_remove (edit, ids[i], error))
        return FALSE;
    }
  return TRUE;
}

/* "Deleted factor “X” and 3 links" */
static char *
dup_deleted (TlCanvas *self,
             guint     n_factors,
             guint     n_links)
{
  g_autofree char *factors = NULL;
  g_autofree char *links = g_strdup_printf (g_dngettext (NULL, "%u link", "%u links", n_links), n_links);
  TlCanvasNode *one = n_factors == 1 ? _tl_canvas_get_primary_node (self) : NULL;

  if (n_factors == 0)
    return g_strdup_printf (_("Deleted %s"), links);
  if (one != NULL)
    {
      g_autofree char *statement = _tl_canvas_dup_short_statement (one->record);

      factors = g_strdup_printf (_("factor “%s”"), statement);
    }
  else
    factors = g_strdup_printf (g_dngettext (NULL, "%u factor", "%u factors", n_factors), n_factors);
  if (n_links == 0)
    return g_strdup_printf (_("Deleted %s"), factors);
  /* Translators: factors, links; as in: Deleted factor “workload” and 3 links */
  return g_strdup_printf (_("Deleted %s and %s"), factors, links);
}

/**
 * _tl_canvas_verb_delete:
 *
 * Deletes the factors and links that are selected, says how many links went with them, and offers to undo it.
 */
gboolean
_tl_canvas_verb_delete (TlCanvas *self)
{
  g_auto (GStrv) ids = tl_selection_dup_ids (self->selection);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  guint n_factors = 0, n_links = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    n_factors += tl_canvas_scene_find_node (self->scene, ids[i]) != NULL;
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      n_links += tl_selection_contains (self->selection, tl_canvas_edge_get_id (edge))
                 || tl_selection_contains (self->selection, tl_canvas_node_get_id (edge->cause))
                 || tl_selection_contains (self->selection, tl_canvas_node_get_id (edge->effect));
    }
  if (n_factors + n_links == 0)
    return FALSE;
  label = dup_delete_label (self);
  sentence = dup_deleted (self, n_factors, n_links);

  TlEdit *edit = _tl_canvas_edit_begin (self, label);
  if (edit == NULL)
    return FALSE;
  gboolean done = delete_ids (self, edit, ids, &error);
  done = _tl_canvas_edit_finish (self, edit, done, error);
  if (done)
    tl_report_done (GTK_WIDGET (self), sentence, TRUE);
  return done;
}
