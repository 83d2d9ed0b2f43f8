/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked at before something leaves, on a display: passages decided about one by one, texts released, what is
 * publicly remembered, and that what was published is put on record. */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "model/exchange/tl-identifying.h"
#include "model/review/tl-release.h"
#include "review-case.h"
#include "tests/window-case.h"
#include "ui/dialogs/tl-identifying-row.h"
#include "ui/dialogs/tl-leaving-dialog.h"
#include "ui/dialogs/tl-publication-dialog.h"
#include "ui/widgets/tl-release-choice.h"

#define STATEMENT "The twins, aged three, were seen at Hollin High School"

typedef struct {
  TlReview  *review;
  char      *path;
  char      *factor;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->review = open_new (&fixture->path);
  fixture->factor = add_factor (fixture->review, STATEMENT);
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_assert_true (tl_edit_release (edit, fixture->factor, "statement", TL_TIER_PUBLIC, &error));
  g_free (tl_edit_commit (edit, &error));
  fixture->window = tl_leaving_dialog_new (NULL, fixture->review, TL_TIER_PUBLIC, data);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == 1);
  g_assert_finalize_object (fixture->review);
  g_free (fixture->path);
  g_free (fixture->factor);
}

static const char *
get_statement (Fixture *fixture)
{
  return tl_record_get_text (tl_review_lookup (fixture->review, fixture->factor), "statement");
}

static guint
count_rows (Fixture *fixture)
{
  guint n = 0;

  while (find_nth (fixture->window, TL_TYPE_IDENTIFYING_ROW, n) != NULL)
    n++;
  return n;
}

/* Types into an entry of the first row: that of “More Generally”, or that of “Keep”. */
static void
answer (Fixture    *fixture,
        guint       entry,
        const char *text)
{
  GtkWidget *row = find_within (fixture->window, TL_TYPE_IDENTIFYING_ROW);
  GtkWidget *found = find_nth (row, GTK_TYPE_ENTRY, entry);

  gtk_editable_set_text (GTK_EDITABLE (found), text);
  g_signal_emit_by_name (found, "activate");
}

static void
passages_are_decided_about_one_by_one (Fixture      *fixture,
                                       gconstpointer data)
{
  WAIT_UNTIL (count_rows (fixture) == 3);
  answer (fixture, 1, "the review is about twins");
  WAIT_UNTIL (count_rows (fixture) == 2);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (fixture->review, "kept_passage")), ==, 1);

  answer (fixture, 0, "very young");
  WAIT_UNTIL (count_rows (fixture) == 1);
  g_assert_cmpstr (get_statement (fixture), ==, "The twins, very young, were seen at Hollin High School");
  g_assert_cmpint (tl_review_get_release (fixture->review, tl_review_lookup (fixture->review, fixture->factor), 0), ==,
                   TL_TIER_PUBLIC);

  /* The third button withdraws; then nothing leaves by which anybody could be found out. */
  GtkWidget *row = find_within (fixture->window, TL_TYPE_IDENTIFYING_ROW);
  GtkWidget *button = find_button (row, "Withdraw the Text");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  WAIT_UNTIL (count_rows (fixture) == 0);
  g_assert_cmpint (tl_review_get_release (fixture->review, tl_review_lookup (fixture->review, fixture->factor), 0), ==,
                   TL_TIER_NEVER);
}

static void
what_is_kept_can_be_decided_again (Fixture      *fixture,
                                   gconstpointer data)
{
  WAIT_UNTIL (count_rows (fixture) == 3);
  answer (fixture, 1, "");
  WAIT_UNTIL (count_rows (fixture) == 2);
  gtk_switch_set_active (GTK_SWITCH (find_within (fixture->window, GTK_TYPE_SWITCH)), TRUE);
  WAIT_UNTIL (count_rows (fixture) == 3);

  GtkWidget *row = find_within (fixture->window, TL_TYPE_IDENTIFYING_ROW);
  g_signal_emit_by_name (find_within (row, GTK_TYPE_BUTTON), "clicked");
  WAIT_UNTIL (tl_record_list_get_n (tl_review_get_list (fixture->review, "kept_passage")) == 0);
}

static void
a_text_is_released_from_the_list (Fixture      *fixture,
                                  gconstpointer data)
{
  GtkWidget *choice = NULL;

  WAIT_UNTIL ((choice = find_within (fixture->window, TL_TYPE_RELEASE_CHOICE)) != NULL);

  GtkDropDown *drop_down = GTK_DROP_DOWN (find_within (choice, GTK_TYPE_DROP_DOWN));
  TlRecord *record = tl_review_lookup (fixture->review, fixture->factor);

  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 2);
  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_cmpint (tl_review_get_release (fixture->review, record, 0), ==, TL_TIER_NEVER);
  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpint (tl_review_get_release (fixture->review, record, 0), ==, TL_TIER_LEARNING);

  set_field (fixture->review, fixture->factor, "statement", "Changed");
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
}

static void
what_is_remembered_is_kept_in_the_review (Fixture      *fixture,
                                          gconstpointer data)
{
  GtkWidget *entry = find_within (fixture->window, ADW_TYPE_ENTRY_ROW);
  TlRecordList *facts = tl_review_get_list (fixture->review, "public_fact");

  gtk_editable_set_text (GTK_EDITABLE (entry), "found by a postman");
  g_signal_emit_by_name (entry, "apply");
  g_assert_cmpuint (tl_record_list_get_n (facts), ==, 1);
  g_assert_cmpstr (tl_record_get_text (tl_record_list_get (facts, 0), "text"), ==, "found by a postman");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
what_was_published_is_put_on_record (Fixture      *fixture,
                                     gconstpointer data)
{
  GtkWidget *dialog = tl_publication_dialog_new (NULL, fixture->review);
  TlRecordList *publications = tl_review_get_list (fixture->review, "publication");

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_editable_set_text (GTK_EDITABLE (find_nth (dialog, ADW_TYPE_ENTRY_ROW, 0)), "The board’s website");
  gtk_editable_set_text (GTK_EDITABLE (find_nth (dialog, ADW_TYPE_ENTRY_ROW, 1)), "3 May 2013");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  g_assert_cmpuint (tl_record_list_get_n (publications), ==, 1);

  TlRecord *record = tl_record_list_get (publications, 0);
  g_assert_cmpstr (tl_record_get_text (record, "place"), ==, "The board’s website");
  g_assert_cmpstr (tl_record_get_text (record, "mode"), ==, "full");
  g_assert_cmpstr (tl_record_get_text (record, "published"), ==, "2013-05-03");
  g_assert_null (tl_record_get_text (record, "hold"));
}

int
main (int   argc,
      char *argv[])
{
  /* The folders are not isolated: without the data of the system no icon can be read. tests/with-display does. */
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(name, page, function) g_test_add ("/leaving/" name, Fixture, page, set_up, function, tear_down)
  ADD ("passages-are-decided-about-one-by-one", "identifying", passages_are_decided_about_one_by_one);
  ADD ("what-is-kept-can-be-decided-again", "identifying", what_is_kept_can_be_decided_again);
  ADD ("a-text-is-released-from-the-list", "releases", a_text_is_released_from_the_list);
  ADD ("what-is-remembered-is-kept-in-the-review", "facts", what_is_remembered_is_kept_in_the_review);
  ADD ("what-was-published-is-put-on-record", "facts", what_was_published_is_put_on_record);
#undef ADD
  return g_test_run ();
}
