/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decides what of the counts of releases is withheld. Where it can't be proven that something stays unknown, less is
 * published: first the parts of what is counted there, then what they add up to. */
#include "config.h"

#include "model/releases/tl-release-system-private.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"

/* How often parts are left out before more than parts is. */
#define MAX_ROUNDS 6

static TlReleaseEntry *
get_entry (TlReleaseSystem *self,
           guint            i)
{
  return self->entries->pdata[i];
}

static gboolean
solve (TlReleaseSystem  *self,
       gboolean          without_new,
       GCancellable     *cancellable,
       GError          **error)
{
  self->without_new = without_new;
  _tl_release_system_build (self);
  return tl_protect_system_solve (self->protect, cancellable)
         || !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* What can be told of earlier releases alone, as where the threshold was lower then, no release can undo. */
static gboolean
give_up (TlReleaseSystem  *self,
         GCancellable     *cancellable,
         GError          **error)
{
  if (!solve (self, TRUE, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      TlReleaseEntry *entry = get_entry (self, i);

      entry->given_up = entry->release != 0 && !tl_protect_system_is_proven (self->protect, entry->cell);
    }
  return TRUE;
}

static gboolean
has_earlier (TlReleaseSystem *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->release != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_done (TlReleaseSystem *self)
{
  return tl_protect_system_is_exhausted (self->protect) || tl_protect_system_count_unproven (self->protect) == 0;
}

/* Withholds without bases first, then with them. */
static gboolean
try (TlReleaseSystem  *self,
     gboolean         *proven,
     GCancellable     *cancellable,
     GError          **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    get_entry (self, i)->given_up = FALSE;
  self->gives_bases = FALSE;
  if (!solve (self, FALSE, cancellable, error))
    return FALSE;
  self->gives_bases = !is_done (self);
  if (self->gives_bases && !solve (self, FALSE, cancellable, error))
    return FALSE;
  if (!is_done (self) && has_earlier (self)
      && (!give_up (self, cancellable, error) || !solve (self, FALSE, cancellable, error)))
    return FALSE;
  *proven = tl_protect_system_count_unproven (self->protect) == 0 && !tl_protect_system_is_exhausted (self->protect);
  return TRUE;
}

/* What is left out */

/* What is counted where there is no proof that something stays unknown. */
static GHashTable *
collect_unproven (TlReleaseSystem *self)
{
  GHashTable *marks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const TlReleaseEntry *entry = get_entry (self, i);

      if (!tl_protect_system_is_proven (self->protect, entry->cell)
          || (entry->difference > 0 && !tl_protect_system_is_proven (self->protect, entry->difference - 1)))
        g_hash_table_add (marks, entry->mark);
    }
  for (guint i = 0; i < self->rests->len; i++)
    {
      const TlReleaseRest *rest = &g_array_index (self->rests, TlReleaseRest, i);

      if (!tl_protect_system_is_proven (self->protect, rest->cell))
        g_hash_table_add (marks, (gpointer) rest->mark);
    }
  return marks;
}

/* Whether a count may be left out that is worth no more. */
static gboolean
may_go (TlReleaseSystem      *self,
        const TlReleaseEntry *entry,
        TlProtectWorth        worth)
{
  return entry->given == TL_RELEASE_TO_LEAVE && get_entry (self, entry->same_as)->worth <= worth;
}

/* Leaves out what is counted by @marks, or everything, up to that worth. Returns whether there was anything. */
static gboolean
leave_out (TlReleaseSystem *self,
           GHashTable      *marks,
           TlProtectWorth   worth)
{
  gboolean more = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      TlReleaseEntry *entry = get_entry (self, i);

      if (!may_go (self, entry, worth) || (marks != NULL && !g_hash_table_contains (marks, entry->mark)))
        continue;
      entry->given = TL_RELEASE_LEFT_OUT;
      more = TRUE;
    }
  return more;
}

/* Publishes less: each step costs more than the one before. Returns whether there was anything. */
static gboolean
give_way (TlReleaseSystem *self,
          guint            round)
{
  g_autoptr (GHashTable) marks = collect_unproven (self);

  if (round < MAX_ROUNDS && leave_out (self, marks, TL_PROTECT_PART))
    return TRUE;
  return leave_out (self, marks, TL_PROTECT_TOTAL) || leave_out (self, NULL, TL_PROTECT_PART)
         || leave_out (self, NULL, TL_PROTECT_TOTAL);
}

/**
 * tl_release_system_solve:
 * @self: a system
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Decides what is withheld and what is left out. Can be done again after more is required.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED, or with %TL_ERROR_INVALID if for something that must stay unknown there
 *   is no proof that it does, whatever is withheld
 */
gboolean
tl_release_system_solve (TlReleaseSystem  *self,
                         GCancellable     *cancellable,
                         GError          **error)
{
  gboolean proven = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint round = 0; try (self, &proven, cancellable, error); round++)
    {
      if (proven)
        return TRUE;
      if (!give_way (self, round))
        return tl_error_refuse (error, _("With these tables beside each other, and beside those released before, "
                                         "somebody could work out what rests on few reviews, whatever is withheld. "
                                         "Leave a table out, or ask for fewer parts."));
    }
  return FALSE;
}
