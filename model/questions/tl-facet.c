/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reviews may be divided by: names, titles, and the order in which people expect the parts. */
#include "config.h"

#include "model/questions/tl-facet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/method/tl-method.h"
#include "model/record/tl-kind.h"

static const struct {
  const char  *name;
  TlSetKind  set;
  gboolean     partition;
  const char  *kind;  /* whose field has the choices; NULL if the keys are no choices */
  const char  *field;
  gboolean     ordered; /* as the choices are; else by key */
} facets[] = {
  [TL_FACET_NONE] = { "none", TL_SET_RECORD, TRUE },
  [TL_FACET_YEAR] = { "year", TL_SET_YEAR, TRUE },
  [TL_FACET_REGION] = { "region", TL_SET_REGION, TRUE, "review", "region" },
  [TL_FACET_LEVEL] = { "level", TL_SET_LEVEL, FALSE },
  [TL_FACET_METHOD] = { "method", TL_SET_METHOD, TRUE },
  [TL_FACET_AGENCY] = { "agency", TL_SET_AGENCY, FALSE, "agency", "type", TRUE },
  [TL_FACET_AGE] = { "age", TL_SET_AGE, FALSE, "child", "age_band", TRUE },
  [TL_FACET_TYPE] = { "type", TL_SET_TYPE, TRUE, "review", "type", TRUE },
};

/**
 * tl_facet_parse:
 * @name: such as "year"
 * @facet: (out): what it means
 *
 * Returns: whether it means anything
 */
gboolean
tl_facet_parse (const char *name,
                TlFacet    *facet)
{
  g_return_val_if_fail (name != NULL && facet != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    if (strcmp (facets[i].name, name) == 0)
      {
        *facet = (TlFacet) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_facet_get_name:
 * @facet: a facet
 *
 * Returns: how tl_facet_parse() knows it
 */
const char *
tl_facet_get_name (TlFacet facet)
{
  return facets[facet].name;
}

/**
 * tl_facet_get_kind:
 * @facet: a facet
 *
 * Returns: by what kind of sets it is divided
 */
TlSetKind
tl_facet_get_kind (TlFacet facet)
{
  return facets[facet].set;
}

/**
 * tl_facet_is_partition:
 * @facet: a facet
 *
 * Returns: whether each review belongs to exactly one part, so that the parts add up to the whole
 */
gboolean
tl_facet_is_partition (TlFacet facet)
{
  return facets[facet].partition;
}

/* The first pack that knows the level says what it is called. */
static char *
dup_level_title (const char *key)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < methods->len; i++)
    {
      const TlMethodEntry *level = tl_method_find_entry (g_ptr_array_index (methods, i), TL_VOCABULARY_LEVEL, key);

      if (level != NULL)
        return g_strdup (level->title);
    }
  return g_strdup (key);
}

static char *
dup_method_title (const char *id)
{
  g_autoptr (TlMethod) method = tl_method_lookup (id, NULL);

  return g_strdup (method != NULL ? tl_method_get_title (method) : id);
}

static const TlField *
get_field (TlFacet facet)
{
  return facets[facet].kind != NULL ? tl_kind_find_field (tl_kind_lookup (facets[facet].kind), facets[facet].field)
                                    : NULL;
}

/**
 * tl_facet_dup_title:
 * @facet: a facet
 * @key: of one of its parts
 *
 * Returns: (transfer full): what it is called, translated
 */
char *
tl_facet_dup_title (TlFacet     facet,
                    const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  const TlField *field = get_field (facet);
  const char *label = field != NULL ? tl_field_get_choice_label (field, key) : NULL;

  if (key[0] == '\0')
    return g_strdup (_("Not stated"));
  if (facet == TL_FACET_LEVEL)
    return dup_level_title (key);
  if (facet == TL_FACET_METHOD)
    return dup_method_title (key);
  return g_strdup (label != NULL ? _(label) : key);
}

/* Levels go pack by pack from the top. */
static GPtrArray *
list_levels (void)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);
  GPtrArray *levels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < methods->len; i++)
    for (guint j = 0; j < tl_method_get_n_levels (g_ptr_array_index (methods, i)); j++)
      g_ptr_array_add (levels, g_strdup (tl_method_get_level (g_ptr_array_index (methods, i), j)->key));
  return levels;
}

static GPtrArray *
list_choices (TlFacet facet)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const TlChoice *choices = facets[facet].ordered ? get_field (facet)->choices : NULL;

  for (guint i = 0; choices != NULL && choices[i].key != NULL; i++)
    g_ptr_array_add (keys, g_strdup (choices[i].key));
  return keys;
}

/* Its place among those that have one; after them all others, and what is not stated last. */
static guint
rank (GPtrArray  *order,
      const char *key)
{
  for (guint i = 0; i < order->len; i++)
    if (strcmp (g_ptr_array_index (order, i), key) == 0)
      return i;
  return key[0] != '\0' ? order->len : G_MAXUINT;
}

static int
compare_keys (const void *a,
              const void *b,
              void       *order)
{
  const char *one = *(char *const *) a, *other = *(char *const *) b;
  guint rank_of_one = rank (order, one), rank_of_other = rank (order, other);

  return rank_of_one != rank_of_other ? (rank_of_one < rank_of_other ? -1 : 1) : strcmp (one, other);
}

/**
 * tl_facet_sort:
 * @facet: a facet
 * @keys: (inout) (element-type utf8): keys of its parts
 *
 * Sorts them in the order in which people expect them; what is not stated comes last.
 */
void
tl_facet_sort (TlFacet    facet,
               GPtrArray *keys)
{
  g_return_if_fail (keys != NULL);

  g_autoptr (GPtrArray) order = facet == TL_FACET_LEVEL ? list_levels () : list_choices (facet);

  g_ptr_array_sort_with_data (keys, compare_keys, order);
}
