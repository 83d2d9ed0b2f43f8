/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-receipt.h"
#include "model/questions/tl-holdings.h"

G_BEGIN_DECLS

/**
 * TlLibraryContents:
 * @records: (element-type TlLibraryRecord): what is counted, without superseded records
 * @quarantined: (element-type TlQuarantined): what was not taken in
 * @watched: (element-type TlWatched): the folders that are watched
 * @receipts: (element-type TlReceipt): of all gatherings, without their files
 * @withdrawals: (element-type TlWithdrawal): the log
 * @holdings: all that in numbers
 *
 * What a library holds at one moment.
 */
typedef struct {
  GListModel *records;
  GPtrArray  *quarantined;
  GPtrArray  *watched;
  GPtrArray  *receipts;
  GPtrArray  *withdrawals;
  TlHoldings *holdings;
} TlLibraryContents;

void               tl_library_contents_free        (TlLibraryContents   *contents);

void               tl_library_job_contents_async   (const char          *path,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
TlLibraryContents *tl_library_job_contents_finish  (GAsyncResult        *result,
                                                    GError             **error);

void               tl_library_job_receipt_async    (const char          *path,
                                                    gint64               number,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
TlReceipt         *tl_library_job_receipt_finish   (GAsyncResult        *result,
                                                    GError             **error);

/**
 * TlLibraryVerb:
 * @library: a library of the worker's own
 * @arguments: as they were given
 * @error: return location
 *
 * Does something to a library, in a worker.
 *
 * Returns: %FALSE on failure
 */
typedef gboolean (*TlLibraryVerb) (TlLibrary          *library,
                                   const char *const  *arguments,
                                   GError            **error);

void               tl_library_job_do_async         (const char          *path,
                                                    TlLibraryVerb        verb,
                                                    const char *const   *arguments,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean           tl_library_job_do_finish        (GAsyncResult        *result,
                                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLibraryContents, tl_library_contents_free)

G_END_DECLS
