/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Has places worked out in a worker: for a review that has none yet, only to be shown, and when a person asks to tidy
 * up, as one edit. The worker gets its own boxes and lines and never sees the review. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

typedef struct {
  TlLayoutBox *boxes;
  guint n_boxes;
  TlLayoutLine *lines;
  guint n_lines;
  TlLayoutOptions options;
  GStrv ids; /* of the boxes */
} LayoutJob;

static void
layout_job_free (gpointer data)
{
  LayoutJob *job = data;

  g_free (job->boxes);
  g_free (job->lines);
  g_strfreev (job->ids);
  g_free (job);
}

static void
layout_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  LayoutJob *job = data;
  GError *error = NULL;

  if (tl_layout_run (job->boxes, job->n_boxes, job->lines, job->n_lines, &job->options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start_layout (TlCanvas           *self,
              gboolean            keep,
              GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;
  LayoutJob *job = g_new0 (LayoutJob, 1);

  _tl_canvas_layout_cancel (self);
  self->layout_cancellable = g_cancellable_new ();
  self->layout_running = TRUE;

  job->n_boxes = tl_canvas_scene_get_n_nodes (self->scene);
  job->n_lines = tl_canvas_scene_get_n_edges (self->scene);
  job->boxes = tl_canvas_scene_dup_boxes (self->scene);
  job->lines = tl_canvas_scene_dup_lines (self->scene);
  job->ids = g_new0 (char *, job->n_boxes + 1);
  for (guint i = 0; i < job->n_boxes; i++)
    job->ids[i] = g_strdup (tl_canvas_node_get_id (tl_canvas_scene_get_node (self->scene, i)));
  tl_canvas_scene_get_options (self->scene, &job->options);
  job->options.keep = keep;
  job->options.thorough = TRUE;

  task = g_task_new (self, self->layout_cancellable, callback, NULL);
  g_task_set_source_tag (task, start_layout);
  g_task_set_task_data (task, job, layout_job_free);
  g_task_run_in_thread (task, layout_in_thread);
}

static TlLayoutPoint
get_centre (const TlLayoutBox *box)
{
  return (TlLayoutPoint) { box->x + box->width / 2, box->y + box->height / 2 };
}

/* Whether the outcome of @result is still wanted; if so, its job. */
static LayoutJob *
finish_layout (TlCanvas     *self,
               GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    return NULL; /* cancelled is the only way to fail, and who cancels has seen to what comes next */
  self->layout_running = FALSE;
  return self->scene != NULL ? g_task_get_task_data (G_TASK (result)) : NULL;
}

static void
first_layout_done_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      data)
{
  TlCanvas *self = TL_CANVAS (source);
  LayoutJob *job = finish_layout (self, result);

  if (job == NULL)
    return;
  for (guint i = 0; i < job->n_boxes; i++)
    {
      TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, job->ids[i]);
      TlLayoutPoint centre = get_centre (&job->boxes[i]);

      if (node != NULL && !node->stored)
        tl_canvas_scene_place (self->scene, node, centre.x, centre.y);
    }
  tl_canvas_scene_settle (self->scene);
  _tl_canvas_scene_changed (self);
}

static void
tidy_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  TlCanvas *self = TL_CANVAS (source);
  LayoutJob *job = finish_layout (self, result);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  if (job == NULL)
    return;
  for (guint i = 0; i < job->n_boxes; i++)
    {
      TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, job->ids[i]);
      TlLayoutPoint centre = get_centre (&job->boxes[i]);

      if (node != NULL && !job->boxes[i].pinned && (!node->stored || node->x != centre.x || node->y != centre.y))
        g_hash_table_insert (places, job->ids[i], g_memdup2 (&centre, sizeof centre));
    }
  if (g_hash_table_size (places) == 0)
    {
      _tl_canvas_notice_show (self, _("Everything is tidy already."));
      return;
    }
  self->fit_wanted = TRUE;
  self->first_view = FALSE;
  _tl_canvas_verb_arrange (self, _("Tidy the graph"), places);
}

/**
 * _tl_canvas_layout_first:
 *
 * Finds places for a review that has none. They are shown; the file is not touched.
 */
void
_tl_canvas_layout_first (TlCanvas *self)
{
  start_layout (self, FALSE, first_layout_done_cb);
}

/**
 * _tl_canvas_layout_tidy:
 *
 * Lays out all factors that are not pinned, beginning with the order they are in, as one edit.
 */
void
_tl_canvas_layout_tidy (TlCanvas *self)
{
  if (tl_canvas_scene_get_n_nodes (self->scene) > 0)
    start_layout (self, TRUE, tidy_done_cb);
}

void
_tl_canvas_layout_cancel (TlCanvas *self)
{
  if (self->layout_cancellable != NULL)
    g_cancellable_cancel (self->layout_cancellable);
  g_clear_object (&self->layout_cancellable);
  self->layout_running = FALSE;
}
