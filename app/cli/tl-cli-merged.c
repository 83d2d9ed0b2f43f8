/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli library merged: one graph of many reviews. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "app/cli/tl-cli-asking.h"
#include "app/cli/tl-cli-library.h"
#include "model/exchange/tl-export.h"
#include "model/questions/tl-merged.h"

static void
print_json (const TlMerged *merged)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_member (builder, "caption", merged->caption);
  tl_cli_add_count (builder, "base", merged->base);
  tl_cli_begin_array (builder, "nodes");
  for (guint i = 0; i < merged->nodes->len; i++)
    {
      const TlMergedNode *node = &g_array_index (merged->nodes, TlMergedNode, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "code", node->code);
      tl_cli_member (builder, "label", node->label);
      tl_cli_member (builder, "level", node->level);
      tl_cli_add_count (builder, "reviews", node->reviews);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  tl_cli_begin_array (builder, "links");
  for (guint i = 0; i < merged->links->len; i++)
    {
      const TlMergedLink *link = &g_array_index (merged->links, TlMergedLink, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "cause", g_array_index (merged->nodes, TlMergedNode, link->cause).code);
      tl_cli_member (builder, "effect", g_array_index (merged->nodes, TlMergedNode, link->effect).code);
      tl_cli_add_count (builder, "reviews", link->reviews);
      tl_cli_add_count (builder, "base", merged->base);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

static char *
dup_text (const TlMerged *merged,
          const char     *as,
          gboolean        csv)
{
  if (g_strcmp0 (as, "dot") == 0)
    return tl_merged_dup_dot (merged);
  if (g_strcmp0 (as, "graphml") == 0)
    return tl_merged_dup_graphml (merged);
  return csv ? tl_merged_dup_csv (merged) : tl_merged_dup_text (merged);
}

TlCliStatus
tl_cli_library_merged (TlCli  *cli,
                       int     argc,
                       char  **argv)
{
  g_auto (TlCliAsking) asking = { .library = NULL };
  g_autofree char *as = NULL;
  g_autofree char *output = NULL;
  gboolean tested = FALSE;
  int min = 0;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "min", 0, 0, G_OPTION_ARG_INT, &min, N_("What is in at least so many reviews (1 in 100)"), N_("N") },
    { "tested", 0, 0, G_OPTION_ARG_NONE, &tested, N_("Follow only links for which a test speaks"), NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &as, N_("Write the graph as dot or graphml"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file"), N_("FILE") },
    { NULL },
  };

  if (!tl_cli_asking_parse (&asking, cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;
  if (min < 0)
    return tl_cli_usage (cli, _("--min is a number from 0."));
  if (as != NULL && strcmp (as, "dot") != 0 && strcmp (as, "graphml") != 0)
    return tl_cli_usage (cli, _("“%s” is not one of dot, graphml."), as);

  const TlMergedQuery query = { .population = asking.population, .min = (guint) min, .tested = tested,
                                .threshold = (guint) asking.threshold, .internal = asking.internal };
  g_autoptr (TlMerged) merged = tl_cli_asking_open (&asking, argv[1], &error)
                                  ? tl_library_merged (asking.library, &query, NULL, &error)
                                  : NULL;
  if (merged == NULL)
    return tl_cli_fail (cli, error);

  g_autofree char *text = dup_text (merged, as, asking.csv);
  if (output != NULL)
    return tl_export_write (text, -1, output, &error) ? TL_CLI_DONE : tl_cli_fail (cli, error);
  if (cli->json && as == NULL)
    print_json (merged);
  else
    fputs (text, stdout);
  return TL_CLI_DONE;
}
