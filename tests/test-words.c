/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hindsight guard: what it marks, what it leaves alone, and where. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/words/tl-own-words.h"
#include "tests/words-case.h"

#include <glib/gstdio.h>
#include <string.h>

#define LIST                                                                                                         \
  "[list]\nid=local\ntitle=Ours\ndescription=What we avoid here.\n"                                                  \
  "[heads]\nexpressions=heads must roll;roll ~ over\nexceptions=heads must roll on\n"                                \
  "explanation=Said in anger.\nquestion=What would change?\n"

static void
the_groups_ship_with_their_expressions (void)
{
  static const char *const keys[] = { "blame", "counterfactual", "mechanistic", "normative" };
  guint n_expressions = 0;

  g_assert_cmpuint (tl_words_get_n_groups (get_words ()), ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const TlWordGroup *group = tl_words_get_group (get_words (), i);

      g_assert_cmpstr (group->key, ==, keys[i]);
      n_expressions += group->n_expressions;
    }
  g_assert_cmpuint (n_expressions, >=, 45);
}

static void
each_group_is_found (void)
{
  assert_found ("The worker should have visited.", "counterfactual:should have@1:12");
  assert_found ("They failed to share it.", "counterfactual:failed to@1:6");
  assert_found ("If only she had asked; this was a missed opportunity.",
                "counterfactual:If only@1:1|counterfactual:missed opportunity@1:35");
  assert_found ("It was inappropriate and sloppily done.", "normative:inappropriate@1:8|normative:sloppily@1:26");
  assert_found ("The case was mismanaged.", "normative:mismanaged@1:14");
  assert_found ("Human error and non-compliance.", "mechanistic:Human error@1:1|mechanistic:non-compliance@1:17");
  assert_found ("There was a breakdown in communication.", "mechanistic:breakdown in@1:13");
}

static void
inflections_are_found (void)
{
  static const char *const texts[] = {
    "she fails to ask", "failing to ask", "a failure to ask", "shouldn't have", "shouldn’t have", "SHOULD HAVE",
    "should've", "could have acted", "they neglected to", "they omitted to ask", "missed opportunities",
    "it was ignored",
    "negligently", "procedures were not followed", "a catalogue of errors", "with the benefit of hindsight",
    "ought to have", "slipped through the net", "to blame", "careless", "root causes",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) hits = tl_words_find (get_words (), texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (hits->len, ==, 1);
    }
}

static void
only_whole_words_count (void)
{
  assert_found ("The shoulder haven poorhouse refailed together; a carelessnesses.", "");
  assert_found ("A repoorly-made thing", "");
  assert_found ("Nothing to see here.", "");
  assert_found ("", "");
}

static void
an_expression_does_not_reach_over_a_sentence_or_a_paragraph (void)
{
  assert_found ("As they should. Have they asked?", "");
  assert_found ("as they should, have", "");
  assert_found ("as they should\n\nhave", "");
  assert_found ("as they should \n  have", "counterfactual:should \n  have@1:9");
}

static void
adverbs_may_stand_between (void)
{
  assert_found ("It should really have been done.", "counterfactual:should really have@1:4");
  assert_found ("It should perhaps also have been done.", "counterfactual:should perhaps also have@1:4");
  assert_found ("Should the parents have a say?", "");
  assert_found ("It should not, of course, have been.", "counterfactual:should not, of course, have@1:4");
}

static void
exceptions_are_left_alone (void)
{
  assert_found ("She could not have known.", "");
  assert_found ("Baby B was admitted with failure to thrive.", "");
  assert_found ("After the placement breakdown and poor housing.", "");
  assert_found ("Poor housing and poor recording.", "normative:poor@1:18");
  assert_found ("They did not know, and did not visit.", "counterfactual:did not@1:24");
}

/* Whether the expression begins before the exception or the exception before it. */
static void
an_exception_counts_wherever_it_begins (void)
{
  assert_found ("The nurse did not know.", "");
  assert_found ("The nurse did not ring.", "counterfactual:did not@1:11");
  assert_found ("The boy was ignored by other pupils.", "");
}

static void
a_few_words_may_stand_between (void)
{
  assert_found ("It slipped through every single net.", "mechanistic:slipped through every single net@1:4");
  assert_found ("It slipped through. The net held.", "");
  assert_found ("It slipped through one and two and three and four nets, net.", "");
}

static void
contractions_typed_in_haste_are_understood (void)
{
  assert_found ("The nurse didnt ring and shouldve.", "counterfactual:didnt@1:11|counterfactual:shouldve@1:26");
}

/* Wherever a text is changed, looking around the change finds there what looking through the text finds. */
static void
looking_around_a_change_finds_the_same (void)
{
  static const char *const text
      = "Dr. Lim should have asked; “nobody should have” did. The nurse failed to ring, e.g. on Monday, and the file "
        "was lost. Was it poor? Had the letter come, would the visit have been missed? The team "
        "should, of course, have "
        "asked. Éva said they should have rung. She was wrong to wait.";
  g_autoptr (GPtrArray) all = tl_words_find (get_words (), text);
  guint length = (guint) g_utf8_strlen (text, -1);

  g_assert_cmpuint (all->len, >=, 3);
  for (guint i = 0; i <= length; i++)
    {
      guint first, after, n_inside = 0;
      g_autoptr (GPtrArray) hits = tl_words_find_around (get_words (), text, i, MIN (i + 1, length), &first, &after);

      g_assert_true (first <= i && after >= MIN (i + 1, length) && after - first < length);
      for (guint j = 0; j < all->len; j++)
        {
          const TlWordHit *hit = g_ptr_array_index (all, j);

          if (hit->start < first || hit->start >= after)
            continue;
          g_assert_cmpuint (n_inside, <, hits->len);

          const TlWordHit *found = g_ptr_array_index (hits, n_inside++);

          g_assert_cmpuint (found->start, ==, hit->start);
          g_assert_cmpstr (found->text, ==, hit->text);
          g_assert_cmpstr (found->group, ==, hit->group);
        }
      g_assert_cmpuint (hits->len, ==, n_inside);
    }
}

static void
quoted_lines_are_left_alone (void)
{
  assert_found ("> They should have come.\nThey should have come.", "counterfactual:should have@2:6");
  assert_found ("It was > shoddy", "normative:shoddy@1:10");
}

static void
the_longest_expression_counts_once (void)
{
  assert_found ("They didn't bother to ring.", "counterfactual:didn't bother to@1:6");
  assert_found ("They failed to comply.", "mechanistic:failed to comply@1:6");
}

static void
quotations_are_left_alone (void)
{
  assert_found ("He said \"they should have come\".", "");
  assert_found ("He said “they should have come”.", "");
  assert_found ("He said ‘they should have come’.", "");
  assert_found ("He said 'they should have come'.", "");
  assert_found ("He said «they should have come».", "");
  assert_found ("He said 'they don't listen, they should have come', and left.", "");
  assert_found ("She said ‘you shouldn’t have’ and 'if only' and should have left.", "counterfactual:should have@1:49");
  assert_found ("“One.” It was lax. “Two was lax.”", "normative:lax@1:15");
}

static void
quotations_stand_in_quotations (void)
{
  assert_found ("“He said ‘they should have come’ and it was lax.” It was lax.", "normative:lax@1:58");
  assert_found ("‘He said “they should have come” and it was lax.’ It was lax.", "normative:lax@1:58");
  assert_found ("“He said “they should have come” and it was lax.” It was lax.", "normative:lax@1:58");
  assert_found ("“One that never ends. It was lax. “Lax,” she said. It was lax.",
                "normative:lax@1:30|normative:lax@1:59");
}

static void
an_apostrophe_does_not_end_a_quotation_that_ends_later (void)
{
  assert_found ("‘The parents’ letter should have been read.’ It was lax.", "normative:lax@1:53");
  assert_found ("'The parents' letter should have been read.' It was lax.", "normative:lax@1:53");
  assert_found ("His ‘views’ should have been heard, and ‘not now’ was lax.",
                "counterfactual:should have@1:13|normative:lax@1:55");
  assert_found ("The '90s team should have read the parents' letter.", "counterfactual:should have@1:15");
  assert_found ("The ‘90s team should have read the parents’ letter.", "counterfactual:should have@1:15");
}

static void
apostrophes_do_not_quote (void)
{
  assert_found ("The parents' view should have counted in the workers' eyes.", "counterfactual:should have@1:19");
  assert_found ("The parents’ view should have counted in the workers’ eyes.", "counterfactual:should have@1:19");
  assert_found ("It's what the team didn't see, isn't it?", "counterfactual:didn't@1:20");
}

static void
a_mark_without_its_partner_quotes_nothing (void)
{
  assert_found ("A “quotation that never ends. It was slapdash.", "normative:slapdash@1:38");
  assert_found ("A \"quotation that never ends. It was slapdash.", "normative:slapdash@1:38");
  assert_found ("A “quotation\n\nof two paragraphs. It was lax.”", "normative:lax@3:27");
  assert_found ("He was 6'2\" tall and lax, 5\" more.", "normative:lax@1:22");
}

static void
places_are_counted_in_characters_and_lines (void)
{
  assert_found ("Éva — naïve?\n\nÄh 😀 lax.\nUnd “a\nb”\n lax",
                "normative:naïve@1:7|normative:lax@3:6|normative:lax@6:2");
  /* The same letter typed as letter and accent. */
  assert_found ("nai\xcc\x88ve", "normative:nai\xcc\x88ve@1:1");
  assert_found ("lax", "normative:lax@1:1");
}

static void
a_long_text_takes_no_longer_than_its_length (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "“a ‘b 'c should not ");
  g_string_append (text, "have");

  g_autoptr (GPtrArray) hits = tl_words_find (get_words (), text->str);

  g_assert_cmpuint (hits->len, ==, 1);
}

static void
a_list_of_one_s_own_adds_to_those_that_ship (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "throughline", "words", NULL);
  g_autofree char *path = g_build_filename (folder, "local.ini", NULL);
  g_autofree char *bad_path = g_build_filename (folder, "bad.ini", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, LIST, -1, NULL));
  g_assert_true (g_file_set_contents (bad_path, "[list]\nid=bad\n", -1, NULL));

  GPtrArray *problems;
  g_autoptr (TlWords) loaded = tl_words_load (&problems);
  g_autofree char *found = find_in (loaded, "Heads must roll. It was lax. Heads must roll on. They roll right over.");

  g_assert_cmpuint (tl_words_get_n_groups (loaded), ==, 5);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (((GError *) g_ptr_array_index (problems, 0))->message, "bad.ini"));
  g_assert_cmpstr (found, ==, "local:Heads must roll@1:1|normative:lax@1:25");
  g_ptr_array_unref (problems);
}

static void
own_words_are_kept_and_count (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "throughline", "words", "own.ini", NULL);
  g_autoptr (GPtrArray) none = tl_own_words_load (NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_ptr_array_add (none, tl_own_word_new ("heads; must ~ roll", "blame", "What would change?"));
  g_ptr_array_add (none, tl_own_word_new ("failed to", NULL, NULL));
  g_assert_true (tl_own_words_save (none, NULL));

  g_autoptr (GPtrArray) words = tl_own_words_load (NULL);
  g_autoptr (TlWords) loaded = tl_words_load (NULL);
  g_autofree char *found = find_in (loaded, "Heads must surely roll. They failed to ask. They failed to comply.");

  g_assert_cmpuint (words->len, ==, 2);
  g_assert_cmpstr (((TlOwnWord *) words->pdata[0])->words, ==, "heads; must ~ roll");
  g_assert_null (((TlOwnWord *) words->pdata[1])->group);
  g_assert_cmpstr (found, ==, "blame:Heads must surely roll@1:1|mechanistic:failed to comply@1:50");

  g_ptr_array_add (words, tl_own_word_new ("~", "blame", "Why?"));

  g_autoptr (GError) error = NULL;

  g_assert_false (tl_own_words_save (words, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_clear_error (&error);

  /* A file that somebody broke is refused with its place, and stays as it is. */
  g_assert_true (g_file_set_contents (path, "[list]\nid=own\n", -1, NULL));
  g_assert_null (tl_own_words_load (&error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "own.ini"));
}

static void
a_list_that_is_wrong_is_refused_and_adds_nothing (void)
{
  static const struct {
    const char *text, *message;
  } lists[] = {
    { "", "“id”" },
    { "nonsense", "not a list of words" },
    { "[list]\nid=A b\ntitle=T\ndescription=D\n", "not an id" },
    { "[list]\nid=a\ntitle=T\n", "“description”" },
    { "[list]\nid=a\ntitle=T\ndescription=D\ncolour=red\n", "“colour”" },
    { LIST "[b]\nexplanation=E\nquestion=Q?\n", "no expressions in [b]" },
    { LIST "[b]\nexpressions=x\nquestion=Q?\n", "“explanation” in [b]" },
    { LIST "[b]\nexpressions=x\nexplanation=E\n", "“question” in [b]" },
    { LIST "[b]\nexpressions=x;~ y\nexplanation=E\nquestion=Q?\n", "“~ y”" },
    { LIST "[b]\nexpressions=x ~ ~ y\nexplanation=E\nquestion=Q?\n", "“x ~ ~ y”" },
    { LIST "[b]\nexpressions=x … ~ y\nexplanation=E\nquestion=Q?\n", "“x … ~ y”" },
    { LIST "[b]\nexpressions=.\nexplanation=E\nquestion=Q?\n", "“.”" },
    { LIST "[b]\nexpressions=. < x\nexplanation=E\nquestion=Q?\n", "“. < x”" },
    { LIST "[b]\nexpressions=x ~\nexplanation=E\nquestion=Q?\n", "“x ~”" },
    { LIST "[b]\nexpressions=...\nexplanation=E\nquestion=Q?\n", "“...”" },
    { LIST "[b]\nexpressions=a b c d e f g h i j k l m\nexplanation=E\nquestion=Q?\n", "can’t be looked for" },
    { LIST "[b]\nexpressions=< x\nexplanation=E\nquestion=Q?\n", "“< x”" },
    { LIST "[b]\nexpressions=x < ~ y\nexplanation=E\nquestion=Q?\n", "“x < ~ y”" },
    { LIST "[b]\nexpressions=x . y\nexplanation=E\nquestion=Q?\n", "“x . y”" },
    { LIST "[b]\nexpressions=x *\nexplanation=E\nquestion=Q?\n", "“x *”" },
    { "[classes]\nworker=* mr\n", "“* mr”" },
    { "[classes]\nworker=@family\n", "“@family”" },
    { LIST "[b]\nexpressions=x\nexplanation=\xff\nquestion=Q?\n", "“explanation”" },
    { LIST "[b]\nexpressions=x\nexplanation=E\nquestion=Q?\nregex=.*\n", "“regex”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (TlWords) list = tl_words_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (lists[i].text, strlen (lists[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_words_add (list, bytes, "my.ini", &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "my.ini"));
      g_assert_nonnull (strstr (error->message, lists[i].message));
      g_assert_cmpuint (tl_words_get_n_groups (list), ==, 0);

      g_autofree char *found = find_in (list, "heads must roll");

      g_assert_cmpstr (found, ==, "");
    }
}

static void
a_list_that_is_too_large_is_refused (void)
{
  g_autofree char *text = g_strnfill (TL_WORDS_MAX_BYTES + 1, '\n');
  g_autoptr (GBytes) bytes = g_bytes_new (text, TL_WORDS_MAX_BYTES + 1);
  g_autoptr (TlWords) list = tl_words_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_words_add (list, bytes, "my.ini", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_TOO_LARGE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/words/the-groups-ship-with-their-expressions", the_groups_ship_with_their_expressions);
  g_test_add_func ("/words/each-group-is-found", each_group_is_found);
  g_test_add_func ("/words/inflections-are-found", inflections_are_found);
  g_test_add_func ("/words/only-whole-words-count", only_whole_words_count);
  g_test_add_func ("/words/an-expression-does-not-reach-over-a-sentence-or-a-paragraph",
                   an_expression_does_not_reach_over_a_sentence_or_a_paragraph);
  g_test_add_func ("/words/adverbs-may-stand-between", adverbs_may_stand_between);
  g_test_add_func ("/words/exceptions-are-left-alone", exceptions_are_left_alone);
  g_test_add_func ("/words/contractions-typed-in-haste-are-understood", contractions_typed_in_haste_are_understood);
  g_test_add_func ("/words/looking-around-a-change-finds-the-same", looking_around_a_change_finds_the_same);
  g_test_add_func ("/words/own-words-are-kept-and-count", own_words_are_kept_and_count);
  g_test_add_func ("/words/the-longest-expression-counts-once", the_longest_expression_counts_once);
  g_test_add_func ("/words/an-exception-counts-wherever-it-begins", an_exception_counts_wherever_it_begins);
  g_test_add_func ("/words/a-few-words-may-stand-between", a_few_words_may_stand_between);
  g_test_add_func ("/words/quoted-lines-are-left-alone", quoted_lines_are_left_alone);
  g_test_add_func ("/words/quotations-are-left-alone", quotations_are_left_alone);
  g_test_add_func ("/words/quotations-stand-in-quotations", quotations_stand_in_quotations);
  g_test_add_func ("/words/an-apostrophe-does-not-end-a-quotation-that-ends-later",
                   an_apostrophe_does_not_end_a_quotation_that_ends_later);
  g_test_add_func ("/words/apostrophes-do-not-quote", apostrophes_do_not_quote);
  g_test_add_func ("/words/a-mark-without-its-partner-quotes-nothing", a_mark_without_its_partner_quotes_nothing);
  g_test_add_func ("/words/places-are-counted-in-characters-and-lines", places_are_counted_in_characters_and_lines);
  g_test_add_func ("/words/a-long-text-takes-no-longer-than-its-length", a_long_text_takes_no_longer_than_its_length);
  g_test_add_func ("/words/a-list-of-one-s-own-adds-to-those-that-ship", a_list_of_one_s_own_adds_to_those_that_ship);
  g_test_add_func ("/words/a-list-that-is-wrong-is-refused-and-adds-nothing",
                   a_list_that_is_wrong_is_refused_and_adds_nothing);
  g_test_add_func ("/words/a-list-that-is-too-large-is-refused", a_list_that_is_too_large_is_refused);
  return g_test_run ();
}
