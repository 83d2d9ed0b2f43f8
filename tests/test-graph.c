/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walking along a graph: steps, paths, parts and loops, each against the plainest way there is on random graphs, and
 * what a review's records make of it. */
#include "config.h"

#include "tests/review-case.h"

#include "model/case/tl-graph-loop.h"
#include "model/case/tl-graph-path.h"

#define MAX_FACTORS 7

/* A random graph, some of its links rejected or parallel to others. */
static TlGraph *
draw_graph (guint       *n_factors,
            TlGraphFlags flags)
{
  guint n = (guint) g_test_rand_int_range (2, MAX_FACTORS + 1);
  guint n_links = (guint) g_test_rand_int_range (0, (gint32) (2 * n + 1));
  g_autofree TlGraphLink *links = g_new0 (TlGraphLink, n_links);

  for (guint i = 0; i < n_links; i++)
    {
      links[i].cause = (guint) g_test_rand_int_range (0, (gint32) n);
      links[i].effect = (guint) g_test_rand_int_range (0, (gint32) n);
      links[i].sign = (TlGraphSign) g_test_rand_int_range (0, 3);
      links[i].rejected = g_test_rand_int_range (0, 8) == 0;
    }
  *n_factors = n;
  return tl_graph_new_from_links (n, links, n_links, flags);
}

/* The plainest way: every simple walk, by recursion over all the links there are. */
static void
collect_walks (const TlGraph *graph,
               guint          at,
               guint          to,
               gboolean      *seen,
               GArray        *walk,
               GHashTable    *walks)
{
  for (guint i = 0; i < tl_graph_get_n_links (graph); i++)
    {
      const TlGraphLink *link = tl_graph_get_link (graph, i);

      if (link->rejected || link->cause != at || link->effect == at || (seen[link->effect] && link->effect != to))
        continue;
      g_array_append_val (walk, i);
      if (link->effect == to)
        g_hash_table_add (walks, g_base64_encode ((const guchar *) walk->data, walk->len * sizeof (guint)));
      else
        {
          seen[link->effect] = TRUE;
          collect_walks (graph, link->effect, to, seen, walk, walks);
          seen[link->effect] = FALSE;
        }
      g_array_set_size (walk, walk->len - 1);
    }
}

static GHashTable *
find_walks (const TlGraph *graph,
            guint          from,
            guint          to)
{
  GHashTable *walks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) walk = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean seen[MAX_FACTORS] = { FALSE };

  seen[from] = TRUE;
  collect_walks (graph, from, to, seen, walk, walks);
  return walks;
}

static void
assert_among (GHashTable   *walks,
              const GArray *links)
{
  g_autofree char *key = g_base64_encode ((const guchar *) links->data, links->len * sizeof (guint));

  g_assert_true (g_hash_table_remove (walks, key));
}

static void
every_path_is_found_once_and_shorter_ones_first (void)
{
  for (guint round = 0; round < 400; round++)
    {
      guint n;
      g_autoptr (TlGraph) graph = draw_graph (&n, TL_GRAPH_DEFAULT);
      gboolean cut_off = TRUE;
      guint length = 0;
      g_autoptr (GPtrArray) paths = tl_graph_find_paths (graph, 0, 1, G_MAXUINT, &cut_off);
      g_autoptr (GArray) shortest = tl_graph_find_shortest_path (graph, 0, 1);
      g_autoptr (GHashTable) walks = find_walks (graph, 0, 1);

      g_assert_false (cut_off);
      g_assert_cmpuint (paths->len, ==, g_hash_table_size (walks));
      g_assert_true ((shortest == NULL) == (paths->len == 0));
      for (guint i = 0; i < paths->len; i++)
        {
          const GArray *path = g_ptr_array_index (paths, i);

          g_assert_cmpuint (path->len, >=, MAX (length, shortest->len));
          length = path->len;
          assert_among (walks, path);
        }
    }
}

static void
every_loop_is_found_once_and_has_its_polarity (void)
{
  for (guint round = 0; round < 400; round++)
    {
      guint n, n_walks = 0;
      g_autoptr (TlGraph) graph = draw_graph (&n, TL_GRAPH_DEFAULT);
      gboolean cut_off = TRUE;
      g_autoptr (GPtrArray) loops = tl_graph_find_loops (graph, G_MAXUINT, &cut_off);
      g_autoptr (GPtrArray) by_start = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

      g_assert_false (cut_off);
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (by_start, find_walks (graph, i, i));
      for (guint i = 0; i < loops->len; i++)
        {
          const TlGraphLoop *loop = g_ptr_array_index (loops, i);
          guint first = g_array_index (loop->links, guint, 0), n_minus = 0, n_unknown = 0;

          assert_among (g_ptr_array_index (by_start, tl_graph_get_link (graph, first)->cause), loop->links);
          for (guint j = 0; j < loop->links->len; j++)
            {
              TlGraphSign sign = tl_graph_get_link (graph, g_array_index (loop->links, guint, j))->sign;

              n_minus += sign == TL_GRAPH_SIGN_MINUS;
              n_unknown += sign == TL_GRAPH_SIGN_UNKNOWN;
            }
          g_assert_cmpint (loop->polarity, ==, n_unknown > 0 ? TL_GRAPH_POLARITY_UNKNOWN
                                               : n_minus % 2 ? TL_GRAPH_POLARITY_BALANCING
                                                             : TL_GRAPH_POLARITY_REINFORCING);
          /* From each other factor of the loop the plain way has found it once more. */
          n_walks += loop->links->len - 1;
        }
      for (guint i = 0; i < n; i++)
        n_walks -= g_hash_table_size (g_ptr_array_index (by_start, i));
      g_assert_cmpuint (n_walks, ==, 0);
    }
}

static void
a_part_is_what_leads_to_each_other (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint n, n_parts;
      g_autoptr (TlGraph) graph = draw_graph (&n, TL_GRAPH_DEFAULT);
      g_autofree guint *parts = tl_graph_find_parts (graph, &n_parts);

      for (guint i = 0; i < n; i++)
        {
          g_autofree guint *before = tl_graph_measure_steps (graph, &i, 1, TL_GRAPH_CAUSES, G_MAXUINT);
          g_autofree guint *after = tl_graph_measure_steps (graph, &i, 1, TL_GRAPH_EFFECTS, G_MAXUINT);

          g_assert_cmpuint (parts[i], <, n_parts);
          for (guint j = 0; j < n; j++)
            g_assert_true ((parts[i] == parts[j]) == (before[j] != TL_GRAPH_NONE && after[j] != TL_GRAPH_NONE));
        }
    }
}

/* Distances by letting each link shorten what it can, until none can. */
static void
steps_are_the_fewest_links_and_end_where_told (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint n, distances[MAX_FACTORS], max_steps = (guint) g_test_rand_int_range (0, 4);
      g_autoptr (TlGraph) graph = draw_graph (&n, TL_GRAPH_WITH_REJECTED);
      const guint starts[] = { 0, 1 };
      gboolean changed = TRUE;

      for (guint i = 0; i < n; i++)
        distances[i] = i < 2 ? 0 : TL_GRAPH_NONE;
      while (changed)
        {
          changed = FALSE;
          for (guint i = 0; i < tl_graph_get_n_links (graph); i++)
            {
              const TlGraphLink *link = tl_graph_get_link (graph, i);

              if (distances[link->effect] < TL_GRAPH_NONE && distances[link->effect] + 1 < distances[link->cause])
                {
                  distances[link->cause] = distances[link->effect] + 1;
                  changed = TRUE;
                }
            }
        }
      g_autofree guint *steps = tl_graph_measure_steps (graph, starts, 2, TL_GRAPH_CAUSES, max_steps);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (steps[i], ==, distances[i] <= max_steps ? distances[i] : TL_GRAPH_NONE);
    }
}

/* @n factors, each linked to each. */
static TlGraph *
tangle (guint n)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (TlGraphLink));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        TlGraphLink link = { .cause = i, .effect = j };

        g_array_append_val (links, link);
      }
  return tl_graph_new_from_links (n, (const TlGraphLink *) links->data, links->len, TL_GRAPH_DEFAULT);
}

static void
a_tangle_is_cut_off_and_says_so (void)
{
  g_autoptr (TlGraph) graph = tangle (40);
  gboolean cut_off = FALSE;

  g_autoptr (GPtrArray) paths = tl_graph_find_paths (graph, 0, 1, 200, &cut_off);
  g_assert_true (cut_off);
  g_assert_cmpuint (paths->len, ==, 200);
  g_assert_cmpuint (((GArray *) g_ptr_array_index (paths, 0))->len, ==, 1);

  cut_off = FALSE;
  g_autoptr (GPtrArray) loops = tl_graph_find_loops (graph, 300, &cut_off);
  g_assert_true (cut_off);
  g_assert_cmpuint (loops->len, ==, 300);
}

static void
a_chain_as_long_as_the_graph_is_walked (void)
{
  const guint n = 100000;
  g_autofree TlGraphLink *links = g_new0 (TlGraphLink, n);

  for (guint i = 0; i < n; i++)
    links[i] = (TlGraphLink) { .cause = i, .effect = (i + 1) % n, .sign = TL_GRAPH_SIGN_PLUS };
  g_autoptr (TlGraph) graph = tl_graph_new_from_links (n, links, n, TL_GRAPH_DEFAULT);
  g_autoptr (GArray) path = tl_graph_find_shortest_path (graph, 0, n - 1);
  g_assert_nonnull (path);
  g_assert_cmpuint (path->len, ==, n - 1);
}

/* Of a review */

static void
a_review_is_read_with_its_signs_and_states (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *a = add_factor (review, "workload");
  g_autofree char *b = add_factor (review, "sickness");
  g_autofree char *there = add_link (review, a, b);
  g_autofree char *back = add_link (review, b, a);
  guint n_links;

  set_field (review, there, "sign", "plus");
  set_field (review, back, "sign", "minus");
  g_autoptr (TlGraph) before = tl_graph_new (review, TL_GRAPH_DEFAULT);
  g_autoptr (GPtrArray) loops = tl_graph_find_loops (before, 10, NULL);
  g_assert_cmpuint (loops->len, ==, 1);
  g_assert_cmpstr (((TlGraphLoop *) g_ptr_array_index (loops, 0))->name, ==, "B1");
  g_assert_cmpstr (tl_record_get_id (tl_graph_get_factor (before, tl_graph_find_factor (before, b))), ==, b);
  g_assert_cmpuint (tl_graph_find_factor (before, back), ==, TL_GRAPH_NONE);

  set_field (review, back, "state", "rejected");
  g_autoptr (TlGraph) after = tl_graph_new (review, TL_GRAPH_DEFAULT);
  g_autoptr (TlGraph) all = tl_graph_new (review, TL_GRAPH_WITH_REJECTED);
  g_autoptr (GPtrArray) none = tl_graph_find_loops (after, 10, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (tl_graph_get_n_links (after), ==, 2);
  tl_graph_get_causes (after, tl_graph_find_factor (after, a), &n_links);
  g_assert_cmpuint (n_links, ==, 0);
  tl_graph_get_causes (all, tl_graph_find_factor (all, a), &n_links);
  g_assert_cmpuint (n_links, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/every-path-is-found-once-and-shorter-ones-first",
                   every_path_is_found_once_and_shorter_ones_first);
  g_test_add_func ("/graph/every-loop-is-found-once-and-has-its-polarity",
                   every_loop_is_found_once_and_has_its_polarity);
  g_test_add_func ("/graph/a-part-is-what-leads-to-each-other", a_part_is_what_leads_to_each_other);
  g_test_add_func ("/graph/steps-are-the-fewest-links-and-end-where-told",
                   steps_are_the_fewest_links_and_end_where_told);
  g_test_add_func ("/graph/a-tangle-is-cut-off-and-says-so", a_tangle_is_cut_off_and_says_so);
  g_test_add_func ("/graph/a-chain-as-long-as-the-graph-is-walked", a_chain_as_long_as_the_graph_is_walked);
  g_test_add_func ("/graph/a-review-is-read-with-its-signs-and-states", a_review_is_read_with_its_signs_and_states);
  return g_test_run ();
}
