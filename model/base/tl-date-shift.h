/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-date.h"

G_BEGIN_DECLS

/**
 * TlDateUnit:
 *
 * What people count time in, from the finest.
 */
typedef enum {
  TL_DATE_UNIT_MINUTE,
  TL_DATE_UNIT_HOUR,
  TL_DATE_UNIT_DAY,
  TL_DATE_UNIT_MONTH,
  TL_DATE_UNIT_SEASON,
  TL_DATE_UNIT_YEAR,
} TlDateUnit;

TlDateUnit tl_date_get_unit    (const TlDate *date);
gboolean   tl_date_from_minute (gint64        minute,
                                TlDateUnit    unit,
                                TlDate       *date);
gboolean   tl_date_shift       (const TlDate *date,
                                TlDateUnit    unit,
                                int           n,
                                TlDate       *shifted);
int        tl_date_count_units (const TlDate *date,
                                TlDateUnit    unit,
                                gint64        minutes);

G_END_DECLS
