/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Key practice episodes: what belongs to one, and the page on which it is written. */
#include "config.h"

#include "model/case/tl-episode-edit.h"
#include "model/case/tl-episode.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/fields/tl-field-row.h"
#include "ui/narrative/tl-episode-editor.h"
#include "ui/narrative/tl-episode-eyes.h"
#include "ui/fields/tl-part-list.h"
#include "ui/narrative/tl-episode-rationales.h"

typedef struct {
  char            *path;
  TlReview        *review;
  TlSelection     *selection;
  GtkWidget       *window;
  TlEpisodeEditor *editor;
  char            *episode;
  char            *later;
  char            *visit; /* an event */
  char            *nurse; /* a role with an account of the visit */
  char            *manager;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->review = open_new (&fixture->path);
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  fixture->later = add_in (edit, "episode", "start", "2012-05");
  fixture->episode = add_in (edit, "episode", "start", "2012-03");
  fixture->nurse = add_in (edit, "role", "label", "Health visitor 1");
  fixture->manager = add_in (edit, "role", "label", "Team manager");
  fixture->visit = add_in (edit, "event", "title", "A visit");
  g_autofree char *account = add_in (edit, "account", "event", fixture->visit);
  tl_edit_set (edit, account, "role", fixture->nurse, &error);
  const char *const events[] = { fixture->visit, NULL };
  tl_edit_set_list (edit, fixture->episode, "events", events, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  fixture->selection = tl_selection_new (fixture->review);
  fixture->editor = TL_EPISODE_EDITOR (tl_episode_editor_new (fixture->selection));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->editor));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->editor)));
  tl_episode_editor_set_episode (fixture->editor, tl_review_lookup (fixture->review, fixture->episode));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->selection);
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == 1);
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->episode);
  g_free (fixture->later);
  g_free (fixture->visit);
  g_free (fixture->nurse);
  g_free (fixture->manager);
}

static GtkWidget *
find_shown (Fixture *fixture,
            GType    type,
            guint    n)
{
  return find_nth (GTK_WIDGET (fixture->editor), type, n);
}

static guint
count_fields_of (Fixture    *fixture,
                 const char *kind)
{
  guint n = 0;
  GtkWidget *row;

  for (guint i = 0; (row = find_shown (fixture, TL_TYPE_FIELD_ROW, i)) != NULL; i++)
    n += tl_record_is (tl_field_row_get_record (TL_FIELD_ROW (row)), kind);
  return n;
}

static TlRecord *
get_episode (Fixture *fixture)
{
  return tl_review_lookup (fixture->review, fixture->episode);
}

/* The model */

static void
test_who_took_part_is_known (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *factor = tl_episode_edit_add_new_factor (edit, NULL, fixture->episode, "No time", &error);
  tl_edit_set (edit, factor, "role", fixture->manager, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) roles = tl_episode_find_roles (fixture->review, get_episode (fixture));
  g_autoptr (GPtrArray) factors = tl_episode_find_factors (fixture->review, get_episode (fixture));
  g_assert_cmpuint (roles->len, ==, 2);
  g_assert_cmpstr (tl_record_get_id (roles->pdata[0]), ==, fixture->nurse);
  g_assert_cmpstr (tl_record_get_id (roles->pdata[1]), ==, fixture->manager);
  g_assert_cmpuint (factors->len, ==, 1);
}

static void
test_a_role_stands_once (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *first = tl_episode_edit_add_role (edit, fixture->review, fixture->episode, fixture->nurse, &error);
  g_free (tl_edit_commit (edit, &error));
  edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *again = tl_episode_edit_add_role (edit, fixture->review, fixture->episode, fixture->nurse, &error);
  tl_edit_abort (edit);

  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, again);
  TlRecord *rationale = tl_episode_find_rationale (fixture->review, get_episode (fixture), fixture->nurse);
  g_assert_cmpstr (tl_record_get_id (rationale), ==, first);
  g_assert_false (tl_episode_is_told (rationale));
  g_assert_true (set_one (fixture->review, first, "goals", "To be let in again", NULL, &error));
  g_assert_true (tl_episode_is_told (rationale));
}

static void
test_what_is_taken_out_stays_in_the_review (Fixture      *fixture,
                                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  g_assert_true (tl_episode_edit_take_event (edit, fixture->review, fixture->episode, fixture->visit, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_null (tl_record_get_list (get_episode (fixture), "events")[0]);
  g_assert_nonnull (tl_review_lookup (fixture->review, fixture->visit));
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_list (get_episode (fixture), "events")[0], ==, fixture->visit);
}

static void
test_a_new_event_begins_with_the_episode (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *event
    = tl_episode_edit_add_new_event (edit, fixture->review, fixture->episode, "A letter", &error);

  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (fixture->review, event), "date"), ==, "2012-03");
  g_assert_cmpstr (tl_record_get_list (get_episode (fixture), "events")[1], ==, event);
}

/* The page */

static void
test_a_column_for_who_took_part (Fixture      *fixture,
                                 gconstpointer data)
{
  GtkWidget *table = find_shown (fixture, TL_TYPE_EPISODE_RATIONALES, 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_fields_of (fixture, "rationale"), ==, 0);
  g_assert_true (gtk_widget_activate_action (table, "rationales.add-role", "s", fixture->nurse));
  g_assert_cmpuint (count_fields_of (fixture, "rationale"), ==, 4);

  TlRecord *rationale = tl_episode_find_rationale (fixture->review, get_episode (fixture), fixture->nurse);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TL_TYPE_FIELD_ROW) : NULL;
  g_assert_nonnull (row);
  g_assert_true (tl_field_row_get_record (TL_FIELD_ROW (row)) == rationale);
  g_assert_cmpstr (tl_field_row_get_field (TL_FIELD_ROW (row))->name, ==, "understood");

  gtk_widget_activate_action (table, "rationales.add-role", "s", fixture->manager);
  g_assert_cmpuint (count_fields_of (fixture, "rationale"), ==, 8);
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_cmpuint (count_fields_of (fixture, "rationale"), ==, 4);
}

static void
test_an_event_is_taken_out_by_its_row (Fixture      *fixture,
                                       gconstpointer data)
{
  GtkWidget *events = find_shown (fixture, TL_TYPE_PART_LIST, 0);
  GtkWidget *row = find_within (events, ADW_TYPE_ACTION_ROW);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "A visit");
  gtk_widget_activate_action (events, "part-list.take-out", "s", fixture->visit);
  g_assert_null (tl_record_get_list (get_episode (fixture), "events")[0]);
  g_assert_null (find_within (events, ADW_TYPE_ACTION_ROW));
}

static void
test_choosing_an_event_leaves_the_episode (Fixture      *fixture,
                                           gconstpointer data)
{
  GtkWidget *row = find_within (find_shown (fixture, TL_TYPE_PART_LIST, 0), ADW_TYPE_ACTION_ROW);

  gtk_widget_activate (row);
  g_assert_true (tl_selection_get_primary (fixture->selection) == tl_review_lookup (fixture->review, fixture->visit));
  g_assert_true (tl_episode_editor_get_episode (fixture->editor) == get_episode (fixture));
}

static void
test_episodes_follow_each_other_in_time (Fixture      *fixture,
                                         gconstpointer data)
{
  TlRecord *later = tl_review_lookup (fixture->review, fixture->later);

  g_assert_true (tl_episode_editor_find (fixture->editor, NULL) == get_episode (fixture));
  g_assert_true (tl_episode_editor_find (fixture->editor, later) == later);
  g_assert_true (tl_episode_editor_find (fixture->editor, tl_review_lookup (fixture->review, fixture->visit))
                 == get_episode (fixture));
  tl_selection_set_one (fixture->selection, fixture->later);
  g_assert_true (tl_episode_editor_get_episode (fixture->editor) == later);
}

/* What the manager knew is said beside the appraisal once there is a date, and follows the review. */
static void
test_what_they_knew_stands_beside_the_appraisal (Fixture      *fixture,
                                                 gconstpointer data)
{
  GtkWidget *eyes = find_shown (fixture, TL_TYPE_EPISODE_EYES, 0);
  GtkWidget *row;

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find_within (eyes, ADW_TYPE_EXPANDER_ROW))), ==,
                   "Health visitor 1");
  set_field (fixture->review, fixture->episode, "start", NULL);
  WAIT_UNTIL (find_within (eyes, ADW_TYPE_EXPANDER_ROW) == NULL);

  set_field (fixture->review, fixture->visit, "date", "2012-03-04");
  WAIT_UNTIL ((row = find_within (eyes, ADW_TYPE_EXPANDER_ROW)) != NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);

  /* The row itself is the first. */
  gtk_widget_activate (find_nth (row, ADW_TYPE_ACTION_ROW, 1));
  g_assert_true (tl_selection_get_primary (fixture->selection) == tl_review_lookup (fixture->review, fixture->visit));
  g_assert_true (tl_episode_editor_get_episode (fixture->editor) == get_episode (fixture));
}

static void
test_a_new_episode_is_opened (Fixture      *fixture,
                              gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "episode.add", NULL);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (fixture->review, "episode")), ==, 3);
  g_assert_false (tl_episode_editor_get_episode (fixture->editor) == get_episode (fixture));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/episode/who-took-part-is-known", test_who_took_part_is_known },
    { "/episode/a-role-stands-in-it-once", test_a_role_stands_once },
    { "/episode/what-is-taken-out-stays-in-the-review", test_what_is_taken_out_stays_in_the_review },
    { "/episode/a-new-event-begins-with-it", test_a_new_event_begins_with_the_episode },
    { "/episode/page/who-took-part-is-given-a-column", test_a_column_for_who_took_part },
    { "/episode/page/an-event-is-taken-out-by-its-row", test_an_event_is_taken_out_by_its_row },
    { "/episode/page/choosing-an-event-leaves-the-episode-open", test_choosing_an_event_leaves_the_episode },
    { "/episode/page/episodes-follow-each-other-in-time", test_episodes_follow_each_other_in_time },
    { "/episode/page/what-they-knew-stands-beside-the-appraisal", test_what_they_knew_stands_beside_the_appraisal },
    { "/episode/page/a-new-one-is-opened", test_a_new_episode_is_opened },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
