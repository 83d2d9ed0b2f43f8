/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why two factors can't be linked, in words. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

/* Whether a chain of links other than @without leads from @from to @to. */
static gboolean
leads_to (TlCanvasScene      *scene,
          TlCanvasNode       *from,
          TlCanvasNode       *to,
          const TlCanvasEdge *without)
{
  g_autofree gboolean *reached = g_new0 (gboolean, tl_canvas_scene_get_n_nodes (scene));
  gboolean went_on = TRUE;

  reached[from->index] = TRUE;
  while (went_on && !reached[to->index])
    {
      went_on = FALSE;
      for (guint i = 0; i < tl_canvas_scene_get_n_edges (scene); i++)
        {
          TlCanvasEdge *edge = tl_canvas_scene_get_edge (scene, i);

          if (edge != without && reached[edge->cause->index] && !reached[edge->effect->index])
            reached[edge->effect->index] = went_on = TRUE;
        }
    }
  return reached[to->index];
}

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
  TlMethod *method = tl_canvas_scene_get_method (self->scene);
  TlRuleSeverity severity = method != NULL ? tl_method_get_rule_severity (method, TL_RULE_ACYCLIC)
                                           : TL_RULE_SEVERITY_NONE;

  if (advice != NULL)
    *advice = NULL;
  if (tl_review_get_read_only (self->review))
    return g_strdup (_("This review is open for reading only."));
  if (cause == effect)
    return g_strdup (_("A factor can’t be its own cause."));
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (edge != instead && edge->cause == cause && edge->effect == effect)
        return g_strdup (_("These two are linked already."));
    }
  if (severity == TL_RULE_SEVERITY_NONE || (severity != TL_RULE_SEVERITY_ERROR && advice == NULL)
      || !leads_to (self->scene, effect, cause, instead))
    return NULL;

  const char *reason = tl_method_get_rule_reason (method, TL_RULE_ACYCLIC);
  g_autofree char *text = reason != NULL ? g_strdup_printf (_("This would close a loop. %s"), reason)
                                         : g_strdup (_("This would close a loop, which this method does not allow."));

  if (severity == TL_RULE_SEVERITY_ERROR)
    return g_steal_pointer (&text);
  *advice = reason != NULL ? g_strdup_printf (_("This link closes a loop. %s"), reason)
                           : g_strdup (_("This link closes a loop."));
  return NULL;
}
