/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates made from minutes, and moved along the calendar without becoming more or less precise. */
#include "config.h"

#include "model/base/tl-date-shift.h"

#include "model/base/tl-date-private.h"

#define HOUR_MINUTES 60
#define DAY_MINUTES (24 * HOUR_MINUTES)
#define WINTER_MONTH 12
/* The last day that GLib knows: 31 December of the year 9999. */
#define LAST_DAY 3652059

static TlDateUnit
get_unit (const TlMoment *moment)
{
  if (moment->minute != TL_DATE_NO_MINUTE)
    return TL_DATE_UNIT_MINUTE;
  if (moment->day != 0)
    return TL_DATE_UNIT_DAY;
  if (moment->month >= TL_DATE_SPRING)
    return TL_DATE_UNIT_SEASON;
  return moment->month != 0 ? TL_DATE_UNIT_MONTH : TL_DATE_UNIT_YEAR;
}

/**
 * tl_date_get_unit:
 *
 * Returns: how precise @date is; of "between", the less precise end
 */
TlDateUnit
tl_date_get_unit (const TlDate *date)
{
  g_return_val_if_fail (date != NULL, TL_DATE_UNIT_YEAR);
  return MAX (get_unit (&date->from), get_unit (&date->to));
}

static void
set_day (TlMoment *moment,
         gint64    julian)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) CLAMP (julian, 1, LAST_DAY));
  moment->year = g_date_get_year (&day);
  moment->month = (guint8) g_date_get_month (&day);
  moment->day = g_date_get_day (&day);
}

static gint64
get_day (const TlMoment *moment)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, moment->day, (GDateMonth) moment->month, moment->year);
  return g_date_get_julian (&day);
}

/**
 * tl_date_from_minute:
 * @minute: as those of the bounds of a date
 * @unit: how precise the date is to be
 * @date: (out): the date
 *
 * Returns: whether there is such a date in the years that can be written
 */
gboolean
tl_date_from_minute (gint64      minute,
                     TlDateUnit  unit,
                     TlDate     *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  TlMoment moment = { .minute = TL_DATE_NO_MINUTE };
  int of_day;

  if (minute < 0)
    return FALSE;
  set_day (&moment, minute / DAY_MINUTES + 1);
  of_day = (int) (minute % DAY_MINUTES);
  if (unit == TL_DATE_UNIT_MINUTE)
    moment.minute = (gint16) of_day;
  else if (unit == TL_DATE_UNIT_HOUR)
    moment.minute = (gint16) (of_day / HOUR_MINUTES * HOUR_MINUTES);
  else if (unit > TL_DATE_UNIT_DAY)
    moment.day = 0;
  if (unit == TL_DATE_UNIT_YEAR)
    moment.month = 0;
  else if (unit == TL_DATE_UNIT_SEASON)
    {
      /* January and February belong to the winter that began in December before. */
      guint of_year = (moment.month + WINTER_MONTH - 3) % 12 / 3;

      moment.year = (guint16) (moment.month < 3 ? moment.year - 1 : moment.year);
      moment.month = (guint8) (TL_DATE_SPRING + of_year);
    }
  *date = (TlDate) { moment, moment, TL_DATE_CERTAIN };
  return _tl_moment_is_valid (&moment);
}

/* The 31st of a month is the last of one that has no 31st. */
static void
keep_day (TlMoment *moment)
{
  if (moment->day != 0)
    moment->day = MIN (moment->day, g_date_get_days_in_month ((GDateMonth) moment->month, moment->year));
}

static int
floor_divide (int a,
              int b)
{
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

static gboolean
shift_moment (TlMoment   *moment,
              TlDateUnit  unit,
              int         n)
{
  gint64 minute;
  int count, year = moment->year;

  switch (unit)
    {
    case TL_DATE_UNIT_MINUTE:
    case TL_DATE_UNIT_HOUR:
      minute = get_day (moment) * DAY_MINUTES + moment->minute + (gint64) n * (unit == TL_DATE_UNIT_HOUR ? 60 : 1);
      set_day (moment, minute / DAY_MINUTES);
      moment->minute = (gint16) (minute % DAY_MINUTES);
      break;
    case TL_DATE_UNIT_DAY:
      set_day (moment, get_day (moment) + n);
      break;
    case TL_DATE_UNIT_SEASON:
      if (moment->month >= TL_DATE_SPRING)
        {
          count = year * 4 + moment->month - TL_DATE_SPRING + n;
          year = floor_divide (count, 4);
          moment->month = (guint8) (TL_DATE_SPRING + count - year * 4);
          break;
        }
      n *= 3;
      G_GNUC_FALLTHROUGH;
    case TL_DATE_UNIT_MONTH:
      count = year * 12 + moment->month - 1 + n;
      year = floor_divide (count, 12);
      moment->month = (guint8) (count - year * 12 + 1);
      break;
    case TL_DATE_UNIT_YEAR:
    default:
      year += n;
      break;
    }
  if (unit > TL_DATE_UNIT_DAY)
    {
      if (year < TL_DATE_MIN_YEAR || year > TL_DATE_MAX_YEAR)
        return FALSE;
      moment->year = (guint16) year;
      keep_day (moment);
    }
  return _tl_moment_is_valid (moment);
}

/**
 * tl_date_shift:
 * @unit: what to count in; not finer than @date is precise
 * @n: how many of them later; earlier where negative
 * @shifted: (out): the date, as precise as before
 *
 * Returns: whether there is such a date
 */
gboolean
tl_date_shift (const TlDate *date,
               TlDateUnit    unit,
               int           n,
               TlDate       *shifted)
{
  g_return_val_if_fail (date != NULL && shifted != NULL && unit >= tl_date_get_unit (date), FALSE);

  TlDate result = *date;

  if (!shift_moment (&result.from, unit, n) || !shift_moment (&result.to, unit, n))
    return FALSE;
  *shifted = result;
  return TRUE;
}

/**
 * tl_date_count_units:
 * @unit: what to count in
 * @minutes: how far @date is to be moved
 *
 * Returns: how many of @unit that is, to the nearest
 */
int
tl_date_count_units (const TlDate *date,
                     TlDateUnit    unit,
                     gint64        minutes)
{
  /* Half of a unit further, so that what is nearer to the next counts as the next. */
  static const gint64 halves[] = { 0, 30, DAY_MINUTES / 2, 15 * DAY_MINUTES, 45 * DAY_MINUTES, 182 * DAY_MINUTES };
  gint64 from, to;
  TlDate begin, end;

  g_return_val_if_fail (date != NULL, 0);

  const TlDate certain = { date->from, date->from, TL_DATE_CERTAIN };
  tl_date_get_bounds (&certain, &from, &to);
  if (unit <= TL_DATE_UNIT_DAY)
    {
      gint64 size = unit == TL_DATE_UNIT_DAY ? DAY_MINUTES : unit == TL_DATE_UNIT_HOUR ? HOUR_MINUTES : 1;

      to = minutes + (minutes < 0 ? -halves[unit] : halves[unit]);
      return (int) (to / size);
    }
  if (!tl_date_from_minute (from, unit, &begin) || !tl_date_from_minute (from + minutes + halves[unit], unit, &end))
    return 0;
  if (unit == TL_DATE_UNIT_SEASON)
    return (end.from.year - begin.from.year) * 4 + end.from.month - begin.from.month;
  if (unit == TL_DATE_UNIT_MONTH)
    return (end.from.year - begin.from.year) * 12 + end.from.month - begin.from.month;
  return end.from.year - begin.from.year;
}
