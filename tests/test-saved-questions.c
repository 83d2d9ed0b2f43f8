/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions as lines of words, and how a library keeps them under names: found again as they were saved, sorted, named
 * once; what somebody else put in their place is refused with the reason. */
#include "config.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-tables.h"
#include "model/questions/tl-saved-question.h"
#include "tests/library-case.h"

static void
set_up (LibraryCase   *self,
        gconstpointer  data)
{
  const TlGenerateOptions options = { .n_records = 1, .seed = 1, .n_factors = 4 };

  library_case_set_up_empty (self, &options);
}

static void
tear_down (LibraryCase   *self,
           gconstpointer  data)
{
  library_case_tear_down (self);
}

static void
execute (LibraryCase *self,
         const char  *sql)
{
  g_autoptr (GError) error = NULL;

  tl_connection_execute (tl_library_get_connection (self->library), sql, &error);
  g_assert_no_error (error);
}

static void
save (LibraryCase *self,
      const char  *name,
      const char  *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAsked) asked = tl_asked_parse (text, &error);

  g_assert_no_error (error);
  tl_library_save_question (self->library, name, asked, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (LibraryCase *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *questions = tl_library_list_questions (self->library, &error);

  g_assert_no_error (error);
  return questions;
}

/* The names in their order, with commas between. */
static char *
dup_names (LibraryCase *self)
{
  g_autoptr (GPtrArray) questions = list (self);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((TlSavedQuestion *) questions->pdata[i])->name);
  return g_string_free (names, FALSE);
}

static void
assert_names (LibraryCase *self,
              const char  *expected)
{
  g_autofree char *names = dup_names (self);

  g_assert_cmpstr (names, ==, expected);
}

/* Lines of words */

static void
a_question_is_a_line_of_words (void)
{
  static const char *const same[] = {
    "themes",
    "themes --by region,year --years 2009-2012",
    "pairs --region london --direct",
    "chains --length 3 --tested",
    "chains 'MS.3 > * > RI.2'",
    "chains --length 1 --all",
    "national --tested",
    "merged --min 30",
    "gaps --coder lead",
    "like r1 f1 --region london",
    "search 'a form'",
    "search --years 2010 -- --form",
  };
  static const char *const refused[] = {
    "", "themes --by colour", "themes --by year,year", "themes --by level,year", "themes --length 2",
    "pairs --years never", "chains --length 9", "themes --region", "themes 'open", "search", "search a b", "like r1",
    "merged --as dot", "merged -o /tmp/x", "gaps --internal", "divine",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlAsked) question = tl_asked_parse (same[i], &error);

      g_assert_no_error (error);
      g_autoptr (TlAsked) copy = tl_asked_copy (question);
      g_autofree char *text = tl_asked_dup_text (copy);
      g_assert_cmpstr (text, ==, same[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_asked_parse (refused[i], &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
    }
}

static void
its_command_takes_nothing_for_an_option_that_is_none (void)
{
  g_autoptr (TlAsked) question = tl_asked_parse ("search --years 2010 -- --internal", NULL);
  g_auto (GStrv) arguments = tl_asked_dup_arguments (question, "-l");
  g_autofree char *line = g_strjoinv (" ", arguments);

  g_assert_cmpstr (line, ==, "search --years 2010 -- -l --internal");
}

/* Kept in a library */

static void
one_is_found_as_it_was_saved (LibraryCase   *self,
                              gconstpointer  data)
{
  static const char text[] = "chains 'TO.4 > ** > RI.3' --tested --years 2009-2012 --region london --coder agreed";
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAsked) asked = tl_asked_parse ("pairs", NULL);

  save (self, "How it comes to thresholds", text);
  asked->shown = TL_ASKED_SHOWN_CATEGORIES | TL_ASKED_SHOWN_IN_ORDER;
  g_assert_true (tl_library_save_question (self->library, "Pairs", asked, &error));

  g_autoptr (TlLibrary) other = tl_library_open (self->path, &error);
  g_assert_no_error (error);
  g_autoptr (TlSavedQuestion) found = tl_library_find_question (other, "How it comes to thresholds", &error);
  g_assert_no_error (error);
  g_autofree char *again = tl_asked_dup_text (found->asked);
  g_assert_cmpstr (again, ==, text);
  g_autoptr (TlSavedQuestion) pairs = tl_library_find_question (other, "Pairs", &error);
  g_assert_cmpint (pairs->asked->shown, ==, TL_ASKED_SHOWN_CATEGORIES | TL_ASKED_SHOWN_IN_ORDER);
  g_assert_null (tl_library_find_question (other, "pairs", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

static void
they_are_sorted_renamed_and_deleted (LibraryCase   *self,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  save (self, "c", "gaps");
  save (self, "a", "themes");
  save (self, "b", "pairs");
  assert_names (self, "a, b, c");

  g_autoptr (TlSavedQuestion) first = tl_library_find_question (self->library, "a", &error);
  g_assert_true (tl_library_rename_question (self->library, first->number, "d", &error));
  assert_names (self, "b, c, d");
  g_assert_true (tl_library_rename_question (self->library, first->number, "d", &error));
  g_assert_false (tl_library_rename_question (self->library, first->number, "b", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (tl_library_delete_question (self->library, first->number, &error));
  assert_names (self, "b, c");
  g_assert_false (tl_library_delete_question (self->library, first->number, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (tl_library_rename_question (self->library, first->number, "e", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);

  /* A name stands for one question: the last that was saved. */
  save (self, "b", "national");
  assert_names (self, "b, c");
  g_autoptr (TlSavedQuestion) again = tl_library_find_question (self->library, "b", NULL);
  g_assert_cmpint (again->asked->kind, ==, TL_ASKED_NATIONAL);
}

static void
a_name_is_a_line (LibraryCase   *self,
                  gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (TL_SAVED_QUESTION_MAX_NAME, 'x');
  g_autofree char *too_long = g_strnfill (TL_SAVED_QUESTION_MAX_NAME + 1, 'x');
  const char *const refused[] = { "", " ", "two\nlines", "a\ttab", " before", "after ", "\x01", "\xff", too_long };
  g_autoptr (TlAsked) asked = tl_asked_parse ("gaps", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_library_save_question (self->library, refused[i], asked, &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
    }
  assert_names (self, "");
  save (self, longest, "gaps");
  assert_names (self, longest);
}

static void
a_library_keeps_so_many (LibraryCase   *self,
                         gconstpointer  data)
{
  g_autofree char *many = g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                                           "%d) INSERT INTO saved_question SELECT i, 'q' || i, 'gaps', 0 FROM n",
                                           TL_SAVED_QUESTIONS_MAX);
  g_autoptr (TlAsked) asked = tl_asked_parse ("themes", NULL);
  g_autoptr (GError) error = NULL;

  execute (self, many);
  g_assert_false (tl_library_save_question (self->library, "one more", asked, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  save (self, "q7", "themes");
}

static void
one_for_reading_only_keeps_none (LibraryCase   *self,
                                 gconstpointer  data)
{
  g_autoptr (TlAsked) asked = tl_asked_parse ("gaps", NULL);
  g_autoptr (GError) error = NULL;

  save (self, "a", "gaps");
  execute (self, "PRAGMA query_only = 1");
  g_assert_false (tl_library_save_question (self->library, "b", asked, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_READ_ONLY);
  execute (self, "PRAGMA query_only = 0");
  assert_names (self, "a");
}

/* Whatever stands in the table: no question is made of it, the others stay, and it can be deleted. */
static void
what_is_no_question_is_said_to_be_none (LibraryCase   *self,
                                        gconstpointer  data)
{
  static const char *const rows[] = {
    "'x', 'merged -o /tmp/x', 0",
    "'x', 'gaps --internal', 0",
    "'x', 'rm -rf', 0",
    "'x', '', 0",
    "'x', 'themes' || char (10) || '--by year', 0",
    "'x', CAST (x'7468656d6573ff' AS TEXT), 0",
    "'x', 'search ' || hex (zeroblob (4000)), 0",
    "'x', 'themes', -1",
    "'x', 'themes', 1 << 40",
    "'', 'themes', 0",
    "'two' || char (10) || 'lines', 'themes', 0",
    "CAST (x'ff' AS TEXT), 'themes', 0",
    "hex (zeroblob (1000)), 'themes', 0",
  };

  save (self, "good", "gaps");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO saved_question VALUES (99, %s)", rows[i]);
      g_autoptr (GError) error = NULL;
      guint n_faults = 0;

      execute (self, sql);
      g_autoptr (GPtrArray) questions = list (self);
      g_assert_cmpuint (questions->len, ==, 2);
      for (guint j = 0; j < questions->len; j++)
        {
          const TlSavedQuestion *at = questions->pdata[j];

          g_assert_true ((at->asked == NULL) == (at->fault != NULL));
          g_assert_true (g_utf8_validate (at->name, -1, NULL) && strchr (at->name, '\n') == NULL);
          g_assert_cmpint (g_utf8_strlen (at->name, -1), <=, TL_SAVED_QUESTION_MAX_NAME);
          n_faults += at->fault != NULL;
        }
      g_assert_cmpuint (n_faults, ==, 1);
      g_assert_null (tl_library_find_question (self->library, "x", &error));
      g_assert_nonnull (error);
      g_assert_true (tl_library_delete_question (self->library, 99, NULL));
    }
  assert_names (self, "good");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/saved-questions/a-question-is-a-line-of-words", a_question_is_a_line_of_words);
  g_test_add_func ("/saved-questions/its-command-takes-nothing-for-an-option-that-is-none",
                   its_command_takes_nothing_for_an_option_that_is_none);
#define ADD(name, func) g_test_add ("/saved-questions/" name, LibraryCase, NULL, set_up, func, tear_down)
  ADD ("one-is-found-as-it-was-saved", one_is_found_as_it_was_saved);
  ADD ("they-are-sorted-renamed-and-deleted", they_are_sorted_renamed_and_deleted);
  ADD ("a-name-is-a-line", a_name_is_a_line);
  ADD ("a-library-keeps-so-many", a_library_keeps_so_many);
  ADD ("one-for-reading-only-keeps-none", one_for_reading_only_keeps_none);
  ADD ("what-is-no-question-is-said-to-be-none", what_is_no_question_is_said_to_be_none);
#undef ADD
  return g_test_run ();
}
