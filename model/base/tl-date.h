/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_DATE_MIN_YEAR 1800
#define TL_DATE_MAX_YEAR 2199

/**
 * TlDate:
 * @year: 1800 to 2199
 * @month: 1 to 12, or 0 when not known
 * @day: 1 to 31, or 0 when not known
 *
 * A partial date. Records of a case often know only the month or the year, and say so.
 */
typedef struct {
  guint16 year;
  guint8  month;
  guint8  day;
} TlDate;

gboolean  tl_date_parse           (const char   *text,
                                   TlDate       *date);
int       tl_date_compare_start   (const TlDate *a,
                                   const TlDate *b);
gboolean  tl_date_is_surely_after (const TlDate *a,
                                   const TlDate *b);
int       tl_date_months_between  (const TlDate *from,
                                   const TlDate *to);
char     *tl_date_format          (const TlDate *date);

G_END_DECLS
