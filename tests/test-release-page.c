/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The release page of a library's window, as a person uses it: tables are chosen, what would leave is seen before it
 * does, the release is made and opened, and it is listed with those that left. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tests/library-window-case.h"
#include "ui/library/tl-release-form.h"
#include "ui/library/tl-release-history.h"
#include "ui/library/tl-release-made.h"
#include "ui/library/tl-release-pieces.h"
#include "ui/library/tl-release-preview.h"
#include "ui/library/tl-release-sheet.h"

#define N_RECORDS 60

typedef LibraryWindowCase Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 11, .n_factors = 20 };

  library_case_set_up (&fixture->library, &options);
  library_window_case_open (fixture, N_RECORDS);
  tl_library_window_show_page (fixture->window, "release");
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->release)));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  library_window_case_tear_down (fixture);
}

static GtkWidget *
get (Fixture *fixture,
     GType    type)
{
  return find_within (GTK_WIDGET (fixture->window->release), type);
}

/* Whether a cell under @root holds the sign of what is withheld. */
static gboolean
withholds (GtkWidget *root)
{
  if (GTK_IS_LABEL (root) && strcmp (gtk_label_get_text (GTK_LABEL (root)), "c") == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (withholds (child))
      return TRUE;
  return FALSE;
}

static const TlRelease *
add_table (Fixture       *fixture,
           TlAskedKind  kind,
           TlFacet        by)
{
  const TlRelease *before = tl_release_page_get_release (fixture->window->release);
  guint n = before != NULL ? before->tables->len : 0;

  tl_release_form_choose (TL_RELEASE_FORM (get (fixture, TL_TYPE_RELEASE_FORM)), kind, by, TL_FACET_NONE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->release), "release.add-table", NULL);
  WAIT_UNTIL (tl_release_page_get_release (fixture->window->release) != NULL
              && tl_release_page_get_release (fixture->window->release)->tables->len == n + 1);
  return tl_release_page_get_release (fixture->window->release);
}

static void
what_would_leave_is_seen_before_it_does (Fixture      *fixture,
                                         gconstpointer data)
{
  const TlRelease *release;
  TlReleaseTable *table;

  g_assert_true (says (GTK_WIDGET (fixture->window->release), "Nothing to Release Yet"));
  release = add_table (fixture, TL_ASKED_THEMES, TL_FACET_REGION);
  table = release->tables->pdata[0];
  g_assert_cmpuint (table->n_withheld, >, 0);
  g_assert_cmpuint (release->plan->threshold, ==, 5);
  g_assert_cmpuint (release->plan->round, ==, 10);
  WAIT_UNTIL (says (GTK_WIDGET (fixture->window->release), "counts are withheld"));
  g_assert_true (says (GTK_WIDGET (fixture->window->release), "Nothing was released from this library before."));
  WAIT_UNTIL (says (get (fixture, TL_TYPE_RELEASE_SHEET), "Themes by region"));
  WAIT_UNTIL (withholds (get (fixture, TL_TYPE_RELEASE_SHEET)));
}

static void
a_map_of_all_reviews_can_leave (Fixture      *fixture,
                                gconstpointer data)
{
  const TlRelease *release = add_table (fixture, TL_ASKED_MERGED, TL_FACET_NONE);
  const TlReleaseTable *table = release->tables->pdata[0];

  g_assert_cmpstr (table->text, ==, "merged");
  g_assert_nonnull (table->merged);
  WAIT_UNTIL (says (get (fixture, TL_TYPE_RELEASE_SHEET), "Merged map; all reviews"));
}

static void
a_table_is_of_the_reviews_chosen_above (Fixture      *fixture,
                                        gconstpointer data)
{
  const TlPopulation population = { .year_from = 2009, .year_to = 2011, .across = TRUE };

  tl_question_set_population (fixture->window->question, &population);
  const TlRelease *release = add_table (fixture, TL_ASKED_THEMES, TL_FACET_NONE);
  const TlReleaseTable *table = release->tables->pdata[0];

  g_assert_cmpstr (table->text, ==, "themes --years 2009-2011");

  /* The same table is not added twice. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->release), "release.add-table", NULL);
  g_assert_true (tl_release_page_get_release (fixture->window->release) == release);
}

static void
what_a_page_asks_is_added (Fixture      *fixture,
                           gconstpointer data)
{
  tl_library_window_show_page (fixture->window, "pairs");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-to-release", NULL);
  tl_library_window_show_page (fixture->window, "gaps");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-to-release", NULL);
  tl_library_window_show_page (fixture->window, "release");
  WAIT_UNTIL (tl_release_page_get_release (fixture->window->release) != NULL);

  const TlRelease *release = tl_release_page_get_release (fixture->window->release);

  g_assert_cmpuint (release->tables->len, ==, 1);
  g_assert_nonnull (((TlReleaseTable *) release->tables->pdata[0])->pairs);
}

static void
a_release_is_made_and_listed (Fixture      *fixture,
                              gconstpointer data)
{
  static const char *const pieces[] = { "release.html", "release.odt", "tables.csv", "table-1-themes.csv",
                                        "table-2-pairs.csv" };
  g_autofree char *folder = g_build_filename (fixture->library.folder, "out", NULL);
  TlReleaseHistory *history;

  add_table (fixture, TL_ASKED_THEMES, TL_FACET_YEAR);
  add_table (fixture, TL_ASKED_PAIRS, TL_FACET_NONE);
  tl_release_page_make (fixture->window->release, folder);
  WAIT_UNTIL (tl_release_page_get_release (fixture->window->release) != NULL
              && tl_release_page_get_release (fixture->window->release)->number == 1);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *path = g_build_filename (folder, pieces[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  WAIT_UNTIL (says (get (fixture, TL_TYPE_RELEASE_MADE), "Release 1 was made"));

  /* It is among those that left, and looking at the same again says so. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->release), "release.work-out", NULL);
  WAIT_UNTIL (says (get (fixture, TL_TYPE_RELEASE_PREVIEW), "The same as release 1"));
  gtk_stack_set_visible_child_name (GTK_STACK (get (fixture, GTK_TYPE_STACK)), "earlier");
  history = TL_RELEASE_HISTORY (get (fixture, TL_TYPE_RELEASE_HISTORY));
  WAIT_UNTIL (tl_release_history_count (history) == 1);
  WAIT_UNTIL (says (GTK_WIDGET (history), "Themes by year"));
  g_assert_nonnull (tl_release_history_get_plan (history));
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ACTION_ROW (root) && strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

/* Whether the list says so of a piece, and lets it be opened where it is there. */
static gboolean
says_of_piece (Fixture    *fixture,
               const char *name,
               const char *words,
               gboolean    opens)
{
  GtkWidget *row = find_row (get (fixture, TL_TYPE_RELEASE_PIECES), name);
  GtkWidget *button = row != NULL ? find_within (row, GTK_TYPE_BUTTON) : NULL;

  return row != NULL && strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), words) != NULL
         && button != NULL && gtk_widget_get_sensitive (button) == opens
         && (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)) != NULL) == opens;
}

static void
what_became_of_its_pieces_is_listed (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->library.folder, "out", NULL);
  g_autofree char *page = g_build_filename (folder, "release.html", NULL);
  g_autofree char *list = g_build_filename (folder, "tables.csv", NULL);

  add_table (fixture, TL_ASKED_THEMES, TL_FACET_NONE);
  tl_release_page_make (fixture->window->release, folder);
  WAIT_UNTIL (tl_release_page_get_release (fixture->window->release) != NULL
              && tl_release_page_get_release (fixture->window->release)->number == 1);
  g_assert_true (g_file_set_contents (page, "Somebody wrote over it.", -1, NULL));
  g_assert_cmpint (g_unlink (list), ==, 0);
  gtk_stack_set_visible_child_name (GTK_STACK (get (fixture, GTK_TYPE_STACK)), "earlier");
  WAIT_UNTIL (says_of_piece (fixture, "release.html", "changed since", TRUE));
  WAIT_UNTIL (says_of_piece (fixture, "tables.csv", "no longer there", FALSE));
  WAIT_UNTIL (says_of_piece (fixture, "release.odt", "as it was written", TRUE));
  g_assert_true (says (get (fixture, TL_TYPE_RELEASE_PIECES), "In the folder “out”"));
}

static void
working_out_can_be_cancelled (Fixture      *fixture,
                              gconstpointer data)
{
  TlReleaseForm *form = TL_RELEASE_FORM (get (fixture, TL_TYPE_RELEASE_FORM));

  tl_release_form_choose (form, TL_ASKED_THEMES, TL_FACET_YEAR, TL_FACET_REGION);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->release), "release.add-table", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->release), "release.cancel", NULL);
  WAIT_UNTIL (says (GTK_WIDGET (fixture->window->release), "Cancelled"));
  g_assert_null (tl_release_page_get_release (fixture->window->release));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/release-page/what-would-leave-is-seen-before-it-does", Fixture, NULL, set_up,
              what_would_leave_is_seen_before_it_does, tear_down);
  g_test_add ("/release-page/a-map-of-all-reviews-can-leave", Fixture, NULL, set_up, a_map_of_all_reviews_can_leave,
              tear_down);
  g_test_add ("/release-page/a-table-is-of-the-reviews-chosen-above", Fixture, NULL, set_up,
              a_table_is_of_the_reviews_chosen_above, tear_down);
  g_test_add ("/release-page/what-a-page-asks-is-added", Fixture, NULL, set_up, what_a_page_asks_is_added, tear_down);
  g_test_add ("/release-page/a-release-is-made-and-listed", Fixture, NULL, set_up, a_release_is_made_and_listed,
              tear_down);
  g_test_add ("/release-page/what-became-of-its-pieces-is-listed", Fixture, NULL, set_up,
              what_became_of_its_pieces_is_listed, tear_down);
  g_test_add ("/release-page/working-out-can-be-cancelled", Fixture, NULL, set_up, working_out_can_be_cancelled,
              tear_down);
  return g_test_run ();
}
