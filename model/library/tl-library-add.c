/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding files to a library: many in one transaction, each whole or not at all, and a bad one put aside with its reason
 * while the rest goes on. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-private.h"

#include "model/library/tl-library-follower.h"
#include "model/library/tl-library-line.h"
#include "model/library/tl-library-writer.h"

/* So many files that the cost of a commit is spread, and so few that another process need not wait long. */
#define FILES_PER_TRANSACTION 200

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
  TlLibrary        *library; /* borrowed, as all */
  TlLine           *line;
  TlLibraryWriter  *writer;
  TlFollower       *follower;
  TlLibraryReport  *report;
  TlLibraryProgress progress;
  gpointer          data;
  GCancellable     *cancellable;
  guint             done;
  guint             total;
  guint             pending; /* files since the last commit */
  guint             unread;  /* records since the index was told */
} Adding;

/* Notes what became of a file. */
static void
account (Adding         *adding,
         const TlParcel *parcel,
         TlWritten       written)
{
  switch (written)
    {
    case TL_WRITTEN_ADDED:
      adding->report->added++;
      break;
    case TL_WRITTEN_SUPERSEDED:
      adding->report->superseded++;
      break;
    case TL_WRITTEN_OLDER:
      adding->report->older++;
      break;
    case TL_WRITTEN_UNCHANGED:
      adding->report->unchanged++;
      break;
    case TL_WRITTEN_ASIDE:
      tl_library_report_quarantine (adding->report, parcel->file, parcel->refusal);
      break;
    case TL_WRITTEN_NOTHING:
    default:
      break;
    }
}

static gboolean
commit (Adding  *adding,
        GError **error)
{
  adding->pending = 0;
  if (!tl_library_writer_commit (adding->writer, error))
    return FALSE;
  if (adding->unread < FILES_PER_TRANSACTION)
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
  if (!tl_library_writer_write (adding->writer, parcel, &written, error))
    return FALSE;
  account (adding, parcel, written);
  adding->unread += written == TL_WRITTEN_ADDED || written == TL_WRITTEN_SUPERSEDED;
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

/* What was written before the person gave up stays; of what was written before the disk failed, what was committed. */
static gboolean
write_files (Adding   *adding,
             GError  **error)
{
  gboolean done = tl_library_writer_begin (adding->writer, error) && add_files (adding, error);
  gboolean cancelled = !done && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (done)
    done = commit (adding, error);
  else if (cancelled)
    commit (adding, NULL);
  if (adding->unread > 0)
    tl_follower_tell (adding->follower);
  return done;
}

/* Files are read in several threads, written in this one in the order in which they were given, and their texts read
 * into the index in another. */
static gboolean
add (Adding             *adding,
     const char *const  *paths,
     GError            **error)
{
  g_autoptr (TlSupply) supply = tl_supply_new (paths, adding->cancellable);
  g_autoptr (TlFollower) follower = tl_follower_new (adding->library, adding->cancellable);
  g_autoptr (TlLibraryWriter) writer = tl_library_writer_new (adding->library);
  g_autoptr (TlLine) line = tl_line_new (supply, CLAMP (g_get_num_processors (), 2, MAX_READERS), adding->cancellable);

  adding->follower = follower;
  adding->writer = writer;
  adding->line = line;
  return write_files (adding, error);
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
  g_autoptr (GError) fault = NULL;
  Adding adding = { .library = self, .report = filled, .progress = progress, .data = data,
                    .cancellable = cancellable };
  gboolean done = add (&adding, paths, &fault);

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
