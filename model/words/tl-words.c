/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lists of expressions that judge a case by its end: read from key files, those that ship and the person's own
 * together. What has been loaded may be searched from any thread as long as nothing is added. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/base/tl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_EXPRESSIONS 2000
#define MAX_WORDS 12

G_DEFINE_FINAL_TYPE (TlWords, tl_words, G_TYPE_OBJECT)

static void
advice_free (void *data)
{
  TlWordAdvice *advice = data;

  g_free (advice->explanation);
  g_free (advice->question);
  g_free (advice);
}

static void
pattern_free (void *data)
{
  TlWordPattern *pattern = data;

  g_strfreev (pattern->words);
  g_free (pattern);
}

static TlWordList *
list_new (void)
{
  TlWordList *list = g_new0 (TlWordList, 1);

  list->advice = g_ptr_array_new_with_free_func (advice_free);
  list->leading = g_ptr_array_new ();
  list->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return list;
}

static void
list_free (void *data)
{
  TlWordList *list = data;

  g_free (list->group.key);
  g_free (list->group.title);
  g_free (list->group.description);
  g_ptr_array_unref (list->leading);
  g_hash_table_unref (list->patterns);
  g_ptr_array_unref (list->advice);
  g_free (list);
}

static char *
read_text (GKeyFile    *file,
           const char  *name,
           const char  *section,
           const char  *key,
           GError     **error)
{
  g_autofree char *text = g_key_file_get_locale_string (file, section, key, NULL, NULL);

  if (text != NULL)
    g_strstrip (text);
  if (text == NULL || text[0] == '\0' || !tl_text_is_one_line (text) || g_utf8_strlen (text, -1) > TL_TEXT_MAX_LINE)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("In %s the text of “%s” in [%s] is missing, empty, too long or not one line."), name, key,
                   section);
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* 1 where the expression asks for the beginning of a sentence, so that its first word comes after. */
static guint
count_stops_before (char **words)
{
  return g_strcmp0 (words[0], TL_WORDS_STOP) == 0 ? 1 : 0;
}

/* Stops apart, an expression begins and ends with a word; two gaps do not follow each other, and what is marked is not
 * empty. */
static gboolean
expression_is_sound (char **words)
{
  guint n_words = g_strv_length (words);
  gboolean after_gap = TRUE;
  guint n_begins = 0, n_ends = 0;
  guint from = count_stops_before (words);

  if (n_words > MAX_WORDS)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    {
      gboolean is_gap = strcmp (words[i], TL_WORDS_GAP) == 0 || strcmp (words[i], TL_WORDS_REACH) == 0;
      gboolean begins = strcmp (words[i], TL_WORDS_BEGIN) == 0;
      gboolean ends = strcmp (words[i], TL_WORDS_END) == 0;
      gboolean stops = strcmp (words[i], TL_WORDS_STOP) == 0;

      if ((is_gap && after_gap) || (stops && i > 0 && (after_gap || words[i + 1] != NULL))
          || strcmp (words[i], TL_WORDS_ANY) == 0 || (begins && (i <= from || n_ends > 0))
          || (ends && (i == 0 || strcmp (words[i - 1], TL_WORDS_BEGIN) == 0)))
        return FALSE;
      n_begins += begins;
      n_ends += ends;
      after_gap = is_gap || begins || (stops && i == 0) || (ends && after_gap);
    }
  return !after_gap && n_begins <= 1 && n_ends <= 1;
}

static void
take_pattern (TlWordList         *list,
              char              **words,
              const TlWordAdvice *advice)
{
  const char *first = words[count_stops_before (words)];
  GPtrArray *same_beginning = g_hash_table_lookup (list->patterns, first);
  TlWordPattern *pattern = g_new (TlWordPattern, 1);

  if (same_beginning == NULL)
    {
      same_beginning = g_ptr_array_new_with_free_func (pattern_free);
      char *key = g_strdup (first);

      g_hash_table_insert (list->patterns, key, same_beginning);
      if (key[0] == TL_WORDS_CLASS)
        g_ptr_array_add (list->leading, key);
    }
  pattern->words = words;
  pattern->advice = advice;
  g_ptr_array_add (same_beginning, pattern);
}

/* With @advice %NULL the expressions are exceptions. */
static gboolean
read_expressions (TlWordList         *list,
                  GKeyFile           *file,
                  const char         *name,
                  const char         *section,
                  const TlWordAdvice *advice,
                  GError            **error)
{
  const char *key = advice != NULL ? "expressions" : "exceptions";
  g_auto (GStrv) expressions = g_key_file_get_string_list (file, section, key, NULL, NULL);

  if (advice != NULL && (expressions == NULL || expressions[0] == NULL))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("In %s there are no expressions in [%s]."), name, section);
      return FALSE;
    }
  for (guint i = 0; expressions != NULL && expressions[i] != NULL; i++)
    {
      char **words = _tl_words_split_expression (expressions[i]);

      if (!expression_is_sound (words) || list->group.n_expressions >= MAX_EXPRESSIONS)
        {
          g_strfreev (words);
          g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                       _("In %s, in [%s], “%s” can’t be looked for: an expression has 1 to %d words, begins and ends "
                         "with a word, and a list has at most %d."),
                       name, section, expressions[i], MAX_WORDS, MAX_EXPRESSIONS);
          return FALSE;
        }
      take_pattern (list, words, advice);
      list->group.n_expressions += advice != NULL ? 1 : 0;
    }
  return TRUE;
}

static gboolean
check_keys (GKeyFile    *file,
            const char  *name,
            const char  *section,
            GError     **error)
{
  static const char *const list_keys[] = { "id", "version", "title", "description", NULL };
  static const char *const section_keys[] = { "expressions", "exceptions", "explanation", "question", NULL };
  const char *const *allowed = strcmp (section, "list") == 0 ? list_keys : section_keys;
  g_auto (GStrv) keys = g_key_file_get_keys (file, section, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (keys[i], strcspn (keys[i], "["));

      if (!g_strv_contains (allowed, key))
        {
          g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("In %s there is “%s” in [%s], where it has no meaning."),
                       name, keys[i], section);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_section (TlWordList  *list,
              GKeyFile    *file,
              const char  *name,
              const char  *section,
              GError     **error)
{
  if (!check_keys (file, name, section, error))
    return FALSE;

  TlWordAdvice *advice = g_new0 (TlWordAdvice, 1);

  g_ptr_array_add (list->advice, advice);
  advice->explanation = read_text (file, name, section, "explanation", error);
  if (advice->explanation == NULL)
    return FALSE;
  advice->question = read_text (file, name, section, "question", error);
  if (advice->question == NULL)
    return FALSE;
  return read_expressions (list, file, name, section, advice, error)
         && read_expressions (list, file, name, section, NULL, error);
}

static gboolean
read_list (TlWordList  *list,
           GKeyFile    *file,
           const char  *name,
           GError     **error)
{
  TlWordGroup *group = &list->group;

  if (!check_keys (file, name, "list", error))
    return FALSE;

  group->key = read_text (file, name, "list", "id", error);
  group->title = group->key != NULL ? read_text (file, name, "list", "title", error) : NULL;
  group->description = group->title != NULL ? read_text (file, name, "list", "description", error) : NULL;
  if (group->description == NULL)
    return FALSE;
  if (!g_regex_match_simple ("^[a-z][a-z0-9_]{0,63}$", group->key, G_REGEX_DOLLAR_ENDONLY, 0))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("In %s “%s” is not an id: it begins with a lower-case letter and holds only those, digits and "
                     "underscores."),
                   name, group->key);
      return FALSE;
    }

  g_auto (GStrv) sections = g_key_file_get_groups (file, NULL);

  for (guint i = 0; sections[i] != NULL; i++)
    if (strcmp (sections[i], "list") != 0 && !read_section (list, file, name, sections[i], error))
      return FALSE;
  return TRUE;
}

/* A file of classes: each key is the name of one, in place of one of that name read before. */
static gboolean
read_classes (TlWords     *self,
              GKeyFile    *file,
              const char  *name,
              GError     **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, "classes", NULL, NULL);
  g_autoptr (GHashTable) classes
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) _tl_words_class_free);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) members = g_key_file_get_string_list (file, "classes", keys[i], NULL, NULL);
      TlWordClass *class = _tl_words_class_new ();

      g_hash_table_insert (classes, g_strdup (keys[i]), class);
      for (guint j = 0; members != NULL && members[j] != NULL; j++)
        if (!_tl_words_class_add (class, members[j]))
          {
            g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("In %s, “%s” can’t be a word of the class “%s”."), name,
                         members[j], keys[i]);
            return FALSE;
          }
    }

  GHashTableIter iter;
  void *key, *class;

  g_hash_table_iter_init (&iter, classes);
  while (g_hash_table_iter_next (&iter, &key, &class))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_replace (self->classes, key, class);
    }
  return TRUE;
}

static void
tl_words_finalize (GObject *object)
{
  TlWords *self = TL_WORDS (object);

  g_ptr_array_unref (self->lists);
  g_hash_table_unref (self->classes);

  G_OBJECT_CLASS (tl_words_parent_class)->finalize (object);
}

static void
tl_words_class_init (TlWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_words_finalize;
}

static void
tl_words_init (TlWords *self)
{
  self->lists = g_ptr_array_new_with_free_func (list_free);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) _tl_words_class_free);
}

/**
 * tl_words_new:
 *
 * Returns: (transfer full): no words at all, to add lists to
 */
TlWords *
tl_words_new (void)
{
  return g_object_new (TL_TYPE_WORDS, NULL);
}

/* A class that no file tells of: what names it could never be found. */
static GError *
find_unknown_class (TlWords *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const TlWordList *list = g_ptr_array_index (self->lists, i);
      GHashTableIter iter;
      void *patterns;

      g_hash_table_iter_init (&iter, list->patterns);
      while (g_hash_table_iter_next (&iter, NULL, &patterns))
        for (guint j = 0; j < ((GPtrArray *) patterns)->len; j++)
          {
            const TlWordPattern *pattern = g_ptr_array_index ((GPtrArray *) patterns, j);

            for (char **word = pattern->words; *word != NULL; word++)
              if ((*word)[0] == TL_WORDS_CLASS && !g_hash_table_contains (self->classes, *word + 1))
                return g_error_new (TL_ERROR, TL_ERROR_INVALID,
                                    _("The list “%s” names the class “%s”, which no file of words tells of."),
                                    list->group.key, *word + 1);
          }
    }
  return NULL;
}

/**
 * tl_words_load:
 * @problems: (out) (optional) (transfer full) (element-type GError): why files were left out; empty if none were
 *
 * Loads the lists in words/ of the person's data folder and those that ship. A list of the person's own replaces the
 * one of the same file name.
 *
 * Returns: (transfer full): the words
 */
TlWords *
tl_words_load (GPtrArray **problems)
{
  TlWords *self = tl_words_new ();
  g_auto (GStrv) names = tl_data_list ("words", ".ini");

  if (problems != NULL)
    *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("words/", names[i], ".ini", NULL);
      g_autofree char *name = tl_data_describe (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = tl_data_load (path, &error);

      if ((bytes == NULL || !tl_words_add (self, bytes, name, &error)) && problems != NULL)
        g_ptr_array_add (*problems, g_steal_pointer (&error));
    }
  GError *unknown = find_unknown_class (self);

  if (unknown != NULL && problems != NULL)
    g_ptr_array_add (*problems, unknown);
  else
    g_clear_error (&unknown);
  return self;
}

/**
 * tl_words_add:
 * @bytes: a list of expressions or a file of classes, a key file of at most %TL_WORDS_MAX_BYTES
 * @name: what to call the file in an error message
 *
 * Adds a list from anywhere; it is not trusted. After an error nothing has been added.
 *
 * Returns: whether it was added; if not, @error is %TL_ERROR_INVALID or %TL_ERROR_TOO_LARGE
 */
gboolean
tl_words_add (TlWords     *self,
              GBytes      *bytes,
              const char  *name,
              GError     **error)
{
  g_return_val_if_fail (TL_IS_WORDS (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_bytes_get_size (bytes) > TL_WORDS_MAX_BYTES)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("%s is larger than the %d kB allowed for a list of words."),
                   name, TL_WORDS_MAX_BYTES / 1024);
      return FALSE;
    }

  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &local_error))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s is not a list of words: %s."), name, local_error->message);
      return FALSE;
    }

  if (g_key_file_has_group (file, "classes"))
    return read_classes (self, file, name, error);

  TlWordList *list = list_new ();

  if (!read_list (list, file, name, error))
    {
      list_free (list);
      return FALSE;
    }
  g_ptr_array_add (self->lists, list);
  return TRUE;
}

guint
tl_words_get_n_groups (TlWords *self)
{
  g_return_val_if_fail (TL_IS_WORDS (self), 0);

  return self->lists->len;
}

/**
 * tl_words_get_group:
 * @position: from 0
 *
 * Returns: (transfer none): the group of that list
 */
const TlWordGroup *
tl_words_get_group (TlWords *self,
                    guint    position)
{
  g_return_val_if_fail (TL_IS_WORDS (self), NULL);
  g_return_val_if_fail (position < self->lists->len, NULL);

  return &((TlWordList *) g_ptr_array_index (self->lists, position))->group;
}

void
tl_word_hit_free (TlWordHit *hit)
{
  g_return_if_fail (hit != NULL);

  g_free (hit->text);
  g_free (hit);
}
