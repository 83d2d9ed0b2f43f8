/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of themes may leave: one kind of count after the other, over all tables of a release, for these share the
 * column of all reviews. Codes never add up to the code above them: a review counts once in each. */
#include "config.h"

#include "model/questions/tl-themes.h"

#include "model/disclosure/tl-protect.h"

/* Of a table one kind of count, row by row with the column of all first. */
typedef struct {
  TlThemes        *themes; /* borrowed */
  guint            n_rows;
  gint64          *counts;
  gboolean        *withheld;
  TlProtectFlags   flags;
  TlProtectResult  result;
} Layer;

/* Where a count of a table stands. */
typedef gint64 *(*GetCount) (TlThemes *themes,
                             guint     row,
                             guint     column);

static gint64 *
get_base (TlThemes *themes,
          guint     row,
          guint     column)
{
  return &themes->columns[column].base;
}

static gint64 *
get_base_of_code (TlThemes *themes,
                  guint     row,
                  guint     column)
{
  return &themes->rows[row].cells[column].base;
}

static gint64 *
get_reviews (TlThemes *themes,
             guint     row,
             guint     column)
{
  return &themes->rows[row].cells[column].reviews;
}

static gint64 *
get_uncertain (TlThemes *themes,
               guint     row,
               guint     column)
{
  return &themes->rows[row].cells[column].uncertain;
}

static gint64 *
get_looked_for (TlThemes *themes,
                guint     row,
                guint     column)
{
  return &themes->rows[row].cells[column].looked_for;
}

static void
layer_init (Layer    *layer,
            TlThemes *themes,
            guint     n_rows,
            GetCount  get)
{
  gsize n = (gsize) n_rows * themes->n_columns;
  gboolean sums = themes->by != TL_FACET_NONE && tl_facet_is_partition (themes->by);

  *layer = (Layer) { themes, n_rows, g_new0 (gint64, n + 1), g_new0 (gboolean, n + 1),
                     sums ? TL_PROTECT_ROW_TOTALS : TL_PROTECT_ALONE };
  for (gsize i = 0; i < n; i++)
    layer->counts[i] = *get (themes, (guint) (i / themes->n_columns), (guint) (i % themes->n_columns));
}

static void
layer_finish (Layer    *layer,
              GetCount  get,
              guint     threshold,
              guint     round)
{
  TlThemes *themes = layer->themes;
  gsize n = (gsize) layer->n_rows * themes->n_columns;

  for (gsize i = 0; i < n; i++)
    *get (themes, (guint) (i / themes->n_columns), (guint) (i % themes->n_columns))
      = layer->withheld[i] ? TL_COUNT_WITHHELD : tl_count_round (layer->counts[i], round);
  themes->n_primary += layer->result.n_primary;
  themes->n_secondary += layer->result.n_secondary;
  g_free (layer->counts);
  g_free (layer->withheld);
}

/* Withholds in each table what another withholds of the column of all. Returns whether there was anything. */
static gboolean
share (Layer *layers,
       guint  n_layers)
{
  gboolean more = FALSE;

  for (guint i = 0; i < layers[0].n_rows; i++)
    {
      gboolean withheld = FALSE;

      for (guint j = 0; j < n_layers; j++)
        withheld |= layers[j].withheld[(gsize) i * layers[j].themes->n_columns];
      for (guint j = 0; j < n_layers; j++)
        {
          gboolean *all = &layers[j].withheld[(gsize) i * layers[j].themes->n_columns];

          more |= *all != withheld;
          *all = withheld;
        }
    }
  return more;
}

static void
protect (TlThemes *const *tables,
         guint            n_tables,
         guint            n_rows,
         GetCount         get,
         guint            threshold,
         guint            round)
{
  g_autofree Layer *layers = g_new0 (Layer, n_tables);

  for (guint i = 0; i < n_tables; i++)
    layer_init (&layers[i], tables[i], n_rows, get);
  do
    for (guint i = 0; i < n_tables; i++)
      layers[i].result = tl_protect (layers[i].counts, n_rows, tables[i]->n_columns, threshold, layers[i].flags,
                                     layers[i].withheld);
  while (share (layers, n_tables));
  for (guint i = 0; i < n_tables; i++)
    layer_finish (&layers[i], get, threshold, round);
}

/**
 * tl_themes_protect:
 * @tables: (array length=n_tables): the tables of one release: of the same population, with different columns, and
 *   internal until now
 * @n_tables: how many
 * @threshold: counts from 1 to this are withheld
 * @round: 0, or what to round what is shown to the nearest multiple of
 *
 * Takes out what is not to be seen, in each table alone and in all of them beside each other.
 */
void
tl_themes_protect (TlThemes *const *tables,
                   guint            n_tables,
                   guint            threshold,
                   guint            round)
{
  g_return_if_fail (tables != NULL && n_tables > 0);

  guint n_rows = tables[0]->n_rows;

  for (guint i = 0; i < n_tables; i++)
    {
      g_return_if_fail (tables[i]->n_rows == n_rows);
      tables[i]->threshold = threshold;
      tables[i]->round = round;
    }
  protect (tables, n_tables, 1, get_base, threshold, round);
  protect (tables, n_tables, n_rows, get_base_of_code, threshold, round);
  protect (tables, n_tables, n_rows, get_reviews, threshold, round);
  protect (tables, n_tables, n_rows, get_uncertain, threshold, round);
  protect (tables, n_tables, n_rows, get_looked_for, threshold, round);
}
