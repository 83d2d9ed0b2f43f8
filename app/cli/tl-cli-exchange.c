/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that let a review in or out: import, export, validate, schema. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "app/cli/tl-cli-chronology.h"
#include "app/cli/tl-cli-documents.h"
#include "app/cli/tl-cli.h"
#include "app/cli/tl-cli-picture.h"
#include "app/cli/tl-cli-report.h"
#include "model/exchange/tl-board-copy.h"
#include "model/exchange/tl-csv-tables.h"
#include "model/exchange/tl-graph-files.h"
#include "model/exchange/tl-import.h"
#include "model/exchange/tl-schema.h"
#include "model/exchange/tl-xml-writer.h"

static gboolean
has_suffix (const char *path,
            const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  return g_str_has_suffix (lower, suffix);
}

/* Of two tables, the links are in the one that says so. */
static gboolean
is_links (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  return strstr (lower, "link") != NULL;
}

/* Whether none of the files is one that a review is made of. */
static gboolean
are_documents (char **paths)
{
  for (; *paths != NULL; paths++)
    if (has_suffix (*paths, ".xml") || has_suffix (*paths, ".csv"))
      return FALSE;
  return TRUE;
}

static void
tell_problems (TlCli      *cli,
               const char *path,
               GPtrArray  *problems)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const TlProblem *problem = g_ptr_array_index (problems, i);
      g_printerr ("%s:%u: %s (%s)\n", path, problem->line, problem->message, tl_problem_get_code (problem));
    }
}

TlCliStatus
tl_cli_import (TlCli  *cli,
               int     argc,
               char  **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *method = NULL;
  gboolean force = FALSE, preview = FALSE, done;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The review to make, or to add documents to"),
      N_("REVIEW") },
    { "method", 0, 0, G_OPTION_ARG_STRING, &method, N_("Method pack of a review that is made (learning-together)"),
      N_("M") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace a file that is there"), NULL },
    { "preview", 0, 0, G_OPTION_ARG_NONE, &preview, N_("Say what of a chronology is understood, and add nothing"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, -1))
    return TL_CLI_USAGE;
  if (output == NULL && !preview)
    return tl_cli_usage (cli, _("Say with -o which review to make."));
  if (argc == 2 && has_suffix (argv[1], ".csv") && !force)
    return tl_cli_import_chronology (cli, argv[1], output, method != NULL ? method : "learning-together", preview);
  if (preview)
    return tl_cli_usage (cli, _("Only a chronology, one .csv file, can be looked at before it is added."));
  if (are_documents (argv + 1) && !force)
    return tl_cli_import_documents (cli, (const char *const *) argv + 1, output,
                                    method != NULL ? method : "learning-together");

  const char *author = cli->author != NULL ? cli->author : g_get_real_name ();
  TlImportFlags flags = force ? TL_IMPORT_REPLACE : 0;
  if (argc == 2 && has_suffix (argv[1], ".xml"))
    done = tl_import_xml (argv[1], output, author, flags, &problems, NULL, &error);
  else if (argc == 3 && has_suffix (argv[1], ".csv") && has_suffix (argv[2], ".csv")
           && is_links (argv[1]) != is_links (argv[2]))
    {
      int links = is_links (argv[1]) ? 1 : 2;
      done = tl_import_csv (argv[3 - links], argv[links], method != NULL ? method : "learning-together", output, author,
                            flags, &problems, NULL, &error);
    }
  else
    return tl_cli_usage (cli, _("Give one .xml file, or factors.csv and links.csv, or a chronology as one .csv file, "
                                "or documents; the last two are added to a review, and never replace one."));

  if (done)
    return TL_CLI_DONE;
  if (problems != NULL && problems->len > 1)
    tell_problems (cli, argv[1], problems);
  return tl_cli_fail (cli, error);
}

static void
tell_report (TlCli          *cli,
             TlExportReport *report)
{
  for (guint i = 0; i < report->withheld->len; i++)
    {
      g_autofree char *sentence = tl_withheld_dup_sentence (g_ptr_array_index (report->withheld, i));
      g_printerr ("%s\n", sentence);
    }
}

static TlCliStatus
export_tier (TlCli      *cli,
             TlReview   *review,
             const char *name,
             gboolean    with_identities,
             const char *output)
{
  g_autoptr (TlExportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  TlTier tier;

  if (!tl_tier_parse (name, &tier))
    return tl_cli_usage (cli, _("There is no tier “%s”."), name);
  if (!tl_export_xml_path (review, tier, with_identities ? TL_EXPORT_WITH_IDENTITIES : 0, output, &report, NULL,
                           &error))
    return tl_cli_fail (cli, error);
  tell_report (cli, report);
  return TL_CLI_DONE;
}

/* A copy of the review for the board. */
static TlCliStatus
export_copy (TlCli      *cli,
             TlReview   *review,
             const char *tier,
             const char *output)
{
  g_autoptr (TlExportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (strcmp (tier, "board") != 0)
    return tl_cli_usage (cli, _("Only for the tier board a copy of the review can be made."));
  if (!tl_board_copy_write (review, output, &report, NULL, &error))
    return tl_cli_fail (cli, error);
  tell_report (cli, report);
  return TL_CLI_DONE;
}

static TlCliStatus
export_as (TlCli      *cli,
           TlReview   *review,
           const char *format,
           const char *output)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (strcmp (format, "csv") == 0)
    done = tl_export_csv (review, output, &error);
  else if (strcmp (format, "graphml") == 0 || strcmp (format, "dot") == 0)
    {
      text = format[0] == 'g' ? tl_graphml_dup (review) : tl_dot_dup (review);
      done = tl_export_write (text, -1, output, &error);
    }
  else
    return tl_cli_usage (cli, _("“%s” is not one of the formats csv, graphml, dot, svg, png, pdf."), format);

  return done ? TL_CLI_DONE : tl_cli_fail (cli, error);
}

TlCliStatus
tl_cli_export (TlCli  *cli,
               int     argc,
               char  **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *tier = NULL;
  g_autofree char *format = NULL;
  g_auto (TlCliPicture) picture = TL_CLI_PICTURE_INIT;
  g_auto (TlCliReport) report = TL_CLI_REPORT_INIT;
  gboolean with_identities = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write, or for csv the folder"), N_("FILE") },
    { "tier", 0, 0, G_OPTION_ARG_STRING, &tier, N_("For whom: transfer, board, learning, public"), N_("TIER") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &format,
      N_("The graph alone: csv, graphml, dot, svg, png, pdf; with --report a report: html, pdf, odt; with --tier board "
         "a copy of the review: review"),
      N_("FORMAT") },
    { "report", 0, 0, G_OPTION_ARG_STRING, &report.kind,
      N_("A report: board, summary, learning, or annual, of one review or several"), N_("REPORT") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &report.profile, N_("Of a report: its terminology"), N_("P") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &report.date, N_("Of a report: the date it bears"), N_("DATE") },
    { "with-identities", 0, 0, G_OPTION_ARG_NONE, &with_identities, N_("With the real names; transfer only"), NULL },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &picture.scale, N_("Of a picture: how large (1)"), N_("N") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &picture.paper, N_("Of a PDF: A4, A3, A2, A1, A0, letter"), N_("PAPER") },
    { "tiled", 0, 0, G_OPTION_ARG_NONE, &picture.tiled, N_("Of a PDF: over several sheets, for a wall"), NULL },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &picture.no_legend, N_("Of a picture: without a legend"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, -1))
    return TL_CLI_USAGE;
  if (output == NULL)
    return tl_cli_usage (cli, _("Say with -o what to write."));
  if (tl_cli_report_is_meant (&report, format))
    return tl_cli_report_export (cli, &report, format, tier, argv + 1, output);
  if (argc != 2)
    return tl_cli_usage (cli, _("Only a report is made of several reviews."));
  if (with_identities && g_strcmp0 (tier, "transfer") != 0)
    return tl_cli_usage (cli, _("Real names leave in the tier transfer only."));
  if (tl_cli_picture_is_meant (&picture, format))
    return tl_cli_picture_export (cli, &picture, format, tier, argv[1], output);

  gboolean is_copy = g_strcmp0 (format, "review") == 0;

  if ((tier == NULL) == (format == NULL) && (tier == NULL || !is_copy))
    return tl_cli_usage (cli, _("Give either --tier or --as."));

  g_autoptr (TlReview) review = tl_cli_open_review (cli, argv[1], TL_REVIEW_OPEN_READ_ONLY, &error);
  if (review == NULL)
    return tl_cli_fail (cli, error);
  if (is_copy)
    return export_copy (cli, review, tier != NULL ? tier : "board", output);
  return tier != NULL ? export_tier (cli, review, tier, with_identities, output)
                      : export_as (cli, review, format, output);
}

TlCliStatus
tl_cli_validate (TlCli  *cli,
                 int     argc,
                 char  **argv)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 1, 1))
    return TL_CLI_USAGE;

  g_autoptr (TlXmlFile) file = tl_xml_read_path (argv[1], &problems, NULL, &error);
  gboolean valid = file != NULL;

  /* A file that can't be opened at all has no lines to name. */
  if (!valid && (problems == NULL || problems->len == 0))
    return tl_cli_fail (cli, error);

  json_builder_begin_object (builder);
  tl_cli_flag (builder, "valid", valid);
  tl_cli_begin_array (builder, "problems");
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const TlProblem *problem = g_ptr_array_index (problems, i);

      json_builder_begin_object (builder);
      tl_cli_number (builder, "line", problem->line);
      tl_cli_member (builder, "code", tl_problem_get_code (problem));
      tl_cli_member (builder, "message", problem->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    tl_cli_print_json (builder);
  else if (valid)
    printf (_("%s is valid.\n"), argv[1]);
  else
    tell_problems (cli, argv[1], problems);
  return valid ? TL_CLI_DONE : TL_CLI_FAULT;
}

/* The latest version of each, since none was asked for. */
static TlPins *
make_pins (const char  *method,
           char       **typologies,
           GError     **error)
{
  static const char *const all[] = { "journey-1", "national-1", NULL };
  const char *const *ids = typologies != NULL ? (const char *const *) typologies : all;
  g_autoptr (TlPins) pins = tl_pins_new ();
  g_autoptr (TlMethod) pack = tl_method_lookup (method, error);

  if (pack == NULL || !tl_pins_set_method (pins, method, tl_method_get_version (pack), error))
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlTypology *typology = tl_typology_lookup (ids[i], error);

      if (typology == NULL || !tl_pins_add_typology (pins, ids[i], tl_typology_get_version (typology), error))
        return NULL;
    }
  return g_steal_pointer (&pins);
}

TlCliStatus
tl_cli_schema (TlCli  *cli,
               int     argc,
               char  **argv)
{
  g_autofree char *tier_name = NULL;
  g_autofree char *method = NULL;
  g_auto (GStrv) typologies = NULL;
  g_autofree char *file = NULL;
  g_autofree char *schema = NULL;
  g_autoptr (GError) error = NULL;
  TlTier tier;
  const GOptionEntry entries[] = {
    { "tier", 0, 0, G_OPTION_ARG_STRING, &tier_name, N_("Tier (learning)"), N_("T") },
    { "method", 0, 0, G_OPTION_ARG_STRING, &method, N_("Method pack (learning-together)"), N_("M") },
    { "typology", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typologies, N_("Typology; may be given several times"), N_("ID") },
    { "for", 0, 0, G_OPTION_ARG_FILENAME, &file, N_("The schema that this file is written against"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_parse (cli, &argc, &argv, entries, 0, 0))
    return TL_CLI_USAGE;
  if (file != NULL && (tier_name != NULL || method != NULL || typologies != NULL))
    return tl_cli_usage (cli, _("A file names its own tier, method and typologies."));
  if (!tl_tier_parse (tier_name != NULL ? tier_name : "learning", &tier))
    return tl_cli_usage (cli, _("There is no tier “%s”."), tier_name);

  if (file != NULL)
    schema = tl_schema_dup_for_file (file, NULL, &error);
  else
    {
      g_autoptr (TlPins) pins = make_pins (method != NULL ? method : "learning-together", typologies, &error);
      schema = pins != NULL ? tl_schema_dup (tier, pins, 0) : NULL;
    }
  if (schema == NULL)
    return tl_cli_fail (cli, error);
  fputs (schema, stdout);
  return TL_CLI_DONE;
}
