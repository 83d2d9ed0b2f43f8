/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlLibraryReaderFunc:
 * @library: the reader's own, open
 * @data: as given
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Finds something out, in the reader's thread.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error
 */
typedef gpointer (*TlLibraryReaderFunc) (TlLibrary     *library,
                                         gpointer       data,
                                         GCancellable  *cancellable,
                                         GError       **error);

typedef struct _TlLibraryReader TlLibraryReader;

TlLibraryReader *tl_library_reader_new        (const char          *path);
void             tl_library_reader_free       (TlLibraryReader     *self);

void             tl_library_reader_ask_async  (TlLibraryReader     *self,
                                               TlLibraryReaderFunc  func,
                                               gpointer             data,
                                               GDestroyNotify       free_data,
                                               GDestroyNotify       free_answer,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gpointer         tl_library_reader_ask_finish (GAsyncResult        *result,
                                               GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLibraryReader, tl_library_reader_free)

G_END_DECLS
