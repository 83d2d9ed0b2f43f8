/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The merged map in a release: it has what chains have, and tells of nothing that is withheld. */
#include <string.h>

#include "model/questions/tl-chart-image.h"
#include "model/questions/tl-code-picture.h"
#include "tests/release-case.h"

/* By what it is counted, in how many reviews; of all tables but one. */
static GHashTable *
collect_others (const TlRelease *release,
                guint            but)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < release->tables->len; i++)
    for (guint j = 0; i != but && j < ((TlReleaseTable *) release->tables->pdata[i])->counts->len; j++)
      {
        const TlReleaseCount *count = ((TlReleaseTable *) release->tables->pdata[i])->counts->pdata[j];

        g_hash_table_insert (counts, count->mark, GINT_TO_POINTER ((int) count->count + 1));
      }
  return counts;
}

/* A link of a map is a chain of one link, of those that chance would not give; nothing else of it is said. */
static void
a_map_has_what_chains_have (void)
{
  static const char *const questions[] = { "merged", "chains --length 1", "pairs", NULL };
  const TlGenerateOptions options = { .n_records = 300, .seed = 7, .plants = release_case_plants, .n_plants = 1 };
  LibraryCase self;
  guint n_links = 0;

  library_case_set_up (&self, &options);
  g_autoptr (TlRelease) release = make_release (&self, questions);
  const TlReleaseTable *table = release->tables->pdata[0], *chains = release->tables->pdata[1];
  g_autoptr (GHashTable) others = collect_others (release, 0);

  assert_nothing_small_is_shown (release);
  assert_tables_agree (release);
  g_assert_cmpuint (table->merged->links->len, ==, chains->chains->n_chains);
  g_assert_cmpuint (table->merged->links->len, >, 1);
  for (guint i = 0; i < table->counts->len; i++)
    {
      const TlReleaseCount *count = table->counts->pdata[i];
      int known = GPOINTER_TO_INT (g_hash_table_lookup (others, count->mark)) - 1;

      g_assert_true (g_str_has_prefix (count->mark, "factor|") || known == count->count);
      n_links += g_str_has_prefix (count->mark, "chain|") ? 1 : 0;
    }
  g_assert_cmpuint (n_links, ==, table->merged->links->len);
  for (guint i = 0; i < table->merged->nodes->len; i++)
    g_assert_null (g_array_index (table->merged->nodes, TlMergedNode, i).level);
  g_assert_nonnull (strstr (tl_release_table_get_caption (table), "what is not there may still be in many reviews"));
  library_case_tear_down (&self);
}

/* Everybody knows that a link is in no more reviews than a shorter chain, than its codes, and than both together. */
static void
a_chain_is_part_of_what_it_is_made_of (void)
{
  static const struct {
    const char *mark;
    const char *wider[4];
  } cases[] = {
    { "chain|t@1|any|direct||||t:A > t:B|",
      { "factor|t@1|any|direct||||t:A|", "factor|t@1|any|direct||||t:B|", "pair|t@1|any|direct||||t:A|t:B",
        "pair|t@1|any|direct||||t:B|t:A" } },
    { "tested chain|t@1|any|direct||||t:A > t:B > t:C@x|",
      { "tested chain|t@1|any|direct||||t:A > t:B|", "tested chain|t@1|any|direct||||t:B > t:C|",
        "factor|t@1|any|direct||||t:C|", "chain|t@1|any|direct||||t:A > t:B > t:C@x|" } },
    { "recurring 0>1 2>1|t@1|any|direct||||t:A > t:B > t:C|",
      { "chain|t@1|any|direct||||t:A > t:B|", "chain|t@1|any|direct||||t:C > t:B|" } },
    { "factor|t@1|any|direct||||t:A|", { "tagged|t@1|any|direct||||t:A|", "base|t@1|any|direct|||||" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) wider = tl_release_mark_dup_wider (cases[i].mark);

      for (guint j = 0; j < 4 && cases[i].wider[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (wider, cases[i].wider[j], g_str_equal, NULL))
          g_error ("%s is not part of %s", cases[i].mark, cases[i].wider[j]);
    }
}

/* What is withheld comes last and is as thin as the thinnest, whatever it is. */
static void
a_map_tells_of_a_withheld_link_by_nothing (void)
{
  static const char *const questions[] = { "merged", NULL };
  const TlGenerateOptions options = { .n_records = 300, .seed = 7, .plants = release_case_plants, .n_plants = 1 };
  g_autoptr (GError) error = NULL;
  LibraryCase self;

  library_case_set_up (&self, &options);
  g_autoptr (TlRelease) release = make_release (&self, questions);
  TlReleaseTable *table = release->tables->pdata[0];
  TlReleaseCount *most = NULL;

  for (guint i = 0; i < table->counts->len; i++)
    {
      TlReleaseCount *count = table->counts->pdata[i];

      if (g_str_has_prefix (count->mark, "chain|") && (most == NULL || count->count > most->count))
        most = count;
    }
  most->reason = TL_PROTECT_SECONDARY;
  tl_release_table_show (table, 5, 0);

  const TlMergedLink *last = &g_array_index (table->merged->links, TlMergedLink, table->merged->links->len - 1);
  g_autofree char *csv = tl_merged_dup_csv (table->merged);

  g_assert_cmpint (last->reviews, ==, TL_COUNT_WITHHELD);
  g_assert_cmpfloat (tl_merged_get_share (table->merged, last), ==, 0);
  g_assert_nonnull (strstr (csv, ",c,"));

  g_autoptr (TlPicture) picture = tl_code_picture_of_merged (table->merged, TRUE, NULL, &error);
  const TlPictureLink *drawn = picture->links->pdata[picture->links->len - 1];
  const TlPictureLink *thickest = picture->links->pdata[0];

  g_assert_cmpstr (drawn->marks, ==, "c");
  g_assert_cmpfloat (drawn->thickness, <, thickest->thickness / 4);
  library_case_tear_down (&self);
}

/* Of codes that are known by their places, the first link in most reviews. */
static TlMerged *
make_map (const guint (*links)[2],
          guint n_links,
          guint n_nodes)
{
  TlMerged *merged = g_new0 (TlMerged, 1);

  merged->caption = g_strdup ("A map.");
  merged->base = 100;
  merged->nodes = g_array_new (FALSE, FALSE, sizeof (TlMergedNode));
  merged->links = g_array_new (FALSE, FALSE, sizeof (TlMergedLink));
  for (guint i = 0; i < n_nodes; i++)
    {
      g_autofree char *code = g_strdup_printf ("t:%u", i);
      TlMergedNode node = { (char *) g_intern_string (code), (char *) "A code", NULL, 60 };

      g_array_append_val (merged->nodes, node);
    }
  for (guint i = 0; i < n_links; i++)
    {
      TlMergedLink link = { links[i][0], links[i][1], 40 - i };

      g_array_append_val (merged->links, link);
    }
  tl_merged_order (merged);
  return merged;
}

/* What has room beside each other is on one sheet, what hangs together is never torn, and nothing is drawn twice. */
static void
a_map_goes_on_pages_part_by_part (void)
{
  static const guint links[][2]
    = { { 0, 1 }, { 2, 3 }, { 1, 4 }, { 5, 6 }, { 7, 8 }, { 9, 10 }, { 10, 11 }, { 12, 5 } };
  static const guint sizes[] = { 2, 1, 2, 1, 2 };
  g_autoptr (TlMerged) merged = make_map (links, G_N_ELEMENTS (links), 14);
  g_autoptr (GPtrArray) parts = tl_merged_list_parts (merged, 100);
  g_autoptr (GPtrArray) first = tl_merged_list_parts (merged, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) images = tl_chart_image_list_of_merged (merged, NULL, &error);
  guint n_drawn = 0;

  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpuint (parts->len, ==, G_N_ELEMENTS (sizes));
  for (guint i = 0; i < parts->len; i++)
    {
      const TlMerged *part = parts->pdata[i];

      g_assert_cmpuint (part->links->len, ==, sizes[i]);
      g_assert_cmpint (part->most, ==, 40);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (images->len, >, 1);
  g_assert_cmpuint (images->len, <, parts->len);
  for (guint i = 0; i < images->len; i++)
    {
      g_autoptr (GBytes) svg = tl_chart_image_make (images->pdata[i], TL_PICTURE_SVG, &error);
      g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
      double width, height;

      tl_chart_image_get_size (images->pdata[i], &width, &height);
      g_assert_cmpfloat (width, <, 820);
      for (const char *at = text; (at = strstr (at, "<g id=\"link-")) != NULL; at++)
        n_drawn++;
    }
  g_assert_cmpuint (n_drawn, ==, G_N_ELEMENTS (links));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/release-map/a-map-has-what-chains-have", a_map_has_what_chains_have);
  g_test_add_func ("/release-map/a-map-tells-of-a-withheld-link-by-nothing",
                   a_map_tells_of_a_withheld_link_by_nothing);
  g_test_add_func ("/release-map/a-chain-is-part-of-what-it-is-made-of", a_chain_is_part_of_what_it_is_made_of);
  g_test_add_func ("/release-map/a-map-goes-on-pages-part-by-part", a_map_goes_on_pages_part_by_part);
  return g_test_run ();
}
