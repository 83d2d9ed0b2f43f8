/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids, partial dates and text. */
#include "config.h"

#include <string.h>

#include "model/base/tl-date.h"
#include "model/base/tl-id.h"
#include "model/base/tl-text.h"

static TlDate
date (const char *text)
{
  TlDate parsed;

  g_assert_true (tl_date_parse (text, &parsed));
  return parsed;
}

static void
dates_that_do_not_exist_are_refused (void)
{
  static const char *const good[] = { "2010", "2010-05", "2010-05-17", "2012-02-29", "1800", "2199-12-31" };
  static const char *const bad[] = { "", "210", "20100", "2010-", "2010-13", "2010-00", "2010-5", "2010-05-00",
                                     "2010-02-30", "2011-02-29", "1799",
                                     "2200", "2010-05-17 ", " 2010", "2010/05", "17.5.2010",
                                     "2010-05-17T00:00", "+201" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (tl_date_parse (good[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tl_date_parse (bad[i], NULL));
  g_assert_false (tl_date_parse (NULL, NULL));
}

/* Only what cannot be otherwise counts as later. */
static void
a_month_is_not_surely_after_its_year (void)
{
  const TlDate year = date ("2010"), may = date ("2010-05"), day = date ("2010-05-17"), next = date ("2011");

  g_assert_false (tl_date_is_surely_after (&may, &year));
  g_assert_false (tl_date_is_surely_after (&year, &may));
  g_assert_false (tl_date_is_surely_after (&day, &may));
  g_assert_true (tl_date_is_surely_after (&next, &day));
  g_assert_false (tl_date_is_surely_after (&day, &day));
  g_assert_cmpint (tl_date_compare_start (&year, &may), <, 0);
  g_assert_cmpint (tl_date_compare_start (&day, &may), >, 0);
}

static void
offsets_count_months_and_not_days (void)
{
  const struct {
    const char *from, *to;
    int months;
  } cases[] = {
    { "2010-05-31", "2010-06-01", 1 }, { "2010-05-01", "2010-05-31", 0 }, { "2010-05", "2009-12", -5 },
    { "2010", "2011", 12 },            { "2010-07", "2010", 0 },          { "2010-01", "2010", 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TlDate from = date (cases[i].from), to = date (cases[i].to);
      g_assert_cmpint (tl_date_months_between (&from, &to), ==, cases[i].months);
    }
}

static void
text_from_outside_becomes_text_that_a_review_keeps (void)
{
  const struct {
    const char   *in;
    gssize        length;
    const char   *out;
    TlTextChanges changes;
  } cases[] = {
    { "plain\n", -1, "plain\n", 0 },
    { "a\r\nb\rc", -1, "a\nb\nc", TL_TEXT_LINE_ENDINGS },
    { "a\001b\x1f", -1, "ab", TL_TEXT_CONTROLS },
    { "a\0b", 3, "ab", TL_TEXT_CONTROLS },
    { "a\xff\xc3", -1, "a\xef\xbf\xbd\xef\xbf\xbd", TL_TEXT_BAD_UTF8 },
    { "\xef\xbf\xbe", -1, "", TL_TEXT_CONTROLS },
    { "\xf0\x9f\x98\x80", -1, "\xf0\x9f\x98\x80", 0 },
    { "\xed\xa0\x80", -1, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", TL_TEXT_BAD_UTF8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlTextChanges changes;
      g_autofree char *text = tl_text_normalise (cases[i].in, cases[i].length, &changes);

      g_assert_cmpstr (text, ==, cases[i].out);
      g_assert_cmpint (changes, ==, cases[i].changes);
      g_assert_true (tl_text_is_clean (text));
    }
}

static void
a_long_text_is_cut_at_a_word (void)
{
  g_autofree char *whole = tl_text_shorten ("Short enough", 20);
  g_autofree char *cut = tl_text_shorten ("The duty system had been bought to count contacts", 20);
  g_autofree char *first = tl_text_shorten ("One line\nand another", 40);

  g_assert_cmpstr (whole, ==, "Short enough");
  g_assert_cmpstr (cut, ==, "The duty system had…");
  g_assert_cmpstr (first, ==, "One line");
}

static void
ids_have_one_spelling (void)
{
  static const char *const bad[] = { "", "11111111-1111-4111-8111-11111111111", "11111111-1111-4111-8111-1111111111111",
                                     "{11111111-1111-4111-8111-111111111111}", "11111111-1111-4111-8111-11111111111G",
                                     "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA", "1111111111111-4111-8111-111111111111" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tl_id_is_valid (bad[i]));
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = tl_id_new ();
      g_assert_true (tl_id_is_valid (id));
    }
}

static void
a_pseudonym_is_stable_and_needs_the_key (void)
{
  static const char id[] = "11111111-1111-4111-8111-111111111111";
  g_autofree char *once = tl_id_pseudonym ("key", id);
  g_autofree char *again = tl_id_pseudonym ("key", id);
  g_autofree char *other = tl_id_pseudonym ("yek", id);

  g_assert_true (tl_id_is_valid (once));
  g_assert_cmpint (once[14], ==, '8');
  g_assert_nonnull (strchr ("89ab", once[19]));
  g_assert_cmpstr (once, ==, again);
  g_assert_cmpstr (once, !=, other);
  g_assert_cmpstr (once, !=, id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/dates-that-do-not-exist-are-refused", dates_that_do_not_exist_are_refused);
  g_test_add_func ("/base/a-month-is-not-surely-after-its-year", a_month_is_not_surely_after_its_year);
  g_test_add_func ("/base/offsets-count-months-and-not-days", offsets_count_months_and_not_days);
  g_test_add_func ("/base/text-from-outside-becomes-text-that-a-review-keeps",
                   text_from_outside_becomes_text_that_a_review_keeps);
  g_test_add_func ("/base/a-long-text-is-cut-at-a-word", a_long_text_is_cut_at_a_word);
  g_test_add_func ("/base/ids-have-one-spelling", ids_have_one_spelling);
  g_test_add_func ("/base/a-pseudonym-is-stable-and-needs-the-key", a_pseudonym_is_stable_and_needs_the_key);
  return g_test_run ();
}
