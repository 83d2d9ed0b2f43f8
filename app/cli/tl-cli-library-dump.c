/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library dump: the records as tables for another engine. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/cli/tl-cli-library.h"
#include "model/library/tl-library-dump.h"

TlCliStatus
tl_cli_library_dump (TlCli  *cli,
                     int     argc,
                     char  **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *out = NULL;
  TlDumpFormat as = TL_DUMP_SQL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("sql, one file, or csv, a folder of tables (sql)"),
      N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_("The file or folder to write"), N_("PATH") },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;
  if (format != NULL && !tl_dump_format_parse (format, &as))
    return tl_cli_usage (cli, _("“%s” is not one of sql, csv."), format);
  if (out == NULL)
    return tl_cli_usage (cli, _("Say with -o where the tables are to go."));

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);
  if (library == NULL || !tl_library_dump (library, as, out, NULL, &error))
    return tl_cli_fail (cli, error);

  /* To the other stream, so that nobody who pipes what is dumped finds it in his data. */
  g_printerr ("%s\n", _("These are the records themselves: nothing in them is withheld, so they are for the office’s "
                        "own use and not to be published."));
  return TL_CLI_DONE;
}
