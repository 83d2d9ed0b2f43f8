/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The expressions that a person adds to the guard or switches off: words/own.ini in their data folder, a list like
 * those that ship. A file that can't be read is refused and left as it is. */
#include "config.h"

#include "model/words/tl-own-words.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/words/tl-words.h"

#include <glib/gi18n-lib.h>

#define PATH "words/own.ini"
#define OFF "off"

/**
 * tl_own_word_new:
 * @group: (nullable): %NULL to switch @words off
 * @question: (nullable): %NULL to switch @words off
 *
 * Returns: (transfer full): the expression
 */
TlOwnWord *
tl_own_word_new (const char *words,
                 const char *group,
                 const char *question)
{
  g_return_val_if_fail (words != NULL && (group == NULL) == (question == NULL), NULL);

  TlOwnWord *word = g_new (TlOwnWord, 1);

  *word = (TlOwnWord) { g_strdup (words), g_strdup (group), g_strdup (question) };
  return word;
}

void
tl_own_word_free (TlOwnWord *word)
{
  g_return_if_fail (word != NULL);

  g_free (word->words);
  g_free (word->group);
  g_free (word->question);
  g_free (word);
}

static void
read_section (GKeyFile   *file,
              const char *section,
              GPtrArray  *words)
{
  g_auto (GStrv) expressions = g_key_file_get_string_list (file, section, "expressions", NULL, NULL);
  g_auto (GStrv) off = g_key_file_get_string_list (file, section, "exceptions", NULL, NULL);
  g_autofree char *own_group = g_key_file_get_string (file, section, "group", NULL);
  g_autofree char *group = own_group != NULL ? g_strdup (own_group) : g_key_file_get_string (file, "list", "id", NULL);
  g_autofree char *question = g_key_file_get_string (file, section, "question", NULL);

  for (guint i = 0; expressions != NULL && expressions[i] != NULL; i++)
    g_ptr_array_add (words, tl_own_word_new (expressions[i], group, question));
  for (guint i = 0; off != NULL && off[i] != NULL; i++)
    g_ptr_array_add (words, tl_own_word_new (off[i], NULL, NULL));
}

/**
 * tl_own_words_load:
 *
 * Returns: (transfer full) (element-type TlOwnWord): the person's own expressions in order; empty if there is no file
 *   yet; %NULL if there is one that the guard refuses, @error then tells where and why
 */
GPtrArray *
tl_own_words_load (GError **error)
{
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_own_word_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = tl_data_load (PATH, &local_error);

  if (g_error_matches (local_error, TL_ERROR, TL_ERROR_NOT_FOUND))
    return g_steal_pointer (&words);

  g_autofree char *name = tl_data_describe (PATH);
  g_autoptr (TlWords) trial = tl_words_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (!tl_words_add (trial, bytes, name, error)
      || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, error))
    return NULL;

  g_auto (GStrv) sections = g_key_file_get_groups (file, NULL);

  for (guint i = 0; sections[i] != NULL; i++)
    read_section (file, sections[i], words);
  return g_steal_pointer (&words);
}

static GBytes *
write_words (GPtrArray *words)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GPtrArray) off = g_ptr_array_new ();
  gsize length;

  g_key_file_set_string (file, "list", "id", "own");
  g_key_file_set_string (file, "list", "version", "1.0");
  g_key_file_set_string (file, "list", "title", _("Words of your own"));
  g_key_file_set_string (file, "list", "description", _("What is looked for beside the lists that ship."));
  for (guint i = 0; i < words->len; i++)
    {
      const TlOwnWord *word = g_ptr_array_index (words, i);

      if (word->group == NULL)
        {
          g_ptr_array_add (off, word->words);
          continue;
        }

      const char *const expressions[] = { word->words };
      g_autofree char *section = g_strdup_printf ("%u", i + 1);

      g_key_file_set_string (file, section, "group", word->group);
      g_key_file_set_string_list (file, section, "expressions", expressions, 1);
      g_key_file_set_string (file, section, "explanation", _("One of the expressions that you look out for yourself."));
      g_key_file_set_string (file, section, "question", word->question);
    }
  if (off->len > 0)
    g_key_file_set_string_list (file, OFF, "exceptions", (const char *const *) off->pdata, off->len);

  char *data = g_key_file_to_data (file, &length, NULL);

  return g_bytes_new_take (data, length);
}

/**
 * tl_own_words_save:
 * @words: (element-type TlOwnWord): all of the person's own expressions
 *
 * Writes them, in place of what was there.
 *
 * Returns: whether they were written; if an expression can't be looked for, @error is %TL_ERROR_INVALID and says which
 */
gboolean
tl_own_words_save (GPtrArray  *words,
                   GError    **error)
{
  g_return_val_if_fail (words != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_autoptr (GBytes) bytes = write_words (words);
  g_autoptr (TlWords) trial = tl_words_new ();

  return tl_words_add (trial, bytes, _("your list"), error) && tl_data_save (PATH, bytes, error);
}
