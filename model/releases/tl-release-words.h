/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release-log.h"
#include "model/releases/tl-release.h"

G_BEGIN_DECLS

char       *tl_release_dup_settings        (const TlRelease       *self);
char       *tl_release_dup_withheld        (const TlRelease       *self);
char       *tl_release_dup_comparison      (const TlRelease       *self);

char       *tl_logged_release_dup_withheld (const TlLoggedRelease *self);

const char *tl_piece_state_get_key         (TlPieceState           state);
char       *tl_written_piece_dup_words     (const TlWrittenPiece  *self);
char       *tl_release_place_dup_words     (const TlReleasePlace  *self);

G_END_DECLS
