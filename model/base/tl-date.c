/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as far as they are known: their one spelling (EDTF), the time that they may mean, and their order. */
#include "config.h"

#include "model/base/tl-date-private.h"

#include <string.h>

/* EDTF */

static gboolean
read_digits (const char **cursor,
             guint        n,
             guint       *number)
{
  const char *text = *cursor;

  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (guint) (text[i] - '0');
    }
  *cursor = text + n;
  return TRUE;
}

static gboolean
skip (const char **cursor,
      const char  *what)
{
  if (!g_str_has_prefix (*cursor, what))
    return FALSE;
  *cursor += strlen (what);
  return TRUE;
}

/**
 * _tl_moment_is_valid:
 * @moment: a moment
 *
 * Returns: whether there is such a moment, no finer than its coarser parts allow
 */
gboolean
_tl_moment_is_valid (const TlMoment *moment)
{
  gboolean season = moment->month >= TL_DATE_SPRING && moment->month <= TL_DATE_WINTER;

  if (moment->year < TL_DATE_MIN_YEAR || moment->year > TL_DATE_MAX_YEAR || (moment->month > 12 && !season))
    return FALSE;
  if (moment->day != 0
      && (season || moment->month == 0 || !g_date_valid_dmy (moment->day, (GDateMonth) moment->month, moment->year)))
    return FALSE;
  return moment->minute == TL_DATE_NO_MINUTE
         || (moment->day != 0 && moment->minute >= 0 && moment->minute < TL_DATE_DAY_MINUTES);
}

static gboolean
parse_moment (const char **cursor,
              TlMoment    *moment)
{
  guint year = 0, month = 0, day = 0, hour = 0, minute = 0;
  gboolean has_time = FALSE;

  if (!read_digits (cursor, 4, &year))
    return FALSE;
  if (skip (cursor, "-"))
    {
      if (!read_digits (cursor, 2, &month) || month == 0)
        return FALSE;
      if (skip (cursor, "-"))
        {
          if (!read_digits (cursor, 2, &day) || day == 0)
            return FALSE;
          has_time = skip (cursor, "T");
          if (has_time && (!read_digits (cursor, 2, &hour) || !skip (cursor, ":") || !read_digits (cursor, 2, &minute)
                           || hour > 23 || minute > 59))
            return FALSE;
        }
    }

  *moment = (TlMoment) { (guint16) year, (guint8) month, (guint8) day,
                         has_time ? (gint16) (hour * 60 + minute) : TL_DATE_NO_MINUTE };
  return _tl_moment_is_valid (moment);
}

static TlDateDoubt
parse_doubt (const char **cursor)
{
  if (skip (cursor, "~"))
    return TL_DATE_APPROXIMATE;
  if (skip (cursor, "?"))
    return TL_DATE_UNCERTAIN;
  if (skip (cursor, "%"))
    return TL_DATE_APPROXIMATE | TL_DATE_UNCERTAIN;
  return TL_DATE_CERTAIN;
}

/**
 * tl_date_parse:
 * @text: (nullable): a date in EDTF
 * @date: (out) (optional): the date
 *
 * Reads the spelling that a review keeps. The two ends of "between" may stand in either order, as they mean the same;
 * @date has them in order, and of two equal ends makes one moment.
 *
 * Returns: whether @text is a date that exists, from 1800 to 2199
 */
gboolean
tl_date_parse (const char *text,
               TlDate     *date)
{
  TlDate parsed = { 0 };
  const char *cursor = text;

  if (text == NULL)
    return FALSE;

  if (skip (&cursor, "["))
    {
      if (!parse_moment (&cursor, &parsed.from) || !skip (&cursor, "..") || !parse_moment (&cursor, &parsed.to)
          || !skip (&cursor, "]"))
        return FALSE;
      _tl_date_set_ends (&parsed, &parsed.from, &parsed.to);
    }
  else
    {
      if (!parse_moment (&cursor, &parsed.from))
        return FALSE;
      parsed.to = parsed.from;
      parsed.doubt = parse_doubt (&cursor);
    }
  if (*cursor != '\0')
    return FALSE;

  if (date != NULL)
    *date = parsed;
  return TRUE;
}

static void
append_moment (GString        *text,
               const TlMoment *moment)
{
  g_string_append_printf (text, "%04u", moment->year);
  if (moment->month != 0)
    g_string_append_printf (text, "-%02u", moment->month);
  if (moment->day != 0)
    g_string_append_printf (text, "-%02u", moment->day);
  if (moment->minute != TL_DATE_NO_MINUTE)
    g_string_append_printf (text, "T%02d:%02d", moment->minute / 60, moment->minute % 60);
}

/**
 * tl_date_dup_edtf:
 * @date: a date
 *
 * Returns: (transfer full): the one spelling of @date, which tl_date_parse() reads
 */
char *
tl_date_dup_edtf (const TlDate *date)
{
  static const char *const marks[] = { "", "~", "?", "%" };
  GString *text = g_string_new (NULL);

  if (tl_date_is_between (date))
    {
      g_string_append_c (text, '[');
      append_moment (text, &date->from);
      g_string_append (text, "..");
      append_moment (text, &date->to);
      g_string_append_c (text, ']');
    }
  else
    {
      append_moment (text, &date->from);
      g_string_append (text, marks[date->doubt]);
    }
  return g_string_free (text, FALSE);
}

/* Time */

/* Months counted from January of the year 0. */
static void
get_months (const TlMoment *moment,
            int            *first,
            int            *last)
{
  int january = moment->year * 12;

  if (moment->month == 0)
    {
      *first = january;
      *last = january + 11;
    }
  else if (moment->month >= TL_DATE_SPRING)
    {
      *first = january + 2 + (moment->month - TL_DATE_SPRING) * 3;
      *last = *first + 2;
    }
  else
    *first = *last = january + moment->month - 1;
}

/* The first minute of the first day of month number @month. */
static gint64
month_start (int month)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, (GDateMonth) (month % 12 + 1), (GDateYear) (month / 12));
  return ((gint64) g_date_get_julian (&day) - 1) * TL_DATE_DAY_MINUTES;
}

static void
get_moment_bounds (const TlMoment *moment,
                   gint64         *earliest,
                   gint64         *latest)
{
  int first, last;

  get_months (moment, &first, &last);
  *earliest = month_start (first);
  if (moment->day == 0)
    *latest = month_start (last + 1) - 1;
  else if (moment->minute == TL_DATE_NO_MINUTE)
    {
      *earliest += (moment->day - 1) * TL_DATE_DAY_MINUTES;
      *latest = *earliest + TL_DATE_DAY_MINUTES - 1;
    }
  else
    {
      *earliest += (moment->day - 1) * TL_DATE_DAY_MINUTES + moment->minute;
      *latest = *earliest;
    }
}

/* How far "about" reaches on each side. EDTF leaves it open; ours is half of what people count in when they speak so
 * precisely: half a year about a year, half a season about a season, half a month about a month, half a week about a
 * day, half an hour about a time. */
static gint64
get_reach (const TlMoment *moment)
{
  if (moment->minute != TL_DATE_NO_MINUTE)
    return 30;
  if (moment->day != 0)
    return 7 * TL_DATE_DAY_MINUTES / 2;
  if (moment->month >= TL_DATE_SPRING)
    return 45 * TL_DATE_DAY_MINUTES;
  return (moment->month != 0 ? 15 : 183) * TL_DATE_DAY_MINUTES;
}

/**
 * tl_date_is_between:
 * @date: a date
 *
 * Returns: whether @date is some time between two moments
 */
gboolean
tl_date_is_between (const TlDate *date)
{
  return date->from.year != date->to.year || date->from.month != date->to.month || date->from.day != date->to.day
         || date->from.minute != date->to.minute;
}

/**
 * tl_date_get_bounds:
 * @date: a date
 * @earliest: (out): the first minute that @date may mean
 * @latest: (out): the last, never before @earliest
 *
 * The time in which @date may lie, in minutes since the beginning of 1 January of the year 1 (Gregorian). Both ends
 * belong to it: a day is from 00:00 to 23:59, and a time of day is one minute. Doubt widens both ends by half a year
 * (183 days) for a year, 45 days for a season, 15 for a month, three and a half for a day and half an hour for a time
 * of day; by twice as much when the date is both approximate and uncertain. That is a convention of this program:
 * EDTF gives doubt no size.
 */
void
tl_date_get_bounds (const TlDate *date,
                    gint64       *earliest,
                    gint64       *latest)
{
  gint64 ignored;

  get_moment_bounds (&date->from, earliest, &ignored);
  get_moment_bounds (&date->to, &ignored, latest);
  if (date->doubt != TL_DATE_CERTAIN)
    {
      gint64 reach = get_reach (&date->from);

      if (date->doubt == (TL_DATE_APPROXIMATE | TL_DATE_UNCERTAIN))
        reach *= 2;
      *earliest -= reach;
      *latest += reach;
    }
}

/**
 * tl_date_init_day:
 * @date: (out): a date
 * @day: counted from 0 for 1 January of the year 1; a day of a year that a date can't have is the nearest that it can
 *
 * Makes @date the day that @day is.
 */
void
tl_date_init_day (TlDate *date,
                  gint64  day)
{
  gint64 first = month_start (TL_DATE_MIN_YEAR * 12) / TL_DATE_DAY_MINUTES;
  gint64 last = month_start ((TL_DATE_MAX_YEAR + 1) * 12) / TL_DATE_DAY_MINUTES - 1;
  GDate on;

  g_date_clear (&on, 1);
  g_date_set_julian (&on, (guint32) (CLAMP (day, first, last) + 1));
  date->from = (TlMoment) { g_date_get_year (&on), (guint8) g_date_get_month (&on), g_date_get_day (&on),
                            TL_DATE_NO_MINUTE };
  date->to = date->from;
  date->doubt = TL_DATE_CERTAIN;
}

/**
 * _tl_date_set_ends:
 * @date: (out): a date
 * @a: a moment
 * @b: another
 *
 * Makes @date some time between @a and @b, whichever comes first.
 */
void
_tl_date_set_ends (TlDate         *date,
                   const TlMoment *a,
                   const TlMoment *b)
{
  const TlDate first = { *a, *a, TL_DATE_CERTAIN }, second = { *b, *b, TL_DATE_CERTAIN };
  gboolean turned = tl_date_compare_start (&first, &second) > 0;

  *date = (TlDate) { turned ? second.from : first.from, turned ? first.from : second.from, TL_DATE_CERTAIN };
}

/**
 * tl_date_compare_start:
 * @a: a date
 * @b: a date
 *
 * Compares the first minutes that the dates may mean, for putting things in order; of two that begin together the one
 * that says less comes first.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tl_date_compare_start (const TlDate *a,
                       const TlDate *b)
{
  gint64 a_first, a_last, b_first, b_last;

  tl_date_get_bounds (a, &a_first, &a_last);
  tl_date_get_bounds (b, &b_first, &b_last);
  if (a_first != b_first)
    return a_first < b_first ? -1 : 1;
  return (a_last < b_last) - (a_last > b_last);
}

/**
 * tl_date_is_surely_after:
 * @a: a date
 * @b: a date
 *
 * Returns: whether the first minute that @a may mean comes after the last that @b may mean; "May 2010" is not surely
 *   after "2010"
 */
gboolean
tl_date_is_surely_after (const TlDate *a,
                         const TlDate *b)
{
  gint64 a_first, a_last, b_first, b_last;

  tl_date_get_bounds (a, &a_first, &a_last);
  tl_date_get_bounds (b, &b_first, &b_last);
  return a_first > b_last;
}

/* The month in the middle of what is said, the later of two; doubt reaches both ways and moves it nowhere. */
static int
middle_month (const TlDate *date)
{
  int first, last, ignored;

  get_months (&date->from, &first, &ignored);
  get_months (&date->to, &ignored, &last);
  return (first + last + 1) / 2;
}

/**
 * tl_date_months_between:
 * @from: a date
 * @to: a date
 *
 * The offset in which dates leave in the learning tier. Only the months count: the 31st of one month and the 1st of the
 * next are one apart. What is known less well than to its month counts as the month in its middle: a year as its July,
 * a spring as its April.
 *
 * Returns: whole months from @from to @to, negative when @to is earlier
 */
int
tl_date_months_between (const TlDate *from,
                        const TlDate *to)
{
  return middle_month (to) - middle_month (from);
}
