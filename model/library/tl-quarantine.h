/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

GPtrArray *tl_library_list_quarantined   (TlLibrary          *self,
                                          GError            **error);
GStrv      tl_library_dup_quarantined    (TlLibrary          *self,
                                          const char         *file,
                                          GError            **error);
gboolean   tl_library_forget_quarantined (TlLibrary          *self,
                                          const char         *file,
                                          GError            **error);

G_END_DECLS
