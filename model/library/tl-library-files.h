/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which files are meant by what a person gives; for this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlFoundFile:
 * @path: where it is
 * @name: what to call it: valid UTF-8 on one line
 * @reason: (nullable): why it can't be taken
 */
typedef struct {
  char *path;
  char *name;
  char *reason;
} TlFoundFile;

GPtrArray *tl_library_find_files (const char *const *paths);
gboolean   tl_library_is_zip     (const char        *path);

G_END_DECLS
