/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/releases/tl-release-log.h"
#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_PIECES (tl_release_pieces_get_type ())
G_DECLARE_FINAL_TYPE (TlReleasePieces, tl_release_pieces, TL, RELEASE_PIECES, AdwBin)

GtkWidget *tl_release_pieces_new         (TlQuestion            *question);
void       tl_release_pieces_set_release (TlReleasePieces       *self,
                                          const TlLoggedRelease *release);

G_END_DECLS
