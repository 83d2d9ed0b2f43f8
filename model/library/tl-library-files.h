/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which files are meant by what a person gives; for this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deeper than any folder that somebody keeps records in. */
#define TL_LIBRARY_MAX_DEPTH 32

/**
 * TlFoundFile:
 * @path: where it is, from the root
 * @name: what to call it, as it was reached: valid UTF-8 on one line
 * @place: the same for @path, so that it is called alike from wherever it was reached
 * @reason: (nullable): why it can't be taken
 * @size: in bytes
 * @time: when it was last written, in nanoseconds since 1970
 *
 * A file, as it was when tl_file_list_get() looked at it. May be shared between threads.
 */
typedef struct {
  char  *path;
  char  *name;
  char  *place;
  char  *reason;
  gint64 size;
  gint64 time;
} TlFoundFile;

/**
 * TlFileList:
 *
 * Where files are, in a few bytes each, so that many may be listed before the first is read.
 */
typedef struct _TlFileList TlFileList;

/* Whether a file is to stay in the list. */
typedef gboolean (*TlFileListFunc) (const TlFoundFile *file,
                                    gpointer           data);

TlFileList  *tl_library_find_files (const char *const *paths);
gboolean     tl_library_is_zip     (const char        *path);

void         tl_file_list_free     (TlFileList        *self);
guint        tl_file_list_get_n    (const TlFileList  *self);
TlFoundFile *tl_file_list_get      (const TlFileList  *self,
                                    guint              i);
void         tl_file_list_filter   (TlFileList        *self,
                                    TlFileListFunc     func,
                                    gpointer           data);

TlFoundFile *tl_found_file_ref     (TlFoundFile       *file);
void         tl_found_file_unref   (TlFoundFile       *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFileList, tl_file_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFoundFile, tl_found_file_unref)

G_END_DECLS
