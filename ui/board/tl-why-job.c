/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small why-graphs of findings, made in a thread of their own. The worker opens the review for itself, for reading
 * only, and so sees one settled state of it. */
#include "config.h"

#include "ui/board/tl-why-job.h"

#include "model/report/tl-why-picture.h"

typedef struct {
  char *review_path;
  GStrv findings;
} DrawJob;

static void
draw_job_free (gpointer data)
{
  DrawJob *job = data;

  g_free (job->review_path);
  g_strfreev (job->findings);
  g_free (job);
}

static GPtrArray *
draw (DrawJob       *job,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (TlReview) review = tl_review_open (job->review_path, TL_REVIEW_OPEN_READ_ONLY, error);
  g_autoptr (TlExport) export = NULL;
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_picture_unref);

  if (review == NULL || (export = tl_export_new (review, TL_TIER_TRANSFER, TL_EXPORT_DEFAULT, error)) == NULL)
    return NULL;
  for (guint i = 0; job->findings[i] != NULL; i++)
    {
      TlPicture *picture = tl_why_picture_new (export, job->findings[i], cancellable, error);

      if (picture == NULL)
        return NULL;
      g_ptr_array_add (pictures, picture);
    }
  return g_steal_pointer (&pictures);
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *pictures = draw (data, cancellable, &error);

  if (pictures != NULL)
    g_task_return_pointer (task, pictures, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_why_job_draw_async:
 * @review_path: the file of a review
 * @findings: ids of findings, ended by %NULL
 * @cancellable: (nullable): to give up
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Makes the why-graph of each finding.
 */
void
tl_why_job_draw_async (const char          *review_path,
                       const char *const   *findings,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (review_path != NULL && findings != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  DrawJob *job = g_new (DrawJob, 1);

  job->review_path = g_strdup (review_path);
  job->findings = g_strdupv ((char **) findings);
  g_task_set_source_tag (task, tl_why_job_draw_async);
  g_task_set_task_data (task, job, draw_job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/**
 * tl_why_job_draw_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TlPicture): the pictures, in the order of the findings
 */
GPtrArray *
tl_why_job_draw_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
