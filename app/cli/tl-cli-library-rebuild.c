/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library rebuild: what is kept beside the records so that questions are answered at once. */
#include "config.h"

#include "app/cli/tl-cli-library.h"
#include "model/library/tl-library-texts.h"
#include "model/questions/tl-sets.h"

TlCliStatus
tl_cli_library_rebuild (TlCli  *cli,
                        int     argc,
                        char  **argv)
{
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 1, 1))
    return TL_CLI_USAGE;

  g_autoptr (TlLibrary) library = tl_library_open (argv[1], &error);

  return library != NULL && tl_sets_rebuild (tl_sets_get (library), &error)
         && tl_library_texts_rebuild (library, NULL, &error) ? TL_CLI_DONE : tl_cli_fail (cli, error);
}
