/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another program that works for us within bounds; for this room only. */
#pragma once

#include "model/document/tl-draft-private.h"

G_BEGIN_DECLS

/**
 * TlChildEnd:
 * @status: as of waitpid()
 * @timed_out: it was stopped for taking too long
 * @overflowed: it was stopped for saying too much
 *
 * How a program came to its end.
 */
typedef struct {
  int      status;
  gboolean timed_out;
  gboolean overflowed;
} TlChildEnd;

GByteArray *_tl_child_run (const char *const *arguments,
                           int                input,
                           gsize              max_output,
                           GCancellable      *cancellable,
                           TlChildEnd        *end,
                           GError           **error);

G_END_DECLS
