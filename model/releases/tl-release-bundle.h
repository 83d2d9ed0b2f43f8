/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release.h"

G_BEGIN_DECLS

/**
 * TlReleasePiece:
 * @name: of the file
 * @bytes: what is in it
 *
 * A file of a release.
 */
typedef struct {
  char   *name;
  GBytes *bytes;
} TlReleasePiece;

GPtrArray *tl_release_bundle_make (const TlRelease  *self,
                                   GCancellable     *cancellable,
                                   GError          **error);

G_END_DECLS
