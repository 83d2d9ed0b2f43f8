/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Partial dates: 2010, 2010-05, 2010-05-17. */
#include "config.h"

#include "model/base/tl-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
read_digits (const char *text,
             guint       n,
             guint      *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (guint) (text[i] - '0');
    }
  return TRUE;
}

/**
 * tl_date_parse:
 * @text: (nullable): YYYY, YYYY-MM or YYYY-MM-DD
 * @date: (out) (optional): the date
 *
 * Returns: whether @text is a partial date that exists, from 1800 to 2199
 */
gboolean
tl_date_parse (const char *text,
               TlDate     *date)
{
  gsize length = text != NULL ? strnlen (text, 11) : 0;
  guint year = 0, month = 0, day = 0;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  if (!read_digits (text, 4, &year) || year < TL_DATE_MIN_YEAR || year > TL_DATE_MAX_YEAR)
    return FALSE;
  if (length >= 7 && (text[4] != '-' || !read_digits (text + 5, 2, &month) || month < 1 || month > 12))
    return FALSE;
  if (length == 10
      && (text[7] != '-' || !read_digits (text + 8, 2, &day)
          || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)))
    return FALSE;

  if (date != NULL)
    *date = (TlDate) { (guint16) year, (guint8) month, (guint8) day };
  return TRUE;
}

/**
 * tl_date_compare_start:
 * @a: a date
 * @b: a date
 *
 * Compares the first days that the dates may mean, for putting things in order.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tl_date_compare_start (const TlDate *a,
                       const TlDate *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;
  return (int) a->day - (int) b->day;
}

/**
 * tl_date_is_surely_after:
 * @a: a date
 * @b: a date
 *
 * Returns: whether the first day that @a may mean comes after the last that @b may mean; "May 2010" is not surely
 *   after "2010"
 */
gboolean
tl_date_is_surely_after (const TlDate *a,
                         const TlDate *b)
{
  if (a->year != b->year)
    return a->year > b->year;
  if (a->month == 0 || b->month == 0)
    return FALSE;
  if (a->month != b->month)
    return a->month > b->month;
  return a->day != 0 && b->day != 0 && a->day > b->day;
}

/**
 * tl_date_months_between:
 * @from: a date
 * @to: a date
 *
 * The offset in which dates leave in the learning tier. Only the months count: the 31st of one month and the 1st of the
 * next are one apart. A date that knows only its year counts as its July.
 *
 * Returns: whole months from @from to @to, negative when @to is earlier
 */
int
tl_date_months_between (const TlDate *from,
                        const TlDate *to)
{
  int from_month = from->month != 0 ? from->month : 7;
  int to_month = to->month != 0 ? to->month : 7;

  return ((int) to->year - (int) from->year) * 12 + to_month - from_month;
}

/**
 * tl_date_format:
 * @date: a date
 *
 * Returns: (transfer full): the date in the words of the user's language, as precise as it is known
 */
char *
tl_date_format (const TlDate *date)
{
  if (date->month == 0)
    return g_strdup_printf ("%u", date->year);

  g_autoptr (GDateTime) time = g_date_time_new_utc (date->year, date->month, MAX (date->day, 1), 0, 0, 0);

  /* Translators: a day, as 17 May 2010, and a month, as May 2010 */
  return g_date_time_format (time, date->day != 0 ? _("%-e %B %Y") : _("%B %Y"));
}
