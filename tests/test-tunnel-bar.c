/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar through which the case is seen with someone's eyes. */
#include "config.h"

#include <adwaita.h>

#include "narrative-case.h"
#include "tests/window-case.h"
#include "ui/window/tl-tunnel-bar.h"

typedef struct {
  char      *path;
  TlReview  *review;
  TlTunnel  *tunnel;
  GtkWidget *window;
  GtkWidget *bar;
  GtkWidget *page; /* what has the keyboard before */
  char      *teacher;
  char      *nurse;
} Fixture;

/* Teacher 1 saw a drawing on 18 April and told the nurse of it on 3 May, who called on the 20th; the index event is in
 * June. */
static void
set_up (Fixture      *self,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->review = open_new (&self->path);
  set_field (self->review, tl_record_get_id (tl_review_get_subject (self->review)), "index_event", "2010-06-09");
  self->teacher = add_record (self->review, "role", "label", "Teacher 1", "position", "1", NULL);
  self->nurse = add_record (self->review, "role", "label", "Nurse", "position", "2", NULL);
  g_autofree char *drawing = add_record (self->review, "event", "title", "A drawing", "date", "2010-04-18", NULL);
  g_autofree char *account
      = add_record (self->review, "account", "event", drawing, "role", self->teacher, "saw", "A cot", "occupied",
                    "Thirty children", "known_from", "2010-04-18", NULL);
  g_free (add_record (self->review, "telling", "teller", self->teacher, "told", self->nurse, "date", "2010-05-03",
                      "event", drawing, NULL));
  g_autofree char *call = add_record (self->review, "event", "title", "A call", "date", "2010-05-20", NULL);
  g_free (add_record (self->review, "account", "event", call, "role", self->nurse, "saw", "Nobody in", "known_from",
                      "2010-05-20", NULL));

  self->tunnel = tl_tunnel_new (self->review);
  self->bar = g_object_new (TL_TYPE_TUNNEL_BAR, NULL);
  self->page = gtk_button_new_with_label ("Page");
  self->window = gtk_window_new ();
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), self->page);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  tl_tunnel_bar_set_tunnel (TL_TUNNEL_BAR (self->bar), self->tunnel);
  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_UNTIL (gtk_widget_get_mapped (self->page));
  gtk_widget_grab_focus (self->page);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->tunnel);
  g_assert_finalize_object (self->review);
  g_remove (self->path);
  g_free (self->path);
  g_free (self->teacher);
  g_free (self->nurse);
}

static GtkDropDown *
get_roles (Fixture *self)
{
  return GTK_DROP_DOWN (find_within (self->bar, GTK_TYPE_DROP_DOWN));
}

static GtkEditable *
get_date (Fixture *self)
{
  return GTK_EDITABLE (find_within (self->bar, GTK_TYPE_ENTRY));
}

static GtkRange *
get_slider (Fixture *self)
{
  return GTK_RANGE (find_within (self->bar, GTK_TYPE_SCALE));
}

static void
assert_date (Fixture    *self,
             const char *edtf)
{
  g_autofree char *date = tl_date_dup_edtf (tl_tunnel_get_date (self->tunnel));
  g_assert_cmpstr (date, ==, edtf);
}

static gboolean
has_keyboard (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
open (Fixture *self)
{
  tl_tunnel_bar_open (TL_TUNNEL_BAR (self->bar));
  g_assert_true (gtk_widget_get_visible (self->bar));
}

static void
test_it_opens_on_the_index_event_and_closes_to_where_one_was (Fixture      *self,
                                                              gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (self->bar));
  open (self);
  assert_date (self, "2010-06-09");
  g_assert_cmpstr (gtk_editable_get_text (get_date (self)), ==, "9 June 2010");
  g_assert_true (says (self->bar, "As anyone could see it on 9 June 2010"));
  g_assert_true (has_keyboard (GTK_WIDGET (get_roles (self))));

  tl_tunnel_set_view (self->tunnel, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (self->bar));
  g_assert_true (has_keyboard (self->page));
}

static void
test_a_role_is_chosen (Fixture      *self,
                       gconstpointer data)
{
  open (self);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (get_roles (self))), ==, 3);
  gtk_drop_down_set_selected (get_roles (self), 1);
  g_assert_cmpstr (tl_tunnel_get_role (self->tunnel), ==, self->teacher);
  g_assert_true (says (self->bar, "As Teacher 1 could see it on 9 June 2010"));
  g_assert_true (says (self->bar, "Thirty children"));

  gtk_drop_down_set_selected (get_roles (self), 2);
  g_assert_cmpstr (tl_tunnel_get_role (self->tunnel), ==, self->nurse);
  g_assert_false (says (self->bar, "Thirty children"));
  gtk_drop_down_set_selected (get_roles (self), 0);
  g_assert_null (tl_tunnel_get_role (self->tunnel));
}

static void
test_a_date_is_typed_or_said_to_be_none (Fixture      *self,
                                         gconstpointer data)
{
  open (self);
  gtk_editable_set_text (get_date (self), "spring 2010");
  g_signal_emit_by_name (get_date (self), "activate");
  assert_date (self, "2010-21");

  gtk_editable_set_text (get_date (self), "soon");
  g_signal_emit_by_name (get_date (self), "activate");
  assert_date (self, "2010-21");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_date (self)), "error"));
  g_assert_true (says (self->bar, "soon"));

  gtk_editable_set_text (get_date (self), "May 2010");
  g_signal_emit_by_name (get_date (self), "activate");
  assert_date (self, "2010-05");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_date (self)), "error"));
}

/* The slider stops only where somebody came to know something. */
static void
test_one_steps_from_day_to_day (Fixture      *self,
                                gconstpointer data)
{
  gboolean handled;

  open (self);
  gtk_drop_down_set_selected (get_roles (self), 2);
  tl_tunnel_bar_step (TL_TUNNEL_BAR (self->bar), -1);
  tl_tunnel_bar_step (TL_TUNNEL_BAR (self->bar), -1);

  int at = tl_tunnel_find_step (self->tunnel);
  double value = gtk_range_get_value (get_slider (self));

  g_signal_emit_by_name (get_slider (self), "change-value", GTK_SCROLL_STEP_FORWARD, value, &handled);
  g_assert_true (handled);
  g_assert_cmpint (tl_tunnel_find_step (self->tunnel), ==, at + 1);
  g_assert_cmpfloat (gtk_range_get_value (get_slider (self)), >, value);

  g_signal_emit_by_name (get_slider (self), "change-value", GTK_SCROLL_END, 0., &handled);
  g_assert_cmpint (tl_tunnel_find_step (self->tunnel), ==, (int) tl_tunnel_get_n_steps (self->tunnel) - 1);
  g_signal_emit_by_name (get_slider (self), "change-value", GTK_SCROLL_START, 0., &handled);
  g_assert_cmpint (tl_tunnel_find_step (self->tunnel), ==, 0);
  g_signal_emit_by_name (get_slider (self), "change-value", GTK_SCROLL_JUMP, 1e9, &handled);
  g_assert_cmpint (tl_tunnel_find_step (self->tunnel), ==, (int) tl_tunnel_get_n_steps (self->tunnel) - 1);

  /* Before the first and after the last there is nothing to go to. */
  tl_tunnel_bar_step (TL_TUNNEL_BAR (self->bar), 1);
  g_assert_cmpint (tl_tunnel_find_step (self->tunnel), ==, (int) tl_tunnel_get_n_steps (self->tunnel) - 1);
}

static void
test_it_follows_the_review (Fixture      *self,
                            gconstpointer data)
{
  open (self);
  gtk_drop_down_set_selected (get_roles (self), 2);
  set_field (self->review, self->nurse, "label", "Health visitor 2");
  g_assert_true (says (self->bar, "As Health visitor 2 could see it"));
  g_assert_cmpuint (gtk_drop_down_get_selected (get_roles (self)), ==, 2);

  g_free (add_record (self->review, "role", "label", "Uncle", "position", "0", NULL));
  g_assert_cmpuint (gtk_drop_down_get_selected (get_roles (self)), ==, 3);
  g_assert_cmpstr (tl_tunnel_get_role (self->tunnel), ==, self->nurse);

  remove_record (self->review, self->nurse);
  g_assert_false (tl_tunnel_is_open (self->tunnel));
  g_assert_false (gtk_widget_get_visible (self->bar));
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/tunnel-bar/it-opens-on-the-index-event-and-closes-to-where-one-was",
      test_it_opens_on_the_index_event_and_closes_to_where_one_was },
    { "/tunnel-bar/a-role-is-chosen", test_a_role_is_chosen },
    { "/tunnel-bar/a-date-is-typed-or-said-to-be-none", test_a_date_is_typed_or_said_to_be_none },
    { "/tunnel-bar/one-steps-from-day-to-day", test_one_steps_from_day_to_day },
    { "/tunnel-bar/it-follows-the-review", test_it_follows_the_review },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
