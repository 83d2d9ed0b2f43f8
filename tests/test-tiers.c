/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leaves a review in each tier, over many reviews made by chance: nobody’s name, nothing of a source, no text that
 * was not released, no day where the tier has none; and the board’s copy, down to its bytes. */
#include "config.h"

#include "model/exchange/tl-board-copy.h"
#include "model/exchange/tl-xml-reader.h"
#include "model/exchange/tl-xml-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"
#include "tests/support/tl-leak.h"

#define LEAK_REVIEWS 200

static char *
temporary (const char *name)
{
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  return g_build_filename (g_get_user_runtime_dir (), name, NULL);
}

static TlReview *
open_review (const char        *path,
             TlReviewOpenFlags  flags)
{
  g_autoptr (GError) error = NULL;
  TlReview *review = tl_review_open (path, flags, &error);

  g_assert_no_error (error);
  return review;
}

static char *
dup_export (TlReview *review,
            TlTier    tier)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlExport) export = tl_export_new (review, tier, TL_EXPORT_DEFAULT, &error);

  g_assert_no_error (error);
  return tl_xml_dup_export (export);
}

static void
check_valid (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlXmlFile) file = tl_xml_read_bytes (bytes, "export.xml", &problems, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
}

/* The board's copy by its bytes, then by what it says when it is opened. */
static void
check_copy (TlReview   *review,
            GPtrArray  *planted,
            const char *board)
{
  g_autofree char *path = temporary ("copy.throughline");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (tl_board_copy_write (review, path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));

  g_autofree char *readable = tl_leak_dup_readable (bytes, length);
  g_autoptr (TlReview) copy = open_review (path, TL_REVIEW_OPEN_READ_ONLY);
  g_autofree char *again = dup_export (copy, TL_TIER_BOARD);

  tl_leak_check_text (planted, TL_TIER_BOARD, readable);
  g_assert_cmpint (tl_review_get_tier (copy), ==, TL_TIER_BOARD);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (copy))), ==, 0);
  g_assert_cmpstr (again, ==, board);
  g_assert_null (strstr (readable, tl_record_get_text (tl_review_get_subject (review), "learning_key")));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
nothing_leaks_in_any_tier (void)
{
  g_autoptr (GRegex) dates = g_regex_new ("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}|[\"[][0-9]{4}(-[0-9]{2})?[~?%.]"
                                         "|\"[0-9]{4}-[0-9]{2}\"", 0, 0, NULL);
  guint n_left[TL_TIER_PUBLIC + 1] = { 0 };

  for (guint32 seed = 1000; seed < 1000 + LEAK_REVIEWS; seed++)
    {
      g_autofree char *path = temporary ("leak.throughline");
      g_autoptr (GPtrArray) planted = tl_generate_review (path, seed, 2);
      g_autoptr (TlReview) review = open_review (path, TL_REVIEW_OPEN_READ_ONLY);

      for (TlTier tier = TL_TIER_BOARD; tier <= TL_TIER_PUBLIC; tier++)
        {
          g_autofree char *output = dup_export (review, tier);

          n_left[tier] += tl_leak_check_text (planted, tier, output);
          tl_leak_check_all (planted, tier, output);
          check_valid (output);
          if (tier == TL_TIER_BOARD)
            {
              check_copy (review, planted, output);
              continue;
            }
          tl_leak_check_ids (review, output);
          g_assert_false (g_regex_match (dates, output, 0, NULL));
        }
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_test_message ("texts that left: %u for the board, %u for the library, %u for the public", n_left[TL_TIER_BOARD],
                  n_left[TL_TIER_LEARNING], n_left[TL_TIER_PUBLIC]);
  g_assert_cmpuint (n_left[TL_TIER_LEARNING], >, LEAK_REVIEWS);
  g_assert_cmpuint (n_left[TL_TIER_PUBLIC], >, LEAK_REVIEWS);
  g_assert_cmpuint (n_left[TL_TIER_BOARD], >, n_left[TL_TIER_LEARNING]);
}

/* A record of @kind with one field, its id. */
static char *
add (TlReview   *review,
     const char *kind,
     const char *field,
     const char *value)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  char *id = tl_edit_add (edit, kind, NULL, &error);

  g_assert_true (tl_edit_set (edit, id, field, value, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static char *
add_person (TlReview   *review,
            const char *kind,
            const char *label,
            const char *name)
{
  char *id = add (review, kind, "label", label);
  g_autofree char *identity = add (review, "identity", "name", name);

  set_field (review, identity, "subject", id);
  return id;
}

static void
release_text (TlReview   *review,
              const char *id,
              const char *field,
              TlTier      tier)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_true (tl_edit_release (edit, id, field, tier, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

/* The statement of the only factor, as it leaves. */
static char *
dup_statement (TlReview   *review,
               TlTier      tier)
{
  g_autofree char *output = dup_export (review, tier);
  const char *start = strstr (output, "<statement>");
  const char *end = start != NULL ? strstr (start, "</statement>") : NULL;

  return end != NULL ? g_strndup (start + strlen ("<statement>"), (gsize) (end - start) - strlen ("<statement>"))
                     : NULL;
}

static void
a_label_stands_in_the_place_of_a_name (void)
{
  static const char *const cases[][2] = {
    { "Jory Wrelling was not asked", "Child A was not asked" },
    { "JORY’s room, J.W. and the Hesks", "Child A’s room, Child A and the Worker" },
    { "Mr Hesk told Jory", "Worker told Child A" },
    { "nobody asked", "nobody asked" },
    { "seen at St Anne’s by LR-0417", "seen at Agency 1 by [number]" },
    { "Someone Nameless rang", "[name] rang" },
  };
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *child = add_person (review, "child", "Child A", "Jory Wrelling");
  g_autofree char *worker = add_person (review, "role", "Worker", "Callum Hesk");
  g_autofree char *school = add_person (review, "agency", "St Anne’s", "St Anne’s");
  g_autofree char *nameless = add (review, "identity", "name", "Someone Nameless");
  g_autofree char *reviewer = add (review, "reviewer", "number", "LR-0417");
  g_autofree char *factor = add_factor (review, "x");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_field (review, factor, "statement", cases[i][0]);
      release_text (review, factor, "statement", TL_TIER_PUBLIC);
      g_autofree char *board = dup_statement (review, TL_TIER_BOARD);
      g_autofree char *public = dup_statement (review, TL_TIER_PUBLIC);
      g_autofree char *learning = dup_statement (review, TL_TIER_LEARNING);

      g_assert_cmpstr (board, ==, cases[i][1]);
      g_assert_cmpstr (public, ==, cases[i][1]);
      g_assert_cmpstr (learning, ==, strcmp (cases[i][0], cases[i][1]) == 0 ? cases[i][0] : NULL);
    }
}

/* A record for the library stays on the safe side. */
static void
a_name_that_is_a_word_is_one_where_it_is_written_so (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *father = add_person (review, "role", "Father", "Will Young");
  g_autofree char *factor = add_factor (review, "The board will hear of young parents");

  release_text (review, factor, "statement", TL_TIER_PUBLIC);
  g_autofree char *board = dup_statement (review, TL_TIER_BOARD);
  g_autofree char *learning = dup_statement (review, TL_TIER_LEARNING);
  g_autofree char *public = dup_statement (review, TL_TIER_PUBLIC);

  g_assert_cmpstr (board, ==, "The board will hear of young parents");
  g_assert_cmpstr (learning, ==, NULL);
  g_assert_cmpstr (public, ==, NULL);

  set_field (review, factor, "statement", "WILL will ask young Will’s uncle, Mr Young");
  g_autofree char *written = dup_statement (review, TL_TIER_BOARD);
  g_assert_cmpstr (written, ==, "Father will ask young Father’s uncle, Father");
}

/* A name that several have, and a label that gives one away. */
static void
a_shared_name_stands_for_all_who_have_it (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *child = add_person (review, "child", "Child A", "Jory Wrelling");
  g_autofree char *mother = add_person (review, "role", "Mrs Wrelling", "Dana Wrelling");
  g_autofree char *factor = add_factor (review, "the Wrellings were moved, Dana too");
  g_autofree char *first = dup_statement (review, TL_TIER_BOARD);

  if (g_str_has_prefix (first, "the Role"))
    g_assert_cmpstr (first, ==, "the Role 1/Child A were moved, Role 1 too");
  else
    g_assert_cmpstr (first, ==, "the Child A/Role 1 were moved, Role 1 too");

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *label = g_strdup_printf ("Uncle %u", i);
      g_autofree char *name = g_strdup_printf ("%c. Wrelling", 'B' + i);

      g_free (add_person (review, "role", label, name));
    }
  g_autofree char *many = dup_statement (review, TL_TIER_BOARD);
  g_assert_nonnull (strstr (many, "the [shared name] were moved, Role "));
}

static void
the_board_is_named_to_itself_only (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  const char *id = tl_record_get_id (tl_review_get_subject (review));
  g_autofree char *factor = add_factor (review, "Fenhallow asked for SCR/2011/04");

  set_field (review, id, "board", "Fenhallow Safeguarding Board");
  set_field (review, id, "reference", "SCR/2011/04");
  release_text (review, factor, "statement", TL_TIER_PUBLIC);

  g_autofree char *board = dup_statement (review, TL_TIER_BOARD);
  g_autofree char *public = dup_statement (review, TL_TIER_PUBLIC);
  g_autofree char *output = dup_export (review, TL_TIER_PUBLIC);
  const char *pseudonym = tl_record_get_text (tl_review_get_subject (review), "board_pseudonym");

  g_assert_cmpstr (board, ==, "Fenhallow asked for SCR/2011/04");
  g_assert_cmpstr (public, ==, "the board asked for [reference]");

  /* Half of a place's name is a word like others. */
  g_autofree char *reviewer = add (review, "reviewer", "boards", "Low Fenhallow Safeguarding Board");
  set_field (review, factor, "statement", "She was in a low mood");
  release_text (review, factor, "statement", TL_TIER_PUBLIC);
  g_autofree char *mood = dup_statement (review, TL_TIER_PUBLIC);
  g_assert_cmpstr (mood, ==, "She was in a low mood");
  g_assert_null (strstr (output, pseudonym));
}

/* What is published and what the library has do not share an id. */
static void
the_public_and_the_library_know_different_pseudonyms (void)
{
  g_autofree char *path = temporary ("pseudonyms.throughline");
  g_autoptr (GPtrArray) planted = tl_generate_review (path, 5, 3);
  g_autoptr (TlReview) review = open_review (path, TL_REVIEW_OPEN_READ_ONLY);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlExport) learning = tl_export_new (review, TL_TIER_LEARNING, TL_EXPORT_DEFAULT, &error);
  g_autofree char *public = dup_export (review, TL_TIER_PUBLIC);
  g_autofree char *again = dup_export (review, TL_TIER_PUBLIC);

  g_assert_cmpuint (learning->records->len, >, 20);
  for (guint i = 0; i < learning->records->len; i++)
    g_assert_null (strstr (public, ((TlPlainRecord *) learning->records->pdata[i])->id));
  g_assert_cmpstr (public, ==, again);
}

/* Whether one edit of a copy goes through, and what is said if not. */
static gboolean
try_edit (TlReview    *copy,
          const char  *kind,
          const char  *id,
          const char  *field,
          const char  *value,
          GError     **error)
{
  TlEdit *edit = tl_edit_begin (copy, NULL, error);
  g_autofree char *added = id == NULL ? tl_edit_add (edit, kind, NULL, error) : g_strdup (id);
  gboolean done = added != NULL && (field == NULL ? tl_edit_remove (edit, added, error)
                                                  : tl_edit_set (edit, added, field, value, error));

  if (done && id == NULL && strcmp (kind, "action") == 0)
    {
      TlRecordList *responses = tl_review_get_list (copy, "response");
      done = tl_edit_set (edit, added, "response", tl_record_get_id (tl_record_list_get (responses, 0)), error);
    }

  g_autofree char *change = tl_edit_finish (edit, done, error);
  return change != NULL;
}

static void
in_a_copy_only_the_board_answers (void)
{
  g_autofree char *path = temporary ("of.throughline");
  g_autofree char *copy_path = temporary ("for-the-board.throughline");
  g_autoptr (GPtrArray) planted = tl_generate_review (path, 21, 3);
  g_autoptr (TlReview) review = open_review (path, TL_REVIEW_OPEN_READ_ONLY);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_board_copy_write (review, copy_path, NULL, NULL, &error));
  g_assert_false (tl_board_copy_write (review, copy_path, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_clear_error (&error);

  g_autoptr (TlReview) copy = open_review (copy_path, TL_REVIEW_OPEN_DEFAULT);
  const char *factor = tl_record_get_id (tl_record_list_get (tl_review_get_list (copy, "factor"), 0));
  const char *response = tl_record_get_id (tl_record_list_get (tl_review_get_list (copy, "response"), 0));

  g_assert_nonnull (tl_review_lookup (review, factor));
  g_assert_true (tl_review_get_read_only (copy));
  g_assert_true (tl_review_can_change (copy, NULL));
  g_assert_true (try_edit (copy, NULL, response, "reasons", "We agree.", &error));
  g_assert_true (try_edit (copy, "action", NULL, "text", "Ring back the same day.", &error));
  g_assert_no_error (error);

  g_assert_false (try_edit (copy, NULL, factor, "statement", "Otherwise", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "no factor can be"));
  g_clear_error (&error);
  g_assert_false (try_edit (copy, NULL, factor, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (try_edit (copy, "question", NULL, "text", "And now?", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_true (tl_review_undo (copy, NULL, NULL, &error));
  g_assert_true (tl_review_undo (copy, NULL, NULL, &error));
  g_assert_false (tl_review_undo (copy, NULL, NULL, &error));
  g_clear_error (&error);

  g_assert_null (tl_export_new (copy, TL_TIER_LEARNING, TL_EXPORT_DEFAULT, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
}

/* Neither a copy of a copy nor what is saved of a damaged one becomes a review. */
static void
a_copy_stays_one (void)
{
  g_autofree char *path = temporary ("review.throughline");
  g_autofree char *copy_path = temporary ("copy-1.throughline");
  g_autofree char *again_path = temporary ("copy-2.throughline");
  g_autofree char *saved_path = temporary ("saved.throughline");
  g_autoptr (GPtrArray) planted = tl_generate_review (path, 22, 1);
  g_autoptr (TlReview) review = open_review (path, TL_REVIEW_OPEN_READ_ONLY);
  g_autoptr (GError) error = NULL;
  guint n_saved, n_lost;

  tl_board_copy_write (review, copy_path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (TlReview) copy = open_review (copy_path, TL_REVIEW_OPEN_DEFAULT);
  tl_board_copy_write (copy, again_path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_review_forget (copy, &error));
  g_assert_true (tl_review_salvage (copy_path, saved_path, &n_saved, &n_lost, &error));
  g_assert_no_error (error);

  g_autoptr (TlReview) again = open_review (again_path, TL_REVIEW_OPEN_READ_ONLY);
  g_autoptr (TlReview) saved = open_review (saved_path, TL_REVIEW_OPEN_READ_ONLY);
  g_autoptr (TlReview) reopened = open_review (copy_path, TL_REVIEW_OPEN_READ_ONLY);

  g_assert_cmpint (tl_review_get_tier (review), ==, TL_TIER_TRANSFER);
  g_assert_cmpint (tl_review_get_tier (again), ==, TL_TIER_BOARD);
  g_assert_cmpint (tl_review_get_tier (saved), ==, TL_TIER_BOARD);
  g_assert_cmpint (tl_review_get_tier (reopened), ==, TL_TIER_BOARD);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tiers/a-label-stands-in-the-place-of-a-name", a_label_stands_in_the_place_of_a_name);
  g_test_add_func ("/tiers/a-name-that-is-a-word-is-one-where-it-is-written-so",
                   a_name_that_is_a_word_is_one_where_it_is_written_so);
  g_test_add_func ("/tiers/a-shared-name-stands-for-all-who-have-it", a_shared_name_stands_for_all_who_have_it);
  g_test_add_func ("/tiers/the-board-is-named-to-itself-only", the_board_is_named_to_itself_only);
  g_test_add_func ("/tiers/the-public-and-the-library-know-different-pseudonyms",
                   the_public_and_the_library_know_different_pseudonyms);
  g_test_add_func ("/tiers/in-a-copy-only-the-board-answers", in_a_copy_only_the_board_answers);
  g_test_add_func ("/tiers/a-copy-stays-one", a_copy_stays_one);
  g_test_add_func ("/tiers/nothing-leaks-in-any-tier", nothing_leaks_in_any_tier);
  return g_test_run ();
}
