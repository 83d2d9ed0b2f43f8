/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables by two facets that cross each other. Of tables by year and region and by region and type what each leaves
 * open can be followed through what both are made of; with a third, by year and type, it gets lost in there. So of
 * tables that close a ring of facets the last is left out but for its margins, which the others have too. */
#include "config.h"

#include "model/releases/tl-release-crossing-private.h"

#include <string.h>

#include "model/releases/tl-release-log.h"
#include "model/releases/tl-release-table.h"

/* Of each facet one that it is tied to, by tables of the same reviews; its own if it is tied to none before it. */
typedef struct {
  TlFacet tied[TL_N_FACETS];
} Ring;

static TlFacet
find_end (const Ring *self,
          TlFacet     facet)
{
  while (self->tied[facet] != facet)
    facet = self->tied[facet];
  return facet;
}

/* Returns whether that closes the ring. */
static gboolean
tie (Ring          *self,
     const TlAsked *question)
{
  TlFacet one = find_end (self, question->rows), other = find_end (self, question->by);

  self->tied[one] = other;
  return one == other;
}

/* What a question is but for its facets. */
static char *
dup_group (const TlAsked *question)
{
  g_autoptr (TlAsked) plain = tl_asked_copy (question);

  plain->kind = TL_ASKED_THEMES;
  plain->rows = plain->by = TL_FACET_NONE;
  return tl_asked_dup_text (plain);
}

/* Whether two questions count the same, if by other facets. */
gboolean
_tl_release_is_same_group (const TlAsked *one,
                           const TlAsked *other)
{
  g_autofree char *group = dup_group (one), *of_other = dup_group (other);

  return strcmp (group, of_other) == 0;
}

/* The same for a table and that table on its side. */
static char *
dup_facets (const TlAsked *question)
{
  g_autofree char *group = dup_group (question);

  return g_strdup_printf ("%d %d %s", MIN (question->rows, question->by), MAX (question->rows, question->by), group);
}

static Ring *
find_ring (GHashTable    *rings,
           const TlAsked *question)
{
  g_autofree char *group = dup_group (question);
  Ring *ring = g_hash_table_lookup (rings, group);

  if (ring != NULL)
    return ring;
  ring = g_new0 (Ring, 1);
  for (guint i = 0; i < G_N_ELEMENTS (ring->tied); i++)
    ring->tied[i] = (TlFacet) i;
  g_hash_table_insert (rings, g_steal_pointer (&group), ring);
  return ring;
}

/* Whether anything of a part of both facets left. */
static gboolean
left_inside (const TlLoggedRelease *logged,
             guint                  table)
{
  const TlAsked *question = logged->plan->questions->pdata[table];

  for (guint i = 0; logged->counts != NULL && i < logged->counts->len; i++)
    {
      const TlLoggedCount *count = &g_array_index (logged->counts, TlLoggedCount, i);
      g_auto (TlReach) reach = { { NULL } };

      if (count->table == table && count->reason != TL_PROTECT_LEFT_OUT && tl_reach_parse (&reach, count->reach)
          && tl_reach_is_single (&reach, question->rows) && tl_reach_is_single (&reach, question->by))
        return TRUE;
    }
  return FALSE;
}

static void
tie_earlier (GHashTable            *rings,
             GHashTable            *known,
             const TlLoggedRelease *logged)
{
  for (guint i = 0; i < logged->plan->questions->len; i++)
    {
      const TlAsked *question = logged->plan->questions->pdata[i];

      if (question->kind == TL_ASKED_CUBE && left_inside (logged, i)
          && g_hash_table_add (known, dup_facets (question)))
        tie (find_ring (rings, question), question);
    }
}

/* Leaves out of @tables what would close a ring, with each other or with tables of @earlier releases. */
void
_tl_release_leave_out_crossing (GPtrArray *tables,
                                GPtrArray *earlier)
{
  g_autoptr (GHashTable) rings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < earlier->len; i++)
    tie_earlier (rings, known, earlier->pdata[i]);
  for (guint i = 0; i < tables->len; i++)
    {
      TlReleaseTable *table = tables->pdata[i];

      if (table->cube != NULL && !table->is_bare && g_hash_table_add (known, dup_facets (table->question))
          && tie (find_ring (rings, table->question), table->question))
        tl_release_table_make_bare (table);
    }
}

/* Leaves out of @others, which @earlier releases asked, what these left out. */
void
_tl_release_leave_out_earlier (GPtrArray *others,
                               GPtrArray *earlier)
{
  g_autoptr (GHashTable) rings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < earlier->len; i++)
    tie_earlier (rings, known, earlier->pdata[i]);
  for (guint i = 0; i < others->len; i++)
    {
      TlReleaseTable *other = others->pdata[i];
      g_autofree char *facets = other->cube != NULL ? dup_facets (other->question) : NULL;

      if (facets != NULL && !g_hash_table_contains (known, facets))
        tl_release_table_make_bare (other);
    }
}
