/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library holds, read in a thread of its own, so that a large one freezes no window. A worker opens the file for
 * itself and hands over what no longer needs it. */
#include "config.h"

#include "ui/library/tl-library-job.h"

#include "model/library/tl-quarantine.h"
#include "model/library/tl-watch.h"
#include "model/library/tl-withdrawal.h"

static void
read_contents_in_thread (GTask        *task,
                         gpointer      source,
                         gpointer      data,
                         GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (TlLibrary) library = tl_library_open (data, &error);
  g_autoptr (TlLibraryContents) contents = g_new0 (TlLibraryContents, 1);

  gboolean done = library != NULL && (contents->records = tl_library_list (library, FALSE, &error)) != NULL
                  && (contents->quarantined = tl_library_list_quarantined (library, &error)) != NULL
                  && (contents->watched = tl_library_list_watched (library, &error)) != NULL
                  && (contents->receipts = tl_library_list_receipts (library, &error)) != NULL
                  && (contents->withdrawals = tl_library_list_withdrawals (library, &error)) != NULL
                  && (contents->holdings = tl_holdings_new (library, &error)) != NULL;

  g_clear_object (&library);
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&contents), (GDestroyNotify) tl_library_contents_free);
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
  g_clear_pointer (&contents->watched, g_ptr_array_unref);
  g_clear_pointer (&contents->receipts, g_ptr_array_unref);
  g_clear_pointer (&contents->withdrawals, g_ptr_array_unref);
  g_clear_pointer (&contents->holdings, tl_holdings_free);
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

/* Receipts */

typedef struct {
  char  *path;
  gint64 number;
} Wanted;

static void
wanted_free (gpointer data)
{
  g_free (((Wanted *) data)->path);
  g_free (data);
}

static void
read_receipt_in_thread (GTask        *task,
                        gpointer      source,
                        gpointer      data,
                        GCancellable *cancellable)
{
  const Wanted *wanted = data;
  GError *error = NULL;
  g_autoptr (TlLibrary) library = tl_library_open (wanted->path, &error);
  TlReceipt *receipt = library != NULL ? tl_library_get_receipt (library, wanted->number, &error) : NULL;

  if (receipt != NULL)
    g_task_return_pointer (task, receipt, (GDestroyNotify) tl_receipt_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_library_job_receipt_async:
 * @path: the file of the library
 * @number: of a receipt; 0 for the last one
 * @cancellable: (nullable): to give up
 * @callback: called in this thread
 * @user_data: for @callback
 *
 * Reads a receipt with its files.
 */
void
tl_library_job_receipt_async (const char          *path,
                              gint64               number,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (path != NULL && number >= 0);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Wanted *wanted = g_new0 (Wanted, 1);

  *wanted = (Wanted) { g_strdup (path), number };
  g_task_set_source_tag (task, tl_library_job_receipt_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, read_receipt_in_thread);
}

/**
 * tl_library_job_receipt_finish:
 *
 * Returns: (transfer full): the receipt, or %NULL
 */
TlReceipt *
tl_library_job_receipt_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_library_job_receipt_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Verbs */

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
