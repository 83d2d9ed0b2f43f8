/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands on the data that comes with the program, or beside it: methods, typologies, guard. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "app/cli/tl-cli.h"
#include "model/base/tl-text.h"
#include "model/document/tl-document.h"
#include "model/method/tl-method.h"
#include "model/typology/tl-typology.h"
#include "model/words/tl-words.h"

static void
add_entry (TlCli       *cli,
           JsonBuilder *builder,
           const char  *id,
           const char  *version,
           const char  *title)
{
  json_builder_begin_object (builder);
  tl_cli_member (builder, "id", id);
  tl_cli_member (builder, "version", version);
  tl_cli_member (builder, "title", title);
  json_builder_end_object (builder);
  if (!cli->json)
    printf ("%-26s %-6s %s\n", id, version, title);
}

/* A file of the person's own that can't be used is told, and is no reason not to list the others. */
static void
tell_problems (TlCli     *cli,
               GPtrArray *problems)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    tl_cli_fail (cli, g_ptr_array_index (problems, i));
}

TlCliStatus
tl_cli_methods (TlCli  *cli,
                int     argc,
                char  **argv)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 0, 0))
    return TL_CLI_USAGE;

  g_autoptr (GPtrArray) methods = tl_methods_list (&problems);
  json_builder_begin_array (builder);
  for (guint i = 0; i < methods->len; i++)
    {
      TlMethod *method = g_ptr_array_index (methods, i);
      add_entry (cli, builder, tl_method_get_id (method), tl_method_get_version (method), tl_method_get_title (method));
    }
  json_builder_end_array (builder);
  if (cli->json)
    tl_cli_print_json (builder);
  tell_problems (cli, problems);
  return TL_CLI_DONE;
}

TlCliStatus
tl_cli_typologies (TlCli  *cli,
                   int     argc,
                   char  **argv)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 0, 0))
    return TL_CLI_USAGE;

  g_autoptr (GPtrArray) typologies = tl_typologies_list (&problems);
  json_builder_begin_array (builder);
  for (guint i = 0; i < typologies->len; i++)
    {
      TlTypology *typology = g_ptr_array_index (typologies, i);
      add_entry (cli, builder, tl_typology_get_id (typology), tl_typology_get_version (typology),
                 tl_typology_get_title (typology));
    }
  json_builder_end_array (builder);
  if (cli->json)
    tl_cli_print_json (builder);
  tell_problems (cli, problems);
  return TL_CLI_DONE;
}

/* Its characters stay where they are, since what is found is told by its place: a control counts as a space. */
static char *
read_text (const char  *name,
           GError     **error)
{
  g_autoptr (GBytes) bytes = tl_cli_load (name, TL_DOCUMENT_MAX_TEXT, error);
  g_autofree char *text = bytes != NULL ? tl_document_decode (bytes, error) : NULL;

  if (text == NULL)
    {
      if (bytes != NULL)
        g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  for (char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && strchr ("\t\n\r", *p) == NULL)
      *p = ' ';
  return tl_text_normalise (text, -1, NULL);
}

TlCliStatus
tl_cli_guard (TlCli  *cli,
              int     argc,
              char  **argv)
{
  gboolean recommendations = FALSE;
  const GOptionEntry entries[] = {
    { "recommendations", 0, 0, G_OPTION_ARG_NONE, &recommendations,
      N_("The file is a table with the columns factor and recommendation"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!tl_cli_parse (cli, &argc, &argv, entries, 1, 1))
    return TL_CLI_USAGE;
  if (recommendations)
    return tl_cli_guard_recommendations (cli, argv[1]);

  g_autofree char *text = read_text (argv[1], &error);
  if (text == NULL)
    return tl_cli_fail (cli, error);

  g_autoptr (TlWords) words = tl_words_load (&problems);
  g_autoptr (GPtrArray) hits = tl_words_find (words, text);
  tl_cli_begin_list (builder, "hits");
  for (guint i = 0; i < hits->len; i++)
    {
      TlWordHit *hit = g_ptr_array_index (hits, i);

      json_builder_begin_object (builder);
      tl_cli_number (builder, "line", hit->line);
      tl_cli_number (builder, "column", hit->column);
      tl_cli_member (builder, "text", hit->text);
      tl_cli_member (builder, "group", hit->group);
      tl_cli_member (builder, "question", hit->question);
      json_builder_end_object (builder);
      if (!cli->json)
        {
          g_autofree char *expression = tl_text_one_line (hit->text, NULL);
          printf ("%s:%u:%u: “%s” (%s)\n    %s\n    %s\n", argv[1], hit->line, hit->column, expression, hit->group,
                  hit->explanation, hit->question);
        }
    }
  tl_cli_end_list (cli, builder);
  tell_problems (cli, problems);
  return TL_CLI_DONE;
}
