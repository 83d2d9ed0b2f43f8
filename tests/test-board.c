/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was put to the board, what it answers and does, and what became of recommendations. */
#include "config.h"

#include "model/case/tl-acronyms.h"
#include "model/case/tl-action-counts.h"
#include "model/case/tl-board-edit.h"
#include "model/case/tl-board-words.h"
#include "model/case/tl-board.h"
#include "model/case/tl-recommendations.h"
#include "model/exchange/tl-recommendations-table.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"

typedef struct {
  char     *path;
  TlReview *review;
  char     *finding;
  char     *second; /* the second question, which was added first */
  char     *first;
  char     *near;  /* a factor of the finding */
  char     *far;   /* a factor of its pattern */
} Fixture;

static TlEdit *
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  g_assert_no_error (error);
  return edit;
}

static TlRecord *
look_up (Fixture    *fixture,
         const char *id)
{
  TlRecord *record = tl_review_lookup (fixture->review, id);

  g_assert_nonnull (record);
  return record;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->review = open_new (&fixture->path);
  fixture->near = add_factor (fixture->review, "Nobody rings back");
  fixture->far = add_factor (fixture->review, "Words mean different things");

  TlEdit *edit = begin (fixture);
  g_autofree char *pattern = add_in (edit, "pattern", "title", "Silence");
  const char *const factors[] = { fixture->near, NULL };
  const char *const of_pattern[] = { fixture->far, fixture->near, NULL };
  const char *const patterns[] = { pattern, NULL };
  fixture->finding = add_in (edit, "finding", "statement", "Silence is read as agreement.");
  tl_edit_set_list (edit, pattern, "factors", of_pattern, &error);
  tl_edit_set_list (edit, fixture->finding, "factors", factors, &error);
  tl_edit_set_list (edit, fixture->finding, "patterns", patterns, &error);
  fixture->second = add_in (edit, "board_question", "finding", fixture->finding);
  fixture->first = add_in (edit, "board_question", "finding", fixture->finding);
  tl_edit_set_int (edit, fixture->second, "number", 2, &error);
  tl_edit_set_int (edit, fixture->first, "number", 1, &error);
  commit_edit (edit);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->finding);
  g_free (fixture->first);
  g_free (fixture->second);
  g_free (fixture->near);
  g_free (fixture->far);
}

/* Responds to @to and plans an action; gives the action. */
static char *
plan (Fixture    *fixture,
      const char *to,
      const char *text,
      const char *due)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = begin (fixture);
  g_autofree char *response = tl_board_edit_respond (edit, to, "accepted", &error);
  char *action = tl_board_edit_add_action (edit, response, text, &error);

  tl_edit_set (edit, action, "due", due, &error);
  commit_edit (edit);
  g_assert_no_error (error);
  return action;
}

static void
test_questions_come_by_number (Fixture      *fixture,
                               gconstpointer data)
{
  TlEdit *edit = begin (fixture);
  g_autofree char *unnumbered = add_in (edit, "finding", "statement", "Another");
  g_autofree char *first = add_in (edit, "finding", "number", "1");
  g_autofree char *recommendation = add_in (edit, "recommendation", "finding", fixture->finding);
  commit_edit (edit);

  g_autoptr (GPtrArray) findings = tl_board_list_findings (fixture->review);
  g_autoptr (GPtrArray) questions
    = tl_board_list_questions (fixture->review, look_up (fixture, fixture->finding));
  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_cmpstr (tl_record_get_id (findings->pdata[0]), ==, first);
  g_assert_cmpuint (questions->len, ==, 3);
  g_assert_cmpstr (tl_record_get_id (questions->pdata[0]), ==, fixture->first);
  g_assert_cmpstr (tl_record_get_id (questions->pdata[1]), ==, fixture->second);
  g_assert_cmpstr (tl_record_get_id (questions->pdata[2]), ==, recommendation);
}

static void
test_actions_come_by_date (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *later = plan (fixture, fixture->finding, "Ring back", "2013-06");
  g_autofree char *undated = plan (fixture, fixture->first, "Ask", NULL);
  g_autofree char *soon = plan (fixture, fixture->second, "Listen", "2013-05-02");
  TlRecord *finding = look_up (fixture, fixture->finding);

  g_autoptr (GPtrArray) of_finding = tl_board_list_actions (fixture->review, finding);
  g_autoptr (GPtrArray) of_question = tl_board_list_actions (fixture->review, look_up (fixture, fixture->second));
  g_autoptr (GPtrArray) all = tl_board_list_actions (fixture->review, NULL);
  g_assert_cmpuint (of_finding->len, ==, 3);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (of_question->len, ==, 1);
  g_assert_cmpstr (tl_record_get_id (of_finding->pdata[0]), ==, soon);
  g_assert_cmpstr (tl_record_get_id (of_finding->pdata[1]), ==, later);
  g_assert_cmpstr (tl_record_get_id (of_finding->pdata[2]), ==, undated);
  g_assert_cmpstr (tl_record_get_text (look_up (fixture, soon), "status"), ==, "planned");
}

static void
test_what_is_answered_has_its_page (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autofree char *action = plan (fixture, fixture->first, "Ring back", NULL);
  TlRecord *finding = look_up (fixture, fixture->finding);
  TlRecord *response = look_up (fixture, tl_record_get_text (look_up (fixture, action), "response"));

  g_assert_true (tl_board_find_finding (fixture->review, look_up (fixture, action)) == finding);
  g_assert_true (tl_board_find_finding (fixture->review, response) == finding);
  g_assert_true (tl_board_find_finding (fixture->review, look_up (fixture, fixture->first)) == finding);
  g_assert_true (tl_board_find_finding (fixture->review, finding) == finding);
  g_assert_null (tl_board_find_finding (fixture->review, look_up (fixture, fixture->near)));
}

static void
test_what_nobody_weakens_is_found (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlRecord *finding = look_up (fixture, fixture->finding);
  g_autoptr (GPtrArray) before = tl_board_list_unweakened (fixture->review, finding);
  g_assert_cmpuint (before->len, ==, 2);

  g_autofree char *action = plan (fixture, fixture->first, "Ring back", NULL);
  TlEdit *edit = begin (fixture);
  g_assert_true (tl_board_edit_weaken (edit, fixture->review, action, fixture->near, TRUE, &error));
  commit_edit (edit);
  edit = begin (fixture);
  g_assert_true (tl_board_edit_weaken (edit, fixture->review, action, fixture->near, TRUE, &error));
  g_autofree char *change = tl_edit_commit (edit, &error);
  g_assert_no_error (error);

  g_autoptr (GPtrArray) after = tl_board_list_unweakened (fixture->review, finding);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (tl_record_get_id (after->pdata[0]), ==, fixture->far);
  g_assert_cmpuint (g_strv_length ((char **) tl_record_get_list (look_up (fixture, action), "weakens")), ==, 1);

  edit = begin (fixture);
  g_assert_true (tl_board_edit_weaken (edit, fixture->review, action, fixture->near, FALSE, &error));
  commit_edit (edit);
  g_autoptr (GPtrArray) again = tl_board_list_unweakened (fixture->review, finding);
  g_assert_cmpuint (again->len, ==, 2);
}

static void
test_a_later_look_replaces_the_earlier (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = plan (fixture, fixture->first, "Ring back", NULL);
  TlRecord *action = look_up (fixture, id);

  TlEdit *edit = begin (fixture);
  g_assert_true (tl_board_edit_check (edit, id, "yes", "2013-09", "Forty calls were listened to.", &error));
  commit_edit (edit);
  g_assert_cmpstr (tl_record_get_text (action, "evidence"), ==, "Forty calls were listened to.");

  edit = begin (fixture);
  g_assert_true (tl_board_edit_check (edit, id, "less", "2014-03", NULL, &error));
  commit_edit (edit);
  g_assert_cmpstr (tl_record_get_text (action, "still_happening"), ==, "less");
  g_assert_cmpstr (tl_record_get_text (action, "checked_on"), ==, "2014-03");
  g_assert_null (tl_record_get_text (action, "evidence"));

  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (action, "checked_on"), ==, "2013-09");
}

static void
test_actions_are_counted_with_their_base (Fixture      *fixture,
                                          gconstpointer data)
{
  static const struct {
    const char *strength;
    const char *level;
  } actions[] = { { "training", "frontline" }, { "training", NULL }, { "structure", "national" }, { NULL, NULL } };
  g_autoptr (TlMethod) method = tl_method_lookup ("learning-together", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *id = plan (fixture, fixture->first, "Do", NULL);

      set_field (fixture->review, id, "strength", actions[i].strength);
      set_field (fixture->review, id, "level", actions[i].level);
    }

  g_autoptr (GPtrArray) all = tl_board_list_actions (fixture->review, NULL);
  g_autoptr (TlActionCounts) counts = tl_action_counts_new (all, method);
  guint n_levels = tl_method_get_n_levels (method);
  g_assert_cmpuint (counts->base, ==, 4);
  g_assert_cmpuint (counts->n_kinds, ==, 7);
  g_assert_cmpuint (counts->n_levels, ==, n_levels + 1);
  g_assert_cmpstr (counts->kinds[0], ==, "Training or reminder");
  g_assert_cmpuint (tl_action_counts_of_kind (counts, 0), ==, 2);
  g_assert_cmpuint (tl_action_counts_get (counts, 0, n_levels), ==, 1);
  g_assert_cmpuint (tl_action_counts_of_kind (counts, 6), ==, 1);
  g_assert_cmpuint (tl_action_counts_of_level (counts, n_levels), ==, 2);
  g_autofree char *text = tl_action_counts_dup_text (counts);
  g_assert_cmpstr (text, ==,
                   "Of 4 actions: Training or reminder: 2; Structure or design of the work: 1; Not said: 1.");
}

static void
test_no_actions_are_said_to_be_none (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (TlActionCounts) counts = tl_action_counts_new (none, NULL);
  g_autofree char *text = tl_action_counts_dup_text (counts);

  g_assert_cmpuint (counts->n_levels, ==, 1);
  g_assert_cmpstr (text, ==, "No actions yet.");
}

/* Words */

static void
assert_due (Fixture    *fixture,
            const char *action,
            const char *due,
            const char *expected)
{
  TlDate today;

  g_assert_true (tl_date_parse ("2013-05-20", &today));
  set_field (fixture->review, action, "due", due);
  g_autofree char *words = tl_board_words_due (look_up (fixture, action), &today);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_a_past_date_was_due_and_no_more (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autofree char *action = plan (fixture, fixture->first, "Ring back", NULL);

  assert_due (fixture, action, "2011-03", "was due in March 2011");
  assert_due (fixture, action, "2013-05-19", "was due on 19 May 2013");
  assert_due (fixture, action, "2013-05-20", "due on 20 May 2013");
  assert_due (fixture, action, "2013-05", "due in May 2013");
  assert_due (fixture, action, "2013-21", "due in spring 2013");
  assert_due (fixture, action, "2012", "was due in 2012");
  assert_due (fixture, action, NULL, NULL);
}

static void
test_an_action_is_told_in_a_line (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMethod) method = tl_method_lookup ("learning-together", NULL);
  g_autofree char *id = plan (fixture, fixture->first, "Ring back", NULL);
  TlRecord *action = look_up (fixture, id);

  set_field (fixture->review, id, "owner", "Duty team");
  set_field (fixture->review, id, "strength", "structure");
  set_field (fixture->review, id, "level", "frontline");
  g_autofree char *line = tl_board_words_action (action, method, NULL);
  g_autofree char *nothing = tl_board_words_weakens (fixture->review, action);
  g_autofree char *unseen = tl_board_words_follow_up (action);
  g_assert_cmpstr (line, ==, "Planned · Duty team · Structure or design of the work · Front line");
  g_assert_null (nothing);
  g_assert_cmpstr (unseen, ==, "Is it still happening? Nobody has looked yet.");

  TlEdit *edit = begin (fixture);
  tl_board_edit_weaken (edit, fixture->review, id, fixture->near, TRUE, &error);
  tl_board_edit_check (edit, id, "less", "2013-09", NULL, &error);
  commit_edit (edit);
  g_autofree char *weakens = tl_board_words_weakens (fixture->review, action);
  g_autofree char *seen = tl_board_words_follow_up (action);
  g_assert_cmpstr (weakens, ==, "It is to weaken: Nobody rings back.");
  g_assert_cmpstr (seen, ==, "Is it still happening? Less than before (September 2013).");
}

static void
test_what_is_read_is_named (Fixture      *fixture,
                            gconstpointer data)
{
  TlRecord *finding = look_up (fixture, fixture->finding);

  set_field (fixture->review, fixture->finding, "certainty", "probable");
  g_autofree char *unnumbered = tl_board_words_finding (fixture->review, finding);
  g_autofree char *nature = tl_board_words_nature (finding, NULL);
  g_autofree char *asked = tl_board_words_asked (fixture->review, look_up (fixture, fixture->second));
  g_assert_cmpstr (unnumbered, ==, "Finding");
  g_assert_cmpstr (nature, ==, "Certainty: Probable");
  g_assert_cmpstr (asked, ==, "Question 2");

  set_field (fixture->review, fixture->finding, "number", "4");
  set_field (fixture->review, fixture->finding, "fullness", "indicative");
  g_autofree char *indicative = tl_board_words_finding (fixture->review, finding);
  g_assert_cmpstr (indicative, ==, "Indicative finding 4");
}

/* Recommendations */

static char *
recommend (Fixture    *fixture,
           const char *number,
           const char *first_due,
           const char *due)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = begin (fixture);
  char *id = add_in (edit, "recommendation", "number", number);

  tl_edit_set (edit, id, "first_due", first_due, &error);
  tl_edit_set (edit, id, "due", due, &error);
  commit_edit (edit);
  g_assert_no_error (error);
  return id;
}

static void
assert_move (Fixture    *fixture,
             const char *first_due,
             const char *due,
             const char *expected)
{
  g_autofree char *id = recommend (fixture, "1", first_due, due);
  g_autofree char *move = tl_recommendations_dup_move (look_up (fixture, id));

  g_assert_cmpstr (move, ==, expected);
}

static void
test_a_date_that_moved_is_told (Fixture      *fixture,
                                gconstpointer data)
{
  assert_move (fixture, "2011-12", "2012-07", "First due December 2011, now July 2012, 7 months later.");
  assert_move (fixture, "2012-01", "2011-12", "First due January 2012, now December 2011, 1 month earlier.");
  assert_move (fixture, "2011", "2012", "First due 2011, now 2012.");
  assert_move (fixture, "2012-05", "2012-05", "Due May 2012, as first given.");
  assert_move (fixture, "2011-09", NULL, "First due September 2011; no date now.");
  assert_move (fixture, NULL, "2012", "Without a date at first; now due 2012.");
  assert_move (fixture, NULL, NULL, "No date was given.");
}

static void
test_recommendations_are_ordered_by_any_part (Fixture      *fixture,
                                              gconstpointer data)
{
  g_autofree char *ten = recommend (fixture, "10", "2011-09", NULL);
  g_autofree char *two = recommend (fixture, "2", "2012", "2012-05");
  g_autofree char *none = recommend (fixture, NULL, NULL, NULL);
  g_autoptr (GPtrArray) all = tl_recommendations_list (fixture->review);

  g_assert_cmpstr (tl_record_get_id (all->pdata[0]), ==, two);
  g_assert_cmpstr (tl_record_get_id (all->pdata[1]), ==, ten);
  g_assert_cmpstr (tl_record_get_id (all->pdata[2]), ==, none);
  g_assert_cmpint (tl_recommendations_compare (fixture->review, look_up (fixture, ten), look_up (fixture, two),
                                               TL_RECOMMENDATION_FIRST_TIMESCALE), <, 0);
  g_assert_cmpint (tl_recommendations_compare (fixture->review, look_up (fixture, ten), look_up (fixture, two),
                                               TL_RECOMMENDATION_TIMESCALE), >, 0);
  g_assert_cmpint (tl_recommendations_compare (fixture->review, look_up (fixture, none), look_up (fixture, two),
                                               TL_RECOMMENDATION_TIMESCALE), >, 0);
}

static void
test_recommendations_are_numbered_on (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nine = recommend (fixture, "9", NULL, NULL);
  TlEdit *edit = begin (fixture);
  g_autofree char *id = tl_board_edit_recommend (edit, fixture->review, &error);
  commit_edit (edit);
  g_assert_cmpint (tl_record_get_int (look_up (fixture, id), "number", 0), ==, 10);

  set_field (fixture->review, id, "number", "999");
  edit = begin (fixture);
  g_autofree char *beyond = tl_board_edit_recommend (edit, fixture->review, &error);
  commit_edit (edit);
  g_assert_no_error (error);
  g_assert_cmpint (tl_record_get_int (look_up (fixture, beyond), "number", 0), ==, 0);
}

static void
test_the_boards_response_fills_what_is_not_said (Fixture      *fixture,
                                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = recommend (fixture, "1", "2011-09", NULL);
  TlRecord *record = look_up (fixture, id);

  set_field (fixture->review, id, "addressee", "Government");
  g_autofree char *owner = tl_recommendations_dup_part (fixture->review, record, TL_RECOMMENDATION_OWNER);
  g_autofree char *decision = tl_recommendations_dup_part (fixture->review, record, TL_RECOMMENDATION_DECISION);
  g_autofree char *timescale = tl_recommendations_dup_part (fixture->review, record, TL_RECOMMENDATION_FIRST_TIMESCALE);
  g_assert_cmpstr (owner, ==, "Government");
  g_assert_cmpstr (decision, ==, "");
  g_assert_cmpstr (timescale, ==, "September 2011");

  TlEdit *edit = begin (fixture);
  g_autofree char *response = tl_board_edit_respond (edit, id, "in_principle", &error);
  tl_edit_set (edit, response, "owner", "Chair", &error);
  commit_edit (edit);
  g_assert_no_error (error);
  g_autofree char *owner_now = tl_recommendations_dup_part (fixture->review, record, TL_RECOMMENDATION_OWNER);
  g_autofree char *decision_now = tl_recommendations_dup_part (fixture->review, record, TL_RECOMMENDATION_DECISION);
  g_assert_cmpstr (owner_now, ==, "Chair");
  g_assert_cmpstr (decision_now, ==, "Accepted in principle");
}

static void
test_a_spreadsheet_gets_all_of_it (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree char *two = recommend (fixture, "2", "2012", "2012-05");
  g_autofree char *one = recommend (fixture, "1", NULL, NULL);

  set_field (fixture->review, two, "text", "Ring back, always");
  set_field (fixture->review, two, "first_decision", "accepted");
  set_field (fixture->review, one, "text", "=1+1");
  g_autofree char *csv = tl_recommendations_table_dup_csv (fixture->review);
  g_assert_cmpstr (csv, ==,
                   "Number,Recommendation,First response,Response now,First timescale,Timescale now,Owner\n"
                   "1,'=1+1,\"\",\"\",\"\",\"\",\"\"\n"
                   "2,\"Ring back, always\",Accepted,\"\",2012,May 2012,\"\"\n");
}

/* Acronyms */

static void
test_acronyms_are_told_once (void)
{
  static const struct {
    const char *text;
    const char *expected;
  } cases[] = {
    { "The LSCB met. The LSCB agreed.", "The LSCB (Local Board) met. The LSCB agreed." },
    { "GPs and a GP’s surgery", "GPs (General practitioner) and a GP’s surgery" },
    { "The GP’s surgery", "The GP’s (General practitioner) surgery" },
    { "AGPX, GP1, LSCBs-to-be, gp", "AGPX, GP1, LSCBs (Local Board)-to-be, gp" },
    { "The local board (LSCB) and the LSCB", "The local board (LSCB) and the LSCB" },
    { "LSCB (local board, all of it) and LSCB", "LSCB (local board, all of it) and LSCB" },
    { "LSCBE is another", "LSCBE (Another) is another" },
    { "ÉGP, GPé; “GP”", "ÉGP, GPé; “GP (General practitioner)”" },
    { "", "" },
  };
  g_autoptr (TlAcronyms) acronyms = tl_acronyms_new ();

  tl_acronyms_add (acronyms, "GP", "General practitioner");
  tl_acronyms_add (acronyms, "LSCB", "Local Board");
  tl_acronyms_add (acronyms, "LSCBE", "Another");
  tl_acronyms_add (acronyms, "", "Nothing");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree char *read = tl_acronyms_expand (acronyms, cases[i].text, told);

      g_assert_cmpstr (read, ==, cases[i].expected);
    }
}

static void
test_a_page_remembers_what_it_told (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = begin (fixture);
  g_autofree char *id = add_in (edit, "acronym", "short", "GP");
  g_autofree char *without = add_in (edit, "acronym", "short", "HV");
  tl_edit_set (edit, id, "long", "General practitioner", &error);
  commit_edit (edit);

  g_autoptr (TlAcronyms) acronyms = tl_acronyms_new_for_review (fixture->review);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *first = tl_acronyms_expand (acronyms, "A GP and an HV", told);
  g_autofree char *second = tl_acronyms_expand (acronyms, "the GP again", told);
  g_assert_cmpstr (first, ==, "A GP (General practitioner) and an HV");
  g_assert_cmpstr (second, ==, "the GP again");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  CASE ("/board/questions-come-by-number", test_questions_come_by_number);
  CASE ("/board/actions-come-by-date", test_actions_come_by_date);
  CASE ("/board/what-is-answered-has-its-page", test_what_is_answered_has_its_page);
  CASE ("/board/what-nobody-weakens-is-found", test_what_nobody_weakens_is_found);
  CASE ("/board/a-later-look-replaces-the-earlier", test_a_later_look_replaces_the_earlier);
  CASE ("/board/actions-are-counted-with-their-base", test_actions_are_counted_with_their_base);
  CASE ("/board/a-past-date-was-due-and-no-more", test_a_past_date_was_due_and_no_more);
  CASE ("/board/an-action-is-told-in-a-line", test_an_action_is_told_in_a_line);
  CASE ("/board/what-is-read-is-named", test_what_is_read_is_named);
  CASE ("/board/a-date-that-moved-is-told", test_a_date_that_moved_is_told);
  CASE ("/board/recommendations-are-ordered-by-any-part", test_recommendations_are_ordered_by_any_part);
  CASE ("/board/recommendations-are-numbered-on", test_recommendations_are_numbered_on);
  CASE ("/board/the-boards-response-fills-what-is-not-said", test_the_boards_response_fills_what_is_not_said);
  CASE ("/board/a-spreadsheet-gets-all-of-it", test_a_spreadsheet_gets_all_of_it);
  CASE ("/board/a-page-remembers-what-it-told", test_a_page_remembers_what_it_told);
  g_test_add_func ("/board/no-actions-are-said-to-be-none", test_no_actions_are_said_to_be_none);
  g_test_add_func ("/board/acronyms-are-told-once", test_acronyms_are_told_once);

  return g_test_run ();
}
