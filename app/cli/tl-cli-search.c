/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli search: where in a review something stands. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/cli/tl-cli.h"
#include "model/review/tl-searcher.h"

/* How many records are listed unless another number is asked for. */
#define DEFAULT_RECORDS 50

/* What another program has added since the review was read has no title here. */
static char *
dup_title (TlReview             *review,
           const TlSearchResult *result)
{
  TlRecord *record = tl_review_lookup (review, result->id);
  return record != NULL ? tl_review_dup_title (review, record) : g_strdup ("");
}

static void
add_result (JsonBuilder           *builder,
            TlReview              *review,
            const TlSearchResult  *result,
            const TlSearchPassage *passage)
{
  g_autofree char *title = dup_title (review, result);

  json_builder_begin_object (builder);
  tl_cli_member (builder, "id", result->id);
  tl_cli_member (builder, "kind", result->kind->name);
  tl_cli_member (builder, "field", result->kind->fields[passage->field].name);
  tl_cli_member (builder, "title", title);
  tl_cli_member (builder, "snippet", passage->snippet);
  tl_cli_number (builder, "position", passage->position);
  tl_cli_number (builder, "length", passage->length);
  json_builder_end_object (builder);
}

static void
print_json (TlReview       *review,
            TlSearchAnswer *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_number (builder, "records", answer->n_records);
  tl_cli_begin_array (builder, "results");
  for (guint i = 0; i < answer->results->len; i++)
    {
      const TlSearchResult *result = g_ptr_array_index (answer->results, i);

      for (guint j = 0; j < result->passages->len; j++)
        add_result (builder, review, result, g_ptr_array_index (result->passages, j));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

static void
print_text (TlReview       *review,
            TlSearchAnswer *answer)
{
  for (guint i = 0; i < answer->results->len; i++)
    {
      const TlSearchResult *result = g_ptr_array_index (answer->results, i);
      g_autofree char *title = dup_title (review, result);

      printf ("%s: %s\n", _(result->kind->label), title);
      for (guint j = 0; j < result->passages->len; j++)
        {
          const TlSearchPassage *passage = g_ptr_array_index (result->passages, j);

          printf ("    %s, %u: %s\n", _(result->kind->fields[passage->field].label), passage->position,
                  passage->snippet);
        }
    }
  printf (g_dngettext (GETTEXT_PACKAGE, "%u record.\n", "%u records.\n", answer->n_records), answer->n_records);
}

/* Everything is read before anything is answered: a script can't ask again a little later. */
static TlSearchAnswer *
search (TlReview    *review,
        const char  *query,
        guint        n,
        GError     **error)
{
  gboolean writable = tl_review_can_change (review, NULL);
  gboolean more = TRUE;

  if (writable && !tl_review_verify (review, error))
    return NULL;

  g_autoptr (TlSearcher) searcher = tl_searcher_new (tl_review_get_path (review), writable, error);
  if (searcher == NULL)
    return NULL;
  while (more)
    if (!tl_searcher_work (searcher, &more, error))
      return NULL;
  if (!tl_review_catch_up (review, error))
    return NULL;
  return tl_searcher_find (searcher, query, TL_SEARCH_DEFAULT, 0, n, NULL, error);
}

TlCliStatus
tl_cli_search (TlCli  *cli,
               int     argc,
               char  **argv)
{
  int n = DEFAULT_RECORDS;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &n, N_("How many records to list, the best first"), "N" },
    { NULL }
  };
  g_autoptr (GError) error = NULL;

  if (!tl_cli_parse (cli, &argc, &argv, entries, 2, 2))
    return TL_CLI_USAGE;
  if (n < 0)
    return tl_cli_usage (cli, _("“--limit” takes a number of records."));

  g_autoptr (TlReview) review = tl_cli_open_review (cli, argv[1], TL_REVIEW_OPEN_DEFAULT, &error);
  g_autoptr (TlSearchAnswer) answer = review != NULL ? search (review, argv[2], (guint) n, &error) : NULL;
  if (answer == NULL)
    return tl_cli_fail (cli, error);

  if (cli->json)
    print_json (review, answer);
  else
    print_text (review, answer);
  return TL_CLI_DONE;
}
