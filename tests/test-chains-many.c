/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains of so many reviews that two threads go through them and that chance is drawn from some of them only: each is
 * counted, and the same reviews give the same answer in whatever order they were gathered. The library is made without
 * files: only the tables that the question reads are filled. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/library/tl-library-tables.h"
#include "model/library/tl-packer.h"
#include "model/questions/tl-chains.h"
#include "model/questions/tl-merged.h"
#include "tests/temporary.h"

#define N_REVIEWS 12000
#define N_FACTORS 6
#define PER_CHAIN 3 /* of so many reviews one has the chain */

static char *folder;
static TlLibrary *forwards;
static TlLibrary *backwards;

static const char *const codes[] = { "national-1:MS.1", "national-1:MS.2", "national-1:MS.3", "national-1:RI.2" };

/* The first factors of some reviews are a chain, in the second half of the reviews at other levels than in the first;
 * the others have codes that are as good as drawn. */
static void
draw_graph (TlGraphDraft *draft,
            guint         review)
{
  gboolean late = review >= N_REVIEWS / 2;
  guint drawn = review * 2654435761u >> 8;

  tl_graph_draft_clear (draft);
  for (guint i = 0; i < N_FACTORS; i++)
    tl_graph_draft_add_factor (draft, i + 2, i < 2 ? (late ? "national" : "case") : "frontline");
  for (guint i = 1; i < N_FACTORS; i++)
    tl_graph_draft_add_link (draft, i + 1, i + 2, "contributes", "asserted", NULL);
  for (guint i = 0; i < N_FACTORS; i++, drawn /= G_N_ELEMENTS (codes))
    {
      gboolean chained = review % PER_CHAIN == 0 && i < 2;
      const char *code = chained ? i == 0 ? "national-1:HR.3" : "national-1:HR.5" : codes[drawn % G_N_ELEMENTS (codes)];

      tl_graph_draft_add_tag (draft, i + 2, code, NULL, TL_CODING_TAGGED | TL_CODING_TAGGED_LEAD);
    }
}

static TlLibrary *
make_library (const char *name,
              gboolean    reversed)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  TlLibrary *library = tl_library_create (path, &error);
  TlConnection *connection;

  g_assert_no_error (error);
  connection = tl_library_get_connection (library);
  g_assert_true (tl_library_begin_write (library, &error));

  g_autoptr (TlGraphDraft) draft = tl_graph_draft_new ();
  g_autoptr (TlPacker) packer = tl_packer_new (connection, &error);

  for (guint i = 0; i < N_REVIEWS; i++)
    {
      guint review = reversed ? N_REVIEWS - 1 - i : i;
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO record VALUES (%u, 'review %u', 1, '', '', 0, 0, %d, 0, 0);"
        "INSERT INTO review (key, id) VALUES (%u << %d | 1, x'00');"
        "INSERT INTO typology VALUES (%u, 'national-1', '1.0');"
        "INSERT INTO coding VALUES (%u, 'national-1:MS.1', 'frontline', 3);",
        i + 1, review, N_FACTORS, i + 1, TL_LIBRARY_KEY_BITS, i + 1, i + 1);

      tl_connection_execute (connection, sql, &error);
      g_assert_no_error (error);
      draw_graph (draft, review);
      g_assert_true (tl_packer_write (packer, (gint64) i + 1, draft, &error));
    }
  tl_connection_commit (connection, &error);
  g_assert_no_error (error);
  return library;
}

static TlChains *
ask (TlLibrary  *library,
     guint       length,
     const char *pattern)
{
  const TlChainsQuery query = { .length = length, .pattern = pattern, .min = 20, .all = TRUE, .internal = TRUE,
                                .seed = 7 };
  g_autoptr (GError) error = NULL;
  TlChains *chains = tl_library_chains (library, &query, NULL, &error);

  g_assert_no_error (error);
  return chains;
}

static void
each_review_is_counted (void)
{
  static const struct {
    const char *pattern;
    gint64      reviews;
  } cases[] = {
    { "HR.3 > HR.5", N_REVIEWS / PER_CHAIN },
    { "HR.3@case > HR.5", N_REVIEWS / 2 / PER_CHAIN },
    { "HR.3 > HR.5@national", N_REVIEWS / 2 / PER_CHAIN },
    { "HR.3@case > HR.5@national", 0 },
    { "HR.5 > HR.3", 0 },
    { "@frontline > @frontline", N_REVIEWS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlChains) chains = ask (forwards, 0, cases[i].pattern);

      g_assert_cmpint (chains->base, ==, N_REVIEWS);
      g_assert_cmpint (chains->chains[0].reviews, ==, cases[i].reviews);
    }
}

static void
the_order_of_gathering_changes_no_chain (void)
{
  for (guint length = 1; length <= TL_CHAINS_MAX_LENGTH; length++)
    {
      g_autoptr (TlChains) one = ask (forwards, length, NULL);
      g_autoptr (TlChains) other = ask (backwards, length, NULL);
      g_autofree char *text = tl_chains_dup_csv (one);
      g_autofree char *other_text = tl_chains_dup_csv (other);

      g_assert_cmpuint (one->n_chains, >, 0);
      g_assert_true (g_str_equal (text, other_text));
      for (guint i = 0; i < one->n_chains; i++)
        g_assert_cmpfloat (one->chains[i].expected, ==, other->chains[i].expected);
    }
}

static void
the_order_of_gathering_changes_no_pattern (void)
{
  g_autoptr (TlChains) one = ask (forwards, 0, "HR.3 > HR.5 > MS");
  g_autoptr (TlChains) other = ask (backwards, 0, "HR.3 > HR.5 > MS");

  g_assert_cmpint (one->chains[0].reviews, >, 0);
  g_assert_cmpint (one->chains[0].reviews, ==, other->chains[0].reviews);
  g_assert_cmpfloat (one->chains[0].expected, >, 0);
  g_assert_cmpfloat (one->chains[0].expected, ==, other->chains[0].expected);
}

/* The levels of a code that has two of them equally often. */
static void
the_order_of_gathering_changes_no_level (void)
{
  const TlMergedQuery query = { .internal = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMerged) one = tl_library_merged (forwards, &query, NULL, &error);
  g_autoptr (TlMerged) other = tl_library_merged (backwards, &query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (one->nodes->len, >, 0);
  g_assert_cmpuint (one->nodes->len, ==, other->nodes->len);
  for (guint i = 0; i < one->nodes->len; i++)
    g_assert_cmpstr (g_array_index (one->nodes, TlMergedNode, i).level, ==,
                     g_array_index (other->nodes, TlMergedNode, i).level);
}

static void
giving_up_is_heeded (void)
{
  const TlChainsQuery query = { .length = 2 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_library_chains (forwards, &query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whichever thread comes upon it; the last test, for the libraries stay as they are. */
static void
a_damaged_graph_is_told (void)
{
  const TlChainsQuery query = { .length = 2 };
  const struct {
    TlLibrary *library;
    guint      record;
  } cases[] = { { forwards, 10 }, { backwards, N_REVIEWS - 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE packed SET graph = x'ff' WHERE record = %u", cases[i].record);
      g_autoptr (GError) error = NULL;

      g_assert_true (tl_connection_execute (tl_library_get_connection (cases[i].library), sql, NULL));
      g_assert_null (tl_library_chains (cases[i].library, &query, NULL, &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_DAMAGED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = make_temporary ();
  forwards = make_library ("forwards.tllibrary", FALSE);
  backwards = make_library ("backwards.tllibrary", TRUE);

  g_test_add_func ("/chains-many/each-review-is-counted", each_review_is_counted);
  g_test_add_func ("/chains-many/the-order-of-gathering-changes-no-chain", the_order_of_gathering_changes_no_chain);
  g_test_add_func ("/chains-many/the-order-of-gathering-changes-no-pattern",
                   the_order_of_gathering_changes_no_pattern);
  g_test_add_func ("/chains-many/the-order-of-gathering-changes-no-level", the_order_of_gathering_changes_no_level);
  g_test_add_func ("/chains-many/giving-up-is-heeded", giving_up_is_heeded);
  g_test_add_func ("/chains-many/a-damaged-graph-is-told", a_damaged_graph_is_told);

  int status = g_test_run ();

  g_object_unref (forwards);
  g_object_unref (backwards);
  g_free (folder);
  return status;
}
