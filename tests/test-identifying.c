/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By what somebody could be found out in a text that leaves, and what a person decides about it. How much of it is
 * found is told by bench/identifying. */
#include "config.h"

#include "model/exchange/tl-identifying.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/case/tl-kept-passage.h"
#include "model/exchange/tl-export.h"
#include "model/review/tl-history.h"
#include "model/review/tl-release.h"
#include "model/words/tl-identify.h"
#include "tests/review-case.h"

static GPtrArray *
collect (TlReview *review,
         TlTier    tier)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = tl_identifying_collect (review, tier, NULL, &error);

  g_assert_no_error (error);
  return found;
}

/* The passages as "what:words", one after the other. */
static char *
describe (GPtrArray *found)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const TlIdentifying *one = g_ptr_array_index (found, i);

      g_string_append_printf (out, "%s%s:%s", i > 0 ? "|" : "", one->what, one->passage);
    }
  return g_string_free (out, FALSE);
}

static void
assert_found (TlReview   *review,
              TlTier      tier,
              const char *expected)
{
  g_autoptr (GPtrArray) found = collect (review, tier);
  g_autofree char *actual = describe (found);

  g_assert_cmpstr (actual, ==, expected);
}

static void
release (TlReview   *review,
         const char *id,
         TlTier      tier)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_true (tl_edit_release (edit, id, "statement", tier, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
add_fact (TlReview   *review,
          const char *fact)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *id = tl_edit_add (edit, "public_fact", NULL, &error);

  g_assert_true (tl_edit_set (edit, id, "text", fact, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
what_is_looked_for_widens_with_the_circle (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *factor = add_factor (review, "Aged three, he went to Hollin High School with Mrs Pilling");

  assert_found (review, TL_TIER_BOARD, "school:Hollin High School|name:Mrs Pilling");
  assert_found (review, TL_TIER_LEARNING, "");
  release (review, factor, TL_TIER_LEARNING);
  assert_found (review, TL_TIER_LEARNING, "age:Aged three|school:Hollin High School|name:Mrs Pilling");
  assert_found (review, TL_TIER_PUBLIC, "");
  release (review, factor, TL_TIER_PUBLIC);
  assert_found (review, TL_TIER_PUBLIC, "age:Aged three|school:Hollin High School|name:Mrs Pilling");
  set_field (review, factor, "statement", "Aged four, he was at home");
  assert_found (review, TL_TIER_PUBLIC, "");
}

static void
places_are_counted_in_characters (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *factor = add_factor (review, "“Naïve” 🌱 staff of Hollin High School rang");
  g_autoptr (GPtrArray) found = collect (review, TL_TIER_BOARD);
  const TlIdentifying *one = g_ptr_array_index (found, 0);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (one->start, ==, 19);
  g_assert_cmpuint (one->end, ==, 37);
  g_assert_cmpstr (one->passage, ==, "Hollin High School");
  g_assert_cmpstr (one->before, ==, "“Naïve” 🌱 staff of ");
  g_assert_cmpstr (one->after, ==, " rang");
  g_assert_cmpstr (one->record, ==, factor);
}

static void
a_known_name_needs_no_decision (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *factor = add_factor (review, "Mrs Bridget Wrelling, Bridget and Emily");
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *role = tl_edit_add (edit, "role", NULL, &error);
  g_autofree char *identity = tl_edit_add (edit, "identity", NULL, &error);

  g_assert_true (tl_edit_set (edit, role, "label", "Aunt", &error)
                 && tl_edit_set (edit, identity, "name", "Bridget Wrelling", &error)
                 && tl_edit_set (edit, identity, "subject", role, &error));
  g_free (tl_edit_commit (edit, &error));
  release (review, factor, TL_TIER_PUBLIC);

  g_autoptr (GPtrArray) public = collect (review, TL_TIER_PUBLIC);
  g_autoptr (GPtrArray) learning = collect (review, TL_TIER_LEARNING);

  assert_found (review, TL_TIER_PUBLIC, "name:Mrs Bridget Wrelling|name:Bridget|name:Emily");
  g_assert_cmpuint (tl_identifying_count_open (public), ==, 1);
  g_assert_cmpstr (((TlIdentifying *) public->pdata[0])->stands_in, ==, "Aunt");
  g_assert_true (((TlIdentifying *) learning->pdata[0])->stays);
  g_assert_null (((TlIdentifying *) public->pdata[2])->stands_in);
}

static void
what_is_publicly_remembered_is_found_again (void)
{
  static const struct {
    const char *fact;
    const char *text;
    const char *expected;
  } cases[] = {
    { "found by a postman in the snow", "A postman had found them in snow.", "postman had found them in snow" },
    { "found by a postman in the snow", "The postman was late. Nobody found the letter.", NULL },
    { "Operation Larch", "In operation Larch the police had the file.", "operation Larch" },
    { "Operation Larch", "The operation went well.", NULL },
    { "a caravan site beside the A17", "They lived on a caravan site near A17.", "caravan site near A17" },
    { "caravan", "The caravans were cold.", "caravans" },
    { "", "Nothing.", NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlIdentify) identify = tl_identify_load (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans = tl_identify_find_fact (identify, cases[i].text, cases[i].fact);
      const TlIdentifySpan *span = spans->len > 0 ? &g_array_index (spans, TlIdentifySpan, 0) : NULL;
      g_autofree char *words = span != NULL ? g_utf8_substring (cases[i].text, span->start, span->end) : NULL;

      g_assert_cmpuint (spans->len, ==, cases[i].expected != NULL);
      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

static void
a_passage_is_kept_as_long_as_the_text_stands (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *factor = add_factor (review, "The twins were at Hollin High School");
  g_autoptr (GError) error = NULL;

  release (review, factor, TL_TIER_PUBLIC);
  g_assert_true (tl_kept_passage_keep (review, factor, "statement", "twins", TL_TIER_LEARNING, "that is the point",
                                       &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) learning = collect (review, TL_TIER_LEARNING);
  g_autoptr (GPtrArray) public = collect (review, TL_TIER_PUBLIC);
  const TlIdentifying *twins = learning->pdata[0];

  g_assert_true (twins->decided);
  g_assert_cmpstr (twins->kept, ==, "that is the point");
  g_assert_cmpuint (tl_identifying_count_open (learning), ==, 1);
  g_assert_cmpuint (tl_identifying_count_open (public), ==, 2);

  set_field (review, factor, "statement", "The twins were there");
  release (review, factor, TL_TIER_LEARNING);
  g_autoptr (GPtrArray) changed = collect (review, TL_TIER_LEARNING);
  g_assert_cmpuint (tl_identifying_count_open (changed), ==, 1);

  g_assert_false (tl_kept_passage_keep (review, factor, "statement", "Hollin", TL_TIER_PUBLIC, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
}

static void
to_say_it_otherwise_is_one_step (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *factor = add_factor (review, "The twins, aged three, were seen at Hollin High School");
  int index = tl_kind_find_field_index (tl_kind_lookup ("factor"), "statement");
  g_autoptr (GError) error = NULL;
  TlRecord *record = tl_review_lookup (review, factor);

  release (review, factor, TL_TIER_PUBLIC);
  g_assert_true (tl_kept_passage_keep (review, factor, "statement", "twins", TL_TIER_PUBLIC, NULL, &error));
  g_assert_true (tl_kept_passage_generalise (review, factor, "statement", 36, "Hollin High School", "the school",
                                             &error));
  g_assert_cmpstr (tl_record_get_text (record, "statement"), ==, "The twins, aged three, were seen at the school");
  g_assert_true (tl_kept_passage_generalise (review, factor, "statement", 11, "aged three, ", "", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tl_record_get_text (record, "statement"), ==, "The twins, were seen at the school");
  g_assert_cmpint (tl_review_get_release (review, record, (guint) index), ==, TL_TIER_PUBLIC);

  g_autoptr (GPtrArray) found = collect (review, TL_TIER_PUBLIC);
  g_assert_cmpuint (tl_identifying_count_open (found), ==, 0);

  g_assert_false (tl_kept_passage_generalise (review, factor, "statement", 3, "twins", "children", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (record, "statement"), ==, "The twins, aged three, were seen at the school");
}

static void
facts_and_decisions_leave_in_no_tier (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *factor = add_factor (review, "The twins were seen");
  g_autoptr (GError) error = NULL;

  add_fact (review, "Operation Larch");
  g_assert_true (tl_kept_passage_keep (review, factor, "statement", "twins", TL_TIER_PUBLIC, "because", &error));
  for (TlTier tier = TL_TIER_TRANSFER; tier <= TL_TIER_PUBLIC; tier++)
    {
      g_autoptr (TlExport) export = tl_export_new (review, tier, TL_EXPORT_DEFAULT, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < export->records->len; i++)
        {
          const char *kind = ((TlPlainRecord *) export->records->pdata[i])->kind->name;

          g_assert_cmpstr (kind, !=, "public_fact");
          g_assert_true (tier == TL_TIER_TRANSFER || strcmp (kind, "kept_passage") != 0);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/identifying/what-is-looked-for-widens-with-the-circle", what_is_looked_for_widens_with_the_circle);
  g_test_add_func ("/identifying/places-are-counted-in-characters", places_are_counted_in_characters);
  g_test_add_func ("/identifying/a-known-name-needs-no-decision", a_known_name_needs_no_decision);
  g_test_add_func ("/identifying/what-is-publicly-remembered-is-found-again",
                   what_is_publicly_remembered_is_found_again);
  g_test_add_func ("/identifying/a-passage-is-kept-as-long-as-the-text-stands",
                   a_passage_is_kept_as_long_as_the_text_stands);
  g_test_add_func ("/identifying/to-say-it-otherwise-is-one-step", to_say_it_otherwise_is_one_step);
  g_test_add_func ("/identifying/facts-and-decisions-leave-in-no-tier", facts_and_decisions_leave_in_no_tier);
  return g_test_run ();
}
