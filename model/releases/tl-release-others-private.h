/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/releases/tl-release.h"

G_BEGIN_DECLS

GPtrArray *_tl_release_ask_others (const TlRelease    *release,
                                   TlLibrary          *library,
                                   GPtrArray          *earlier,
                                   TlReleaseProgress   progress,
                                   gpointer            user_data,
                                   GCancellable       *cancellable,
                                   GError            **error);

G_END_DECLS
