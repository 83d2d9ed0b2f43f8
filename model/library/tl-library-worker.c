/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding files without holding up a window: a thread with its own connection does it, and tells how far it is in the
 * thread that asked. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-private.h"

/* No eye follows more than this, and no main loop should have to. Microseconds. */
#define PROGRESS_INTERVAL (50 * 1000)

typedef struct {
  char             *path;
  char            **paths;    /* NULL for what is new in the folders that are watched */
  TlLibraryProgress progress;
  gpointer          progress_data;
  GMainContext     *context;
  gint64            last_told;
  TlLibraryReport  *report;
} Work;

typedef struct {
  TlLibraryProgress progress;
  gpointer          data;
  guint             done;
  guint             total;
  char             *file;
} Step;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_strfreev (work->paths);
  g_clear_pointer (&work->report, tl_library_report_free);
  g_free (work);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->file);
  g_free (step);
}

static gboolean
tell_step_cb (gpointer data)
{
  Step *step = data;

  step->progress (step->done, step->total, step->file, step->data);
  return G_SOURCE_REMOVE;
}

/* In the worker. */
static void
pass_progress (guint       done,
               guint       total,
               const char *file,
               gpointer    data)
{
  Work *work = data;
  gint64 now = g_get_monotonic_time ();

  if (work->progress == NULL || (file != NULL && now - work->last_told < PROGRESS_INTERVAL))
    return;

  Step *step = g_new0 (Step, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  work->last_told = now;
  *step = (Step) { work->progress, work->progress_data, done, total, g_strdup (file) };
  /* The priority of the task's own end, so that it can't overtake. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_step_cb, step, step_free);
  g_source_attach (source, work->context);
}

static void
add_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (TlLibrary) library = tl_library_open (work->path, &error);

  gboolean done = library != NULL
                  && (work->paths != NULL
                        ? tl_library_add (library, (const char *const *) work->paths, pass_progress, work, cancellable,
                                          &work->report, &error)
                        : tl_library_gather (library, pass_progress, work, cancellable, &work->report, &error));

  /* Before anybody is told: whoever goes on has the file to themselves. */
  g_clear_object (&library);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_library_add_async:
 * @self: a library
 * @paths: (nullable): files, folders and zips, ended by %NULL; %NULL for what is new in the folders that are watched
 * @progress: (nullable): told every now and then, in this thread, until @callback is called
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up; what was taken in by then stays
 * @callback: called when done
 * @data: for @callback
 *
 * tl_library_add(), or tl_library_gather(), in another thread.
 */
void
tl_library_add_async (TlLibrary           *self,
                      const char *const   *paths,
                      TlLibraryProgress    progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  g_return_if_fail (TL_IS_LIBRARY (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (tl_library_get_path (self));
  work->paths = g_strdupv ((char **) paths);
  work->progress = progress;
  work->progress_data = progress_data;
  work->context = g_task_get_context (task);
  g_task_set_source_tag (task, tl_library_add_async);
  g_task_set_task_data (task, work, work_free);
  /* Otherwise being cancelled would hide what was taken in before. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, add_in_thread);
}

/**
 * tl_library_add_finish:
 * @self: a library
 * @result: what the callback was given
 * @report: (out) (optional) (nullable) (transfer full): what became of the files, also when it was given up
 * @error: return location
 *
 * Returns: as tl_library_add()
 */
gboolean
tl_library_add_finish (TlLibrary        *self,
                       GAsyncResult     *result,
                       TlLibraryReport **report,
                       GError          **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && g_task_is_valid (result, self), FALSE);

  Work *work = g_task_get_task_data (G_TASK (result));

  if (work->report != NULL && work->report->added + work->report->superseded > 0)
    _tl_library_changed (self);
  if (report != NULL)
    *report = g_steal_pointer (&work->report);
  return g_task_propagate_boolean (G_TASK (result), error);
}
