/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A population: which reviews a question is about, found in the index and put into words. */
#include "config.h"

#include "model/questions/tl-population-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/questions/tl-facet.h"

static const char *const coder_names[] = { "any", "lead", "agreed" };

/**
 * tl_coder_parse:
 * @name: "any", "lead" or "agreed"
 * @coder: (out): what it means
 *
 * Returns: whether it means anything
 */
gboolean
tl_coder_parse (const char *name,
                TlCoder    *coder)
{
  g_return_val_if_fail (name != NULL && coder != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (coder_names); i++)
    if (strcmp (coder_names[i], name) == 0)
      {
        *coder = (TlCoder) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_coder_get_name:
 * @coder: whose tags count
 *
 * Returns: how tl_coder_parse() knows it
 */
const char *
tl_coder_get_name (TlCoder coder)
{
  return coder_names[coder];
}

/**
 * tl_population_parse_years:
 * @self: a population
 * @years: "2009-2012", "2009-", "-2012" or "2009"
 *
 * Returns: whether these are years; if not, @self is as it was
 */
gboolean
tl_population_parse_years (TlPopulation *self,
                           const char   *years)
{
  unsigned from = 0, to = 0;
  int end = -1;

  g_return_val_if_fail (self != NULL && years != NULL, FALSE);

  if (years[0] == '-') /* which would pass for a sign */
    sscanf (years, "-%4u%n", &to, &end);
  else if (sscanf (years, "%4u-%4u%n", &from, &to, &end) != 2 && sscanf (years, "%4u-%n", &from, &end) == 1 && end < 0
           && sscanf (years, "%4u%n", &from, &end) == 1)
    to = from;
  if (end < 0 || years[end] != '\0' || strchr (years, '+') != NULL)
    return FALSE;
  self->year_from = from;
  self->year_to = to;
  return TRUE;
}

/**
 * tl_population_dup_years:
 * @self: a population
 *
 * Returns: (transfer full) (nullable): its years as tl_population_parse_years() reads them; %NULL for all
 */
char *
tl_population_dup_years (const TlPopulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->year_from == 0 && self->year_to == 0)
    return NULL;
  if (self->year_from == self->year_to)
    return g_strdup_printf ("%u", self->year_from);
  if (self->year_from == 0)
    return g_strdup_printf ("-%u", self->year_to);
  return self->year_to == 0 ? g_strdup_printf ("%u-", self->year_from)
                            : g_strdup_printf ("%u-%u", self->year_from, self->year_to);
}

/**
 * tl_population_copy:
 * @self: a population
 * @copy: (out caller-allocates): the same with texts of its own, for tl_population_clear()
 */
void
tl_population_copy (const TlPopulation *self,
                    TlPopulation       *copy)
{
  g_return_if_fail (self != NULL && copy != NULL);

  *copy = *self;
  copy->typology = g_strdup (self->typology);
  copy->version = g_strdup (self->version);
  copy->region = g_strdup (self->region);
  copy->level = g_strdup (self->level);
  copy->method = g_strdup (self->method);
  copy->agency = g_strdup (self->agency);
  copy->age = g_strdup (self->age);
  copy->type = g_strdup (self->type);
}

/**
 * tl_population_clear:
 * @copy: what tl_population_copy() made
 *
 * Frees the texts.
 */
void
tl_population_clear (TlPopulation *copy)
{
  g_return_if_fail (copy != NULL);

  g_free ((char *) copy->typology);
  g_free ((char *) copy->version);
  g_free ((char *) copy->region);
  g_free ((char *) copy->level);
  g_free ((char *) copy->method);
  g_free ((char *) copy->agency);
  g_free ((char *) copy->age);
  g_free ((char *) copy->type);
  *copy = (TlPopulation) { NULL };
}

/**
 * tl_population_equal:
 * @self: a population
 * @other: another
 *
 * Returns: whether both are asked about in the same words
 */
gboolean
tl_population_equal (const TlPopulation *self,
                     const TlPopulation *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_strcmp0 (self->typology, other->typology) == 0 && g_strcmp0 (self->version, other->version) == 0
         && self->year_from == other->year_from && self->year_to == other->year_to
         && g_strcmp0 (self->region, other->region) == 0 && g_strcmp0 (self->level, other->level) == 0
         && g_strcmp0 (self->method, other->method) == 0 && g_strcmp0 (self->agency, other->agency) == 0
         && g_strcmp0 (self->age, other->age) == 0 && g_strcmp0 (self->type, other->type) == 0
         && self->coder == other->coder && !self->across == !other->across;
}

/* Finding */

static gboolean
keep (TlSets      *sets,
      TlSetKind   kind,
      const char   *key,
      TlBits       *records,
      GError      **error)
{
  const TlBits *set = key != NULL ? tl_sets_find (sets, kind, key, NULL, error) : NULL;

  if (set != NULL)
    tl_bits_and (records, set);
  return key == NULL || set != NULL;
}

static gboolean
keep_years (TlSets             *sets,
            const TlPopulation  *population,
            TlBits              *records,
            GError             **error)
{
  if (population->year_from == 0 && population->year_to == 0)
    return TRUE;

  g_autoptr (GPtrArray) years = tl_sets_dup_keys (sets, TL_SET_YEAR, error);
  g_autoptr (TlBits) within = tl_bits_new (records->n_words * 64);

  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      const char *key = g_ptr_array_index (years, i);
      guint year = (guint) strtoul (key, NULL, 10);

      if (key[0] == '\0' || year < population->year_from || (population->year_to > 0 && year > population->year_to))
        continue;

      const TlBits *set = tl_sets_find (sets, TL_SET_YEAR, key, NULL, error);

      if (set == NULL)
        return FALSE;
      tl_bits_or (within, set);
    }
  tl_bits_and (records, within);
  return years != NULL;
}

/* Coded in a version of a typology; a record without any code of it was not coded, whatever it says. */
static gboolean
keep_coded (TlSets     *sets,
            TlTypology  *typology,
            const char  *version,
            TlBits      *records,
            GError     **error)
{
  const char *id = tl_typology_get_id (typology);
  g_autofree char *key = g_strdup_printf ("%s@%s", id, version != NULL ? version : tl_typology_get_version (typology));

  return keep (sets, TL_SET_TYPOLOGY, key, records, error) && keep (sets, TL_SET_CODED, id, records, error);
}

static void
part_free (gpointer data)
{
  TlPopulationPart *part = data;

  g_object_unref (part->typology);
  g_clear_pointer (&part->crosswalk, tl_crosswalk_free);
  tl_bits_free (part->records);
  g_free (part);
}

/* Adds the records of @all that are coded in @typology and in none of the parts before. */
static gboolean
add_part (TlSets      *sets,
          GPtrArray    *parts,
          TlTypology   *typology,
          const char   *version,
          TlCrosswalk  *crosswalk, /* (transfer full) */
          const TlBits *all,
          GError      **error)
{
  TlPopulationPart *part = g_new0 (TlPopulationPart, 1);

  part->typology = g_object_ref (typology);
  part->crosswalk = crosswalk;
  part->records = tl_bits_copy (all);
  for (guint i = 0; i < parts->len; i++)
    tl_bits_and_not (part->records, ((TlPopulationPart *) g_ptr_array_index (parts, i))->records);
  g_ptr_array_add (parts, part);
  return keep_coded (sets, typology, version, part->records, error);
}

static gboolean
leads_anywhere (TlCrosswalk *crosswalk,
                TlTypology  *from)
{
  GListModel *codes = tl_typology_get_codes (from);
  guint n_steps = 0;

  for (guint i = 0; i < g_list_model_get_n_items (codes) && n_steps == 0; i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);

      tl_crosswalk_get (crosswalk, code, &n_steps);
    }
  return n_steps > 0;
}

static gboolean
add_other_parts (TlSets      *sets,
                 GPtrArray    *parts,
                 TlTypology   *typology,
                 const TlBits *all,
                 GError      **error)
{
  g_autoptr (GPtrArray) typologies = tl_typologies_list (NULL);
  gboolean done = TRUE;

  for (guint i = 0; i < typologies->len && done; i++)
    {
      TlTypology *other = g_ptr_array_index (typologies, i);
      g_autoptr (TlCrosswalk) crosswalk = other != typology ? tl_crosswalk_new (other, typology) : NULL;

      if (crosswalk != NULL && leads_anywhere (crosswalk, other))
        done = add_part (sets, parts, other, NULL, g_steal_pointer (&crosswalk), all, error);
    }
  return done;
}

/* Returns: (transfer full) (nullable) (element-type TlPopulationPart): the records that count, by the typology that
 * they are counted in; those coded in the one asked for come first */
GPtrArray *
_tl_population_dup_parts (TlSets             *sets,
                          const TlPopulation  *population,
                          GError             **error)
{
  const char *id = population->typology != NULL ? population->typology : TL_POPULATION_DEFAULT_TYPOLOGY;
  TlTypology *typology = tl_typology_lookup (id, error);
  const TlBits *all = typology != NULL ? tl_sets_find (sets, TL_SET_RECORD, "", NULL, error) : NULL;

  if (all == NULL)
    return NULL;

  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (TlBits) records = tl_bits_copy (all);

  if (keep_years (sets, population, records, error)
      && keep (sets, TL_SET_REGION, population->region, records, error)
      && keep (sets, TL_SET_LEVEL, population->level, records, error)
      && keep (sets, TL_SET_METHOD, population->method, records, error)
      && keep (sets, TL_SET_AGENCY, population->agency, records, error)
      && keep (sets, TL_SET_AGE, population->age, records, error)
      && keep (sets, TL_SET_TYPE, population->type, records, error)
      && add_part (sets, parts, typology, population->version, NULL, records, error)
      && (!population->across || add_other_parts (sets, parts, typology, records, error)))
    return g_steal_pointer (&parts);
  return NULL;
}

/**
 * tl_sets_dup_population:
 * @self: an sets, between tl_sets_begin() and tl_sets_end()
 * @population: what is asked about
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the records that count for @population, the base of every answer; %NULL with
 *   %TL_ERROR_NOT_FOUND if there is no such typology, or if the library can't be read
 */
TlBits *
tl_sets_dup_population (TlSets             *self,
                        const TlPopulation  *population,
                        GError             **error)
{
  g_return_val_if_fail (self != NULL && population != NULL, NULL);

  g_autoptr (GPtrArray) parts = _tl_population_dup_parts (self, population, error);
  TlBits *records = NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const TlPopulationPart *part = g_ptr_array_index (parts, i);

      if (records == NULL)
        records = tl_bits_copy (part->records);
      else
        tl_bits_or (records, part->records);
    }
  return records;
}

/* Words */

static void
append_years (GString            *out,
              const TlPopulation *self)
{
  if (self->year_from > 0 && self->year_to > 0)
    g_string_append_printf (out, _("years %u to %u; "), self->year_from, self->year_to);
  else if (self->year_from > 0)
    g_string_append_printf (out, _("from %u; "), self->year_from);
  else if (self->year_to > 0)
    g_string_append_printf (out, _("until %u; "), self->year_to);
}

static void
append_facet (GString    *out,
              const char *what,
              TlFacet     facet,
              const char *key)
{
  if (key == NULL)
    return;

  g_autofree char *title = tl_facet_dup_title (facet, key);

  /* Translators: what is looked at, as "region"; which, as "London" */
  g_string_append_printf (out, _("%s: %s; "), what, title);
}

/**
 * tl_population_dup_description:
 * @self: a population
 *
 * Returns: (transfer full): its filters, as "years 2009 to 2012; region: London", or "all reviews"
 */
char *
tl_population_dup_description (const TlPopulation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *out = g_string_new (NULL);

  append_years (out, self);
  append_facet (out, _("region"), TL_FACET_REGION, self->region);
  append_facet (out, _("level"), TL_FACET_LEVEL, self->level);
  append_facet (out, _("method"), TL_FACET_METHOD, self->method);
  append_facet (out, _("with an agency of the type"), TL_FACET_AGENCY, self->agency);
  append_facet (out, _("with a child of the age"), TL_FACET_AGE, self->age);
  append_facet (out, _("type of review"), TL_FACET_TYPE, self->type);

  if (out->len == 0)
    g_string_append (out, _("all reviews"));
  else
    g_string_truncate (out, out->len - 2);
  return g_string_free (out, FALSE);
}
