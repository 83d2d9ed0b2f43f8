/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_SCHEMA_ID_PATTERN "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
#define TL_SCHEMA_KEY_PATTERN "[A-Za-z0-9][A-Za-z0-9_.:\\-]{0,119}"

char *tl_schema_dup_integer_pattern (gint64 min,
                                     gint64 max);
char *tl_schema_dup_date_pattern    (void);

G_END_DECLS
