/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What those in an episode knew when it was over: what its appraisal can hold them to. */
#include "config.h"

#include "model/case/tl-episode-then.h"
#include "narrative-case.h"

typedef struct {
  char     *path;
  TlReview *review;
  char     *teacher;
  char     *nurse;
  char     *drawing; /* in the episode; the teacher saw it on 18 April and told the nurse of it on 1 June */
  char     *account;
  char     *telling;
  char     *fall;    /* in March, outside the episode; of nobody's */
  char     *trial;   /* years later */
  char     *factor;
  char     *episode; /* in May */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->review = open_new (&self->path);
  self->teacher = add_record (self->review, "role", "label", "Teacher 1", NULL);
  self->nurse = add_record (self->review, "role", "label", "Nurse", NULL);
  self->drawing = add_record (self->review, "event", "title", "A drawing", "date", "2010-04-18", NULL);
  self->account = add_record (self->review, "account", "event", self->drawing, "role", self->teacher, "saw", "A cot",
                              "known_from", "2010-04-18", NULL);
  self->telling = add_record (self->review, "telling", "teller", self->teacher, "told", self->nurse, "date",
                              "2010-06-01", "event", self->drawing, NULL);
  self->fall = add_record (self->review, "event", "title", "A fall", "date", "2010-03-02", NULL);
  self->trial = add_record (self->review, "event", "title", "A trial", "date", "2013-03-02", NULL);
  self->episode = add_record (self->review, "episode", "title", "Spring", "start", "2010-04", "finish", "2010-05-31",
                              "events", self->drawing, NULL);
  self->factor = add_record (self->review, "factor", "statement", "No form for it", "known_from", "2012", "episodes",
                             self->episode, NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->review);
  g_remove (self->path);
  g_free (self->path);
  g_free (self->teacher);
  g_free (self->nurse);
  g_free (self->drawing);
  g_free (self->account);
  g_free (self->telling);
  g_free (self->fall);
  g_free (self->trial);
  g_free (self->factor);
  g_free (self->episode);
}

static TlEpisodeThen *
see (Fixture *self)
{
  return tl_episode_then_new (self->review, tl_review_lookup (self->review, self->episode));
}

static const TlThenRole *
find_role (const TlEpisodeThen *then,
           const char          *id)
{
  for (guint i = 0; i < then->roles->len; i++)
    if (g_str_equal (tl_record_get_id (((TlThenRole *) then->roles->pdata[i])->role), id))
      return then->roles->pdata[i];
  return NULL;
}

static const TlThenItem *
find_item (const TlThenRole *role,
           const char       *id)
{
  for (guint i = 0; i < role->items->len; i++)
    if (g_str_equal (tl_record_get_id (((TlThenItem *) role->items->pdata[i])->record), id))
      return role->items->pdata[i];
  return NULL;
}

static void
test_each_sees_it_with_their_own_eyes (Fixture      *self,
                                       gconstpointer data)
{
  g_autoptr (TlEpisodeThen) then = see (self);
  const TlThenRole *teacher = find_role (then, self->teacher), *nurse = find_role (then, self->nurse);

  g_assert_true (then->dated);
  g_assert_cmpuint (then->roles->len, ==, 2);
  g_assert_cmpint (find_item (teacher, self->drawing)->state, ==, TL_TUNNEL_KNOWN);
  g_assert_cmpint (find_item (nurse, self->drawing)->state, ==, TL_TUNNEL_NOT_YET);
  g_assert_cmpint (find_item (nurse, self->account)->state, ==, TL_TUNNEL_NOT_YET);
  g_assert_cmpint (find_item (nurse, self->fall)->state, ==, TL_TUNNEL_COULD_BE_KNOWN);
  g_assert_cmpint (find_item (nurse, self->factor)->state, ==, TL_TUNNEL_NOT_YET);
  g_assert_cmpuint (nurse->counts[TL_TUNNEL_NOT_YET], ==, 3);
  g_assert_cmpuint (nurse->counts[TL_TUNNEL_COULD_BE_KNOWN], ==, 1);
  g_assert_cmpuint (nurse->counts[TL_TUNNEL_KNOWN], ==, 0);
  g_assert_nonnull (strstr (find_item (nurse, self->drawing)->reason, "Teacher 1"));
}

static void
test_what_was_to_come_is_not_looked_at (Fixture      *self,
                                        gconstpointer data)
{
  g_autoptr (TlEpisodeThen) then = see (self);

  g_assert_null (find_item (find_role (then, self->nurse), self->trial));
  g_assert_null (find_item (find_role (then, self->teacher), self->account));
}

static void
test_what_was_not_known_comes_first (Fixture      *self,
                                     gconstpointer data)
{
  g_autoptr (TlEpisodeThen) then = see (self);
  const TlThenRole *nurse = find_role (then, self->nurse);
  const char *const order[] = { self->drawing, self->account, self->factor, self->fall };

  g_assert_cmpuint (nurse->items->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (tl_record_get_id (((TlThenItem *) nurse->items->pdata[i])->record), ==, order[i]);
}

/* Without an end of its own it ends with its last event; without any date there is nothing to say. */
static void
test_its_end_is_what_is_known_of_it (Fixture      *self,
                                     gconstpointer data)
{
  set_field (self->review, self->episode, "finish", NULL);
  g_autoptr (TlEpisodeThen) by_event = see (self);
  g_autofree char *date = tl_date_dup_edtf (&by_event->date);
  g_assert_cmpstr (date, ==, "2010-04-18");

  set_field (self->review, self->drawing, "until", "2010-06-02");
  g_autoptr (TlEpisodeThen) by_until = see (self);
  g_autofree char *until = tl_date_dup_edtf (&by_until->date);
  g_assert_cmpstr (until, ==, "2010-06-02");
  g_assert_cmpint (find_item (find_role (by_until, self->nurse), self->drawing)->state, ==, TL_TUNNEL_KNOWN);

  set_field (self->review, self->drawing, "until", NULL);
  set_field (self->review, self->drawing, "date", NULL);
  g_autoptr (TlEpisodeThen) by_start = see (self);
  g_autofree char *start = tl_date_dup_edtf (&by_start->date);
  g_assert_cmpstr (start, ==, "2010-04");

  set_field (self->review, self->episode, "start", NULL);
  g_autoptr (TlEpisodeThen) never = see (self);
  g_assert_false (never->dated);
  g_assert_cmpuint (never->roles->len, ==, 0);
}

static void
test_it_is_told_apart_only_by_what_it_says (Fixture      *self,
                                            gconstpointer data)
{
  g_autoptr (TlEpisodeThen) before = see (self);

  set_field (self->review, self->episode, "appraisal", "Done as one did.");
  g_autoptr (TlEpisodeThen) same = see (self);
  g_assert_true (tl_episode_then_equal (before, same));

  set_field (self->review, self->telling, "date", "2010-05-03");
  g_autoptr (TlEpisodeThen) told = see (self);
  g_assert_false (tl_episode_then_equal (before, told));
  g_assert_cmpint (find_item (find_role (told, self->nurse), self->account)->state, ==, TL_TUNNEL_KNOWN);

  set_field (self->review, self->episode, "finish", "2010-05");
  g_autoptr (TlEpisodeThen) dated = see (self);
  g_assert_false (tl_episode_then_equal (told, dated));
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/episode-then/each-sees-it-with-their-own-eyes", test_each_sees_it_with_their_own_eyes },
    { "/episode-then/what-was-to-come-is-not-looked-at", test_what_was_to_come_is_not_looked_at },
    { "/episode-then/what-was-not-known-comes-first", test_what_was_not_known_comes_first },
    { "/episode-then/its-end-is-what-is-known-of-it", test_its_end_is_what_is_known_of_it },
    { "/episode-then/it-is-told-apart-only-by-what-it-says", test_it_is_told_apart_only_by_what_it_says },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
