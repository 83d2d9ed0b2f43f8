/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints answers that are lists of counts: as text, as CSV, or as JSON. */
#include "config.h"

#include "app/cli/tl-cli-answer.h"

#include <stdio.h>

static void
add_links (JsonBuilder       *builder,
           const TlAnswerRow *row)
{
  tl_cli_begin_array (builder, "links");
  for (guint i = 0; i < row->n_links; i++)
    {
      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, row->keys[row->links[i][0]]);
      json_builder_add_string_value (builder, row->keys[row->links[i][1]]);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_instance (JsonBuilder   *builder,
           const TlInstance *instance)
{
  json_builder_begin_object (builder);
  tl_cli_member (builder, "review", instance->review);
  tl_cli_number (builder, "revision", instance->revision);
  tl_cli_number (builder, "year", instance->year);
  tl_cli_begin_array (builder, "records");
  for (guint i = 0; i < instance->records->len; i++)
    {
      const TlInstanceRecord *record = instance->records->pdata[i];

      json_builder_begin_object (builder);
      tl_cli_member (builder, "kind", record->kind);
      tl_cli_member (builder, "id", record->id);
      tl_cli_member (builder, "text", record->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Adds what stands behind a count, if there is anything. */
void
tl_cli_add_instances (JsonBuilder     *builder,
                      const GPtrArray *instances)
{
  if (instances == NULL || instances->len == 0)
    return;
  tl_cli_begin_array (builder, "behind");
  for (guint i = 0; i < instances->len; i++)
    add_instance (builder, instances->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_row (JsonBuilder       *builder,
         const TlAnswer    *answer,
         const TlAnswerRow *row,
         const char        *keys)
{
  json_builder_begin_object (builder);
  if (g_str_has_suffix (keys, "s"))
    tl_cli_members (builder, keys, (const char *const *) row->keys);
  else
    tl_cli_member (builder, keys, row->keys[0]);
  tl_cli_members (builder, "labels", (const char *const *) row->labels);
  if (row->n_links > 0)
    add_links (builder, row);
  tl_cli_add_count (builder, "reviews", row->reviews);
  tl_cli_add_count (builder, "base", answer->base);
  if (row->expected >= 0)
    {
      json_builder_set_member_name (builder, "expected");
      json_builder_add_double_value (builder, row->expected);
    }
  tl_cli_add_instances (builder, row->instances);
  json_builder_end_object (builder);
}

/* Prints @answer; in JSON its rows are in @list, and the keys of each in @keys, or the only one where that is one word
 * for one. */
TlCliStatus
tl_cli_answer_print (TlCli             *cli,
                     const TlCliAsking *asking,
                     const TlAnswer    *answer,
                     const char        *list,
                     const char        *keys)
{
  if (!cli->json)
    {
      g_autofree char *text = asking->csv ? tl_answer_dup_csv (answer) : tl_answer_dup_text (answer);

      fputs (text, stdout);
      return TL_CLI_DONE;
    }

  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_member (builder, "caption", answer->caption);
  tl_cli_member (builder, "note", answer->note);
  tl_cli_add_count (builder, "base", answer->base);
  tl_cli_begin_array (builder, list);
  for (guint i = 0; i < answer->rows->len; i++)
    add_row (builder, answer, answer->rows->pdata[i], keys);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
  return TL_CLI_DONE;
}
