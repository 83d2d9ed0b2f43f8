/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/releases/tl-release.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_MADE (tl_release_made_get_type ())
G_DECLARE_FINAL_TYPE (TlReleaseMade, tl_release_made, TL, RELEASE_MADE, AdwBin)

GtkWidget *tl_release_made_new   (void);
void       tl_release_made_set   (TlReleaseMade    *self,
                                  const TlRelease  *release,
                                  const char       *target);
void       tl_release_made_clear (TlReleaseMade    *self);

G_END_DECLS
