/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library pairs: in how many reviews two codes occur together, against chance. */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>

#include "app/cli/tl-cli-asking.h"
#include "app/cli/tl-cli-library.h"
#include "model/questions/tl-pairs.h"

/* What can't be told from what is shown is withheld with it. */
static void
add_double (JsonBuilder  *builder,
            const TlPair *pair,
            const char   *name,
            double        number)
{
  if (isnan (number))
    {
      tl_cli_add_count (builder, name, pair->partial ? TL_COUNT_NOT_AVAILABLE : TL_COUNT_WITHHELD);
      return;
    }
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
add_pair (JsonBuilder   *builder,
          const TlPairs *pairs,
          const TlPair  *pair)
{
  json_builder_begin_object (builder);
  tl_cli_member (builder, "a", pairs->codes[pair->a].code);
  tl_cli_member (builder, "b", pairs->codes[pair->b].code);
  tl_cli_add_count (builder, "reviews", pair->reviews);
  if (pairs->across)
    tl_cli_add_count (builder, "uncertain", pair->uncertain);
  add_double (builder, pair, "expected", pair->expected);
  add_double (builder, pair, "ratio", pair->ratio);
  add_double (builder, pair, "low", pair->low);
  add_double (builder, pair, "high", pair->high);
  tl_cli_add_count (builder, "base", pairs->base);
  json_builder_end_object (builder);
}

static void
print_json (const TlPairs *pairs)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_member (builder, "typology", pairs->typology);
  tl_cli_member (builder, "version", pairs->version);
  tl_cli_member (builder, "caption", pairs->caption);
  tl_cli_member (builder, "note", pairs->note);
  tl_cli_begin_array (builder, "pairs");
  for (guint i = 0; i < pairs->n_pairs; i++)
    add_pair (builder, pairs, &pairs->pairs[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

TlCliStatus
tl_cli_library_pairs (TlCli  *cli,
                      int     argc,
                      char  **argv)
{
  g_autofree char *code = NULL;
  g_auto (TlCliAsking) asking = { .across = TRUE };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "code", 0, 0, G_OPTION_ARG_STRING, &code, N_("Only the pairs with this code, as national-1:MS.3"), N_("CODE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_asking_parse (&asking, cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;

  const TlPairsQuery query = { .population = asking.population, .code = code, .threshold = (guint) asking.threshold,
                               .round = (guint) asking.round, .internal = asking.internal };
  g_autoptr (TlPairs) pairs = tl_cli_asking_open (&asking, argv[1], &error)
                                ? tl_library_pairs (asking.library, &query, &error)
                                : NULL;
  if (pairs == NULL)
    return tl_cli_fail (cli, error);

  g_autofree char *text = asking.csv ? tl_pairs_dup_csv (pairs) : tl_pairs_dup_text (pairs);

  if (cli->json)
    print_json (pairs);
  else
    fputs (text, stdout);
  return TL_CLI_DONE;
}
