/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic between time and screen, from years to minutes, and the steps of the calendar that are marked there:
 * numbers and words, no widget. */
#include "config.h"

#include "model/case/tl-time-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/base/tl-date.h"

#define MINUTES_A_DAY (24 * 60)
/* 1 January of the year 1 and 31 December 9999, as GLib counts days. */
#define EPOCH_DAY 1
#define LAST_DAY 3652059

/* What is marked: every so many of a unit, and how many minutes that is more or less. */
static const struct {
  TlDateUnit unit;
  int        n;
  double     minutes;
} steps[] = {
  { TL_DATE_UNIT_MINUTE, 1, 1 },      { TL_DATE_UNIT_MINUTE, 5, 5 },       { TL_DATE_UNIT_MINUTE, 15, 15 },
  { TL_DATE_UNIT_MINUTE, 30, 30 },    { TL_DATE_UNIT_HOUR, 1, 60 },        { TL_DATE_UNIT_HOUR, 3, 180 },
  { TL_DATE_UNIT_HOUR, 6, 360 },      { TL_DATE_UNIT_HOUR, 12, 720 },      { TL_DATE_UNIT_DAY, 1, 1440 },
  { TL_DATE_UNIT_DAY, 2, 2880 },      { TL_DATE_UNIT_DAY, 7, 10080 },      { TL_DATE_UNIT_MONTH, 1, 43830 },
  { TL_DATE_UNIT_MONTH, 3, 131490 },  { TL_DATE_UNIT_YEAR, 1, 525960 },    { TL_DATE_UNIT_YEAR, 2, 1051920 },
  { TL_DATE_UNIT_YEAR, 5, 2629800 },  { TL_DATE_UNIT_YEAR, 10, 5259600 },  { TL_DATE_UNIT_YEAR, 25, 13149000 },
  { TL_DATE_UNIT_YEAR, 50, 26298000 }, { TL_DATE_UNIT_YEAR, 100, 52596000 },
};

/* Far more than a screen can show. */
#define MAX_TICKS 1000

double
tl_time_scale_to_x (const TlTimeScale *self,
                    double             minute)
{
  return (minute - self->start) * self->pixels;
}

double
tl_time_scale_to_minute (const TlTimeScale *self,
                         double             x)
{
  return self->start + x / self->pixels;
}

/* Nothing is known before the first year that can be written, nor after the last. */
static double
get_farthest (const TlTimeScale *self)
{
  return MAX (self->width, 1) / ((TL_DATE_MAX_YEAR - TL_DATE_MIN_YEAR) * 525960.0);
}

/**
 * tl_time_scale_zoom_at:
 * @factor: more than 1 to come nearer
 * @x: the spot that stays still
 */
void
tl_time_scale_zoom_at (TlTimeScale *self,
                       double       factor,
                       double       x)
{
  double minute = tl_time_scale_to_minute (self, x);

  self->pixels = CLAMP (self->pixels * factor, get_farthest (self), TL_TIME_SCALE_NEAREST);
  self->start = minute - x / self->pixels;
}

/**
 * tl_time_scale_fit:
 * @before: pixels to leave free before it
 * @after: pixels to leave free after it
 *
 * Shows the time from @from to @to whole, with @from and @to one day apart at least.
 */
void
tl_time_scale_fit (TlTimeScale *self,
                   gint64       from,
                   gint64       to,
                   double       before,
                   double       after)
{
  double minutes = (double) MAX (to - from, MINUTES_A_DAY);
  double room = MAX (self->width - before - after, 1);

  self->pixels = CLAMP (room / minutes, get_farthest (self), TL_TIME_SCALE_NEAREST);
  self->start = (double) (from + to) / 2 - (before + room / 2) / self->pixels;
}

/**
 * tl_time_scale_reveal:
 * @margin: pixels to leave free around it
 *
 * Moves as little as needed for the time from @from to @to to be in view, or for its beginning where it is too long.
 *
 * Returns: whether it moved
 */
gboolean
tl_time_scale_reveal (TlTimeScale *self,
                      gint64       from,
                      gint64       to,
                      double       margin)
{
  double start = tl_time_scale_to_x (self, (double) from) - margin;
  double end = tl_time_scale_to_x (self, (double) to) + margin;
  double shift = 0;

  if (start < 0 || end - start > self->width)
    shift = start;
  else if (end > self->width)
    shift = end - self->width;
  self->start += shift / self->pixels;
  return shift != 0;
}

/**
 * tl_time_scale_get_unit:
 * @pixels: what one can aim at
 *
 * Returns: the finest unit that takes at least @pixels: as exactly as a time can be pointed at
 */
TlDateUnit
tl_time_scale_get_unit (const TlTimeScale *self,
                        double             pixels)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].n == 1 && steps[i].minutes * self->pixels >= pixels)
        return steps[i].unit;
    }
  return TL_DATE_UNIT_YEAR;
}

static int
floor_to (int number,
          int step)
{
  return (int) floor ((double) number / step) * step;
}

/* A minute as a calendar and a clock show it. */
typedef struct {
  int year;
  int month;
  int day;
  int hour;
  int minute;
} Moment;

static gint64
join (const Moment *moment)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) moment->day, (GDateMonth) moment->month, (GDateYear) moment->year);
  return ((gint64) g_date_get_julian (&date) - EPOCH_DAY) * MINUTES_A_DAY + moment->hour * 60 + moment->minute;
}

static Moment
split (gint64 minute)
{
  gint64 day = (gint64) floor ((double) minute / MINUTES_A_DAY);
  int rest = (int) (minute - day * MINUTES_A_DAY);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (day + EPOCH_DAY, 1, LAST_DAY));
  return (Moment) { g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), rest / 60,
                    rest % 60 };
}

/* The last mark at or before @minute. */
static gint64
find_first (gint64 minute,
            guint  step)
{
  Moment time = split (minute);
  int n = steps[step].n;

  switch (steps[step].unit)
    {
    case TL_DATE_UNIT_MINUTE:
      time.minute = floor_to (time.minute, n);
      break;
    case TL_DATE_UNIT_HOUR:
      time.hour = floor_to (time.hour, n);
      time.minute = 0;
      break;
    case TL_DATE_UNIT_DAY:
      time.day = floor_to (time.day - 1, n) + 1;
      time.hour = time.minute = 0;
      break;
    case TL_DATE_UNIT_MONTH:
      time.month = floor_to (time.month - 1, n) + 1;
      time.day = 1;
      time.hour = time.minute = 0;
      break;
    case TL_DATE_UNIT_YEAR:
    default:
      time.year = floor_to (time.year, n);
      time.month = time.day = 1;
      time.hour = time.minute = 0;
      break;
    }
  return join (&time);
}

/* The mark after one. */
static gint64
find_next (gint64 minute,
           guint  step)
{
  Moment time = split (minute);
  int n = steps[step].n;

  switch (steps[step].unit)
    {
    case TL_DATE_UNIT_MINUTE:
      return minute + n;
    case TL_DATE_UNIT_HOUR:
      return minute + 60 * n;
    case TL_DATE_UNIT_DAY:
      /* No mark so near the first of a month that there is no room for both. */
      if (time.day + n + (n + 1) / 2 > g_date_get_days_in_month ((GDateMonth) time.month, (GDateYear) time.year) + 1
          && n > 1)
        return join (&(Moment) { time.year + time.month / 12, time.month % 12 + 1, 1, 0, 0 });
      return minute + (gint64) n * MINUTES_A_DAY;
    case TL_DATE_UNIT_MONTH:
      time.month += n;
      time.year += (time.month - 1) / 12;
      time.month = (time.month - 1) % 12 + 1;
      return join (&time);
    case TL_DATE_UNIT_YEAR:
    default:
      time.year += n;
      return join (&time);
    }
}

static char *
format (gint64      minute,
        const char *pattern)
{
  Moment time = split (minute);
  g_autoptr (GDateTime) when
      = g_date_time_new_utc (time.year, time.month, time.day, time.hour, time.minute, 0);

  return g_date_time_format (when, pattern);
}

static char *
dup_label (gint64     minute,
           TlDateUnit unit)
{
  switch (unit)
    {
    case TL_DATE_UNIT_MINUTE:
    case TL_DATE_UNIT_HOUR:
      return format (minute, "%H:%M");
    case TL_DATE_UNIT_DAY:
      return format (minute, "%-e");
    case TL_DATE_UNIT_MONTH:
      /* Translators: a month among others of its year, as a strftime() format. */
      return format (minute, _("%b"));
    case TL_DATE_UNIT_YEAR:
    default:
      return format (minute, "%Y");
    }
}

static char *
dup_label_above (gint64     minute,
                 TlDateUnit unit)
{
  switch (unit)
    {
    case TL_DATE_UNIT_DAY:
      /* Translators: the day that hours belong to, as a strftime() format. */
      return format (minute, _("%A %-e %B %Y"));
    case TL_DATE_UNIT_MONTH:
      /* Translators: the month that days belong to, as a strftime() format. */
      return format (minute, _("%B %Y"));
    case TL_DATE_UNIT_MINUTE:
    case TL_DATE_UNIT_HOUR:
    case TL_DATE_UNIT_YEAR:
    default:
      return format (minute, "%Y");
    }
}

static void
clear_tick (gpointer tick)
{
  g_free (((TlTimeTick *) tick)->label);
}

static GArray *
collect (const TlTimeScale *self,
         guint              step,
         gboolean           above)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (TlTimeTick));
  gint64 last = (gint64) ceil (tl_time_scale_to_minute (self, self->width));
  gint64 minute = find_first ((gint64) floor (self->start), step);

  g_array_set_clear_func (ticks, clear_tick);
  for (guint i = 0; i < MAX_TICKS && minute <= last; i++, minute = find_next (minute, step))
    {
      const TlTimeTick tick = { minute, above ? dup_label_above (minute, steps[step].unit)
                                              : dup_label (minute, steps[step].unit) };
      g_array_append_val (ticks, tick);
    }
  return ticks;
}

static guint
find_step (TlDateUnit unit)
{
  guint step = 0;

  while (steps[step].unit != unit || steps[step].n != 1)
    step++;
  return step;
}

/**
 * tl_time_scale_find_ticks:
 * @distance: pixels between two marks, at least
 * @above: (out) (element-type TlTimeTick): what these are parts of: the days of hours, the months of days, the years of
 *   months; none above years
 *
 * The calendar's steps in view, from the last one before it.
 *
 * Returns: (transfer full) (element-type TlTimeTick): the marks
 */
GArray *
tl_time_scale_find_ticks (const TlTimeScale *self,
                          double             distance,
                          GArray           **above)
{
  g_return_val_if_fail (self != NULL && self->pixels > 0 && above != NULL, NULL);

  guint step = 0;

  while (step + 1 < G_N_ELEMENTS (steps) && steps[step].minutes * self->pixels < distance)
    step++;

  TlDateUnit unit = steps[step].unit;
  if (unit == TL_DATE_UNIT_YEAR)
    *above = g_array_new (FALSE, FALSE, sizeof (TlTimeTick));
  else
    {
      TlDateUnit over = unit < TL_DATE_UNIT_DAY   ? TL_DATE_UNIT_DAY
                        : unit < TL_DATE_UNIT_MONTH ? TL_DATE_UNIT_MONTH
                                                    : TL_DATE_UNIT_YEAR;

      *above = collect (self, find_step (over), TRUE);
    }
  return collect (self, step, FALSE);
}
