/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cube: in how many reviews of each year and region, or of whatever two facets, each code occurs. Every review
 * belongs to one cell of the two; so a code is counted by walking its reviews once. */
#include "config.h"

#include "model/questions/tl-cube.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/disclosure/tl-protect.h"
#include "model/exchange/tl-csv.h"
#include "model/library/tl-library-tables.h"
#include "model/questions/tl-caption.h"
#include "model/questions/tl-coded.h"

/* The parts of a facet, and the one that each record belongs to. */
typedef struct {
  GPtrArray *keys; /* "all" first */
  guint16   *part_of;
} Division;

static void
division_clear (Division *division)
{
  g_clear_pointer (&division->keys, g_ptr_array_unref);
  g_free (division->part_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Division, division_clear)

static gboolean
divide (TlSets       *sets,
        TlFacet       facet,
        const TlBits *records,
        Division     *division,
        GError      **error)
{
  g_autoptr (GPtrArray) keys = tl_sets_dup_keys (sets, tl_facet_get_kind (facet), error);

  if (keys == NULL)
    return FALSE;
  tl_facet_sort (facet, keys);
  division->part_of = g_new0 (guint16, records->n_words * 64);
  division->keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (division->keys, g_strdup ("all"));

  for (guint i = 0; i < keys->len && division->keys->len < G_MAXUINT16; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const TlBits *set = tl_sets_find (sets, tl_facet_get_kind (facet), key, NULL, error);
      guint n;

      if (set == NULL)
        return FALSE;

      g_autoptr (TlBits) part = tl_bits_copy (set);

      tl_bits_and (part, records);

      g_autofree guint *numbers = tl_bits_dup_numbers (part, &n);

      for (guint j = 0; j < n; j++)
        division->part_of[numbers[j]] = (guint16) division->keys->len;
      if (n > 0)
        g_ptr_array_add (division->keys, g_strdup (key));
    }
  return TRUE;
}

/* Adds up the parts of each row and column. */
static void
count (const TlBits  *tagged,
       const guint16 *cell_of,
       guint          n_rows,
       guint          n_columns,
       guint         *buffer,
       gint64        *counts)
{
  memset (buffer, 0, (gsize) n_rows * n_columns * sizeof (guint));
  tl_bits_count_groups (tagged, cell_of, buffer);
  for (guint i = 1; i < n_rows; i++)
    for (guint j = 1; j < n_columns; j++)
      {
        guint n = buffer[i * n_columns + j];

        counts[i * n_columns + j] = n;
        counts[i * n_columns] += n;
        counts[j] += n;
        counts[0] += n;
      }
}

static gboolean
count_codes (TlCube         *cube,
             const TlCoded  *coded,
             const Division *rows,
             const Division *columns,
             GError        **error)
{
  gsize n_records = coded->records->n_words * 64, n_cells = (gsize) cube->n_rows * cube->n_columns;
  g_autofree guint16 *cell_of = g_new (guint16, n_records);
  g_autofree guint *buffer = g_new (guint, n_cells);

  for (gsize i = 0; i < n_records; i++)
    cell_of[i] = (guint16) (rows->part_of[i] * cube->n_columns + columns->part_of[i]);
  cube->bases = g_new0 (gint64, n_cells);
  cube->counts = g_new0 (gint64, n_cells * cube->n_codes + 1);
  count (coded->records, cell_of, cube->n_rows, cube->n_columns, buffer, cube->bases);
  for (guint i = 0; i < cube->n_codes; i++)
    {
      g_autoptr (TlBits) tagged = tl_coded_dup_tagged (coded, i, NULL, NULL, error);

      if (tagged == NULL)
        return FALSE;
      count (tagged, cell_of, cube->n_rows, cube->n_columns, buffer, &cube->counts[i * n_cells]);
    }
  return TRUE;
}

static void
protect (TlCube *cube,
         gint64 *counts)
{
  gsize n = (gsize) cube->n_rows * cube->n_columns;
  g_autofree gboolean *withheld = g_new0 (gboolean, n);
  TlProtectResult result = tl_protect (counts, cube->n_rows, cube->n_columns, cube->threshold,
                                       TL_PROTECT_ROW_TOTALS | TL_PROTECT_COLUMN_TOTALS, withheld);

  cube->n_primary += result.n_primary;
  cube->n_secondary += result.n_secondary;
  for (gsize i = 0; i < n; i++)
    counts[i] = withheld[i] ? TL_COUNT_WITHHELD : tl_count_round (counts[i], cube->round);
}

static void
protect_all (TlCube            *cube,
             const TlCubeQuery *query)
{
  gsize n = (gsize) cube->n_rows * cube->n_columns;

  cube->threshold = query->threshold > 0 ? query->threshold : TL_COUNT_DEFAULT_THRESHOLD;
  cube->round = query->round;
  protect (cube, cube->bases);
  for (guint i = 0; i < cube->n_codes; i++)
    protect (cube, &cube->counts[i * n]);
}

static void
take_names (TlCube        *cube,
            const TlCoded *coded,
            Division      *rows,
            Division      *columns)
{
  cube->typology = g_strdup (tl_typology_get_id (coded->typology));
  cube->n_codes = coded->n_codes;
  cube->codes = g_new0 (char *, cube->n_codes + 1);
  cube->labels = g_new0 (char *, cube->n_codes + 1);
  for (guint i = 0; i < cube->n_codes; i++)
    {
      cube->codes[i] = g_strdup (tl_code_get_qualified (coded->codes[i]));
      cube->labels[i] = g_strdup (tl_code_get_label (coded->codes[i]));
    }
  cube->n_rows = rows->keys->len;
  cube->n_columns = columns->keys->len;
  g_ptr_array_add (rows->keys, NULL);
  g_ptr_array_add (columns->keys, NULL);
  cube->row_keys = (char **) g_ptr_array_free (g_steal_pointer (&rows->keys), FALSE);
  cube->column_keys = (char **) g_ptr_array_free (g_steal_pointer (&columns->keys), FALSE);
}

static TlCube *
ask (TlSets             *sets,
     const TlCubeQuery  *query,
     GError            **error)
{
  g_autoptr (TlCoded) coded = tl_coded_new (sets, &query->population, error);
  g_autoptr (TlCube) cube = g_new0 (TlCube, 1);
  g_auto (Division) rows = { NULL };
  g_auto (Division) columns = { NULL };

  if (coded == NULL || !divide (sets, query->rows, coded->records, &rows, error)
      || !divide (sets, query->columns, coded->records, &columns, error))
    return NULL;
  if ((guint64) rows.keys->len * columns.keys->len > G_MAXUINT16)
    {
      g_set_error_literal (error, TL_ERROR, TL_ERROR_TOO_LARGE,
                           _("There are too many cells. Ask for fewer years, or by something else."));
      return NULL;
    }
  take_names (cube, coded, &rows, &columns);
  cube->version = g_strdup (query->population.version != NULL ? query->population.version
                                                              : tl_typology_get_version (coded->typology));
  cube->rows = query->rows;
  cube->columns = query->columns;
  if (!count_codes (cube, coded, &rows, &columns, error))
    return NULL;
  cube->across = coded->n_own < cube->bases[0];
  if (!query->internal)
    protect_all (cube, query);
  tl_cube_describe (cube, query);
  return g_steal_pointer (&cube);
}

/**
 * tl_cube_describe:
 * @cube: a cube
 * @query: what was asked
 *
 * Writes caption and note by what the cube shows now.
 */
void
tl_cube_describe (TlCube            *cube,
                  const TlCubeQuery *query)
{
  g_return_if_fail (cube != NULL && query != NULL);

  g_autofree char *counted = tl_caption_new (cube->typology, cube->version, &query->population, cube->across,
                                             cube->bases[0]);

  g_free (cube->caption);
  g_clear_pointer (&cube->note, g_free);
  cube->caption = g_strconcat (counted, query->internal ? tl_caption_get_internal () : "", NULL);
  if (!query->internal)
    cube->note = tl_count_dup_note (cube->threshold, cube->round, cube->n_primary, cube->n_secondary);
}

/**
 * tl_library_cube:
 * @library: a library
 * @query: what to ask
 * @error: return location
 *
 * Counts for each code of a typology in how many reviews of each part of two facets it occurs. Of each code rows and
 * columns add up, and are protected together unless @query is internal.
 *
 * Returns: (transfer full) (nullable): the counts, or %NULL with %TL_ERROR_NOT_FOUND if there is no such typology,
 *   with
 *   %TL_ERROR_TOO_LARGE if there are more cells than can be kept apart, or if the library can't be read
 */
TlCube *
tl_library_cube (TlLibrary          *library,
                 const TlCubeQuery  *query,
                 GError            **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL, NULL);
  g_return_val_if_fail (tl_facet_is_partition (query->rows) && tl_facet_is_partition (query->columns), NULL);

  TlSets *sets = tl_sets_get (library);
  TlCube *cube = NULL;

  if (tl_sets_begin (sets, error))
    {
      cube = ask (sets, query, error);
      tl_sets_end (sets);
    }
  if (cube == NULL)
    tl_library_explain (tl_library_get_name (library), error);
  return cube;
}

/**
 * tl_cube_free:
 * @cube: (transfer full): a cube
 */
void
tl_cube_free (TlCube *cube)
{
  g_strfreev (cube->codes);
  g_strfreev (cube->labels);
  g_strfreev (cube->row_keys);
  g_strfreev (cube->column_keys);
  g_free (cube->typology);
  g_free (cube->version);
  g_free (cube->caption);
  g_free (cube->note);
  g_free (cube->bases);
  g_free (cube->counts);
  g_free (cube);
}

/**
 * tl_cube_get:
 * @cube: a cube
 * @code: the position of a code
 * @row: that of a row; 0 is all of them
 * @column: that of a column; 0 is all of them
 *
 * Returns: in how many reviews of both parts the code occurs, or a #TlCountSymbol
 */
gint64
tl_cube_get (const TlCube *cube,
             guint         code,
             guint         row,
             guint         column)
{
  g_return_val_if_fail (code < cube->n_codes && row < cube->n_rows && column < cube->n_columns, 0);
  return cube->counts[((gsize) code * cube->n_rows + row) * cube->n_columns + column];
}

/**
 * tl_cube_dup_csv:
 * @cube: a cube
 *
 * Returns: (transfer full): a line for each code, row and column, with the base beside the count
 */
char *
tl_cube_dup_csv (const TlCube *cube)
{
  g_return_val_if_fail (cube != NULL, NULL);

  GString *out = g_string_new (NULL);
  g_autofree char *threshold = g_strdup_printf ("%u", cube->threshold);
  g_autofree char *round = g_strdup_printf ("%u", MAX (cube->round, 1));

  g_string_append_printf (out, "code,label,%s,%s,reviews,base,typology,version,withheld_to,rounded_to,caption\n",
                          tl_facet_get_name (cube->rows), tl_facet_get_name (cube->columns));
  for (guint i = 0; i < cube->n_codes * cube->n_rows * cube->n_columns; i++)
    {
      guint code = i / cube->n_columns / cube->n_rows, row = i / cube->n_columns % cube->n_rows;
      guint column = i % cube->n_columns;
      g_autofree char *reviews = tl_count_format (cube->counts[i]);
      g_autofree char *base = tl_count_format (cube->bases[row * cube->n_columns + column]);
      const char *cells[] = { cube->codes[code], cube->labels[code], cube->row_keys[row], cube->column_keys[column],
                              reviews, base, cube->typology, cube->version, threshold, round, cube->caption };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        tl_csv_append_cell (out, cells[j]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
