/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which counts of releases add up: along each facet by which every review belongs to exactly one part. */
#include "config.h"

#include "model/releases/tl-release-system-private.h"

#include <string.h>

static guint
count_parts (const char *parts)
{
  guint n = 0;

  for (; *parts != '\0'; parts++)
    n += *parts == '1' ? 1 : 0;
  return n;
}

static gboolean
is_inside (const char *inner,
           const char *outer)
{
  for (; *inner != '\0'; inner++, outer++)
    if (*inner == '1' && *outer == '0')
      return FALSE;
  return TRUE;
}

static gboolean
is_apart (const char *one,
          const char *other)
{
  for (; *one != '\0'; one++, other++)
    if (*one == '1' && *other == '1')
      return FALSE;
  return TRUE;
}

/* Counts of the same but for one facet, the largest parts first. */
typedef struct {
  TlReleaseSystem *system;
  guint            facet;
  GPtrArray       *entries;
} Line;

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer      facet)
{
  const TlReleaseEntry *one = *(TlReleaseEntry *const *) a, *other = *(TlReleaseEntry *const *) b;
  const char *parts = one->parts[GPOINTER_TO_UINT (facet)], *others = other->parts[GPOINTER_TO_UINT (facet)];
  guint n = count_parts (parts), n_others = count_parts (others);

  return n != n_others ? (n < n_others) - (n > n_others) : strcmp (others, parts);
}

static const char *
parts_of (const Line *line,
          guint       i)
{
  return ((TlReleaseEntry *) line->entries->pdata[i])->parts[line->facet];
}

/* Whether an entry is told of as a part. What closes a ring of tables needs not be: what it is made of says it all. */
static gboolean
is_told (const Line *line,
         guint       i)
{
  return ((TlReleaseEntry *) line->entries->pdata[i])->status != TL_RELEASE_CLOSING;
}

/* Chooses parts of a whole that have nothing in common, beginning with @first. */
static GArray *
choose_parts (const Line *line,
              guint       whole,
              guint       first)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (chosen, first);
  for (guint i = whole + 1; i < line->entries->len; i++)
    {
      gboolean apart = i != first && is_told (line, i) && is_inside (parts_of (line, i), parts_of (line, whole));

      for (guint j = 0; j < chosen->len && apart; j++)
        apart = is_apart (parts_of (line, i), parts_of (line, g_array_index (chosen, guint, j)));
      if (apart)
        g_array_append_val (chosen, i);
    }
  return chosen;
}

static void
add_sum (const Line   *line,
         guint         whole,
         const GArray *chosen)
{
  TlProtectSystem *protect = line->system->protect;
  g_autofree guint *cells = g_new (guint, chosen->len + 1);
  const TlReleaseEntry *total = line->entries->pdata[whole];
  gint64 rest = total->count;
  guint n_parts = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      const TlReleaseEntry *part = line->entries->pdata[g_array_index (chosen, guint, i)];

      cells[i] = part->cell;
      rest -= part->count;
      n_parts += count_parts (part->parts[line->facet]);
    }
  if (rest < 0)
    return;
  if (n_parts < count_parts (total->parts[line->facet]))
    {
      gboolean guarded = total->release == 0 && total->status != TL_RELEASE_LEFT_OUT;
      const TlReleaseRest left = { tl_protect_system_add_unknown (protect, rest, 0, guarded), total->mark };

      cells[chosen->len] = left.cell;
      g_array_append_val (line->system->rests, left);
    }
  tl_protect_system_add_sum (protect, total->cell, cells,
                             chosen->len + (n_parts < count_parts (total->parts[line->facet]) ? 1 : 0));
}

/* Says of a whole all that its parts tell; those within others that are said need not be said again. */
static void
add_sums_of (const Line *line,
             guint       whole)
{
  g_autofree gboolean *said = g_new0 (gboolean, line->entries->len);

  for (guint i = whole + 1; i < line->entries->len; i++)
    {
      gboolean needed = is_told (line, i) && is_inside (parts_of (line, i), parts_of (line, whole));

      for (guint j = whole + 1; j < line->entries->len && needed; j++)
        needed = !said[j] || !is_inside (parts_of (line, i), parts_of (line, j));
      if (!needed)
        continue;

      g_autoptr (GArray) chosen = choose_parts (line, whole, i);

      for (guint j = 0; j < chosen->len; j++)
        said[g_array_index (chosen, guint, j)] = TRUE;
      add_sum (line, whole, chosen);
    }
}

static void
add_line_entry (GHashTable  *lines,
                const TlReleaseEntry *entry,
                guint        facet)
{
  char *place = _tl_release_system_dup_place (entry->release, entry->mark, entry->parts, facet);
  GPtrArray *entries = g_hash_table_lookup (lines, place);

  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (lines, g_strdup (place), entries);
    }
  g_ptr_array_add (entries, (gpointer) entry);
  g_free (place);
}

/* The order of a hash table is not the same on every run, that of the entries is. */
void
_tl_release_sums_add (TlReleaseSystem *self)
{
  for (guint facet = 0; facet < TL_REACH_N_FACETS; facet++)
    {
      g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify) g_ptr_array_unref);

      for (guint i = 0; i < self->entries->len; i++)
        if (_tl_release_system_is_placed (self, i))
          add_line_entry (lines, ((TlReleaseEntry *) self->entries->pdata[i]), facet);
      for (guint i = 0; i < self->entries->len; i++)
        {
          const TlReleaseEntry *entry = ((TlReleaseEntry *) self->entries->pdata[i]);
          g_autofree char *place = _tl_release_system_dup_place (entry->release, entry->mark, entry->parts, facet);
          GPtrArray *entries = _tl_release_system_is_placed (self, i) ? g_hash_table_lookup (lines, place) : NULL;
          Line line = { self, facet, entries };

          if (entries == NULL || entries->len < 2 || entries->pdata[0] != entry)
            continue;
          g_ptr_array_sort_with_data (entries, compare_sizes, GUINT_TO_POINTER (facet));
          for (guint j = 0; j + 1 < entries->len; j++)
            add_sums_of (&line, j);
          g_ptr_array_set_size (entries, 0);
        }
    }
}
