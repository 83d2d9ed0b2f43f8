/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli check: what the rules say about a review. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/cli/tl-cli-identifying.h"
#include "app/cli/tl-cli.h"
#include "model/checks/tl-checks.h"

/**
 * tl_cli_dup_checks:
 * @review: a review
 *
 * Returns: (transfer full): what the rules say about it, for reading
 */
char *
tl_cli_dup_checks (TlReview *review)
{
  g_autoptr (GPtrArray) problems = tl_checks_run (review);
  GString *text = g_string_new (NULL);
  TlSeverity severity = (TlSeverity) -1;

  for (guint i = 0; i < problems->len; i++)
    {
      TlCheckProblem *problem = g_ptr_array_index (problems, i);

      if (tl_check_problem_get_severity (problem) != severity)
        {
          severity = tl_check_problem_get_severity (problem);
          g_string_append_printf (text, "%s%s\n", i > 0 ? "\n" : "", _(tl_severity_get_label (severity)));
        }
      g_string_append_printf (text, "%-4s %s\n", tl_check_problem_get_code (problem),
                              tl_check_problem_get_message (problem));
    }
  if (problems->len == 0)
    g_string_append (text, _("Nothing to say.\n"));
  return g_string_free (text, FALSE);
}

static void
print_json (GPtrArray *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_begin_array (builder, "problems");
  for (guint i = 0; i < problems->len; i++)
    {
      TlCheckProblem *problem = g_ptr_array_index (problems, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "code", tl_check_problem_get_code (problem));
      tl_cli_member (builder, "severity", tl_severity_get_name (tl_check_problem_get_severity (problem)));
      tl_cli_member (builder, "record", tl_check_problem_get_record_id (problem));
      tl_cli_member (builder, "message", tl_check_problem_get_message (problem));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

TlCliStatus
tl_cli_check (TlCli  *cli,
              int     argc,
              char  **argv)
{
  g_autofree char *tier = NULL;
  gboolean identifying = FALSE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "identifying", 0, 0, G_OPTION_ARG_NONE, &identifying,
      N_("By what somebody could be found out in what would leave"), NULL },
    { "tier", 0, 0, G_OPTION_ARG_STRING, &tier, N_("With --identifying, for whom: board, learning, public (public)"),
      N_("TIER") },
    G_OPTION_ENTRY_NULL,
  };

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;
  if (tier != NULL && !identifying)
    return tl_cli_usage (cli, _("A tier is asked for with --identifying only."));

  g_autoptr (TlReview) review = tl_cli_open_review (cli, argv[1], TL_REVIEW_OPEN_READ_ONLY, &error);
  if (review == NULL)
    return tl_cli_fail (cli, error);
  if (identifying)
    return tl_cli_check_identifying (cli, review, tier != NULL ? tier : "public");

  if (cli->json)
    {
      g_autoptr (GPtrArray) problems = tl_checks_run (review);
      print_json (problems);
    }
  else
    {
      g_autofree char *text = tl_cli_dup_checks (review);
      fputs (text, stdout);
    }
  return TL_CLI_DONE;
}
