/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library national and gaps: issues for national guidance, and what the typology has no code for. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/cli/tl-cli-answer.h"
#include "app/cli/tl-cli-library.h"
#include "model/questions/tl-gaps.h"
#include "model/questions/tl-national.h"

TlCliStatus
tl_cli_library_national (TlCli  *cli,
                         int     argc,
                         char  **argv)
{
  g_auto (TlCliAsking) asking = { .library = NULL };
  gboolean tested = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "tested", 0, 0, G_OPTION_ARG_NONE, &tested, N_("Follow only links for which a test speaks"), NULL },
    { NULL },
  };

  if (!tl_cli_asking_parse (&asking, cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;

  const TlNationalQuery query = { .population = asking.population, .tested = tested,
                                  .threshold = (guint) asking.threshold, .internal = asking.internal };
  g_autoptr (TlAnswer) answer = tl_cli_asking_open (&asking, argv[1], &error)
                                  ? tl_library_national (asking.library, &query, NULL, &error)
                                  : NULL;

  return answer != NULL ? tl_cli_answer_print (cli, &asking, answer, "national", "code") : tl_cli_fail (cli, error);
}

TlCliStatus
tl_cli_library_gaps (TlCli  *cli,
                     int     argc,
                     char  **argv)
{
  g_auto (TlCliAsking) asking = { .library = NULL };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_asking_parse (&asking, cli, &argc, &argv, NULL, 1, 1))
    return TL_CLI_USAGE;

  const TlGapsQuery query = { .population = asking.population, .threshold = (guint) asking.threshold,
                              .internal = asking.internal };
  g_autoptr (TlAnswer) answer = tl_cli_asking_open (&asking, argv[1], &error)
                                  ? tl_library_gaps (asking.library, &query, NULL, &error)
                                  : NULL;

  return answer != NULL ? tl_cli_answer_print (cli, &asking, answer, "gaps", "words") : tl_cli_fail (cli, error);
}
