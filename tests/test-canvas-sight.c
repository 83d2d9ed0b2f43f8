/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a graph is looked at: how factors and links are seen in focus, along paths and loops and while finding. */
#include "config.h"

#include "tests/review-case.h"

#include "ui/canvas/tl-canvas-sight.h"

/* a → b → c → d, a → c, and e apart; then with a way back from d to a. */
typedef struct {
  char *path;
  TlReview *review;
  TlCanvasSight *sight;
  char *factors[5];
  char *ab, *bc, *cd, *ac;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->n_changes++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  const char *const statements[] = { "Posts frozen", "Caseloads high", "Visits short", "Harm missed", "Snow" };

  self->review = open_new (&self->path);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    self->factors[i] = add_factor (self->review, statements[i]);
  self->ab = add_link (self->review, self->factors[0], self->factors[1]);
  self->bc = add_link (self->review, self->factors[1], self->factors[2]);
  self->cd = add_link (self->review, self->factors[2], self->factors[3]);
  self->ac = add_link (self->review, self->factors[0], self->factors[2]);
  self->sight = tl_canvas_sight_new (self->review);
  g_signal_connect_swapped (self->sight, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->sight);
  for (guint i = 0; i < G_N_ELEMENTS (self->factors); i++)
    g_free (self->factors[i]);
  g_free (self->ab);
  g_free (self->bc);
  g_free (self->cd);
  g_free (self->ac);
  g_object_unref (self->review);
  g_free (self->path);
}

static void
remove_record (Fixture    *self,
               const char *id)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);

  g_assert_true (tl_edit_remove (edit, id, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

/* How the factors are seen: a letter each. */
static void
assert_seen (Fixture    *self,
             const char *expected)
{
  const char letters[] = { [TL_SIGHT_PLAIN] = '.', [TL_SIGHT_MARKED] = 'M', [TL_SIGHT_FADED] = 'f',
                           [TL_SIGHT_HIDDEN] = 'h' };
  char seen[G_N_ELEMENTS (self->factors) + 1] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (self->factors); i++)
    seen[i] = letters[tl_canvas_sight_get_state (self->sight, self->factors[i])];
  g_assert_cmpstr (seen, ==, expected);
}

static void
assert_sentence (Fixture    *self,
                 const char *expected)
{
  g_autofree char *sentence = tl_canvas_sight_dup_sentence (self->sight);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
focus_shows_as_many_steps_as_asked (Fixture      *self,
                                    gconstpointer data)
{
  const char *const ids[] = { self->factors[1], NULL };

  assert_seen (self, ".....");
  tl_canvas_sight_focus (self->sight, ids, 1);
  assert_seen (self, ".M.ff");
  g_assert_cmpint (tl_canvas_sight_get_state (self->sight, self->ab), ==, TL_SIGHT_PLAIN);
  g_assert_cmpint (tl_canvas_sight_get_state (self->sight, self->ac), ==, TL_SIGHT_FADED);
  assert_sentence (self, "3 of 5 factors: “Caseloads high” with its causes and effects, 1 step each way");
  tl_canvas_sight_set_steps (self->sight, TL_SIGHT_ALL_STEPS);
  assert_seen (self, ".M..f");
  tl_canvas_sight_set_hides_rest (self->sight, TRUE);
  assert_seen (self, ".M..h");
  tl_canvas_sight_show_everything (self->sight);
  assert_seen (self, ".....");
  assert_sentence (self, NULL);
}

static void
focus_follows_the_review (Fixture      *self,
                          gconstpointer data)
{
  const char *const ids[] = { self->factors[1], NULL };

  tl_canvas_sight_focus (self->sight, ids, 1);
  set_field (self->review, self->ab, "state", "rejected");
  assert_seen (self, "fM.ff");
  remove_record (self, self->factors[1]);
  g_assert_cmpint (tl_canvas_sight_get_mode (self->sight), ==, TL_SIGHT_EVERYTHING);
  assert_seen (self, ".....");
}

static void
paths_are_counted_and_stepped_through (Fixture      *self,
                                       gconstpointer data)
{
  g_assert_false (tl_canvas_sight_show_paths (self->sight, self->factors[3], self->factors[0]));
  g_assert_false (tl_canvas_sight_show_paths (self->sight, self->factors[0], self->factors[4]));
  g_assert_cmpint (tl_canvas_sight_get_mode (self->sight), ==, TL_SIGHT_EVERYTHING);
  g_assert_true (tl_canvas_sight_show_paths (self->sight, self->factors[0], self->factors[3]));
  assert_sentence (self, "2 paths from “Posts frozen” to “Harm missed”");
  assert_seen (self, "MMMMf");
  tl_canvas_sight_step (self->sight, 1);
  assert_sentence (self, "Path 1 of 2 from “Posts frozen” to “Harm missed”, 2 links");
  assert_seen (self, "MfMMf");
  g_assert_cmpint (tl_canvas_sight_get_state (self->sight, self->ac), ==, TL_SIGHT_MARKED);
  g_assert_cmpint (tl_canvas_sight_get_state (self->sight, self->ab), ==, TL_SIGHT_FADED);
  tl_canvas_sight_step (self->sight, -1);
  assert_sentence (self, "Path 2 of 2 from “Posts frozen” to “Harm missed”, 3 links");
  tl_canvas_sight_step (self->sight, 1);
  g_assert_cmpuint (tl_canvas_sight_get_position (self->sight), ==, 0);
}

static void
a_path_is_kept_in_one_edit (Fixture      *self,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_canvas_sight_show_paths (self->sight, self->factors[0], self->factors[3]));
  tl_canvas_sight_step (self->sight, -1);
  g_assert_true (tl_canvas_sight_keep_path (self->sight, &error));
  g_assert_no_error (error);
  TlRecordList *paths = tl_review_get_list (self->review, "path");
  g_assert_cmpuint (tl_record_list_get_n (paths), ==, 1);
  TlRecord *path = tl_record_list_get (paths, 0);
  const char *const links[] = { self->ab, self->bc, self->cd, NULL };
  g_assert_cmpstr (tl_record_get_text (path, "title"), ==, "Posts frozen → Harm missed");
  g_assert_true (g_strv_equal (tl_record_get_list (path, "links"), links));
  g_assert_cmpuint (tl_canvas_sight_get_position (self->sight), ==, 1);
}

static void
loops_have_letters_and_words (Fixture      *self,
                              gconstpointer data)
{
  g_assert_false (tl_canvas_sight_show_loops (self->sight));
  g_autofree char *back = add_link (self->review, self->factors[3], self->factors[0]);
  set_field (self->review, self->ac, "sign", "plus");
  set_field (self->review, self->cd, "sign", "plus");
  set_field (self->review, back, "sign", "minus");
  g_assert_true (tl_canvas_sight_show_loops (self->sight));
  assert_sentence (self, "2 loops: 0 reinforcing, 1 balancing, 1 not known");
  tl_canvas_sight_set_position (self->sight, 0);
  const TlSightItem *item = tl_canvas_sight_get_item (self->sight, 0);
  g_assert_cmpstr (item->name, ==, "B1");
  g_assert_cmpuint (g_strv_length (item->factors), ==, 3);
  assert_seen (self, "MfMMf");
  remove_record (self, back);
  g_assert_cmpint (tl_canvas_sight_get_mode (self->sight), ==, TL_SIGHT_EVERYTHING);
}

static void
finding_marks_what_has_all_words (Fixture      *self,
                                  gconstpointer data)
{
  tl_canvas_sight_find (self->sight, "");
  assert_seen (self, ".....");
  assert_sentence (self, "No match");
  set_field (self->review, self->ab, "rationale", "Frozen posts leave more for each");
  tl_canvas_sight_find (self->sight, "FROZEN posts");
  assert_seen (self, "Mffff");
  g_assert_cmpint (tl_canvas_sight_get_state (self->sight, self->ab), ==, TL_SIGHT_MARKED);
  assert_sentence (self, "1 of 2");
  tl_canvas_sight_step (self->sight, 1);
  g_assert_cmpstr (tl_canvas_sight_get_item (self->sight, 1)->links[0], ==, self->ab);
  tl_canvas_sight_find (self->sight, "frozen snow");
  g_assert_cmpuint (tl_canvas_sight_get_n_items (self->sight), ==, 0);
  assert_seen (self, ".....");
}

int
main (int   argc,
      char *argv[])
{
  const struct {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/sight/focus-shows-as-many-steps-as-asked", focus_shows_as_many_steps_as_asked },
    { "/sight/focus-follows-the-review", focus_follows_the_review },
    { "/sight/paths-are-counted-and-stepped-through", paths_are_counted_and_stepped_through },
    { "/sight/a-path-is-kept-in-one-edit", a_path_is_kept_in_one_edit },
    { "/sight/loops-have-letters-and-words", loops_have_letters_and_words },
    { "/sight/finding-marks-what-has-all-words", finding_marks_what_has_all_words },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
