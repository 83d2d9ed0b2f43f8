/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli: everything that needs no window. The table of commands and the choice among them. */
#include "config.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "app/cli/tl-cli.h"

typedef struct {
  const char *name;
  const char *arguments;
  const char *summary;
  TlCliFunc   run;
} Command;

static const Command commands[] = {
  { "new", "REVIEW [--title T] [--method M] [--profile P] [--force]", N_("Make a review file."), tl_cli_new },
  { "edit", "REVIEW [FILE|-]", N_("Make the edits of a file of JSON lines, each on its own."), tl_cli_edit },
  { "show", "REVIEW [KIND|history]", N_("Count the records of a review, list those of a kind, or list its changes."),
    tl_cli_show },
  { "search", "REVIEW QUERY [--limit N]",
    N_("Find where in a review something stands: words that must all occur, \"a phrase\", begin*, a OR b, -without."),
    tl_cli_search },
  { "undo", "REVIEW", N_("Take back the last step."), tl_cli_undo },
  { "redo", "REVIEW", N_("Do again what was undone last."), tl_cli_redo },
  { "salvage", "FILE -o COPY", N_("Save what can be read of a damaged review to a copy."), tl_cli_salvage },
  { "forget", "REVIEW", N_("Forget the history of a review: what was deleted is nowhere in the file any more."),
    tl_cli_forget },
  { "import", "FILE… -o REVIEW [--method M] [--force] [--preview]",
    N_("Make a review of a transfer file (.xml), or of factors.csv and links.csv; or add to a review documents (.txt, "
       ".md, .html, .odt, .docx, .pdf) or a chronology (one .csv)."), tl_cli_import },
  { "export", "REVIEW --tier TIER [--with-identities] -o FILE | REVIEW --as csv|graphml|dot -o FILE | "
              "REVIEW --as svg|png|pdf [--tier TIER] [--scale N] [--paper PAPER] [--tiled] [--no-legend] -o FILE",
    N_("Write what may leave a review: tier transfer or learning, or its graph in other formats or as a picture."),
    tl_cli_export },
  { "answers", "REVIEW COPY [--take] [--copy-stands]",
    N_("Show what the board wrote in its copy of a review, and take it into the review."), tl_cli_answers },
  { "layout", "REVIEW [--thorough]",
    N_("Tidy the graph of a review, moving as little as can be, or arrange it anew."), tl_cli_layout },
  { "check", "REVIEW", N_("List what the rules say about a review. Advice, never a gate."), tl_cli_check },
  { "validate", "FILE.xml", N_("Hold an exchange file against its declarations."), tl_cli_validate },
  { "guard", "FILE|- | --recommendations PAIRS.csv",
    N_("Find expressions of hindsight and blame, and offer better questions; or recommendations that only turn a "
       "factor round."), tl_cli_guard },
  { "protect", "TABLE.csv [--threshold N] [--round N]",
    N_("Withhold what small counts of a table could be found through."), tl_cli_protect },
  { "schema", "[--tier T] [--method M] [--typology ID]… | --for FILE", N_("Print the XML Schema of exchange files."),
    tl_cli_schema },
  { "methods", "", N_("List the method packs."), tl_cli_methods },
  { "typologies", "", N_("List the typologies."), tl_cli_typologies },
  { "library", "add|list|themes|pairs|chains|… LIBRARY …", N_("Gather learning records and ask what recurs."),
    tl_cli_library },
  { "tour", "DIR", N_("Do the whole main job on the samples, and leave the results in DIR."), tl_cli_tour },
};

static void
print_help (void)
{
  printf (_("Usage: throughline-cli COMMAND …\n\nThroughline without a window.\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-11s %s\n", commands[i].name, _(commands[i].summary));
  printf (_("\n“throughline-cli COMMAND --help” says more about one. Exit status: 0 done, 1 the input is at fault,\n"
            "2 wrong usage. With --json the output is for machines; --author NAME is kept in the history.\n"));
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  /* Where no language is set, as in a container or a timer, names and texts are UTF-8 all the same. */
  if (strcmp (nl_langinfo (CODESET), "ANSI_X3.4-1968") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("throughline-cli");

  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return argc < 2 ? TL_CLI_USAGE : TL_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("throughline-cli %s\n", TL_VERSION);
      return TL_CLI_DONE;
    }

  const Command *command = find_command (argv[1]);
  if (command == NULL)
    {
      g_printerr (_("throughline-cli: there is no command “%s”; “throughline-cli --help” lists them.\n"), argv[1]);
      return TL_CLI_USAGE;
    }

  TlCli cli = { .command = command->name, .arguments = command->arguments, .summary = command->summary };
  TlCliStatus status = command->run (&cli, argc - 1, argv + 1);

  g_free (cli.author);
  /* Half an output must not pass for a whole one. */
  if (fflush (stdout) != 0 || ferror (stdout) != 0)
    {
      g_printerr (_("throughline-cli %s: The output could not be written.\n"), cli.command);
      return TL_CLI_FAULT;
    }
  return status;
}
