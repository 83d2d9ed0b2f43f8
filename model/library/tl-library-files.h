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
 */
typedef struct {
  char  *path;
  char  *name;
  char  *place;
  char  *reason;
  gint64 size;
  gint64 time;
} TlFoundFile;

GPtrArray *tl_library_find_files (const char *const *paths);
gboolean   tl_library_is_zip     (const char        *path);

G_END_DECLS
