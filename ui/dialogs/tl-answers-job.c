/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a board's copy in a thread of its own, so that no window freezes. The thread knows no review; how far it is
 * may be asked from any other. */
#include "config.h"

#include "ui/dialogs/tl-answers-job.h"

/* What of the whole is counted. */
#define STEPS 1000

struct _TlAnswersJob
{
  GObject parent_instance;

  char *copy_path;
  char *review_id;
  int   done; /* of STEPS; both threads use it */
};

G_DEFINE_FINAL_TYPE (TlAnswersJob, tl_answers_job, G_TYPE_OBJECT)

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  TlAnswersJob *self = user_data;

  g_atomic_int_set (&self->done, (int) (fraction * STEPS));
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  TlAnswersJob *self = source;
  GError *error = NULL;
  TlReturnedCopy *copy = tl_returned_copy_read (self->copy_path, self->review_id, progress_cb, self, cancellable,
                                                &error);

  if (copy != NULL)
    g_task_return_pointer (task, copy, (GDestroyNotify) tl_returned_copy_free);
  else
    g_task_return_error (task, error);
}

static void
tl_answers_job_finalize (GObject *object)
{
  TlAnswersJob *self = TL_ANSWERS_JOB (object);

  g_free (self->copy_path);
  g_free (self->review_id);
  G_OBJECT_CLASS (tl_answers_job_parent_class)->finalize (object);
}

static void
tl_answers_job_class_init (TlAnswersJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_answers_job_finalize;
}

static void
tl_answers_job_init (TlAnswersJob *self)
{
}

/**
 * tl_answers_job_new:
 * @copy_path: a file that should be the board's copy
 * @review_id: of this review
 *
 * Returns: (transfer full): a job that has not begun
 */
TlAnswersJob *
tl_answers_job_new (const char *copy_path,
                    const char *review_id)
{
  g_return_val_if_fail (copy_path != NULL && review_id != NULL, NULL);

  TlAnswersJob *self = g_object_new (TL_TYPE_ANSWERS_JOB, NULL);

  self->copy_path = g_strdup (copy_path);
  self->review_id = g_strdup (review_id);
  return self;
}

/**
 * tl_answers_job_run_async:
 * @cancellable: (nullable): to give up
 * @callback: called in this thread
 * @user_data: for @callback
 *
 * Reads the copy.
 */
void
tl_answers_job_run_async (TlAnswersJob         *self,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_return_if_fail (TL_IS_ANSWERS_JOB (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_answers_job_run_async);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * tl_answers_job_run_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): as tl_returned_copy_read()
 */
TlReturnedCopy *
tl_answers_job_run_finish (TlAnswersJob  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_answers_job_get_progress:
 *
 * Returns: how much of it is done, from 0 to 1
 */
double
tl_answers_job_get_progress (TlAnswersJob *self)
{
  g_return_val_if_fail (TL_IS_ANSWERS_JOB (self), 0);
  return (double) g_atomic_int_get (&self->done) / STEPS;
}
