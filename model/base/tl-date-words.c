/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates in the words of the person's language, as tl_date_read() takes them back. */
#include "config.h"

#include "model/base/tl-date-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_season_words (const TlMoment *moment)
{
  switch (moment->month)
    {
    case TL_DATE_SPRING:
      /* Translators: a season of a year, as spring 2009 */
      return g_strdup_printf (_("spring %u"), moment->year);
    case TL_DATE_SPRING + 1:
      /* Translators: a season of a year, as summer 2009 */
      return g_strdup_printf (_("summer %u"), moment->year);
    case TL_DATE_SPRING + 2:
      /* Translators: a season of a year, as autumn 2009 */
      return g_strdup_printf (_("autumn %u"), moment->year);
    case TL_DATE_WINTER:
    default:
      /* Translators: a season of a year, as winter 2009, which ends in 2010 */
      return g_strdup_printf (_("winter %u"), moment->year);
    }
}

static char *
dup_moment_words (const TlMoment *moment)
{
  if (moment->month == 0)
    return g_strdup_printf ("%u", moment->year);
  if (moment->month >= TL_DATE_SPRING)
    return dup_season_words (moment);

  g_autoptr (GDateTime) time = g_date_time_new_utc (moment->year, moment->month, MAX (moment->day, 1),
                                                    MAX (moment->minute, 0) / 60, MAX (moment->minute, 0) % 60, 0);

  if (moment->day == 0)
    /* Translators: a month, as May 2010 */
    return g_date_time_format (time, _("%OB %Y"));
  if (moment->minute == TL_DATE_NO_MINUTE)
    /* Translators: a day, as 17 May 2010 */
    return g_date_time_format (time, _("%-e %B %Y"));
  /* Translators: a time of day, as 17 May 2010, 14:30 */
  return g_date_time_format (time, _("%-e %B %Y, %H:%M"));
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
  g_autofree char *from = dup_moment_words (&date->from);

  if (tl_date_is_between (date))
    {
      g_autofree char *to = dup_moment_words (&date->to);

      /* Translators: some time between two dates, as between 3 May 2009 and 1 June 2009 */
      return g_strdup_printf (_("between %s and %s"), from, to);
    }

  switch ((guint) date->doubt)
    {
    case TL_DATE_APPROXIMATE:
      /* Translators: a date that is not exact, as about May 2010 */
      return g_strdup_printf (_("about %s"), from);
    case TL_DATE_UNCERTAIN:
      /* Translators: a date of which one is not sure, as perhaps May 2010 */
      return g_strdup_printf (_("perhaps %s"), from);
    case TL_DATE_APPROXIMATE | TL_DATE_UNCERTAIN:
      /* Translators: a date that is not exact and of which one is not sure either, as perhaps about May 2010 */
      return g_strdup_printf (_("perhaps about %s"), from);
    case TL_DATE_CERTAIN:
    default:
      return g_steal_pointer (&from);
    }
}
