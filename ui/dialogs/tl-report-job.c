/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports in a thread of their own, so that no window freezes. The worker opens the review for itself, for reading
 * only, and so sees one settled state of it. */
#include "config.h"

#include "ui/dialogs/tl-report-job.h"

#include "ui/widgets/tl-tidings.h"

/* Of what is done, as people see it: first the text and the pictures are made, then the file is written. */
#define MAKING_SHARE 0.6

typedef struct {
  char            *review_path;
  TlTier           tier;
  TlReportKind     kind;
  char            *profile;
  char            *date;
  TlReportFormat   format;
  GFile           *target; /* NULL where the text alone is wanted */
  TlReportProgress progress;
  gpointer         user_data;
  GCancellable    *cancellable;
  double           done;   /* before what is going on now */
  double           share;  /* of what is going on now */
} ReportJob;

static void
report_job_free (gpointer data)
{
  ReportJob *job = data;

  g_free (job->review_path);
  g_free (job->profile);
  g_free (job->date);
  g_clear_object (&job->target);
  g_clear_object (&job->cancellable);
  g_free (job);
}

/* In the thread of the worker; who asked is told in the main one, before the task is done. */
static void
progress_cb (double   fraction,
             gpointer user_data)
{
  ReportJob *job = user_data;

  if (job->progress != NULL)
    tl_tidings_tell (job->progress, job->user_data, job->cancellable, job->done + fraction * job->share);
}

static TlReport *
make (ReportJob     *job,
      GCancellable  *cancellable,
      GError       **error)
{
  const TlReportOptions options = { job->kind, job->profile, job->date };
  g_autoptr (TlReview) review = tl_review_open (job->review_path, TL_REVIEW_OPEN_READ_ONLY, error);
  TlExport *export = review != NULL ? tl_export_new (review, job->tier, TL_EXPORT_DEFAULT, error) : NULL;
  g_autoptr (GPtrArray) exports = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_export_free);

  if (export == NULL)
    return NULL;
  g_ptr_array_add (exports, export);
  return tl_report_new (exports, &options, progress_cb, job, cancellable, error);
}

static TlReport *
make_to_print (gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return make (data, cancellable, error);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (TlReport) report = make (data, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, tl_report_dup_text (report), g_free);
  else
    g_task_return_error (task, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  ReportJob *job = data;
  GError *error = NULL;
  g_autoptr (TlReport) report = make (job, cancellable, &error);
  g_autoptr (GBytes) bytes = NULL;

  job->done = job->share;
  job->share = 1 - job->done;
  bytes = report != NULL ? tl_report_write (report, job->format, progress_cb, job, cancellable, &error) : NULL;
  if (bytes != NULL
      && tl_export_write (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                          g_file_peek_path (job->target), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static ReportJob *
report_job_new (const char            *review_path,
                TlTier                 tier,
                const TlReportOptions *options)
{
  ReportJob *job = g_new0 (ReportJob, 1);

  job->review_path = g_strdup (review_path);
  job->tier = tier;
  job->kind = options->kind;
  job->profile = g_strdup (options->profile);
  job->date = g_strdup (options->date);
  job->share = MAKING_SHARE;
  return job;
}

/**
 * tl_report_job_read_async:
 * @review_path: the file of the review
 * @tier: for whom
 * @options: which report
 * @cancellable: (nullable): to give up
 * @callback: called in the main thread
 * @user_data: for @callback
 *
 * Makes the text of a report, to be read before it is written.
 */
void
tl_report_job_read_async (const char             *review_path,
                          TlTier                  tier,
                          const TlReportOptions  *options,
                          GCancellable           *cancellable,
                          GAsyncReadyCallback     callback,
                          gpointer                user_data)
{
  g_return_if_fail (review_path != NULL && options != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_report_job_read_async);
  g_task_set_task_data (task, report_job_new (review_path, tier, options), report_job_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * tl_report_job_read_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
tl_report_job_read_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_report_job_write_async:
 * @review_path: the file of the review
 * @tier: for whom
 * @options: which report
 * @format: as what
 * @target: where to
 * @progress: (nullable): told in the main thread how far it is
 * @cancellable: (nullable): to give up; @target is then left as it was
 * @callback: called in the main thread, after the last @progress
 * @user_data: for @callback and @progress
 *
 * Writes a report.
 */
void
tl_report_job_write_async (const char             *review_path,
                           TlTier                  tier,
                           const TlReportOptions  *options,
                           TlReportFormat          format,
                           GFile                  *target,
                           TlReportProgress        progress,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  g_return_if_fail (review_path != NULL && options != NULL && G_IS_FILE (target));

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ReportJob *job = report_job_new (review_path, tier, options);

  job->format = format;
  job->target = g_object_ref (target);
  job->progress = progress;
  job->user_data = user_data;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_task_set_source_tag (task, tl_report_job_write_async);
  g_task_set_task_data (task, job, report_job_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * tl_report_job_write_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the report was written
 */
gboolean
tl_report_job_write_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tl_report_job_new_print:
 * @review_path: the file of the review
 * @tier: for whom
 * @options: which report
 *
 * Returns: (transfer full): a job that makes a report and prints it
 */
TlPrintJob *
tl_report_job_new_print (const char            *review_path,
                         TlTier                 tier,
                         const TlReportOptions *options)
{
  g_return_val_if_fail (review_path != NULL && options != NULL, NULL);
  return tl_report_print_new (make_to_print, report_job_new (review_path, tier, options), report_job_free);
}
