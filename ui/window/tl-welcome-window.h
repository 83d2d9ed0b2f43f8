/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_WELCOME_WINDOW (tl_welcome_window_get_type ())
G_DECLARE_FINAL_TYPE (TlWelcomeWindow, tl_welcome_window, TL, WELCOME_WINDOW, AdwApplicationWindow)

GtkWidget *tl_welcome_window_new        (GtkApplication  *application);
void       tl_welcome_window_show_error (TlWelcomeWindow *self,
                                         const char      *title,
                                         const char      *sentence);

G_END_DECLS
