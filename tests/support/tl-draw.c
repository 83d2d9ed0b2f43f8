/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values by chance, of every form that a value may have. */
#include "config.h"

#include "tests/support/tl-draw.h"

/**
 * tl_draw_id:
 * @random: where chance comes from
 *
 * Returns: (transfer full): an id that no other record has
 */
char *
tl_draw_id (GRand *random)
{
  return g_strdup_printf ("%08x-%04x-4%03x-%c%03x-%08x%04x", g_rand_int (random), g_rand_int (random) & 0xffff,
                          g_rand_int (random) & 0xfff, "89ab"[g_rand_int_range (random, 0, 4)],
                          g_rand_int (random) & 0xfff, g_rand_int (random), g_rand_int (random) & 0xffff);
}

static void
append_moment (GString *text,
               GRand   *random,
               guint    first_year,
               guint    n_years)
{
  g_string_append_printf (text, "%u", first_year + (guint) g_rand_int_range (random, 0, (gint32) n_years));
  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      return;
    case 1:
      g_string_append_printf (text, "-%d", g_rand_int_range (random, 21, 25));
      return;
    case 2:
      g_string_append_printf (text, "-%02d", g_rand_int_range (random, 1, 13));
      return;
    case 3:
      g_string_append_printf (text, "-%02d-%02dT%02d:%02d", g_rand_int_range (random, 1, 13),
                              g_rand_int_range (random, 1, 29), g_rand_int_range (random, 0, 24),
                              g_rand_int_range (random, 0, 60));
      return;
    default:
      g_string_append_printf (text, "-%02d-%02d", g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
      return;
    }
}

/**
 * tl_draw_date:
 * @random: where chance comes from
 * @first_year: the first year
 * @n_years: how many years there are to choose from
 *
 * Returns: (transfer full): a date in EDTF: mostly a moment, some of them doubted, some a time between
 */
char *
tl_draw_date (GRand *random,
              guint  first_year,
              guint  n_years)
{
  static const char *const doubts[] = { "~", "?", "%" };
  GString *text = g_string_new (NULL);

  if (g_rand_int_range (random, 0, 6) == 0)
    {
      g_string_append_c (text, '[');
      append_moment (text, random, first_year, n_years);
      g_string_append (text, "..");
      append_moment (text, random, first_year, n_years);
      g_string_append_c (text, ']');
    }
  else
    {
      append_moment (text, random, first_year, n_years);
      if (g_rand_int_range (random, 0, 5) == 0)
        g_string_append (text, doubts[g_rand_int_range (random, 0, G_N_ELEMENTS (doubts))]);
    }
  return g_string_free (text, FALSE);
}
