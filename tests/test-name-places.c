/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names in a review and the roles that may stand for them: what is found, and that nothing is lost when a text changes
 * under what is marked in it. */
#include "config.h"

#include "model/case/tl-name-places.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/case/tl-source.h"
#include "model/review/tl-history.h"
#include "model/words/tl-names.h"
#include "tests/review-case.h"

/* Each name found in brackets: [sure] or (not sure). */
static char *
mark (TlNames    *names,
      const char *text)
{
  g_autoptr (TlNamesText) words = tl_names_text_new (text);
  g_autoptr (GArray) spans = tl_names_find_all (names, words);
  GString *out = g_string_new (NULL);
  const char *p = text;
  guint character = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const TlNameSpan *span = &g_array_index (spans, TlNameSpan, i);
      const char *start = g_utf8_offset_to_pointer (p, (glong) (span->start - character));
      const char *end = g_utf8_offset_to_pointer (start, (glong) (span->end - span->start));

      g_string_append_len (out, p, start - p);
      g_string_append_c (out, span->sure ? '[' : '(');
      g_string_append_len (out, start, end - start);
      g_string_append_c (out, span->sure ? ']' : ')');
      p = end;
      character = span->end;
    }
  g_string_append (out, p);
  return g_string_free (out, FALSE);
}

static void
a_name_is_found_in_its_forms (void)
{
  static const char *const cases[][2] = {
    { "Jory Wrelling was seen.", "[Jory Wrelling] was seen." },
    { "Jory’s bed, Wrelling's bed", "[Jory]’s bed, [Wrelling]'s bed" },
    { "JORY WRELLING; jory", "[JORY WRELLING]; (jory)" },
    { "J. Wrelling and J Wrelling", "[J. Wrelling] and [J Wrelling]" },
    { "Master Wrelling, Mr. Wrelling", "[Master Wrelling], [Mr. Wrelling]" },
    { "Jory W. was; with Jory W.", "[Jory W.] was; with [Jory W]." },
    { "JW cried. J.W. cried; jw", "(JW) cried. (J.W.) cried; jw" },
    { "the Wrellings", "the (Wrellings)" },
    { "Jory-Wrelling", "[Jory-Wrelling]" },
    { "with Jory. Wrelling left; Jory\nWrelling", "with [Jory]. [Wrelling] left; [Jory\nWrelling]" },
    { "Wrelling, Jory", "[Wrelling], [Jory]" },
    { "Jöry Wrélling", "[Jöry Wrélling]" },
    { "Jojo sang. A jojoba plant.", "[Jojo] sang. A jojoba plant." },
    { "K. Wrelling", "K. [Wrelling]" },
    { "She told J. Then Wrelling came.", "She told J. Then [Wrelling] came." },
    { "Nothing here: wren, story.", "Nothing here: wren, story." },
  };
  g_autoptr (TlNames) names = tl_names_new ();

  tl_names_add (names, "Jory Wrelling\nJojo");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (names, cases[i][0]);

      g_assert_cmpstr (marked, ==, cases[i][1]);
    }
}

/* A review */

static char *
add (TlReview   *review,
     const char *kind,
     ...) G_GNUC_NULL_TERMINATED;

/* A record with fields and values. */
static char *
add (TlReview   *review,
     const char *kind,
     ...)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  char *id = tl_edit_add (edit, kind, NULL, &error);
  va_list list;

  va_start (list, kind);
  for (const char *field = va_arg (list, const char *); field != NULL; field = va_arg (list, const char *))
    {
      const char *value = va_arg (list, const char *);

      g_assert_true (tl_edit_set (edit, id, field, value, &error));
    }
  va_end (list);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static void
add_people (TlReview *review)
{
  g_autofree char *child = add (review, "child", "label", "Child A", NULL);
  g_autofree char *role = add (review, "role", "label", "Grandmother", NULL);

  g_free (add (review, "identity", "name", "Jory Wrelling", "subject", child, NULL));
  g_free (add (review, "identity", "name", "Maureen Wrelling", "other_names", "Nana Mo", "subject", role, NULL));
  g_free (add (review, "identity", "name", "Someone Else", NULL));
}

static GPtrArray *
collect (TlReview *review)
{
  g_autoptr (GError) error = NULL;
  guint n_nameless;
  GPtrArray *places = tl_name_places_collect (review, &n_nameless, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_nameless, ==, 1);
  return places;
}

static void
fields_and_sources_are_looked_through (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;

  add_people (review);

  g_autofree char *factor = add_factor (review, "Nana Mo was not asked about Jory Wrelling");
  g_autofree char *source = add (review, "source", "title", "Notes on Wrelling", "body", "Jory fell.\nMaureen saw it.",
                                 NULL);
  g_autoptr (GPtrArray) places = collect (review);
  const TlNamePlace *shared = NULL;

  g_assert_cmpuint (places->len, ==, 5);
  for (guint i = 0; i < places->len; i++)
    {
      const TlNamePlace *place = g_ptr_array_index (places, i);

      if (place->labels->len > 1)
        shared = place;
    }
  g_assert_nonnull (shared);
  g_assert_cmpstr (shared->passage, ==, "Wrelling");
  g_assert_false (shared->accepted);

  g_assert_true (tl_name_places_replace (review, places, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, factor), "statement"), ==,
                   "Grandmother was not asked about Child A");
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, source), "title"), ==, "Notes on Wrelling");

  g_autofree char *body = tl_review_dup_body (review, tl_record_get_text (tl_review_lookup (review, source), "body"),
                                              &error);

  g_assert_cmpstr (body, ==, "Child A fell.\nGrandmother saw it.");
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, factor), "statement"), ==,
                   "Nana Mo was not asked about Jory Wrelling");
}

static void
a_text_that_changed_meanwhile_is_left_alone (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;

  add_people (review);

  g_autofree char *factor = add_factor (review, "Jory was not seen");
  g_autoptr (GPtrArray) places = collect (review);

  g_assert_true (set_one (review, factor, "statement", "Now Jory was not seen", NULL, &error));
  g_assert_false (tl_name_places_replace (review, places, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, factor), "statement"), ==, "Now Jory was not seen");
}

/* Extracts under a text that changes */

/* Each name in a quotation replaced as in the text: what the extract has to say afterwards. Names at its ends that
 * reach beyond it are whole there now. */
static char *
expect_quotation (GPtrArray  *places,
                  const char *body,
                  guint       start,
                  guint       end)
{
  GString *out = g_string_new (NULL);
  const char *p = body;

  for (guint character = 0; *p != '\0'; )
    {
      const TlNamePlace *here = NULL;

      for (guint i = 0; i < places->len; i++)
        {
          const TlNamePlace *place = g_ptr_array_index (places, i);

          if (place->accepted && place->field->type == TL_FIELD_BODY && place->start == character)
            here = place;
        }
      if (here != NULL)
        {
          if (here->end > start && here->start < end)
            g_string_append (out, g_ptr_array_index (here->labels, here->chosen));
          p = g_utf8_offset_to_pointer (p, (glong) (here->end - here->start));
          character = here->end;
          continue;
        }
      if (character >= start && character < end)
        g_string_append_unichar (out, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
      character++;
    }
  return g_string_free (out, FALSE);
}

static char *
make_body (void)
{
  static const char *const words[] = { "Jory", "Jory Wrelling", "Nana Mo", "Wrelling", "J. Wrelling", "été", "was",
                                       "seen.", "\n", "Maureen’s" };
  GString *body = g_string_new ("The");

  for (int n = g_test_rand_int_range (3, 60); n > 0; n--)
    g_string_append_printf (body, " %s", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (body, FALSE);
}

static char *
add_extract (TlReview   *review,
             const char *source,
             const char *body,
             guint       start,
             guint       end)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *quotation = g_utf8_substring (body, (glong) start, (glong) end);
  char *id = add (review, "extract", "source", source, "quotation", quotation, NULL);
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  tl_edit_set_int (edit, id, "start", start, &error);
  tl_edit_set_int (edit, id, "end", end, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

/* Whatever is marked and whatever is accepted: each extract reads in the new text as it is quoted, with the same words
 * but for the names, and undo brings everything back. */
static void
extracts_and_pages_move_with_the_words (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;

  add_people (review);
  for (guint round = 0; round < 25; round++)
    {
      g_autofree char *body = make_body ();
      guint length = (guint) g_utf8_strlen (body, -1);
      guint second = (guint) g_test_rand_int_range (0, (int) length);
      g_autofree char *pages = g_strdup_printf ("0 %u", second);
      g_autofree char *source = add (review, "source", "body", body, "page_starts", pages, NULL);
      char *extracts[4], *expected[4];
      guint starts[4], ends[4];
      g_autoptr (GPtrArray) places = NULL;
      guint n_accepted = 0;

      for (guint i = 0; i < 4; i++)
        {
          starts[i] = (guint) g_test_rand_int_range (0, (int) length - 1);
          ends[i] = (guint) g_test_rand_int_range ((int) starts[i] + 1, (int) length + 1);
          extracts[i] = add_extract (review, source, body, starts[i], ends[i]);
        }
      places = collect (review);
      for (guint i = 0; i < places->len; i++)
        {
          TlNamePlace *place = g_ptr_array_index (places, i);

          place->accepted = strcmp (place->record, source) == 0 && g_test_rand_bit ();
          place->chosen = (guint) g_test_rand_int_range (0, (int) place->labels->len);
          n_accepted += place->accepted;
        }
      for (guint i = 0; i < 4; i++)
        expected[i] = expect_quotation (places, body, starts[i], ends[i]);
      g_assert_true (tl_name_places_replace (review, places, &error));
      g_assert_no_error (error);

      TlRecord *record = tl_review_lookup (review, source);
      g_autofree char *replaced = tl_review_dup_body (review, tl_record_get_text (record, "body"), &error);
      g_autofree char *whole = expect_quotation (places, body, 0, length);

      g_assert_cmpstr (replaced, ==, whole);
      for (guint i = 0; i < 4; i++)
        {
          TlRecord *extract = tl_review_lookup (review, extracts[i]);
          g_autofree char *there = g_utf8_substring (replaced, tl_record_get_int (extract, "start", 0),
                                                     tl_record_get_int (extract, "end", 0));

          g_assert_cmpstr (there, ==, expected[i]);
          g_assert_cmpstr (tl_record_get_text (extract, "quotation"), ==, expected[i]);
          g_free (expected[i]);
        }
      g_assert_cmpuint (tl_source_get_n_pages (record), ==, 2);

      if (n_accepted > 0)
        g_assert_true (tl_review_undo (review, NULL, NULL, &error));
      for (guint i = 0; i < 4; i++)
        {
          TlRecord *extract = tl_review_lookup (review, extracts[i]);

          g_assert_cmpint (tl_record_get_int (extract, "start", 0), ==, starts[i]);
          g_assert_cmpint (tl_record_get_int (extract, "end", 0), ==, ends[i]);
          g_free (extracts[i]);
        }
      TlEdit *edit = tl_edit_begin (review, NULL, &error);

      g_assert_true (tl_edit_remove (edit, source, &error));
      g_free (tl_edit_commit (edit, &error));
      g_assert_no_error (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-places/a-name-is-found-in-its-forms", a_name_is_found_in_its_forms);
  g_test_add_func ("/name-places/fields-and-sources-are-looked-through", fields_and_sources_are_looked_through);
  g_test_add_func ("/name-places/a-text-that-changed-meanwhile-is-left-alone",
                   a_text_that_changed_meanwhile_is_left_alone);
  g_test_add_func ("/name-places/extracts-and-pages-move-with-the-words", extracts_and_pages_move_with_the_words);
  return g_test_run ();
}
