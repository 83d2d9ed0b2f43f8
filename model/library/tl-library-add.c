/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding files to a library: many in one transaction, each whole or not at all, and a bad one put aside with its reason
 * while the rest goes on. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-private.h"

#include <glib/gi18n-lib.h>

#include "model/checks/tl-checks.h"
#include "model/library/tl-library-follower.h"
#include "model/library/tl-library-line.h"
#include "model/library/tl-library-writer.h"
#include "model/library/tl-receipt-private.h"
#include "model/library/tl-watch.h"

/* So many files that the cost of a commit is spread, and so few that another process need not wait long. */
#define FILES_PER_TRANSACTION 100

/* The index costs the less the more it reads at once. */
#define RECORDS_PER_READING 200

/* More threads than this would wait for the one that writes. */
#define MAX_READERS 8

/**
 * tl_library_report_new:
 *
 * Returns: (transfer full): a report of nothing
 */
TlLibraryReport *
tl_library_report_new (void)
{
  TlLibraryReport *report = g_new0 (TlLibraryReport, 1);

  guint n_rules;

  tl_check_rules_get (&n_rules);
  report->problems = g_new0 (guint, n_rules);
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
  g_free (report->problems);
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
  g_free (quarantined->path);
  g_free (quarantined);
}

/**
 * tl_library_report_quarantine:
 * @report: a report
 * @file: a file
 * @path: where it is
 * @reason: a sentence
 *
 * Adds a file that was not taken in.
 */
void
tl_library_report_quarantine (TlLibraryReport *report,
                              const char      *file,
                              const char      *path,
                              const char      *reason)
{
  g_return_if_fail (report != NULL && file != NULL && path != NULL && reason != NULL);

  TlQuarantined *quarantined = g_new0 (TlQuarantined, 1);

  quarantined->file = g_strdup (file);
  quarantined->reason = g_strdup (reason);
  quarantined->path = g_strdup (path);
  quarantined->time = g_get_real_time () / 1000;
  g_ptr_array_add (report->quarantined, quarantined);
}

typedef struct {
  TlLibrary        *library; /* borrowed, as all */
  TlLine           *line;
  TlLibraryWriter  *writer;
  TlFollower       *follower;
  TlLibraryReport  *report;
  GPtrArray        *watched; /* of TlWatched */
  TlReceiptWriter   receipt;
  TlLibraryProgress progress;
  gpointer          data;
  GCancellable     *cancellable;
  guint             done;
  guint             total;
  guint             pending; /* files since the last commit */
  guint             unread;  /* records since the index was told */
} Adding;

static gboolean
is_taken_in (TlWritten written)
{
  return written == TL_WRITTEN_ADDED || written == TL_WRITTEN_SUPERSEDED;
}

static void
count_advice (TlLibraryReport *report,
              const TlParcel  *parcel)
{
  guint n_rules;

  tl_check_rules_get (&n_rules);
  for (guint i = 0; i < n_rules; i++)
    report->problems[i] += parcel->advice[i] > 0;
}

static void
count (TlLibraryReport *report,
       const TlParcel  *parcel,
       TlWritten        written)
{
  switch (written)
    {
    case TL_WRITTEN_ADDED:
      report->added++;
      break;
    case TL_WRITTEN_SUPERSEDED:
      report->superseded++;
      break;
    case TL_WRITTEN_OLDER:
      report->older++;
      break;
    case TL_WRITTEN_UNCHANGED:
      report->unchanged++;
      break;
    case TL_WRITTEN_WITHDRAWN:
      report->withdrawn++;
      break;
    case TL_WRITTEN_ASIDE:
      tl_library_report_quarantine (report, parcel->file, parcel->found->path, parcel->refusal);
      break;
    case TL_WRITTEN_NOTHING:
    default:
      break;
    }
  if (is_taken_in (written))
    count_advice (report, parcel);
}

/* Notes what became of a file. A zip that could be read is not on the receipt itself: its members are. */
static gboolean
account (Adding          *adding,
         const TlParcel  *parcel,
         TlWritten        written,
         GError         **error)
{
  static const TlOutcome outcomes[] = {
    [TL_WRITTEN_ADDED] = TL_OUTCOME_ADDED,         [TL_WRITTEN_SUPERSEDED] = TL_OUTCOME_SUPERSEDED,
    [TL_WRITTEN_OLDER] = TL_OUTCOME_OLDER,         [TL_WRITTEN_UNCHANGED] = TL_OUTCOME_UNCHANGED,
    [TL_WRITTEN_WITHDRAWN] = TL_OUTCOME_WITHDRAWN, [TL_WRITTEN_ASIDE] = TL_OUTCOME_QUARANTINED,
    [TL_WRITTEN_NOTHING] = TL_OUTCOME_UNCHANGED,
  };

  gint64 record = is_taken_in (written) ? tl_library_writer_get_last (adding->writer) : 0;

  count (adding->report, parcel, written);
  return (written == TL_WRITTEN_NOTHING
          || _tl_receipt_note (&adding->receipt, parcel->file, outcomes[written], parcel->refusal, record, error))
         && (tl_parcel_is_member (parcel)
             || _tl_watch_note (adding->receipt.connection, adding->watched, parcel->found, outcomes[written], error));
}

static gboolean
commit (Adding  *adding,
        GError **error)
{
  adding->pending = 0;
  if (!tl_library_writer_commit (adding->writer, error))
    return FALSE;
  tl_follower_commit (adding->follower);
  if (adding->unread < RECORDS_PER_READING)
    return TRUE;
  adding->unread = 0;
  tl_follower_tell (adding->follower);
  return TRUE;
}

/* Writes a file; commits when enough have been. */
static gboolean
add_file (Adding    *adding,
          TlParcel  *parcel,
          GError   **error)
{
  TlWritten written;

  if (parcel->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&parcel->error));
      return FALSE;
    }
  if (!tl_library_writer_write (adding->writer, parcel, &written, error)
      || !account (adding, parcel, written, error))
    return FALSE;
  if (is_taken_in (written))
    {
      adding->unread++;
      if (parcel->texts != NULL)
        tl_follower_give (adding->follower, tl_library_writer_get_last (adding->writer),
                          g_steal_pointer (&parcel->texts));
    }
  adding->done++;
  if (++adding->pending < (tl_library_get_durable (adding->library) ? 1 : FILES_PER_TRANSACTION))
    return TRUE;
  return commit (adding, error) && tl_library_writer_begin (adding->writer, error);
}

static void
tell (Adding     *adding,
      const char *file)
{
  if (adding->progress != NULL)
    adding->progress (adding->done, adding->total, file, adding->data);
}

static gboolean
add_files (Adding   *adding,
           GError  **error)
{
  TlParcel *parcel;

  while ((parcel = tl_line_take (adding->line)) != NULL)
    {
      adding->total = parcel->total;
      tell (adding, parcel->file);
      if (g_cancellable_set_error_if_cancelled (adding->cancellable, error) || !add_file (adding, parcel, error))
        return FALSE;
      tl_line_done (adding->line);
    }
  if (g_cancellable_set_error_if_cancelled (adding->cancellable, error))
    return FALSE;
  tell (adding, NULL);
  return TRUE;
}

/* What was written before the person gave up stays; of what was written before the disk failed, what was committed. The
 * receipt says why it ends there. */
static void
leave (Adding       *adding,
       const GError *fault)
{
  gboolean cancelled = g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (!cancelled)
    tl_connection_rollback (adding->receipt.connection);
  if ((cancelled || tl_library_writer_begin (adding->writer, NULL))
      && _tl_receipt_end (&adding->receipt, cancelled ? _("It was stopped before the end.") : fault->message, NULL))
    commit (adding, NULL);
}

static gboolean
write_files (Adding             *adding,
             const char *const  *places,
             GError            **error)
{
  g_autoptr (GError) fault = NULL;
  gboolean begun = tl_library_writer_begin (adding->writer, &fault)
                   && _tl_receipt_begin (&adding->receipt, tl_library_get_connection (adding->library), places, &fault);

  if (begun && (!add_files (adding, &fault) || !_tl_receipt_end (&adding->receipt, NULL, &fault)
                || !commit (adding, &fault)))
    leave (adding, fault);
  /* Also of what an earlier adding committed that did not come to its end. */
  tl_follower_tell (adding->follower);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* Files are read in several threads, written in this one in the order in which they were given, and their texts read
 * into the index in another. */
static gboolean
add (Adding             *adding,
     const char *const  *places,
     TlFileList         *files,
     GError            **error)
{
  g_autoptr (GPtrArray) watched = tl_library_list_watched (adding->library, error);

  if (watched == NULL)
    return FALSE;

  g_autoptr (TlSupply) supply = tl_supply_new (files, adding->cancellable);
  g_autoptr (TlFollower) follower = tl_follower_new (adding->library, adding->cancellable);
  g_autoptr (TlLibraryWriter) writer = tl_library_writer_new (adding->library);
  g_autoptr (TlLine) line = tl_line_new (supply, CLAMP (g_get_num_processors (), 2, MAX_READERS), adding->cancellable);

  adding->watched = watched;
  adding->follower = follower;
  adding->writer = writer;
  adding->line = line;
  return write_files (adding, places, error);
}

/* Adds @files, which were found at @places. */
static gboolean
add_found (TlLibrary          *self,
           const char *const  *places,
           TlFileList         *files,
           TlLibraryProgress   progress,
           gpointer            data,
           GCancellable       *cancellable,
           TlLibraryReport   **report,
           GError            **error)
{
  g_autoptr (TlLibraryReport) filled = tl_library_report_new ();
  g_autoptr (GError) fault = NULL;
  Adding adding = { .library = self, .report = filled, .progress = progress, .data = data,
                    .cancellable = cancellable };
  gboolean done = add (&adding, places, files, &fault);

  filled->receipt = adding.receipt.number;
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
 * zips in them are meant, at any depth. The library keeps a receipt.
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

  g_autoptr (TlFileList) files = tl_library_find_files (paths);

  return add_found (self, paths, files, progress, data, cancellable, report, error);
}

/* Those of @watched that can be read now. */
static GStrv
dup_reachable (GPtrArray *watched)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < watched->len; i++)
    {
      const TlWatched *folder = g_ptr_array_index (watched, i);

      if (folder->reachable)
        g_strv_builder_add (paths, folder->path);
    }
  return g_strv_builder_end (paths);
}

/**
 * tl_library_gather:
 * @self: a library
 * @progress: (nullable): told before each file, in this thread
 * @data: for @progress
 * @cancellable: (nullable): to give up; what was taken in by then stays
 * @report: (out) (optional) (nullable) (transfer full): what became of the files, also when %FALSE is returned
 * @error: return location
 *
 * Adds what is new or has changed in the folders that the library watches. Where there is nothing, there is no receipt.
 *
 * Returns: as tl_library_add()
 */
gboolean
tl_library_gather (TlLibrary          *self,
                   TlLibraryProgress   progress,
                   gpointer            data,
                   GCancellable       *cancellable,
                   TlLibraryReport   **report,
                   GError            **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  g_autoptr (GPtrArray) watched = tl_library_list_watched (self, error);

  if (watched == NULL)
    return FALSE;

  g_auto (GStrv) places = dup_reachable (watched);
  g_autoptr (TlFileList) files
      = _tl_watch_find_new (tl_library_get_connection (self), (const char *const *) places, error);

  if (files == NULL)
    return FALSE;
  if (tl_file_list_get_n (files) > 0)
    return add_found (self, (const char *const *) places, files, progress, data, cancellable, report, error);
  if (report != NULL)
    *report = tl_library_report_new ();
  return TRUE;
}
