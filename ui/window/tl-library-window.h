/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/library/tl-library.h"

G_BEGIN_DECLS

#define TL_TYPE_LIBRARY_WINDOW (tl_library_window_get_type ())
G_DECLARE_FINAL_TYPE (TlLibraryWindow, tl_library_window, TL, LIBRARY_WINDOW, AdwApplicationWindow)

GtkWindow *tl_library_window_new         (GtkApplication    *application,
                                          TlLibrary         *library);
TlLibrary *tl_library_window_get_library (TlLibraryWindow   *self);
void       tl_library_window_show_page   (TlLibraryWindow   *self,
                                          const char        *name);
void       tl_library_window_add         (TlLibraryWindow   *self,
                                          const char *const *paths);

G_END_DECLS
