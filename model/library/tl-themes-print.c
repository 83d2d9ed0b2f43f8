/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts themes into words and plain tables. The base and every setting go wherever the numbers go. */
#include "config.h"

#include "model/library/tl-themes-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/exchange/tl-csv.h"
#include "model/method/tl-method.h"
#include "model/record/tl-kind.h"

static const struct {
  const char   *name;
  TlThemesBy    by;
} by_names[] = {
  { "none", TL_THEMES_BY_NONE },     { "year", TL_THEMES_BY_YEAR },     { "region", TL_THEMES_BY_REGION },
  { "level", TL_THEMES_BY_LEVEL },   { "method", TL_THEMES_BY_METHOD },
};

static const char *const coder_names[] = { "any", "lead", "agreed" };

/**
 * tl_themes_by_parse:
 * @name: "none", "year", "region", "level" or "method"
 * @by: (out): what it means
 *
 * Returns: whether it means anything
 */
gboolean
tl_themes_by_parse (const char *name,
                    TlThemesBy *by)
{
  g_return_val_if_fail (name != NULL && by != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (by_names); i++)
    if (strcmp (by_names[i].name, name) == 0)
      {
        *by = by_names[i].by;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_themes_coder_parse:
 * @name: "any", "lead" or "agreed"
 * @coder: (out): what it means
 *
 * Returns: whether it means anything
 */
gboolean
tl_themes_coder_parse (const char    *name,
                       TlThemesCoder *coder)
{
  g_return_val_if_fail (name != NULL && coder != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (coder_names); i++)
    if (strcmp (coder_names[i], name) == 0)
      {
        *coder = (TlThemesCoder) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_count_format:
 * @count: a count, or %TL_COUNT_WITHHELD
 *
 * Returns: (transfer full): its digits, or "c" for one that is withheld for confidentiality
 */
char *
tl_count_format (gint64 count)
{
  return count == TL_COUNT_WITHHELD ? g_strdup ("c") : g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

/* Titles and order of columns */

static const char *
choice_label (const char *field,
              const char *key)
{
  const char *label = tl_field_get_choice_label (tl_kind_find_field (tl_kind_lookup ("review"), field), key);

  return label != NULL ? _(label) : key;
}

/* The first pack that knows the level says what it is called. */
static char *
dup_level_title (const char *key)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < methods->len; i++)
    {
      const TlMethodEntry *level = tl_method_find_entry (g_ptr_array_index (methods, i), TL_VOCABULARY_LEVEL, key);

      if (level != NULL)
        return g_strdup (level->title);
    }
  return g_strdup (key);
}

static char *
dup_method_title (const char *id)
{
  g_autoptr (TlMethod) method = tl_method_lookup (id, NULL);

  return g_strdup (method != NULL ? tl_method_get_title (method) : id);
}

/* What a column is called. */
char *
_tl_themes_title_column (TlThemesBy  by,
                         const char *key)
{
  if (key[0] == '\0')
    return g_strdup (_("Not stated"));
  switch (by)
    {
    case TL_THEMES_BY_REGION:
      return g_strdup (choice_label ("region", key));
    case TL_THEMES_BY_LEVEL:
      return dup_level_title (key);
    case TL_THEMES_BY_METHOD:
      return dup_method_title (key);
    case TL_THEMES_BY_YEAR:
    case TL_THEMES_BY_NONE:
    default:
      return g_strdup (key);
    }
}

static int
compare_texts (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Those of @keys that are levels, pack by pack from the top; what no pack knows comes last. Takes them out of @keys,
 * but for "". */
GPtrArray *
_tl_themes_order_levels (GHashTable *keys)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < methods->len; i++)
    for (guint j = 0; j < tl_method_get_n_levels (g_ptr_array_index (methods, i)); j++)
      {
        const TlMethodEntry *level = tl_method_get_level (g_ptr_array_index (methods, i), j);

        if (g_hash_table_remove (keys, level->key))
          g_ptr_array_add (ordered, g_strdup (level->key));
      }

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (((const char *) key)[0] != '\0')
      g_ptr_array_add (rest, key);
  g_ptr_array_sort (rest, compare_texts);
  for (guint i = 0; i < rest->len; i++)
    g_ptr_array_add (ordered, g_strdup (g_ptr_array_index (rest, i)));
  return ordered;
}

/* Caption */

static void
append_years (GString             *out,
              const TlThemesQuery *query)
{
  if (query->year_from > 0 && query->year_to > 0)
    g_string_append_printf (out, _("years %u to %u; "), query->year_from, query->year_to);
  else if (query->year_from > 0)
    g_string_append_printf (out, _("from %u; "), query->year_from);
  else if (query->year_to > 0)
    g_string_append_printf (out, _("until %u; "), query->year_to);
}

/* "years 2009 to 2012; region London", or "all reviews". */
static char *
dup_filter (const TlThemesQuery *query)
{
  GString *out = g_string_new (NULL);
  g_autofree char *level = query->level != NULL ? dup_level_title (query->level) : NULL;
  g_autofree char *method = query->method != NULL ? dup_method_title (query->method) : NULL;

  append_years (out, query);
  if (query->region != NULL)
    g_string_append_printf (out, _("region: %s; "), choice_label ("region", query->region));
  if (level != NULL)
    g_string_append_printf (out, _("level: %s; "), level);
  if (method != NULL)
    g_string_append_printf (out, _("method: %s; "), method);
  if (query->type != NULL)
    g_string_append_printf (out, _("type of review: %s; "), choice_label ("type", query->type));

  if (out->len == 0)
    g_string_append (out, _("all reviews"));
  else
    g_string_truncate (out, out->len - 2);
  return g_string_free (out, FALSE);
}

static const char *
describe_coder (TlThemesCoder coder)
{
  switch (coder)
    {
    case TL_THEMES_CODER_LEAD:
      return _("A review counts once for a code, where a lead reviewer tagged it.");
    case TL_THEMES_CODER_AGREED:
      return _("A review counts once for a code, where its coders agreed on it.");
    case TL_THEMES_CODER_ANY:
    default:
      return _("A review counts once for a code, where any coder tagged it.");
    }
}

/* Writes caption and note. */
void
_tl_themes_describe (TlThemes            *themes,
                     const TlThemesQuery *query,
                     TlTypology          *typology)
{
  g_autofree char *base = tl_count_format (themes->columns[0].base);
  g_autofree char *filter = dup_filter (query);

  /* Translators: the title, id and version of a typology; a filter; a count; how tags count; a warning or nothing */
  themes->caption = g_strdup_printf (
    _("%s (%s, version %s). Filter: %s. Base: %s reviews coded in this version of the typology. %s “Looked for” are "
      "the reviews in which the code is tagged, or was looked for and not found.%s"),
    tl_typology_get_title (typology), themes->typology, themes->version, filter, base, describe_coder (query->coder),
    query->internal ? _(" Internal: nothing is withheld; not for publication.") : "");

  if (themes->n_primary + themes->n_secondary == 0)
    return;

  GString *note = g_string_new (NULL);

  g_string_append_printf (note, _("c: withheld for confidentiality, a count from 1 to %u"), themes->threshold);
  if (themes->n_secondary > 0)
    g_string_append_printf (note, g_dngettext (GETTEXT_PACKAGE,
                                               ", or (in %u place) one from which such a count could be worked out",
                                               ", or (in %u places) one from which such a count could be worked out",
                                               themes->n_secondary), themes->n_secondary);
  g_string_append (note, _(". A 0 is a true zero."));
  themes->note = g_string_free (note, FALSE);
}

/* Text */

static void
append_right (GString    *out,
              const char *text,
              guint       width)
{
  glong length = g_utf8_strlen (text, -1);

  for (glong i = length; i < (glong) width; i++)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
}

static void
append_count (GString *out,
              gint64   count,
              guint    width)
{
  g_autofree char *text = tl_count_format (count);

  append_right (out, text, width);
}

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

/* One line a code: reviews, looked for, base. */
static void
append_plain (GString        *out,
              const TlThemes *themes)
{
  guint widths[] = { width_of (_("reviews")), width_of (_("looked for")), width_of (_("base")) };

  g_string_append_printf (out, "%-10s", _("code"));
  append_right (out, _("reviews"), widths[0]);
  append_right (out, _("looked for"), widths[1]);
  append_right (out, _("base"), widths[2]);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < themes->n_rows; i++)
    {
      append_code (out, &themes->rows[i]);
      append_count (out, themes->rows[i].cells[0].reviews, widths[0]);
      append_count (out, themes->rows[i].cells[0].looked_for, widths[1]);
      append_count (out, themes->columns[0].base, widths[2]);
      g_string_append_printf (out, "  %s\n", themes->rows[i].label);
    }
}

/* One line a code, reviews column by column; the bases stand in the first line. */
static void
append_columns (GString        *out,
                const TlThemes *themes)
{
  g_string_append_printf (out, "%-10s", _("code"));
  for (guint j = 0; j < themes->n_columns; j++)
    append_right (out, themes->columns[j].title, width_of (themes->columns[j].title));
  g_string_append_printf (out, "\n%-10s", _("base"));
  for (guint j = 0; j < themes->n_columns; j++)
    append_count (out, themes->columns[j].base, width_of (themes->columns[j].title));
  g_string_append_c (out, '\n');

  for (guint i = 0; i < themes->n_rows; i++)
    {
      append_code (out, &themes->rows[i]);
      for (guint j = 0; j < themes->n_columns; j++)
        append_count (out, themes->rows[i].cells[j].reviews, width_of (themes->columns[j].title));
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

  GString *out = g_string_new ("code,label,column,reviews,looked_for,base,typology,version,withheld_to,caption\n");

  for (guint i = 0; i < themes->n_rows; i++)
    for (guint j = 0; j < themes->n_columns; j++)
      {
        const TlThemesRow *row = &themes->rows[i];
        g_autofree char *reviews = tl_count_format (row->cells[j].reviews);
        g_autofree char *looked_for = tl_count_format (row->cells[j].looked_for);
        g_autofree char *base = tl_count_format (themes->columns[j].base);
        g_autofree char *threshold = g_strdup_printf ("%u", themes->threshold);
        const char *cells[] = { row->code, row->label, themes->columns[j].key, reviews, looked_for, base,
                                themes->typology, themes->version, threshold, themes->caption };

        for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
          tl_csv_append_cell (out, cells[k]);
        g_string_append_c (out, '\n');
      }
  return g_string_free (out, FALSE);
}
