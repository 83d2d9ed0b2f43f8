/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library recurring: sub-graphs of codes that several reviews share. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/cli/tl-cli-answer.h"
#include "app/cli/tl-cli-library.h"
#include "model/questions/tl-recurring.h"

TlCliStatus
tl_cli_library_recurring (TlCli  *cli,
                          int     argc,
                          char  **argv)
{
  g_auto (TlCliAsking) asking = { .library = NULL };
  int min = 0, seed = 1;
  gboolean tested = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "min", 0, 0, G_OPTION_ARG_INT, &min, N_("Sub-graphs that at least so many reviews share (1 in 100)"), N_("N") },
    { "tested", 0, 0, G_OPTION_ARG_NONE, &tested, N_("Follow only links for which a test speaks"), NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_("Draw what is left to chance with this (1)"), N_("S") },
    { NULL },
  };

  if (!tl_cli_asking_parse (&asking, cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;
  if (min < 0 || seed < 0)
    return tl_cli_usage (cli, _("--min and --seed are numbers from 0."));

  const TlRecurringQuery query = { .population = asking.population, .min = (guint) min, .tested = tested,
                                   .seed = (guint) seed, .threshold = (guint) asking.threshold,
                                   .internal = asking.internal };
  g_autoptr (TlAnswer) answer = tl_cli_asking_open (&asking, argv[1], &error)
                                  ? tl_library_recurring (asking.library, &query, NULL, &error)
                                  : NULL;

  return answer != NULL ? tl_cli_answer_print (cli, &asking, answer, "recurring", "codes") : tl_cli_fail (cli, error);
}
