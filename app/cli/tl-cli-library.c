/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library: gather learning records, list them, and ask what recurs. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "app/cli/tl-cli-library.h"
#include "model/library/tl-library.h"

static void
print_record (TlCli           *cli,
              JsonBuilder     *builder,
              TlLibraryRecord *record)
{
  json_builder_begin_object (builder);
  tl_cli_member (builder, "id", tl_library_record_get_id (record));
  tl_cli_number (builder, "revision", tl_library_record_get_revision (record));
  tl_cli_number (builder, "year", tl_library_record_get_year (record));
  tl_cli_member (builder, "region", tl_library_record_get_region (record));
  tl_cli_member (builder, "type", tl_library_record_get_review_type (record));
  tl_cli_member (builder, "method", tl_library_record_get_method (record));
  tl_cli_number (builder, "factors", tl_library_record_get_n_factors (record));
  tl_cli_number (builder, "links", tl_library_record_get_n_links (record));
  tl_cli_number (builder, "tags", tl_library_record_get_n_tags (record));
  json_builder_end_object (builder);
  if (!cli->json)
    printf ("%s  %4u  %-18s %-17s %-18s r%" G_GINT64_FORMAT "  %u/%u/%u\n", tl_library_record_get_id (record),
            tl_library_record_get_year (record),
            tl_library_record_get_region (record) != NULL ? tl_library_record_get_region (record) : "–",
            tl_library_record_get_review_type (record) != NULL ? tl_library_record_get_review_type (record) : "–",
            tl_library_record_get_method (record), tl_library_record_get_revision (record),
            tl_library_record_get_n_factors (record), tl_library_record_get_n_links (record),
            tl_library_record_get_n_tags (record));
}

static TlCliStatus
run_list (TlCli  *cli,
          int     argc,
          char  **argv)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 1, 1))
    return TL_CLI_USAGE;

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);
  g_autoptr (GListModel) records = library != NULL ? tl_library_list (library, FALSE, &error) : NULL;
  if (records == NULL)
    return tl_cli_fail (cli, error);

  tl_cli_begin_list (builder, "records");
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (TlLibraryRecord) record = g_list_model_get_item (records, i);
      print_record (cli, builder, record);
    }
  tl_cli_end_list (cli, builder);
  return TL_CLI_DONE;
}

static const struct {
  const char *name;
  const char *command;
  const char *arguments;
  const char *summary;
  TlCliFunc   run;
} verbs[] = {
  { "add", "library add", "LIBRARY FILE|DIR… [--durable]",
    N_("Take learning records in: files, folders and .zip. The library is made if it is not there."),
    tl_cli_library_add },
  { "gather", "library gather", "LIBRARY", N_("Take in what is new in the folders that are watched."),
    tl_cli_library_gather },
  { "watch", "library watch", "LIBRARY FOLDER [--remove] | LIBRARY --list",
    N_("Remember a folder from which “library gather” takes in what is new."), tl_cli_library_watch },
  { "receipt", "library receipt", "LIBRARY [N] [-o FILE]",
    N_("Tell what became of every file of a gathering, the last one or the N-th."), tl_cli_library_receipt },
  { "quarantine", "library quarantine", "LIBRARY [--retry [FILE] | --forget FILE]",
    N_("List what was set aside with the reasons, and try it again."), tl_cli_library_quarantine },
  { "withdraw", "library withdraw", "LIBRARY REVIEW --reason TEXT | LIBRARY REVIEW --readmit | LIBRARY --list",
    N_("Take a review out of the library for good; who, when and why is kept, and nothing of what it said."),
    tl_cli_library_withdraw },
  { "list", "library list", "LIBRARY", N_("List the records that are held."), run_list },
  { "themes", "library themes", "LIBRARY [--by WHAT[,WHAT]] [--typology ID] [--direct] [--round N] [--internal]",
    N_("Count the reviews in which each code occurs, with the base and where it was looked for."),
    tl_cli_library_themes },
  { "pairs", "library pairs", "LIBRARY [--code CODE] [--typology ID] [--direct] [--round N] [--internal]",
    N_("Count the reviews in which two codes occur together, against what chance would give."),
    tl_cli_library_pairs },
  { "chains", "library chains", "LIBRARY [PATTERN] [--length N] [--min N] [--tested] [--internal]",
    N_("Count the reviews in which links lead along codes: all chains that recur, or one as “MS.3 > * > RI.2”."),
    tl_cli_library_chains },
  { "recurring", "library recurring", "LIBRARY [--min N] [--tested] [--internal]",
    N_("List the sub-graphs of codes that several reviews share."), tl_cli_library_recurring },
  { "merged", "library merged", "LIBRARY [--min N] [--as dot|graphml] [-o FILE] [--tested] [--internal]",
    N_("Make one graph of many reviews, each link with the number of reviews that have it."),
    tl_cli_library_merged },
  { "national", "library national", "LIBRARY [--tested] [--internal]",
    N_("Count the reviews with a finding to which links lead from the national level."), tl_cli_library_national },
  { "gaps", "library gaps", "LIBRARY [--internal]", N_("Gather the statements for which the typology has no code."),
    tl_cli_library_gaps },
  { "like", "library like", "LIBRARY REVIEW FINDING [--internal]",
    N_("Count the reviews with findings like one of a review or of a record of the library, by its number or id: of "
       "the same board, and of all."),
    tl_cli_library_like },
  { "search", "library search", "LIBRARY WORDS… [--internal]",
    N_("Count the reviews in whose texts words occur, “phrases”, beginnings*, one OR another, -without."),
    tl_cli_library_search },
  { "questions", "library questions", "LIBRARY [--save NAME QUESTION | --remove NAME]",
    N_("List the questions that are saved in the library."), tl_cli_library_questions },
  { "ask", "library ask", "LIBRARY NAME [--csv] [--internal] [--threshold N]",
    N_("Answer a saved question as its own command would."), tl_cli_library_ask },
  { "release", "library release",
    "LIBRARY --table \"themes --by year\"… --title TITLE [--caveat TEXT]… [--round N] -o DIR|F.zip",
    N_("Make tables for publication that are protected together and against what was released before, as HTML, ODT "
       "and CSV."), tl_cli_library_release },
  { "releases", "library releases", "LIBRARY [--internal]", N_("List what was released."), tl_cli_library_releases },
  { "rebuild", "library rebuild", "LIBRARY",
    N_("Make the sets of reviews and the search index anew from the records, which stay as they are."),
    tl_cli_library_rebuild },
  { "dump", "library dump", "LIBRARY --format sql|csv -o PATH",
    N_("Write the records as tables that any database loads. Not protected: for the office’s own use."),
    tl_cli_library_dump },
};

TlCliStatus
tl_cli_library (TlCli  *cli,
                int     argc,
                char  **argv)
{
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i].name) == 0)
      {
        cli->command = verbs[i].command;
        cli->arguments = verbs[i].arguments;
        cli->summary = verbs[i].summary;
        return verbs[i].run (cli, argc - 1, argv + 1);
      }

  if (argc > 1 && argv[1][0] != '-')
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", verbs[i].name);
      return tl_cli_usage (cli, _("There is no “library %s”. There are: %s."), argv[1], names->str);
    }
  return tl_cli_parse (cli, &argc, &argv, NULL, 1, 1) ? TL_CLI_DONE : TL_CLI_USAGE;
}
