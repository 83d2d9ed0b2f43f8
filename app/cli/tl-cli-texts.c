/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library search: in how many reviews words occur. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/cli/tl-cli-answer.h"
#include "app/cli/tl-cli-library.h"
#include "model/questions/tl-texts-found.h"

TlCliStatus
tl_cli_library_search (TlCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_auto (TlCliAsking) asking = { .library = NULL };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_asking_parse (&asking, cli, &argc, &argv, NULL, 2, -1))
    return TL_CLI_USAGE;

  g_autofree char *words = g_strjoinv (" ", argv + 2);
  const TlTextsQuery query = { .population = asking.population, .words = words,
                               .threshold = (guint) asking.threshold, .internal = asking.internal };
  g_autoptr (TlAnswer) answer = tl_cli_asking_open (&asking, argv[1], &error)
                                  ? tl_library_find_texts (asking.library, &query, NULL, &error)
                                  : NULL;

  return answer != NULL ? tl_cli_answer_print (cli, &asking, answer, "search", "query") : tl_cli_fail (cli, error);
}
