/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The narrative in a window: read in the order of the story, worked on by keys and pointer, one undo for each. */
#include "config.h"

#include <adwaita.h>

#include "model/review/tl-history.h"
#include "narrative-case.h"
#include "ui/narrative/tl-narrative-fold.h"
#include "ui/narrative/tl-narrative-mark.h"
#include "ui/narrative/tl-narrative-page.h"
#include "ui/narrative/tl-narrative-view-private.h"

typedef struct {
  char            *path;
  TlReview        *review;
  TlSelection     *selection;
  TlNarrative     *narrative;
  TlNarrativeView *view;
  GtkWidget       *window;
  char            *health;
  char            *nurse;
  char            *doctor;
  char            *visit;
  char            *account;
} Fixture;

static gboolean
give_up_cb (gpointer data)
{
  g_error ("The view does not come to rest");
  return G_SOURCE_REMOVE;
}

static void
settle (Fixture *fixture)
{
  guint give_up = g_timeout_add_seconds (10, give_up_cb, NULL);

  while (fixture->view->scale.width <= 1 || fixture->view->refresh_id != 0 || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (give_up);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  fixture->health = add_record (fixture->review, "agency", "label", "Health", NULL);
  fixture->nurse = add_record (fixture->review, "role", "label", "Nurse", "agency", fixture->health, NULL);
  fixture->doctor = add_record (fixture->review, "role", "label", "Doctor", "agency", fixture->health, NULL);
  fixture->visit
      = add_record (fixture->review, "event", "title", "Visit", "date", "2010-05", "agencies", fixture->health, NULL);
  fixture->account = add_record (fixture->review, "account", "event", fixture->visit, "role", fixture->nurse, "saw",
                                 "A tidy room", "known_from", "2010-05-20", "occupied", "A full clinic", NULL);
  g_free (add_record (fixture->review, "event", "title", "Before", "date", "2009", "agencies", fixture->health, NULL));
  g_free (add_record (fixture->review, "event", "title", "Some time", NULL));

  fixture->selection = tl_selection_new (fixture->review);
  fixture->narrative = tl_narrative_new (fixture->review);
  fixture->view = TL_NARRATIVE_VIEW (tl_narrative_view_new (fixture->narrative, fixture->selection));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  TlNarrativeView *view = g_object_ref (fixture->view);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (view);
  g_assert_finalize_object (fixture->narrative);
  g_assert_finalize_object (fixture->selection);
  g_object_unref (fixture->review);
  g_free (fixture->path);
  g_free (fixture->health);
  g_free (fixture->nurse);
  g_free (fixture->doctor);
  g_free (fixture->visit);
  g_free (fixture->account);
}

static void
activate (Fixture    *fixture,
          const char *action,
          const char *parameter)
{
  gboolean done = parameter != NULL
                      ? gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, "s", parameter)
                      : gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);

  g_assert_true (done);
  settle (fixture);
}

static const char *
get_date (Fixture *fixture)
{
  return tl_record_get_text (tl_review_lookup (fixture->review, fixture->visit), "date");
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  settle (fixture);
}

static TlNarrativePlace *
find (Fixture    *fixture,
      const char *id)
{
  TlNarrativePlace *place = _tl_narrative_places_find (fixture->view, id);

  g_assert_nonnull (place);
  return place;
}

static void
assert_name (GtkWidget  *widget,
             const char *name)
{
  g_autofree char *wrong
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpstr (wrong, ==, NULL);
}

static void
it_reads_as_a_story (Fixture      *fixture,
                     gconstpointer data)
{
  GtkWidget *mark = gtk_widget_get_first_child (fixture->view->lanes);

  assert_name (mark, "2009: Before; Health.");
  mark = gtk_widget_get_next_sibling (mark);
  assert_name (mark, "May 2010: Visit; Nurse, Health, 1 account.");
  mark = gtk_widget_get_next_sibling (mark);
  assert_name (mark, "Account of Nurse, known from 20 May 2010. Saw: A tidy room Occupied with: A full clinic");
  g_assert_null (gtk_widget_get_next_sibling (mark));
  assert_name (gtk_widget_get_first_child (fixture->view->undated), "no date: Some time.");

  /* What is told becomes part of it. */
  g_free (add_record (fixture->review, "telling", "teller", fixture->nurse, "told", fixture->doctor, "event",
                      fixture->visit, "date", "2010-06-01", NULL));
  settle (fixture);
  mark = gtk_widget_get_next_sibling (gtk_widget_get_first_child (fixture->view->lanes));
  assert_name (mark, "May 2010: Visit; Nurse, Health, 1 account. Nurse told Doctor on 1 June 2010.");
  assert_name (gtk_widget_get_last_child (fixture->view->lanes), "Nurse told Doctor on 1 June 2010.");
}

static void
keys_date_by_the_unit_of_the_date (Fixture      *fixture,
                                   gconstpointer data)
{
  tl_selection_set_one (fixture->selection, fixture->account);
  activate (fixture, "narrative.shift", "right");
  g_assert_cmpstr (get_date (fixture), ==, "2010-06");
  undo (fixture);
  g_assert_cmpstr (get_date (fixture), ==, "2010-05");
  set_one (fixture->review, fixture->visit, "date", "2010-05-31", NULL, NULL);
  activate (fixture, "narrative.shift", "right");
  g_assert_cmpstr (get_date (fixture), ==, "2010-06-01");
  activate (fixture, "narrative.shift", "left");
  activate (fixture, "narrative.shift", "left");
  g_assert_cmpstr (get_date (fixture), ==, "2010-05-30");
}

static void
drag (Fixture   *fixture,
      GtkWidget *mark,
      double     dx,
      double     dy)
{
  graphene_rect_t bounds;

  /* Sizes are given out with the next frame. */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_compute_bounds (mark, GTK_WIDGET (fixture->view), &bounds));
  g_signal_emit_by_name (fixture->view->drag, "drag-begin", (double) bounds.origin.x + 2,
                         (double) bounds.origin.y + 5);
  g_signal_emit_by_name (fixture->view->drag, "drag-update", dx, dy);
  g_signal_emit_by_name (fixture->view->drag, "drag-end", dx, dy);
  settle (fixture);
}

static void
a_drag_dates_anew (Fixture      *fixture,
                   gconstpointer data)
{
  double months = 61 * 24 * 60 * fixture->view->scale.pixels;

  drag (fixture, find (fixture, fixture->visit)->widget, months, 0);
  g_assert_cmpstr (get_date (fixture), ==, "2010-07");
  undo (fixture);
  g_assert_cmpstr (get_date (fixture), ==, "2010-05");
  drag (fixture, find (fixture, fixture->account)->widget, -months, 0);
  g_assert_cmpstr (get_date (fixture), ==, "2010-03");
}

static void
a_drop_on_an_episode_adds (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *episode
      = add_record (fixture->review, "episode", "title", "A spring", "start", "2010-04", "finish", "2010-06", NULL);
  graphene_rect_t target, from;

  settle (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_compute_bounds (find (fixture, episode)->widget, GTK_WIDGET (fixture->view), &target));
  g_assert_true (gtk_widget_compute_bounds (find (fixture, fixture->visit)->widget, GTK_WIDGET (fixture->view), &from));
  drag (fixture, find (fixture, fixture->visit)->widget, target.origin.x + 4 - from.origin.x - 2,
        target.origin.y + 4 - from.origin.y - 5);

  const char *const *events = tl_record_get_list (tl_review_lookup (fixture->review, episode), "events");
  g_assert_cmpstr (events[0], ==, fixture->visit);
  g_assert_cmpstr (get_date (fixture), ==, "2010-05");
  undo (fixture);
  g_assert_null (tl_record_get_list (tl_review_lookup (fixture->review, episode), "events")[0]);
}

/* Types into the popover that is open and confirms it. */
static void
fill_in (Fixture    *fixture,
         const char *title,
         const char *date)
{
  GtkWidget *grid = gtk_popover_get_child (GTK_POPOVER (fixture->view->popover));
  GtkWidget *line = gtk_grid_get_child_at (GTK_GRID (grid), 1, 1);

  gtk_editable_set_text (GTK_EDITABLE (line), title);
  gtk_editable_set_text (GTK_EDITABLE (gtk_grid_get_child_at (GTK_GRID (grid), 1, 2)), date);
  g_signal_emit_by_name (line, "activate");
  settle (fixture);
}

static guint
count (Fixture    *fixture,
       const char *kind)
{
  return tl_record_list_get_n (tl_review_get_list (fixture->review, kind));
}

static void
the_child_comes_with_its_first_event (Fixture      *fixture,
                                      gconstpointer data)
{
  _tl_narrative_entry_popup (fixture->view, &(TlNarrativeSpot) { .lane = 0 });
  fill_in (fixture, "First day at nursery", "not a date");
  g_assert_cmpuint (count (fixture, "event"), ==, 3);
  fill_in (fixture, "First day at nursery", "autumn 2010");
  g_assert_cmpuint (count (fixture, "event"), ==, 4);
  g_assert_cmpuint (count (fixture, "child"), ==, 1);

  TlRecord *event = tl_selection_get_primary (fixture->selection);
  g_assert_cmpstr (tl_record_get_text (event, "title"), ==, "First day at nursery");
  g_assert_cmpstr (tl_record_get_text (event, "date"), ==, "2010-23");
  undo (fixture);
  g_assert_cmpuint (count (fixture, "event"), ==, 3);
  g_assert_cmpuint (count (fixture, "child"), ==, 0);
}

static void
an_event_of_a_role_has_its_account (Fixture      *fixture,
                                    gconstpointer data)
{
  guint lane = tl_lanes_find (tl_narrative_get_lanes (fixture->narrative), fixture->doctor);

  _tl_narrative_entry_popup (fixture->view, &(TlNarrativeSpot) { .lane = lane });
  fill_in (fixture, "A letter", "17 May 2010");
  g_assert_cmpuint (count (fixture, "account"), ==, 2);
  undo (fixture);
  g_assert_cmpuint (count (fixture, "account"), ==, 1);
}

static void
arrows_go_in_time_and_between_lanes (Fixture      *fixture,
                                     gconstpointer data)
{
  gtk_widget_grab_focus (find (fixture, fixture->visit)->widget);
  activate (fixture, "narrative.go", "down");
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, fixture->account);
  activate (fixture, "narrative.go", "up");
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, fixture->visit);
  activate (fixture, "narrative.go", "left");
  g_assert_cmpstr (tl_record_get_text (tl_selection_get_primary (fixture->selection), "title"), ==, "Before");
  activate (fixture, "narrative.go", "left");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_get_parent (focus) == fixture->view->headers);
  assert_name (focus, "Health");
  activate (fixture, "narrative.go", "right");
  activate (fixture, "narrative.go", "last");
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, fixture->visit);
}

static void
too_many_at_one_place_fold_and_open (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = tl_narrative_edit_add_event (edit, tl_narrative_get_lanes (fixture->narrative), 1, "Call",
                                                         NULL, &error);
      tl_edit_set (edit, id, "date", "2010-05-17", &error);
    }
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  settle (fixture);

  guint n_folded = 0;
  TlNarrativePlace *leader = NULL;
  for (guint i = 0; i < fixture->view->places->len; i++)
    {
      TlNarrativePlace *place = &g_array_index (fixture->view->places, TlNarrativePlace, i);

      n_folded += place->leader != G_MAXUINT;
      if (place->leader == i)
        leader = place;
    }
  g_assert_cmpuint (n_folded, >, 20);
  g_assert_nonnull (leader);
  g_assert_true (TL_IS_NARRATIVE_FOLD (leader->fold));
  g_assert_cmpuint (leader->n_folded, ==, n_folded);

  _tl_narrative_fold_popup (fixture->view, leader);
  GtkWidget *popover = fixture->view->popover;
  g_assert_nonnull (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
through_someones_eyes_what_is_not_yet_known_fades (Fixture      *fixture,
                                                   gconstpointer data)
{
  g_autoptr (TlTunnel) tunnel = tl_tunnel_new (fixture->review);
  GtkWidget *mark = find (fixture, fixture->account)->widget;
  TlDate date;

  tl_narrative_view_set_tunnel (fixture->view, tunnel);
  g_assert_true (tl_date_parse ("2010-05-01", &date));
  tl_tunnel_set_view (tunnel, fixture->nurse, &date);
  g_assert_true (gtk_widget_has_css_class (mark, "tunnel-not-yet"));
  g_assert_true (tl_date_parse ("2010-05-20", &date));
  tl_tunnel_set_view (tunnel, fixture->nurse, &date);
  g_assert_false (gtk_widget_has_css_class (mark, "tunnel-not-yet"));
  g_assert_true (gtk_widget_has_css_class (mark, "tunnel-occupied"));
  tl_tunnel_set_view (tunnel, NULL, NULL);
  g_assert_false (gtk_widget_has_css_class (mark, "tunnel-occupied"));
  tl_narrative_view_set_tunnel (fixture->view, NULL);
}

static void
contradicting_accounts_carry_a_sign (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *other
      = add_record (fixture->review, "account", "event", fixture->visit, "role", fixture->doctor, NULL);

  settle (fixture);
  g_assert_false (gtk_widget_has_css_class (find (fixture, other)->widget, "contradiction"));
  _tl_narrative_verb_contradict (fixture->view, other, (const char *const[]) { fixture->account, NULL },
                                 "one room, two descriptions");
  settle (fixture);
  g_assert_true (gtk_widget_has_css_class (find (fixture, other)->widget, "contradiction"));
  g_assert_true (gtk_widget_has_css_class (find (fixture, fixture->account)->widget, "contradiction"));
  undo (fixture);
  g_assert_false (gtk_widget_has_css_class (find (fixture, other)->widget, "contradiction"));
}

/* However soon it closes after it was opened, and whatever became meanwhile of what had the keyboard. */
static void
test_closing_a_popover_gives_the_keyboard_back (Fixture      *fixture,
                                                gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (fixture->window);

  tl_selection_set_one (fixture->selection, fixture->account);
  g_assert_true (_tl_narrative_keys_focus_in (fixture->view));
  GtkWidget *before = gtk_root_get_focus (root);

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "narrative.add-event", NULL);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), fixture->view->popover));
      if (i > 0)
        settle (fixture);
      gtk_popover_popdown (GTK_POPOVER (fixture->view->popover));
      settle (fixture);
      g_assert_null (fixture->view->popover);
      g_assert_true (gtk_root_get_focus (root) == before);
    }

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "narrative.add-event", NULL);
  remove_record (fixture->review, fixture->account);
  settle (fixture);
  gtk_popover_popdown (GTK_POPOVER (fixture->view->popover));
  settle (fixture);

  GtkWidget *focus = gtk_root_get_focus (root);
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->view)));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/narrative-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("it-reads-as-a-story", it_reads_as_a_story);
  ADD ("keys-date-by-the-unit-of-the-date", keys_date_by_the_unit_of_the_date);
  ADD ("a-drag-dates-anew", a_drag_dates_anew);
  ADD ("a-drop-on-an-episode-adds", a_drop_on_an_episode_adds);
  ADD ("the-child-comes-with-its-first-event", the_child_comes_with_its_first_event);
  ADD ("an-event-of-a-role-has-its-account", an_event_of_a_role_has_its_account);
  ADD ("arrows-go-in-time-and-between-lanes", arrows_go_in_time_and_between_lanes);
  ADD ("too-many-at-one-place-fold-and-open", too_many_at_one_place_fold_and_open);
  ADD ("through-someones-eyes-what-is-not-yet-known-fades", through_someones_eyes_what_is_not_yet_known_fades);
  ADD ("contradicting-accounts-carry-a-sign", contradicting_accounts_carry_a_sign);
  ADD ("closing-a-popover-gives-the-keyboard-back", test_closing_a_popover_gives_the_keyboard_back);
#undef ADD
  return g_test_run ();
}
