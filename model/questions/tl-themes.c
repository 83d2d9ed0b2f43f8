/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Themes: in how many reviews of a population each code of a typology occurs. */
#include "config.h"

#include "model/record/tl-kind.h"
#include "model/questions/tl-themes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/library/tl-library-tables.h"
#include "model/questions/tl-coded.h"
#include "model/record/tl-kind.h"

typedef struct {
  TlThemes            *themes; /* borrowed, as all that is not said to be owned */
  const TlThemesQuery *query;
  TlSets             *sets;
  const TlCoded       *coded;
  GPtrArray           *columns; /* owned: of TlBits: the records of each column */
} Asking;

/* Columns */

static void
add_column (Asking     *asking,
            const char *key,
            const char *title,
            TlBits     *records) /* (transfer full) */
{
  TlThemes *themes = asking->themes;

  themes->columns = g_renew (TlThemesColumn, themes->columns, themes->n_columns + 1);
  themes->columns[themes->n_columns++]
    = (TlThemesColumn) { g_strdup (key), g_strdup (title), tl_bits_count (records) };
  g_ptr_array_add (asking->columns, records);
}

/* Parts that no review of the population belongs to are no columns. */
static void
add_part (Asking       *asking,
          const char   *key,
          const TlBits *records)
{
  g_autoptr (TlBits) part = tl_bits_copy (records);

  tl_bits_and (part, asking->coded->records);
  if (tl_bits_count (part) == 0)
    return;

  g_autofree char *title = tl_facet_dup_title (asking->query->by, key);

  add_column (asking, key, title, g_steal_pointer (&part));
}

static gboolean
add_columns (Asking  *asking,
             GError **error)
{
  TlFacet by = asking->query->by;
  g_autoptr (GPtrArray) keys = NULL;

  add_column (asking, "all", _("All"), tl_bits_copy (asking->coded->records));
  if (by == TL_FACET_NONE)
    return TRUE;

  keys = tl_sets_dup_keys (asking->sets, tl_facet_get_kind (by), error);
  if (keys == NULL)
    return FALSE;
  tl_facet_sort (by, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const TlBits *records = tl_sets_find (asking->sets, tl_facet_get_kind (by), key, NULL, error);

      if (records == NULL)
        return FALSE;
      add_part (asking, key, records);
    }
  if (by != TL_FACET_LEVEL)
    return TRUE;

  g_autoptr (TlBits) unplaced = tl_coded_dup_unplaced (asking->coded, error);

  if (unplaced != NULL)
    add_part (asking, "", unplaced);
  return unplaced != NULL;
}

/* Rows */

/* With columns of levels a tag counts in the column of the level that it stands at. */
static gboolean
count_at_level (Asking  *asking,
                guint    row,
                guint    column,
                GError **error)
{
  const char *level = asking->themes->columns[column].key;
  const char *only = asking->query->population.level;
  const TlBits *records = g_ptr_array_index (asking->columns, column);
  TlThemesCell *cell = &asking->themes->rows[row].cells[column];
  g_autoptr (TlBits) uncertain = NULL;
  g_autoptr (TlBits) tagged = NULL;

  if (only != NULL && strcmp (only, level) != 0)
    return TRUE;
  tagged = tl_coded_dup_tagged (asking->coded, row, level, &uncertain, error);
  if (tagged == NULL)
    return FALSE;
  cell->reviews = tl_bits_count_both (tagged, records);
  cell->uncertain = tl_bits_count_both (uncertain, records);
  return TRUE;
}

/* The correlation of two sets of yes and no (Pearson's phi), of n things of which a are in the one, b in the other. */
static double
correlate (double n,
           double a,
           double b,
           double both)
{
  double spread = a * (n - a) * b * (n - b);

  return spread > 0 ? (both * n - a * b) / sqrt (spread) : 0;
}

static gboolean
is_common (gint64 count,
           gint64 base,
           guint  threshold)
{
  gint64 least = MAX (TL_THEMES_RESTATES_LEAST, threshold + 1);

  return count >= least && base - count >= least;
}

/* The outcome that the code comes and goes with, if there is one. */
static gboolean
find_restated (Asking        *asking,
               guint          row,
               const TlBits  *tagged,
               GError       **error)
{
  const TlField *field = tl_kind_find_field (tl_kind_lookup ("child"), "outcome");
  gint64 base = asking->themes->columns[0].base, reviews = asking->themes->rows[row].cells[0].reviews;
  double closest = TL_THEMES_RESTATES;

  for (guint i = 0; field->choices[i].key != NULL; i++)
    {
      const TlBits *outcome = tl_sets_find (asking->sets, TL_SET_OUTCOME, field->choices[i].key, NULL, error);

      if (outcome == NULL)
        return FALSE;

      gint64 n = tl_bits_count_both (outcome, asking->coded->records);
      double both = tl_bits_count_both (outcome, tagged);
      double tie = fabs (correlate ((double) base, (double) reviews, (double) n, both));

      if (is_common (n, base, asking->query->threshold) && is_common (reviews, base, asking->query->threshold)
          && tie >= closest)
        {
          closest = tie;
          asking->themes->rows[row].restates = field->choices[i].key;
        }
    }
  return TRUE;
}

static gboolean
count_row (Asking  *asking,
           guint    row,
           GError **error)
{
  TlThemes *themes = asking->themes;
  g_autoptr (TlBits) uncertain = NULL;
  g_autoptr (TlBits) tagged = tl_coded_dup_tagged (asking->coded, row, NULL, &uncertain, error);
  g_autoptr (TlBits) looked_for = tagged != NULL ? tl_coded_dup_looked_for (asking->coded, row, error) : NULL;
  g_autoptr (TlBits) base = tl_coded_dup_base (asking->coded, row);

  if (looked_for == NULL)
    return FALSE;
  for (guint j = 0; j < themes->n_columns; j++)
    {
      const TlBits *records = g_ptr_array_index (asking->columns, j);
      TlThemesCell *cell = &themes->rows[row].cells[j];

      cell->base = tl_bits_count_both (base, records);
      cell->looked_for = tl_bits_count_both (looked_for, records);
      if (j > 0 && asking->query->by == TL_FACET_LEVEL)
        {
          if (!count_at_level (asking, row, j, error))
            return FALSE;
          continue;
        }
      cell->reviews = tl_bits_count_both (tagged, records);
      cell->uncertain = tl_bits_count_both (uncertain, records);
    }
  return find_restated (asking, row, tagged, error);
}

static gboolean
count_rows (Asking  *asking,
            GError **error)
{
  TlThemes *themes = asking->themes;

  themes->n_rows = asking->coded->n_codes;
  themes->rows = g_new0 (TlThemesRow, themes->n_rows + 1);
  for (guint i = 0; i < themes->n_rows; i++)
    {
      TlCode *code = asking->coded->codes[i];

      themes->rows[i] = (TlThemesRow) {
        .code = g_strdup (tl_code_get_qualified (code)),
        .notation = g_strdup (tl_code_get_notation (code)),
        .label = g_strdup (tl_code_get_label (code)),
        .depth = asking->coded->depths[i],
        .cells = g_new0 (TlThemesCell, themes->n_columns),
      };
    }
  for (guint i = 0; i < themes->n_rows; i++)
    if (!count_row (asking, i, error))
      return FALSE;
  return TRUE;
}

/* Codes that nobody could have tagged: of these a zero would say too much. */
static void
leave_out_unknown (TlThemes *themes)
{
  const TlThemesCell unknown = { 0, TL_COUNT_NOT_AVAILABLE, TL_COUNT_NOT_AVAILABLE, TL_COUNT_NOT_AVAILABLE };

  for (guint i = 0; i < themes->n_rows; i++)
    for (guint j = 0; j < themes->n_columns; j++)
      if (themes->rows[i].cells[j].base == 0 && themes->columns[j].base != 0)
        themes->rows[i].cells[j] = unknown;
}

/* Public */

static TlThemes *
ask (TlSets              *sets,
     const TlThemesQuery  *query,
     GError              **error)
{
  g_autoptr (TlThemes) themes = g_new0 (TlThemes, 1);
  g_autoptr (TlCoded) coded = tl_coded_new (sets, &query->population, error);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bits_free);

  if (coded == NULL)
    return NULL;

  Asking asking = { themes, query, sets, coded, columns };

  themes->typology = g_strdup (tl_typology_get_id (coded->typology));
  themes->version = g_strdup (query->population.version != NULL ? query->population.version
                                                                : tl_typology_get_version (coded->typology));
  themes->by = query->by;
  if (!add_columns (&asking, error) || !count_rows (&asking, error))
    return NULL;
  themes->across = coded->n_own < themes->columns[0].base;
  if (!query->internal)
    tl_themes_protect (&themes, 1, query->threshold > 0 ? query->threshold : TL_COUNT_DEFAULT_THRESHOLD, query->round);
  leave_out_unknown (themes);
  tl_themes_describe (themes, query);
  return g_steal_pointer (&themes);
}

/**
 * tl_library_themes:
 * @library: a library
 * @query: what to ask
 * @error: return location
 *
 * Counts for each code of a typology in how many reviews it occurs. A review counts once per code, and once for a code
 * of the top tier if any code below it occurs. Small counts are withheld unless @query is internal.
 *
 * The base are the reviews of the population: those under the filter that have any code of the typology, tagged or
 * considered. With columns of levels a review belongs to each level that it has factors at, a tag stands at the level
 * of its factor or of the cause of its link, and that a code was looked for holds for the review as a whole.
 *
 * A code is said to restate an outcome where whether it is tagged and whether a child of the review had that outcome
 * correlate with %TL_THEMES_RESTATES or more, either way (phi, over the base), and each of the two is there, and is
 * not there, in at least %TL_THEMES_RESTATES_LEAST reviews and in more than the threshold.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with %TL_ERROR_NOT_FOUND if there is no such typology, or
 *   if the library can't be read
 */
TlThemes *
tl_library_themes (TlLibrary            *library,
                   const TlThemesQuery  *query,
                   GError              **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL, NULL);

  TlSets *sets = tl_sets_get (library);
  TlThemes *themes = NULL;

  if (tl_sets_begin (sets, error))
    {
      themes = ask (sets, query, error);
      tl_sets_end (sets);
    }
  if (themes == NULL)
    tl_library_explain (tl_library_get_name (library), error);
  return themes;
}

/**
 * tl_themes_free:
 * @themes: (transfer full): a table
 */
void
tl_themes_free (TlThemes *themes)
{
  for (guint i = 0; i < themes->n_columns; i++)
    {
      g_free (themes->columns[i].key);
      g_free (themes->columns[i].title);
    }
  for (guint i = 0; i < themes->n_rows; i++)
    {
      g_free (themes->rows[i].code);
      g_free (themes->rows[i].notation);
      g_free (themes->rows[i].label);
      g_free (themes->rows[i].cells);
    }
  g_free (themes->columns);
  g_free (themes->rows);
  g_free (themes->typology);
  g_free (themes->version);
  g_free (themes->caption);
  g_free (themes->note);
  g_free (themes);
}
