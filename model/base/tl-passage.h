/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_passage_split (const char  *text,
                        guint        start,
                        guint        end,
                        char       **before,
                        char       **after);

G_END_DECLS
