/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli tour: the whole main job, without a window. Opens the sample as a review, reports of it, checks it,
 * lets a de-identified learning record out, gathers it with generated ones, and asks what recurs. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "app/cli/tl-cli-picture.h"
#include "app/cli/tl-cli-report.h"
#include "app/cli/tl-cli.h"
#include "model/base/tl-data.h"
#include "model/base/tl-save.h"
#include "model/exchange/tl-graph-files.h"
#include "model/exchange/tl-import.h"
#include "model/exchange/tl-schema.h"
#include "model/exchange/tl-xml-writer.h"
#include "model/library/tl-library-generate.h"
#include "model/questions/tl-themes.h"
#include "model/library/tl-library.h"

/* How many learning records are generated beside the sample's, and from what. */
#define N_GENERATED 200
#define SEED 2011

static gboolean
write_file (const char  *folder,
            const char  *name,
            const char  *text,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (text == NULL || !tl_save_file (path, text, -1, error))
    return FALSE;
  printf ("  %s\n", path);
  return TRUE;
}

static TlReview *
make_review (TlCli       *cli,
             const char  *folder,
             GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "review.throughline", NULL);
  g_autoptr (GBytes) sample = tl_data_load ("samples/fictional-review.xml", error);

  if (sample == NULL
      || !tl_import_xml_bytes (sample, "fictional-review.xml", path, "Throughline", TL_IMPORT_REPLACE, NULL, NULL,
                               error))
    return NULL;
  printf (_("A fictional review, as a reviewer would open it:\n  %s\n"), path);
  return tl_cli_open_review (cli, path, TL_REVIEW_OPEN_READ_ONLY, error);
}

/* The same text three times: for a browser, for paper, for a word processor. */
static gboolean
report (TlReview    *review,
        const char  *folder,
        GError     **error)
{
  static const struct { const char *name; TlReportFormat format; } files[] = {
    { "report.html", TL_REPORT_HTML },
    { "report.pdf", TL_REPORT_PDF },
    { "report.odt", TL_REPORT_ODT },
  };

  printf (_("Its report to the board:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      if (!tl_cli_report_write (review, TL_REPORT_BOARD, files[i].format, path, error))
        return FALSE;
      printf ("  %s\n", path);
    }
  return TRUE;
}

static gboolean
let_out (TlReview    *review,
         const char  *folder,
         GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "learning.xml", NULL);
  g_autofree char *checks = tl_cli_dup_checks (review);
  g_autofree char *dot = tl_dot_dup (review);
  g_autofree char *graphml = tl_graphml_dup (review);

  printf (_("What the rules say about it, and its graph for other programs:\n"));
  if (!write_file (folder, "checks.txt", checks, error) || !write_file (folder, "graph.dot", dot, error)
      || !write_file (folder, "graph.graphml", graphml, error))
    return FALSE;

  g_autofree char *svg = tl_cli_picture_dup_svg (review, error);
  if (svg == NULL || !write_file (folder, "graph.svg", svg, error))
    return FALSE;

  printf (_("Its de-identified learning record, and the schema of that:\n"));
  if (!tl_export_xml_path (review, TL_TIER_LEARNING, 0, path, NULL, NULL, error))
    return FALSE;
  printf ("  %s\n", path);

  g_autofree char *schema = tl_schema_dup_for_file (path, NULL, error);
  return write_file (folder, "learning.xsd", schema, error);
}

/* The library of an earlier tour goes, with the files that SQLite keeps beside it. */
static void
remove_library (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      g_unlink (name);
    }
}

static TlLibrary *
gather (const char  *folder,
        GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "national.tllibrary", NULL);
  g_autofree char *record = g_build_filename (folder, "learning.xml", NULL);
  g_autofree char *generated = g_build_filename (folder, "generated", NULL);
  const TlGenerateOptions options = { .n_records = N_GENERATED, .seed = SEED };
  const char *const paths[] = { record, generated, NULL };
  g_autoptr (TlLibraryReport) report = NULL;

  if (g_mkdir_with_parents (generated, 0777) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("“%s” can’t be made."), generated);
      return NULL;
    }
  remove_library (path);

  if (!tl_library_generate (generated, &options, NULL, error))
    return NULL;

  g_autoptr (TlLibrary) library = tl_library_create (path, error);
  if (library == NULL || !tl_library_add (library, paths, NULL, NULL, NULL, &report, error))
    return NULL;
  printf (_("A library of that record and %u generated ones, marked as such:\n  %s (%u added, %u set aside)\n"),
          N_GENERATED, path, report->added, report->quarantined->len);
  return g_steal_pointer (&library);
}

static gboolean
ask (TlLibrary   *library,
     const char  *folder,
     GError     **error)
{
  const TlThemesQuery all = { .population.typology = "national-1", .threshold = TL_COUNT_DEFAULT_THRESHOLD };
  const TlThemesQuery by_year = { .population.typology = "national-1", .by = TL_FACET_YEAR,
                                  .threshold = TL_COUNT_DEFAULT_THRESHOLD };
  g_autoptr (TlThemes) themes = tl_library_themes (library, &all, error);
  g_autoptr (TlThemes) years = themes != NULL ? tl_library_themes (library, &by_year, error) : NULL;

  if (years == NULL)
    return FALSE;

  g_autofree char *text = tl_themes_dup_text (themes);
  g_autofree char *csv = tl_themes_dup_csv (years);
  printf (_("What recurs, and how that changes from year to year:\n"));
  return write_file (folder, "themes.txt", text, error) && write_file (folder, "themes.csv", csv, error);
}

TlCliStatus
tl_cli_tour (TlCli  *cli,
             int     argc,
             char  **argv)
{
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 1, 1))
    return TL_CLI_USAGE;
  if (g_mkdir_with_parents (argv[1], 0777) != 0)
    {
      g_printerr (_("throughline-cli tour: “%s” can’t be made: %s\n"), argv[1], g_strerror (errno));
      return TL_CLI_FAULT;
    }

  g_autoptr (TlReview) review = make_review (cli, argv[1], &error);
  if (review == NULL || !report (review, argv[1], &error) || !let_out (review, argv[1], &error))
    return tl_cli_fail (cli, error);

  g_autoptr (TlLibrary) library = gather (argv[1], &error);
  if (library == NULL || !ask (library, argv[1], &error))
    return tl_cli_fail (cli, error);
  return TL_CLI_DONE;
}
