/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlPieceState:
 * @TL_PIECE_UNKNOWN: it was not looked for, or it is not known where
 * @TL_PIECE_UNCHANGED: it is where it was written, byte for byte
 * @TL_PIECE_CHANGED: something else is there
 * @TL_PIECE_GONE: it is not there
 * @TL_PIECE_UNREADABLE: it is there and can't be read
 *
 * What became of a file that was written.
 */
typedef enum {
  TL_PIECE_UNKNOWN,
  TL_PIECE_UNCHANGED,
  TL_PIECE_CHANGED,
  TL_PIECE_GONE,
  TL_PIECE_UNREADABLE,
} TlPieceState;

/**
 * TlWrittenPiece:
 * @name: of the file
 * @size: in bytes
 * @digest: SHA-256 of what was written
 * @state: what became of it, once tl_release_place_look() was called
 *
 * A file of a release as it was written.
 */
typedef struct {
  char         *name;
  gint64        size;
  char         *digest;
  TlPieceState  state;
} TlWrittenPiece;

/**
 * TlReleasePlace:
 * @name: of the folder, or of the zip
 * @way: (nullable): where that is as seen from the folder of the library, for tl_release_place_dup_path(); %NULL where
 *   that would tell of the computer that it was written on
 * @time: when it was written, in seconds since 1970
 * @zip: (nullable): the file that holds the pieces; %NULL if they are in a folder
 * @pieces: (element-type TlWrittenPiece): the pieces, in the order in which they were made
 *
 * Where a release was written, and of what pieces. A library may be given to others: so that it does not tell them the
 * name of a person or how a computer is set up, no path from the root is kept. What is kept is the way there from the
 * library; and of a place that this would lead to by way of the root, or of a folder that holds people's home folders,
 * only the name. Names are in the encoding of file names.
 */
typedef struct {
  char           *name;
  char           *way;
  gint64          time;
  TlWrittenPiece *zip;
  GPtrArray      *pieces;
} TlReleasePlace;

TlReleasePlace *tl_release_place_new       (const char            *name,
                                            const char            *way,
                                            gint64                 time);
TlReleasePlace *tl_release_place_copy      (const TlReleasePlace  *self);
void            tl_release_place_free      (TlReleasePlace        *self);

TlWrittenPiece *tl_written_piece_new       (const char            *name,
                                            gint64                 size,
                                            const char            *digest);
TlWrittenPiece *tl_written_piece_new_of    (const char            *name,
                                            GBytes                *bytes);

char           *tl_release_place_find_way  (const char            *library,
                                            const char            *target);
char           *tl_release_place_dup_path  (const TlReleasePlace  *self,
                                            const char            *library,
                                            const char            *piece);
gboolean        tl_release_place_look      (TlReleasePlace        *self,
                                            const char            *library,
                                            GCancellable          *cancellable,
                                            GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReleasePlace, tl_release_place_free)

G_END_DECLS
