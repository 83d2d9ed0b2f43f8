/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Listing what a library holds in a thread of its own, so that a large one freezes no window. A worker opens the file
 * for itself and hands over what no longer needs it. */
#include "config.h"

#include "ui/library/tl-library-job.h"

#include "model/library/tl-quarantine.h"
#include "model/library/tl-watch.h"

static void
read_contents_in_thread (GTask        *task,
                         gpointer      source,
                         gpointer      data,
                         GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (TlLibrary) library = tl_library_open (data, &error);
  g_autoptr (TlLibraryContents) contents = g_new0 (TlLibraryContents, 1);

  if (library != NULL)
    contents->records = tl_library_list (library, FALSE, &error);
  if (contents->records != NULL && !g_task_return_error_if_cancelled (task))
    contents->quarantined = tl_library_list_quarantined (library, &error);
  if (contents->quarantined != NULL)
    contents->watched = tl_library_list_watched (library, &error);
  if (library != NULL)
    tl_library_close (library);

  if (contents->watched != NULL)
    g_task_return_pointer (task, g_steal_pointer (&contents), (GDestroyNotify) tl_library_contents_free);
  else if (error != NULL)
    g_task_return_error (task, error);
}

void
tl_library_contents_free (TlLibraryContents *contents)
{
  if (contents == NULL)
    return;
  g_clear_object (&contents->records);
  g_clear_pointer (&contents->quarantined, g_ptr_array_unref);
  g_clear_pointer (&contents->watched, g_ptr_array_unref);
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

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_library_job_contents_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_contents_in_thread);
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

typedef struct {
  char         *path;
  TlLibraryVerb verb;
  GStrv         arguments;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->path);
  g_strfreev (deed->arguments);
  g_free (deed);
}

static void
do_in_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Deed *deed = data;
  GError *error = NULL;
  g_autoptr (TlLibrary) library = tl_library_open (deed->path, &error);
  gboolean done = library != NULL && deed->verb (library, (const char *const *) deed->arguments, &error);

  g_clear_object (&library);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_library_job_do_async:
 * @path: the file of the library
 * @verb: what to do
 * @arguments: for @verb
 * @callback: called in this thread
 * @user_data: for @callback
 *
 * Does something to a library.
 */
void
tl_library_job_do_async (const char          *path,
                         TlLibraryVerb        verb,
                         const char *const   *arguments,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (path != NULL && verb != NULL && arguments != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Deed *deed = g_new0 (Deed, 1);

  *deed = (Deed) { g_strdup (path), verb, g_strdupv ((char **) arguments) };
  g_task_set_source_tag (task, tl_library_job_do_async);
  g_task_set_task_data (task, deed, deed_free);
  g_task_run_in_thread (task, do_in_thread);
}

/**
 * tl_library_job_do_finish:
 *
 * Returns: whether it was done
 */
gboolean
tl_library_job_do_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_library_job_do_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
