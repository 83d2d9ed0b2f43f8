/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits, undo, redo and releases. */
#define _GNU_SOURCE
#include "config.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/review/tl-backup.h"
#include "model/review/tl-history.h"
#include "model/review/tl-release.h"
#include "tests/review-case.h"

static void
an_edit_shows_in_the_list_and_survives_closing (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "Two teams shared one telephone");
  TlRecord *factor = tl_review_lookup (review, id);

  g_assert_cmpstr (tl_record_get_text (factor, "statement"), ==, "Two teams shared one telephone");
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "factor")), ==, 1);
  g_assert_cmpstr (tl_history_get_undo_label (tl_review_get_history (review)), ==,
                   "Add factor “Two teams shared one telephone”");

  g_clear_object (&review);
  review = tl_review_open (path, 0, NULL);
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "level"), ==, "frontline");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (review))), ==, 1);
}

static void
undo_and_redo_survive_closing (void)
{
  g_autofree char *path = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *cause = add_factor (review, "workload");
  g_autofree char *effect = add_factor (review, "visit cut short");
  g_autofree char *link = add_link (review, cause, effect);

  g_assert_cmpstr (tl_history_get_undo_label (tl_review_get_history (review)), ==,
                   "Add link “workload” → “visit cut short”");
  g_clear_object (&review);
  review = tl_review_open (path, 0, NULL);
  g_assert_true (tl_review_undo (review, &label, NULL, &error));
  g_assert_null (tl_review_lookup (review, link));
  g_clear_object (&review);
  review = tl_review_open (path, 0, NULL);
  g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_nonnull (tl_review_lookup (review, link));
  g_assert_false (tl_review_redo (review, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

static void
removing_a_factor_takes_its_links_and_undo_brings_them_back (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *cause = add_factor (review, "workload");
  g_autofree char *effect = add_factor (review, "visit cut short");
  g_autofree char *link = add_link (review, cause, effect);
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_true (tl_edit_remove (edit, cause, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_null (tl_review_lookup (review, link));
  g_assert_cmpstr (tl_history_get_undo_label (tl_review_get_history (review)), ==, "Remove factor “workload”");

  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_nonnull (tl_review_lookup (review, link));
  g_autoptr (GPtrArray) links = tl_review_get_referrers (review, cause, "link", "cause");
  g_assert_cmpuint (links->len, ==, 1);
}

static void
typing_in_one_group_is_one_step (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "a");

  g_assert_true (set_one (review, id, "statement", "ab", "typing-1", &error));
  g_assert_true (set_one (review, id, "statement", "abc", "typing-1", &error));
  g_assert_true (set_one (review, id, "statement", "abcd", "typing-2", &error));
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "abc");
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "a");
  g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "abc");
}

static void
a_bad_verb_leaves_nothing_of_its_edit (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");
  const char *bad[][2] = {
    { "level", "nowhere" }, { "influence", "somewhat" }, { "known_from", "2011-02-30" }, { "x", "1.5" },
    { "role", "00000000-0000-4000-8000-000000000000" }, { "agency", id }, { "colour", "red" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      TlEdit *edit = tl_edit_begin (review, NULL, &error);
      g_assert_true (tl_edit_set (edit, id, "statement", "changed", &error));
      g_assert_false (tl_edit_set (edit, id, bad[i][0], bad[i][1], &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_assert_null (tl_edit_commit (edit, &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
      g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "workload");
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (review))), ==, 1);
}

static void
a_link_without_an_end_is_refused (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *link = tl_edit_add (edit, "link", NULL, &error);

  g_assert_true (tl_edit_set (edit, link, "cause", id, &error));
  g_assert_null (tl_edit_commit (edit, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "link")), ==, 0);
}

static void
a_release_holds_for_the_text_as_it_was (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");
  TlRecord *factor = tl_review_lookup (review, id);
  guint field = (guint) tl_kind_find_field_index (tl_kind_lookup ("factor"), "statement");
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_true (tl_edit_release (edit, id, "statement", TL_TIER_LEARNING, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tl_review_get_release (review, factor, field), ==, TL_TIER_LEARNING);

  g_assert_true (set_one (review, id, "statement", "workload of Ms Smith", NULL, &error));
  g_assert_cmpint (tl_review_get_release (review, factor, field), ==, TL_TIER_NEVER);
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpint (tl_review_get_release (review, factor, field), ==, TL_TIER_LEARNING);
}

static void
an_empty_text_is_not_released_and_no_damage (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_false (tl_edit_release (edit, id, "detail", TL_TIER_LEARNING, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_clear_error (&error);
  tl_edit_abort (edit);

  /* A release that does not say of which field. */
  edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *release = tl_edit_add (edit, "release", NULL, &error);
  g_assert_true (tl_edit_set (edit, release, "subject", id, &error));
  g_assert_true (tl_edit_withdraw (edit, id, "statement", &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_nonnull (tl_review_lookup (review, release));
}

static void
what_was_undone_can_be_forgotten_too (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");

  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_true (tl_review_forget (review, &error));
  g_assert_false (tl_review_redo (review, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
  g_assert_null (tl_review_lookup (review, id));
}

/* Typing a letter and deleting it again leaves the text as it was. */
static void
a_step_that_comes_to_nothing_is_undone_too (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "a");

  g_assert_true (set_one (review, id, "statement", "ab", "typing", &error));
  g_assert_true (set_one (review, id, "statement", "a", "typing", &error));
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (tl_review_lookup (review, id));

  g_clear_object (&review);
  review = tl_review_open (path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "a");
  g_assert_null (tl_history_get_redo_label (tl_review_get_history (review)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/review/an-edit-shows-in-the-list-and-survives-closing",
                   an_edit_shows_in_the_list_and_survives_closing);
  g_test_add_func ("/review/undo-and-redo-survive-closing", undo_and_redo_survive_closing);
  g_test_add_func ("/review/removing-a-factor-takes-its-links-and-undo-brings-them-back",
                   removing_a_factor_takes_its_links_and_undo_brings_them_back);
  g_test_add_func ("/review/typing-in-one-group-is-one-step", typing_in_one_group_is_one_step);
  g_test_add_func ("/review/a-bad-verb-leaves-nothing-of-its-edit", a_bad_verb_leaves_nothing_of_its_edit);
  g_test_add_func ("/review/a-link-without-an-end-is-refused", a_link_without_an_end_is_refused);
  g_test_add_func ("/review/a-release-holds-for-the-text-as-it-was", a_release_holds_for_the_text_as_it_was);
  g_test_add_func ("/review/an-empty-text-is-not-released-and-no-damage", an_empty_text_is_not_released_and_no_damage);
  g_test_add_func ("/review/what-was-undone-can-be-forgotten-too", what_was_undone_can_be_forgotten_too);
  g_test_add_func ("/review/a-step-that-comes-to-nothing-is-undone-too", a_step_that_comes_to_nothing_is_undone_too);
  return g_test_run ();
}
