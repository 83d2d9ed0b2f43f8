/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli protect: disclosure control of any table of counts. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/cli/tl-cli.h"
#include "model/exchange/tl-csv.h"
#include "model/exchange/tl-problem.h"
#include "model/library/tl-protect-table.h"

static void
print_json (const TlProtectTable *table)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_member (builder, "csv", table->csv);
  tl_cli_number (builder, "counts", table->n_counts);
  tl_cli_number (builder, "withheld", table->n_withheld);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

TlCliStatus
tl_cli_protect (TlCli  *cli,
                int     argc,
                char  **argv)
{
  int threshold = TL_PROTECT_DEFAULT_THRESHOLD, round = 0;
  const GOptionEntry entries[] = {
    { "threshold", 0, 0, G_OPTION_ARG_INT, &threshold, N_("Withhold counts from 1 to N; 5 if not given"), "N" },
    { "round", 0, 0, G_OPTION_ARG_INT, &round, N_("Round what is shown to multiples of N"), "N" },
    { NULL },
  };
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (TlProtectTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;
  if (threshold < 0 || threshold > TL_PROTECT_MAX_THRESHOLD)
    return tl_cli_usage (cli, _("The threshold is a number from 0 to %d."), TL_PROTECT_MAX_THRESHOLD);
  if (round < 0 || round > TL_PROTECT_MAX_ROUND)
    return tl_cli_usage (cli, _("What to round to is a number from 0 to %d."), TL_PROTECT_MAX_ROUND);

  g_autoptr (GBytes) bytes = tl_cli_load (argv[1], TL_CSV_MAX_BYTES, &error);
  if (bytes == NULL)
    return tl_cli_fail (cli, error);
  table = tl_protect_table (bytes, (guint) threshold, (guint) round, problems);
  if (table == NULL)
    {
      tl_problems_raise (problems, argv[1], &error);
      return tl_cli_fail (cli, error);
    }

  for (guint i = 0; table->notes[i] != NULL; i++)
    g_printerr ("throughline-cli %s: %s\n", cli->command, table->notes[i]);
  if (cli->json)
    print_json (table);
  else
    fputs (table->csv, stdout);
  return TL_CLI_DONE;
}
