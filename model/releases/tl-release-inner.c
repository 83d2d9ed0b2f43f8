/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tables by two facets are made of where they cross. Tables by year and region and by region and type are both
 * sums of what is of a year, a region and a type; no table has that, and yet a code above several others may be told
 * from them because all of these have to find room in it. */
#include "config.h"

#include "model/releases/tl-release-inner-private.h"

#include <string.h>

#include "model/releases/tl-release-adding-private.h"
#include "model/releases/tl-release-crossing-private.h"
#include "model/releases/tl-release-table-private.h"

/* More counts than these can't be followed through all their sums in time. */
#define MAX_INNER 1000

/* Two tables that share a facet. */
typedef struct {
  const TlReleaseTable *one; /* borrowed, as all */
  TlReleaseTable       *other;
  TlFacet               rows;
  TlFacet               columns;
  TlFacet               slices; /* each is asked by itself */
} Crossing;

static gboolean
has_facet (const TlReleaseTable *table,
           TlFacet               facet)
{
  return table->question->rows == facet || table->question->by == facet;
}

/* Keys of the parts of a facet, without "all". */
static char **
get_keys (const TlReleaseTable *table,
          TlFacet               facet)
{
  return table->question->rows == facet ? table->cube->row_keys + 1 : table->cube->column_keys + 1;
}

static char **
find_keys (const Crossing *self,
           TlFacet         facet)
{
  return get_keys (has_facet (self->one, facet) ? self->one : self->other, facet);
}

/* Whether two tables of the same reviews share one facet. Years are never sliced, for they have a row for none. */
static gboolean
crossing_init (Crossing             *self,
               const TlReleaseTable *one,
               TlReleaseTable       *other)
{
  TlFacet own = has_facet (other, one->question->rows) ? one->question->by : one->question->rows;
  TlFacet shared = own == one->question->rows ? one->question->by : one->question->rows;
  TlFacet others = other->question->rows == shared ? other->question->by : other->question->rows;

  if (!has_facet (other, shared) || has_facet (other, own)
      || !_tl_release_is_same_group (one->question, other->question))
    return FALSE;
  *self = (Crossing) { one, other, shared, own, others };
  if (others == TL_FACET_YEAR)
    *self = (Crossing) { one, other, shared, others, own };
  return TRUE;
}

/* What is counted: all reviews, and those with a code that there is. */
static gsize
count_codes (const TlCube *cube)
{
  gsize n = 1, n_cells = (gsize) cube->n_rows * cube->n_columns;

  for (guint i = 0; i < cube->n_codes; i++)
    n += cube->counts[i * n_cells] > 0 ? 1 : 0;
  return n;
}

static gsize
count_inner (const Crossing *self)
{
  return (gsize) g_strv_length (find_keys (self, self->rows)) * g_strv_length (find_keys (self, self->columns))
         * g_strv_length (find_keys (self, self->slices)) * count_codes (self->one->cube);
}

/* Asking */

static TlAsked *
dup_question (const Crossing *self,
              const char     *slice)
{
  TlAsked *question = tl_asked_copy (self->one->question);
  TlPopulation *population = &question->population;
  const char **field = self->slices == TL_FACET_REGION   ? &population->region
                       : self->slices == TL_FACET_METHOD ? &population->method
                                                         : &population->type;

  g_free ((char *) *field);
  *field = g_strdup (slice);
  question->rows = self->rows;
  question->by = self->columns;
  return question;
}

/* The place of a part in the cube of a slice, which has only those that there are reviews of; 0 if it is none. */
static guint
find_key (char       **keys,
          guint        n_keys,
          const char  *key)
{
  for (guint i = 1; i < n_keys; i++)
    if (strcmp (keys[i], key) == 0)
      return i;
  return 0;
}

static void
add_part (const Crossing *self,
          TlReleaseTable *table,
          const char     *row_key,
          const char     *column_key)
{
  const TlCube *own = self->one->cube;
  TlCube *cube = table->cube;
  guint row = find_key (cube->row_keys, cube->n_rows, row_key);
  guint column = find_key (cube->column_keys, cube->n_columns, column_key);
  gsize n = (gsize) cube->n_rows * cube->n_columns, n_own = (gsize) own->n_rows * own->n_columns;
  gint64 *base = row > 0 && column > 0 ? &cube->bases[row * cube->n_columns + column] : NULL;
  TlAdding adding;

  _tl_adding_begin (&adding, table, cube->version);
  _tl_adding_narrow (&adding, self->rows, row_key);
  _tl_adding_narrow (&adding, self->columns, column_key);
  _tl_adding_count (&adding, "base", NULL, NULL, base, TL_PROTECT_PART, NULL);
  for (guint i = 0; i < cube->n_codes; i++)
    if (own->counts[i * n_own] > 0)
      _tl_adding_count (&adding, "tagged", cube->codes[i], NULL,
                        base != NULL ? &cube->counts[i * n + row * cube->n_columns + column] : NULL, TL_PROTECT_PART,
                        NULL);
  _tl_adding_clear (&adding);
}

static TlReleaseTable *
ask_slice (const Crossing  *self,
           const char      *slice,
           TlLibrary       *library,
           GError         **error)
{
  g_autoptr (TlAsked) question = dup_question (self, slice);
  g_autoptr (TlReleaseTable) table = _tl_release_table_new (question);
  const TlCubeQuery query = {
    .population = question->population,
    .rows = question->rows,
    .columns = question->by,
    .internal = TRUE,
  };
  char **rows = find_keys (self, self->rows), **columns = find_keys (self, self->columns);

  table->cube = tl_library_cube (library, &query, error);
  if (table->cube == NULL)
    return NULL;
  for (guint i = 0; rows[i] != NULL; i++)
    for (guint j = 0; columns[j] != NULL; j++)
      add_part (self, table, rows[i], columns[j]);
  return g_steal_pointer (&table);
}

static gboolean
ask_slices (const Crossing  *self,
            GPtrArray       *inner,
            TlLibrary       *library,
            GCancellable    *cancellable,
            GError         **error)
{
  for (char **slice = find_keys (self, self->slices); *slice != NULL; slice++)
    {
      TlReleaseTable *table = ask_slice (self, *slice, library, error);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (inner, table);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* A table that closes the ring is made of the same. */
static void
tell_closing (const Crossing *self,
              GPtrArray      *tables)
{
  for (guint i = 0; i < tables->len; i++)
    {
      TlReleaseTable *table = tables->pdata[i];

      table->is_made_of_inner |= table->is_crossing
                                 && _tl_release_is_same_group (table->question, self->one->question)
                                 && (has_facet (self->one, table->question->rows)
                                     || has_facet (self->other, table->question->rows))
                                 && (has_facet (self->one, table->question->by)
                                     || has_facet (self->other, table->question->by));
    }
}

/* Tables by two facets with parts of both. */
static void
collect_cubes (GPtrArray *tables,
               GPtrArray *cubes)
{
  for (guint i = 0; i < tables->len; i++)
    {
      TlReleaseTable *table = tables->pdata[i];

      if (table->cube != NULL && !table->is_crossing)
        g_ptr_array_add (cubes, table);
    }
}

/**
 * _tl_release_ask_inner:
 * @tables: (element-type TlReleaseTable): those of a release
 * @others: (element-type TlReleaseTable): those of earlier ones as they are today
 * @library: the library that they are of
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Asks what is of three facets where two tables share one. Where that is too much, nothing is shown of parts of both
 * facets of the later one.
 *
 * Returns: (transfer full) (nullable) (element-type TlReleaseTable): these counts, which no table has; %NULL if the
 *   library can't be read, or with %G_IO_ERROR_CANCELLED
 */
GPtrArray *
_tl_release_ask_inner (GPtrArray     *tables,
                       GPtrArray     *others,
                       TlLibrary     *library,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GPtrArray) inner = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_release_table_free);
  g_autoptr (GPtrArray) cubes = g_ptr_array_new ();
  gsize n = 0;

  collect_cubes (others, cubes);
  collect_cubes (tables, cubes);
  for (guint i = 0; i < cubes->len; i++)
    for (guint j = i + 1; j < cubes->len; j++)
      {
        Crossing crossing;

        if (((TlReleaseTable *) cubes->pdata[i])->is_crossing || ((TlReleaseTable *) cubes->pdata[j])->is_crossing
            || !crossing_init (&crossing, cubes->pdata[i], cubes->pdata[j]))
          continue;
        if (n + count_inner (&crossing) > MAX_INNER)
          {
            tl_release_table_make_bare (crossing.other);
            continue;
          }
        n += count_inner (&crossing);
        if (!ask_slices (&crossing, inner, library, cancellable, error))
          return NULL;
        tell_closing (&crossing, tables);
      }
  return g_steal_pointer (&inner);
}

/**
 * _tl_release_leave_out_inner:
 * @tables: (element-type TlReleaseTable): those of a release
 *
 * Shows nothing of parts of both facets of tables that cross one before them, where it can't be followed what these are
 * made of.
 */
void
_tl_release_leave_out_inner (GPtrArray *tables)
{
  g_autoptr (GPtrArray) cubes = g_ptr_array_new ();

  collect_cubes (tables, cubes);
  for (guint i = 0; i < cubes->len; i++)
    for (guint j = i + 1; j < cubes->len; j++)
      {
        Crossing crossing;

        if (!((TlReleaseTable *) cubes->pdata[i])->is_crossing
            && crossing_init (&crossing, cubes->pdata[i], cubes->pdata[j]))
          tl_release_table_make_bare (crossing.other);
      }
  for (guint i = 0; i < tables->len; i++)
    ((TlReleaseTable *) tables->pdata[i])->is_made_of_inner = FALSE;
}
