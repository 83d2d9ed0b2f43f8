/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a review keeps about itself: who carries it out and how independently, and the acronyms that it uses. */
#include "config.h"

#include "model/case/tl-acronyms-used.h"
#include "model/case/tl-recipients.h"
#include "model/case/tl-reviewer.h"
#include "model/method/tl-accreditors.h"
#include "model/method/tl-markers.h"
#include "tests/checks-case.h"

static TlRecord *
lookup (Case       *self,
        const char *id)
{
  return tl_review_lookup (self->review, id);
}

/* The sentences about a reviewer, one a line; each is of one doubt. */
static char *
dup_concerns (Case            *self,
              const char      *reviewer,
              TlReviewerDoubt  doubt)
{
  g_autoptr (GPtrArray) concerns = tl_reviewer_list_concerns (self->review, lookup (self, reviewer));
  g_autoptr (GString) sentences = g_string_new (NULL);

  for (guint i = 0; i < concerns->len; i++)
    {
      const TlReviewerConcern *concern = g_ptr_array_index (concerns, i);

      g_assert_cmpint (concern->doubt, ==, doubt);
      g_string_append_printf (sentences, "%s\n", concern->sentence);
    }
  return g_string_free (g_steal_pointer (&sentences), FALSE);
}

static void
assert_concern (Case            *self,
                const char      *reviewer,
                TlReviewerDoubt  doubt,
                const char      *words)
{
  g_autofree char *sentences = dup_concerns (self, reviewer, doubt);

  if (words == NULL)
    g_assert_cmpstr (sentences, ==, "");
  else if (strstr (sentences, words) == NULL)
    g_error ("“%s” is not in: %s", words, sentences);
}

/* Reviewers */

static void
nothing_recorded_is_no_concern (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *reviewer = add (self, "reviewer", "label", "Reviewer 1", NULL);
  g_autofree char *words = tl_reviewer_dup_words (self->review, lookup (self, reviewer));

  assert_concern (self, reviewer, TL_REVIEWER_LAPSED, NULL);
  g_assert_cmpstr (words, ==, "");
}

static void
an_accreditation_is_held_against_the_days_of_the_review_and_no_clock (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *reviewer = add (self, "reviewer", "label", "Reviewer 1", "valid_until", "2012-11", NULL);
  const char *finding = add (self, "finding", "number", "1", NULL);
  TlDate date;

  assert_concern (self, reviewer, TL_REVIEWER_LAPSED, NULL);
  set (self, subject (self), "index_event", "2012-12-05");
  assert_concern (self, reviewer, TL_REVIEWER_LAPSED, "valid until November 2012");
  set (self, subject (self), "index_event", "2012-11-30");
  assert_concern (self, reviewer, TL_REVIEWER_LAPSED, NULL);
  add (self, "source", "title", "A report", "type", "report", "date", "2015", NULL);
  assert_concern (self, reviewer, TL_REVIEWER_LAPSED, NULL);
  add (self, "source", "title", "A conversation", "type", "conversation", "date", "2013-01-10", NULL);
  assert_concern (self, reviewer, TL_REVIEWER_LAPSED, "10 January 2013");
  add (self, "response", "to", finding, "date", "2013-03-14", NULL);
  add (self, "response", "to", finding, "date", "2014-03-14", NULL);
  assert_concern (self, reviewer, TL_REVIEWER_LAPSED, "14 March 2013");
  g_assert_true (tl_reviewer_find_last_work (self->review, &date));
  set (self, reviewer, "valid_until", "2013");
  assert_concern (self, reviewer, TL_REVIEWER_LAPSED, NULL);
}

static void
an_accreditation_is_for_methods (void)
{
  g_autoptr (Case) self = case_new ("why-because");
  const char *reviewer = add (self, "reviewer", "methods", "Learning Together-style systems review", NULL);

  assert_concern (self, reviewer, TL_REVIEWER_METHOD, "Why-Because");
  set (self, reviewer, "methods", "Learning Together-style systems review; why-because analysis");
  assert_concern (self, reviewer, TL_REVIEWER_METHOD, NULL);
  set (self, reviewer, "methods", NULL);
  assert_concern (self, reviewer, TL_REVIEWER_METHOD, NULL);
  set (self, reviewer, "accrediting_body", "Social care institute for excellence");
  assert_concern (self, reviewer, TL_REVIEWER_METHOD, "Who supervises");
  set (self, reviewer, "accrediting_body", "A body that no file tells of");
  assert_concern (self, reviewer, TL_REVIEWER_METHOD, NULL);
}

static void
ties_to_the_board_and_to_agencies_are_told (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *reviewer = add (self, "reviewer", "label", "Reviewer 1", "boards", "Eastmarsh\nNorbury", NULL);
  const char *agency = add (self, "agency", "label", "Hospital trust", NULL);

  set (self, subject (self), "board", "Westmarsh Safeguarding Children Board");
  assert_concern (self, reviewer, TL_REVIEWER_CONFLICT, NULL);
  set (self, subject (self), "board", "Norbury Safeguarding Children Board");
  assert_concern (self, reviewer, TL_REVIEWER_CONFLICT, "Has worked for the board");
  set (self, reviewer, "boards", NULL);
  set (self, reviewer, "boards_reviewed", "norbury");
  assert_concern (self, reviewer, TL_REVIEWER_CONFLICT, "reviewed for the board before");
  set (self, reviewer, "boards_reviewed", NULL);
  set (self, reviewer, "agencies", "The school\nHospital trust, until 2004");
  assert_concern (self, reviewer, TL_REVIEWER_CONFLICT, "“Hospital trust, until 2004”");
  set (self, reviewer, "agencies", "Quillfeather Infirmary");
  assert_concern (self, reviewer, TL_REVIEWER_CONFLICT, NULL);
  add (self, "identity", "name", "Quillfeather Infirmary", "subject", agency, NULL);
  assert_concern (self, reviewer, TL_REVIEWER_CONFLICT, "Infirmary");
}

static void
concerns_are_among_the_checks (void)
{
  g_autoptr (Case) self = case_new ("why-because");
  const char *reviewer = add (self, "reviewer", "label", "Reviewer 1", "valid_until", "2010", "methods", "AcciMap",
                              "boards", "Norbury", NULL);

  set (self, subject (self), "board", "Norbury Board");
  set (self, subject (self), "index_event", "2012");
  assert_speaks (self, "G1", reviewer, TL_SEVERITY_QUERY, "Reviewer 1: ");
  assert_speaks (self, "G2", reviewer, TL_SEVERITY_QUERY, "Reviewer 1: ");
  assert_speaks (self, "G3", reviewer, TL_SEVERITY_QUERY, "Reviewer 1: ");
  reviewer = add (self, "reviewer", "label", "Reviewer 2", NULL);
  assert_silent (self, "G1", reviewer);
  assert_silent (self, "G2", reviewer);
  assert_silent (self, "G3", reviewer);
}

static void
bodies_that_accredit_are_files (void)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) bodies = tl_accreditors_list (&problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (bodies->len, >=, 2);
  g_assert_null (tl_accreditors_find (bodies, NULL));
  g_assert_null (tl_accreditors_find (bodies, "Nobody"));

  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "throughline", "accreditation", NULL);
  g_autofree char *good = g_build_filename (folder, "mine.ini", NULL);
  g_autofree char *bad = g_build_filename (folder, "bad.ini", NULL);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (good, "[body]\ntitle=My Board\ndescription=Ours.\nmethods=accimap\n", -1, NULL));
  g_assert_true (g_file_set_contents (bad, "[body]\ntitle=\n", -1, NULL));
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GPtrArray) more = tl_accreditors_list (&left_out);
  g_assert_cmpuint (more->len, ==, bodies->len + 1);
  g_assert_cmpstr (tl_accreditors_find (more, "my board")->methods[0], ==, "accimap");
  g_assert_cmpuint (left_out->len, ==, 1);
}

/* Acronyms */

static void
assert_unexplained (Case       *self,
                    const char *expected)
{
  g_auto (GStrv) found = tl_acronyms_find_unexplained (self->review);
  g_autofree char *joined = g_strjoinv (" ", found);

  g_assert_cmpstr (joined, ==, expected);
}

static void
acronyms_that_findings_use_are_asked_about (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *finding = add (self, "finding", "statement", "MASH and GPs in the UK know the LSCB’s form A.", NULL);

  add_factor (self, "The ICPC was late", "condition", "frontline");
  assert_unexplained (self, "GP LSCB MASH");
  add (self, "acronym", "short", "GP", "long", "General practitioner", NULL);
  const char *empty = add (self, "acronym", "short", "MASH", NULL);
  assert_unexplained (self, "LSCB MASH");
  assert_speaks (self, "G4", NULL, TL_SEVERITY_ADVICE, "LSCB, MASH.");
  set (self, empty, "long", "Multi-agency safeguarding hub");
  set (self, finding, "in_case", "The local board (LSCB) was told. It was phase II.");
  assert_unexplained (self, "");
  assert_silent (self, "G4", NULL);
  add (self, "board_question", "finding", finding, "text", "Who calls CAMHS?", NULL);
  assert_unexplained (self, "CAMHS");
}

static void
an_acronym_is_explained_by_what_it_usually_stands_for (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (GError) error = NULL;
  const char *const acronyms[] = { "MASH", "XQZV", "MASH" };
  g_autofree char *unknown = tl_acronyms_dup_usual ("XQZV");

  g_assert_null (unknown);
  for (guint i = 0; i < G_N_ELEMENTS (acronyms); i++)
    {
      TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
      g_autofree char *id = tl_acronyms_edit_explain (edit, self->review, acronyms[i], &error);

      g_assert_no_error (error);
      g_free (tl_edit_commit (edit, NULL));
      g_assert_cmpstr (tl_record_get_text (lookup (self, id), "short"), ==, acronyms[i]);
      g_assert_cmpstr (tl_record_get_text (lookup (self, id), "long"), ==,
                       i == 1 ? NULL : "Multi-agency safeguarding hub");
    }
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (self->review, "acronym")), ==, 2);
}

/* Recipients */

static void
those_of_the_four_who_are_missing_are_added (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (GError) error = NULL;

  add (self, "recipient", "label", "The leader", "type", "leader", NULL);
  g_assert_true (tl_recipients_lack_usual (self->review));
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_assert_true (tl_recipients_edit_add_usual (edit, self->review, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (self->review, "recipient")), ==, 4);
  g_assert_false (tl_recipients_lack_usual (self->review));
}

/* Quality markers */

static void
the_quality_markers_are_eighteen_questions_in_three_parts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMarkers) markers = tl_markers_load (&error);
  guint group = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (markers->groups->len, ==, 3);
  g_assert_cmpuint (markers->markers->len, ==, 18);
  for (guint i = 0; i < markers->markers->len; i++)
    {
      const TlMarker *marker = g_ptr_array_index (markers->markers, i);

      g_assert_cmpint (marker->number, ==, i + 1);
      g_assert_cmpuint (marker->group, >=, group);
      g_assert_true (g_str_has_suffix (marker->statement, "."));
      for (guint j = 0; marker->questions[j] != NULL; j++)
        g_assert_true (g_str_has_suffix (marker->questions[j], "?"));
      group = marker->group;
    }
  g_assert_cmpuint (group, ==, 2);
}

static void
a_list_of_markers_that_is_not_understood_is_refused (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "throughline", "markers", NULL);
  g_autofree char *path = g_build_filename (folder, "quality-markers.ini", NULL);
  static const char *const lists[] = {
    "nonsense", "[list]\ngroups=a\n", "[list]\ngroups=a\n[a]\ntitle=A\ndescription=A\n[1]\ngroup=b\n",
  };

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, lists[i], -1, NULL));
      g_assert_null (tl_markers_load (&error));
      g_assert_nonnull (strstr (error->message, "quality-markers.ini"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/governance/nothing-recorded-is-no-concern", nothing_recorded_is_no_concern);
  g_test_add_func ("/governance/an-accreditation-is-held-against-the-days-of-the-review-and-no-clock",
                   an_accreditation_is_held_against_the_days_of_the_review_and_no_clock);
  g_test_add_func ("/governance/an-accreditation-is-for-methods", an_accreditation_is_for_methods);
  g_test_add_func ("/governance/ties-to-the-board-and-to-agencies-are-told",
                   ties_to_the_board_and_to_agencies_are_told);
  g_test_add_func ("/governance/concerns-are-among-the-checks", concerns_are_among_the_checks);
  g_test_add_func ("/governance/bodies-that-accredit-are-files", bodies_that_accredit_are_files);
  g_test_add_func ("/governance/acronyms-that-findings-use-are-asked-about",
                   acronyms_that_findings_use_are_asked_about);
  g_test_add_func ("/governance/an-acronym-is-explained-by-what-it-usually-stands-for",
                   an_acronym_is_explained_by_what_it_usually_stands_for);
  g_test_add_func ("/governance/those-of-the-four-who-are-missing-are-added",
                   those_of_the_four_who_are_missing_are_added);
  g_test_add_func ("/governance/the-quality-markers-are-eighteen-questions-in-three-parts",
                   the_quality_markers_are_eighteen_questions_in_three_parts);
  g_test_add_func ("/governance/a-list-of-markers-that-is-not-understood-is-refused",
                   a_list_of_markers_that_is_not_understood_is_refused);

  return g_test_run ();
}
