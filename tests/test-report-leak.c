/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be read in a report of any format and tier, over many reviews made by chance: nothing that has to stay. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tests/report-case.h"
#include "tests/support/tl-leak.h"

#define LEAK_REVIEWS 200

static char *
dup_all_that_is_in (GBytes         *bytes,
                    TlReportFormat  format)
{
  g_autoptr (GString) all = g_string_new (NULL);

  if (format == TL_REPORT_PDF)
    return dup_extracted (bytes, format);
  if (format == TL_REPORT_HTML)
    return dup_string (bytes);
  g_ptr_array_unref (unpack (bytes, all));
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static char *
dup_letters (const char *text)
{
  GString *letters = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (letters, *text);
  return g_string_free (letters, FALSE);
}

/* Also where a line ends within a word. */
static guint
check_leaks (GPtrArray  *planted,
             TlReview   *review,
             TlTier      tier,
             const char *text)
{
  g_autofree char *letters = dup_letters (text);
  g_autofree char *lower = g_utf8_strdown (letters, -1);

  for (guint i = 0; i < planted->len; i++)
    {
      const TlPlanted *one = planted->pdata[i];

      g_assert_true (tl_leak_may_leave (one, tier) || strstr (lower, one->marker) == NULL);
    }
  if (tier != TL_TIER_BOARD)
    tl_leak_check_ids (review, text);
  return tl_leak_check_text (planted, tier, text);
}

static void
nothing_leaks_in_any_format (void)
{
  guint n_formats = can_read_pdf () ? N_FORMATS : 1;
  guint n_left[N_FORMATS] = { 0 };

  for (guint32 seed = 5000; seed < 5000 + LEAK_REVIEWS; seed++)
    {
      g_autofree char *path = make_path ("leak.throughline");
      g_autoptr (GPtrArray) planted = tl_generate_review (path, seed, 2);
      g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, NULL);

      for (TlTier tier = TL_TIER_BOARD; tier <= TL_TIER_PUBLIC; tier++)
        {
          /* The report to the board has the most in it; each of the others has its turn. */
          TlReportKind kind = seed % 2 == 0 ? TL_REPORT_BOARD : (seed / 2) % N_KINDS;
          g_autoptr (TlReport) report = make_report (review, kind, tier);

          for (guint format = 0; format < n_formats; format++)
            {
              g_autoptr (GBytes) bytes = write_report (report, format);
              g_autofree char *text = dup_all_that_is_in (bytes, format);

              n_left[format] += check_leaks (planted, review, tier, text);
            }
        }
      g_unlink (path);
    }
  g_test_message ("texts that left: %u in HTML, %u in PDF, %u in ODT", n_left[0], n_left[1], n_left[2]);
  for (guint format = 0; format < n_formats; format++)
    g_assert_cmpuint (n_left[format], >, LEAK_REVIEWS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-leak/nothing-leaks-in-any-format", nothing_leaks_in_any_format);
  return g_test_run ();
}
