/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Over which reviews a count goes: by year, region, method and type each review belongs to exactly one part, so these
 * tell which counts are sums of which. A reach is kept in words and not as the parts there were, for next year there
 * may be more. */
#include "config.h"

#include "model/releases/tl-release-reach.h"

#include <stdlib.h>
#include <string.h>

const TlFacet tl_reach_facets[TL_REACH_N_FACETS] = { TL_FACET_YEAR, TL_FACET_REGION, TL_FACET_METHOD, TL_FACET_TYPE };

static guint
position_of (TlFacet facet)
{
  guint i = 0;

  while (i < TL_REACH_N_FACETS && tl_reach_facets[i] != facet)
    i++;
  return i;
}

static char *
dup_single (const char *key)
{
  g_autofree char *escaped = key != NULL ? g_uri_escape_string (key, NULL, TRUE) : NULL;

  return escaped != NULL ? g_strconcat ("=", escaped, NULL) : g_strdup ("*");
}

static char *
dup_years (const TlPopulation *population)
{
  g_autofree char *from = population->year_from > 0 ? g_strdup_printf ("%u", population->year_from) : g_strdup ("");
  g_autofree char *to = population->year_to > 0 ? g_strdup_printf ("%u", population->year_to) : g_strdup ("");

  if (population->year_from == 0 && population->year_to == 0)
    return g_strdup ("*");
  return strcmp (from, to) == 0 ? dup_single (from) : g_strconcat (from, "..", to, NULL);
}

/**
 * tl_reach_init:
 * @self: (out caller-allocates): for tl_reach_clear()
 * @population: a population
 *
 * Sets @self to all reviews of @population.
 */
void
tl_reach_init (TlReach            *self,
               const TlPopulation *population)
{
  g_return_if_fail (self != NULL && population != NULL);

  self->parts[0] = dup_years (population);
  self->parts[1] = dup_single (population->region);
  self->parts[2] = dup_single (population->method);
  self->parts[3] = dup_single (population->type);
}

/**
 * tl_reach_parse:
 * @self: (out caller-allocates): for tl_reach_clear()
 * @text: what tl_reach_dup_text() wrote
 *
 * Returns: whether it is a reach; if not, there is nothing to clear
 */
gboolean
tl_reach_parse (TlReach    *self,
                const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);

  *self = (TlReach) { { NULL } };
  if (g_strv_length (parts) != TL_REACH_N_FACETS)
    return FALSE;
  for (guint i = 0; i < TL_REACH_N_FACETS; i++)
    self->parts[i] = g_steal_pointer (&parts[i]);
  return TRUE;
}

/**
 * tl_reach_clear:
 * @self: a reach
 */
void
tl_reach_clear (TlReach *self)
{
  for (guint i = 0; i < TL_REACH_N_FACETS; i++)
    g_clear_pointer (&self->parts[i], g_free);
}

/**
 * tl_reach_dup_text:
 * @self: a reach
 *
 * Returns: (transfer full): its parts in a line
 */
char *
tl_reach_dup_text (const TlReach *self)
{
  return g_strjoin ("|", self->parts[0], self->parts[1], self->parts[2], self->parts[3], NULL);
}

/**
 * tl_reach_narrow:
 * @self: a reach
 * @facet: one of #tl_reach_facets
 * @key: of one of its parts
 *
 * Leaves only that part.
 */
void
tl_reach_narrow (TlReach    *self,
                 TlFacet     facet,
                 const char *key)
{
  guint at = position_of (facet);

  g_return_if_fail (at < TL_REACH_N_FACETS);
  g_free (self->parts[at]);
  self->parts[at] = dup_single (key);
}

/**
 * tl_reach_exclude:
 * @self: a reach that excludes nothing yet
 * @facet: one of #tl_reach_facets
 * @keys: (array length=n_keys): of some of its parts
 * @n_keys: how many
 *
 * Leaves what is in none of them.
 */
void
tl_reach_exclude (TlReach *self,
                  TlFacet  facet,
                  char   **keys,
                  guint    n_keys)
{
  guint at = position_of (facet);

  g_return_if_fail (at < TL_REACH_N_FACETS);

  GString *text = g_string_new (self->parts[at]);

  for (guint i = 0; i < n_keys; i++)
    {
      g_autofree char *escaped = g_uri_escape_string (keys[i], NULL, TRUE);

      g_string_append_printf (text, "%c%s", i == 0 ? '!' : ',', escaped);
    }
  g_free (self->parts[at]);
  self->parts[at] = g_string_free (text, FALSE);
}

static gboolean
is_within (const char *range,
           const char *key)
{
  const char *to = strstr (range, "..");
  unsigned long year = strtoul (key, NULL, 10);

  if (key[0] == '\0' || to == NULL)
    return FALSE;
  return year >= strtoul (range, NULL, 10) && (to[2] == '\0' || year <= strtoul (to + 2, NULL, 10));
}

/**
 * tl_reach_contains:
 * @self: a reach
 * @facet: the position of a facet in #tl_reach_facets
 * @key: of one of its parts
 *
 * Returns: whether reviews of this part are counted
 */
gboolean
tl_reach_contains (const TlReach *self,
                   guint          facet,
                   const char    *key)
{
  g_return_val_if_fail (facet < TL_REACH_N_FACETS && key != NULL, FALSE);

  g_autofree char *escaped = g_uri_escape_string (key, NULL, TRUE);
  g_auto (GStrv) parts = g_strsplit (self->parts[facet], "!", 2);
  g_auto (GStrv) others = g_strsplit (parts[0] != NULL && parts[1] != NULL ? parts[1] : "", ",", -1);
  const char *some = parts[0] != NULL ? parts[0] : "";

  if (parts[0] != NULL && parts[1] != NULL
      && (g_strv_contains ((const char *const *) others, escaped) || (parts[1][0] == '\0' && key[0] == '\0')))
    return FALSE;
  if (some[0] == '*')
    return TRUE;
  return some[0] == '=' ? strcmp (some + 1, escaped) == 0 : is_within (some, key);
}

/**
 * tl_reach_add_keys:
 * @self: a reach
 * @facet: the position of a facet in #tl_reach_facets
 * @keys: (element-type utf8): a set that owns its texts
 *
 * Adds the keys of parts that it names.
 */
void
tl_reach_add_keys (const TlReach *self,
                   guint          facet,
                   GHashTable    *keys)
{
  g_auto (GStrv) names = g_strsplit_set (self->parts[facet], "!,", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = i > 0 ? names[i] : names[i][0] == '=' ? names[i] + 1 : NULL;
      char *key = name != NULL ? g_uri_unescape_string (name, NULL) : NULL;

      if (key != NULL)
        g_hash_table_add (keys, key);
    }
}

/**
 * tl_reach_is_single:
 * @self: a reach
 * @facet: one of #tl_reach_facets
 *
 * Returns: whether it is of one part of this facet
 */
gboolean
tl_reach_is_single (const TlReach *self,
                    TlFacet        facet)
{
  guint at = position_of (facet);

  g_return_val_if_fail (at < TL_REACH_N_FACETS, FALSE);
  return self->parts[at][0] == '=' && strchr (self->parts[at], '!') == NULL;
}
