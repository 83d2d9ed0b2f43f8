/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts themes into words and plain tables. The base and every setting go wherever the numbers go. */
#include "config.h"

#include "model/questions/tl-themes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/exchange/tl-csv.h"
#include "model/questions/tl-caption.h"
#include "model/record/tl-kind.h"

/* Which codes restate an outcome, as "H1.2 (Died), H1.3 (Harmed)"; "" if none does. */
static char *
describe_restated (const TlThemes *themes)
{
  const TlField *outcome = tl_kind_find_field (tl_kind_lookup ("child"), "outcome");
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < themes->n_rows; i++)
    if (themes->rows[i].restates != NULL)
      g_string_append_printf (codes, "%s%s (%s)", codes->len > 0 ? ", " : "", themes->rows[i].notation,
                              _(tl_field_get_choice_label (outcome, themes->rows[i].restates)));
  if (codes->len == 0)
    return g_strdup ("");
  /* Translators: codes with outcomes, as "H1.2 (Died)" */
  return g_strdup_printf (_(" These codes come and go with an outcome of the child and so explain nothing: %s."),
                          codes->str);
}

/**
 * tl_themes_describe:
 * @themes: a table
 * @query: what was asked
 *
 * Writes caption and note by what the table shows now.
 */
void
tl_themes_describe (TlThemes            *themes,
                    const TlThemesQuery *query)
{
  g_return_if_fail (themes != NULL && query != NULL);

  g_autofree char *counted = tl_caption_new (themes->typology, themes->version, &query->population, themes->across,
                                             themes->columns[0].base);
  g_autofree char *restated = describe_restated (themes);

  g_free (themes->caption);
  g_clear_pointer (&themes->note, g_free);
  themes->caption = g_strconcat (
    counted, _(" “Looked for” are the reviews in which the code is tagged, or was looked for and not found."), restated,
    query->internal ? tl_caption_get_internal () : "", NULL);

  if (themes->n_primary + themes->n_secondary > 0 || themes->round > 1)
    themes->note = tl_count_dup_note (themes->threshold, themes->round, themes->n_primary, themes->n_secondary);
}

/* Text */

static guint
width_of (const char *title)
{
  return MAX ((guint) g_utf8_strlen (title, -1), 5) + 2;
}

static void
append_code (GString           *out,
             const TlThemesRow *row)
{
  g_autofree char *indented = g_strdup_printf ("%*s%s", (int) row->depth * 2, "", row->notation);

  g_string_append_printf (out, "%-10s", indented);
}

/* One line a code: reviews, uncertain where that can be, looked for, base. */
static void
append_plain (GString        *out,
              const TlThemes *themes)
{
  const char *titles[] = { _("reviews"), themes->across ? _("uncertain") : NULL, _("looked for"), _("base") };

  g_string_append_printf (out, "%-10s", _("code"));
  for (guint j = 0; j < G_N_ELEMENTS (titles); j++)
    if (titles[j] != NULL)
      tl_count_append_text (out, titles[j], width_of (titles[j]));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < themes->n_rows; i++)
    {
      const TlThemesCell *cell = &themes->rows[i].cells[0];
      gint64 counts[] = { cell->reviews, cell->uncertain, cell->looked_for, cell->base };

      append_code (out, &themes->rows[i]);
      for (guint j = 0; j < G_N_ELEMENTS (titles); j++)
        if (titles[j] != NULL)
          tl_count_append (out, counts[j], width_of (titles[j]));
      g_string_append_printf (out, "  %s\n", themes->rows[i].label);
    }
}

/* With room for "(+12?)" where something can be uncertain. */
static guint
column_width (const TlThemes *themes,
              guint           column)
{
  return width_of (themes->columns[column].title) + (themes->across ? 7 : 0);
}

/* One line a code, reviews column by column; the bases stand in the first line. */
static void
append_columns (GString        *out,
                const TlThemes *themes)
{
  g_string_append_printf (out, "%-10s", _("code"));
  for (guint j = 0; j < themes->n_columns; j++)
    tl_count_append_text (out, themes->columns[j].title, column_width (themes, j));
  g_string_append_printf (out, "\n%-10s", _("base"));
  for (guint j = 0; j < themes->n_columns; j++)
    tl_count_append (out, themes->columns[j].base, column_width (themes, j));
  g_string_append_c (out, '\n');

  for (guint i = 0; i < themes->n_rows; i++)
    {
      append_code (out, &themes->rows[i]);
      for (guint j = 0; j < themes->n_columns; j++)
        {
          const TlThemesCell *cell = &themes->rows[i].cells[j];
          g_autofree char *count = tl_count_format_perhaps (cell->reviews, cell->uncertain);

          tl_count_append_text (out, count, column_width (themes, j));
        }
      g_string_append_printf (out, "  %s\n", themes->rows[i].label);
    }
}

/**
 * tl_themes_dup_text:
 * @themes: a table
 *
 * Returns: (transfer full): caption, table and note, for a terminal with letters of one width
 */
char *
tl_themes_dup_text (const TlThemes *themes)
{
  g_return_val_if_fail (themes != NULL, NULL);

  GString *out = g_string_new (themes->caption);

  g_string_append (out, "\n\n");
  if (themes->n_columns > 1)
    append_columns (out, themes);
  else
    append_plain (out, themes);
  if (themes->note != NULL)
    g_string_append_printf (out, "\n%s\n", themes->note);
  return g_string_free (out, FALSE);
}

/**
 * tl_themes_dup_csv:
 * @themes: a table
 *
 * One line for each code and column, so that every count has its base beside it, and the settings beside that.
 *
 * Returns: (transfer full): the table as CSV
 */
char *
tl_themes_dup_csv (const TlThemes *themes)
{
  g_return_val_if_fail (themes != NULL, NULL);

  GString *out = g_string_new ("code,label,column,reviews,looked_for,base,typology,version,withheld_to,caption,"
                               "uncertain,restates,rounded_to\n");

  for (guint i = 0; i < themes->n_rows; i++)
    for (guint j = 0; j < themes->n_columns; j++)
      {
        const TlThemesRow *row = &themes->rows[i];
        g_autofree char *reviews = tl_count_format (row->cells[j].reviews);
        g_autofree char *looked_for = tl_count_format (row->cells[j].looked_for);
        g_autofree char *base = tl_count_format (row->cells[j].base);
        g_autofree char *threshold = g_strdup_printf ("%u", themes->threshold);
        g_autofree char *uncertain = tl_count_format (row->cells[j].uncertain);
        g_autofree char *round = g_strdup_printf ("%u", MAX (themes->round, 1));
        const char *cells[] = { row->code, row->label, themes->columns[j].key, reviews, looked_for, base,
                                themes->typology, themes->version, threshold, themes->caption, uncertain,
                                row->restates != NULL ? row->restates : "", round };

        for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
          tl_csv_append_cell (out, cells[k]);
        g_string_append_c (out, '\n');
      }
  return g_string_free (out, FALSE);
}

/**
 * tl_themes_choose_full:
 * @themes: a table
 *
 * Which share of the base fills a bar: the smallest round one that no count of the table exceeds, with what may come to
 * it. Only counts that are shown have a say, so that it tells nothing of those withheld.
 *
 * Returns: a share, over 0 and at most 1
 */
double
tl_themes_choose_full (const TlThemes *themes)
{
  double largest = 0;

  g_return_val_if_fail (themes != NULL, 1);

  for (guint i = 0; i < themes->n_rows; i++)
    for (guint j = 0; j < themes->n_columns; j++)
      if (themes->columns[j].base > 0)
        {
          const TlThemesCell *cell = &themes->rows[i].cells[j];
          double most = (double) (cell->reviews + (cell->reviews >= 0 ? MAX (cell->uncertain, 0) : 0));

          largest = MAX (largest, most / (double) themes->columns[j].base);
        }
  return tl_count_choose_full (largest);
}
