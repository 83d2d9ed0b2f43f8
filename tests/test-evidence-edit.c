/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verbs on what claims rest on and on what is still asked about them. */
#include "config.h"

#include "model/case/tl-evidence-edit.h"
#include "model/case/tl-question-edit.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"

typedef struct {
  char     *path;
  TlReview *review;
  char     *factor;
  char     *extract;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->review = open_new (&fixture->path);
  fixture->factor = add_factor (fixture->review, "31 families to one worker");
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *source = tl_edit_add (edit, "source", NULL, &error);
  fixture->extract = tl_edit_add (edit, "extract", NULL, &error);
  tl_edit_set (edit, fixture->extract, "source", source, &error);
  tl_edit_set (edit, fixture->extract, "quotation", "I had 31.", &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->factor);
  g_free (fixture->extract);
}

static char *
attach (Fixture *fixture,
        gboolean against)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *id
    = tl_evidence_edit_attach (edit, fixture->review, fixture->extract, fixture->factor, against, &error);
  g_autofree char *change = tl_edit_finish (edit, id != NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  return g_steal_pointer (&id);
}

static void
test_attach_says_which_side (Fixture      *fixture,
                             gconstpointer data)
{
  g_autofree char *id = attach (fixture, TRUE);
  TlRecord *support = tl_review_lookup (fixture->review, id);

  g_assert_true (tl_record_is (support, "support"));
  g_assert_cmpstr (tl_record_get_text (support, "extract"), ==, fixture->extract);
  g_assert_cmpstr (tl_record_get_text (support, "target"), ==, fixture->factor);
  g_assert_cmpstr (tl_record_get_text (support, "stance"), ==, "against");
}

static void
test_attach_again_turns (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = attach (fixture, FALSE);

  g_assert_true (set_one (fixture->review, first, "note", "Her own words", NULL, &error));
  g_autofree char *second = attach (fixture, TRUE);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (fixture->review, "support")), ==, 1);
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (fixture->review, first), "stance"), ==, "against");
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (fixture->review, first), "note"), ==, "Her own words");

  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (fixture->review, first), "stance"), ==, "for");
}

static void
test_a_question_begins_open (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *about = tl_question_edit_ask (edit, fixture->factor, "How usual was that?", &error);
  g_autofree char *general = tl_question_edit_ask (edit, NULL, "Who held the file?", &error);
  g_autofree char *change = tl_edit_finish (edit, about != NULL && general != NULL, &error);

  g_assert_no_error (error);
  TlRecord *question = tl_review_lookup (fixture->review, about);
  g_assert_cmpstr (tl_record_get_text (question, "status"), ==, "open");
  g_assert_cmpstr (tl_record_get_text (question, "text"), ==, "How usual was that?");
  g_assert_cmpstr (tl_record_get_text (question, "about"), ==, fixture->factor);
  g_assert_null (tl_record_get_text (question, "owner"));
  g_assert_null (tl_record_get_text (tl_review_lookup (fixture->review, general), "about"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/evidence/attaching-says-which-side", Fixture, NULL, set_up, test_attach_says_which_side, tear_down);
  g_test_add ("/evidence/attaching-again-turns-and-keeps-the-note", Fixture, NULL, set_up, test_attach_again_turns,
              tear_down);
  g_test_add ("/evidence/a-question-begins-open-and-nobody-s", Fixture, NULL, set_up, test_a_question_begins_open,
              tear_down);
  return g_test_run ();
}
