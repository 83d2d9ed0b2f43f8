/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *tl_settings_dup_string (const char *key);
void      tl_settings_set_string (const char *key,
                                  const char *value);
int       tl_settings_get_int    (const char *key,
                                  int         fallback);
void      tl_settings_set_int    (const char *key,
                                  int         value);
gboolean  tl_settings_get_bool   (const char *key);
void      tl_settings_set_bool   (const char *key,
                                  gboolean    value);

G_END_DECLS
