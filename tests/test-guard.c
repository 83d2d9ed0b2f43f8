/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hindsight guard in a text view, on a display: what is underlined while somebody types, what is kept, and that
 * nothing of it leaves. */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "model/case/tl-kept-wording.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "tests/temporary.h"
#include "ui/widgets/tl-guard-hint.h"
#include "ui/widgets/tl-guard.h"

typedef struct {
  char      *path;
  TlReview  *review;
  TlRecord  *factor;
  GtkWidget *window;
  GtkWidget *view;
  TlGuard   *guard;
} Fixture;

static const TlField *
get_field (const char *name)
{
  return tl_kind_find_field (tl_kind_lookup ("factor"), name);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = make_path ("review.throughline");
  g_assert_true (tl_review_create_titled (fixture->path, 0, "A test", "learning-together", "england_2018", &error));
  fixture->review = tl_review_open (fixture->path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);

  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *id = tl_edit_add (edit, "factor", NULL, &error);
  g_autofree char *change = tl_edit_commit (edit, &error);

  g_assert_no_error (error);
  fixture->factor = tl_record_list_find (tl_review_get_list (fixture->review, "factor"), id);
  fixture->window = gtk_window_new ();
  fixture->view = gtk_text_view_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  fixture->guard
      = tl_guard_attach (GTK_TEXT_VIEW (fixture->view), fixture->review, fixture->factor, get_field ("detail"));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->review);
  g_free (fixture->path);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
}

/* Letter by letter, at the caret. */
static void
type (Fixture    *fixture,
      const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    gtk_text_buffer_insert_at_cursor (get_buffer (fixture), p, (int) (g_utf8_next_char (p) - p));
}

static void
assert_marked (Fixture    *fixture,
               const char *expected)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_autofree char *marked = tl_guard_dup_marked (fixture->guard);

  g_assert_cmpstr (marked, ==, expected);
}

static void
keep (Fixture    *fixture,
      const char *words)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, "Keep", &error);

  g_assert_true (tl_kept_wording_keep (edit, tl_record_get_id (fixture->factor), "detail", words, "so it was", &error));

  g_autofree char *change = tl_edit_commit (edit, &error);

  g_assert_no_error (error);
}

static void
test_it_underlines_as_one_types (Fixture      *fixture,
                                 gconstpointer data)
{
  type (fixture, "The nurse failed t");
  assert_marked (fixture, "");
  type (fixture, "o ring. ");
  assert_marked (fixture, "failed to");
  type (fixture, "She said “you should have rung");
  assert_marked (fixture, "failed to|should have");
  type (fixture, "”. The recording was sloppy.");
  assert_marked (fixture, "failed to|sloppy");
}

static void
test_what_is_taken_out_is_marked_no_more (Fixture      *fixture,
                                          gconstpointer data)
{
  GtkTextIter start, end;

  type (fixture, "The nurse failed to ring.");
  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &start, 10);
  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &end, 17);
  gtk_text_buffer_delete (get_buffer (fixture), &start, &end);
  assert_marked (fixture, "");
}

/* However it came to be, the text is marked as it would be if it had been there at once. */
static void
test_a_long_text_is_looked_through (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < 120; i++)
    {
      g_string_append (text, "The team met on Monday and spoke of the visit. The nurse failed to ring. “It was "
                             "poor.”\n\n");
      g_string_append (expected, i > 0 ? "|failed to" : "failed to");
    }
  gtk_text_buffer_set_text (get_buffer (fixture), text->str, -1);
  assert_marked (fixture, expected->str);
}

static void
test_what_is_kept_stays_kept_while_it_stands (Fixture      *fixture,
                                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  type (fixture, "The nurse failed to ring.");
  keep (fixture, "failed to");
  assert_marked (fixture, "");
  type (fixture, " The recording was sloppy, and it rained.");
  assert_marked (fixture, "sloppy");
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_marked (fixture, "failed to|sloppy");
}

static void
test_f8_goes_from_one_to_the_next (Fixture      *fixture,
                                   gconstpointer data)
{
  GtkTextIter start, end;

  type (fixture, "Nothing here.");
  g_assert_false (tl_guard_go_on (fixture->guard, FALSE));
  type (fixture, " The nurse failed to ring, and the recording was sloppy.");
  g_assert_true (tl_guard_go_on (fixture->guard, FALSE));
  gtk_text_buffer_get_selection_bounds (get_buffer (fixture), &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 24);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 33);
}

static void
test_a_line_typed_in_passing_is_underlined_and_explained (Fixture      *fixture,
                                                          gconstpointer data)
{
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());

  tl_guard_hint_attach_to_entry (GTK_ENTRY (entry), fixture->review);
  g_assert_null (gtk_widget_get_tooltip_text (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Éva failed to ring");

  g_autoslist (PangoAttribute) marks = pango_attr_list_get_attributes (gtk_entry_get_attributes (GTK_ENTRY (entry)));

  g_assert_cmpuint (g_slist_length (marks), ==, 1);
  g_assert_cmpuint (((PangoAttribute *) marks->data)->start_index, ==, strlen ("Éva "));
  g_assert_cmpuint (((PangoAttribute *) marks->data)->end_index, ==, strlen ("Éva failed to"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (entry), "failed to"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Éva rang");
  g_assert_null (gtk_widget_get_tooltip_text (entry));
  g_object_unref (entry);
}

/* What the review calls them is enough to be blamed by, and what it calls the family is not. */
static void
test_the_people_of_the_review_are_known (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *key = tl_edit_add (edit, "role", NULL, &error);
  g_autofree char *uncle = tl_edit_add (edit, "role", NULL, &error);
  g_autofree char *change = NULL;

  type (fixture, "Kestrel overlooked the letter. Big Bird overlooked the letter. ");
  assert_marked (fixture, "");
  tl_edit_set (edit, key, "label", "Kestrel", &error);
  tl_edit_set (edit, uncle, "label", "Big Bird", &error);
  tl_edit_set (edit, uncle, "function", "family", &error);
  change = tl_edit_commit (edit, &error);
  g_assert_no_error (error);
  assert_marked (fixture, "overlooked");

  edit = tl_edit_begin (fixture->review, NULL, &error);
  tl_edit_set (edit, key, "function", "family", &error);
  g_free (tl_edit_commit (edit, &error));
  assert_marked (fixture, "");
}

static void
test_only_what_reviewers_make_of_it_is_guarded (Fixture      *fixture,
                                                gconstpointer data)
{
  static const char *const guarded[][2] = { { "factor", "rationality" }, { "link", "rationale" },
                                            { "episode", "appraisal" },  { "finding", "underlying" },
                                            { "pattern", "explanation" } };
  static const char *const told[][2] = { { "source", "body" },     { "source", "overview" }, { "extract", "quotation" },
                                         { "account", "thought" }, { "telling", "what" },    { "role", "label" },
                                         { "link", "test_question" } };

  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    g_assert_true (tl_kind_find_field (tl_kind_lookup (guarded[i][0]), guarded[i][1])->flags & TL_FIELD_ANALYTIC);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_false (tl_kind_find_field (tl_kind_lookup (told[i][0]), told[i][1])->flags & TL_FIELD_ANALYTIC);
}

static void
test_what_is_kept_leaves_to_nobody (Fixture      *fixture,
                                    gconstpointer data)
{
  const TlKind *kind = tl_kind_lookup ("kept_wording");

  g_assert_cmpint (kind->tier, ==, TL_TIER_NEVER);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_assert_cmpint (kind->fields[i].tier, ==, TL_TIER_NEVER);
      g_assert_cmpint (kind->fields[i].release, ==, TL_TIER_NEVER);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/guard/it-underlines-as-one-types", test_it_underlines_as_one_types },
    { "/guard/what-is-taken-out-is-marked-no-more", test_what_is_taken_out_is_marked_no_more },
    { "/guard/a-long-text-is-looked-through", test_a_long_text_is_looked_through },
    { "/guard/what-is-kept-stays-kept-while-it-stands", test_what_is_kept_stays_kept_while_it_stands },
    { "/guard/f8-goes-from-one-to-the-next", test_f8_goes_from_one_to_the_next },
    { "/guard/a-line-typed-in-passing-is-underlined-and-explained",
      test_a_line_typed_in_passing_is_underlined_and_explained },
    { "/guard/the-people-of-the-review-are-known", test_the_people_of_the_review_are_known },
    { "/guard/only-what-reviewers-make-of-it-is-guarded", test_only_what_reviewers_make_of_it_is_guarded },
    { "/guard/what-is-kept-leaves-to-nobody", test_what_is_kept_leaves_to_nobody },
  };

  gtk_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
