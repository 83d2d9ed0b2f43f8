/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking through what would leave in a thread of its own, which reads the file of the review for itself. */
#include "config.h"

#include "ui/dialogs/tl-identifying-job.h"

typedef struct {
  char  *review_path;
  TlTier tier;
} Job;

static void
job_free (void *data)
{
  Job *job = data;

  g_free (job->review_path);
  g_free (job);
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (TlReview) review = tl_review_open (job->review_path, TL_REVIEW_OPEN_READ_ONLY, &error);
  GPtrArray *found = review != NULL ? tl_identifying_collect (review, job->tier, cancellable, &error) : NULL;

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_identifying_job_async:
 * @review_path: the file of a review
 * @tier: for whom it is to leave
 * @cancellable: (nullable): to give up
 * @callback: called in the main thread
 * @user_data: for @callback
 */
void
tl_identifying_job_async (const char          *review_path,
                          TlTier               tier,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (review_path != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->review_path = g_strdup (review_path);
  job->tier = tier;
  g_task_set_source_tag (task, tl_identifying_job_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * tl_identifying_job_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (element-type TlIdentifying): as tl_identifying_collect() gives them, or %NULL
 */
GPtrArray *
tl_identifying_job_finish (GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
