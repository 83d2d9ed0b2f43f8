/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Releases in a thread of their own, so that no window freezes: what would leave, and its making. The worker opens the
 * library for itself. */
#include "config.h"

#include "ui/library/tl-release-job.h"

#include "model/releases/tl-release-publish.h"
#include "ui/widgets/tl-tidings.h"

typedef struct {
  char              *path;
  TlReleasePlan     *plan;
  char              *target; /* NULL where it is only looked at */
  TlReleaseProgress  progress;
  gpointer           user_data; /* borrowed: who asks stays until the task is done */
  GCancellable      *cancellable;
} ReleaseJob;

static void
release_job_free (gpointer data)
{
  ReleaseJob *job = data;

  g_free (job->path);
  tl_release_plan_free (job->plan);
  g_free (job->target);
  g_clear_object (&job->cancellable);
  g_free (job);
}

/* In the thread of the worker; who asked is told in the main one, before the task is done. */
static void
progress_cb (double   fraction,
             gpointer user_data)
{
  ReleaseJob *job = user_data;

  tl_tidings_tell (job->progress, job->user_data, job->cancellable, fraction);
}

static void
release_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  ReleaseJob *job = data;
  GError *error = NULL;
  g_autoptr (TlLibrary) library = tl_library_open (job->path, &error);
  g_autoptr (TlRelease) release
    = library != NULL ? tl_release_new (library, job->plan, progress_cb, job, cancellable, &error) : NULL;
  gboolean done = release != NULL
                  && (job->target == NULL
                      || tl_release_publish (release, library, job->target, cancellable, &error));

  if (library != NULL)
    tl_library_close (library);
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&release), (GDestroyNotify) tl_release_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_release_job_async:
 * @path: the file of the library
 * @plan: what is to be released
 * @target: (nullable): the folder to make it in; %NULL to see only what would leave
 * @progress: told in this thread how far it is
 * @user_data: (type GObject): who asks, for @progress and @callback; kept until @callback was called
 * @cancellable: to give up
 * @callback: called in this thread
 *
 * Makes a release, or only finds out what would leave and what would be withheld.
 */
void
tl_release_job_async (const char           *path,
                      const TlReleasePlan  *plan,
                      const char           *target,
                      TlReleaseProgress     progress,
                      gpointer              user_data,
                      GCancellable         *cancellable,
                      GAsyncReadyCallback   callback)
{
  g_return_if_fail (path != NULL && plan != NULL && progress != NULL && cancellable != NULL);

  g_autoptr (GTask) task = g_task_new (user_data, cancellable, callback, NULL);
  ReleaseJob *job = g_new0 (ReleaseJob, 1);

  *job = (ReleaseJob) {
    .path = g_strdup (path),
    .plan = tl_release_plan_copy (plan),
    .target = g_strdup (target),
    .progress = progress,
    .user_data = user_data,
    .cancellable = g_object_ref (cancellable),
  };
  g_task_set_source_tag (task, tl_release_job_async);
  g_task_set_task_data (task, job, release_job_free);
  g_task_run_in_thread (task, release_in_thread);
}

/**
 * tl_release_job_finish:
 *
 * Returns: (transfer full) (nullable): the release; %NULL with an error of tl_release_new() or tl_release_publish()
 */
TlRelease *
tl_release_job_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_release_job_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
