/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One code of a table of themes as an item of a list. The lines of a table share it and keep it as long as one of them
 * is shown. */
#include "config.h"

#include "ui/charts/tl-themes-line.h"

#include <glib/gi18n.h>

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

  /* Translators: in how many reviews a theme occurs, of how many, and in how many it was looked for. A count that is
   * withheld is "c". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s review · looked for in %s",
                                       "%s of %s reviews · looked for in %s", base == 1 ? 1 : 2),
                          reviews, of, looked_for);
}
