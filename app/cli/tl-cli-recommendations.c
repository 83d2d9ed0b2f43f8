/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli guard --recommendations: which recommendations of a table only turn round the factor they answer. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "app/cli/tl-cli.h"
#include "model/exchange/tl-csv.h"
#include "model/exchange/tl-problem.h"
#include "model/words/tl-echo.h"

#define NOWHERE G_MAXUINT

static guint
find_column (const TlCsvRow *header,
             const char     *name)
{
  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (header->cells[i]));

      if (g_ascii_strcasecmp (cell, name) == 0)
        return i;
    }
  return NOWHERE;
}

static GPtrArray *
read_rows (const char  *path,
           guint       *factor,
           guint       *recommendation,
           GError     **error)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (GBytes) bytes = tl_cli_load (path, TL_CSV_MAX_BYTES, error);

  if (bytes == NULL)
    return NULL;

  g_autoptr (GPtrArray) rows = tl_csv_parse (bytes, problems);
  const TlCsvRow *header = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  *factor = header != NULL ? find_column (header, "factor") : NOWHERE;
  *recommendation = header != NULL ? find_column (header, "recommendation") : NOWHERE;
  if (problems->len == 0 && (*factor == NOWHERE || *recommendation == NOWHERE))
    tl_problems_add (problems, TL_PROBLEM_MISSING, 1, _("The first row has to name the columns factor and "
                                                        "recommendation."));
  for (guint i = 1; i < rows->len && problems->len == 0; i++)
    tl_csv_check_row (g_ptr_array_index (rows, i), header, problems);
  return tl_problems_raise (problems, path, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * tl_cli_guard_recommendations:
 * @cli: the run
 * @path: a table with the columns factor and recommendation
 *
 * Prints the rows, from 1 after the header, whose recommendation only turns the factor round.
 *
 * Returns: what to return to the shell
 */
TlCliStatus
tl_cli_guard_recommendations (TlCli      *cli,
                              const char *path)
{
  guint factor, recommendation;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) rows = read_rows (path, &factor, &recommendation, &error);
  g_autoptr (TlEcho) echo = rows != NULL ? tl_echo_load (&error) : NULL;

  if (echo == NULL)
    return tl_cli_fail (cli, error);

  tl_cli_begin_list (builder, "hits");
  for (guint i = 1; i < rows->len; i++)
    {
      const TlCsvRow *row = g_ptr_array_index (rows, i);
      g_autofree char *reason = tl_echo_find (echo, row->cells[factor], row->cells[recommendation]);

      if (reason == NULL)
        continue;
      json_builder_begin_object (builder);
      tl_cli_number (builder, "row", i);
      tl_cli_member (builder, "reason", reason);
      json_builder_end_object (builder);
      if (!cli->json)
        printf ("%s:%u: “%s”\n    %s\n", path, i, row->cells[recommendation], reason);
    }
  tl_cli_end_list (cli, builder);
  return TL_CLI_DONE;
}
