/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_DATE_MIN_YEAR 1800
#define TL_DATE_MAX_YEAR 2199

/* Seasons as EDTF counts them, where months are counted. */
#define TL_DATE_SPRING 21
#define TL_DATE_WINTER 24

#define TL_DATE_NO_MINUTE (-1)
#define TL_DATE_DAY_MINUTES (24 * 60)

/**
 * TlMoment:
 * @year: 1800 to 2199
 * @month: 1 to 12, a season from %TL_DATE_SPRING to %TL_DATE_WINTER, or 0 when not known
 * @day: 1 to 31, or 0 when not known
 * @minute: of the day, 0 to 1439, or %TL_DATE_NO_MINUTE when not known
 *
 * A point in time, as far as it is known. A season has three whole months, as the weather services of the northern
 * half of the world count: spring is March to May, and the winter of 2009 December 2009 to February 2010.
 */
typedef struct {
  guint16 year;
  guint8  month;
  guint8  day;
  gint16  minute;
} TlMoment;

/**
 * TlDateDoubt:
 * @TL_DATE_APPROXIMATE: about then ("~")
 * @TL_DATE_UNCERTAIN: whoever says so may be wrong ("?")
 *
 * Why a date may mean more than it says; "%" is both.
 */
typedef enum {
  TL_DATE_CERTAIN = 0,
  TL_DATE_APPROXIMATE = 1 << 0,
  TL_DATE_UNCERTAIN = 1 << 1,
} TlDateDoubt;

/**
 * TlDate:
 * @from: the moment, or the earlier end of "between"
 * @to: the later end; the same as @from for a single moment
 * @doubt: of a single moment
 *
 * A date as far as it is known, in the part of EDTF (ISO 8601-2:2019) that a case needs: 2010, 2009-21 for a season,
 * 2010-05, 2010-05-17, 2010-05-17T14:30, each with ~, ? or % for doubt, and [2009-05..2009-08] for some time between.
 * Records of a case often know no more, and say so.
 */
typedef struct {
  TlMoment    from;
  TlMoment    to;
  TlDateDoubt doubt;
} TlDate;

gboolean  tl_date_parse           (const char    *text,
                                   TlDate        *date);
char     *tl_date_dup_edtf        (const TlDate  *date);
gboolean  tl_date_is_between      (const TlDate  *date);
void      tl_date_get_bounds      (const TlDate  *date,
                                   gint64        *earliest,
                                   gint64        *latest);
void      tl_date_init_day        (TlDate        *date,
                                   gint64         day);
int       tl_date_compare_start   (const TlDate  *a,
                                   const TlDate  *b);
gboolean  tl_date_is_surely_after (const TlDate  *a,
                                   const TlDate  *b);
int       tl_date_months_between  (const TlDate  *from,
                                   const TlDate  *to);

char     *tl_date_format          (const TlDate  *date);
gboolean  tl_date_read            (const char    *text,
                                   TlDate        *date,
                                   GError       **error);

G_END_DECLS
