/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands behind a count of codes: the reviews in which all of them are tagged, and what in those is tagged so. */
#include "config.h"

#include "model/questions/tl-behind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-tables.h"
#include "model/questions/tl-coded.h"

/* A factor, a finding, or the cause of a link: what a tag was put to. */
#define TARGETS                                                                                                        \
  "SELECT DISTINCT coalesce (tag.target_factor, link.cause), tag.target_finding, tag.code FROM tag "                   \
  "LEFT JOIN link ON link.key = tag.target_link WHERE tag.key BETWEEN ?1 << 24 AND (?1 << 24 | 16777215) "             \
  "ORDER BY 2, 1"

typedef struct {
  TlBits     *records;
  GHashTable *names; /* of the codes that count */
} Behind;

/* Reviews */

static gboolean
add_code (Behind         *self,
          const TlCoded  *coded,
          const char     *name,
          GError        **error)
{
  guint code = 0;

  while (code < coded->n_codes && strcmp (tl_code_get_qualified (coded->codes[code]), name) != 0)
    code++;
  if (code == coded->n_codes)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no code “%s” in the typology “%s”."), name,
                   tl_typology_get_id (coded->typology));
      return FALSE;
    }

  g_autoptr (TlBits) tagged = tl_coded_dup_tagged (coded, code, NULL, NULL, error);
  g_autoptr (GPtrArray) names = tl_coded_dup_names (coded, code);

  if (tagged == NULL)
    return FALSE;
  tl_bits_and (self->records, tagged);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (self->names, g_strdup (g_ptr_array_index (names, i)));
  return TRUE;
}

static gboolean
find_records (Behind               *self,
              TlSets               *sets,
              const TlPopulation   *population,
              const char *const    *codes,
              GError              **error)
{
  g_autoptr (TlCoded) coded = tl_coded_new (sets, population, error);

  if (coded == NULL)
    return FALSE;
  self->records = tl_bits_copy (coded->records);
  for (guint i = 0; codes[i] != NULL; i++)
    if (!add_code (self, coded, codes[i], error))
      return FALSE;
  return TRUE;
}

/* What is tagged */

typedef struct {
  gint64 factor;
  gint64 finding;
} Target;

static GArray *
list_targets (const Behind  *self,
              TlLibrary     *library,
              guint          number,
              GError       **error)
{
  TlConnection *connection = tl_library_get_connection (library);
  sqlite3_stmt *statement = tl_connection_prepare (connection, TARGETS, error);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (Target));
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&targets);

      const char *code = (const char *) sqlite3_column_text (statement, 2);
      Target target = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
      const Target *last = targets->len > 0 ? &g_array_index (targets, Target, targets->len - 1) : NULL;

      /* One factor may be tagged with both codes. */
      if (code != NULL && g_hash_table_contains (self->names, code)
          && (last == NULL || last->factor != target.factor || last->finding != target.finding))
        g_array_append_val (targets, target);
    }
  return NULL;
}

static gboolean
add_instance (const Behind  *self,
              TlBehind      *behind,
              TlLibrary     *library,
              guint          number,
              GError       **error)
{
  g_autoptr (GArray) targets = list_targets (self, library, number, error);
  TlInstance *instance = targets != NULL ? tl_instance_new (library, number, error) : NULL;

  if (instance == NULL)
    return FALSE;
  g_ptr_array_add (behind->instances, instance);
  for (guint i = 0; i < targets->len; i++)
    {
      const Target *target = &g_array_index (targets, Target, i);
      gboolean is_finding = target->finding != 0;
      gint64 key = is_finding ? target->finding : target->factor;

      if (key != 0 && !tl_instance_add (instance, library, is_finding ? "finding" : "factor",
                                        (guint) (key & TL_LIBRARY_MAX_NUMBER), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill (const Behind  *self,
      TlBehind      *behind,
      TlLibrary     *library,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree guint *numbers = tl_bits_dup_numbers (self->records, &behind->n_reviews);

  for (guint i = 0; i < MIN (behind->n_reviews, TL_INSTANCES_MAX); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_instance (self, behind, library, numbers[i], error))
      return FALSE;
  return TRUE;
}

/**
 * tl_library_behind:
 * @library: a library
 * @population: which reviews
 * @codes: codes of its typology, ended by %NULL
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what stands behind the count of all of @codes; %NULL with %TL_ERROR_NOT_FOUND if
 *   there is no such typology or code, or if the library can't be read
 */
TlBehind *
tl_library_behind (TlLibrary           *library,
                   const TlPopulation  *population,
                   const char *const   *codes,
                   GCancellable        *cancellable,
                   GError             **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && population != NULL && codes != NULL, NULL);

  g_autoptr (TlBehind) behind = g_new0 (TlBehind, 1);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Behind finding = { .names = names };
  TlSets *sets = tl_sets_get (library);
  gboolean done = FALSE;

  behind->instances = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_instance_free);
  if (tl_sets_begin (sets, error))
    {
      done = find_records (&finding, sets, population, codes, error)
             && fill (&finding, behind, library, cancellable, error);
      tl_sets_end (sets);
    }
  g_clear_pointer (&finding.records, tl_bits_free);
  if (done)
    return g_steal_pointer (&behind);
  tl_library_explain (tl_library_get_name (library), error);
  return NULL;
}

void
tl_behind_free (TlBehind *behind)
{
  g_clear_pointer (&behind->instances, g_ptr_array_unref);
  g_free (behind);
}
