/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding files to a library: many in one transaction, each whole or not at all, and a bad one put aside with its reason
 * while the rest goes on. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-private.h"

#include <glib/gi18n-lib.h>

#include "model/library/tl-library-files.h"
#include "model/library/tl-library-ingest.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-library-zip.h"

/* So many files that the cost of a commit is spread, and so few that another process need not wait long. */
#define FILES_PER_TRANSACTION 200

static const char forget_quarantined[] = "DELETE FROM quarantine WHERE file = ?";

/**
 * tl_library_report_new:
 *
 * Returns: (transfer full): a report of nothing
 */
TlLibraryReport *
tl_library_report_new (void)
{
  TlLibraryReport *report = g_new0 (TlLibraryReport, 1);

  report->quarantined = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_quarantined_free);
  return report;
}

/**
 * tl_library_report_free:
 * @report: (transfer full): a report
 */
void
tl_library_report_free (TlLibraryReport *report)
{
  g_clear_pointer (&report->quarantined, g_ptr_array_unref);
  g_free (report);
}

/**
 * tl_quarantined_free:
 * @quarantined: (transfer full): a file and why it was not taken in
 */
void
tl_quarantined_free (TlQuarantined *quarantined)
{
  g_free (quarantined->file);
  g_free (quarantined->reason);
  g_free (quarantined);
}

/**
 * tl_library_report_quarantine:
 * @report: a report
 * @file: a file
 * @reason: a sentence
 *
 * Adds a file that was not taken in.
 */
void
tl_library_report_quarantine (TlLibraryReport *report,
                              const char      *file,
                              const char      *reason)
{
  g_return_if_fail (report != NULL && file != NULL && reason != NULL);

  TlQuarantined *quarantined = g_new0 (TlQuarantined, 1);

  quarantined->file = g_strdup (file);
  quarantined->reason = g_strdup (reason);
  g_ptr_array_add (report->quarantined, quarantined);
}

typedef struct {
  TlLibrary        *library;    /* borrowed, as all */
  TlConnection     *connection;
  TlIngest         *ingest;     /* owned */
  TlLibraryReport  *report;
  TlLibraryProgress progress;
  gpointer          data;
  GCancellable     *cancellable;
  const char       *zip;        /* name of the zip being read */
  guint             done;
  guint             total;
  guint             pending;    /* files since the last commit */
} Adding;

static gboolean
run_quarantine (Adding      *adding,
                const char  *sql,
                const char  *file,
                const char  *reason,
                GError     **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (adding->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, file, -1, SQLITE_STATIC);
  if (reason != NULL)
    {
      sqlite3_bind_text (statement, 2, reason, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 3, g_get_real_time () / 1000);
    }
  return tl_connection_run (adding->connection, statement, error);
}

static gboolean
put_aside (Adding      *adding,
           const char  *file,
           const char  *reason,
           GError     **error)
{
  tl_library_report_quarantine (adding->report, file, reason);
  return run_quarantine (adding, "INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?)", file, reason, error);
}

/* Notes what became of a file. */
static gboolean
account (Adding          *adding,
         const char      *file,
         TlIngestResult   result,
         const char      *reason,
         GError         **error)
{
  switch (result)
    {
    case TL_INGEST_ADDED:
      adding->report->added++;
      break;
    case TL_INGEST_SUPERSEDED:
      adding->report->superseded++;
      break;
    case TL_INGEST_OLDER:
      adding->report->older++;
      break;
    case TL_INGEST_UNCHANGED:
      adding->report->unchanged++;
      break;
    case TL_INGEST_REFUSED:
      return put_aside (adding, file, reason, error);
    case TL_INGEST_FAILED:
    default:
      return FALSE;
    }
  return run_quarantine (adding, forget_quarantined, file, NULL, error);
}

/* Counts a file as dealt with; commits when enough have been. */
static gboolean
step (Adding  *adding,
      GError **error)
{
  adding->done++;
  if (++adding->pending < FILES_PER_TRANSACTION)
    return TRUE;
  adding->pending = 0;
  return tl_connection_commit (adding->connection, error) && tl_connection_begin (adding->connection, TRUE, error);
}

static void
tell (Adding     *adding,
      const char *file)
{
  if (adding->progress != NULL)
    adding->progress (adding->done, adding->total, file, adding->data);
}

static gboolean
add_member (const char  *name,
            GBytes      *bytes,
            const char  *why,
            void        *data,
            GError     **error)
{
  Adding *adding = data;
  g_autofree char *file = g_strdup_printf ("%s/%s", adding->zip, name);
  g_autofree char *reason = NULL;

  adding->total++;
  tell (adding, file);
  if (bytes == NULL)
    return put_aside (adding, file, why, error) && step (adding, error);

  TlIngestResult result = tl_ingest_bytes (adding->ingest, bytes, file, adding->cancellable, &reason, error);

  return account (adding, file, result, reason, error) && step (adding, error);
}

static gboolean
add_zip (Adding             *adding,
         const TlFoundFile  *file,
         GError            **error)
{
  g_autofree char *reason = NULL;

  adding->zip = file->name;
  if (!tl_zip_read (file->path, TL_INGEST_MAX_BYTES, add_member, adding, &reason, adding->cancellable, error))
    return FALSE;
  return reason != NULL ? put_aside (adding, file->name, reason, error)
                        : run_quarantine (adding, forget_quarantined, file->name, NULL, error);
}

static gboolean
add_file (Adding             *adding,
          const TlFoundFile  *file,
          GError            **error)
{
  g_autofree char *reason = NULL;

  if (file->reason != NULL)
    return put_aside (adding, file->name, file->reason, error);
  if (tl_library_is_zip (file->path))
    return add_zip (adding, file, error);

  TlIngestResult result = tl_ingest_path (adding->ingest, file->path, adding->cancellable, &reason, error);

  return account (adding, file->name, result, reason, error);
}

static gboolean
add_files (Adding     *adding,
           GPtrArray  *files,
           GError    **error)
{
  adding->total = files->len;
  for (guint i = 0; i < files->len; i++)
    {
      const TlFoundFile *file = g_ptr_array_index (files, i);

      tell (adding, file->name);
      if (g_cancellable_set_error_if_cancelled (adding->cancellable, error)
          || !add_file (adding, file, error)
          || !step (adding, error))
        return FALSE;
    }
  tell (adding, NULL);
  return TRUE;
}

/* Leaves no transaction open: what was taken in before the person gave up stays, what was before a failure of the disk
 * does as far as it was committed. */
static gboolean
finish (Adding    *adding,
        gboolean   done,
        GError   **error)
{
  gboolean cancelled = !done && error != NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (done)
    return tl_connection_commit (adding->connection, error);
  if (cancelled)
    tl_connection_commit (adding->connection, NULL);
  else
    tl_connection_rollback (adding->connection);
  return FALSE;
}

/**
 * tl_library_add:
 * @self: a library
 * @paths: files, folders and zips, ended by %NULL
 * @progress: (nullable): told before each file, in this thread
 * @data: for @progress
 * @cancellable: (nullable): to give up; what was taken in by then stays
 * @report: (out) (optional) (transfer full): what became of the files, also when %FALSE is returned
 * @error: return location
 *
 * Adds learning records. What is in the library already is left as it is, a later revision takes the place of an
 * earlier, and a file that is not a sound learning record is put aside with the reason. Of folders all XML files and
 * zips in them are meant, at any depth.
 *
 * Returns: %FALSE if the library can't be written, or with %G_IO_ERROR_CANCELLED
 */
gboolean
tl_library_add (TlLibrary          *self,
                const char *const  *paths,
                TlLibraryProgress   progress,
                gpointer            data,
                GCancellable       *cancellable,
                TlLibraryReport   **report,
                GError            **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && paths != NULL, FALSE);

  g_autoptr (TlLibraryReport) filled = tl_library_report_new ();
  g_autoptr (GPtrArray) files = tl_library_find_files (paths);
  g_autoptr (GError) fault = NULL;
  gboolean done = FALSE;

  if (tl_library_begin_write (self, &fault))
    {
      TlConnection *connection = tl_library_get_connection (self);
      g_autoptr (TlIngest) ingest = tl_ingest_new (connection, &fault);
      Adding adding = { self, connection, ingest, filled, progress, data, cancellable };

      done = finish (&adding, ingest != NULL && add_files (&adding, files, &fault), &fault);
    }

  if (filled->added + filled->superseded > 0)
    _tl_library_changed (self);
  if (report != NULL)
    *report = g_steal_pointer (&filled);
  if (!done)
    {
      tl_library_explain (tl_library_get_name (self), &fault);
      g_propagate_error (error, g_steal_pointer (&fault));
    }
  return done;
}
