/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds counts to a table of a release, and says of each what it is of: so that one that stands in several tables, or in
 * those of another release, is known to be the same. */
#include "config.h"

#include "model/releases/tl-release-adding-private.h"

/**
 * _tl_adding_begin:
 * @self: (out caller-allocates): for _tl_adding_clear()
 * @table: a table, which outlives @self
 * @version: of the typology that was counted in, which does too
 *
 * Begins with all reviews of the table.
 */
void
_tl_adding_begin (TlAdding       *self,
                  TlReleaseTable *table,
                  const char     *version)
{
  *self = (TlAdding) { .table = table, .version = version, .population = table->question->population, .least = 1 };
  tl_reach_init (&self->reach, &self->population);
}

void
_tl_adding_clear (TlAdding *self)
{
  tl_reach_clear (&self->reach);
}

/* Narrows what is added to a part of a facet: either it adds up along it, or its counts are of something else. */
void
_tl_adding_narrow (TlAdding   *self,
                   TlFacet     facet,
                   const char *key)
{
  const char *known = key[0] != '\0' ? key : "-"; /* at no level is not at any */

  if (facet == TL_FACET_LEVEL)
    self->population.level = known;
  else if (facet == TL_FACET_AGENCY)
    self->population.agency = known;
  else if (facet == TL_FACET_AGE)
    self->population.age = known;
  else if (facet != TL_FACET_NONE)
    tl_reach_narrow (&self->reach, facet, key);
}

/**
 * _tl_adding_count:
 * @measure: what is counted, as tl_release_mark_new() has it
 * @a: (nullable): a code
 * @b: (nullable): another
 * @place: (nullable): where the answer has it; %NULL for a zero that it does not show
 * @worth: how dear its loss is
 * @where: (transfer full): for people: where in the table it stands
 *
 * Adds a count, if the answer has one there and not a symbol.
 */
void
_tl_adding_count (TlAdding       *self,
                  const char     *measure,
                  const char     *a,
                  const char     *b,
                  gint64         *place,
                  TlProtectWorth  worth,
                  char           *where)
{
  TlAsked question = *self->table->question;

  question.population = self->population;
  if (place != NULL && *place < 0)
    {
      g_free (where);
      return;
    }

  TlReleaseCount *count = g_new0 (TlReleaseCount, 1);
  g_autofree char *reach = tl_reach_dup_text (&self->reach);

  tl_reach_parse (&count->reach, reach);
  count->mark = tl_release_mark_new (&question, self->version, measure, a, b);
  count->where = where;
  count->place = place;
  count->count = place != NULL ? *place : 0;
  count->least = self->least;
  count->worth = worth;
  g_ptr_array_add (self->table->counts, count);
}
