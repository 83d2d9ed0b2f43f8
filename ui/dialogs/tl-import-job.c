/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading documents in a thread of its own, so that no window freezes. The thread knows no review; how far it is may be
 * asked from any other. */
#include "config.h"

#include "ui/dialogs/tl-import-job.h"

struct _TlImportJob
{
  GObject parent_instance;

  GStrv paths;

  /* What both threads use */
  GMutex mutex;
  guint  n_done;
  char  *name; /* of the file that is read */
};

G_DEFINE_FINAL_TYPE (TlImportJob, tl_import_job, G_TYPE_OBJECT)

static void
progress_cb (guint       n_done,
             guint       n_files,
             const char *name,
             void       *data)
{
  TlImportJob *self = data;

  g_mutex_lock (&self->mutex);
  self->n_done = n_done;
  g_free (self->name);
  self->name = g_strdup (name);
  g_mutex_unlock (&self->mutex);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  TlImportJob *self = source;
  GError *error = NULL;
  GPtrArray *files = tl_import_read_documents ((const char *const *) self->paths, progress_cb, self, cancellable,
                                               &error);

  if (files != NULL)
    g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
tl_import_job_finalize (GObject *object)
{
  TlImportJob *self = TL_IMPORT_JOB (object);

  g_strfreev (self->paths);
  g_free (self->name);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (tl_import_job_parent_class)->finalize (object);
}

static void
tl_import_job_class_init (TlImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_import_job_finalize;
}

static void
tl_import_job_init (TlImportJob *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * tl_import_job_new:
 * @paths: documents
 *
 * Returns: (transfer full): a job that has not begun
 */
TlImportJob *
tl_import_job_new (const char *const *paths)
{
  TlImportJob *self = g_object_new (TL_TYPE_IMPORT_JOB, NULL);

  self->paths = g_strdupv ((char **) paths);
  self->name = g_strdup ("");
  return self;
}

/**
 * tl_import_job_run_async:
 * @cancellable: (nullable): to give up
 * @callback: called in this thread
 * @user_data: for @callback
 *
 * Reads the documents.
 */
void
tl_import_job_run_async (TlImportJob         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (TL_IS_IMPORT_JOB (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_import_job_run_async);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * tl_import_job_run_finish:
 *
 * Returns: (transfer full) (element-type TlImportedFile): as tl_import_read_documents()
 */
GPtrArray *
tl_import_job_run_finish (TlImportJob   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_import_job_get_progress:
 * @n_done: (out): files that have been read
 * @n_files: (out): of how many
 *
 * Returns: (transfer full): the name of the file that is being read
 */
char *
tl_import_job_get_progress (TlImportJob *self,
                            guint       *n_done,
                            guint       *n_files)
{
  g_return_val_if_fail (TL_IS_IMPORT_JOB (self), NULL);

  g_mutex_lock (&self->mutex);

  char *name = g_strdup (self->name);

  *n_done = self->n_done;
  *n_files = g_strv_length (self->paths);
  g_mutex_unlock (&self->mutex);
  return name;
}
