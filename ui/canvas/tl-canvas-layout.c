/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Has places worked out in a worker: for a review that has none yet, only to be shown, and when a person asks to tidy
 * up, as one edit. The worker gets its own boxes and lines and never sees the review. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

/* What a person can ask for. */
static const struct {
  const char *label; /* in the history */
  const char *busy;
  gboolean    keep;
} tidyings[] = {
  [TL_CANVAS_TIDY_ALL] = { N_("Tidy the graph"), N_("Tidying the graph…"), TRUE },
  [TL_CANVAS_TIDY_SELECTED] = { N_("Tidy selected factors"), N_("Tidying selected factors…"), TRUE },
  [TL_CANVAS_ARRANGE] = { N_("Arrange the graph anew"), N_("Arranging the graph anew…"), FALSE },
};

typedef struct {
  TlLayoutBox *boxes;
  TlLayoutBox *before; /* as they were when it began */
  guint n_boxes;
  TlLayoutLine *lines;
  guint n_lines;
  TlLayoutOptions options;
  GStrv ids; /* of the boxes */
  TlCanvasTidying tidying;
} LayoutJob;

static void
layout_job_free (gpointer data)
{
  LayoutJob *job = data;

  g_free (job->boxes);
  g_free (job->before);
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

static LayoutJob *
layout_job_new (TlCanvas *self)
{
  LayoutJob *job = g_new0 (LayoutJob, 1);

  job->n_boxes = tl_canvas_scene_get_n_nodes (self->scene);
  job->n_lines = tl_canvas_scene_get_n_edges (self->scene);
  job->boxes = tl_canvas_scene_dup_boxes (self->scene);
  job->before = tl_canvas_scene_dup_boxes (self->scene);
  job->lines = tl_canvas_scene_dup_lines (self->scene);
  job->ids = g_new0 (char *, job->n_boxes + 1);
  for (guint i = 0; i < job->n_boxes; i++)
    job->ids[i] = g_strdup (tl_canvas_node_get_id (tl_canvas_scene_get_node (self->scene, i)));
  tl_canvas_scene_get_options (self->scene, &job->options);
  job->options.thorough = TRUE;
  return job;
}

static void
start_layout (TlCanvas           *self,
              LayoutJob          *job,
              GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;

  _tl_canvas_layout_cancel (self);
  self->layout_cancellable = g_cancellable_new ();
  self->layout_running = TRUE;
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
  _tl_canvas_busy_end (self);
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

static gboolean
boxes_equal (const TlLayoutBox *a,
             const TlLayoutBox *b)
{
  return a->band == b->band && a->x == b->x && a->y == b->y && a->pinned == b->pinned && a->placed == b->placed;
}

/* Whether the graph is another one than when @job began. */
static gboolean
is_outdated (TlCanvas        *self,
             const LayoutJob *job)
{
  LayoutJob *now = layout_job_new (self);
  gboolean outdated = now->n_boxes != job->n_boxes || now->n_lines != job->n_lines
                      || memcmp (now->lines, job->lines, sizeof *job->lines * job->n_lines) != 0;

  for (guint i = 0; !outdated && i < job->n_boxes; i++)
    outdated = !boxes_equal (&now->before[i], &job->before[i]) || strcmp (now->ids[i], job->ids[i]) != 0;
  layout_job_free (now);
  return outdated;
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
  if (is_outdated (self, job))
    {
      _tl_canvas_layout_tidy (self, job->tidying);
      return;
    }
  for (guint i = 0; i < job->n_boxes; i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      TlLayoutPoint centre = get_centre (&job->boxes[i]);

      if (!job->boxes[i].pinned && (node->x != centre.x || node->y != centre.y))
        g_hash_table_insert (places, job->ids[i], g_memdup2 (&centre, sizeof centre));
    }
  if (g_hash_table_size (places) == 0)
    {
      _tl_canvas_notice_show (self, _("Everything is tidy already."));
      return;
    }
  if (job->tidying == TL_CANVAS_ARRANGE)
    {
      self->fit_wanted = TRUE;
      self->first_view = FALSE;
    }
  _tl_canvas_glide_prepare (self);
  _tl_canvas_verb_arrange (self, _(tidyings[job->tidying].label), places);
  _tl_canvas_glide_begin (self);
}

/* Places that the file does not hold give way, once there are others that it does. */
static void
forget_found_places (TlCanvas  *self,
                     LayoutJob *job)
{
  gboolean any_stored = FALSE;

  for (guint i = 0; i < job->n_boxes; i++)
    any_stored |= tl_canvas_scene_get_node (self->scene, i)->stored;
  for (guint i = 0; i < job->n_boxes; i++)
    job->boxes[i].placed = job->boxes[i].placed && (!any_stored || tl_canvas_scene_get_node (self->scene, i)->stored);
}

/**
 * _tl_canvas_layout_first:
 *
 * Finds places for a review that has none. They are shown; the file is not touched.
 */
void
_tl_canvas_layout_first (TlCanvas *self)
{
  start_layout (self, layout_job_new (self), first_layout_done_cb);
}

/**
 * _tl_canvas_layout_tidy:
 * @tidying: what is asked for
 *
 * Puts factors in order, as one edit; those that are pinned stay. Tidying moves as little as it can; arranging anew
 * begins from nothing.
 */
void
_tl_canvas_layout_tidy (TlCanvas        *self,
                        TlCanvasTidying  tidying)
{
  LayoutJob *job;

  if (tl_canvas_scene_get_n_nodes (self->scene) == 0)
    return;
  job = layout_job_new (self);
  job->tidying = tidying;
  job->options.keep = tidyings[tidying].keep;
  if (tidying == TL_CANVAS_TIDY_ALL)
    forget_found_places (self, job);
  for (guint i = 0; tidying == TL_CANVAS_TIDY_SELECTED && i < job->n_boxes; i++)
    job->boxes[i].pinned = job->boxes[i].pinned || !tl_selection_contains (self->selection, job->ids[i]);
  start_layout (self, job, tidy_done_cb);
  _tl_canvas_busy_begin (self, _(tidyings[tidying].busy));
}

/**
 * _tl_canvas_layout_cancel:
 *
 * Stops what is being worked out, if anything is; nothing comes of it.
 */
void
_tl_canvas_layout_cancel (TlCanvas *self)
{
  if (self->layout_cancellable != NULL)
    g_cancellable_cancel (self->layout_cancellable);
  g_clear_object (&self->layout_cancellable);
  self->layout_running = FALSE;
  _tl_canvas_busy_end (self);
}

/**
 * _tl_canvas_layout_stop:
 *
 * Returns: whether there was a tidying that a person could stop
 */
gboolean
_tl_canvas_layout_stop (TlCanvas *self)
{
  if (!self->is_busy)
    return FALSE;
  _tl_canvas_layout_cancel (self);
  _tl_canvas_notice_show (self, _("Stopped. Nothing was moved."));
  return TRUE;
}
