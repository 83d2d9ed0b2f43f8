/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of a release as rows and columns for people. What has no room beside each other on a page goes into
 * several grids; every count stands in one of them, but for pairs, of which the file has all. */
#include "config.h"

#include "model/releases/tl-release-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Columns that have room on a page in upright format, and pairs that anybody reads. */
#define MAX_COLUMNS 9
#define MAX_PAIRS 100

static void
free_row (gpointer data)
{
  TlReleaseRow *row = data;

  g_free (row->head);
  g_strfreev (row->cells);
  g_free (row);
}

static void
free_grid (gpointer data)
{
  TlReleaseGrid *grid = data;

  g_free (grid->title);
  g_strfreev (grid->columns);
  g_ptr_array_unref (grid->rows);
  g_free (grid);
}

static TlReleaseGrid *
add_grid (GPtrArray    *grids,
          const char   *title,
          GStrvBuilder *columns) /* (transfer full) */
{
  TlReleaseGrid *grid = g_new0 (TlReleaseGrid, 1);

  grid->title = g_strdup (title);
  grid->columns = g_strv_builder_end (columns);
  grid->rows = g_ptr_array_new_with_free_func (free_row);
  g_ptr_array_add (grids, grid);
  g_strv_builder_unref (columns);
  return grid;
}

static void
add_row (TlReleaseGrid *grid,
         char          *head, /* (transfer full) */
         guint          depth,
         GStrvBuilder  *cells) /* (transfer full) */
{
  TlReleaseRow *row = g_new0 (TlReleaseRow, 1);

  row->head = head;
  row->depth = depth;
  row->cells = g_strv_builder_end (cells);
  g_ptr_array_add (grid->rows, row);
  g_strv_builder_unref (cells);
}

static void
add_count (GStrvBuilder *cells,
           gint64        count)
{
  g_autofree char *text = tl_count_format (count);

  g_strv_builder_add (cells, text);
}

static char *
dup_head (const char *notation,
          const char *label)
{
  return g_strdup_printf ("%s  %s", notation, label);
}

/* Themes */

static void
list_plain_themes (GPtrArray      *grids,
                   const TlThemes *themes)
{
  GStrvBuilder *columns = g_strv_builder_new ();

  g_strv_builder_add_many (columns, _("Code"), _("Reviews"), _("Looked for"), _("Base"),
                           themes->across ? _("Uncertain") : NULL, NULL);

  TlReleaseGrid *grid = add_grid (grids, NULL, columns);

  for (guint i = 0; i < themes->n_rows; i++)
    {
      const TlThemesRow *row = &themes->rows[i];
      GStrvBuilder *cells = g_strv_builder_new ();

      add_count (cells, row->cells[0].reviews);
      add_count (cells, row->cells[0].looked_for);
      add_count (cells, row->cells[0].base);
      if (themes->across)
        add_count (cells, row->cells[0].uncertain);
      add_row (grid, dup_head (row->notation, row->label), row->depth, cells);
    }
}

/* The columns from @first on, as many as there is room for, of one kind of count; the bases stand in the first row. */
static void
list_columns (GPtrArray      *grids,
              const TlThemes *themes,
              const char     *title,
              gsize           offset,
              guint           first)
{
  guint end = MIN (first + MAX_COLUMNS, themes->n_columns);
  GStrvBuilder *columns = g_strv_builder_new (), *bases = g_strv_builder_new ();

  g_strv_builder_add (columns, _("Code"));
  for (guint j = first; j < end; j++)
    {
      g_strv_builder_add (columns, themes->columns[j].title);
      add_count (bases, themes->columns[j].base);
    }

  TlReleaseGrid *grid = add_grid (grids, title, columns);

  add_row (grid, g_strdup (_("Base")), 0, bases);
  for (guint i = 0; i < themes->n_rows; i++)
    {
      const TlThemesRow *row = &themes->rows[i];
      GStrvBuilder *cells = g_strv_builder_new ();

      for (guint j = first; j < end; j++)
        add_count (cells, G_STRUCT_MEMBER (gint64, &row->cells[j], offset));
      add_row (grid, dup_head (row->notation, row->label), row->depth, cells);
    }
}

static void
list_themes (GPtrArray      *grids,
             const TlThemes *themes)
{
  const struct {
    const char *title;
    gsize       offset;
  } kinds[] = {
    { _("Reviews"), G_STRUCT_OFFSET (TlThemesCell, reviews) },
    { _("Looked for"), G_STRUCT_OFFSET (TlThemesCell, looked_for) },
    { _("Uncertain"), G_STRUCT_OFFSET (TlThemesCell, uncertain) },
  };

  if (themes->n_columns == 1)
    {
      list_plain_themes (grids, themes);
      return;
    }
  for (guint i = 0; i < (themes->across ? 3 : 2); i++)
    for (guint j = 0; j < themes->n_columns; j += MAX_COLUMNS)
      list_columns (grids, themes, kinds[i].title, kinds[i].offset, j);
}

/* Cubes: of each code a grid of both facets. */

static void
list_cells (GPtrArray    *grids,
            const TlCube *cube,
            const char   *title,
            const gint64 *counts,
            guint         first)
{
  guint end = MIN (first + MAX_COLUMNS, cube->n_columns);
  GStrvBuilder *columns = g_strv_builder_new ();

  g_strv_builder_add (columns, "");
  for (guint j = first; j < end; j++)
    {
      g_autofree char *name = j == 0 ? g_strdup (_("All")) : tl_facet_dup_title (cube->columns, cube->column_keys[j]);

      g_strv_builder_add (columns, name);
    }

  TlReleaseGrid *grid = add_grid (grids, title, columns);

  for (guint i = 0; i < cube->n_rows; i++)
    {
      GStrvBuilder *cells = g_strv_builder_new ();

      for (guint j = first; j < end; j++)
        add_count (cells, counts[i * cube->n_columns + j]);
      add_row (grid, i == 0 ? g_strdup (_("All")) : tl_facet_dup_title (cube->rows, cube->row_keys[i]), 0, cells);
    }
}

static void
list_cube (GPtrArray    *grids,
           const TlCube *cube)
{
  gsize n_cells = (gsize) cube->n_rows * cube->n_columns;

  for (guint j = 0; j < cube->n_columns; j += MAX_COLUMNS)
    list_cells (grids, cube, _("Base"), cube->bases, j);
  for (guint i = 0; i < cube->n_codes; i++)
    for (guint j = 0; j < cube->n_columns && cube->counts[i * n_cells] != 0; j += MAX_COLUMNS)
      {
        g_autofree char *title = dup_head (cube->codes[i], cube->labels[i]);

        list_cells (grids, cube, title, &cube->counts[i * n_cells], j);
      }
}

/* Pairs */

static void
add_number (GStrvBuilder *cells,
            double        number,
            const char   *format)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_strv_builder_add (cells, isnan (number) ? "c" : g_ascii_formatd (text, sizeof text, format, number));
}

static void
list_pairs (GPtrArray     *grids,
            const TlPairs *pairs)
{
  g_autofree char *title = pairs->n_pairs > MAX_PAIRS
                             ? g_strdup_printf (_("The first %u of %u; all are in the file"), MAX_PAIRS, pairs->n_pairs)
                             : NULL;
  GStrvBuilder *columns = g_strv_builder_new ();

  g_strv_builder_add_many (columns, _("Codes"), _("Reviews"), _("Expected"), _("Ratio"), _("From"), _("To"), NULL);

  TlReleaseGrid *grid = add_grid (grids, title, columns);

  for (guint i = 0; i < MIN (pairs->n_pairs, MAX_PAIRS); i++)
    {
      const TlPair *pair = &pairs->pairs[i];
      const TlPairsCode *a = &pairs->codes[pair->a], *b = &pairs->codes[pair->b];
      GStrvBuilder *cells = g_strv_builder_new ();

      add_count (cells, pair->reviews);
      add_number (cells, pair->expected, "%.1f");
      add_number (cells, pair->ratio, "%.2f");
      add_number (cells, pair->low, "%.2f");
      add_number (cells, pair->high, "%.2f");
      add_row (grid, g_strdup_printf ("%s + %s  %s · %s", a->notation, b->notation, a->label, b->label), 0, cells);
    }
}

/* What follows links */

static TlReleaseGrid *
add_list (GPtrArray  *grids,
          const char *what,
          gboolean    expected)
{
  GStrvBuilder *columns = g_strv_builder_new ();

  g_strv_builder_add_many (columns, what, _("Reviews"), expected ? _("Expected") : NULL, NULL);
  return add_grid (grids, NULL, columns);
}

static void
list_chains (GPtrArray      *grids,
             const TlChains *chains)
{
  TlReleaseGrid *grid = add_list (grids, _("Chain"), TRUE);

  for (guint i = 0; i < chains->n_chains; i++)
    {
      const TlChain *chain = &chains->chains[i];
      GStrvBuilder *cells = g_strv_builder_new ();
      g_autofree char *path = g_strjoinv (" → ", chain->path);
      g_autofree char *labels = g_strjoinv (" → ", chain->labels);

      add_count (cells, chain->reviews);
      if (chain->expected >= 0)
        add_number (cells, chain->expected, "%.1f");
      else
        add_count (cells, chain->reviews < 0 ? chain->reviews : TL_COUNT_NOT_APPLICABLE);
      add_row (grid, dup_head (path, labels), 0, cells);
    }
}

static void
list_merged (GPtrArray      *grids,
             const TlMerged *merged)
{
  GStrvBuilder *columns = g_strv_builder_new ();

  g_strv_builder_add_many (columns, _("Link"), _("Reviews"), _("Of the cause"), _("Of the effect"), NULL);

  TlReleaseGrid *grid = add_grid (grids, NULL, columns);

  for (guint i = 0; i < merged->links->len; i++)
    {
      const TlMergedLink *link = &g_array_index (merged->links, TlMergedLink, i);
      const TlMergedNode *cause = &g_array_index (merged->nodes, TlMergedNode, link->cause);
      const TlMergedNode *effect = &g_array_index (merged->nodes, TlMergedNode, link->effect);
      GStrvBuilder *cells = g_strv_builder_new ();
      g_autofree char *path = g_strjoin (" → ", cause->code, effect->code, NULL);
      g_autofree char *labels = g_strjoin (" → ", cause->label, effect->label, NULL);

      add_count (cells, link->reviews);
      add_count (cells, cause->reviews);
      add_count (cells, effect->reviews);
      add_row (grid, dup_head (path, labels), 0, cells);
    }
}

static void
list_answer (GPtrArray      *grids,
             const TlAnswer *answer)
{
  TlReleaseGrid *grid = add_list (grids, _("Codes"), FALSE);

  for (guint i = 0; i < answer->rows->len; i++)
    {
      const TlAnswerRow *row = answer->rows->pdata[i];
      GStrvBuilder *cells = g_strv_builder_new ();
      g_autofree char *labels = g_strjoinv ("; ", row->labels);
      g_autoptr (GString) shape = g_string_new (NULL);

      for (guint j = 0; j < row->n_links; j++)
        g_string_append_printf (shape, "%s%s → %s", j > 0 ? ", " : "", row->keys[row->links[j][0]],
                                row->keys[row->links[j][1]]);
      for (guint j = 0; row->n_links == 0 && row->keys[j] != NULL; j++)
        g_string_append_printf (shape, "%s%s", j > 0 ? ", " : "", row->keys[j]);
      add_count (cells, row->reviews);
      add_row (grid, dup_head (shape->str, labels), 0, cells);
    }
}

/**
 * tl_release_grid_list:
 * @table: a table as it leaves
 *
 * Returns: (transfer full) (element-type TlReleaseGrid): what people read of it
 */
GPtrArray *
tl_release_grid_list (const TlReleaseTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  GPtrArray *grids = g_ptr_array_new_with_free_func (free_grid);

  if (table->themes != NULL)
    list_themes (grids, table->themes);
  else if (table->cube != NULL)
    list_cube (grids, table->cube);
  else if (table->pairs != NULL)
    list_pairs (grids, table->pairs);
  else if (table->chains != NULL)
    list_chains (grids, table->chains);
  else if (table->merged != NULL)
    list_merged (grids, table->merged);
  else
    list_answer (grids, table->answer);
  return grids;
}
