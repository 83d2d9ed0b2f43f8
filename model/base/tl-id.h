/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_ID_LENGTH 36

char     *tl_id_new       (void);
gboolean  tl_id_is_valid  (const char *id);
char     *tl_id_pseudonym (const char *key,
                           const char *id);

/* As how many bytes an id is kept where there are many. */
#define TL_ID_PACKED 16

gboolean  tl_id_parse     (const char   *id,
                           gsize         length,
                           guint8        packed[TL_ID_PACKED]);
void      tl_id_pack      (const char   *id,
                           guint8        packed[TL_ID_PACKED]);
char     *tl_id_unpack    (const guint8 *packed,
                           gsize         length);

G_END_DECLS
