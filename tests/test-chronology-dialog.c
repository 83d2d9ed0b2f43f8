/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is understood of a chronology is shown before anything is added. */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "model/review/tl-history.h"
#include "review-case.h"
#include "tests/window-case.h"
#include "ui/dialogs/tl-chronology-dialog.h"

typedef struct {
  char      *path;
  TlReview  *review;
  GtkWidget *window;
  GtkWidget *dialog;
  char      *said; /* what the window was to report */
} Fixture;

static void
report_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  Fixture *self = data;

  g_free (self->said);
  g_variant_get (parameter, "(sb)", &self->said, NULL);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  static const GActionEntry actions[] = { { "report", report_cb, "(sb)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->review = open_new (&self->path);
  self->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  WAIT_UNTIL (G_OBJECT (self->review)->ref_count == 1);
  g_assert_finalize_object (self->review);
  g_remove (self->path);
  g_free (self->path);
  g_free (self->said);
}

static void
show_dialog (Fixture    *self,
             const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TlChronology *chronology = tl_chronology_parse (bytes, "case.csv", &error);

  g_assert_no_error (error);
  self->dialog = tl_chronology_dialog_new (GTK_WINDOW (self->window), self->review, chronology);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, words);
  return found;
}

static guint
count_events (Fixture *self)
{
  return tl_record_list_get_n (tl_review_get_list (self->review, "event"));
}

static void
test_it_is_looked_at_and_then_added (Fixture      *self,
                                     gconstpointer data)
{
  show_dialog (self, "Date,Event,Agency\n2010-05-17,A <visit>,Health\nnever,A call,School\n18 May 2010,A letter,\n");
  WAIT_UNTIL (find_label (self->dialog, "A <visit>") != NULL);

  g_assert_nonnull (find_label (self->dialog, "2 rows are understood. 1 is refused, and stays out."));
  g_assert_nonnull (find_label (self->dialog, "17 May 2010: A <visit>; Health"));
  g_assert_true (gtk_widget_has_css_class (find_label (self->dialog, "Line 3 is refused."), "warning"));
  g_assert_cmpuint (count_events (self), ==, 0);

  g_signal_emit_by_name (find_button (self->dialog, "_Add 2 Events"), "clicked");
  g_assert_cmpuint (count_events (self), ==, 2);
  g_assert_cmpstr (self->said, ==, "2 events added");
  WAIT_UNTIL (self->dialog == NULL);

  g_autoptr (GError) error = NULL;
  g_assert_true (tl_review_undo (self->review, NULL, NULL, &error));
  g_assert_cmpuint (count_events (self), ==, 0);
}

static void
test_what_is_not_understood_at_all_can_not_be_added (Fixture      *self,
                                                     gconstpointer data)
{
  show_dialog (self, "Date,Event\nnever,A call\n");
  WAIT_UNTIL (find_label (self->dialog, "Line 2 is refused.") != NULL);
  g_assert_false (gtk_widget_get_sensitive (find_button (self->dialog, "_Add 0 Events")));
  gtk_window_close (GTK_WINDOW (self->dialog));
  WAIT_UNTIL (self->dialog == NULL);
}

static void
test_closing_it_adds_nothing (Fixture      *self,
                              gconstpointer data)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (self->review)));

  show_dialog (self, "Date,Event\n2010-05-17,A visit\n");
  g_signal_emit_by_name (find_button (self->dialog, "_Cancel"), "clicked");
  WAIT_UNTIL (self->dialog == NULL);
  g_assert_cmpuint (count_events (self), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (self->review))), ==, before);
  g_assert_null (self->said);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/chronology-dialog/it-is-looked-at-and-then-added", test_it_is_looked_at_and_then_added },
    { "/chronology-dialog/what-is-not-understood-at-all-can-not-be-added",
      test_what_is_not_understood_at_all_can_not_be_added },
    { "/chronology-dialog/closing-it-adds-nothing", test_closing_it_adds_nothing },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
