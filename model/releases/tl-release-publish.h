/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release.h"

G_BEGIN_DECLS

gboolean tl_release_publish (TlRelease     *self,
                             TlLibrary     *library,
                             const char    *target,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
