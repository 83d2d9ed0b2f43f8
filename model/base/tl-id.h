/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_ID_LENGTH 36

char     *tl_id_new       (void);
gboolean  tl_id_is_valid  (const char *id);
char     *tl_id_pseudonym (const char *key,
                           const char *id);

G_END_DECLS
