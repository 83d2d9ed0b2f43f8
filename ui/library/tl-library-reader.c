/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thread that keeps a library open and answers one question after the other, so that no question freezes a window
 * and each finds the index as warm as the last one left it. It opens the file for itself, at the first question. */
#include "config.h"

#include "ui/library/tl-library-reader.h"

typedef struct {
  TlLibraryReaderFunc func;
  gpointer            data;
  GDestroyNotify      free_data;
  GDestroyNotify      free_answer;
} Job;

/* Of the thread alone, but for the queue. */
typedef struct {
  char        *path;
  GAsyncQueue *tasks; /* of GTask; the queue itself ends it */
  TlLibrary   *library;
} Thread;

struct _TlLibraryReader
{
  GAsyncQueue *tasks;
  GThread     *thread;
};

static void
job_free (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static void
answer (Thread *thread,
        GTask  *task)
{
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gpointer found = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (thread->library == NULL)
    thread->library = tl_library_open (thread->path, &error);
  if (thread->library != NULL)
    found = job->func (thread->library, job->data, cancellable, &error);
  if (found != NULL)
    g_task_return_pointer (task, found, job->free_answer);
  else
    g_task_return_error (task, error);
}

static gpointer
run (gpointer data)
{
  Thread *thread = data;
  gpointer next;

  while ((next = g_async_queue_pop (thread->tasks)) != thread->tasks)
    {
      answer (thread, next);
      g_object_unref (next);
    }
  if (thread->library != NULL)
    tl_library_close (thread->library);
  g_clear_object (&thread->library);
  g_async_queue_unref (thread->tasks);
  g_free (thread->path);
  g_free (thread);
  return NULL;
}

/**
 * tl_library_reader_new:
 * @path: the file of a library
 *
 * Returns: (transfer full): a reader that waits for its first question
 */
TlLibraryReader *
tl_library_reader_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  TlLibraryReader *self = g_new0 (TlLibraryReader, 1);
  Thread *thread = g_new0 (Thread, 1);

  self->tasks = g_async_queue_new ();
  thread->path = g_strdup (path);
  thread->tasks = g_async_queue_ref (self->tasks);
  self->thread = g_thread_new ("library-reader", run, thread);
  return self;
}

/**
 * tl_library_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Waits until the thread has answered what it was asked, and closed the file; what is cancelled it doesn't answer.
 */
void
tl_library_reader_free (TlLibraryReader *self)
{
  if (self == NULL)
    return;
  g_async_queue_push (self->tasks, self->tasks);
  g_thread_join (self->thread);
  g_async_queue_unref (self->tasks);
  g_free (self);
}

/**
 * tl_library_reader_ask_async:
 * @func: finds the answer; called in the thread of @self
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data, in either thread
 * @free_answer: frees an answer that nobody takes
 * @cancellable: (nullable): to give up
 * @callback: called in this thread
 * @user_data: for @callback
 *
 * Asks once what was asked before is answered or cancelled.
 */
void
tl_library_reader_ask_async (TlLibraryReader    *self,
                             TlLibraryReaderFunc func,
                             gpointer            data,
                             GDestroyNotify      free_data,
                             GDestroyNotify      free_answer,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (self != NULL && func != NULL && free_answer != NULL);

  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  *job = (Job) { func, data, free_data, free_answer };
  g_task_set_source_tag (task, tl_library_reader_ask_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_async_queue_push (self->tasks, task);
}

/**
 * tl_library_reader_ask_finish:
 *
 * Returns: (transfer full) (nullable): the answer; %NULL if there is none, or the question was cancelled
 */
gpointer
tl_library_reader_ask_finish (GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_library_reader_ask_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
