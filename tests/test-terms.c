/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Terminology profiles: the same keys in each, and a bad one refused with what is wrong. */
#include "config.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/record/tl-kind.h"
#include "model/terms/tl-terms-phrase.h"

#include <glib/gstdio.h>
#include <string.h>

static void
every_profile_that_ships_has_every_key (void)
{
  static const char *const ids[]
      = { "england_2010", "england_2013", "england_2018", "northern_ireland", "scotland", "wales" };
  GPtrArray *problems;
  g_autoptr (GPtrArray) profiles = tl_terms_list (&problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (profiles->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < profiles->len; i++)
    {
      TlTerms *terms = g_ptr_array_index (profiles, i);
      const char *const *keys = tl_terms_get_keys ();

      g_assert_cmpstr (tl_terms_get_id (terms), ==, ids[i]);
      g_assert_cmpint (tl_terms_get_from (terms), >=, 2010);
      for (guint j = 0; keys[j] != NULL; j++)
        g_assert_nonnull (tl_terms_get (terms, keys[j]));
    }
  g_ptr_array_unref (problems);
}

/* The keys are in the same order too, so that two files can be read side by side. */
static void
every_profile_that_ships_lists_its_keys_alike (void)
{
  g_auto (GStrv) ids = tl_data_list ("terms", ".ini");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("terms/", ids[i], ".ini", NULL);
      g_autoptr (GBytes) bytes = tl_data_load (path, NULL);
      g_autoptr (GKeyFile) file = g_key_file_new ();

      g_assert_true (g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL));

      g_auto (GStrv) keys = g_key_file_get_keys (file, "terms", NULL, NULL);

      g_assert_true (g_strv_equal ((const char *const *) keys, tl_terms_get_keys ()));
    }
}

static void
words_follow_the_law_of_their_time (void)
{
  g_autoptr (TlTerms) before = tl_terms_lookup ("england_2010", NULL);
  g_autoptr (TlTerms) after = tl_terms_lookup ("england_2018", NULL);

  g_assert_cmpstr (tl_terms_get (before, "review"), ==, "Serious case review");
  g_assert_cmpstr (tl_terms_get (before, "chair"), ==, "LSCB chair");
  g_assert_cmpstr (tl_terms_get (after, "review"), ==, "Local child safeguarding practice review");
  g_assert_cmpstr (tl_terms_get (after, "owner"), ==, "Safeguarding partners");
  g_assert_cmpint (tl_terms_get_until (before), ==, 2013);
  g_assert_cmpint (tl_terms_get_until (after), ==, 0);
}

static void
an_unknown_profile_is_not_found (void)
{
  static const char *const ids[] = { "atlantis", "../terms/wales", "" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_terms_lookup (ids[i], &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
    }
}

/* The profile of Wales with one stretch of text replaced. */
static GBytes *
spoil (const char *what,
       const char *with)
{
  g_autoptr (GBytes) bytes = tl_data_load ("terms/wales.ini", NULL);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_assert_cmpuint (g_string_replace (text, what, with, 1), ==, 1);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
a_profile_that_is_wrong_is_refused (void)
{
  static const struct {
    const char *what, *with, *message;
  } spoilt[] = {
    { "chair=Panel chair\n", "", "has no “chair” in [terms]" },
    { "chair=Panel chair\n", "chair=\n", "“chair” in [terms] is empty" },
    { "chair=Panel chair\n", "chair=Panel\\nchair\n", "not one line" },
    { "chair=Panel chair\n", "chair=\xff\n", "“chair”" },
    { "chair=Panel chair\n", "chair=Panel chair\nchiar=Panel chair\n", "“chiar”" },
    { "[terms]", "[secrets]\na=b\n[terms]", "[secrets]" },
    { "id=wales\n", "", "has no “id” in [profile]" },
    { "id=wales\n", "id=Wales\n", "not an id" },
    { "from=2013\n", "from=soon\n", "“from”" },
    { "from=2013\n", "from=99999\n", "“from”" },
    { "[profile]", "profile", "not a terminology profile" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autoptr (GBytes) bytes = spoil (spoilt[i].what, spoilt[i].with);
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_terms_new_from_bytes (bytes, "my.ini", &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "my.ini"));
      g_assert_nonnull (strstr (error->message, spoilt[i].message));
    }
}

static void
a_profile_that_is_too_large_is_refused (void)
{
  g_autofree char *text = g_strnfill (TL_TERMS_MAX_BYTES + 1, '\n');
  g_autoptr (GBytes) bytes = g_bytes_new (text, TL_TERMS_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_terms_new_from_bytes (bytes, "my.ini", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_TOO_LARGE);
}

static void
a_person_s_own_profile_is_found (void)
{
  g_autoptr (GBytes) bytes = spoil ("id=wales\n", "id=gwent\n");
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "throughline", "terms", NULL);
  g_autofree char *right = g_build_filename (folder, "gwent.ini", NULL);
  g_autofree char *wrong = g_build_filename (folder, "powys.ini", NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (right, data, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (wrong, data, (gssize) size, NULL));

  g_autoptr (TlTerms) terms = tl_terms_lookup ("gwent", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tl_terms_get (terms, "output_unit"), ==, "Learning point");
  g_assert_null (tl_terms_lookup ("powys", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);

  GPtrArray *problems;
  g_autoptr (GPtrArray) profiles = tl_terms_list (&problems);

  g_assert_cmpuint (profiles->len, ==, 7);
  g_assert_cmpuint (problems->len, ==, 1);
  g_ptr_array_unref (problems);
}

static void
a_sentence_takes_the_words_of_a_profile (void)
{
  static const struct {
    const char *profile, *text, *said;
  } cases[] = {
    { "england_2010", "Put to {the_owner}", "Put to the board" },
    { "scotland", "Put to {the_owner}", "Put to the committee" },
    { "scotland", "{The_owner}: {findings}", "The committee: learning points" },
    { "england_2018", "{Of_the_owner} Answers", "The partners’ Answers" },
    { "england_2018", "An {review_short} of {owner}", "An LCSPR of safeguarding partners" },
    { "wales", "{nothing} {the_owner", "{nothing} {the_owner" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlTerms) terms = tl_terms_lookup (cases[i].profile, &error);
      g_assert_no_error (error);
      g_autofree char *said = tl_terms_dup_phrase (terms, cases[i].text);
      g_assert_cmpstr (said, ==, cases[i].said);
    }
}

/* What is declared is said in no words that belong to another profile. */
static void
no_label_says_board_where_there_is_none (void)
{
  g_autoptr (TlTerms) terms = tl_terms_lookup ("scotland", NULL);
  static const char *const theirs[] = { "board_pseudonym", "boards", "boards_reviewed", NULL };

  g_assert_nonnull (terms);
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);
      g_autofree char *label = tl_terms_dup_declared (terms, kind->label);
      g_autofree char *plural = tl_terms_dup_declared (terms, kind->plural);

      g_assert_null (g_strrstr (label, "oard"));
      g_assert_null (g_strrstr (plural, "inding"));
      for (guint j = 0; j < kind->n_fields; j++)
        {
          g_autofree char *field = tl_terms_dup_declared (terms, kind->fields[j].label);

          g_assert_null (g_strrstr (field, "inding"));
          g_assert_true (g_strv_contains (theirs, kind->fields[j].name) || g_strrstr (field, "oard") == NULL);
        }
    }
}

static void
a_profile_from_before_a_word_says_the_usual (void)
{
  g_autoptr (GBytes) bytes = tl_data_load ("terms/scotland.ini", NULL);
  g_assert_nonnull (bytes);
  const char *text = g_bytes_get_data (bytes, NULL);
  const char *end = g_strstr_len (text, (gssize) g_bytes_get_size (bytes), "owner_short=");
  g_assert_nonnull (end);
  g_autoptr (GBytes) before = g_bytes_new (text, (gsize) (end - text));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlTerms) terms = tl_terms_new_from_bytes (before, "before", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tl_terms_get (terms, "the_owner"), ==, "the board");
  g_assert_cmpstr (tl_terms_get (terms, "owner"), ==, "Child Protection Committee");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/terms/every-profile-that-ships-has-every-key", every_profile_that_ships_has_every_key);
  g_test_add_func ("/terms/a-sentence-takes-the-words-of-a-profile", a_sentence_takes_the_words_of_a_profile);
  g_test_add_func ("/terms/no-label-says-board-where-there-is-none", no_label_says_board_where_there_is_none);
  g_test_add_func ("/terms/a-profile-from-before-a-word-says-the-usual", a_profile_from_before_a_word_says_the_usual);
  g_test_add_func ("/terms/every-profile-that-ships-lists-its-keys-alike",
                   every_profile_that_ships_lists_its_keys_alike);
  g_test_add_func ("/terms/words-follow-the-law-of-their-time", words_follow_the_law_of_their_time);
  g_test_add_func ("/terms/an-unknown-profile-is-not-found", an_unknown_profile_is_not_found);
  g_test_add_func ("/terms/a-profile-that-is-wrong-is-refused", a_profile_that_is_wrong_is_refused);
  g_test_add_func ("/terms/a-profile-that-is-too-large-is-refused", a_profile_that_is_too_large_is_refused);
  g_test_add_func ("/terms/a-person-s-own-profile-is-found", a_person_s_own_profile_is_found);
  return g_test_run ();
}
