/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library chains: along which codes links lead, in how many reviews. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/cli/tl-cli-answer.h"
#include "app/cli/tl-cli-library.h"
#include "model/questions/tl-chains.h"

static void
print_json (const TlChains *chains)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_member (builder, "caption", chains->caption);
  tl_cli_member (builder, "note", chains->note);
  tl_cli_begin_array (builder, "chains");
  for (guint i = 0; i < chains->n_chains; i++)
    {
      const TlChain *chain = &chains->chains[i];

      json_builder_begin_object (builder);
      tl_cli_members (builder, "path", (const char *const *) chain->path);
      tl_cli_members (builder, "labels", (const char *const *) chain->labels);
      tl_cli_add_count (builder, "reviews", chain->reviews);
      tl_cli_add_count (builder, "base", chains->base);
      if (chain->expected >= 0)
        {
          json_builder_set_member_name (builder, "expected");
          json_builder_add_double_value (builder, chain->expected);
        }
      tl_cli_flag (builder, "recurs", chain->recurs);
      tl_cli_add_instances (builder, chain->instances);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

TlCliStatus
tl_cli_library_chains (TlCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_auto (TlCliAsking) asking = { .library = NULL };
  int length = 2, min = 0, seed = 1;
  gboolean tested = FALSE, all = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "length", 0, 0, G_OPTION_ARG_INT, &length, N_("Chains of so many links, 1 to 4 (2)"), N_("N") },
    { "min", 0, 0, G_OPTION_ARG_INT, &min, N_("Chains in at least so many reviews (1 in 100)"), N_("N") },
    { "tested", 0, 0, G_OPTION_ARG_NONE, &tested, N_("Follow only links for which a test speaks"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Also what chance gives as often"), NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_("Draw what is left to chance with this (1)"), N_("S") },
    { NULL },
  };

  if (!tl_cli_asking_parse (&asking, cli, &argc, &argv, entries, 1, 2))
    return TL_CLI_USAGE;
  if (length < 1 || length > TL_CHAINS_MAX_LENGTH)
    return tl_cli_usage (cli, _("A chain has 1 to %d links."), TL_CHAINS_MAX_LENGTH);
  if (min < 0 || seed < 0)
    return tl_cli_usage (cli, _("--min and --seed are numbers from 0."));

  const TlChainsQuery query = { .population = asking.population, .pattern = argc > 2 ? argv[2] : NULL,
                                .length = (guint) length, .min = (guint) min, .tested = tested, .all = all,
                                .seed = (guint) seed, .threshold = (guint) asking.threshold,
                                .internal = asking.internal };
  g_autoptr (TlChains) chains = tl_cli_asking_open (&asking, argv[1], &error)
                                  ? tl_library_chains (asking.library, &query, NULL, &error)
                                  : NULL;
  if (chains == NULL)
    return tl_cli_fail (cli, error);

  g_autofree char *text = asking.csv ? tl_chains_dup_csv (chains) : tl_chains_dup_text (chains);
  if (cli->json)
    print_json (chains);
  else
    fputs (text, stdout);
  return TL_CLI_DONE;
}
