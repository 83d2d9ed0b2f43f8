/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An export in a thread of its own, so that no window freezes. The worker opens the file for itself, for reading only,
 * and so sees one settled state of it and never the window's records. */
#include "config.h"

#include "ui/dialogs/tl-export-job.h"

#include "model/exchange/tl-board-copy.h"
#include "model/exchange/tl-csv-tables.h"
#include "model/exchange/tl-export.h"
#include "model/exchange/tl-graph-files.h"
#include "model/exchange/tl-xml-writer.h"

typedef struct {
  char           *review_path;
  TlExportFormat  format;
  TlTier          tier;
  TlExportOptions options;
  GFile          *target;
} ExportJob;

static void
export_job_free (ExportJob *job)
{
  g_free (job->review_path);
  g_clear_object (&job->target);
  g_free (job);
}

static gboolean
write_text (ExportJob  *job,
            TlReview   *review,
            GError    **error)
{
  g_autofree char *text = job->format == TL_EXPORT_DOT ? tl_dot_dup (review) : tl_graphml_dup (review);

  return tl_export_write (text, -1, g_file_peek_path (job->target), error);
}

static TlExportReport *
run (ExportJob    *job,
     GCancellable *cancellable,
     GError      **error)
{
  g_autoptr (TlExportReport) report = NULL;
  g_autoptr (TlExport) export = NULL;
  g_autoptr (TlReview) review = tl_review_open (job->review_path, TL_REVIEW_OPEN_READ_ONLY, error);
  gboolean done = FALSE;

  if (review == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  switch (job->format)
    {
    case TL_EXPORT_XML:
      if (!tl_export_xml_path (review, job->tier, job->options, g_file_peek_path (job->target), &report, cancellable,
                               error))
        return NULL;
      return g_steal_pointer (&report);
    case TL_EXPORT_BOARD_COPY:
      if (!tl_board_copy_write (review, g_file_peek_path (job->target), &report, cancellable, error))
        return NULL;
      return g_steal_pointer (&report);
    case TL_EXPORT_CSV:
      done = tl_export_csv (review, g_file_peek_path (job->target), error);
      break;
    case TL_EXPORT_GRAPHML:
    case TL_EXPORT_DOT:
      done = write_text (job, review, error);
      break;
    case TL_EXPORT_REPORT:
    default:
      done = TRUE;
      break;
    }

  export = done ? tl_export_new (review, job->tier, job->options, error) : NULL;
  return export != NULL ? g_steal_pointer (&export->report) : NULL;
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  TlExportReport *report = run (data, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) tl_export_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_export_job_async:
 * @review_path: the file of the review
 * @format: what to write
 * @tier: to whom
 * @options: what else
 * @target: (nullable): where to; a folder for CSV; not needed for the report
 * @cancellable: (nullable): to give up; a target is then left as it was
 * @callback: called in the main thread
 * @user_data: for @callback
 */
void
tl_export_job_async (const char         *review_path,
                     TlExportFormat      format,
                     TlTier              tier,
                     TlExportOptions     options,
                     GFile              *target,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_return_if_fail (review_path != NULL && (format == TL_EXPORT_REPORT || G_IS_FILE (target)));

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ExportJob *job = g_new0 (ExportJob, 1);

  job->review_path = g_strdup (review_path);
  job->format = format;
  job->tier = tier;
  job->options = options;
  job->target = target != NULL ? g_object_ref (target) : NULL;
  g_task_set_source_tag (task, tl_export_job_async);
  g_task_set_task_data (task, job, (GDestroyNotify) export_job_free);
  g_task_run_in_thread (task, export_in_thread);
}

/**
 * tl_export_job_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): what left and what stayed, or %NULL
 */
TlExportReport *
tl_export_job_finish (GAsyncResult *result,
                      GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
