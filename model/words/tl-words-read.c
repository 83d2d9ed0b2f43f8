/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the key files that make up the guard. They come from anywhere and are not trusted. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_EXPRESSIONS 2000
#define MAX_WORDS 12

static void
advice_free (void *data)
{
  TlWordAdvice *advice = data;

  g_free (advice->group);
  g_free (advice->explanation);
  g_free (advice->question);
  g_strfreev (advice->unless_said_of);
  g_free (advice);
}

static void
pattern_free (void *data)
{
  TlWordPattern *pattern = data;

  g_free (pattern->subject);
  g_strfreev (pattern->words);
  g_free (pattern);
}

TlWordList *
_tl_words_list_new (void)
{
  TlWordList *list = g_new0 (TlWordList, 1);

  list->advice = g_ptr_array_new_with_free_func (advice_free);
  list->leading = g_ptr_array_new ();
  list->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return list;
}

void
_tl_words_list_free (TlWordList *list)
{
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

/* Stops apart, an expression begins and ends with a word; two gaps do not follow each other, what is marked is not
 * empty, and a noun is named by its class. */
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
      gboolean is_noun = strcmp (words[i], TL_WORDS_NOUN) == 0;

      if ((is_gap && after_gap) || (stops && i > 0 && (after_gap || words[i + 1] != NULL))
          || strcmp (words[i], TL_WORDS_ANY) == 0 || strcmp (words[i], TL_WORDS_LETTER) == 0
          || strcmp (words[i], TL_WORDS_SUBJECT) == 0
          || (begins && (i <= from || n_ends > 0)) || (ends && (i == 0 || strcmp (words[i - 1], TL_WORDS_BEGIN) == 0))
          || (is_noun && (after_gap || words[i + 1] == NULL || words[i + 1][0] != TL_WORDS_CLASS)))
        return FALSE;
      n_begins += begins;
      n_ends += ends;
      after_gap = is_gap || begins || (stops && i == 0) || (ends && after_gap) || is_noun;
    }
  return !after_gap && n_begins <= 1 && n_ends <= 1;
}

/* The class of which the rest is said: “@worker : forgot”. @words loses it. */
static char *
take_subject (char **words)
{
  if (words[0] == NULL || words[0][0] != TL_WORDS_CLASS || g_strcmp0 (words[1], TL_WORDS_SUBJECT) != 0)
    return NULL;

  char *subject = g_strdup (words[0] + 1);

  g_free (words[0]);
  g_free (words[1]);
  memmove (words, words + 2, (g_strv_length (words + 2) + 1) * sizeof (char *));
  return subject;
}

static void
take_pattern (TlWordList         *list,
              char               *subject,
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
  *pattern = (TlWordPattern) { .subject = subject, .words = words, .advice = advice };
  g_ptr_array_add (same_beginning, pattern);
}

/* Takes one expression, or one for each form of the words it asks all forms of. */
static gboolean
take_expression (TlWordList         *list,
                 const char         *expression,
                 const TlWordAdvice *advice)
{
  const char *mark = strchr (expression, TL_WORDS_FORMS);

  if (mark != NULL && mark > expression && g_ascii_isalpha (mark[-1]))
    {
      const char *word = mark;

      while (word > expression && g_ascii_isalpha (word[-1]))
        word--;

      g_autofree char *before = g_strndup (expression, (gsize) (word - expression));
      g_autofree char *base = g_strndup (word, (gsize) (mark - word));
      g_auto (GStrv) forms = _tl_words_inflect (base);
      gboolean taken = TRUE;

      for (guint i = 0; forms[i] != NULL && taken; i++)
        {
          g_autofree char *one = g_strconcat (before, forms[i], mark + 1, NULL);

          taken = take_expression (list, one, advice);
        }
      return taken;
    }

  char **words = _tl_words_split_expression (expression);
  char *subject = take_subject (words);

  if (!expression_is_sound (words))
    {
      g_free (subject);
      g_strfreev (words);
      return FALSE;
    }
  take_pattern (list, subject, words, advice);
  return TRUE;
}

/* With @advice %NULL the expressions are exceptions. */
static gboolean
read_expressions (TlWordList         *list,
                  GKeyFile           *file,
                  const char         *name,
                  const char         *section,
                  const char         *key,
                  const TlWordAdvice *advice,
                  GError            **error)
{
  g_auto (GStrv) expressions = g_key_file_get_string_list (file, section, key, NULL, NULL);

  if (advice != NULL && (expressions == NULL || expressions[0] == NULL))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("In %s there are no expressions in [%s]."), name, section);
      return FALSE;
    }
  for (guint i = 0; expressions != NULL && expressions[i] != NULL; i++)
    {
      if (list->group.n_expressions >= MAX_EXPRESSIONS || !take_expression (list, expressions[i], advice))
        {
          g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                       _("In %s, in [%s], “%s” can’t be looked for: an expression has 1 to %d words, begins and ends "
                         "with a word, and a list has at most %d."),
                       name, section, expressions[i], MAX_WORDS, MAX_EXPRESSIONS);
          return FALSE;
        }
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
  static const char *const section_keys[] = { "expressions", "exceptions",     "explanation",    "question",
                                              "group",       "unless_negated", "unless_said_of", "unless_explained",
                                              NULL };
  static const char *const spared_keys[] = { "rest", "sentence", "question", NULL };
  const char *const *allowed = strcmp (section, "list") == 0     ? list_keys
                               : strcmp (section, "spared") == 0 ? spared_keys
                                                                 : section_keys;
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

  /* A section that only leaves alone what other lists look for. */
  if (!g_key_file_has_key (file, section, "expressions", NULL)
      && g_key_file_has_key (file, section, "exceptions", NULL))
    return read_expressions (list, file, name, section, "exceptions", NULL, error);

  TlWordAdvice *advice = g_new0 (TlWordAdvice, 1);

  g_ptr_array_add (list->advice, advice);
  advice->explanation = read_text (file, name, section, "explanation", error);
  if (advice->explanation == NULL)
    return FALSE;
  advice->question = read_text (file, name, section, "question", error);
  if (advice->question == NULL)
    return FALSE;
  advice->group = g_key_file_get_string (file, section, "group", NULL);
  advice->unless_said_of = g_key_file_get_string_list (file, section, "unless_said_of", NULL, NULL);
  advice->unless_negated = g_key_file_get_boolean (file, section, "unless_negated", NULL);
  advice->unless_explained = g_key_file_get_boolean (file, section, "unless_explained", NULL);
  return read_expressions (list, file, name, section, "expressions", advice, error)
         && read_expressions (list, file, name, section, "exceptions", NULL, error);
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

static void
note_subject (TlWords    *self,
              const char *name)
{
  g_hash_table_add (self->subjects, g_strdup (name));
}

/* The classes of which something is said, or to which something belongs, vie for the head of a phrase. */
static void
note_subjects (TlWords          *self,
               const TlWordList *list)
{
  GHashTableIter iter;
  void *patterns;

  g_hash_table_iter_init (&iter, list->patterns);
  while (g_hash_table_iter_next (&iter, NULL, &patterns))
    for (guint i = 0; i < ((GPtrArray *) patterns)->len; i++)
      {
        const TlWordPattern *pattern = g_ptr_array_index ((GPtrArray *) patterns, i);

        if (pattern->subject != NULL)
          note_subject (self, pattern->subject);
        for (char **word = pattern->words; *word != NULL; word++)
          if (strcmp (*word, TL_WORDS_NOUN) == 0)
            note_subject (self, word[1] + 1);
      }
  for (guint i = 0; i < list->advice->len; i++)
    {
      const TlWordAdvice *advice = g_ptr_array_index (list->advice, i);

      for (char **name = advice->unless_said_of; name != NULL && *name != NULL; name++)
        note_subject (self, *name);
    }
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
      TlWordClass *class = _tl_words_class_new (keys[i]);

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
  _tl_words_index (self);
  return TRUE;
}

/* What is left alone; it takes the place of what was read before. */
static gboolean
read_spared (TlWords     *self,
             GKeyFile    *file,
             const char  *name,
             GError     **error)
{
  static const char *const keys[TL_WORDS_N_SPARES] = { "rest", "sentence", "question" };
  TlWordList *spares[TL_WORDS_N_SPARES];
  gboolean read = check_keys (file, name, "spared", error);

  for (guint i = 0; i < TL_WORDS_N_SPARES; i++)
    {
      spares[i] = _tl_words_list_new ();
      read = read && read_expressions (spares[i], file, name, "spared", keys[i], NULL, error);
    }
  for (guint i = 0; i < TL_WORDS_N_SPARES; i++)
    if (read)
      {
        _tl_words_list_free (self->spares[i]);
        self->spares[i] = spares[i];
        note_subjects (self, spares[i]);
      }
    else
      _tl_words_list_free (spares[i]);
  return read;
}

/*
 * _tl_words_read:
 *
 * Reads a file of any sort: a list of expressions, classes, or what is to be left alone.
 *
 * Returns: whether it could be read; if not, nothing has been added
 */
gboolean
_tl_words_read (TlWords     *self,
                GBytes      *bytes,
                const char  *name,
                GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, &local_error))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s is not a list of words: %s."), name, local_error->message);
      return FALSE;
    }

  if (g_key_file_has_group (file, "classes"))
    return read_classes (self, file, name, error);
  if (g_key_file_has_group (file, "spared"))
    return read_spared (self, file, name, error);

  TlWordList *list = _tl_words_list_new ();

  if (!read_list (list, file, name, error))
    {
      _tl_words_list_free (list);
      return FALSE;
    }
  g_ptr_array_add (self->lists, list);
  note_subjects (self, list);
  return TRUE;
}
