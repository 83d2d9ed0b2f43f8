/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From factors to patterns to findings: what is gathered, in which order, what it rests on and what is open. */
#include "config.h"

#include "model/case/tl-board.h"
#include "model/case/tl-evidence-edit.h"
#include "model/case/tl-finding-edit.h"
#include "model/case/tl-finding-gap.h"
#include "model/case/tl-finding.h"
#include "model/case/tl-pattern-edit.h"
#include "model/case/tl-pattern.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"

typedef struct {
  char     *path;
  TlReview *review;
  char     *workload;
  char     *visit;
  char     *form;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  fixture->workload = add_factor (fixture->review, "31 families to one worker");
  fixture->visit = add_factor (fixture->review, "The visit was cut short");
  fixture->form = add_factor (fixture->review, "The form has no room for doubt");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->workload);
  g_free (fixture->visit);
  g_free (fixture->form);
}

static TlEdit *
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  g_assert_no_error (error);
  return edit;
}

static void
finish (TlEdit  *edit,
        gboolean done,
        GError  *error)
{
  g_assert_no_error (error);
  g_assert_true (done);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static char *
add_record (Fixture    *fixture,
            const char *kind,
            const char *field,
            const char *value)
{
  GError *error = NULL;
  TlEdit *edit = begin (fixture);
  char *id = tl_edit_add (edit, kind, NULL, &error);

  finish (edit, id != NULL && tl_edit_set (edit, id, field, value, &error), error);
  return id;
}

static void
set_list (Fixture    *fixture,
          const char *id,
          const char *field,
          const char *item,
          const char *other)
{
  const char *const items[] = { item, other, NULL };
  GError *error = NULL;
  TlEdit *edit = begin (fixture);

  finish (edit, tl_edit_set_list (edit, id, field, items, &error), error);
}

static char *
gather (Fixture    *fixture,
        const char *factor,
        const char *other)
{
  const char *const ids[] = { factor, other, NULL };
  GError *error = NULL;
  TlEdit *edit = begin (fixture);
  char *id = tl_pattern_edit_gather (edit, "Doubt has no place", "tools", ids, &error);

  finish (edit, id != NULL, error);
  return id;
}

static TlRecord *
lookup (Fixture    *fixture,
        const char *id)
{
  TlRecord *record = tl_review_lookup (fixture->review, id);

  g_assert_nonnull (record);
  return record;
}

/* The ids of @records, in their order. */
static void
assert_ids (GPtrArray  *records,
            const char *first,
            ...)
{
  va_list ids;
  guint n = 0;

  va_start (ids, first);
  for (const char *id = first; id != NULL; id = va_arg (ids, const char *), n++)
    {
      g_assert_cmpuint (records->len, >, n);
      g_assert_cmpstr (tl_record_get_id (g_ptr_array_index (records, n)), ==, id);
    }
  va_end (ids);
  g_assert_cmpuint (records->len, ==, n);
  g_ptr_array_unref (records);
}

/* Patterns */

static void
test_gathered_factors_are_loose_no_longer (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autofree char *id = gather (fixture, fixture->form, fixture->visit);

  assert_ids (tl_pattern_find_factors (fixture->review, lookup (fixture, id)), fixture->form, fixture->visit, NULL);
  assert_ids (tl_pattern_find_loose (fixture->review), fixture->workload, NULL);
  g_assert_cmpstr (tl_record_get_text (lookup (fixture, id), "category"), ==, "tools");
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, NULL));
  g_assert_null (tl_review_lookup (fixture->review, id));
}

static void
test_a_factor_is_added_once_and_keeps_its_place (Fixture      *fixture,
                                                 gconstpointer data)
{
  g_autofree char *id = gather (fixture, fixture->form, fixture->visit);
  const char *const ids[] = { fixture->form, fixture->workload, NULL };
  GError *error = NULL;
  TlEdit *edit = begin (fixture);

  finish (edit, tl_pattern_edit_add_factors (edit, fixture->review, id, ids, &error), error);
  assert_ids (tl_pattern_find_factors (fixture->review, lookup (fixture, id)), fixture->form, fixture->visit,
              fixture->workload, NULL);
}

static void
test_factors_are_placed_among_the_others (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autofree char *id = gather (fixture, fixture->form, fixture->visit);
  const char *const ids[] = { fixture->workload, fixture->visit, NULL };
  GError *error = NULL;
  TlEdit *edit = begin (fixture);

  finish (edit, tl_pattern_edit_place_factors (edit, fixture->review, id, ids, 0, &error), error);
  assert_ids (tl_pattern_find_factors (fixture->review, lookup (fixture, id)), fixture->workload, fixture->visit,
              fixture->form, NULL);
}

static void
test_moving_is_one_step (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *from = gather (fixture, fixture->form, fixture->visit);
  g_autofree char *to = gather (fixture, fixture->workload, NULL);
  const char *const ids[] = { fixture->visit, NULL };
  GError *error = NULL;
  TlEdit *edit = begin (fixture);
  gboolean done = tl_pattern_edit_take_factors (edit, fixture->review, from, ids, &error)
                  && tl_pattern_edit_add_factors (edit, fixture->review, to, ids, &error);

  finish (edit, done, error);
  assert_ids (tl_pattern_find_factors (fixture->review, lookup (fixture, from)), fixture->form, NULL);
  assert_ids (tl_pattern_find_factors (fixture->review, lookup (fixture, to)), fixture->workload, fixture->visit, NULL);
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, NULL));
  assert_ids (tl_pattern_find_factors (fixture->review, lookup (fixture, from)), fixture->form, fixture->visit, NULL);
}

static void
test_episodes_of_a_pattern_come_in_time (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autofree char *later = add_record (fixture, "episode", "start", "2012-05");
  g_autofree char *earlier = add_record (fixture, "episode", "start", "2012-03");
  g_autofree char *other = add_record (fixture, "episode", "start", "2012-04");
  g_autofree char *id = gather (fixture, fixture->form, fixture->visit);

  set_list (fixture, fixture->form, "episodes", later, NULL);
  set_list (fixture, fixture->visit, "episodes", later, earlier);
  set_list (fixture, fixture->workload, "episodes", other, NULL);
  assert_ids (tl_pattern_find_episodes (fixture->review, lookup (fixture, id)), earlier, later, NULL);
}

/* Findings in their order */

static char *
add_finding (Fixture *fixture)
{
  GError *error = NULL;
  TlEdit *edit = begin (fixture);
  char *id = tl_finding_edit_add (edit, fixture->review, &error);

  finish (edit, id != NULL, error);
  return id;
}

static void
test_a_finding_comes_of_a_pattern (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree char *first = add_finding (fixture);
  g_autofree char *pattern = gather (fixture, fixture->form, fixture->visit);
  GError *error = NULL;
  TlEdit *edit = begin (fixture);
  g_autofree char *id = tl_finding_edit_add_from_pattern (edit, fixture->review, pattern, &error);

  finish (edit, id != NULL, error);
  TlRecord *finding = lookup (fixture, id);
  g_assert_cmpint (tl_record_get_int (finding, "number", 0), ==, 2);
  g_assert_cmpstr (tl_record_get_text (finding, "category"), ==, "tools");
  g_assert_cmpstr (tl_record_get_list (finding, "patterns")[0], ==, pattern);
  g_assert_cmpstr (tl_record_get_list (finding, "factors")[1], ==, fixture->visit);
  g_assert_null (tl_record_get_text (finding, "statement"));
}

static void
test_moving_a_finding_numbers_all (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree char *one = add_finding (fixture);
  g_autofree char *two = add_finding (fixture);
  g_autofree char *three = add_finding (fixture);
  GError *error = NULL;
  TlEdit *edit = begin (fixture);

  finish (edit, tl_finding_edit_move (edit, fixture->review, three, 0, &error), error);
  assert_ids (tl_board_list_findings (fixture->review), three, one, two, NULL);
  g_assert_cmpint (tl_record_get_int (lookup (fixture, two), "number", 0), ==, 3);
  edit = begin (fixture);
  finish (edit, tl_finding_edit_move (edit, fixture->review, three, 9, &error), error);
  assert_ids (tl_board_list_findings (fixture->review), one, two, three, NULL);
}

static char *
ask (Fixture    *fixture,
     const char *finding,
     const char *text)
{
  GError *error = NULL;
  TlEdit *edit = begin (fixture);
  char *id = tl_finding_edit_ask (edit, fixture->review, finding, text, &error);

  finish (edit, id != NULL, error);
  return id;
}

static void
test_questions_have_an_order_of_their_own (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autofree char *one = add_finding (fixture);
  g_autofree char *two = add_finding (fixture);
  g_autofree char *a = ask (fixture, one, "How would you know?");
  g_autofree char *b = ask (fixture, one, "Who would notice?");
  g_autofree char *other = ask (fixture, two, "What would help?");
  GError *error = NULL;
  TlEdit *edit = begin (fixture);

  g_assert_cmpint (tl_record_get_int (lookup (fixture, other), "number", 0), ==, 1);
  finish (edit, tl_finding_edit_move_question (edit, fixture->review, b, 0, &error), error);
  assert_ids (tl_board_list_questions (fixture->review, lookup (fixture, one)), b, a, NULL);
  assert_ids (tl_board_list_questions (fixture->review, lookup (fixture, two)), other, NULL);
}

/* What a finding rests on */

static void
attach (Fixture    *fixture,
        const char *source,
        const char *claim,
        const char *stance)
{
  g_autofree char *extract = add_record (fixture, "extract", "source", source);
  GError *error = NULL;
  TlEdit *edit = begin (fixture);
  g_autofree char *support = tl_evidence_edit_attach (edit, fixture->review, extract, claim,
                                                      g_str_equal (stance, "against"), &error);

  finish (edit, support != NULL, error);
}

static void
test_evidence_is_followed_through_the_graph (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autofree char *pattern = gather (fixture, fixture->form, NULL);
  g_autofree char *link = add_link (fixture->review, fixture->workload, fixture->visit);
  g_autofree char *path = add_record (fixture, "path", "title", "Why it was short");
  g_autofree char *finding = add_finding (fixture);
  g_autofree char *nurse = add_record (fixture, "role", "label", "Health visitor 1");
  g_autofree char *told = add_record (fixture, "source", "role", nurse);
  g_autofree char *again = add_record (fixture, "source", "role", nurse);

  set_list (fixture, path, "links", link, NULL);
  set_list (fixture, finding, "patterns", pattern, NULL);
  set_list (fixture, finding, "paths", path, NULL);
  attach (fixture, told, link, "for");
  attach (fixture, again, fixture->form, "for");
  attach (fixture, again, fixture->visit, "against");

  g_autoptr (TlFindingGround) ground = tl_finding_ground_new (fixture->review, lookup (fixture, finding));
  assert_ids (g_ptr_array_ref (ground->factors), fixture->form, fixture->workload, fixture->visit, NULL);
  assert_ids (g_ptr_array_ref (ground->links), link, NULL);
  g_assert_cmpuint (ground->n_for, ==, 2);
  g_assert_cmpuint (ground->n_against, ==, 1);
  g_assert_cmpuint (ground->n_voices, ==, 1);
  g_assert_true (g_array_index (ground->evidence, TlFindingEvidence, 2).against);
}

static void
test_rejected_links_carry_nothing (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree char *pattern = gather (fixture, fixture->workload, fixture->visit);
  g_autofree char *link = add_link (fixture->review, fixture->workload, fixture->visit);
  g_autofree char *finding = add_finding (fixture);
  g_autofree char *source = add_record (fixture, "source", "title", "Rota");

  set_list (fixture, finding, "patterns", pattern, NULL);
  attach (fixture, source, link, "for");
  g_autoptr (TlFindingGround) before = tl_finding_ground_new (fixture->review, lookup (fixture, finding));
  g_assert_cmpuint (before->n_for, ==, 1);
  set_field (fixture->review, link, "state", "rejected");
  g_autoptr (TlFindingGround) after = tl_finding_ground_new (fixture->review, lookup (fixture, finding));
  g_assert_cmpuint (after->n_for, ==, 0);
}

/* What is open in it */

static gboolean
lacks (Fixture    *fixture,
       const char *finding,
       const char *place)
{
  TlRecord *record = lookup (fixture, finding);
  g_autoptr (TlFindingGround) ground = tl_finding_ground_new (fixture->review, record);
  g_autoptr (GPtrArray) gaps = tl_finding_gap_list_all (fixture->review, record, ground);

  for (guint i = 0; i < gaps->len; i++)
    if (g_str_equal (((TlFindingGap *) g_ptr_array_index (gaps, i))->place, place))
      return TRUE;
  return FALSE;
}

static void
test_a_new_finding_is_all_open (Fixture      *fixture,
                                gconstpointer data)
{
  g_autofree char *finding = add_finding (fixture);

  g_assert_true (lacks (fixture, finding, "statement"));
  for (guint i = 0; tl_finding_questions[i] != NULL; i++)
    g_assert_true (lacks (fixture, finding, tl_finding_questions[i]));
  g_assert_false (lacks (fixture, finding, "prevalence_basis"));
  g_assert_true (lacks (fixture, finding, "patterns"));
  g_assert_true (lacks (fixture, finding, "board_question"));
}

static void
test_what_is_said_is_open_no_longer (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *finding = add_finding (fixture);
  g_autofree char *question = ask (fixture, finding, "How would you know?");

  set_field (fixture->review, finding, "statement", "Assessments were late.");
  g_assert_true (lacks (fixture, finding, "statement"));
  set_field (fixture->review, finding, "statement", "Counting days leads to early closing.");
  g_assert_false (lacks (fixture, finding, "statement"));
  set_field (fixture->review, finding, "prevalence", "Nine in ten.");
  g_assert_false (lacks (fixture, finding, "prevalence"));
  g_assert_true (lacks (fixture, finding, "prevalence_basis"));
  set_list (fixture, finding, "prevalence_basis", "data", NULL);
  g_assert_false (lacks (fixture, finding, "prevalence_basis"));
  g_assert_false (lacks (fixture, finding, "board_question"));
}

static void
test_one_voice_is_asked_for_another (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *finding = add_finding (fixture);
  g_autofree char *audit = add_record (fixture, "source", "title", "Audit");
  g_autofree char *record = add_record (fixture, "source", "title", "Case record");

  set_list (fixture, finding, "factors", fixture->form, NULL);
  g_assert_false (lacks (fixture, finding, "patterns"));
  g_assert_true (lacks (fixture, finding, "evidence"));
  attach (fixture, audit, fixture->form, "for");
  g_assert_true (lacks (fixture, finding, "evidence"));
  attach (fixture, record, fixture->form, "for");
  g_assert_false (lacks (fixture, finding, "evidence"));
}

/* Its length */

static void
test_length_counts_what_is_read (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autofree char *finding = add_finding (fixture);
  g_autofree char *question = ask (fixture, finding, "Who?");

  set_field (fixture->review, finding, "statement", "Só é");
  set_field (fixture->review, finding, "in_case", "Twice.");
  g_assert_cmpuint (tl_finding_count_characters (fixture->review, lookup (fixture, finding)), ==, 4 + 4 + 6);
}

static void
test_length_is_told_in_words (Fixture      *fixture,
                              gconstpointer data)
{
  g_autofree char *none = tl_finding_dup_length (0);
  g_autofree char *page = tl_finding_dup_length (TL_FINDING_PAGE_CHARACTERS);
  g_autofree char *two = tl_finding_dup_length (TL_FINDING_MAX_CHARACTERS);
  g_autofree char *more = tl_finding_dup_length (TL_FINDING_MAX_CHARACTERS + 1);

  g_assert_true (g_str_has_prefix (none, "Nothing written yet"));
  g_assert_true (g_str_has_suffix (page, "within a page"));
  g_assert_true (g_str_has_suffix (two, "within two pages"));
  g_assert_true (g_str_has_prefix (more, "6001 characters"));
}

#define ADD(name, test) g_test_add ("/finding/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("gathered-factors-are-loose-no-longer", test_gathered_factors_are_loose_no_longer);
  ADD ("a-factor-is-added-once-and-keeps-its-place", test_a_factor_is_added_once_and_keeps_its_place);
  ADD ("factors-are-placed-among-the-others", test_factors_are_placed_among_the_others);
  ADD ("moving-is-one-step", test_moving_is_one_step);
  ADD ("episodes-of-a-pattern-come-in-time", test_episodes_of_a_pattern_come_in_time);
  ADD ("a-finding-comes-of-a-pattern", test_a_finding_comes_of_a_pattern);
  ADD ("moving-a-finding-numbers-all", test_moving_a_finding_numbers_all);
  ADD ("questions-have-an-order-of-their-own", test_questions_have_an_order_of_their_own);
  ADD ("evidence-is-followed-through-the-graph", test_evidence_is_followed_through_the_graph);
  ADD ("rejected-links-carry-nothing", test_rejected_links_carry_nothing);
  ADD ("a-new-finding-is-all-open", test_a_new_finding_is_all_open);
  ADD ("what-is-said-is-open-no-longer", test_what_is_said_is_open_no_longer);
  ADD ("one-voice-is-asked-for-another", test_one_voice_is_asked_for_another);
  ADD ("length-counts-what-is-read", test_length_counts_what_is_read);
  ADD ("length-is-told-in-words", test_length_is_told_in_words);
  return g_test_run ();
}
