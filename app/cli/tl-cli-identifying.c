/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli check --identifying: by what in a text that would leave somebody could be found out. */
#include "config.h"

#include "app/cli/tl-cli-identifying.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "model/exchange/tl-identifying.h"

static void
print_text (GPtrArray *found)
{
  const TlIdentifying *last = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      const TlIdentifying *one = g_ptr_array_index (found, i);
      g_autofree char *sentence = tl_identifying_dup_sentence (one);

      if (last == NULL || g_strcmp0 (last->record, one->record) != 0)
        /* Translators: kind of record, what it is called */
        printf (_("%s%s “%s”\n"), last != NULL ? "\n" : "", _(one->kind->label), one->title);
      printf ("  %s, %u: %s[%s]%s\n      %s\n", _(one->field->label), one->start + 1, one->before, one->passage,
              one->after, sentence);
      last = one;
    }
  if (found->len == 0)
    fputs (_("Nothing was found. That does not say that nobody can be found out.\n"), stdout);
}

static void
print_json (GPtrArray *found)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_cli_begin_array (builder, "hits");
  for (guint i = 0; i < found->len; i++)
    {
      const TlIdentifying *one = g_ptr_array_index (found, i);

      json_builder_begin_object (builder);
      tl_cli_member (builder, "record", one->record);
      tl_cli_member (builder, "kind", one->kind->name);
      tl_cli_member (builder, "field", one->field->name);
      tl_cli_number (builder, "start", one->start);
      tl_cli_number (builder, "end", one->end);
      tl_cli_member (builder, "text", one->passage);
      tl_cli_member (builder, "what", one->what);
      tl_cli_member (builder, "why", one->why);
      tl_cli_member (builder, "instead", one->instead);
      tl_cli_member (builder, "stands_in", one->stands_in);
      tl_cli_member (builder, "kept", one->decided && one->kept == NULL ? "" : one->kept);
      tl_cli_flag (builder, "open", tl_identifying_is_open (one));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  tl_cli_number (builder, "open", tl_identifying_count_open (found));
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
}

/* Tells by what in a review somebody could be found out where it leaves in that tier. */
TlCliStatus
tl_cli_check_identifying (TlCli      *cli,
                          TlReview   *review,
                          const char *tier)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  TlTier to;

  if (!tl_tier_parse (tier, &to) || to < TL_TIER_BOARD)
    return tl_cli_usage (cli, _("Say with --tier for whom: board, learning, public."));

  found = tl_identifying_collect (review, to, NULL, &error);
  if (found == NULL)
    return tl_cli_fail (cli, error);
  if (cli->json)
    print_json (found);
  else
    print_text (found);
  return TL_CLI_DONE;
}
