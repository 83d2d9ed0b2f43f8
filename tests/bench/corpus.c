/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * corpus --reviews N --seed S DIR writes N generated learning records and key.json into DIR. In the records recurs
 * what is planted below, among codes at random: which codes are planted follows from the seed, and all of them occur in
 * the noise too. The same N and S give the same bytes.
 *
 * key.json says in how many reviews each planted thing occurs, chance included, as a slow walk through the written
 * files finds it; "planted" is the share of records in which it was put, in per cent:
 *
 *   { "reviews": N, "seed": S, "typology": "national-1", "version": "1.0",
 *     "themes":    [{ "code", "reviews", "planted" }],
 *     "pairs":     [{ "a", "b", "reviews", "planted" }],
 *     "chains":    [{ "path": [CODE, …], "reviews", "tested", "planted" }],     causes first; "*" is any factor;
 *                                                               "tested": over tested links only
 *     "recurring": [{ "codes": [CODE, …], "links": [[CAUSE, EFFECT], …], "reviews", "planted" }],
 *     "national":  [{ "code", "reviews" }],  reviews with a finding to which links lead from a factor so coded at the
 *                                            national level; with code "*" from any factor there
 *     "gaps":      [{ "word", "reviews", "planted" }],  a word in statements of factors that can't be coded
 *     "search":    [{ "word", "reviews" }] }            a word in any text
 *
 * A code stands for itself and those below it; a review counts once, whoever tagged it; links that were rejected do not
 * count. --factors MIN-MAX gives other sizes than 24 to 56 factors. */
#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "model/library/tl-library-generate.h"
#include "model/typology/tl-typology.h"
#include "tests/support/tl-walk.h"

#define TYPOLOGY "national-1"
#define MAX_CODES 5

/* The most frequent codes of the noise would drown whatever is planted among them. */
#define N_FREQUENT 20

typedef enum {
  THEME,
  PAIR,
  CHAIN,
  RECURRING,
  GAP,
} Sort;

/* Of each sort the codes are drawn; where @any is set, the code at that place is any. */
static const struct {
  Sort        sort;
  guint       n_codes;
  guint       percent;
  guint       any;
  const char *statement;
  const char *word;
} sorts[] = {
  { THEME, 1, 30, 0, NULL, NULL },
  { THEME, 1, 20, 0, NULL, NULL },
  { PAIR, 2, 16, 0, NULL, NULL },
  { PAIR, 2, 10, 0, NULL, NULL },
  { CHAIN, 2, 10, 0, NULL, NULL },
  { CHAIN, 3, 12, 0, NULL, NULL },
  { CHAIN, 3, 8, 0, NULL, NULL },
  { CHAIN, 3, 8, 1, NULL, NULL },
  { CHAIN, 4, 8, 0, NULL, NULL },
  { RECURRING, 4, 7, 0, NULL, NULL },
  { RECURRING, 5, 6, 0, NULL, NULL },
  { GAP, 1, 8, 0, "The interpreter was booked for one visit in %u", "interpreter" },
  { GAP, 1, 6, 0, "The family moved lodgings %u times and each borough closed its file", "lodgings" },
};

static const guint8 path_links[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 } };
/* Two ways from one to another; and three that lead to one, which leads on. */
static const guint8 diamond_links[][2] = { { 0, 1 }, { 0, 2 }, { 1, 3 }, { 2, 3 } };
static const guint8 star_links[][2] = { { 0, 3 }, { 1, 3 }, { 2, 3 }, { 3, 4 } };

typedef struct {
  const char *codes[MAX_CODES];     /* notations */
  char       *qualified[MAX_CODES]; /* or "*" */
  guint       n_reviews;
  guint       n_tested;
} Thing;

typedef struct {
  guint   reviews;
  guint   seed;
  TlPlant plants[G_N_ELEMENTS (sorts)];
  Thing   things[G_N_ELEMENTS (sorts)];
  guint   n_national;
} Corpus;

static const char *const national_levels[] = { "national", "government", NULL };

static void
fail (const char *message)
{
  g_printerr ("corpus: %s\n", message);
  exit (1);
}

/* Drawing what is planted */

static void
find_leaves (GListModel *codes,
             GPtrArray  *leaves)
{
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);

      if (tl_code_get_children (code) != NULL && g_list_model_get_n_items (tl_code_get_children (code)) > 0)
        find_leaves (tl_code_get_children (code), leaves);
      else
        g_ptr_array_add (leaves, (char *) tl_code_get_notation (code));
    }
}

static void
set_links (TlPlant *plant,
           Sort     sort)
{
  switch (sort)
    {
    case CHAIN:
      plant->links = path_links;
      plant->n_links = plant->n_codes - 1;
      break;
    case RECURRING:
      plant->links = plant->n_codes == 4 ? diamond_links : star_links;
      plant->n_links = 4;
      break;
    case THEME:
    case PAIR:
    case GAP:
    default:
      break;
    }
}

/* No code is planted twice, so that each thing can be told from the others. */
static void
draw_plants (Corpus     *corpus,
             TlTypology *typology)
{
  g_autoptr (GPtrArray) leaves = g_ptr_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (corpus->seed);

  find_leaves (tl_typology_get_top (typology), leaves);
  g_ptr_array_remove_range (leaves, 0, N_FREQUENT);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      Thing *thing = &corpus->things[i];

      for (guint j = 0; j < sorts[i].n_codes; j++)
        if (sorts[i].any > 0 && sorts[i].any == j)
          thing->qualified[j] = g_strdup ("*");
        else if (sorts[i].statement == NULL)
          {
            thing->codes[j] = g_ptr_array_steal_index (leaves, (guint) g_rand_int_range (rand, 0, (int) leaves->len));
            thing->qualified[j] = g_strdup_printf ("%s:%s", TYPOLOGY, thing->codes[j]);
          }
      corpus->plants[i] = (TlPlant) { .codes = thing->codes, .n_codes = sorts[i].n_codes,
                                      .statement = sorts[i].statement, .percent = sorts[i].percent };
      set_links (&corpus->plants[i], sorts[i].sort);
    }
}

/* Counting what is there */

static gboolean
has_links (const TlWalk  *walk,
           const Thing   *thing,
           const TlPlant *plant)
{
  for (guint i = 0; i < plant->n_links; i++)
    {
      const char *ends[] = { thing->qualified[plant->links[i][0]], thing->qualified[plant->links[i][1]] };

      if (!tl_walk_has_chain (walk, ends, 2, FALSE))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_thing (const TlWalk *walk,
           Corpus       *corpus,
           guint         i)
{
  const Thing *thing = &corpus->things[i];

  switch (sorts[i].sort)
    {
    case THEME:
      return tl_walk_has_code (walk, thing->qualified[0]);
    case PAIR:
      return tl_walk_has_code (walk, thing->qualified[0]) && tl_walk_has_code (walk, thing->qualified[1]);
    case CHAIN:
      return tl_walk_has_chain (walk, (const char *const *) thing->qualified, sorts[i].n_codes, FALSE);
    case RECURRING:
      return has_links (walk, thing, &corpus->plants[i]);
    case GAP:
    default:
      return tl_walk_cannot_code (walk, sorts[i].word);
    }
}

static void
count_record (Corpus     *corpus,
              const char *path,
              guint      *n_saying,
              guint      *n_reaching)
{
  g_autoptr (TlWalk) walk = tl_walk_new (path);

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      Thing *thing = &corpus->things[i];

      if (has_thing (walk, corpus, i))
        thing->n_reviews++;
      if (sorts[i].sort == CHAIN
          && tl_walk_has_chain (walk, (const char *const *) thing->qualified, sorts[i].n_codes, TRUE))
        thing->n_tested++;
      if (sorts[i].sort == GAP && tl_walk_says (walk, sorts[i].word))
        n_saying[i]++;
      if (sorts[i].sort == THEME && tl_walk_reaches (walk, national_levels, thing->qualified[0]))
        n_reaching[i]++;
    }
  if (tl_walk_reaches (walk, national_levels, NULL))
    corpus->n_national++;
}

/* The key */

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            guint        number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_codes (JsonBuilder       *builder,
           const char        *name,
           const char *const *codes,
           guint              n_codes)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_codes; i++)
    json_builder_add_string_value (builder, codes[i]);
  json_builder_end_array (builder);
}

static void
add_thing (JsonBuilder  *builder,
           const Corpus *corpus,
           guint         i)
{
  const Thing *thing = &corpus->things[i];
  const TlPlant *plant = &corpus->plants[i];
  const char *const *codes = (const char *const *) thing->qualified;

  if (sorts[i].sort == THEME)
    add_text (builder, "code", codes[0]);
  else if (sorts[i].sort == PAIR)
    {
      add_text (builder, "a", codes[0]);
      add_text (builder, "b", codes[1]);
    }
  else if (sorts[i].sort == CHAIN)
    {
      add_codes (builder, "path", codes, sorts[i].n_codes);
      add_number (builder, "tested", thing->n_tested);
    }
  else if (sorts[i].sort == RECURRING)
    {
      add_codes (builder, "codes", codes, sorts[i].n_codes);
      json_builder_set_member_name (builder, "links");
      json_builder_begin_array (builder);
      for (guint j = 0; j < plant->n_links; j++)
        {
          const char *ends[] = { codes[plant->links[j][0]], codes[plant->links[j][1]] };

          add_codes (builder, NULL, ends, 2);
        }
      json_builder_end_array (builder);
    }
  else
    add_text (builder, "word", sorts[i].word);
  add_number (builder, "reviews", thing->n_reviews);
  add_number (builder, "planted", sorts[i].percent);
}

static void
add_things (JsonBuilder  *builder,
            const Corpus *corpus,
            Sort          sort,
            const char   *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].sort == sort)
      {
        json_builder_begin_object (builder);
        add_thing (builder, corpus, i);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

static void
add_counted (JsonBuilder *builder,
             const char  *name,
             const char  *text,
             guint        n_reviews)
{
  json_builder_begin_object (builder);
  add_text (builder, name, text);
  add_number (builder, "reviews", n_reviews);
  json_builder_end_object (builder);
}

static JsonNode *
make_key (const Corpus *corpus,
          const char   *version,
          const guint  *n_saying,
          const guint  *n_reaching)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_number (builder, "reviews", corpus->reviews);
  add_number (builder, "seed", corpus->seed);
  add_text (builder, "typology", TYPOLOGY);
  add_text (builder, "version", version);
  add_things (builder, corpus, THEME, "themes");
  add_things (builder, corpus, PAIR, "pairs");
  add_things (builder, corpus, CHAIN, "chains");
  add_things (builder, corpus, RECURRING, "recurring");
  json_builder_set_member_name (builder, "national");
  json_builder_begin_array (builder);
  add_counted (builder, "code", "*", corpus->n_national);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].sort == THEME)
      add_counted (builder, "code", corpus->things[i].qualified[0], n_reaching[i]);
  json_builder_end_array (builder);
  add_things (builder, corpus, GAP, "gaps");
  json_builder_set_member_name (builder, "search");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].sort == GAP)
      add_counted (builder, "word", sorts[i].word, n_saying[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
write_key (Corpus     *corpus,
           TlTypology *typology,
           const char *folder)
{
  guint n_saying[G_N_ELEMENTS (sorts)] = { 0 }, n_reaching[G_N_ELEMENTS (sorts)] = { 0 };
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *key_path = g_build_filename (folder, "key.json", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < corpus->reviews; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/generated-%05u.xml", folder, i + 1);

      count_record (corpus, path, n_saying, n_reaching);
    }

  g_autoptr (JsonNode) key = make_key (corpus, tl_typology_get_version (typology), n_saying, n_reaching);

  json_generator_set_root (generator, key);
  json_generator_set_pretty (generator, TRUE);
  if (!json_generator_to_file (generator, key_path, &error))
    fail (error->message);
}

int
main (int    argc,
      char **argv)
{
  int reviews = 2000, seed = 1;
  g_autofree char *factors = NULL;
  unsigned least = 24, most = 56;
  const GOptionEntry entries[] = {
    { "reviews", 0, 0, G_OPTION_ARG_INT, &reviews, "How many learning records (2000)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "The same seed gives the same records (1)", "S" },
    { "factors", 0, 0, G_OPTION_ARG_STRING, &factors, "How many factors they have (24-56)", "MIN-MAX" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("DIR");
  g_autoptr (GError) error = NULL;
  Corpus corpus = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    fail (error->message);
  if (argc != 2 || reviews < 1 || reviews > 999999 || seed < 0
      || (factors != NULL && sscanf (factors, "%u-%u", &least, &most) != 2) || least < 4 || most < least || most > 999)
    fail ("usage: corpus [--reviews N] [--seed S] [--factors MIN-MAX] DIR");

  g_autoptr (TlTypology) typology = tl_typology_lookup (TYPOLOGY, &error);

  if (typology == NULL)
    fail (error->message);
  g_object_ref (typology);
  corpus.reviews = (guint) reviews;
  corpus.seed = (guint) seed;
  draw_plants (&corpus, typology);

  const TlGenerateOptions options = { .n_records = corpus.reviews, .seed = corpus.seed, .n_factors = least,
                                      .n_factors_max = most, .plants = corpus.plants,
                                      .n_plants = G_N_ELEMENTS (corpus.plants) };

  if (!tl_library_generate (argv[1], &options, NULL, &error))
    fail (error->message);
  write_key (&corpus, typology, argv[1]);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    for (guint j = 0; j < MAX_CODES; j++)
      g_free (corpus.things[i].qualified[j]);
  return 0;
}
