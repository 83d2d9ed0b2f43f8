/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One code of a table of themes as an item of a list. The lines of a table share it and keep it as long as one of them
 * is shown; "changed" says that they have other counts. */
#include "config.h"

#include "ui/charts/tl-themes-line.h"

#include <glib/gi18n.h>

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct {
  TlThemes *themes;
} SharedThemes;

struct _TlThemesLine
{
  GObject parent_instance;

  SharedThemes *shared; /* counted */
  guint         position;
};

G_DEFINE_FINAL_TYPE (TlThemesLine, tl_themes_line, G_TYPE_OBJECT)

static void
shared_themes_clear (SharedThemes *shared)
{
  tl_themes_free (shared->themes);
}

static void
tl_themes_line_finalize (GObject *object)
{
  g_rc_box_release_full (TL_THEMES_LINE (object)->shared, (GDestroyNotify) shared_themes_clear);
  G_OBJECT_CLASS (tl_themes_line_parent_class)->finalize (object);
}

static void
tl_themes_line_class_init (TlThemesLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_themes_line_finalize;

  /**
   * TlThemesLine::changed:
   *
   * The code has other counts.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_themes_line_init (TlThemesLine *self)
{
}

/**
 * tl_themes_lines_new:
 * @themes: (transfer full): a table
 *
 * Returns: (transfer full): its rows, in the order of the typology
 */
GListModel *
tl_themes_lines_new (TlThemes *themes)
{
  g_return_val_if_fail (themes != NULL, NULL);

  GListStore *lines = g_list_store_new (TL_TYPE_THEMES_LINE);
  SharedThemes *shared = g_rc_box_new0 (SharedThemes);

  shared->themes = themes;
  for (guint i = 0; i < themes->n_rows; i++)
    {
      g_autoptr (TlThemesLine) line = g_object_new (TL_TYPE_THEMES_LINE, NULL);

      line->shared = g_rc_box_acquire (shared);
      line->position = i;
      g_list_store_append (lines, line);
    }
  g_rc_box_release_full (shared, (GDestroyNotify) shared_themes_clear);
  return G_LIST_MODEL (lines);
}

static gboolean
has_codes_of (GListModel     *lines,
              const TlThemes *themes)
{
  if (g_list_model_get_n_items (lines) != themes->n_rows)
    return FALSE;
  for (guint i = 0; i < themes->n_rows; i++)
    {
      g_autoptr (TlThemesLine) line = g_list_model_get_item (lines, i);

      if (!g_str_equal (tl_themes_line_get_row (line)->code, themes->rows[i].code))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_themes_lines_renew:
 * @lines: what tl_themes_lines_new() returned
 * @themes: (transfer full) if this returns %TRUE: another table
 *
 * Gives the lines other counts, so that rows that show them need nothing but other words.
 *
 * Returns: %FALSE if the table has other codes; then nothing has changed
 */
gboolean
tl_themes_lines_renew (GListModel *lines,
                       TlThemes   *themes)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (lines) && themes != NULL, FALSE);

  if (!has_codes_of (lines, themes))
    return FALSE;

  SharedThemes *shared = g_rc_box_new0 (SharedThemes);

  shared->themes = themes;
  for (guint i = 0; i < themes->n_rows; i++)
    {
      g_autoptr (TlThemesLine) line = g_list_model_get_item (lines, i);

      g_rc_box_release_full (line->shared, (GDestroyNotify) shared_themes_clear);
      line->shared = g_rc_box_acquire (shared);
      g_signal_emit (line, signals[CHANGED], 0);
    }
  g_rc_box_release_full (shared, (GDestroyNotify) shared_themes_clear);
  return TRUE;
}

/**
 * tl_themes_line_get_row:
 *
 * Returns: (transfer none): the code and its counts
 */
const TlThemesRow *
tl_themes_line_get_row (TlThemesLine *self)
{
  g_return_val_if_fail (TL_IS_THEMES_LINE (self), NULL);
  return &self->shared->themes->rows[self->position];
}

/**
 * tl_themes_line_get_cell:
 * @column: from 0
 *
 * Returns: (transfer none): the counts of one column
 */
const TlThemesCell *
tl_themes_line_get_cell (TlThemesLine *self,
                         guint         column)
{
  g_return_val_if_fail (TL_IS_THEMES_LINE (self) && column < self->shared->themes->n_columns, NULL);
  return &tl_themes_line_get_row (self)->cells[column];
}

/**
 * tl_themes_line_get_column:
 * @column: from 0
 *
 * Returns: (transfer none): what the column is, with its base
 */
const TlThemesColumn *
tl_themes_line_get_column (TlThemesLine *self,
                           guint         column)
{
  g_return_val_if_fail (TL_IS_THEMES_LINE (self) && column < self->shared->themes->n_columns, NULL);
  return &self->shared->themes->columns[column];
}

/**
 * tl_themes_line_dup_sentence:
 * @column: from 0
 *
 * Returns: (transfer full): the counts of one column with their base, for people
 */
char *
tl_themes_line_dup_sentence (TlThemesLine *self,
                             guint         column)
{
  g_return_val_if_fail (TL_IS_THEMES_LINE (self), NULL);

  const TlThemesCell *cell = tl_themes_line_get_cell (self, column);
  gint64 base = tl_themes_line_get_column (self, column)->base;
  g_autofree char *reviews = tl_count_format (cell->reviews);
  g_autofree char *of = tl_count_format (base);
  g_autofree char *looked_for = tl_count_format (cell->looked_for);

  g_autofree char *perhaps = tl_count_format (cell->uncertain);
  /* Translators: how many more reviews it may be in: they are coded in another typology. */
  g_autofree char *doubt = cell->uncertain != 0 ? g_strdup_printf (_(" · perhaps in %s more"), perhaps) : g_strdup ("");

  /* Translators: in how many reviews a theme occurs, of how many, how many more it may be in, and in how many it was
   * looked for. A count that is withheld is "c". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s review%s · looked for in %s",
                                       "%s of %s reviews%s · looked for in %s", base == 1 ? 1 : 2),
                          reviews, of, doubt, looked_for);
}
