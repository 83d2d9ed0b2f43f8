/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/releases/tl-release.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_PREVIEW (tl_release_preview_get_type ())
G_DECLARE_FINAL_TYPE (TlReleasePreview, tl_release_preview, TL, RELEASE_PREVIEW, AdwBin)

GtkWidget       *tl_release_preview_new          (void);

void             tl_release_preview_set_nothing  (TlReleasePreview  *self);
void             tl_release_preview_set_fraction (TlReleasePreview  *self,
                                                  double             fraction);
void             tl_release_preview_set_release  (TlReleasePreview  *self,
                                                  TlRelease         *release);
void             tl_release_preview_set_failed   (TlReleasePreview  *self,
                                                  const char        *title,
                                                  const char        *advice);
void             tl_release_preview_show_table   (TlReleasePreview  *self,
                                                  guint              table);
const TlRelease *tl_release_preview_get_release  (TlReleasePreview  *self);

G_END_DECLS
