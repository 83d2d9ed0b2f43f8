/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_ERROR (tl_error_quark ())

/**
 * TlError:
 * @TL_ERROR_FAILED: the disk or the database would not
 * @TL_ERROR_NOT_OURS: the file is something else
 * @TL_ERROR_NEWER: written by a newer version of Throughline
 * @TL_ERROR_DAMAGED: the file has been damaged
 * @TL_ERROR_LOCKED: another program is writing for too long
 * @TL_ERROR_READ_ONLY: the file or this view of it can't be changed
 * @TL_ERROR_INVALID: what was given breaks a rule; the message says which and where
 * @TL_ERROR_NOT_FOUND: there is no such record, field, kind, file
 * @TL_ERROR_TOO_LARGE: over a stated limit
 *
 * What can go wrong. Each is something that a caller does differently.
 */
typedef enum {
  TL_ERROR_FAILED,
  TL_ERROR_NOT_OURS,
  TL_ERROR_NEWER,
  TL_ERROR_DAMAGED,
  TL_ERROR_LOCKED,
  TL_ERROR_READ_ONLY,
  TL_ERROR_INVALID,
  TL_ERROR_NOT_FOUND,
  TL_ERROR_TOO_LARGE,
} TlError;

GQuark   tl_error_quark  (void);
gboolean tl_error_refuse (GError     **error,
                          const char  *format,
                          ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
