/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a source knows of the document it was read from. */
#include "config.h"

#include "model/case/tl-source.h"

static TlRecord *
make_source (const char *page_starts)
{
  const TlKind *kind = tl_kind_lookup ("source");
  TlRecord *source = tl_record_new (kind, "00000000-0000-4000-8000-000000000001");
  TlValue value = { .type = TL_VALUE_TEXT, .text = g_strdup (page_starts) };

  if (page_starts != NULL)
    tl_record_take_value (source, (guint) tl_kind_find_field_index (kind, "page_starts"), &value);
  return source;
}

static void
a_character_is_on_the_last_page_that_begins_before_it (void)
{
  g_autoptr (TlRecord) source = make_source ("0 100 100 250");

  g_assert_cmpuint (tl_source_get_n_pages (source), ==, 4);
  g_assert_cmpuint (tl_source_page_of (source, 0), ==, 1);
  g_assert_cmpuint (tl_source_page_of (source, 99), ==, 1);
  /* page 2 is empty */
  g_assert_cmpuint (tl_source_page_of (source, 100), ==, 3);
  g_assert_cmpuint (tl_source_page_of (source, 249), ==, 3);
  g_assert_cmpuint (tl_source_page_of (source, 250), ==, 4);
  g_assert_cmpuint (tl_source_page_of (source, G_MAXUINT), ==, 4);
}

static void
a_later_part_goes_on_counting (void)
{
  g_autoptr (TlRecord) source = make_source ("0 0 0 40");

  g_assert_cmpuint (tl_source_page_of (source, 0), ==, 3);
  g_assert_cmpuint (tl_source_page_of (source, 41), ==, 4);
}

static void
a_source_without_pages_says_so (void)
{
  static const char *const none[] = { NULL, "page one", "-3 5" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (TlRecord) source = make_source (none[i]);

      g_assert_cmpuint (tl_source_get_n_pages (source), ==, 0);
      g_assert_cmpuint (tl_source_page_of (source, 7), ==, 0);
    }
}

static void
pages_are_read_as_they_were_written (void)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint pages[] = { 0, 1, 7340032 };

  g_assert_null (tl_source_format_pages (starts));
  g_array_append_vals (starts, pages, G_N_ELEMENTS (pages));

  g_autofree char *text = tl_source_format_pages (starts);
  g_autoptr (TlRecord) source = make_source (text);

  g_assert_cmpstr (text, ==, "0 1 7340032");
  g_assert_cmpuint (tl_source_page_of (source, 7340031), ==, 2);
  g_assert_cmpuint (tl_source_page_of (source, 7340032), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/a-character-is-on-the-last-page-that-begins-before-it",
                   a_character_is_on_the_last_page_that_begins_before_it);
  g_test_add_func ("/source/a-later-part-goes-on-counting", a_later_part_goes_on_counting);
  g_test_add_func ("/source/a-source-without-pages-says-so", a_source_without_pages_says_so);
  g_test_add_func ("/source/pages-are-read-as-they-were-written", pages_are_read_as_they_were_written);
  return g_test_run ();
}
