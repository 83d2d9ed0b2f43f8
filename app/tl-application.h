/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_APPLICATION (tl_application_get_type ())
G_DECLARE_FINAL_TYPE (TlApplication, tl_application, TL, APPLICATION, AdwApplication)

TlApplication *tl_application_new       (void);
void           tl_application_open_file (TlApplication *self,
                                         GFile         *file);

/* tl-application-actions.c */
void           _tl_application_add_actions (TlApplication *self);
void           _tl_application_show_welcome (TlApplication *self,
                                         const char    *title,
                                         const char    *sentence);

G_END_DECLS
