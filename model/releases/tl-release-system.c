/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What everybody knows of the counts of releases: that a whole is the sum of its parts along years, regions, methods
 * and types; that a part of something counts no more than it; and that what was counted then and is counted now differ
 * by what came and went between. */
#include "config.h"

#include "model/releases/tl-release-system-private.h"

#include <string.h>

#include "model/releases/tl-release-table.h"

/* How many marks may lie between one and another that counts more and is published. */
#define MAX_WIDER 4

static void
free_entry (gpointer data)
{
  TlReleaseEntry *entry = data;

  tl_reach_clear (&entry->reach);
  g_free (entry->mark);
  g_free (entry);
}

/**
 * tl_release_system_new:
 * @threshold: counts from 1 to this are small
 * @says_differences: whether small differences between releases may be told
 *
 * Returns: (transfer full): a system without counts
 */
TlReleaseSystem *
tl_release_system_new (guint    threshold,
                       gboolean says_differences)
{
  TlReleaseSystem *self = g_new0 (TlReleaseSystem, 1);

  self->threshold = threshold;
  self->says_differences = says_differences;
  for (guint i = 0; i < TL_REACH_N_FACETS; i++)
    self->keys[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->differences = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rests = g_array_new (FALSE, FALSE, sizeof (TlReleaseRest));
  return self;
}

/**
 * tl_release_system_free:
 * @self: (transfer full): a system
 */
void
tl_release_system_free (TlReleaseSystem *self)
{
  for (guint i = 0; i < TL_REACH_N_FACETS; i++)
    g_hash_table_unref (self->keys[i]);
  g_clear_pointer (&self->protect, tl_protect_system_free);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->differences);
  g_array_unref (self->rests);
  g_free (self);
}

/**
 * tl_release_system_add_key:
 * @self: a system
 * @facet: the position of a facet in #tl_reach_facets
 * @key: of a part that there are reviews of
 */
void
tl_release_system_add_key (TlReleaseSystem *self,
                           guint            facet,
                           const char      *key)
{
  g_return_if_fail (self != NULL && facet < TL_REACH_N_FACETS);
  g_hash_table_add (self->keys[facet], g_strdup (key));
}

/**
 * tl_release_system_add:
 * @self: a system that is not solved
 * @release: the number of an earlier release, or 0 for what is counted now
 * @status: how it stands to the release that is made
 * @mark: what is counted
 * @reach: over which reviews
 * @count: how many
 * @least: what everybody knows it to be at least where it is withheld
 * @worth: how dear its loss is
 *
 * Returns: the number of the count
 */
guint
tl_release_system_add (TlReleaseSystem *self,
                       gint64           release,
                       TlReleaseStatus  status,
                       const char      *mark,
                       const TlReach   *reach,
                       gint64           count,
                       gint64           least,
                       TlProtectWorth   worth)
{
  g_return_val_if_fail (self != NULL && mark != NULL && reach != NULL, 0);

  TlReleaseEntry *entry = g_new0 (TlReleaseEntry, 1);
  g_autofree char *text = tl_reach_dup_text (reach);

  tl_reach_parse (&entry->reach, text);
  for (guint i = 0; i < TL_REACH_N_FACETS; i++)
    tl_reach_add_keys (reach, i, self->keys[i]);
  entry->release = release;
  entry->given = entry->status = status;
  entry->mark = g_strdup (mark);
  entry->count = count;
  entry->least = least;
  entry->worth = worth;
  g_ptr_array_add (self->entries, entry);
  return self->entries->len - 1;
}

/**
 * tl_release_system_require:
 * @self: a system
 * @entry: the number of a count that is to be published
 *
 * Withholds it in any case.
 */
void
tl_release_system_require (TlReleaseSystem *self,
                           guint            entry)
{
  g_return_if_fail (self != NULL && entry < self->entries->len);
  ((TlReleaseEntry *) self->entries->pdata[entry])->required = TRUE;
}

static TlReleaseEntry *
get_entry (TlReleaseSystem *self,
           guint            i)
{
  return self->entries->pdata[i];
}

/* Places */

/* The parts of a facet in an entry, in the same words where they are the same. */
static const char *
find_parts (TlReleaseSystem      *self,
            const TlReleaseEntry *entry,
            guint                 facet,
            GList                *keys)
{
  g_autofree char *text = g_strdup_printf ("%u %s", facet, entry->reach.parts[facet]);
  const char *known = g_hash_table_lookup (self->texts, text);

  if (known != NULL)
    return known;

  g_autoptr (GString) parts = g_string_new (NULL);

  for (GList *key = keys; key != NULL; key = key->next)
    g_string_append_c (parts, tl_reach_contains (&entry->reach, facet, key->data) ? '1' : '0');
  known = g_intern_string (parts->str);
  g_hash_table_insert (self->texts, g_steal_pointer (&text), (gpointer) known);
  return known;
}

char *
_tl_release_system_dup_place (gint64             release,
           const char        *mark,
           const char *const *parts,
           guint              but)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s %p %p %p %p", release, mark, but == 0 ? NULL : parts[0],
                          but == 1 ? NULL : parts[1], but == 2 ? NULL : parts[2], but == 3 ? NULL : parts[3]);
}

TlReleaseEntry *
_tl_release_system_find (TlReleaseSystem   *self,
            gint64             release,
            const char        *mark,
            const char *const *parts)
{
  g_autofree char *place = _tl_release_system_dup_place (release, mark, parts, TL_REACH_N_FACETS);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, place));

  return at > 0 ? get_entry (self, at - 1) : NULL;
}

/* What has no part at all counts nothing, and is not there. */
static gboolean
has_parts (const TlReleaseEntry *entry)
{
  for (guint i = 0; i < TL_REACH_N_FACETS; i++)
    if (strchr (entry->parts[i], '1') == NULL)
      return FALSE;
  return TRUE;
}

/* One count may be in several tables. Where two say that they count the same and do not, each is by itself. */
static void
place_entry (TlReleaseSystem *self,
             guint            at)
{
  TlReleaseEntry *entry = get_entry (self, at);
  TlReleaseEntry *known = _tl_release_system_find (self, entry->release, entry->mark, entry->parts);

  entry->same_as = at;
  if (known != NULL && known->count == entry->count)
    {
      entry->same_as = known->same_as;
      known->status = MIN (known->status, entry->status);
      known->least = MAX (known->least, entry->least);
      known->worth = MAX (known->worth, entry->worth);
      known->required |= entry->required;
    }
  else if (known == NULL && has_parts (entry))
    g_hash_table_insert (self->places,
                         _tl_release_system_dup_place (entry->release, entry->mark, entry->parts, TL_REACH_N_FACETS),
                         GUINT_TO_POINTER (at + 1));
}

static void
place_all (TlReleaseSystem *self)
{
  GList *keys[TL_REACH_N_FACETS];

  g_hash_table_remove_all (self->places);
  g_hash_table_remove_all (self->texts);
  for (guint i = 0; i < TL_REACH_N_FACETS; i++)
    keys[i] = g_list_sort (g_hash_table_get_keys (self->keys[i]), (GCompareFunc) strcmp);
  for (guint i = 0; i < self->entries->len; i++)
    {
      for (guint j = 0; j < TL_REACH_N_FACETS; j++)
        get_entry (self, i)->parts[j] = find_parts (self, get_entry (self, i), j, keys[j]);
      place_entry (self, i);
    }
  for (guint i = 0; i < TL_REACH_N_FACETS; i++)
    g_list_free (keys[i]);
}

gboolean
_tl_release_system_is_placed (TlReleaseSystem *self,
                              guint            i)
{
  const TlReleaseEntry *entry = get_entry (self, i);

  return entry->same_as == i && _tl_release_system_find (self, entry->release, entry->mark, entry->parts) == entry;
}

/* What has not changed since it left is shown or withheld as it was, and thought of as one count: other numbers that
 * have not changed either are proof enough. What is small by the threshold of today is not shown again. */
static TlReleaseEntry *
find_unchanged (TlReleaseSystem      *self,
                const TlReleaseEntry *then)
{
  TlReleaseEntry *now = !then->given_up && !self->without_new
                          ? _tl_release_system_find (self, 0, then->mark, then->parts)
                          : NULL;

  return now != NULL && now->count == then->count && now->unchanged && now->status == then->status ? now : NULL;
}

static void
take_unchanged (TlReleaseSystem *self,
                TlReleaseStatus  status)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TlReleaseEntry *then = get_entry (self, i);
      TlReleaseEntry *now = then->release != 0 && then->status == status && !then->given_up
                              ? _tl_release_system_find (self, 0, then->mark, then->parts)
                              : NULL;

      if (now == NULL || now->count != then->count || now->unchanged || now->status == TL_RELEASE_LEFT_OUT
          || now->status == TL_RELEASE_CLOSING
          || (status == TL_RELEASE_LEFT && now->count >= 1 && now->count <= self->threshold))
        continue;
      now->status = status;
      now->unchanged = TRUE;
    }
}

static guint
add_cell (TlReleaseSystem      *self,
          const TlReleaseEntry *entry)
{
  guint cell;

  switch (entry->status)
    {
    case TL_RELEASE_LEFT_OUT:
    case TL_RELEASE_CLOSING:
    case TL_RELEASE_UNPUBLISHED:
      return tl_protect_system_add_unknown (self->protect, entry->count, 0, TRUE);
    case TL_RELEASE_INNER:
      return tl_protect_system_add_inner (self->protect, entry->count);
    case TL_RELEASE_LEFT:
    case TL_RELEASE_LEFT_WITHHELD:
      cell = tl_protect_system_add_published (self->protect, entry->count,
                                              entry->status == TL_RELEASE_LEFT_WITHHELD, !entry->given_up);
      break;
    case TL_RELEASE_TO_LEAVE:
    default:
      cell = tl_protect_system_add_count (self->protect, entry->count,
                                          self->gives_bases ? MIN (entry->worth, TL_PROTECT_TOTAL) : entry->worth,
                                          entry->required);
      break;
    }
  tl_protect_system_set_least (self->protect, cell, entry->least);
  return cell;
}

/* Parts of other kinds */

/* Says that @entry is at most what counts more; where that is not published, what counts more still. */
static void
add_wider (TlReleaseSystem *self,
           const TlReleaseEntry     *entry,
           const char      *mark,
           guint            depth,
           GHashTable      *seen)
{
  g_autoptr (GPtrArray) wider = tl_release_mark_dup_wider (mark);

  for (guint i = 0; i < wider->len; i++)
    {
      TlReleaseEntry *more = _tl_release_system_find (self, entry->release, wider->pdata[i], entry->parts);

      if (!g_hash_table_add (seen, g_strdup (wider->pdata[i])))
        continue;
      if (more != NULL)
        tl_protect_system_add_at_most (self->protect, entry->cell, more->cell);
      else if (depth < MAX_WIDER)
        add_wider (self, entry, wider->pdata[i], depth + 1, seen);
    }
}

/* What two codes have in common, and neither more nor less than there is room for: of all, what has the one, what has
 * the other, and what has both. Of a code what is so and what may be so are apart. */
static void
add_overlap (TlReleaseSystem *self,
             const TlReleaseEntry     *entry)
{
  const char *codes = strchr (entry->mark, '|');
  gboolean is_pair = g_str_has_prefix (entry->mark, "pair|");
  gboolean is_uncertain = g_str_has_prefix (entry->mark, "uncertain|");

  if (!is_pair && !is_uncertain)
    return;

  g_auto (GStrv) fields = g_strsplit (codes + 1, "|", -1);
  guint n = g_strv_length (fields);
  g_autofree char *common = g_strjoin ("|", fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], NULL);
  g_autofree char *all = g_strdup_printf ("base|%s||", common);
  g_autofree char *coded = g_strdup_printf ("coded|%s|%s|", common, fields[n - 2]);
  g_autofree char *one = g_strdup_printf ("tagged|%s|%s|", common, fields[n - 2]);
  g_autofree char *other = g_strdup_printf ("tagged|%s|%s|", common, fields[n - 1]);
  const TlReleaseEntry *base = _tl_release_system_find (self, entry->release, is_pair ? all : coded, entry->parts);
  const TlReleaseEntry *a = _tl_release_system_find (self, entry->release, one, entry->parts);
  const TlReleaseEntry *b = is_pair ? _tl_release_system_find (self, entry->release, other, entry->parts) : entry;

  base = base != NULL ? base : _tl_release_system_find (self, entry->release, all, entry->parts);
  if (base == NULL || a == NULL || b == NULL)
    return;

  gint64 rest = base->count - a->count - b->count + (is_pair ? entry->count : 0);

  if (rest < 0)
    return;

  guint cells[] = { base->cell, a->cell, b->cell, tl_protect_system_add_unknown (self->protect, rest, 0, FALSE),
                    entry->cell };

  tl_protect_system_add_relation (self->protect, cells, (const int[]) { 1, -1, -1, -1, 1 }, is_pair ? 5 : 4);
}

/* Then and now */

static void
add_difference (TlReleaseSystem *self,
                TlReleaseEntry  *then)
{
  const TlReleaseEntry *now = _tl_release_system_find (self, 0, then->mark, then->parts);

  if (now == NULL || now->cell == then->cell)
    return;

  /* Where nothing has gone, people will think that nothing did. */
  gint64 difference = now->count - then->count;
  guint cells[] = { now->cell, then->cell,
                    tl_protect_system_add_unknown (self->protect, difference,
                                                   difference >= 0 ? 0 : TL_PROTECT_NO_LEAST,
                                                   !self->says_differences && !self->without_new) };

  tl_protect_system_add_relation (self->protect, cells, (const int[]) { 1, -1, -1 }, 3);
  then->difference = cells[2] + 1;
  if (now->status == TL_RELEASE_TO_LEAVE && then->status == TL_RELEASE_LEFT)
    {
      guint at = now->same_as;

      if (ABS (difference) >= 1 && ABS (difference) <= self->threshold)
        g_array_append_val (self->differences, at);
    }
}

/* Makes of all counts a system that is not solved. What was left out since the last time stays so. */
void
_tl_release_system_build (TlReleaseSystem *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      get_entry (self, i)->status = get_entry (self, i)->given;
      get_entry (self, i)->unchanged = FALSE;
      get_entry (self, i)->difference = 0;
    }
  place_all (self);
  g_clear_pointer (&self->protect, tl_protect_system_free);
  self->protect = tl_protect_system_new (self->threshold);
  g_array_set_size (self->differences, 0);
  g_array_set_size (self->rests, 0);
  take_unchanged (self, TL_RELEASE_LEFT_WITHHELD);
  take_unchanged (self, TL_RELEASE_LEFT);
  for (guint i = 0; i < self->entries->len; i++)
    {
      TlReleaseEntry *entry = get_entry (self, i);

      if (entry->same_as == i && (entry->release == 0 || find_unchanged (self, entry) == NULL))
        entry->cell = add_cell (self, entry);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      TlReleaseEntry *entry = get_entry (self, i);
      TlReleaseEntry *now = entry->release != 0 ? find_unchanged (self, entry) : NULL;

      if (entry->same_as != i)
        entry->cell = get_entry (self, entry->same_as)->cell;
      if (now != NULL)
        entry->cell = get_entry (self, now->same_as)->cell;
    }
  _tl_release_sums_add (self);
  for (guint i = 0; i < self->entries->len; i++)
    if (_tl_release_system_is_placed (self, i))
      {
        TlReleaseEntry *entry = get_entry (self, i);
        g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

        /* What closes a ring is at most what its parts are. */
        if (entry->status != TL_RELEASE_CLOSING)
          add_wider (self, entry, entry->mark, 0, seen);
        add_overlap (self, entry);
        if (entry->release != 0)
          add_difference (self, entry);
      }
}

/**
 * tl_release_system_get_reason:
 * @self: a system that is solved
 * @entry: the number of a count that is to be published
 *
 * Returns: why it is withheld or left out, if it is
 */
TlProtectReason
tl_release_system_get_reason (TlReleaseSystem *self,
                              guint            entry)
{
  g_return_val_if_fail (self != NULL && self->protect != NULL && entry < self->entries->len, TL_PROTECT_SHOWN);

  const TlReleaseEntry *placed = get_entry (self, get_entry (self, entry)->same_as);

  if (placed->status == TL_RELEASE_LEFT_OUT || placed->status == TL_RELEASE_CLOSING)
    return TL_PROTECT_LEFT_OUT;
  if (placed->status == TL_RELEASE_LEFT_WITHHELD)
    return placed->count <= self->threshold ? TL_PROTECT_SMALL : TL_PROTECT_REQUIRED;
  return tl_protect_system_get_reason (self->protect, placed->cell);
}

/**
 * tl_release_system_count_small_differences:
 * @self: a system that is solved
 *
 * Returns: how many counts that are shown differ by a small number from what an earlier release shows
 */
guint
tl_release_system_count_small_differences (TlReleaseSystem *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && self->protect != NULL, 0);

  for (guint i = 0; i < self->differences->len; i++)
    n += tl_release_system_get_reason (self, g_array_index (self->differences, guint, i)) == TL_PROTECT_SHOWN ? 1 : 0;
  return n;
}
