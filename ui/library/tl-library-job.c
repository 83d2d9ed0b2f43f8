/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a library in a thread of its own, so that a large one freezes no window. A worker opens the file for itself
 * and hands over what no longer needs it. */
#include "config.h"

#include "ui/library/tl-library-job.h"

typedef struct {
  char         *path;
  TlThemesQuery query; /* its texts are owned */
} LibraryJob;

static void
library_job_free (LibraryJob *job)
{
  g_free (job->path);
  tl_population_clear (&job->query.population);
  g_free (job);
}

static void
start (const char         *path,
       const TlThemesQuery *query,
       gpointer            source_tag,
       GTaskThreadFunc     work,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  LibraryJob *job = g_new0 (LibraryJob, 1);

  job->path = g_strdup (path);
  if (query != NULL)
    {
      job->query = *query;
      tl_population_copy (&query->population, &job->query.population);
    }
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, job, (GDestroyNotify) library_job_free);
  g_task_run_in_thread (task, work);
}

static void
read_contents_in_thread (GTask        *task,
                         gpointer      source,
                         gpointer      data,
                         GCancellable *cancellable)
{
  LibraryJob *job = data;
  GError *error = NULL;
  g_autoptr (TlLibrary) library = tl_library_open (job->path, &error);
  g_autoptr (TlLibraryContents) contents = g_new0 (TlLibraryContents, 1);

  if (library != NULL)
    contents->records = tl_library_list (library, FALSE, &error);
  if (contents->records != NULL && !g_task_return_error_if_cancelled (task))
    contents->quarantined = tl_library_list_quarantined (library, &error);
  if (library != NULL)
    tl_library_close (library);

  if (contents->quarantined != NULL)
    g_task_return_pointer (task, g_steal_pointer (&contents), (GDestroyNotify) tl_library_contents_free);
  else if (error != NULL)
    g_task_return_error (task, error);
}

static void
count_themes_in_thread (GTask        *task,
                        gpointer      source,
                        gpointer      data,
                        GCancellable *cancellable)
{
  LibraryJob *job = data;
  GError *error = NULL;
  g_autoptr (TlLibrary) library = tl_library_open (job->path, &error);
  TlThemes *themes = NULL;

  if (library != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    themes = tl_library_themes (library, &job->query, &error);
  if (library != NULL)
    tl_library_close (library);

  if (themes != NULL)
    g_task_return_pointer (task, themes, (GDestroyNotify) tl_themes_free);
  else
    g_task_return_error (task, error);
}

void
tl_library_contents_free (TlLibraryContents *contents)
{
  if (contents == NULL)
    return;
  g_clear_object (&contents->records);
  g_clear_pointer (&contents->quarantined, g_ptr_array_unref);
  g_free (contents);
}

/**
 * tl_library_job_contents_async:
 * @path: the file of the library
 * @cancellable: (nullable): to give up
 * @callback: called in this thread
 * @user_data: for @callback
 *
 * Lists what the library holds.
 */
void
tl_library_job_contents_async (const char         *path,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (path != NULL);
  start (path, NULL, tl_library_job_contents_async, read_contents_in_thread, cancellable, callback, user_data);
}

/**
 * tl_library_job_contents_finish:
 *
 * Returns: (transfer full): the contents, or %NULL
 */
TlLibraryContents *
tl_library_job_contents_finish (GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_library_job_contents_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_library_job_themes_async:
 * @path: the file of the library
 * @query: what is asked; not needed after the call
 * @cancellable: (nullable): to give up
 * @callback: called in this thread
 * @user_data: for @callback
 *
 * Counts in how many reviews each code occurs.
 */
void
tl_library_job_themes_async (const char          *path,
                             const TlThemesQuery *query,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (path != NULL && query != NULL);
  start (path, query, tl_library_job_themes_async, count_themes_in_thread, cancellable, callback, user_data);
}

/**
 * tl_library_job_themes_finish:
 *
 * Returns: (transfer full): the table, or %NULL
 */
TlThemes *
tl_library_job_themes_finish (GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_library_job_themes_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
