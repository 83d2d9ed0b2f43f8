/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/library/tl-library-record.h"

G_BEGIN_DECLS

/**
 * TlLibraryProgress:
 * @done: how many files have been looked at
 * @total: how many there are, as far as is known; the members of a zip count as they are met
 * @file: the file that comes next, or %NULL at the end
 * @data: as given
 *
 * Says how far the adding of files is.
 */
typedef void (*TlLibraryProgress) (guint       done,
                                   guint       total,
                                   const char *file,
                                   gpointer    data);

/**
 * TlQuarantined:
 * @file: the file, as it was reached from what was given; a member of a zip follows the name of the zip
 * @reason: a sentence, with the line
 * @path: (nullable): where it was, to try it again; of a zip for its members
 * @time: when it was put aside, in milliseconds since 1970
 */
typedef struct {
  char  *file;
  char  *reason;
  char  *path;
  gint64 time;
} TlQuarantined;

/**
 * TlLibraryReport:
 * @added: records of reviews that the library did not know
 * @superseded: records that took the place of an earlier revision
 * @older: records of an earlier revision than the library holds, left out
 * @unchanged: records that the library holds already
 * @withdrawn: records of reviews that were withdrawn from the library, left out
 * @problems: (array): one a rule, in the order of tl_check_rules_get(): of how many of the records that were added or
 *   took the place of others it has something to say
 * @quarantined: (element-type TlQuarantined): files that were not taken in, in the order in which they were met
 * @receipt: the number of the receipt that the library keeps of it; 0 if nothing was looked at
 *
 * What became of the files that were given.
 */
typedef struct {
  guint      added;
  guint      superseded;
  guint      older;
  guint      unchanged;
  guint      withdrawn;
  guint     *problems;
  GPtrArray *quarantined;
  gint64     receipt;
} TlLibraryReport;

void             tl_quarantined_free          (TlQuarantined   *quarantined);
TlLibraryReport *tl_library_report_new        (void);
void             tl_library_report_free       (TlLibraryReport *report);
void             tl_library_report_quarantine (TlLibraryReport *report,
                                               const char      *file,
                                               const char      *path,
                                               const char      *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLibraryReport, tl_library_report_free)

/**
 * TlLibrary:
 *
 * A library of learning records: one SQLite file. Used from the thread that opened it; a worker opens its own.
 */
#define TL_TYPE_LIBRARY (tl_library_get_type ())

G_DECLARE_FINAL_TYPE (TlLibrary, tl_library, TL, LIBRARY, GObject)

TlLibrary       *tl_library_create        (const char           *path,
                                           GError              **error);
TlLibrary       *tl_library_open          (const char           *path,
                                           GError              **error);
void             tl_library_close         (TlLibrary            *self);

const char      *tl_library_get_path      (TlLibrary            *self);
const char      *tl_library_get_name      (TlLibrary            *self);
gboolean         tl_library_get_read_only (TlLibrary            *self);
gboolean         tl_library_get_durable   (TlLibrary            *self);
gboolean         tl_library_set_durable   (TlLibrary            *self,
                                           gboolean              durable,
                                           GError              **error);

gboolean         tl_library_add           (TlLibrary            *self,
                                           const char *const    *paths,
                                           TlLibraryProgress     progress,
                                           gpointer              data,
                                           GCancellable         *cancellable,
                                           TlLibraryReport     **report,
                                           GError              **error);
gboolean         tl_library_gather        (TlLibrary            *self,
                                           TlLibraryProgress     progress,
                                           gpointer              data,
                                           GCancellable         *cancellable,
                                           TlLibraryReport     **report,
                                           GError              **error);
void             tl_library_add_async     (TlLibrary            *self,
                                           const char *const    *paths,
                                           TlLibraryProgress     progress,
                                           gpointer              progress_data,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              data);
gboolean         tl_library_add_finish    (TlLibrary            *self,
                                           GAsyncResult         *result,
                                           TlLibraryReport     **report,
                                           GError              **error);

GListModel      *tl_library_list          (TlLibrary            *self,
                                           gboolean              with_superseded,
                                           GError              **error);

G_END_DECLS
