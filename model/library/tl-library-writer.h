/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing parcels into a library; for this room only. */
#pragma once

#include "model/library/tl-library.h"
#include "model/library/tl-parcel.h"

G_BEGIN_DECLS

/**
 * TlWritten:
 * @TL_WRITTEN_ADDED: the review was not known
 * @TL_WRITTEN_SUPERSEDED: it takes the place of an earlier revision
 * @TL_WRITTEN_OLDER: the library has a later revision; nothing was done
 * @TL_WRITTEN_UNCHANGED: the library has the same; nothing was done
 * @TL_WRITTEN_WITHDRAWN: the review was withdrawn from the library; nothing was done
 * @TL_WRITTEN_ASIDE: the file was put aside with its reason
 * @TL_WRITTEN_NOTHING: there was no record in it, and nothing wrong with that
 *
 * What became of a file.
 */
typedef enum {
  TL_WRITTEN_ADDED,
  TL_WRITTEN_SUPERSEDED,
  TL_WRITTEN_OLDER,
  TL_WRITTEN_UNCHANGED,
  TL_WRITTEN_WITHDRAWN,
  TL_WRITTEN_ASIDE,
  TL_WRITTEN_NOTHING,
} TlWritten;

/**
 * TlLibraryWriter:
 *
 * Writes parcels one after the other, many in a transaction. A record gets the next number, and no number is given
 * twice, whatever became of the record that had it.
 */
typedef struct _TlLibraryWriter TlLibraryWriter;

TlLibraryWriter *tl_library_writer_new    (TlLibrary        *library);
void             tl_library_writer_free   (TlLibraryWriter  *self);

gboolean         tl_library_writer_begin  (TlLibraryWriter  *self,
                                           GError          **error);
gboolean         tl_library_writer_write  (TlLibraryWriter  *self,
                                           TlParcel         *parcel,
                                           TlWritten        *written,
                                           GError          **error);
gint64           tl_library_writer_get_last (TlLibraryWriter *self);
gboolean         tl_library_writer_commit (TlLibraryWriter  *self,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLibraryWriter, tl_library_writer_free)

G_END_DECLS
