/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures in a thread of their own, so that no window freezes. The worker opens the review for itself, for reading
 * only, and so sees one settled state of it; what it has frozen is drawn as often as wanted. */
#include "config.h"

#include "ui/dialogs/tl-picture-job.h"

#include "model/exchange/tl-export-picture.h"

typedef struct {
  char *review_path;
  TlTier tier;
  GStrv only;
} FreezeJob;

typedef struct {
  TlPicture *picture;
  TlPictureOptions options;
  GFile *target;
} DrawJob;

static void
freeze_job_free (gpointer data)
{
  FreezeJob *job = data;

  g_free (job->review_path);
  g_strfreev (job->only);
  g_free (job);
}

static void
draw_job_free (gpointer data)
{
  DrawJob *job = data;

  tl_picture_unref (job->picture);
  g_clear_object (&job->target);
  g_free (job);
}

static void
freeze_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  FreezeJob *job = data;
  GError *error = NULL;
  g_autoptr (TlReview) review = tl_review_open (job->review_path, TL_REVIEW_OPEN_READ_ONLY, &error);
  TlPicture *picture = review != NULL ? tl_export_picture (review, job->tier, (const char *const *) job->only,
                                                           cancellable, &error)
                                      : NULL;

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) tl_picture_unref);
  else
    g_task_return_error (task, error);
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  DrawJob *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = tl_picture_make_file (job->picture, &job->options, cancellable, &error);

  if (bytes != NULL
      && (job->target == NULL
          || tl_export_write (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                              g_file_peek_path (job->target), &error)))
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_picture_job_freeze_async:
 * @review_path: the file of the review
 * @tier: for whom
 * @only: (nullable): ids of the factors and links to show; all without it
 * @cancellable: (nullable): to give up
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Freezes what @tier may see of the graph of a review, with its places and curves.
 */
void
tl_picture_job_freeze_async (const char          *review_path,
                             TlTier               tier,
                             const char *const   *only,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (review_path != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  FreezeJob *job = g_new0 (FreezeJob, 1);

  job->review_path = g_strdup (review_path);
  job->tier = tier;
  job->only = g_strdupv ((char **) only);
  g_task_set_source_tag (task, tl_picture_job_freeze_async);
  g_task_set_task_data (task, job, freeze_job_free);
  g_task_run_in_thread (task, freeze_in_thread);
}

/**
 * tl_picture_job_freeze_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture
 */
TlPicture *
tl_picture_job_freeze_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_picture_job_draw_async:
 * @picture: what to draw
 * @options: as what
 * @target: (nullable): where to; without it nothing is written
 * @cancellable: (nullable): to give up; @target is then left as it was
 * @callback: called in the main thread
 * @user_data: for @callback
 */
void
tl_picture_job_draw_async (TlPicture               *picture,
                           const TlPictureOptions  *options,
                           GFile                   *target,
                           GCancellable            *cancellable,
                           GAsyncReadyCallback      callback,
                           gpointer                 user_data)
{
  g_return_if_fail (picture != NULL && options != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  DrawJob *job = g_new0 (DrawJob, 1);

  job->picture = tl_picture_ref (picture);
  job->options = *options;
  job->target = target != NULL ? g_object_ref (target) : NULL;
  g_task_set_source_tag (task, tl_picture_job_draw_async);
  g_task_set_task_data (task, job, draw_job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/**
 * tl_picture_job_draw_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
tl_picture_job_draw_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
