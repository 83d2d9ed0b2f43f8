/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPace:
 * @began: when, in microseconds
 *
 * How fast files are gathered.
 */
typedef struct {
  gint64 began;
} TlPace;

char *tl_pace_dup_words (const TlPace *self,
                         gint64        now,
                         guint         done,
                         guint         total);

G_END_DECLS
