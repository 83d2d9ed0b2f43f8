/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Themes: every count is that of a slow recount from the XML files themselves; what is withheld is nowhere to be had;
 * and the arithmetic of withholding on tables of its own. */
#include "config.h"

#include "model/questions/tl-themes.h"

#include <string.h>

#include "model/exchange/tl-xml-reader.h"
#include "tests/library-case.h"

#define N_RECORDS 60

static LibraryCase generated;
static TlLibrary *library;
static GPtrArray *files; /* of TlXmlFile */

/* The slow recount */

static const char *
text_of (const TlPlainRecord *record,
         const char          *field)
{
  const TlValue *value = tl_plain_record_get (record, field);

  return value->type == TL_VALUE_TEXT ? value->text : "";
}

static gint64
number_of (const TlPlainRecord *record,
           const char          *field)
{
  const TlValue *value = tl_plain_record_get (record, field);

  return value->type == TL_VALUE_INTEGER ? value->integer : 0;
}

static const TlPlainRecord *
find (const TlXmlFile *file,
      const char      *id)
{
  for (guint i = 0; i < file->records->len; i++)
    if (strcmp (((TlPlainRecord *) g_ptr_array_index (file->records, i))->id, id) == 0)
      return g_ptr_array_index (file->records, i);
  return NULL;
}

/* The level that a tag stands at. */
static const char *
level_of (const TlXmlFile     *file,
          const TlPlainRecord *tag)
{
  const TlPlainRecord *target = find (file, text_of (tag, "target"));

  if (strcmp (target->kind->name, "link") == 0)
    target = find (file, text_of (target, "cause"));
  return strcmp (target->kind->name, "factor") == 0 ? text_of (target, "level") : "";
}

static gboolean
is_at_or_below (const char *code,
                const char *above)
{
  TlCode *found = tl_typologies_find_code (code);

  for (; found != NULL; found = tl_code_get_parent (found))
    if (strcmp (tl_code_get_qualified (found), above) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
by_lead (const TlXmlFile     *file,
         const TlPlainRecord *record)
{
  const char *coder = text_of (record, "coder");

  return coder[0] == '\0' || strcmp (text_of (find (file, coder), "role"), "lead") == 0;
}

static gboolean
has_record_with (const TlXmlFile *file,
                 const char      *kind,
                 const char      *field,
                 const char      *value)
{
  for (guint i = 0; i < file->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (file->records, i);

      if (strcmp (record->kind->name, kind) == 0 && strcmp (text_of (record, field), value) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_factor_at (const TlXmlFile *file,
               const char      *level)
{
  return has_record_with (file, "factor", "level", level);
}

static gboolean
is_in_base (const TlXmlFile     *file,
            const TlThemesQuery *query)
{
  const TlPopulation *asked = &query->population;
  const TlPlainRecord *review = g_ptr_array_index (file->records, 0);
  guint year = (guint) number_of (review, "year");

  return (asked->year_from == 0 || year >= asked->year_from) && (asked->year_to == 0 || year <= asked->year_to)
         && (asked->region == NULL || strcmp (asked->region, text_of (review, "region")) == 0)
         && (asked->method == NULL || strcmp (asked->method, text_of (review, "method")) == 0)
         && (asked->type == NULL || strcmp (asked->type, text_of (review, "type")) == 0)
         && (asked->level == NULL || has_factor_at (file, asked->level))
         && (asked->agency == NULL || has_record_with (file, "agency", "type", asked->agency))
         && (asked->age == NULL || has_record_with (file, "child", "age_band", asked->age));
}

static gboolean
is_in_column (const TlXmlFile *file,
              TlFacet          by,
              const char      *key)
{
  const TlPlainRecord *review = g_ptr_array_index (file->records, 0);
  g_autofree char *year = g_strdup_printf ("%d", (int) number_of (review, "year"));

  if (strcmp (key, "all") == 0)
    return TRUE;
  switch (by)
    {
    case TL_FACET_YEAR:
      return strcmp (key, year) == 0;
    case TL_FACET_REGION:
      return strcmp (key, text_of (review, "region")) == 0;
    case TL_FACET_METHOD:
      return strcmp (key, text_of (review, "method")) == 0;
    case TL_FACET_LEVEL:
      return has_factor_at (file, key);
    case TL_FACET_AGENCY:
      return has_record_with (file, "agency", "type", key);
    case TL_FACET_AGE:
      return has_record_with (file, "child", "age_band", key);
    case TL_FACET_TYPE:
      return strcmp (key, text_of (review, "type")) == 0;
    case TL_FACET_NONE:
    default:
      return FALSE;
    }
}

/* Whether the code is tagged, as far as the query counts it; and whether it was looked for. */
static void
look (const TlXmlFile     *file,
      const TlThemesQuery *query,
      const char          *column,
      const char          *code,
      gboolean            *tagged,
      gboolean            *looked_for)
{
  *tagged = *looked_for = FALSE;
  for (guint i = 0; i < file->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (file->records, i);
      gboolean tag = strcmp (record->kind->name, "tag") == 0;
      gboolean lead_only = query->population.coder == TL_CODER_LEAD;

      if ((!tag && strcmp (record->kind->name, "considered") != 0) || !is_at_or_below (text_of (record, "code"), code)
          || (lead_only && !by_lead (file, record)))
        continue;
      *looked_for = TRUE;
      if (!tag || (query->population.coder == TL_CODER_AGREED && number_of (record, "agreed") == 0))
        continue;

      const char *level = level_of (file, record);

      if ((query->population.level == NULL || strcmp (level, query->population.level) == 0)
          && (query->by != TL_FACET_LEVEL || strcmp (column, "all") == 0 || strcmp (column, level) == 0))
        *tagged = TRUE;
    }
}

static void
assert_column (const TlThemes      *themes,
               const TlThemesQuery *query,
               guint                column)
{
  const char *key = themes->columns[column].key;
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    if (is_in_base (g_ptr_array_index (files, i), query)
        && is_in_column (g_ptr_array_index (files, i), query->by, key))
      g_ptr_array_add (members, g_ptr_array_index (files, i));
  g_assert_cmpint (themes->columns[column].base, ==, members->len);

  for (guint i = 0; i < themes->n_rows; i++)
    {
      gint64 reviews = 0, looked_for = 0;

      for (guint j = 0; j < members->len; j++)
        {
          gboolean tagged, looked;

          look (g_ptr_array_index (members, j), query, key, themes->rows[i].code, &tagged, &looked);
          reviews += tagged ? 1 : 0;
          looked_for += looked ? 1 : 0;
        }
      g_assert_cmpint (themes->rows[i].cells[column].reviews, ==, reviews);
      g_assert_cmpint (themes->rows[i].cells[column].looked_for, ==, looked_for);
    }
}

static TlThemes *
ask (const TlThemesQuery *query)
{
  g_autoptr (GError) error = NULL;
  TlThemes *themes = tl_library_themes (library, query, &error);

  g_assert_no_error (error);
  return themes;
}

static void
counts_are_those_of_a_slow_recount (void)
{
  const TlThemesQuery queries[] = {
    { { NULL } },
    { .by = TL_FACET_YEAR },
    { .by = TL_FACET_REGION, .population.coder = TL_CODER_LEAD },
    { .by = TL_FACET_METHOD, .population.coder = TL_CODER_AGREED },
    { .by = TL_FACET_LEVEL },
    { .by = TL_FACET_LEVEL, .population.method = "accimap", .population.coder = TL_CODER_LEAD },
    { .population.level = "frontline", .population.year_from = 2010, .population.year_to = 2012 },
    { .by = TL_FACET_YEAR, .population.level = "national", .population.type = "serious_incident" },
    { .population.region = "london" },
    { .population.region = "scotland" },
    { .by = TL_FACET_AGENCY },
    { .by = TL_FACET_AGE, .population.agency = "health" },
    { .by = TL_FACET_TYPE, .population.age = "1_to_5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      TlThemesQuery query = queries[i];

      query.internal = TRUE;

      g_autoptr (TlThemes) themes = ask (&query);

      g_assert_cmpuint (themes->n_rows, >, 60);
      g_assert_null (themes->note);
      for (guint j = 0; j < themes->n_columns; j++)
        assert_column (themes, &query, j);
    }
}

static void
every_base_is_divided_by_years (void)
{
  const TlThemesQuery query = { .by = TL_FACET_YEAR, .internal = TRUE };
  g_autoptr (TlThemes) themes = ask (&query);
  gint64 sum = 0;

  for (guint j = 1; j < themes->n_columns; j++)
    {
      g_assert_cmpint (themes->columns[j].base, >, 0);
      sum += themes->columns[j].base;
    }
  g_assert_cmpint (sum, ==, N_RECORDS);
  g_assert_cmpint (themes->columns[0].base, ==, N_RECORDS);
}

static void
what_is_withheld_is_nowhere (void)
{
  const TlThemesQuery open_query = { .by = TL_FACET_REGION, .internal = TRUE };
  const TlThemesQuery query = { .by = TL_FACET_REGION };
  g_autoptr (TlThemes) open = ask (&open_query);
  g_autoptr (TlThemes) themes = ask (&query);
  guint n = 0;

  for (guint i = 0; i < themes->n_rows; i++)
    for (guint j = 0; j < themes->n_columns; j++)
      {
        gint64 count = open->rows[i].cells[j].reviews, shown = themes->rows[i].cells[j].reviews;

        if (count >= 1 && count <= 5)
          g_assert_cmpint (shown, ==, TL_COUNT_WITHHELD);
        else if (shown != TL_COUNT_WITHHELD)
          g_assert_cmpint (shown, ==, count);
        n += shown == TL_COUNT_WITHHELD ? 1 : 0;
      }
  g_assert_cmpuint (n, >, 0);
  g_assert_nonnull (strstr (themes->note, "from 1 to 5"));

  g_autofree char *text = tl_themes_dup_text (themes);
  g_autofree char *csv = tl_themes_dup_csv (themes);

  g_assert_nonnull (strstr (text, themes->note));
  g_assert_null (strstr (text, " -1"));
  g_assert_null (strstr (csv, ",-1,"));
  g_assert_nonnull (strstr (csv, ",c,"));
}

static void
the_base_goes_with_the_numbers (void)
{
  const TlThemesQuery query = { .population.year_from = 2010, .population.year_to = 2013, .internal = TRUE };
  g_autoptr (TlThemes) themes = ask (&query);
  g_autofree char *base = g_strdup_printf ("Base: %d reviews", (int) themes->columns[0].base);
  g_autofree char *text = tl_themes_dup_text (themes);
  g_autofree char *csv = tl_themes_dup_csv (themes);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  g_assert_nonnull (strstr (text, base));
  g_assert_nonnull (strstr (text, "years 2010 to 2013"));
  g_assert_nonnull (strstr (text, "not for publication"));
  g_assert_cmpuint (g_strv_length (lines), ==, themes->n_rows + 2);
  g_assert_nonnull (strstr (lines[1], base));
}

static void
an_unknown_typology_is_said (void)
{
  const TlThemesQuery query = { .population.typology = "national-99" };
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_library_themes (library, &query, &error));
  g_assert_nonnull (error);
}

static void
set_up (void)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 11, .n_factors = 12 };

  library_case_set_up (&generated, &options);
  library = generated.library;
  files = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_xml_file_free);
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *file = library_case_dup_file (&generated, i);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (files, tl_xml_read_path (file, NULL, NULL, &error));
      g_assert_no_error (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  set_up ();

  g_test_add_func ("/themes/counts-are-those-of-a-slow-recount", counts_are_those_of_a_slow_recount);
  g_test_add_func ("/themes/every-base-is-divided-by-years", every_base_is_divided_by_years);
  g_test_add_func ("/themes/what-is-withheld-is-nowhere", what_is_withheld_is_nowhere);
  g_test_add_func ("/themes/the-base-goes-with-the-numbers", the_base_goes_with_the_numbers);
  g_test_add_func ("/themes/an-unknown-typology-is-said", an_unknown_typology_is_said);

  int result = g_test_run ();

  g_ptr_array_unref (files);
  library_case_tear_down (&generated);
  return result;
}
