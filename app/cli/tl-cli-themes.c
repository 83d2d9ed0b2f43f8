/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library themes: in how many reviews each code occurs, by one facet or by two. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "app/cli/tl-cli-asking.h"
#include "app/cli/tl-cli-library.h"
#include "model/questions/tl-cube.h"
#include "model/questions/tl-themes.h"

static void
add_cell (JsonBuilder        *builder,
          const TlThemes     *themes,
          const TlThemesCell *cell)
{
  tl_cli_add_count (builder, "reviews", cell->reviews);
  if (themes->across)
    tl_cli_add_count (builder, "uncertain", cell->uncertain);
  tl_cli_add_count (builder, "base", cell->base);
  tl_cli_add_count (builder, "looked_for", cell->looked_for);
}

static void
add_columns (JsonBuilder       *builder,
             const TlThemes    *themes,
             const TlThemesRow *row)
{
  tl_cli_begin_array (builder, "by");
  for (guint i = 0; i < themes->n_columns; i++)
    {
      json_builder_begin_object (builder);
      tl_cli_member (builder, "value", themes->columns[i].key);
      add_cell (builder, themes, &row->cells[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const TlThemes *themes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_member (builder, "typology", themes->typology);
  tl_cli_member (builder, "version", themes->version);
  tl_cli_member (builder, "caption", themes->caption);
  tl_cli_member (builder, "note", themes->note);
  tl_cli_begin_array (builder, "themes");
  for (guint i = 0; i < themes->n_rows; i++)
    {
      const TlThemesRow *row = &themes->rows[i];

      json_builder_begin_object (builder);
      tl_cli_member (builder, "code", row->code);
      tl_cli_member (builder, "label", row->label);
      if (row->restates != NULL)
        tl_cli_member (builder, "restates", row->restates);
      if (themes->by != TL_FACET_NONE)
        add_columns (builder, themes, row);
      else
        add_cell (builder, themes, &row->cells[0]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

static TlCliStatus
print_themes (TlCli             *cli,
              const TlCliAsking *asking,
              TlFacet            by)
{
  const TlThemesQuery query = { .population = asking->population, .by = by, .threshold = (guint) asking->threshold,
                                .round = (guint) asking->round, .internal = asking->internal };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlThemes) themes = tl_library_themes (asking->library, &query, &error);

  if (themes == NULL)
    return tl_cli_fail (cli, error);

  g_autofree char *text = asking->csv ? tl_themes_dup_csv (themes) : tl_themes_dup_text (themes);

  if (cli->json)
    print_json (themes);
  else
    fputs (text, stdout);
  return TL_CLI_DONE;
}

/* A table of three ways is for machines: it comes as CSV. */
static TlCliStatus
print_cube (TlCli             *cli,
            const TlCliAsking *asking,
            TlFacet            rows,
            TlFacet            columns)
{
  const TlCubeQuery query = { .population = asking->population, .rows = rows, .columns = columns,
                              .threshold = (guint) asking->threshold, .round = (guint) asking->round,
                              .internal = asking->internal };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCube) cube = tl_library_cube (asking->library, &query, &error);

  if (cube == NULL)
    return tl_cli_fail (cli, error);

  g_autofree char *text = tl_cube_dup_csv (cube);

  fputs (text, stdout);
  return TL_CLI_DONE;
}

static gboolean
parse_by (TlCli       *cli,
          const char  *by,
          TlFacet      facets[2])
{
  g_auto (GStrv) names = g_strsplit (by != NULL ? by : "none", ",", -1);
  guint n = g_strv_length (names);

  for (guint i = 0; i < n; i++)
    if (i > 1 || !tl_facet_parse (names[i], &facets[i]))
      {
        tl_cli_usage (cli, _("“%s” is not one of year, region, level, method, agency, age, type, or two of these."),
                      by);
        return FALSE;
      }
  if (n < 2 || (tl_facet_is_partition (facets[0]) && tl_facet_is_partition (facets[1]) && !cli->json))
    return TRUE;
  tl_cli_usage (cli, cli->json ? _("By two at once there is CSV only.")
                               : _("Two at once can be: year, region, method, type."));
  return FALSE;
}

TlCliStatus
tl_cli_library_themes (TlCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_autofree char *by = NULL;
  TlFacet facets[2] = { TL_FACET_NONE, TL_FACET_NONE };
  g_auto (TlCliAsking) asking = { .across = TRUE };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by,
      N_("A column for each year, region, level, method, agency, age or type; or two at once, as year,region"),
      N_("WHAT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_asking_parse (&asking, cli, &argc, &argv, entries, 1, 1) || !parse_by (cli, by, facets))
    return TL_CLI_USAGE;
  if (!tl_cli_asking_open (&asking, argv[1], &error))
    return tl_cli_fail (cli, error);
  return facets[1] != TL_FACET_NONE ? print_cube (cli, &asking, facets[0], facets[1])
                                    : print_themes (cli, &asking, facets[0]);
}
