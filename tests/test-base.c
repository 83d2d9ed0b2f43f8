/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Partial dates, text, and files read and written. */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/base/tl-arena.h"
#include "model/base/tl-date.h"
#include "model/base/tl-error.h"
#include "model/base/tl-fingerprint.h"
#include "model/base/tl-hash.h"
#include "model/base/tl-load.h"
#include "model/base/tl-save.h"
#include "model/base/tl-text.h"
#include "tests/support/tl-draw.h"
#include "tests/temporary.h"

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
  static const char *const good[] = { "2010", "2010-05", "2010-05-17", "2012-02-29", "1800", "2199-12-31",
                                      "2009-21", "2009-24", "2010-05-17T00:00", "2010-05-17T23:59", "2010~", "2009-05?",
                                      "2009-05-17%", "2010-05-17T14:30~", "[2009-05..2009-08]", "[2009..2009-22]",
                                      "[2010-05-17T14:00..2010-05-17T16:00]" };
  static const char *const bad[] = { "", "210", "20100", "2010-", "2010-13", "2010-00", "2010-5", "2010-05-00",
                                     "2010-02-30", "2011-02-29", "1799",
                                     "2200", "2010-05-17 ", " 2010", "2010/05", "17.5.2010",
                                     "+201", "2009-20", "2009-25", "2009-21-01", "2010-05-17T24:00",
                                     "2010-05-17T14:60", "2010-05-17T14", "2010-05T14:30", "2010-05-17T14:30:00",
                                     "2010~~", "~2010", "[2009..]", "[..2009]", "[2009-05..2009-08",
                                     "[2009~..2010]", "[2009..2010]~", "2009/2010", "2009-05X" };

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

/* The bounds in EDTF, as the minutes that they are. */
static void
a_date_may_mean_the_time_between_its_bounds (void)
{
  const struct {
    const char *date, *earliest, *latest;
  } cases[] = {
    { "2010", "2010-01-01T00:00", "2010-12-31T23:59" },
    { "2009-24", "2009-12-01T00:00", "2010-02-28T23:59" },
    { "2011-24", "2011-12-01T00:00", "2012-02-29T23:59" },
    { "2009-21", "2009-03-01T00:00", "2009-05-31T23:59" },
    { "2010-12", "2010-12-01T00:00", "2010-12-31T23:59" },
    { "2010-05-17", "2010-05-17T00:00", "2010-05-17T23:59" },
    { "2010-05-17T14:30", "2010-05-17T14:30", "2010-05-17T14:30" },
    { "[2009-05..2009-08-03]", "2009-05-01T00:00", "2009-08-03T23:59" },
    { "[2010..2010-05]", "2010-01-01T00:00", "2010-05-31T23:59" },
    { "2010-05-17~", "2010-05-13T12:00", "2010-05-21T11:59" },
    { "2010-05-17?", "2010-05-13T12:00", "2010-05-21T11:59" },
    { "2010-05-17%", "2010-05-10T00:00", "2010-05-24T23:59" },
    { "2010-05~", "2010-04-16T00:00", "2010-06-15T23:59" },
    { "2010-05-17T14:30~", "2010-05-17T14:00", "2010-05-17T15:00" },
    { "2009-21~", "2009-01-15T00:00", "2009-07-15T23:59" },
    { "2010~", "2009-07-02T00:00", "2011-07-02T23:59" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TlDate of = date (cases[i].date), first = date (cases[i].earliest), last = date (cases[i].latest);
      gint64 earliest, latest, first_minute, last_minute, ignored;

      tl_date_get_bounds (&of, &earliest, &latest);
      tl_date_get_bounds (&first, &first_minute, &ignored);
      tl_date_get_bounds (&last, &last_minute, &ignored);
      g_assert_cmpint (earliest, ==, first_minute);
      g_assert_cmpint (latest, ==, last_minute);
    }
}

static void
the_ends_of_between_come_in_order (void)
{
  const TlDate turned = date ("[2010..2009-05]"), one = date ("[2009-05..2009-05]");
  g_autofree char *in_order = tl_date_dup_edtf (&turned), *single = tl_date_dup_edtf (&one);

  g_assert_cmpstr (in_order, ==, "[2009-05..2010]");
  g_assert_cmpstr (single, ==, "2009-05");
}

/* Whatever a date says: its spelling and its words mean the date, and "surely after" is a strict order of times. */
static void
all_dates_keep_what_they_say_and_their_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20101005);
  TlDate dates[60];

  for (guint round = 0; round < 40; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
        {
          g_autofree char *text = tl_draw_date (random, round == 0 ? TL_DATE_MIN_YEAR : 2005, round == 0 ? 400 : 3);
          gint64 earliest, latest;

          dates[i] = date (text);
          g_autofree char *edtf = tl_date_dup_edtf (&dates[i]), *words = tl_date_format (&dates[i]);
          const TlDate again = date (edtf);
          g_autofree char *twice = tl_date_dup_edtf (&again);
          g_autoptr (GError) error = NULL;
          TlDate read;

          g_assert_cmpstr (edtf, ==, twice);
          g_assert_true (text[0] == '[' || strcmp (text, edtf) == 0);
          g_assert_true (tl_date_read (words, &read, &error));
          g_assert_no_error (error);
          g_autofree char *understood = tl_date_dup_edtf (&read);
          g_assert_cmpstr (understood, ==, edtf);

          tl_date_get_bounds (&dates[i], &earliest, &latest);
          g_assert_cmpint (earliest, <=, latest);
        }

      for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
        for (guint j = 0; j < G_N_ELEMENTS (dates); j++)
          {
            gboolean after = tl_date_is_surely_after (&dates[i], &dates[j]);

            g_assert_false (after && tl_date_is_surely_after (&dates[j], &dates[i]));
            g_assert_true (!after || tl_date_compare_start (&dates[i], &dates[j]) > 0);
            g_assert_true (!after || tl_date_months_between (&dates[j], &dates[i]) >= 0
                           || dates[i].doubt != TL_DATE_CERTAIN || dates[j].doubt != TL_DATE_CERTAIN);
            g_assert_cmpint (tl_date_compare_start (&dates[i], &dates[j]), ==,
                             -tl_date_compare_start (&dates[j], &dates[i]));
            for (guint k = 0; after && k < G_N_ELEMENTS (dates); k++)
              g_assert_true (!tl_date_is_surely_after (&dates[j], &dates[k])
                             || tl_date_is_surely_after (&dates[i], &dates[k]));
          }
    }
}

static void
dates_are_read_as_people_type_them (void)
{
  const struct {
    const char *typed, *edtf;
  } cases[] = {
    { "2010", "2010" },
    { " 2010-05-17 ", "2010-05-17" },
    { "17 May 2010", "2010-05-17" },
    { "17th of may, 2010", "2010-05-17" },
    { "May 17, 2010", "2010-05-17" },
    { "on the 1st Sept. 2010", "2010-09-01" },
    { "17/5/2010", "2010-05-17" },
    { "17.05.2010", "2010-05-17" },
    { "17-5-2010", "2010-05-17" },
    { "2010/05/17", "2010-05-17" },
    { "5/2010", "2010-05" },
    { "MAY 2010", "2010-05" },
    { "in spring 2009", "2009-21" },
    { "winter of 2009", "2009-24" },
    { "fall 2009", "2009-23" },
    { "about May 2010", "2010-05~" },
    { "c. 2009", "2009~" },
    { "circa 2009", "2009~" },
    { "~ 2009", "2009~" },
    { "perhaps 3 May 2009", "2009-05-03?" },
    { "3 May 2009?", "2009-05-03?" },
    { "about 3 May 2009?", "2009-05-03%" },
    { "perhaps about 2009", "2009%" },
    { "between 3 May 2009 and 1 June 2009", "[2009-05-03..2009-06-01]" },
    { "between 3 and 17 May 2009", "[2009-05-03..2009-05-17]" },
    { "3–17 May 2009", "[2009-05-03..2009-05-17]" },
    { "3-17 May 2009", "[2009-05-03..2009-05-17]" },
    { "from May to August 2009", "[2009-05..2009-08]" },
    { "2009-2010", "[2009..2010]" },
    { "summer or autumn 2009", "[2009-22..2009-23]" },
    { "17 May 2010, 14:30", "2010-05-17T14:30" },
    { "17/5/2010 14.30", "2010-05-17T14:30" },
    { "17 May 2010 at 2.30 p.m.", "2010-05-17T14:30" },
    { "2pm on 17 May 2010", "2010-05-17T14:00" },
    { "12am 17 May 2010", "2010-05-17T00:00" },
    { "2010-05-17 09:05", "2010-05-17T09:05" },
    { "about 14:30 on 17 May 2010", "2010-05-17T14:30~" },
    { "between 14:00 and 16:00 on 17 May 2010", "[2010-05-17T14:00..2010-05-17T16:00]" },
    { "early May 2010", "[2010-05-01..2010-05-10]" },
    { "mid-May 2010", "[2010-05-11..2010-05-20]" },
    { "late February 2012", "[2012-02-21..2012-02-29]" },
    { "early 2010", "[2010-01..2010-04]" },
    { "mid 2010", "[2010-05..2010-08]" },
    { "the end of 2010", "[2010-09..2010-12]" },
    { "late winter 2009", "2010-02" },
    { "between early and late May 2010", "[2010-05-01..2010-05-31]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TlDate read;

      g_assert_true (tl_date_read (cases[i].typed, &read, &error));
      g_assert_no_error (error);
      g_autofree char *edtf = tl_date_dup_edtf (&read);
      g_assert_cmpstr (edtf, ==, cases[i].edtf);
    }
}

static void
what_is_no_date_is_refused_with_its_reason (void)
{
  const struct {
    const char *typed, *reason;
  } cases[] = {
    { "yesterday", "can’t be read" },
    { "", "can’t be read" },
    { "17 May", "no year" },
    { "17 5 2010", "can’t be read" },
    { "17/5/10", "four digits" },
    { "5/17/2010", "no month 17" },
    { "31 June 2010", "does not exist" },
    { "29 February 2010", "does not exist" },
    { "May 1066", "from 1800 to 2199" },
    { "before May 2010", "one end" },
    { "from May 2010", "one end" },
    { "between 2009", "one end" },
    { "between June and May 2009", "ends before it begins" },
    { "about between May and June 2009", "leaves room twice" },
    { "17 May 2010 at 25:00", "time of day" },
    { "2 pm", "can’t be read" },
    { "13 pm 17 May 2010", "time of day" },
    { "May May 2010", "can’t be read" },
    { "17 May 2010 2011", "can’t be read" },
    { "400 May 2010", "can’t be read" },
    { "early 17 May 2010", "can’t be read" },
    { "99999999999999999999", "can’t be read" },
    { "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20", "can’t be read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TlDate read;

      g_assert_false (tl_date_read (cases[i].typed, &read, &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
      if (strstr (error->message, cases[i].reason) == NULL)
        g_error ("“%s”: %s", cases[i].typed, error->message);
    }
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
    { "2009-04", "2009-21", 0 },       { "2009-24", "2010-01", 0 },       { "2010-05", "2010-05-17~", 0 },
    { "2009-05", "[2009-05..2009-08]", 2 },
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
get_fingerprint (const char *const *pieces,
                 char               text[TL_FINGERPRINT_LENGTH + 1])
{
  TlFingerprint fingerprint;

  tl_fingerprint_init (&fingerprint);
  for (guint i = 0; pieces[i] != NULL; i++)
    tl_fingerprint_add (&fingerprint, pieces[i], strlen (pieces[i]));
  tl_fingerprint_format (&fingerprint, text);
}

static void
an_arena_holds_what_it_is_given_until_it_is_cleared (void)
{
  g_autoptr (TlArena) arena = tl_arena_new ();

  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new ();
      g_autofree char *long_text = g_strnfill (200000, 'x');

      for (guint i = 0; i < 20000; i++)
        {
          g_autofree char *text = g_strdup_printf ("text %u", i);
          const gint64 *number = tl_arena_alloc (arena, sizeof (gint64) * (1 + i % 7));

          g_assert_cmpint (number[0], ==, 0);
          g_assert_cmpint (number[i % 7], ==, 0);
          g_ptr_array_add (texts, tl_arena_copy (arena, text, strlen (text)));
        }
      g_assert_cmpstr (tl_arena_copy (arena, long_text, 200000), ==, long_text);
      g_assert_cmpstr (tl_arena_copy (arena, "word after", 4), ==, "word");
      g_assert_cmpstr (tl_arena_copy (arena, NULL, 0), ==, "");
      for (guint i = 0; i < texts->len; i++)
        {
          g_autofree char *text = g_strdup_printf ("text %u", i);

          g_assert_cmpstr (texts->pdata[i], ==, text);
        }
      tl_arena_clear (arena);
    }
}

/* These do under the hash that GLib has for strings, and anybody can make more of them. */
static void
texts_that_are_made_to_fall_together_do_not (void)
{
  GHashTable *hashes = g_hash_table_new (NULL, NULL);
  static const char *const pieces[] = { "ab", "bA" };

  for (guint i = 0; i < 256; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < 8; j++)
        g_string_append (text, pieces[i >> j & 1]);
      g_assert_cmpuint (g_str_hash (text->str), ==, g_str_hash ("abababababababab"));
      g_hash_table_add (hashes, GUINT_TO_POINTER (tl_hash_text (text->str)));

      g_autofree char *same = g_strdup (text->str);
      g_assert_cmpuint (tl_hash_text (same), ==, tl_hash_text (text->str));
      g_assert_cmpuint (tl_hash_bytes (text->str, 9), ==, tl_hash_bytes (same, 9));
    }
  g_assert_cmpuint (g_hash_table_size (hashes), >, 250);
  g_hash_table_unref (hashes);
}

/* Libraries keep them: what is written here must never become another. */
static void
a_fingerprint_is_the_same_everywhere (void)
{
  static const char *const pieces[] = { "factor", "No time to read what came before", "", "é", NULL };
  char text[TL_FINGERPRINT_LENGTH + 1];

  get_fingerprint (pieces, text);
  g_assert_cmpstr (text, ==, "f3d92a8d898b624d9b05a85ac00c82c8");
}

static void
other_content_has_another_fingerprint (void)
{
  static const char *const contents[][4] = {
    { NULL }, { "" }, { "", "" }, { "a" }, { "b" }, { "a", "" }, { "", "a" }, { "ab" }, { "a", "b" }, { "b", "a" },
    { "abcdefgh" }, { "abcdefgh", "" }, { "abcdefghi" }, { "abcdefgh", "i" }, { "abcdefgi" }, { "bbcdefgh" },
  };
  char texts[G_N_ELEMENTS (contents)][TL_FINGERPRINT_LENGTH + 1];

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      get_fingerprint (contents[i], texts[i]);
      g_assert_cmpuint (strlen (texts[i]), ==, TL_FINGERPRINT_LENGTH);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (texts[i], !=, texts[j]);
    }
}

static void
loading_ends_whatever_the_name_leads_to (void)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *circle = g_build_filename (folder, "circle", NULL);
  g_autofree char *path = g_build_filename (folder, "note:1.txt", NULL);
  const char *const names[] = { folder, pipe, circle, "/dev/zero", "/dev/null", "" };

  g_assert_no_errno (mkfifo (pipe, 0600));
  g_assert_no_errno (symlink ("circle", circle));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_load_file (names[i], 1024 * 1024, NULL, &error));
      g_assert_nonnull (error);
    }

  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (1024 * 1024 + 1, 'a');
  g_assert_true (g_file_set_contents (path, large, 1024 * 1024, NULL));
  g_autoptr (GBytes) bytes = tl_load_file (path, 1024 * 1024, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1024 * 1024);
  g_assert_true (g_file_set_contents (path, large, -1, NULL));
  g_assert_null (tl_load_file (path, 1024 * 1024, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "It is larger than 1 MB.");
}

static void
saving_replaces_files_and_nothing_else (void)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "file", NULL);
  const char *const refused[] = { folder, nowhere, "", "/dev/full" };
  g_autofree char *text = NULL;
  GStatBuf status;

  g_assert_no_errno (symlink ("file", link));
  g_assert_no_errno (mkfifo (pipe, 0600));
  g_assert_true (tl_save_file (path, "one", -1, NULL));
  g_assert_true (tl_save_file (link, "two", -1, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));

  int reader = g_open (pipe, O_RDONLY | O_NONBLOCK, 0);
  g_assert_true (tl_save_file (pipe, "three", -1, NULL));
  g_assert_cmpint (read (reader, text, 3), ==, 3);
  g_close (reader, NULL);
  g_assert_no_errno (g_stat (pipe, &status));
  g_assert_true (S_ISFIFO (status.st_mode));

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_save_file (refused[i], "four", -1, &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_FAILED);
    }
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

static void
a_new_file_takes_nobodys_place (void)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "file", NULL);
  const char *const refused[] = { path, folder, nowhere };
  g_autofree char *text = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_true (tl_save_new (path, "", 0, NULL));
  g_assert_true (tl_save_new (path, "one", 3, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_save_new (refused[i], "two", 3, &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_FAILED);
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "one");

  /* Nothing else is left there. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "file");
  g_assert_null (g_dir_read_name (dir));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/base/dates-that-do-not-exist-are-refused", dates_that_do_not_exist_are_refused);
  g_test_add_func ("/base/a-month-is-not-surely-after-its-year", a_month_is_not_surely_after_its_year);
  g_test_add_func ("/base/a-date-may-mean-the-time-between-its-bounds", a_date_may_mean_the_time_between_its_bounds);
  g_test_add_func ("/base/the-ends-of-between-come-in-order", the_ends_of_between_come_in_order);
  g_test_add_func ("/base/all-dates-keep-what-they-say-and-their-order", all_dates_keep_what_they_say_and_their_order);
  g_test_add_func ("/base/dates-are-read-as-people-type-them", dates_are_read_as_people_type_them);
  g_test_add_func ("/base/what-is-no-date-is-refused-with-its-reason", what_is_no_date_is_refused_with_its_reason);
  g_test_add_func ("/base/offsets-count-months-and-not-days", offsets_count_months_and_not_days);
  g_test_add_func ("/base/text-from-outside-becomes-text-that-a-review-keeps",
                   text_from_outside_becomes_text_that_a_review_keeps);
  g_test_add_func ("/base/a-long-text-is-cut-at-a-word", a_long_text_is_cut_at_a_word);
  g_test_add_func ("/base/an-arena-holds-what-it-is-given-until-it-is-cleared",
                   an_arena_holds_what_it_is_given_until_it_is_cleared);
  g_test_add_func ("/base/texts-that-are-made-to-fall-together-do-not", texts_that_are_made_to_fall_together_do_not);
  g_test_add_func ("/base/a-fingerprint-is-the-same-everywhere", a_fingerprint_is_the_same_everywhere);
  g_test_add_func ("/base/other-content-has-another-fingerprint", other_content_has_another_fingerprint);
  g_test_add_func ("/base/loading-ends-whatever-the-name-leads-to", loading_ends_whatever_the_name_leads_to);
  g_test_add_func ("/base/saving-replaces-files-and-nothing-else", saving_replaces_files_and_nothing_else);
  g_test_add_func ("/base/a-new-file-takes-nobodys-place", a_new_file_takes_nobodys_place);
  return g_test_run ();
}
