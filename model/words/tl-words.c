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

G_DEFINE_FINAL_TYPE (TlWords, tl_words, G_TYPE_OBJECT)

static void
tl_words_finalize (GObject *object)
{
  TlWords *self = TL_WORDS (object);

  g_ptr_array_unref (self->lists);
  g_hash_table_unref (self->classes);
  g_hash_table_unref (self->subjects);
  g_hash_table_unref (self->beginnings);
  g_ptr_array_unref (self->ended);
  for (guint i = 0; i < TL_WORDS_N_SPARES; i++)
    _tl_words_list_free (self->spares[i]);

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
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) _tl_words_list_free);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) _tl_words_class_free);
  self->subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->beginnings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->ended = g_ptr_array_new ();
  for (guint i = 0; i < TL_WORDS_N_SPARES; i++)
    self->spares[i] = _tl_words_list_new ();
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

/* @name may end as the name of an owner does. */
static gboolean
has_class (TlWords    *self,
           const char *name)
{
  g_autofree char *owners = g_str_has_suffix (name, TL_WORDS_OWNER)
                                ? g_strndup (name, strlen (name) - strlen (TL_WORDS_OWNER))
                                : g_strdup (name);

  return g_hash_table_contains (self->classes, owners);
}

static GError *
unknown_class_new (const TlWordList *list,
                   const char       *name)
{
  return g_error_new (TL_ERROR, TL_ERROR_INVALID,
                      _("The list “%s” names the class “%s”, which no file of words tells of."), list->group.key, name);
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

            if (pattern->subject != NULL && !g_hash_table_contains (self->classes, pattern->subject))
              return unknown_class_new (list, pattern->subject);
            for (char **word = pattern->words; *word != NULL; word++)
              if ((*word)[0] == TL_WORDS_CLASS && !has_class (self, *word + 1))
                return unknown_class_new (list, *word + 1);
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

  return _tl_words_read (self, bytes, name, error);
}

static void
set_named (TlWords           *self,
           const char        *class_name,
           const char *const *names)
{
  TlWordClass *class = g_hash_table_lookup (self->classes, class_name);

  if (class != NULL)
    _tl_words_class_set_named (class, names);
}

/**
 * tl_words_set_people:
 * @workers: what a review calls those at work in it, and their services
 * @family: what it calls the family and those around it
 *
 * Has the people of a review known as what they are, in place of those of another one given before. “Ms K” and “the
 * Hub” can then be the subject of blame as a social worker can.
 */
void
tl_words_set_people (TlWords           *self,
                     const char *const *workers,
                     const char *const *family)
{
  g_return_if_fail (TL_IS_WORDS (self) && workers != NULL && family != NULL);

  set_named (self, "worker", workers);
  set_named (self, "family", family);
  _tl_words_index (self);
}

/**
 * tl_words_is_family:
 * @name: what somebody is called
 *
 * Returns: whether it says by itself that they are of the family or stand near it: “Maternal grandmother”
 */
gboolean
tl_words_is_family (TlWords    *self,
                    const char *name)
{
  g_return_val_if_fail (TL_IS_WORDS (self) && name != NULL, FALSE);

  TlWordClass *family = g_hash_table_lookup (self->classes, "family");

  return family != NULL && _tl_words_class_has_head (family, name);
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
