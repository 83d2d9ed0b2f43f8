/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands print for machines: members of objects, lists, and the line that is printed in the end. */
#include "config.h"

#include "app/cli/tl-cli.h"

#include <stdio.h>

/**
 * tl_cli_print_json:
 * @builder: a finished value
 *
 * Prints it on a line of its own, at once.
 */
void
tl_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout);
  fputc ('\n', stdout);
  fflush (stdout);
}

/**
 * tl_cli_member:
 * @builder: a builder inside an object
 * @name: name of a member
 * @text: (nullable): its value
 */
void
tl_cli_member (JsonBuilder *builder,
               const char  *name,
               const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * tl_cli_members:
 * @name: of the member
 * @texts: (array zero-terminated=1): strings
 *
 * Adds a member that is an array of strings.
 */
void
tl_cli_members (JsonBuilder       *builder,
                const char        *name,
                const char *const *texts)
{
  tl_cli_begin_array (builder, name);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

/**
 * tl_cli_number:
 * @builder: a builder inside an object
 * @name: name of a member
 * @number: its value
 */
void
tl_cli_number (JsonBuilder *builder,
               const char  *name,
               gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

/**
 * tl_cli_flag:
 * @builder: a builder inside an object
 * @name: name of a member
 * @flag: its value
 */
void
tl_cli_flag (JsonBuilder *builder,
             const char  *name,
             gboolean     flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

/**
 * tl_cli_begin_array:
 * @builder: a builder inside an object
 * @name: name of a member
 *
 * Begins a member that is an array; json_builder_end_array() ends it.
 */
void
tl_cli_begin_array (JsonBuilder *builder,
                    const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/**
 * tl_cli_begin_list:
 * @builder: a new builder
 * @name: name of the list
 *
 * Begins an object whose only member is a list.
 */
void
tl_cli_begin_list (JsonBuilder *builder,
                   const char  *name)
{
  json_builder_begin_object (builder);
  tl_cli_begin_array (builder, name);
}

/**
 * tl_cli_end_list:
 * @cli: a run of a command
 * @builder: a builder for which tl_cli_begin_list() was called
 *
 * Ends the list and its object, and prints it where that was asked for.
 */
void
tl_cli_end_list (TlCli       *cli,
                 JsonBuilder *builder)
{
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    tl_cli_print_json (builder);
}
