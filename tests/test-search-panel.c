/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search of the header bar: what is typed is found, read out and gone to. */
#include "config.h"

#include <adwaita.h>

#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/search/tl-search-panel.h"
#include "ui/search/tl-search-row.h"

typedef struct {
  TlReview  *review;
  GtkWidget *window;
  GtkWidget *panel;
  char      *path;
  char      *factor;
  char      *source;
  char      *gone_to;  /* "ID FIELD START END" */
  gboolean   closed;
} Fixture;

static void
reveal_passage_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  Fixture *fixture = data;
  guint field, start, end;
  const char *id;

  g_variant_get (parameter, "(&suuu)", &id, &field, &start, &end);
  g_free (fixture->gone_to);
  fixture->gone_to
      = g_strdup_printf ("%s %s %u %u", id,
                         tl_record_get_kind (tl_review_lookup (fixture->review, id))->fields[field].name, start, end);
}

static void
close_cb (TlSearchPanel *panel,
          Fixture       *fixture)
{
  fixture->closed = TRUE;
}

static char *
add_source (TlReview   *review,
            const char *body)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  char *id = tl_edit_add (edit, "source", NULL, &error);

  g_assert_true (tl_edit_set (edit, id, "title", "Minutes", &error));
  g_assert_true (tl_edit_set (edit, id, "body", body, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry actions[] = { { "reveal-passage", reveal_passage_cb, "(suuu)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->review = open_new (&fixture->path);
  fixture->factor = add_factor (fixture->review, "Nobody saw the <albatross> & others");
  fixture->source = add_source (fixture->review, "On Monday an albatross was seen.");
  fixture->window = g_object_ref_sink (gtk_window_new ());
  fixture->panel = tl_search_panel_new (fixture->review);
  g_signal_connect (fixture->panel, "close", G_CALLBACK (close_cb), fixture);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->panel);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  g_object_unref (fixture->review);
  g_free (fixture->path);
  g_free (fixture->factor);
  g_free (fixture->source);
  g_free (fixture->gone_to);
}

static guint
count_rows (Fixture *fixture)
{
  GtkListBox *list = GTK_LIST_BOX (find_within (fixture->panel, GTK_TYPE_LIST_BOX));
  int n = 0;

  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;
  return (guint) n;
}

static TlSearchRow *
get_row (Fixture *fixture,
         int      index)
{
  GtkListBox *list = GTK_LIST_BOX (find_within (fixture->panel, GTK_TYPE_LIST_BOX));
  return TL_SEARCH_ROW (gtk_list_box_get_row_at_index (list, index));
}

static void
type (Fixture    *fixture,
      const char *text,
      guint       n_rows)
{
  gtk_editable_set_text (GTK_EDITABLE (find_within (fixture->panel, GTK_TYPE_SEARCH_ENTRY)), text);
  WAIT_UNTIL (count_rows (fixture) == n_rows);
}

static void
what_is_typed_is_found_and_gone_to (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *in_source = g_strdup_printf ("%s body 13 22", fixture->source);
  g_autofree char *in_factor = g_strdup_printf ("%s statement 16 25", fixture->factor);

  type (fixture, "albatr", 2);
  for (int i = 0; i < 2; i++)
    {
      TlSearchRow *row = get_row (fixture, i);
      gboolean in_text = tl_record_is (tl_search_row_get_record (row), "source");

      gtk_widget_activate (GTK_WIDGET (row));
      g_assert_cmpstr (fixture->gone_to, ==, in_text ? in_source : in_factor);
      g_assert_nonnull (gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (row)));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           in_text ? "Minutes. Text: On Monday an albatross was seen."
                                                   : "Nobody saw the <albatross> & others. Statement: Nobody saw the "
                                                     "<albatross> & others");
    }
  type (fixture, "pelican", 0);
  type (fixture, "albatross seen", 1);
  g_signal_emit_by_name (find_within (fixture->panel, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (fixture->gone_to, ==, in_source);
}

/* The Enter key comes sooner than any pause in typing, and than an answer. */
static void
enter_goes_to_what_was_typed_last (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkWidget *entry = find_within (fixture->panel, GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *in_source = g_strdup_printf ("%s body 3 9", fixture->source);

  type (fixture, "<albatross>", 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Monday");
  g_signal_emit_by_name (entry, "activate");
  WAIT_UNTIL (fixture->gone_to != NULL);
  g_assert_cmpstr (fixture->gone_to, ==, in_source);

  /* Nobody waits any more for what is typed over. */
  g_clear_pointer (&fixture->gone_to, g_free);
  gtk_editable_set_text (GTK_EDITABLE (entry), "albatross");
  g_signal_emit_by_name (entry, "activate");
  type (fixture, "others", 1);
  g_assert_null (fixture->gone_to);
}

static void
an_edit_is_found_while_the_panel_is_open (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  type (fixture, "pelican", 0);
  g_assert_true (set_one (fixture->review, fixture->factor, "detail", "but heard a pelican", NULL, &error));
  WAIT_UNTIL (count_rows (fixture) == 1);
  g_assert_cmpuint (tl_search_row_get_position (get_row (fixture, 0)), ==, 12);
}

static void
escape_asks_to_close (Fixture       *fixture,
                      gconstpointer  data)
{
  g_signal_emit_by_name (find_within (fixture->panel, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  g_assert_true (fixture->closed);
}

/* With a question on its way. */
static void
it_can_be_closed_before_it_is_answered (Fixture       *fixture,
                                        gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (find_within (fixture->panel, GTK_TYPE_SEARCH_ENTRY)), "albatross");
  tl_search_panel_begin (TL_SEARCH_PANEL (fixture->panel));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  g_test_add ("/search-panel/what-is-typed-is-found-and-gone-to", Fixture, NULL, set_up,
              what_is_typed_is_found_and_gone_to, tear_down);
  g_test_add ("/search-panel/enter-goes-to-what-was-typed-last", Fixture, NULL, set_up,
              enter_goes_to_what_was_typed_last, tear_down);
  g_test_add ("/search-panel/an-edit-is-found-while-the-panel-is-open", Fixture, NULL, set_up,
              an_edit_is_found_while_the_panel_is_open, tear_down);
  g_test_add ("/search-panel/escape-asks-to-close", Fixture, NULL, set_up, escape_asks_to_close, tear_down);
  g_test_add ("/search-panel/it-can-be-closed-before-it-is-answered", Fixture, NULL, set_up,
              it_can_be_closed_before_it_is_answered, tear_down);
  return g_test_run ();
}
