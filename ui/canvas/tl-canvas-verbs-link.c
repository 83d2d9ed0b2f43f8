/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can do to links: each function is one edit. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include "model/case/tl-graph-edit.h"

#include <glib/gi18n.h>

/**
 * _tl_canvas_refuse_link:
 * @instead: (nullable): the link that is to be this one; %NULL for a new one
 * @advice: (out) (nullable) (optional): what the method says against a link that is not refused
 *
 * Returns: (transfer full) (nullable): why @cause can't be linked to @effect; %NULL if it can
 */
char *
_tl_canvas_refuse_link (TlCanvas           *self,
                        TlCanvasNode       *cause,
                        TlCanvasNode       *effect,
                        const TlCanvasEdge *instead,
                        char              **advice)
{
  return tl_graph_edit_refuse_link (self->review, tl_canvas_scene_get_method (self->scene),
                                    tl_canvas_node_get_id (cause), tl_canvas_node_get_id (effect),
                                    instead != NULL ? tl_canvas_edge_get_id (instead) : NULL, advice);
}

/* Whether @cause may be linked to @effect; if not, it is said why. */
static gboolean
may_link (TlCanvas           *self,
          TlCanvasNode       *cause,
          TlCanvasNode       *effect,
          const TlCanvasEdge *instead,
          char              **advice)
{
  g_autofree char *refusal = _tl_canvas_refuse_link (self, cause, effect, instead, advice);

  if (refusal != NULL)
    _tl_canvas_notice_show (self, refusal);
  return refusal == NULL;
}

/**
 * _tl_canvas_verb_link:
 *
 * Links two factors and selects the link, or says why not.
 */
gboolean
_tl_canvas_verb_link (TlCanvas   *self,
                      const char *cause_id,
                      const char *effect_id)
{
  TlCanvasNode *cause = tl_canvas_scene_find_node (self->scene, cause_id);
  TlCanvasNode *effect = tl_canvas_scene_find_node (self->scene, effect_id);
  g_autofree char *advice = NULL;
  GError *error = NULL;

  if (cause == NULL || effect == NULL || !may_link (self, cause, effect, NULL, &advice))
    return FALSE;
  g_autofree char *title = _tl_canvas_dup_link_title (cause, effect);
  g_autofree char *label = g_strdup_printf (_("Link %s"), title);

  TlEdit *edit = _tl_canvas_edit_begin (self, label);
  if (edit == NULL)
    return FALSE;
  g_autofree char *id
      = tl_graph_edit_add_link (edit, tl_canvas_scene_get_method (self->scene), cause_id, effect_id, &error);
  gboolean done = _tl_canvas_edit_finish (self, edit, id != NULL, error);
  if (done && self->selection != NULL)
    tl_selection_set_one (self->selection, id); /* how and why is what to say next */
  if (done && advice != NULL)
    _tl_canvas_notice_show (self, advice);
  return done;
}

/**
 * _tl_canvas_verb_reroute:
 * @id: a link
 * @cause_id: where it is to begin
 * @effect_id: where it is to end
 *
 * Gives a link other ends and keeps all else that is said of it, or says why not.
 */
gboolean
_tl_canvas_verb_reroute (TlCanvas   *self,
                         const char *id,
                         const char *cause_id,
                         const char *effect_id)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);
  TlCanvasNode *cause = tl_canvas_scene_find_node (self->scene, cause_id);
  TlCanvasNode *effect = tl_canvas_scene_find_node (self->scene, effect_id);
  g_autofree char *advice = NULL;
  GError *error = NULL;

  if (edge == NULL || cause == NULL || effect == NULL || (cause == edge->cause && effect == edge->effect)
      || !may_link (self, cause, effect, edge, &advice))
    return FALSE;
  g_autofree char *title = _tl_canvas_dup_link_title (cause, effect);
  gboolean is_reversal = cause == edge->effect && effect == edge->cause;
  g_autofree char *label = is_reversal ? g_strdup_printf (_("Reverse link to %s"), title)
                                       : g_strdup_printf (_("Lead link to %s"), title);

  TlEdit *edit = _tl_canvas_edit_begin (self, label);
  if (edit == NULL)
    return FALSE;
  gboolean done = tl_edit_set (edit, id, "cause", cause_id, &error)
                  && tl_edit_set (edit, id, "effect", effect_id, &error);
  done = _tl_canvas_edit_finish (self, edit, done, error);
  if (done && advice != NULL)
    _tl_canvas_notice_show (self, advice);
  return done;
}

/**
 * _tl_canvas_verb_reverse:
 * @id: a link
 *
 * Makes its effect the cause, or says why not.
 */
gboolean
_tl_canvas_verb_reverse (TlCanvas   *self,
                         const char *id)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);

  return edge != NULL
         && _tl_canvas_verb_reroute (self, id, tl_canvas_node_get_id (edge->effect),
                                     tl_canvas_node_get_id (edge->cause));
}
