/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The case along time: lanes, what stands in them, time to pixels, rows, contradictions and the words for it all. */
#include "config.h"

#include "model/case/tl-contradiction.h"
#include "model/case/tl-narrative-words.h"
#include "model/case/tl-narrative.h"
#include "model/case/tl-time-rows.h"
#include "model/case/tl-time-scale.h"
#include "model/review/tl-history.h"
#include "narrative-case.h"

#define MINUTES_A_DAY (24 * 60)

static char *
dup_lanes (TlNarrative *narrative)
{
  g_autoptr (GString) lanes = g_string_new (NULL);

  for (guint i = 0; i < tl_narrative_get_n_lanes (narrative); i++)
    {
      g_autofree char *title = tl_lanes_dup_title (tl_narrative_get_lanes (narrative), i);
      g_string_append_printf (lanes, "%s%s", i > 0 ? " | " : "", title);
    }
  return g_string_free (g_steal_pointer (&lanes), FALSE);
}

static void
assert_lanes (TlNarrative *narrative,
              const char  *expected)
{
  g_autofree char *lanes = dup_lanes (narrative);
  g_assert_cmpstr (lanes, ==, expected);
}

/* What everything there is would look like if it were made from nothing. */
static void
assert_fresh (TlNarrative *narrative)
{
  g_autoptr (TlNarrative) fresh = tl_narrative_new (tl_narrative_get_review (narrative));

  g_autofree char *lanes = dup_lanes (fresh);
  assert_lanes (narrative, lanes);
  g_assert_cmpuint (tl_narrative_get_n_items (narrative), ==, tl_narrative_get_n_items (fresh));
  for (guint i = 0; i < tl_narrative_get_n_items (fresh); i++)
    {
      const TlNarrativeItem *a = tl_narrative_get_item (narrative, i), *b = tl_narrative_get_item (fresh, i);

      g_assert_true (a->record == b->record && a->event == b->event);
      g_assert_cmpuint (a->lane, ==, b->lane);
      g_assert_cmpuint (a->told, ==, b->told);
      g_assert_cmpint (a->dated, ==, b->dated);
      g_assert_cmpint (a->from, ==, b->from);
      g_assert_cmpint (a->to, ==, b->to);
    }
  g_assert_cmpuint (tl_narrative_get_n_episodes (narrative), ==, tl_narrative_get_n_episodes (fresh));
  for (guint i = 0; i < tl_narrative_get_n_episodes (fresh); i++)
    g_assert_cmpint (tl_narrative_get_episode (narrative, i)->from, ==, tl_narrative_get_episode (fresh, i)->from);
}

static void
test_child_never_missing (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlNarrative) narrative = tl_narrative_new (review);

  assert_lanes (narrative, "The child");
  g_assert_cmpint (tl_lanes_get (tl_narrative_get_lanes (narrative), 0)->sort, ==, TL_LANE_CHILD);

  g_free (add_record (review, "agency", "label", "Health", NULL));
  assert_lanes (narrative, "The child | Health");
  g_autofree char *child = add_record (review, "child", "label", "Child A", NULL);
  assert_lanes (narrative, "Child A | Health");
  remove_record (review, child);
  assert_lanes (narrative, "The child | Health");
}

static void
test_order_of_lanes (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlNarrative) narrative = tl_narrative_new (review);
  g_autofree char *police = add_record (review, "agency", "label", "Police", "position", "2", NULL);
  g_autofree char *health = add_record (review, "agency", "label", "Health", "position", "1", NULL);
  g_autofree char *second = add_record (review, "child", "label", "Child A", NULL);
  g_autofree char *first = add_record (review, "child", "label", "Child B", NULL);

  g_free (add_record (review, "role", "label", "Younger", "child", second, "position", "9", NULL));
  g_free (add_record (review, "role", "label", "Elder", "child", first, "position", "8", NULL));
  g_free (add_record (review, "role", "label", "Doctor", "agency", health, "position", "4", NULL));
  g_free (add_record (review, "role", "label", "Nurse", "agency", health, "position", "3", NULL));
  g_free (add_record (review, "role", "label", "Officer", "agency", police, "position", "1", NULL));
  g_free (add_record (review, "role", "label", "Mother", "position", "5", NULL));
  assert_lanes (narrative, "Child B | Child A | Mother | Health | Nurse | Doctor | Police | Officer");
  g_assert_cmpuint (tl_lanes_get (tl_narrative_get_lanes (narrative), 4)->agency, ==, 3);
  assert_fresh (narrative);
}

static void
test_marks_of_an_event (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlNarrative) narrative = tl_narrative_new (review);
  g_autofree char *health = add_record (review, "agency", "label", "Health", NULL);
  g_autofree char *child = add_record (review, "child", "label", "Child A", NULL);
  g_autofree char *said = add_record (review, "role", "label", "Child A", "child", child, NULL);
  g_autofree char *nurse = add_record (review, "role", "label", "Nurse", "agency", health, NULL);
  g_autofree char *event = add_record (review, "event", "title", "Visit", "date", "2010-05", NULL);
  const TlNarrativeItem *item;

  /* Of nobody so far. */
  assert_lanes (narrative, "Child A | Health | Nurse | Nobody yet");
  g_assert_cmpuint (tl_narrative_get_item (narrative, 0)->lane, ==, 3);

  g_free (add_record (review, "account", "event", event, "role", nurse, NULL));
  g_free (add_record (review, "account", "event", event, "role", said, NULL));
  assert_lanes (narrative, "Child A | Health | Nurse");
  g_assert_cmpuint (tl_narrative_get_n_items (narrative), ==, 2);
  g_assert_cmpuint (tl_narrative_get_item (narrative, 0)->lane, ==, 0);
  g_assert_cmpuint (tl_narrative_get_item (narrative, 1)->lane, ==, 2);

  item = tl_narrative_get_item (narrative, 0);
  g_assert_true (item->dated);
  g_assert_cmpint (item->to - item->from, ==, 31 * MINUTES_A_DAY - 1);
  g_assert_cmpint (item->sure_from, >, item->sure_to);

  /* From a day to some day of a month it surely took place. */
  set_one (review, event, "date", "2010-04-30", NULL, NULL);
  set_one (review, event, "until", "2010-06", NULL, NULL);
  item = tl_narrative_get_item (narrative, 0);
  g_assert_cmpint (item->sure_to - item->sure_from, ==, 31 * MINUTES_A_DAY + 1);
  g_assert_cmpint (item->to - item->from, ==, (1 + 31 + 30) * MINUTES_A_DAY - 1);
  assert_fresh (narrative);
}

static void
test_follows_changes (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlNarrative) narrative = tl_narrative_new (review);
  g_autofree char *nurse = add_record (review, "role", "label", "Nurse", NULL);
  g_autofree char *doctor = add_record (review, "role", "label", "Doctor", NULL);
  g_autofree char *later = add_record (review, "event", "title", "Later", "date", "2011", NULL);
  g_autofree char *sooner = add_record (review, "event", "title", "Sooner", "date", "2010", NULL);
  g_autofree char *account = add_record (review, "account", "event", later, "role", nurse, NULL);
  g_autofree char *telling
      = add_record (review, "telling", "teller", nurse, "told", doctor, "event", later, "date", "2011-02", NULL);
  g_autofree char *episode = add_record (review, "episode", "title", "A year", "events", sooner, NULL);

  assert_fresh (narrative);
  g_assert_cmpstr (tl_record_get_id (tl_narrative_get_item (narrative, 0)->record), ==, sooner);
  set_one (review, sooner, "date", "2012", NULL, NULL);
  assert_fresh (narrative);
  set_one (review, account, "role", doctor, NULL, NULL);
  assert_fresh (narrative);
  set_one (review, account, "event", sooner, NULL, NULL);
  assert_fresh (narrative);
  set_one (review, telling, "told", NULL, NULL, NULL);
  assert_fresh (narrative);
  set_one (review, telling, "date", NULL, NULL, NULL);
  assert_fresh (narrative);
  remove_record (review, doctor);
  assert_fresh (narrative);
  remove_record (review, account);
  assert_fresh (narrative);
  remove_record (review, later);
  assert_fresh (narrative);
  remove_record (review, episode);
  assert_fresh (narrative);
  while (tl_history_get_undo_label (tl_review_get_history (review)) != NULL)
    {
      g_assert_true (tl_review_undo (review, NULL, NULL, NULL));
      assert_fresh (narrative);
    }
  g_assert_cmpuint (tl_narrative_get_n_items (narrative), ==, 0);
}

static void
test_no_date_at_the_end (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlNarrative) narrative = tl_narrative_new (review);
  g_autofree char *without = add_record (review, "event", "title", "Some time", NULL);
  gint64 from, to;

  g_assert_false (tl_narrative_get_bounds (narrative, &from, &to));
  g_free (add_record (review, "event", "title", "Once", "date", "2010", NULL));
  g_assert_cmpstr (tl_record_get_id (tl_narrative_get_item (narrative, 1)->record), ==, without);
  g_assert_false (tl_narrative_get_item (narrative, 1)->dated);
  g_assert_true (tl_narrative_get_bounds (narrative, &from, &to));
  g_assert_cmpint (to - from, ==, 365 * MINUTES_A_DAY - 1);
}

static char *
dup_labels (GArray *ticks)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? " " : "", g_array_index (ticks, TlTimeTick, i).label);
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void
assert_ticks (gint64      minutes,
              const char *expected,
              const char *expected_above)
{
  /* From 1 February 2012, a leap year. */
  TlTimeScale scale = { .start = 734533.0 * MINUTES_A_DAY, .pixels = 600.0 / (double) minutes, .width = 600 };
  g_autoptr (GArray) above = NULL;
  g_autoptr (GArray) ticks = tl_time_scale_find_ticks (&scale, 60, &above);
  g_autofree char *labels = dup_labels (ticks);
  g_autofree char *labels_above = dup_labels (above);

  g_assert_cmpstr (labels, ==, expected);
  g_assert_cmpstr (labels_above, ==, expected_above);
}

static void
test_ticks (void)
{
  assert_ticks (10, "00:00 00:01 00:02 00:03 00:04 00:05 00:06 00:07 00:08 00:09 00:10", "Wednesday 1 February 2012");
  assert_ticks (120, "00:00 00:15 00:30 00:45 01:00 01:15 01:30 01:45 02:00", "Wednesday 1 February 2012");
  assert_ticks (1440, "00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00 00:00",
                "Wednesday 1 February 2012 Thursday 2 February 2012");
  assert_ticks (8 * MINUTES_A_DAY, "1 2 3 4 5 6 7 8 9", "February 2012");
  assert_ticks (60 * MINUTES_A_DAY, "1 8 15 22 1 8 15 22 1", "February 2012 March 2012 April 2012");
  assert_ticks (250 * MINUTES_A_DAY, "Feb Mar Apr May Jun Jul Aug Sep Oct", "2012");
  assert_ticks (800 * MINUTES_A_DAY, "Jan Apr Jul Oct Jan Apr Jul Oct Jan Apr", "2012 2013 2014");
  assert_ticks (12 * 365 * MINUTES_A_DAY, "2012 2014 2016 2018 2020 2022 2024", "");
}

static void
test_zoom_keeps_the_spot (void)
{
  TlTimeScale scale = { .start = 0, .pixels = 0.01, .width = 800 };
  double minute = tl_time_scale_to_minute (&scale, 300);

  for (int i = 0; i < 40; i++)
    {
      tl_time_scale_zoom_at (&scale, 1.5, 300);
      g_assert_cmpfloat_with_epsilon (tl_time_scale_to_minute (&scale, 300), minute, 0.01);
    }
  g_assert_cmpfloat (scale.pixels, ==, TL_TIME_SCALE_NEAREST);
  g_assert_cmpint (tl_time_scale_get_unit (&scale, 20), ==, TL_DATE_UNIT_MINUTE);
  for (int i = 0; i < 80; i++)
    tl_time_scale_zoom_at (&scale, 1 / 1.5, 300);
  g_assert_cmpfloat_with_epsilon (800 / scale.pixels, 399 * 525960.0, 1);
}

static void
test_fit_and_reveal (void)
{
  TlTimeScale scale = { .width = 820 };

  tl_time_scale_fit (&scale, 1000, 1000 + 2 * MINUTES_A_DAY, 10, 30);
  g_assert_cmpfloat_with_epsilon (tl_time_scale_to_x (&scale, 1000), 10, 0.001);
  g_assert_cmpfloat_with_epsilon (tl_time_scale_to_x (&scale, 1000 + 2 * MINUTES_A_DAY), 790, 0.001);
  g_assert_false (tl_time_scale_reveal (&scale, 1200, 1300, 5));
  g_assert_true (tl_time_scale_reveal (&scale, 5000, 5100, 5));
  g_assert_cmpfloat_with_epsilon (tl_time_scale_to_x (&scale, 5100), 815, 0.001);
}

static void
assert_shift (const char *text,
              int         n,
              const char *expected)
{
  TlDate date;

  g_assert_true (tl_date_parse (text, &date));
  if (expected == NULL)
    {
      g_assert_false (tl_date_shift (&date, tl_date_get_unit (&date), n, &date));
      return;
    }
  g_assert_true (tl_date_shift (&date, tl_date_get_unit (&date), n, &date));
  g_autofree char *shifted = tl_date_dup_edtf (&date);
  g_assert_cmpstr (shifted, ==, expected);
}

static void
test_dates_keep_their_precision (void)
{
  assert_shift ("2010", 2, "2012");
  assert_shift ("2010~", -1, "2009~");
  assert_shift ("2009-24", 1, "2010-21");
  assert_shift ("2009-21?", -2, "2008-23?");
  assert_shift ("2010-11", 3, "2011-02");
  assert_shift ("2010-01%", -1, "2009-12%");
  assert_shift ("2012-02-28", 2, "2012-03-01");
  assert_shift ("2010-05-17T23:59", 1, "2010-05-18T00:00");
  assert_shift ("[2009-05..2009-08]", 6, "[2009-11..2010-02]");
  assert_shift ("[2009-05..2009-08-31]", 1, "[2009-06..2009-09-30]");
  assert_shift ("2199", 1, NULL);
  assert_shift ("1800-01-01", -1, NULL);
}

static void
assert_units (const char *text,
              gint64      minutes,
              int         n)
{
  TlDate date;

  g_assert_true (tl_date_parse (text, &date));
  g_assert_cmpint (tl_date_count_units (&date, tl_date_get_unit (&date), minutes), ==, n);
}

static void
test_a_distance_is_so_many_units (void)
{
  assert_units ("2010-05-17T14:30", -7, -7);
  assert_units ("2010-05-17", 11 * 60, 0);
  assert_units ("2010-05-17", 13 * 60, 1);
  assert_units ("2010-05-17", -36 * 60 - 1, -2);
  assert_units ("2010-05", 14 * MINUTES_A_DAY, 0);
  assert_units ("2010-05", 61 * MINUTES_A_DAY, 2);
  assert_units ("2010-05", -61 * MINUTES_A_DAY, -2);
  assert_units ("2009-24", 90 * MINUTES_A_DAY, 1);
  assert_units ("2010", -366 * MINUTES_A_DAY, -1);
}

static void
assert_from_minute (TlDateUnit  unit,
                    const char *expected)
{
  TlDate date, day;
  gint64 from, to;

  /* 14:30 on a day of the winter that began the year before. */
  g_assert_true (tl_date_parse ("2010-02-03T14:30", &day));
  tl_date_get_bounds (&day, &from, &to);
  g_assert_true (tl_date_from_minute (from, unit, &date));
  g_autofree char *text = tl_date_dup_edtf (&date);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_a_minute_belongs_to_every_unit (void)
{
  assert_from_minute (TL_DATE_UNIT_MINUTE, "2010-02-03T14:30");
  assert_from_minute (TL_DATE_UNIT_HOUR, "2010-02-03T14:00");
  assert_from_minute (TL_DATE_UNIT_DAY, "2010-02-03");
  assert_from_minute (TL_DATE_UNIT_MONTH, "2010-02");
  assert_from_minute (TL_DATE_UNIT_SEASON, "2009-24");
  assert_from_minute (TL_DATE_UNIT_YEAR, "2010");
}

static const TlTimeRowsRoom room = { .wanted = 100, .least = 20, .gap = 4, .max_rows = 4 };

/* Nothing lies over anything but what is folded with it. */
static void
assert_apart (const TlTimeRowsSpan *spans,
              guint                 n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (spans[i].row, <, room.max_rows);
      g_assert_cmpfloat (spans[i].width, >, room.least - 0.001);
      if (spans[i].leader == TL_TIME_ROWS_ALONE)
        g_assert_cmpfloat (spans[i].width, >, spans[i].end - spans[i].start - 0.001);
      else if (spans[i].leader != i)
        continue; /* is not seen */
      for (guint j = i + 1; j < n; j++)
        {
          gboolean together = spans[i].leader != TL_TIME_ROWS_ALONE && spans[i].leader == spans[j].leader;

          if (spans[i].row == spans[j].row && !together)
            g_assert_cmpfloat (spans[i].start + spans[i].width, <, spans[j].start + 0.001);
        }
    }
}

static void
test_rows_apart (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      TlTimeRowsSpan spans[120];
      guint n = (guint) g_rand_int_range (random, 1, G_N_ELEMENTS (spans));
      double x = 0;

      for (guint i = 0; i < n; i++)
        {
          x += g_rand_double_range (random, 0, 40);
          spans[i] = (TlTimeRowsSpan) { .start = x, .end = x + g_rand_double_range (random, 0, i % 9 == 0 ? 400 : 30) };
        }
      g_assert_cmpuint (tl_time_rows_place (spans, n, &room), <=, room.max_rows);
      assert_apart (spans, n);
    }
}

static void
test_rows_fold (void)
{
  TlTimeRowsSpan spans[10] = { { .start = 5, .end = 5 } };

  /* Three find a place, seven don't. */
  for (guint i = 0; i < 10; i++)
    spans[i] = (TlTimeRowsSpan) { .start = 5, .end = 5 };
  g_assert_cmpuint (tl_time_rows_place (spans, 10, &room), ==, 4);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (spans[i].leader, ==, i < 3 ? TL_TIME_ROWS_ALONE : 3);

  /* What stands far enough apart needs one row. */
  for (guint i = 0; i < 10; i++)
    spans[i] = (TlTimeRowsSpan) { .start = i * 120, .end = i * 120 };
  g_assert_cmpuint (tl_time_rows_place (spans, 10, &room), ==, 1);
  g_assert_cmpfloat (spans[9].width, ==, 100);
}

static void
assert_contradictions (TlReview            *review,
                       const char          *event,
                       guint                n,
                       TlContradictionSort  sort,
                       const char          *words)
{
  g_autoptr (GPtrArray) found = tl_contradictions_find (review, tl_review_lookup (review, event));

  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < found->len; i++)
    {
      const TlContradiction *contradiction = g_ptr_array_index (found, i);

      if (contradiction->sort == sort)
        {
          g_assert_cmpstr (contradiction->words, ==, words);
          return;
        }
    }
  g_assert_cmpuint (n, ==, 0);
}

static void
test_contradictions (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *nurse = add_record (review, "role", "label", "Nurse", NULL);
  g_autofree char *mother = add_record (review, "role", "label", "Mother", NULL);
  g_autofree char *event = add_record (review, "event", "title", "Visit", "date", "2010-05-17", NULL);
  g_autofree char *a = add_record (review, "account", "event", event, "role", nurse, "known_from", "2010-05", NULL);
  g_autofree char *b = add_record (review, "account", "event", event, "role", mother, NULL);

  /* May may be after the 17th. */
  assert_contradictions (review, event, 0, TL_CONTRADICTION_SAID, NULL);
  set_one (review, a, "known_from", "2010-05-16", NULL, NULL);
  assert_contradictions (review, event, 1, TL_CONTRADICTION_KNOWN_TOO_EARLY,
                         "Nurse is said to have known from 16 May 2010, before it happened on 17 May 2010.");
  set_one (review, a, "known_from", "2010-06", NULL, NULL);

  g_autofree char *telling
      = add_record (review, "telling", "teller", mother, "told", nurse, "event", event, "date", "2010-05-20", NULL);
  assert_contradictions (review, event, 1, TL_CONTRADICTION_TOLD_KNEW_LATER,
                         "Nurse was told on 20 May 2010, but is said to have known only from June 2010.");
  set_one (review, telling, "teller", nurse, NULL, NULL);
  set_one (review, telling, "told", mother, NULL, NULL);
  assert_contradictions (review, event, 1, TL_CONTRADICTION_TELLER_KNEW_LATER,
                         "Nurse told of it on 20 May 2010, but is said to have known only from June 2010.");
  set_one (review, telling, "date", "2009", NULL, NULL);
  assert_contradictions (review, event, 2, TL_CONTRADICTION_TOLD_TOO_EARLY,
                         "Nurse told of it on 2009, before it happened on 17 May 2010.");
  remove_record (review, telling);

  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  tl_edit_set_list (edit, b, "contradicts", (const char *const[]) { a, NULL }, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  set_one (review, b, "contradiction", "one saw a bruise, the other did not", NULL, NULL);
  g_autoptr (GPtrArray) found = tl_contradictions_find (review, tl_review_lookup (review, event));
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_str_has_suffix (((TlContradiction *) g_ptr_array_index (found, 0))->words,
                                   " contradict each other: one saw a bruise, the other did not"));
}

static void
test_story (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *visitor = add_record (review, "role", "label", "Health visitor 1", NULL);
  g_autofree char *worker = add_record (review, "role", "label", "Social worker 2", NULL);
  g_autofree char *event = add_record (review, "event", "title", "Home visit", "date", "2010-05-17", NULL);

  g_free (add_record (review, "account", "event", event, "role", visitor, "known_from", "2010-05-02", NULL));
  g_free (add_record (review, "telling", "teller", visitor, "told", worker, "event", event, "date", "2010-05-18",
                      "what", "That nobody was at home.", NULL));

  g_autofree char *story = tl_narrative_words_story (review, tl_review_lookup (review, event));
  g_assert_cmpstr (story, ==,
                   "17 May 2010: Home visit; Health visitor 1, 1 account that does not fit. Health visitor 1 is said "
                   "to have known from 2 May 2010, before it happened on 17 May 2010. Health visitor 1 told Social "
                   "worker 2 on 18 May 2010: That nobody was at home.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/narrative/a-child-is-never-missing", test_child_never_missing);
  g_test_add_func ("/narrative/children-come-first-then-people-then-agencies-with-theirs", test_order_of_lanes);
  g_test_add_func ("/narrative/an-event-is-in-the-lanes-of-its-accounts", test_marks_of_an_event);
  g_test_add_func ("/narrative/after-every-change-it-is-as-if-made-from-nothing", test_follows_changes);
  g_test_add_func ("/narrative/what-has-no-date-comes-last", test_no_date_at_the_end);
  g_test_add_func ("/narrative/ticks-are-steps-of-the-calendar", test_ticks);
  g_test_add_func ("/narrative/zooming-keeps-the-spot", test_zoom_keeps_the_spot);
  g_test_add_func ("/narrative/fit-and-reveal-move-as-little-as-needed", test_fit_and_reveal);
  g_test_add_func ("/narrative/dates-keep-their-precision", test_dates_keep_their_precision);
  g_test_add_func ("/narrative/a-distance-is-so-many-units", test_a_distance_is_so_many_units);
  g_test_add_func ("/narrative/a-minute-belongs-to-every-unit", test_a_minute_belongs_to_every_unit);
  g_test_add_func ("/narrative/nothing-lies-over-anything", test_rows_apart);
  g_test_add_func ("/narrative/what-finds-no-place-is-folded", test_rows_fold);
  g_test_add_func ("/narrative/contradictions-are-what-no-reading-fits", test_contradictions);
  g_test_add_func ("/narrative/the-story-is-said-in-sentences", test_story);
  return g_test_run ();
}
