/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * throughline-cli edit: JSON lines, each one edit. After its commit an edit is reported and the report flushed: what
 * was reported is in the file whatever happens next. */
#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "app/cli/tl-cli.h"
#include "model/base/tl-error.h"
#include "model/review/tl-edit.h"

/* The longest text is a source of 8 MB, each byte of which JSON may spell with six. */
#define MAX_LINE (64 * 1024 * 1024)

/* A group of groups of edits, each an object with an object of fields with an array. */
#define MAX_DEPTH 16

/* A whole number of any field has at most ten digits; the parser lets longer ones run over. */
#define MAX_DIGITS 18

/* What a line may hold outside strings. The parser takes more, such as strings in single quotes and comments, in which
 * what is nested could hide. */
static const char json_characters[] = "{}[]:,\" \t\r+-.0123456789Eaeflnrstu";

/* Refuses what must not reach the parser, which recurses, ends a string at U+0000, lets numbers run over and of several
 * values takes the last. */
static gboolean
check_line (const char *line,
            GError    **error)
{
  gboolean quoted = FALSE;
  int depth = 0, digits = 0, n_values = 0;

  for (const char *p = line; *p != '\0'; p++)
    {
      digits = !quoted && g_ascii_isdigit (*p) ? digits + 1 : 0;
      if (quoted && g_str_has_prefix (p, "\\u0000"))
        return tl_error_refuse (error, _("A text can’t hold the character U+0000."));
      if (quoted && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && strchr (json_characters, *p) == NULL)
        return tl_error_refuse (error, _("This is not JSON."));
      else if (!quoted && (*p == '{' || *p == '['))
        {
          n_values += depth == 0 ? 1 : 0;
          if (++depth > MAX_DEPTH)
            return tl_error_refuse (error, _("This is nested more than %d deep."), MAX_DEPTH);
          if (n_values > 1)
            return tl_error_refuse (error, _("This is more than one edit. Give each a line of its own."));
        }
      else if (!quoted && (*p == '}' || *p == ']'))
        depth--;
      else if (digits > MAX_DIGITS)
        return tl_error_refuse (error, _("This holds a number of more than %d digits."), MAX_DIGITS);
    }
  return TRUE;
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static const char *
require_string (JsonObject *object,
                const char *member,
                GError    **error)
{
  const char *text = get_string (object, member);

  if (text == NULL)
    tl_error_refuse (error, _("“%s” is missing, or is no string."), member);
  return text;
}

/* A member that nobody reads is a word that was misspelt, and what it was to do would be missed by nobody. */
static gboolean
check_members (JsonObject         *object,
               const char *const  *known,
               GError            **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!g_strv_contains (known, name))
      {
        g_autofree char *all = g_strjoinv (", ", (char **) known);
        return tl_error_refuse (error, _("There is no member “%s” here, only %s."), name, all);
      }
  return TRUE;
}

static gboolean
set_list (TlEdit      *edit,
          const char  *id,
          const char  *field,
          JsonArray   *array,
          GError     **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        return tl_error_refuse (error, _("“%s” holds something that is no string."), field);
      g_ptr_array_add (items, (gpointer) json_node_get_string (node));
    }
  g_ptr_array_add (items, NULL);
  return tl_edit_set_list (edit, id, field, (const char *const *) items->pdata, error);
}

static gboolean
set_field (TlEdit      *edit,
           const char  *id,
           const char  *field,
           JsonNode    *node,
           GError     **error)
{
  if (node == NULL)
    return tl_error_refuse (error, _("“value” is missing."));
  if (JSON_NODE_HOLDS_NULL (node))
    return tl_edit_set (edit, id, field, NULL, error);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return set_list (edit, id, field, json_node_get_array (node), error);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return tl_error_refuse (error, _("“%s” can’t be an object."), field);

  GType type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return tl_edit_set (edit, id, field, json_node_get_string (node), error);
  if (type == G_TYPE_BOOLEAN)
    return tl_edit_set (edit, id, field, json_node_get_boolean (node) ? "true" : "false", error);
  if (type != G_TYPE_INT64)
    return tl_error_refuse (error, _("“%s” is not a whole number."), field);

  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return tl_edit_set (edit, id, field, number, error);
}

static gboolean
do_add (TlEdit      *edit,
        JsonObject  *object,
        char       **id,
        GError     **error)
{
  const char *kind = require_string (object, "kind", error);
  JsonNode *fields = json_object_get_member (object, "fields");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (kind == NULL)
    return FALSE;
  if (json_object_has_member (object, "id") && get_string (object, "id") == NULL
      && !json_object_get_null_member (object, "id"))
    return tl_error_refuse (error, _("“id” is no string."));
  if (fields != NULL && !JSON_NODE_HOLDS_OBJECT (fields))
    return tl_error_refuse (error, _("“fields” is no object."));

  *id = tl_edit_add (edit, kind, get_string (object, "id"), error);
  if (*id == NULL)
    return FALSE;
  if (fields == NULL)
    return TRUE;

  json_object_iter_init_ordered (&iter, json_node_get_object (fields));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!set_field (edit, *id, name, node, error))
      return FALSE;
  return TRUE;
}

static gboolean
do_release (TlEdit      *edit,
            JsonObject  *object,
            const char  *id,
            GError     **error)
{
  const char *field = require_string (object, "field", error);
  const char *name = field != NULL ? require_string (object, "tier", error) : NULL;
  TlTier tier;

  if (name == NULL)
    return FALSE;
  if (!tl_tier_parse (name, &tier))
    return tl_error_refuse (error, _("There is no tier “%s”."), name);
  return tl_edit_release (edit, id, field, tier, error);
}

static gboolean
do_set (TlEdit      *edit,
        JsonObject  *object,
        const char  *id,
        GError     **error)
{
  const char *field = require_string (object, "field", error);

  return field != NULL && set_field (edit, id, field, json_object_get_member (object, "value"), error);
}

static gboolean
do_remove (TlEdit      *edit,
           JsonObject  *object,
           const char  *id,
           GError     **error)
{
  return tl_edit_remove (edit, id, error);
}

/* What can be done to a record that is there. */
static const struct {
  const char *name;
  gboolean (*run) (TlEdit *edit, JsonObject *object, const char *id, GError **error);
  const char *members[5];
} verbs[] = {
  { "set", do_set, { "do", "id", "field", "value" } },
  { "remove", do_remove, { "do", "id" } },
  { "release", do_release, { "do", "id", "field", "tier" } },
};

static gboolean
do_one (TlEdit      *edit,
        JsonObject  *object,
        char       **id,
        GError     **error)
{
  static const char *const members[] = { "do", "kind", "id", "fields", NULL };
  const char *verb = require_string (object, "do", error);

  if (verb == NULL)
    return FALSE;
  if (strcmp (verb, "add") == 0)
    return check_members (object, members, error) && do_add (edit, object, id, error);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verb, verbs[i].name) == 0)
      {
        *id = g_strdup (require_string (object, "id", error));
        return *id != NULL && check_members (object, verbs[i].members, error)
               && verbs[i].run (edit, object, *id, error);
      }
  return tl_error_refuse (error, _("There is no verb “%s”: write add, set, remove, release or group."), verb);
}

static gboolean
do_group (TlEdit      *edit,
          JsonObject  *object,
          GError     **error)
{
  static const char *const members[] = { "do", "label", "edits", NULL };
  JsonNode *edits = json_object_get_member (object, "edits");

  if (!check_members (object, members, error))
    return FALSE;
  if (edits == NULL || !JSON_NODE_HOLDS_ARRAY (edits))
    return tl_error_refuse (error, _("“edits” is missing, or is no list."));

  JsonArray *array = json_node_get_array (edits);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *id = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return tl_error_refuse (error, _("Edit %u of the group is no object."), i + 1);
      if (!do_one (edit, json_node_get_object (node), &id, error))
        {
          g_prefix_error (error, _("edit %u of the group: "), i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
do_line (TlReview    *review,
         JsonObject  *object,
         char       **change,
         char       **id,
         GError     **error)
{
  gboolean group = g_strcmp0 (get_string (object, "do"), "group") == 0;
  TlEdit *edit = tl_edit_begin (review, group ? get_string (object, "label") : NULL, error);

  if (edit == NULL)
    return FALSE;
  if (!(group ? do_group (edit, object, error) : do_one (edit, object, id, error)))
    {
      tl_edit_abort (edit);
      return FALSE;
    }
  *change = tl_edit_commit (edit, error);
  return *change != NULL;
}

static gboolean
run_line (TlReview    *review,
          const char  *line,
          gsize        length,
          GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *change = NULL;
  g_autofree char *id = NULL;

  if (strlen (line) != length || !g_utf8_validate (line, (gssize) length, NULL))
    return tl_error_refuse (error, _("This is not UTF-8."));
  if (!check_line (line, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, line, (gssize) length, error))
    {
      g_prefix_error (error, _("This is not JSON: "));
      return FALSE;
    }

  JsonNode *root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return tl_error_refuse (error, _("This is no object."));
  if (!do_line (review, json_node_get_object (root), &change, &id, error))
    return FALSE;

  json_builder_begin_object (builder);
  tl_cli_member (builder, "change", change[0] != '\0' ? change : NULL);
  tl_cli_member (builder, "id", id);
  json_builder_end_object (builder);
  tl_cli_print_json (builder);
  return TRUE;
}

static GInputStream *
open_input (const char  *name,
            GError     **error)
{
  if (name == NULL || strcmp (name, "-") == 0)
    return g_unix_input_stream_new (fileno (stdin), FALSE);

  g_autoptr (GFile) file = g_file_new_for_path (name);
  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

/* Up to the end of a line and no further than MAX_LINE, so that what has no lines is no load. (nullable): the line;
 * NULL with @error, or at the end */
static char *
read_line (GBufferedInputStream *input,
           gsize                *length,
           GError              **error)
{
  gssize n_read = 1;

  for (;;)
    {
      gsize n;
      const char *bytes = g_buffered_input_stream_peek_buffer (input, &n);
      const char *end = n > 0 ? memchr (bytes, '\n', n) : NULL;

      if (n > MAX_LINE || (end == NULL && n == MAX_LINE))
        {
          tl_error_refuse (error, _("This is longer than 64 MB."));
          return NULL;
        }
      if (end != NULL || n_read == 0)
        {
          *length = end != NULL ? (gsize) (end - bytes) : n;
          char *line = n > 0 ? g_strndup (bytes, *length) : NULL;

          g_input_stream_skip (G_INPUT_STREAM (input), *length + (end != NULL ? 1 : 0), NULL, NULL);
          return line;
        }
      if (n == g_buffered_input_stream_get_buffer_size (input))
        g_buffered_input_stream_set_buffer_size (input, MIN (2 * n, MAX_LINE));
      n_read = g_buffered_input_stream_fill (input, -1, NULL, error);
      if (n_read < 0)
        return NULL;
    }
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

static gboolean
run_lines (TlReview      *review,
           GInputStream  *input,
           guint         *number,
           GError       **error)
{
  g_autoptr (GInputStream) lines = g_buffered_input_stream_new (input);

  for (*number = 1;; (*number)++)
    {
      gsize length;
      g_autoptr (GError) read_error = NULL;
      g_autofree char *line = read_line (G_BUFFERED_INPUT_STREAM (lines), &length, &read_error);

      if (read_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&read_error));
          return FALSE;
        }
      if (line == NULL)
        return TRUE;
      if (!is_blank (line) && !run_line (review, line, length, error))
        return FALSE;
    }
}

TlCliStatus
tl_cli_edit (TlCli  *cli,
             int     argc,
             char  **argv)
{
  g_autoptr (GError) error = NULL;
  guint number = 0;

  if (!tl_cli_parse (cli, &argc, &argv, NULL, 1, 2))
    return TL_CLI_USAGE;

  g_autoptr (TlReview) review = tl_cli_open_review (cli, argv[1], 0, &error);
  g_autoptr (GInputStream) input = review != NULL ? open_input (argc > 2 ? argv[2] : NULL, &error) : NULL;
  if (input == NULL)
    return tl_cli_fail (cli, error);
  if (!run_lines (review, input, &number, &error))
    {
      g_prefix_error (&error, _("line %u: "), number);
      return tl_cli_fail (cli, error);
    }
  return TL_CLI_DONE;
}
