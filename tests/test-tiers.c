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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tiers/nothing-leaks-in-any-tier", nothing_leaks_in_any_tier);
  return g_test_run ();
}
