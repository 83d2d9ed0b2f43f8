/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a graph is in view when nobody has chosen yet. */
#define G_LOG_DOMAIN "tl-canvas"

#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

/* A graph that is opened is never shown smaller than this, for nothing could be read of it. */
#define FIRST_ZOOM 0.6

/**
 * _tl_canvas_fit_now:
 *
 * Fits, without showing it yet.
 */
void
_tl_canvas_fit_now (TlCanvas *self)
{
  graphene_rect_t content;

  self->fit_wanted = FALSE;
  tl_canvas_scene_get_content (self->scene, &content);
  tl_canvas_viewport_fit (&self->viewport, &content, TL_CANVAS_FIT_PADDING, 1);
}

/* The outcome that stands lowest, which is where reading a graph begins. */
static TlCanvasNode *
find_lowest_outcome (TlCanvas *self)
{
  TlMethod *method = tl_canvas_scene_get_method (self->scene);
  TlCanvasNode *lowest = NULL;

  for (guint i = 0; method != NULL && i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->placed && (lowest == NULL || node->y > lowest->y)
          && tl_method_get_factor_role (method, tl_record_get_text (node->record, "kind")) == TL_FACTOR_ROLE_OUTCOME)
        lowest = node;
    }
  return lowest;
}

/**
 * _tl_canvas_show_first:
 *
 * Fits; but the first time that a review is seen it stays near enough to read, and what does not fit then is left out
 * of sight above the outcomes.
 */
void
_tl_canvas_show_first (TlCanvas *self)
{
  TlCanvasViewport *viewport = &self->viewport;
  TlCanvasNode *outcome = find_lowest_outcome (self);
  gboolean is_first = self->first_view;
  graphene_rect_t rect;

  _tl_canvas_fit_now (self);
  self->first_view = FALSE;
  if (!is_first || viewport->zoom >= FIRST_ZOOM)
    return;
  tl_canvas_viewport_zoom_at (viewport, FIRST_ZOOM, viewport->width / 2, viewport->height / 2);
  if (outcome == NULL)
    return;

  double scale = tl_canvas_viewport_get_scale (viewport);
  tl_canvas_node_get_rect (outcome, &rect);
  viewport->x = outcome->x - (viewport->left + viewport->width - viewport->right) / 2 / scale;
  viewport->y = rect.origin.y + rect.size.height - (viewport->height - TL_CANVAS_FIT_PADDING) / scale;
}
