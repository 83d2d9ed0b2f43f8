/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts themes: walks the codes of one review after the other and adds each review once to a code, to the code above
 * it, and to every column that it belongs to. */
#include "config.h"

#include "model/library/tl-themes-private.h"

#include <string.h>

#include "model/disclosure/tl-protect.h"
#include "model/library/tl-library-ingest.h"

struct _TlThemesCount
{
  TlThemes *themes; /* borrowed */
  guint     tagged; /* the marks that count */
  guint     looked_for;
  int      *parents; /* one a row; -1 at the top */
  guint    *seen;    /* one a cell: the last review that was added to it, from 1; for either count */
  guint    *seen_looked_for;
  guint     review;
};

static int *
find_parents (const TlThemes *themes)
{
  int *parents = g_new (int, MAX (themes->n_rows, 1));

  for (guint i = 0; i < themes->n_rows; i++)
    {
      parents[i] = (int) i - 1;
      while (parents[i] >= 0 && themes->rows[parents[i]].depth >= themes->rows[i].depth)
        parents[i] = parents[parents[i]];
    }
  return parents;
}

TlThemesCount *
_tl_themes_count_new (TlThemes      *themes,
                      TlThemesCoder  coder)
{
  TlThemesCount *self = g_new0 (TlThemesCount, 1);
  gsize n_cells = (gsize) themes->n_rows * themes->n_columns + 1;

  self->themes = themes;
  self->tagged = coder == TL_THEMES_CODER_LEAD     ? TL_CODING_TAGGED_LEAD
                 : coder == TL_THEMES_CODER_AGREED ? TL_CODING_TAGGED_AGREED
                                                   : TL_CODING_TAGGED;
  self->looked_for = coder == TL_THEMES_CODER_LEAD ? TL_CODING_TAGGED_LEAD | TL_CODING_CONSIDERED_LEAD
                                                   : TL_CODING_TAGGED | TL_CODING_CONSIDERED;
  self->parents = find_parents (themes);
  self->seen = g_new0 (guint, n_cells);
  self->seen_looked_for = g_new0 (guint, n_cells);
  return self;
}

void
_tl_themes_count_free (TlThemesCount *self)
{
  g_free (self->parents);
  g_free (self->seen);
  g_free (self->seen_looked_for);
  g_free (self);
}

/* Adds the review to a code and to what is above it, in one column. */
static void
add (TlThemesCount *self,
     guint          row,
     guint          column,
     gboolean       looked_for)
{
  guint *seen = looked_for ? self->seen_looked_for : self->seen;

  for (int i = (int) row; i >= 0; i = self->parents[i])
    {
      gsize cell = (gsize) i * self->themes->n_columns + column;
      TlThemesCell *counts = &self->themes->rows[i].cells[column];

      if (seen[cell] == self->review)
        continue;
      seen[cell] = self->review;
      if (looked_for)
        counts->looked_for++;
      else
        counts->reviews++;
    }
}

/* Adds a review: @columns are those it belongs to besides the first. */
void
_tl_themes_count_review (TlThemesCount        *self,
                         const guint          *columns,
                         guint                 n_columns,
                         const TlThemesCoding *codings,
                         guint                 n_codings)
{
  self->review++;
  self->themes->columns[0].base++;
  for (guint j = 0; j < n_columns; j++)
    self->themes->columns[columns[j]].base++;

  for (guint i = 0; i < n_codings; i++)
    {
      const TlThemesCoding *coding = &codings[i];

      if (coding->marks & self->looked_for)
        {
          add (self, coding->row, 0, TRUE);
          for (guint j = 0; j < n_columns; j++)
            add (self, coding->row, columns[j], TRUE);
        }
      if (!(coding->marks & self->tagged) || !coding->at_level)
        continue;
      add (self, coding->row, 0, FALSE);
      if (coding->column > 0)
        add (self, coding->row, coding->column, FALSE);
    }
}

/* Protection */

static void
withhold (gint64         *counts,
          const gboolean *withheld,
          gsize           n)
{
  for (gsize i = 0; i < n; i++)
    if (withheld[i])
      counts[i] = TL_COUNT_WITHHELD;
}

static void
protect_counts (TlThemes *themes,
                gint64   *counts,
                guint     n_rows,
                guint     threshold,
                gboolean  sums)
{
  gsize n = (gsize) n_rows * themes->n_columns;
  g_autofree gboolean *withheld = g_new0 (gboolean, n + 1);
  TlProtectResult result = tl_protect (counts, n_rows, themes->n_columns, threshold,
                                               sums ? TL_PROTECT_ROW_TOTALS : TL_PROTECT_ALONE, withheld);

  themes->n_primary += result.n_primary;
  themes->n_secondary += result.n_secondary;
  withhold (counts, withheld, n);
}

/* Takes out what is not to be seen. @sums: whether the columns after the first divide its reviews without overlap, so
 * that they add up to it. Codes never add up to the code above them: a review counts once in each. */
void
_tl_themes_protect (TlThemes *themes,
                    guint     threshold,
                    gboolean  sums)
{
  gsize n = (gsize) themes->n_rows * themes->n_columns;
  g_autofree gint64 *bases = g_new0 (gint64, themes->n_columns + 1);
  g_autofree gint64 *reviews = g_new0 (gint64, n + 1);
  g_autofree gint64 *looked_for = g_new0 (gint64, n + 1);

  for (guint j = 0; j < themes->n_columns; j++)
    bases[j] = themes->columns[j].base;
  for (gsize i = 0; i < n; i++)
    {
      const TlThemesCell *cell = &themes->rows[i / themes->n_columns].cells[i % themes->n_columns];

      reviews[i] = cell->reviews;
      looked_for[i] = cell->looked_for;
    }

  themes->threshold = threshold;
  protect_counts (themes, bases, 1, threshold, sums);
  protect_counts (themes, reviews, themes->n_rows, threshold, sums);
  protect_counts (themes, looked_for, themes->n_rows, threshold, sums);

  for (guint j = 0; j < themes->n_columns; j++)
    themes->columns[j].base = bases[j];
  for (gsize i = 0; i < n; i++)
    themes->rows[i / themes->n_columns].cells[i % themes->n_columns] = (TlThemesCell) { reviews[i], looked_for[i] };
}
