/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library holds, in numbers: that they are those of its records, and that small ones can't be worked out. */
#include "config.h"

#include "model/library/tl-library-tables.h"
#include "model/library/tl-withdrawal.h"
#include "model/questions/tl-count.h"
#include "model/questions/tl-holdings.h"
#include "tests/library-case.h"

#define N_RECORDS 40

static void
set_up (LibraryCase   *fixture,
        gconstpointer  data)
{
  TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 5 };

  library_case_set_up (fixture, &options);
}

static void
tear_down (LibraryCase   *fixture,
           gconstpointer  data)
{
  library_case_tear_down (fixture);
}

static gint64
sum (const GArray *part)
{
  gint64 n = 0;

  for (guint i = 0; i < part->len; i++)
    n += g_array_index (part, TlHolding, i).reviews;
  return n;
}

static void
they_are_those_of_its_records (LibraryCase   *fixture,
                               gconstpointer  data)
{
  g_autoptr (GListModel) records = tl_library_list (fixture->library, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlHoldings) holdings = tl_holdings_new (fixture->library, &error);
  g_autoptr (GHashTable) boards = g_hash_table_new (g_str_hash, g_str_equal);
  const GArray *years = holdings->parts[TL_HOLDINGS_YEARS];

  g_assert_no_error (error);
  g_assert_cmpuint (holdings->reviews, ==, N_RECORDS);
  g_assert_cmpint (sum (years), ==, N_RECORDS);
  g_assert_cmpint (sum (holdings->parts[TL_HOLDINGS_METHODS]), ==, N_RECORDS);
  for (guint i = 0; i < years->len; i++)
    {
      const TlHolding *year = &g_array_index (years, TlHolding, i);
      gint64 n = 0;

      for (guint j = 0; j < N_RECORDS; j++)
        {
          g_autoptr (TlLibraryRecord) record = g_list_model_get_item (records, j);

          n += tl_library_record_get_year (record) == g_ascii_strtoull (year->key, NULL, 10);
          g_hash_table_add (boards, (gpointer) tl_library_record_get_board (record));
          g_assert_cmpuint (tl_library_record_get_year (record), >=, holdings->first_year);
          g_assert_cmpuint (tl_library_record_get_year (record), <=, holdings->last_year);
        }
      g_assert_cmpint (year->reviews, ==, n);
    }
  g_assert_cmpuint (holdings->boards, ==, g_hash_table_size (boards));
  g_assert_cmpuint (holdings->superseded, ==, 0);
  g_assert_cmpuint (holdings->withdrawn, ==, 0);
}

static void
what_is_superseded_or_withdrawn_is_told_apart (LibraryCase   *fixture,
                                               gconstpointer  data)
{
  g_autofree char *path = library_case_dup_file (fixture, 0);
  g_autofree char *text = NULL;
  g_autoptr (GListModel) records = tl_library_list (fixture->library, FALSE, NULL);
  g_autoptr (TlLibraryRecord) last = g_list_model_get_item (records, N_RECORDS - 1);
  g_autoptr (TlHoldings) withdrawn = NULL;
  g_autoptr (TlHoldings) readmitted = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) around = g_strsplit (text, "revision=\"1\"", 2);
  g_autofree char *later = g_strjoinv ("revision=\"2\"", around);

  g_assert_true (g_file_set_contents (path, later, -1, NULL));
  library_case_gather (fixture);
  g_assert_true (tl_library_withdraw (fixture->library, tl_library_record_get_id (last), NULL, "A mistake.", NULL));
  withdrawn = tl_holdings_new (fixture->library, NULL);
  g_assert_cmpuint (withdrawn->reviews, ==, N_RECORDS - 1);
  g_assert_cmpuint (withdrawn->withdrawn, ==, 1);
  g_assert_cmpuint (withdrawn->superseded, ==, 1);
  g_assert_cmpint (sum (withdrawn->parts[TL_HOLDINGS_YEARS]), ==, N_RECORDS - 1);
  g_assert_true (tl_library_readmit (fixture->library, tl_library_record_get_id (last), NULL));
  readmitted = tl_holdings_new (fixture->library, NULL);
  g_assert_cmpuint (readmitted->withdrawn, ==, 0);
}

/* Of counts that add up to what everybody knows none is withheld alone. */
static void
small_ones_cannot_be_worked_out (LibraryCase   *fixture,
                                 gconstpointer  data)
{
  static const gint64 counts[] = { 2, 30, 12, 9 };
  TlHoldings holdings = { .reviews = 53 };
  g_autofree char *note = NULL;
  guint n_withheld = 0;
  gint64 hidden = 0;

  for (guint i = 0; i < TL_N_HOLDINGS_PARTS; i++)
    holdings.parts[i] = g_array_new (FALSE, FALSE, sizeof (TlHolding));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      TlHolding holding = { (char *) "2010", counts[i] };

      g_array_append_val (holdings.parts[TL_HOLDINGS_YEARS], holding);
      g_array_append_val (holdings.parts[TL_HOLDINGS_TYPOLOGIES], holding);
    }

  g_autoptr (TlHoldings) protected = tl_holdings_protect (&holdings, 5, &note);
  const GArray *years = protected->parts[TL_HOLDINGS_YEARS], *typologies = protected->parts[TL_HOLDINGS_TYPOLOGIES];

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (g_array_index (years, TlHolding, i).reviews == TL_COUNT_WITHHELD)
      {
        n_withheld++;
        hidden += counts[i];
      }
  g_assert_cmpint (g_array_index (years, TlHolding, 0).reviews, ==, TL_COUNT_WITHHELD);
  g_assert_cmpuint (n_withheld, ==, 2);
  g_assert_cmpint (hidden, >, 5);

  /* Those that do not add up tell nothing of each other. */
  g_assert_cmpint (g_array_index (typologies, TlHolding, 0).reviews, ==, TL_COUNT_WITHHELD);
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpint (g_array_index (typologies, TlHolding, i).reviews, ==, counts[i]);
  g_assert_nonnull (note);
  g_assert_cmpuint (protected->reviews, ==, holdings.reviews);
  for (guint i = 0; i < TL_N_HOLDINGS_PARTS; i++)
    g_array_unref (holdings.parts[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/holdings/" name, LibraryCase, NULL, set_up, func, tear_down)
  ADD ("they-are-those-of-its-records", they_are_those_of_its_records);
  ADD ("what-is-superseded-or-withdrawn-is-told-apart", what_is_superseded_or_withdrawn_is_told_apart);
  ADD ("small-ones-cannot-be-worked-out", small_ones_cannot_be_worked_out);
#undef ADD
  return g_test_run ();
}
