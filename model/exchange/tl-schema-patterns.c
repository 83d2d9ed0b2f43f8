/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strict spellings of tl-value.c as regular expressions of XML Schema. The schema's own numbers and dates allow
 * more ways to write one value, and white space around it, than a canonical file may use. */
#include "config.h"

#include "model/exchange/tl-schema-patterns.h"

#include <string.h>

#include "model/base/tl-date.h"

static void
append_alternative (GString    *pattern,
                    const char *alternative)
{
  if (pattern->len > 0)
    g_string_append_c (pattern, '|');
  g_string_append (pattern, alternative);
}

static void
append_digits (GString *pattern,
               gsize    n)
{
  if (n == 1)
    g_string_append (pattern, "[0-9]");
  else if (n > 1)
    g_string_append_printf (pattern, "[0-9]{%" G_GSIZE_FORMAT "}", n);
}

static void
append_class (GString *pattern,
              char     from,
              char     to)
{
  if (from == to)
    g_string_append_c (pattern, from);
  else
    g_string_append_printf (pattern, "[%c-%c]", from, to);
}

/* Numbers of as many digits as @max, from @min to @max, which agree in their first @same digits. Each branch fixes a
 * digit more, so there are at most two a digit. */
static void
append_range (GString    *pattern,
              const char *min,
              const char *max)
{
  gsize n = strlen (max);
  gsize same = 0;

  while (same < n && min[same] == max[same])
    same++;
  if (same == n)
    {
      append_alternative (pattern, max);
      return;
    }

  /* from min up to the end of its branch at each digit */
  for (gsize at = n - 1; at > same; at--)
    {
      gboolean last = at == n - 1;
      char from = (char) (min[at] + (last ? 0 : 1));

      if (from > '9')
        continue;
      append_alternative (pattern, "");
      g_string_append_len (pattern, min, (gssize) at);
      append_class (pattern, from, '9');
      append_digits (pattern, n - at - 1);
    }

  /* the whole branches between */
  char low = (char) (min[same] + (same < n - 1 ? 1 : 0));
  char high = (char) (max[same] - (same < n - 1 ? 1 : 0));
  if (low <= high)
    {
      append_alternative (pattern, "");
      g_string_append_len (pattern, min, (gssize) same);
      append_class (pattern, low, high);
      append_digits (pattern, n - same - 1);
    }

  /* and from the beginning of its branch at each digit up to max */
  for (gsize at = same + 1; at < n; at++)
    {
      gboolean last = at == n - 1;
      char to = (char) (max[at] - (last ? 0 : 1));

      if (to < '0')
        continue;
      append_alternative (pattern, "");
      g_string_append_len (pattern, max, (gssize) at);
      append_class (pattern, '0', to);
      append_digits (pattern, n - at - 1);
    }
}

/* Numbers above 0. */
static char *
dup_positive (gint64 min,
              gint64 max)
{
  GString *pattern = g_string_new (NULL);
  gint64 from = min;

  while (from <= max)
    {
      gint64 power = 1;

      while (power <= from / 10)
        power *= 10;

      gint64 to = MIN (max, power * 10 - 1);
      g_autofree char *low = g_strdup_printf ("%" G_GINT64_FORMAT, from);
      g_autofree char *high = g_strdup_printf ("%" G_GINT64_FORMAT, to);

      append_range (pattern, low, high);
      from = to + 1;
    }
  return g_string_free (pattern, FALSE);
}

/**
 * tl_schema_dup_integer_pattern:
 * @min: the smallest number
 * @max: the largest; with @min, both 0 means any of up to 18 digits
 *
 * Returns: (transfer full): a pattern of the numbers from @min to @max in their one spelling
 */
char *
tl_schema_dup_integer_pattern (gint64 min,
                               gint64 max)
{
  g_return_val_if_fail (min <= max && min > -G_GINT64_CONSTANT (1000000000000000000)
                          && max < G_GINT64_CONSTANT (1000000000000000000), NULL);

  if (min == 0 && max == 0)
    return g_strdup ("0|-?[1-9][0-9]{0,17}");

  g_autoptr (GString) pattern = g_string_new (NULL);

  if (min < 0)
    {
      g_autofree char *negative = dup_positive (MAX (-max, 1), -min);
      g_string_append_printf (pattern, "-(%s)", negative);
    }
  if (min <= 0 && max >= 0)
    append_alternative (pattern, "0");
  if (max > 0)
    {
      g_autofree char *positive = dup_positive (MAX (min, 1), max);
      append_alternative (pattern, positive);
    }
  return g_string_free (g_steal_pointer (&pattern), FALSE);
}

/* The centuries of the pattern below. */
G_STATIC_ASSERT (TL_DATE_MIN_YEAR == 1800 && TL_DATE_MAX_YEAR == 2199);

#define YEAR "(18|19|20|21)[0-9]{2}"
#define LEAP_YEAR "((18|19|20|21)(0[48]|[2468][048]|[13579][26])|2000)"
#define MONTH YEAR "(-(0[1-9]|1[0-2]|2[1-4]))?"
#define DAY                                                                                 \
  "(" YEAR "-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"  \
  "|02-(0[1-9]|1[0-9]|2[0-8]))|" LEAP_YEAR "-02-29)(T([01][0-9]|2[0-3]):[0-5][0-9])?"
#define MOMENT "(" MONTH "|" DAY ")"

/**
 * tl_schema_dup_date_pattern:
 *
 * Returns: (transfer full): a pattern of the dates that exist, from 1800 to 2199, as tl_date_parse() reads them
 */
char *
tl_schema_dup_date_pattern (void)
{
  return g_strdup (MOMENT "[~?%]?|\\[" MOMENT "\\.\\." MOMENT "\\]");
}
