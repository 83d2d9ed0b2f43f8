/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlReading:
 * @TL_READING_NOT_BEGUN: it has not been opened here
 * @TL_READING_IN_PART: some of it has been in view
 * @TL_READING_TO_THE_END: its end has been in view
 *
 * How far the person at this desk has read a source.
 */
typedef enum {
  TL_READING_NOT_BEGUN,
  TL_READING_IN_PART,
  TL_READING_TO_THE_END,
} TlReading;

TlReading tl_reading_get       (const char *source_id);
guint     tl_reading_get_place (const char *source_id);
void      tl_reading_keep      (const char *source_id,
                                guint       place,
                                guint       seen,
                                guint       length);

G_END_DECLS
