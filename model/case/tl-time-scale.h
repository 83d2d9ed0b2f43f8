/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-date-shift.h"

G_BEGIN_DECLS

/* Pixels a minute takes when one can't come nearer. */
#define TL_TIME_SCALE_NEAREST 24.0

/**
 * TlTimeScale:
 * @start: the minute at the beginning of the view; minutes as those of the bounds of a date
 * @pixels: what a minute takes
 * @width: pixels of the view
 *
 * Which stretch of time is in view: numbers only.
 */
typedef struct {
  double start;
  double pixels;
  double width;
} TlTimeScale;

/**
 * TlTimeTick:
 * @minute: where it stands
 * @label: in the words of the user's language
 */
typedef struct {
  gint64 minute;
  char  *label;
} TlTimeTick;

double     tl_time_scale_to_x       (const TlTimeScale *self,
                                     double             minute);
double     tl_time_scale_to_minute  (const TlTimeScale *self,
                                     double             x);
void       tl_time_scale_zoom_at    (TlTimeScale       *self,
                                     double             factor,
                                     double             x);
void       tl_time_scale_fit        (TlTimeScale       *self,
                                     gint64             from,
                                     gint64             to,
                                     double             before,
                                     double             after);
gboolean   tl_time_scale_reveal     (TlTimeScale       *self,
                                     gint64             from,
                                     gint64             to,
                                     double             margin);
TlDateUnit tl_time_scale_get_unit   (const TlTimeScale *self,
                                     double             pixels);
GArray    *tl_time_scale_find_ticks (const TlTimeScale *self,
                                     double             distance,
                                     GArray           **above);

G_END_DECLS
