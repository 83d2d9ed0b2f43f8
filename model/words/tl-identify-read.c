/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the lists of data/identifying: from expressions written for people to one regular expression a list. */
#include "config.h"

#include "model/words/tl-identify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"

/* Between two words: spaces, line breaks, hyphens. */
#define GAP "[\\s\\-\\x{2010}-\\x{2013}]+"
/* A word that is written like a name, or what stands before one. */
#define CAPITAL "(?-i:\\p{Lu}[\\p{L}’']*\\p{Ll}[\\p{L}’']*|St\\.?)"
/* Several such words, with the little ones between them. */
#define NAME CAPITAL "(?:" GAP "(?:(?:of|and|the|on|upon|in|le|de|for)" GAP ")?" CAPITAL "){0,4}"

/* Classes are defined once, as groups that expressions call by name: written out wherever they are named they would be
 * too much for one regular expression. */
typedef struct {
  GKeyFile   *file;
  const char *name;        /* of the file, in a sentence */
  GHashTable *classes;     /* set of names */
  GString    *definitions; /* of them */
} Reading;

/* The longer first, since the first alternative that fits is taken. */
static int
compare_lengths (const void *a,
                 const void *b)
{
  gsize one = strlen (*(char *const *) a), other = strlen (*(char *const *) b);

  return one > other ? -1 : one < other;
}

/* One word of an expression. */
static gboolean
append_word (GString    *out,
             Reading    *reading,
             const char *word,
             GError    **error)
{
  if (word[0] == '@')
    {
      if (!g_hash_table_contains (reading->classes, word + 1))
        return tl_error_refuse (error, _("%s: there is no class “%s”."), reading->name, word + 1);
      g_string_append_printf (out, "(?&%s)", word + 1);
      return TRUE;
    }
  if (strcmp (word, "^") == 0)
    {
      g_string_append (out, g_hash_table_contains (reading->classes, "starters") ? "(?!(?&starters)\\b)(?&_name)"
                                                                                 : "(?&_name)");
      return TRUE;
    }

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autofree char *escaped = g_regex_escape_string (letter, -1);

      if (*p == '#')
        g_string_append (out, "\\d+");
      else if (*p == '-')
        g_string_append (out, GAP);
      else if (*p == '\'')
        g_string_append (out, "[’']");
      else
        g_string_append (out, escaped);
    }
  return TRUE;
}

static gboolean
append_expression (GString    *out,
                   Reading    *reading,
                   const char *expression,
                   GError    **error)
{
  g_auto (GStrv) words = g_strsplit (expression, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, GAP);
      if (!append_word (out, reading, words[i], error))
        return FALSE;
    }
  return TRUE;
}

/* All expressions of a group, whatever their keys are, as alternatives; NULL with @error, or where there are none. */
static char *
dup_alternatives (Reading     *reading,
                  char       **expressions,
                  GError     **error)
{
  g_autoptr (GString) out = g_string_new ("(?:");

  qsort (expressions, g_strv_length (expressions), sizeof (char *), compare_lengths);
  for (guint i = 0; expressions[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, '|');
      if (!append_expression (out, reading, expressions[i], error))
        return NULL;
    }
  g_string_append_c (out, ')');
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What a regular expression can call a group. */
static gboolean
is_class_name (const char *name)
{
  gsize length = strspn (name, "abcdefghijklmnopqrstuvwxyz_");

  return length > 0 && length < 32 && name[0] != '_' && name[length] == '\0';
}

/* A class may be made of classes that stand before it. */
static gboolean
read_classes (Reading  *reading,
              GError  **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, "classes", NULL, NULL);

  g_string_append (reading->definitions, "(?<_name>" NAME ")");
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) items = g_key_file_get_string_list (reading->file, "classes", keys[i], NULL, NULL);

      if (items == NULL || items[0] == NULL || !is_class_name (keys[i]))
        return tl_error_refuse (error, _("%s: the class “%s” is empty, or its name is not in small letters."),
                                reading->name, keys[i]);

      g_autofree char *alternatives = dup_alternatives (reading, items, error);
      if (alternatives == NULL)
        return FALSE;
      g_string_append_printf (reading->definitions, "(?<%s>%s)", keys[i], alternatives);
      g_hash_table_add (reading->classes, g_strdup (keys[i]));
    }
  return TRUE;
}

static gboolean
read_group (Reading     *reading,
            const char  *group,
            gboolean     exact,
            GRegex     **regex,
            GError     **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, group, NULL, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) items = g_key_file_get_string_list (reading->file, group, keys[i], NULL, NULL);
      g_strv_builder_addv (builder, (const char **) items);
    }

  g_auto (GStrv) expressions = g_strv_builder_end (builder);
  if (expressions[0] == NULL)
    return TRUE;

  g_autofree char *alternatives = dup_alternatives (reading, expressions, error);
  if (alternatives == NULL)
    return FALSE;

  g_autofree char *pattern = g_strdup_printf ("(?(DEFINE)%s)(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])",
                                              reading->definitions->str, alternatives);
  *regex = g_regex_new (pattern, (exact ? 0 : G_REGEX_CASELESS) | G_REGEX_OPTIMIZE, 0, NULL);
  /* The reason quotes all of the pattern. */
  return *regex != NULL
         || tl_error_refuse (error, _("%s: what stands under “%s” is too much for one list."), reading->name, group);
}

static char *
require (Reading     *reading,
         const char  *key,
         GError     **error)
{
  char *value = g_key_file_get_string (reading->file, "list", key, error);

  if (value == NULL)
    g_prefix_error (error, "%s: ", reading->name);
  return value;
}

static gboolean
read_kind (Reading         *reading,
           TlIdentifyKind  *kind,
           GError         **error)
{
  g_autofree char *from = NULL;

  if ((kind->key = require (reading, "id", error)) == NULL || (kind->title = require (reading, "title", error)) == NULL
      || (kind->why = require (reading, "why", error)) == NULL
      || (kind->instead = require (reading, "instead", error)) == NULL
      || (from = require (reading, "from", error)) == NULL)
    return FALSE;
  return tl_tier_parse (from, &kind->from)
         || tl_error_refuse (error, _("%s: “%s” is not a tier."), reading->name, from);
}

/* Reads one list; what is wrong in it is said by its @name. */
TlIdentifyList *
_tl_identify_read (GBytes      *bytes,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GHashTable) classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) definitions = g_string_new (NULL);
  g_autoptr (TlIdentifyList) list = g_new0 (TlIdentifyList, 1);
  Reading reading = { file, name, classes, definitions };

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  gboolean exact = g_key_file_get_boolean (file, "list", "exact", NULL);

  if (!read_kind (&reading, &list->kind, error) || !read_classes (&reading, error)
      || !read_group (&reading, "looked_for", exact, &list->looked_for, error)
      || !read_group (&reading, "left_alone", exact, &list->left_alone, error))
    return NULL;
  return g_steal_pointer (&list);
}

void
_tl_identify_list_free (TlIdentifyList *list)
{
  g_free (list->kind.key);
  g_free (list->kind.title);
  g_free (list->kind.why);
  g_free (list->kind.instead);
  g_clear_pointer (&list->looked_for, g_regex_unref);
  g_clear_pointer (&list->left_alone, g_regex_unref);
  g_free (list);
}
