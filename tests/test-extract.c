/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Extracts: where they are in a text, what becomes of them when it is replaced, and what is made of them. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/case/tl-extract-edit.h"
#include "model/case/tl-extract.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"

#define BODY "First page.\nShe was asleep – I let her be.\n\nSecond page.\nI had 31 families.\nI had 31 families.\n"
#define PAGE_TWO 44

typedef struct {
  char     *path;
  TlReview *review;
  char     *agency;
  char     *role;
  char     *source;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->review = open_new (&fixture->path);
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  fixture->agency = tl_edit_add (edit, "agency", NULL, &error);
  fixture->role = tl_edit_add (edit, "role", NULL, &error);
  fixture->source = tl_edit_add (edit, "source", NULL, &error);
  tl_edit_set (edit, fixture->source, "agency", fixture->agency, &error);
  tl_edit_set (edit, fixture->source, "role", fixture->role, &error);
  tl_edit_set (edit, fixture->source, "body", BODY, &error);
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
  g_free (fixture->agency);
  g_free (fixture->role);
  g_free (fixture->source);
}

static char *
mark (Fixture *fixture,
      guint    start,
      guint    end,
      GError **error)
{
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, error);
  g_autofree char *id = tl_extract_edit_mark (edit, fixture->review, fixture->source, start, end, "line 2", error);
  g_autofree char *change = tl_edit_finish (edit, id != NULL, error);

  return change != NULL ? g_steal_pointer (&id) : NULL;
}

static void
set (Fixture    *fixture,
     const char *id,
     const char *field,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set_one (fixture->review, id, field, text, NULL, &error));
  g_assert_no_error (error);
}

static TlRecord *
get (Fixture    *fixture,
     const char *id)
{
  TlRecord *record = tl_review_lookup (fixture->review, id);

  g_assert_nonnull (record);
  return record;
}

static GArray *
collect (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body
      = tl_review_dup_body (fixture->review, tl_record_get_text (get (fixture, fixture->source), "body"), &error);

  g_assert_no_error (error);
  return tl_extract_collect_places (fixture->review, get (fixture, fixture->source), body);
}

static void
test_quotation (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = mark (fixture, 11, 44, &error); /* from a line end to the next page */
  TlRecord *extract;

  g_assert_no_error (error);
  extract = get (fixture, id);
  g_assert_cmpstr (tl_record_get_text (extract, "quotation"), ==, "She was asleep – I let her be.");
  g_assert_cmpint (tl_record_get_int (extract, "start", -1), ==, 12);
  g_assert_cmpint (tl_record_get_int (extract, "end", -1), ==, 42);
  g_assert_cmpstr (tl_record_get_text (extract, "anchor"), ==, "line 2");
  g_assert_null (tl_record_get_text (extract, "known_from"));
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  const guint stretches[][2] = { { 5, 5 }, { 6, 5 }, { 0, 100000 }, { 11, 12 } };

  for (guint i = 0; i < G_N_ELEMENTS (stretches); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mark (fixture, stretches[i][0], stretches[i][1], &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
    }
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (fixture->review, "extract")), ==, 0);
}

static void
assert_place (GArray        *places,
              guint          i,
              const char    *id,
              TlExtractState state,
              guint          start,
              guint          end)
{
  const TlExtractPlace *place = &g_array_index (places, TlExtractPlace, i);

  g_assert_cmpstr (tl_record_get_id (place->extract), ==, id);
  g_assert_cmpint (place->state, ==, state);
  g_assert_cmpuint (place->start, ==, start);
  g_assert_cmpuint (place->end, ==, end);
}

static void
test_replaced_text (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *second = mark (fixture, 76, 94, &error); /* the second of two that read the same */
  g_autofree char *asleep = mark (fixture, 20, 26, &error);
  g_autofree char *first = mark (fixture, 0, 11, &error);
  g_autoptr (GArray) places = collect (fixture);

  g_assert_cmpuint (places->len, ==, 3);
  assert_place (places, 0, first, TL_EXTRACT_IN_PLACE, 0, 11);
  assert_place (places, 1, asleep, TL_EXTRACT_IN_PLACE, 20, 26);
  assert_place (places, 2, second, TL_EXTRACT_IN_PLACE, 76, 94);

  set (fixture, fixture->source, "body", "[Checked.]\n" BODY);
  g_autoptr (GArray) moved = collect (fixture);
  assert_place (moved, 0, first, TL_EXTRACT_ELSEWHERE, 11, 22);
  assert_place (moved, 1, asleep, TL_EXTRACT_ELSEWHERE, 31, 37);
  /* Where it was, the first of the two stands nearest: within 8 characters, against 11. */
  assert_place (moved, 2, second, TL_EXTRACT_ELSEWHERE, 68, 86);

  set (fixture, fixture->source, "body", "Nothing of it.");
  g_autoptr (GArray) lost = collect (fixture);
  for (guint i = 0; i < lost->len; i++)
    g_assert_cmpint (g_array_index (lost, TlExtractPlace, i).state, ==, TL_EXTRACT_LOST);
}

static void
test_move (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = mark (fixture, 0, 11, &error);
  TlEdit *edit;

  set (fixture, fixture->source, "body", "\n" BODY);
  edit = tl_edit_begin (fixture->review, NULL, &error);
  g_free (tl_edit_finish (edit, tl_extract_edit_move (edit, id, 1, 12, "line 2", &error), &error));
  g_assert_no_error (error);

  g_autoptr (GArray) places = collect (fixture);
  assert_place (places, 0, id, TL_EXTRACT_IN_PLACE, 1, 12);
}

static void
assert_anchor (Fixture    *fixture,
               const char *pages,
               guint       start,
               const char *expected)
{
  set (fixture, fixture->source, "page_starts", pages);
  g_autofree char *anchor = tl_extract_dup_anchor (get (fixture, fixture->source), BODY, start);

  g_assert_cmpstr (anchor, ==, expected);
}

static void
test_anchor (Fixture      *fixture,
             gconstpointer data)
{
  assert_anchor (fixture, NULL, 0, "line 1");
  assert_anchor (fixture, NULL, 11, "line 1");
  assert_anchor (fixture, NULL, 12, "line 2");
  assert_anchor (fixture, NULL, PAGE_TWO + 14, "line 5");
  assert_anchor (fixture, "0 44", 12, "p. 1, line 2");
  assert_anchor (fixture, "0 44", PAGE_TWO, "p. 2, line 1");
  assert_anchor (fixture, "44", 12, "line 2");
  assert_anchor (fixture, "0 0 0 44", PAGE_TWO + 14, "p. 4, line 2"); /* the second part of a longer document */
}

static void
test_place_at (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wide = mark (fixture, 12, 42, &error);
  g_autofree char *narrow = mark (fixture, 20, 26, &error);
  g_autoptr (GArray) places = collect (fixture);

  g_assert_null (tl_extract_places_find_at (places, 11));
  g_assert_true (tl_extract_places_find_at (places, 12) == get (fixture, wide));
  g_assert_true (tl_extract_places_find_at (places, 20) == get (fixture, narrow));
  g_assert_true (tl_extract_places_find_at (places, 26) == get (fixture, wide));
  g_assert_null (tl_extract_places_find_at (places, 42));
  g_assert_cmpuint (tl_extract_places_find (places, get (fixture, narrow))->start, ==, 20);
  g_assert_null (tl_extract_places_find (places, NULL));
}

static void
test_counted_anchor (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = mark (fixture, 76, 94, &error);

  set (fixture, fixture->source, "page_starts", "0 44");
  set (fixture, id, "anchor", NULL);
  g_autoptr (GArray) places = collect (fixture);
  g_autofree char *anchor = tl_extract_place_dup_anchor (&g_array_index (places, TlExtractPlace, 0));
  g_assert_cmpstr (anchor, ==, "p. 2, line 3");
}

static void
test_factor (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = mark (fixture, 12, 42, &error);

  set (fixture, id, "known_from", "2012-03");
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *account = tl_extract_edit_make_account (edit, fixture->review, id, NULL, &error);
  g_free (tl_edit_finish (edit, account != NULL, &error));
  g_assert_no_error (error);
  edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *factor = tl_extract_edit_make_factor (edit, fixture->review, NULL, id, &error);
  g_free (tl_edit_finish (edit, factor != NULL, &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) supports = tl_review_get_referrers (fixture->review, factor, "support", "target");
  const char *const *accounts = tl_record_get_list (get (fixture, factor), "accounts");
  g_assert_cmpuint (supports->len, ==, 1);
  g_assert_cmpstr (tl_record_get_text (g_ptr_array_index (supports, 0), "extract"), ==, id);
  g_assert_cmpstr (tl_record_get_text (g_ptr_array_index (supports, 0), "stance"), ==, "for");
  g_assert_cmpstr (tl_record_get_text (get (fixture, factor), "statement"), ==, "She was asleep – I let her be.");
  g_assert_cmpstr (tl_record_get_text (get (fixture, factor), "known_from"), ==, "2012-03");
  g_assert_cmpstr (accounts[0], ==, account);
  g_assert_null (accounts[1]);

  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_null (tl_review_lookup (fixture->review, factor));
}

static void
test_account (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = mark (fixture, 12, 42, &error);
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *account = tl_extract_edit_make_account (edit, fixture->review, id, NULL, &error);

  g_free (tl_edit_finish (edit, account != NULL, &error));
  g_assert_no_error (error);

  TlRecord *event = get (fixture, tl_record_get_text (get (fixture, account), "event"));
  g_assert_cmpstr (tl_record_get_text (event, "title"), ==, "She was asleep – I let her be.");
  g_assert_cmpstr (tl_record_get_list (event, "agencies")[0], ==, fixture->agency);
  g_assert_cmpstr (tl_record_get_text (get (fixture, account), "role"), ==, fixture->role);
  g_assert_cmpstr (tl_record_get_list (get (fixture, account), "extracts")[0], ==, id);

  /* Another account of the same event. */
  edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *other
      = tl_extract_edit_make_account (edit, fixture->review, id, tl_record_get_id (event), &error);
  g_free (tl_edit_finish (edit, other != NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (fixture->review, "event")), ==, 1);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (fixture->review, "account")), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/extract/what-is-marked-is-quoted-as-it-reads", Fixture, NULL, set_up, test_quotation, tear_down);
  g_test_add ("/extract/a-stretch-without-words-is-refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/extract/is-found-again-in-a-replaced-text", Fixture, NULL, set_up, test_replaced_text, tear_down);
  g_test_add ("/extract/takes-its-new-place", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/extract/is-cited-by-page-and-line", Fixture, NULL, set_up, test_anchor, tear_down);
  g_test_add ("/extract/the-shortest-at-a-place-is-meant", Fixture, NULL, set_up, test_place_at, tear_down);
  g_test_add ("/extract/is-cited-where-nobody-noted-it", Fixture, NULL, set_up, test_counted_anchor, tear_down);
  g_test_add ("/extract/becomes-a-factor-that-rests-on-it", Fixture, NULL, set_up, test_factor, tear_down);
  g_test_add ("/extract/becomes-an-account-of-an-event", Fixture, NULL, set_up, test_account, tear_down);

  return g_test_run ();
}
