/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A release: asks for all its tables, puts them beside each other and beside what was released before, and withholds
 * until nobody who has it all can work out what rests on few reviews. */
#include "config.h"

#include "model/releases/tl-release.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/disclosure/tl-protect-pairs.h"
#include "model/releases/tl-release-crossing-private.h"
#include "model/releases/tl-release-inner-private.h"
#include "model/releases/tl-release-log.h"
#include "model/releases/tl-release-others-private.h"
#include "model/releases/tl-release-system.h"

/* What of the time goes into asking, at a rough guess. */
#define ASKING_SHARE 0.5

/* Of a count that is not in the system: it has no entry. */
#define NOT_THERE G_MAXUINT

typedef struct {
  TlRelease         *release; /* borrowed, as all that is not said to be owned */
  TlLibrary         *library;
  TlReleaseProgress  progress;
  gpointer           user_data;
  GCancellable      *cancellable;
  GPtrArray         *earlier; /* owned; of TlLoggedRelease */
  GPtrArray         *others;  /* owned; of TlReleaseTable: what earlier releases asked, as it is today */
  GPtrArray         *inner;   /* owned; of TlReleaseTable: what tables that cross are made of */
  TlReleaseSystem   *system;  /* owned */
  GArray            *entries; /* owned; of guint: of each count of the tables, one after the other */
} Making;

static void
making_clear (Making *self)
{
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->inner, g_ptr_array_unref);
  g_clear_pointer (&self->system, tl_release_system_free);
  g_clear_pointer (&self->entries, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static void
tell (const Making *self,
      double        fraction)
{
  if (self->progress != NULL)
    self->progress (fraction, self->user_data);
}

/* Asking */

static gboolean
ask_all (Making  *self,
         GError **error)
{
  GPtrArray *questions = self->release->plan->questions;

  for (guint i = 0; i < questions->len; i++)
    {
      TlReleaseTable *table = tl_release_table_ask (self->library, questions->pdata[i], self->release->plan->threshold,
                                                    self->cancellable, error);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (self->release->tables, table);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      tell (self, ASKING_SHARE / 2 * (i + 1) / questions->len);
    }
  return TRUE;
}

static void
tell_of_others (double   fraction,
                gpointer making)
{
  tell (making, ASKING_SHARE / 2 + ASKING_SHARE / 2 * fraction);
}

static gboolean
ask_others (Making  *self,
            GError **error)
{
  self->others = _tl_release_ask_others (self->release, self->library, self->earlier, tell_of_others, self,
                                         self->cancellable, error);
  if (self->others == NULL)
    return FALSE;
  _tl_release_leave_out_earlier (self->others, self->earlier);
  self->inner = _tl_release_ask_inner (self->release->tables, self->others, self->library, self->cancellable, error);
  return self->inner != NULL;
}

/* The same again */

static gboolean
is_again (const TlRelease       *release,
          const TlLoggedRelease *logged)
{
  const TlReleasePlan *plan = release->plan, *then = logged->plan;
  guint at = 0;

  if (plan->threshold != then->threshold || plan->round != then->round
      || plan->says_differences != then->says_differences || plan->questions->len != then->questions->len
      || logged->counts == NULL)
    return FALSE;
  for (guint i = 0; i < release->tables->len; i++)
    {
      const TlReleaseTable *table = release->tables->pdata[i];
      g_autofree char *text = tl_asked_dup_text (then->questions->pdata[i]);

      if (strcmp (text, table->text) != 0)
        return FALSE;
      for (guint j = 0; j < table->counts->len; j++, at++)
        {
          const TlReleaseCount *count = table->counts->pdata[j];
          const TlLoggedCount *counted = &g_array_index (logged->counts, TlLoggedCount, at);
          g_autofree char *reach = tl_reach_dup_text (&count->reach);

          if (at >= logged->counts->len || counted->table != i || counted->count != count->count
              || strcmp (counted->mark, count->mark) != 0 || strcmp (counted->reach, reach) != 0)
            return FALSE;
        }
    }
  return at == logged->counts->len;
}

/* Publishing the same again tells nothing new, as long as the same is withheld. */
static gboolean
do_again (Making *self)
{
  for (guint i = self->earlier->len; i > 0; i--)
    {
      const TlLoggedRelease *logged = self->earlier->pdata[i - 1];
      guint at = 0;

      if (!is_again (self->release, logged))
        continue;
      self->release->number = logged->number;
      self->release->is_again = TRUE;
      for (guint j = 0; j < self->release->tables->len; j++)
        {
          const TlReleaseTable *table = self->release->tables->pdata[j];

          for (guint k = 0; k < table->counts->len; k++)
            ((TlReleaseCount *) table->counts->pdata[k])->reason
              = g_array_index (logged->counts, TlLoggedCount, at++).reason;
        }
      return TRUE;
    }
  return FALSE;
}

/* The system */

static gboolean
add_keys (Making  *self,
          GError **error)
{
  TlSets *sets = tl_sets_get (self->library);
  gboolean done = tl_sets_begin (sets, error);

  for (guint i = 0; i < TL_REACH_N_FACETS && done; i++)
    {
      g_autoptr (GPtrArray) keys = tl_sets_dup_keys (sets, tl_facet_get_kind (tl_reach_facets[i]), error);

      done = keys != NULL;
      for (guint j = 0; done && j < keys->len; j++)
        tl_release_system_add_key (self->system, i, keys->pdata[j]);
    }
  tl_sets_end (sets);
  return done;
}

/* What is left out must not be told either; but where nothing is shown of any part of both facets, and what these are
 * made of is not followed, it is as if it had never been asked. */
static gboolean
find_status (const TlReleaseTable *table,
             const TlReleaseCount *count,
             TlReleaseStatus      *status)
{
  if (count->reason != TL_PROTECT_LEFT_OUT)
    *status = TL_RELEASE_TO_LEAVE;
  else
    *status = table->is_made_of_inner ? TL_RELEASE_CLOSING : TL_RELEASE_LEFT_OUT;
  return *status != TL_RELEASE_LEFT_OUT || !table->is_bare;
}

static void
add_table (Making               *self,
           const TlReleaseTable *table)
{
  for (guint i = 0; i < table->counts->len; i++)
    {
      const TlReleaseCount *count = table->counts->pdata[i];
      guint entry = NOT_THERE;
      TlReleaseStatus status;

      if (find_status (table, count, &status))
        entry = tl_release_system_add (self->system, 0, status, count->mark, &count->reach, count->count, count->least,
                                       count->worth);
      g_array_append_val (self->entries, entry);
    }
}

static void
add_other (Making               *self,
           const TlReleaseTable *table,
           TlReleaseStatus       status)
{
  for (guint i = 0; i < table->counts->len; i++)
    {
      const TlReleaseCount *count = table->counts->pdata[i];

      if (count->reason != TL_PROTECT_LEFT_OUT)
        tl_release_system_add (self->system, 0, status, count->mark, &count->reach, count->count, count->least,
                               count->worth);
    }
}

static gboolean
is_base (const TlLoggedCount *count)
{
  return g_str_has_prefix (count->mark, "base|");
}

/* The base of a list comes before what it names. */
static void
add_logged (Making                *self,
            const TlLoggedRelease *logged)
{
  guint base = 0;

  for (guint i = 0; logged->counts != NULL && i < logged->counts->len; i++)
    {
      const TlLoggedCount *count = &g_array_index (logged->counts, TlLoggedCount, i);
      const TlAsked *question = count->table < logged->plan->questions->len
                                  ? logged->plan->questions->pdata[count->table]
                                  : NULL;
      g_auto (TlReach) reach = { { NULL } };
      gint64 least = 1;

      if (is_base (count))
        base = (guint) count->count;
      else if (question != NULL)
        least = tl_release_table_get_least (question, logged->plan->threshold, base);
      if (count->reason != TL_PROTECT_LEFT_OUT && tl_reach_parse (&reach, count->reach))
        tl_release_system_add (self->system, logged->number,
                               count->reason == TL_PROTECT_SHOWN ? TL_RELEASE_LEFT : TL_RELEASE_LEFT_WITHHELD,
                               count->mark, &reach, count->count, least, TL_PROTECT_PART);
    }
}

static gboolean
build_system (Making  *self,
              GError **error)
{
  g_clear_pointer (&self->system, tl_release_system_free);
  g_array_set_size (self->entries, 0);
  self->system = tl_release_system_new (self->release->plan->threshold, self->release->plan->says_differences);
  if (!add_keys (self, error))
    return FALSE;
  for (guint i = 0; i < self->release->tables->len; i++)
    add_table (self, self->release->tables->pdata[i]);
  for (guint i = 0; i < self->others->len; i++)
    add_other (self, self->others->pdata[i], TL_RELEASE_UNPUBLISHED);
  for (guint i = 0; i < self->inner->len; i++)
    add_other (self, self->inner->pdata[i], TL_RELEASE_INNER);
  for (guint i = 0; i < self->earlier->len; i++)
    add_logged (self, self->earlier->pdata[i]);
  return TRUE;
}

/* Pairs. A count of a pair follows its code counts, which follow the base: see tl-release-table.c. */

static gboolean
require_pairs (Making               *self,
               const TlReleaseTable *table,
               guint                 first)
{
  const TlPairs *pairs = table->pairs;
  guint n = pairs->n_codes;
  g_autofree gint64 *counts = g_new0 (gint64, (gsize) n * n + 1);
  g_autofree gboolean *withheld = g_new0 (gboolean, (gsize) n * n + 1);
  g_autofree guint *entries = g_new0 (guint, (gsize) n * n + 1);
  gboolean more = FALSE;

  for (guint i = 0; i < table->counts->len; i++)
    {
      const TlReleaseCount *count = table->counts->pdata[i];
      gsize at, mirrored;

      if (!tl_release_table_find_pair (table, count, &at, &mirrored))
        continue;
      entries[at] = g_array_index (self->entries, guint, first + i) + 1;
      counts[at] = counts[mirrored] = count->count;
      withheld[at] = withheld[mirrored]
        = tl_release_system_get_reason (self->system, entries[at] - 1) != TL_PROTECT_SHOWN;
    }
  tl_release_table_fill_matrix (table, counts, withheld);

  g_autofree gboolean *before = g_memdup2 (withheld, sizeof (gboolean) * ((gsize) n * n + 1));

  tl_protect_pairs (counts, n, pairs->base, self->release->plan->threshold, withheld);
  for (gsize i = 0; i < (gsize) n * n; i++)
    if (withheld[i] && !before[i] && entries[i] > 0)
      {
        tl_release_system_require (self->system, entries[i] - 1);
        more = TRUE;
      }
  return more;
}

static gboolean
require_all_pairs (Making *self)
{
  gboolean more = FALSE;
  guint first = 0;

  for (guint i = 0; i < self->release->tables->len; i++)
    {
      const TlReleaseTable *table = self->release->tables->pdata[i];

      if (table->pairs != NULL)
        more |= require_pairs (self, table, first);
      first += table->counts->len;
    }
  return more;
}

/* What is decided */

static void
take_reasons (Making *self)
{
  guint at = 0;

  for (guint i = 0; i < self->release->tables->len; i++)
    {
      const TlReleaseTable *table = self->release->tables->pdata[i];

      for (guint j = 0; j < table->counts->len; j++)
        {
          guint entry = g_array_index (self->entries, guint, at++);

          if (entry != NOT_THERE)
            ((TlReleaseCount *) table->counts->pdata[j])->reason = tl_release_system_get_reason (self->system, entry);
        }
    }
}

/* Bases alone tell nothing. */
static gboolean
is_anything_left (Making *self)
{
  for (guint i = 0; i < self->release->tables->len; i++)
    {
      const TlReleaseTable *table = self->release->tables->pdata[i];

      for (guint j = 0; j < table->counts->len; j++)
        {
          const TlReleaseCount *count = table->counts->pdata[j];

          if (count->place != NULL && count->reason != TL_PROTECT_LEFT_OUT && count->worth != TL_PROTECT_BASE)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
solve (Making  *self,
       GError **error)
{
  if (!build_system (self, error))
    return FALSE;
  do
    if (!tl_release_system_solve (self->system, self->cancellable, error))
      return FALSE;
  while (require_all_pairs (self));
  return TRUE;
}

/* Where tables can't be shown beside what they are made of where they cross, they are shown without. */
static gboolean
solve_crossing (Making  *self,
                GError **error)
{
  g_autoptr (GError) own = NULL;

  if (self->inner->len == 0)
    return solve (self, error);
  if (solve (self, &own))
    return TRUE;
  if (!g_error_matches (own, TL_ERROR, TL_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  _tl_release_leave_out_inner (self->release->tables);
  g_ptr_array_set_size (self->inner, 0);
  return solve (self, error);
}

static gboolean
protect (Making  *self,
         GError **error)
{
  if (!solve_crossing (self, error))
    return FALSE;
  take_reasons (self);
  if (!is_anything_left (self))
    return tl_error_refuse (error, _("So much of these tables would have to be left out that nothing remains. Of so "
                                     "few reviews, ask for fewer parts."));
  if (self->release->plan->says_differences)
    self->release->n_differences = tl_release_system_count_small_differences (self->system);
  return TRUE;
}

/**
 * tl_release_new:
 * @library: a library
 * @plan: what is to be released
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes a release: nothing has left and nothing is logged. Where the same was released before and the counts have not
 * changed, it is made again as it was.
 *
 * Returns: (transfer full) (nullable): the release; %NULL with %TL_ERROR_INVALID if there are no tables or they can't
 *   be protected, an error of a question, or %G_IO_ERROR_CANCELLED
 */
TlRelease *
tl_release_new (TlLibrary            *library,
                const TlReleasePlan  *plan,
                TlReleaseProgress     progress,
                gpointer              user_data,
                GCancellable         *cancellable,
                GError              **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && plan != NULL, NULL);

  g_autoptr (TlRelease) release = g_new0 (TlRelease, 1);
  g_auto (Making) making = { release, library, progress, user_data, cancellable };

  release->plan = tl_release_plan_copy (plan);
  release->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_release_table_free);
  making.entries = g_array_new (FALSE, FALSE, sizeof (guint));
  if (plan->questions->len == 0)
    {
      g_set_error_literal (error, TL_ERROR, TL_ERROR_INVALID, _("A release needs a table."));
      return NULL;
    }
  making.earlier = tl_release_log_read (library, TRUE, error);
  if (making.earlier == NULL || !ask_all (&making, error))
    return NULL;
  _tl_release_leave_out_crossing (release->tables, making.earlier);
  release->n_compared = making.earlier->len;
  if (!do_again (&making)
      && (!ask_others (&making, error) || !protect (&making, error)))
    return NULL;
  for (guint i = 0; i < release->tables->len; i++)
    tl_release_table_show (release->tables->pdata[i], plan->threshold, plan->round);
  tell (&making, 1);
  return g_steal_pointer (&release);
}

/**
 * tl_release_free:
 * @self: (transfer full): a release
 */
void
tl_release_free (TlRelease *self)
{
  g_clear_pointer (&self->plan, tl_release_plan_free);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_free (self);
}

/**
 * tl_release_count_withheld:
 * @self: a release
 * @reason: why
 *
 * Returns: how many counts are withheld for that reason; where one stands in several tables it counts in each
 */
guint
tl_release_count_withheld (const TlRelease *self,
                           TlProtectReason  reason)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const TlReleaseTable *table = self->tables->pdata[i];

      for (guint j = 0; j < table->counts->len; j++)
        {
          const TlReleaseCount *count = table->counts->pdata[j];

          n += count->place != NULL && count->reason == reason ? 1 : 0;
        }
    }
  return n;
}

/**
 * tl_release_count_all:
 * @self: a release
 *
 * Returns: how many counts its tables have
 */
guint
tl_release_count_all (const TlRelease *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->tables->len; i++)
    n += ((TlReleaseTable *) self->tables->pdata[i])->n_shown + ((TlReleaseTable *) self->tables->pdata[i])->n_withheld;
  return n;
}

/**
 * tl_release_log:
 * @self: a release
 * @library: the library that it was made of
 * @place: (nullable): where it is to be written, and of what pieces
 * @error: return location
 *
 * Keeps in the library that it left, for those that come after it. What was released before with the same counts is
 * not kept twice: to that is added where it is written now, if the library can be written.
 *
 * Returns: %FALSE if the library can't be written
 */
gboolean
tl_release_log (TlRelease             *self,
                TlLibrary             *library,
                const TlReleasePlace  *place,
                GError               **error)
{
  g_return_val_if_fail (self != NULL && TL_IS_LIBRARY (library), FALSE);

  if (self->number == 0)
    return tl_release_log_write (library, self->plan, self->tables, place, &self->number, error);
  return place == NULL || tl_library_get_read_only (library)
         || tl_release_log_write_place (library, self->number, place, error);
}
