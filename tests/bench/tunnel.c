/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it costs to see a case of 1,000 events and 300 factors through someone's eyes: another role and day, with the
 * state of every record, against reading the dates of the same records once, at most five times as much; and within
 * a frame, 16 ms of the processor. */
#include "config.h"

#include <glib/gstdio.h>
#include <time.h>

#include "model/case/tl-tunnel.h"
#include "tests/review-case.h"

#define N_EVENTS 1000
#define N_FACTORS 300
#define N_ROLES 12
#define N_ROUNDS 41
#define MOST_OF_FRAME 16000.0 /* microseconds */
#define LIMIT 5.0

static const char *const kinds[] = { "event", "account", "telling", "factor" };

/* In microseconds. */
static double
get_time (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static void
set (TlEdit     *edit,
     const char *id,
     const char *field,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_edit_set (edit, id, field, value, &error));
}

static char *
add (TlEdit     *edit,
     const char *kind,
     const char *field,
     guint       day)
{
  g_autofree char *date = g_strdup_printf ("%u-%02u-%02u", 2005 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
  char *id = tl_edit_add (edit, kind, NULL, NULL);

  set (edit, id, field, date);
  return id;
}

/* Each event has an account; every third is told on. */
static void
fill (TlReview *review,
      char    **roles)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  TlEdit *edit = tl_edit_begin (review, NULL, NULL);

  for (guint i = 0; i < N_ROLES; i++)
    roles[i] = tl_edit_add (edit, "role", NULL, NULL);
  for (guint i = 0; i < N_EVENTS; i++)
    {
      guint day = (guint) g_rand_int_range (random, 0, 3000);
      g_autofree char *event = add (edit, "event", "date", day);
      g_autofree char *account = add (edit, "account", "known_from", day + (guint) g_rand_int_range (random, 0, 90));

      set (edit, account, "event", event);
      set (edit, account, "role", roles[g_rand_int_range (random, 0, N_ROLES)]);
      if (i % 3 != 0)
        continue;
      g_autofree char *telling = add (edit, "telling", "date", day + (guint) g_rand_int_range (random, 0, 200));
      set (edit, telling, "event", event);
      set (edit, telling, "teller", roles[g_rand_int_range (random, 0, N_ROLES)]);
      set (edit, telling, "told", roles[g_rand_int_range (random, 0, N_ROLES)]);
    }
  for (guint i = 0; i < N_FACTORS; i++)
    g_free (add (edit, "factor", "known_from", (guint) g_rand_int_range (random, 0, 3000)));
  g_free (tl_edit_commit (edit, NULL));
}

static double
time_view (TlTunnel   *tunnel,
           const char *role,
           guint       year,
           guint      *n_known)
{
  TlDate date;
  g_autofree char *text = g_strdup_printf ("%u-06-15", year);
  double start = get_time ();

  g_assert_true (tl_date_parse (text, &date));
  tl_tunnel_set_view (tunnel, role, &date);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TlRecordList *list = tl_review_get_list (tl_tunnel_get_review (tunnel), kinds[i]);

      for (guint j = 0; j < tl_record_list_get_n (list); j++)
        *n_known += tl_tunnel_get_state (tunnel, tl_record_get_id (tl_record_list_get (list, j))) == TL_TUNNEL_KNOWN;
    }
  return get_time () - start;
}

static double
time_dates (TlReview *review,
            gint64   *sum)
{
  double start = get_time ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TlRecordList *list = tl_review_get_list (review, kinds[i]);
      const char *field = i == 1 || i == 3 ? "known_from" : "date";

      for (guint j = 0; j < tl_record_list_get_n (list); j++)
        {
          TlDate date;
          gint64 from, to;

          if (!tl_date_parse (tl_record_get_text (tl_record_list_get (list, j), field), &date))
            continue;
          tl_date_get_bounds (&date, &from, &to);
          *sum += to - from;
        }
    }
  return get_time () - start;
}

static void
another_view_comes_within_a_frame (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  char *roles[N_ROLES];
  double worst = 0, least_view = G_MAXDOUBLE, least_dates = G_MAXDOUBLE;
  guint n_known = 0;
  gint64 sum = 0;

  fill (review, roles);
  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (review);
  time_view (tunnel, roles[0], 2008, &n_known); /* the first reads the records */
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double view = time_view (tunnel, roles[i % N_ROLES], 2005 + i % 9, &n_known);

      worst = MAX (worst, view);
      least_view = MIN (least_view, view);
      least_dates = MIN (least_dates, time_dates (review, &sum));
    }

  g_print ("# another view of %u events and %u factors: %.2f ms at least, %.2f ms at most; %.1f × reading the dates\n",
           N_EVENTS, N_FACTORS, least_view / 1000, worst / 1000, least_view / least_dates);
  g_assert_cmpuint (n_known, >, 0);
  g_assert_cmpint (sum, >, 0);
  g_assert_cmpfloat (least_view, <=, MOST_OF_FRAME);
  g_assert_cmpfloat (least_view / least_dates, <=, LIMIT);
  for (guint i = 0; i < N_ROLES; i++)
    g_free (roles[i]);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bench/tunnel/another-view-comes-within-a-frame", another_view_comes_within_a_frame);
  return g_test_run ();
}
