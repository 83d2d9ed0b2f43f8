/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The method pack and the typologies that a file names with their versions, and what its keys mean by them. */
#include "config.h"

#include "model/exchange/tl-pins.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"

/**
 * tl_pins_new:
 *
 * Returns: (transfer full): pins of nothing
 */
TlPins *
tl_pins_new (void)
{
  TlPins *self = g_new0 (TlPins, 1);

  self->typologies = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * tl_pins_clear:
 * @self: pins
 *
 * Forgets what is pinned.
 */
void
tl_pins_clear (TlPins *self)
{
  g_return_if_fail (self != NULL);

  if (self->method != NULL)
    {
      g_set_object (&self->former, self->method);
      g_clear_object (&self->method);
    }
  g_ptr_array_set_size (self->typologies, 0);
}

/**
 * tl_pins_is_same:
 * @self: pins
 * @other: pins
 *
 * Returns: whether both pin the same: then keys mean the same by them
 */
gboolean
tl_pins_is_same (const TlPins *self,
                 const TlPins *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->method != other->method || self->typologies->len != other->typologies->len)
    return FALSE;
  for (guint i = 0; i < self->typologies->len; i++)
    if (self->typologies->pdata[i] != other->typologies->pdata[i])
      return FALSE;
  return TRUE;
}

/**
 * tl_pins_assign:
 * @self: pins
 * @other: pins
 *
 * Pins the same as @other does, and nothing else.
 */
void
tl_pins_assign (TlPins       *self,
                const TlPins *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  g_set_object (&self->method, other->method);
  g_ptr_array_set_size (self->typologies, 0);
  for (guint i = 0; i < other->typologies->len; i++)
    g_ptr_array_add (self->typologies, g_object_ref (other->typologies->pdata[i]));
}

/**
 * tl_pins_free:
 * @self: (transfer full): pins
 */
void
tl_pins_free (TlPins *self)
{
  tl_pins_clear (self);
  g_clear_object (&self->former);
  g_ptr_array_unref (self->typologies);
  g_free (self);
}

/**
 * tl_pins_set_method:
 * @self: pins
 * @id: a method's id
 * @version: (nullable): the version it must have, or %NULL for the one at hand
 * @error: return location
 *
 * Returns: %FALSE with %TL_ERROR_NOT_FOUND or %TL_ERROR_INVALID if that version of the method is not at hand
 */
gboolean
tl_pins_set_method (TlPins      *self,
                    const char  *id,
                    const char  *version,
                    GError     **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  g_autoptr (TlMethod) method = self->former != NULL && strcmp (tl_method_get_id (self->former), id) == 0
                                  ? g_object_ref (self->former) : tl_method_lookup (id, error);

  if (method == NULL)
    return FALSE;
  if (version != NULL && strcmp (version, tl_method_get_version (method)) != 0)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("The file uses version %s of the method “%s”; here is version %s."), version, id,
                   tl_method_get_version (method));
      return FALSE;
    }
  g_set_object (&self->method, method);
  return TRUE;
}

static int
compare_typologies (const void *a,
                    const void *b)
{
  return strcmp (tl_typology_get_id (*(TlTypology *const *) a), tl_typology_get_id (*(TlTypology *const *) b));
}

/**
 * tl_pins_add_typology:
 * @self: pins
 * @id: a typology's id
 * @version: (nullable): the version it must have, or %NULL for the one at hand
 * @error: return location
 *
 * Adds a typology unless it is pinned already.
 *
 * Returns: %FALSE with %TL_ERROR_NOT_FOUND or %TL_ERROR_INVALID if that version of the typology is not at hand
 */
gboolean
tl_pins_add_typology (TlPins      *self,
                      const char  *id,
                      const char  *version,
                      GError     **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  if (tl_pins_find_typology (self, id, strlen (id)) != NULL)
    return TRUE;

  TlTypology *typology = tl_typology_lookup (id, error);

  if (typology == NULL)
    return FALSE;
  if (version != NULL && strcmp (version, tl_typology_get_version (typology)) != 0)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("The file uses version %s of the typology “%s”; here is version %s."), version, id,
                   tl_typology_get_version (typology));
      return FALSE;
    }
  g_ptr_array_add (self->typologies, g_object_ref (typology));
  g_ptr_array_sort (self->typologies, compare_typologies);
  return TRUE;
}

/**
 * tl_pins_find_typology:
 * @self: pins
 * @scheme: a text that begins with the id of a typology
 * @length: the bytes of the id
 *
 * Returns: (transfer none) (nullable): the typology, if it is pinned
 */
TlTypology *
tl_pins_find_typology (TlPins     *self,
                       const char *scheme,
                       gsize       length)
{
  g_return_val_if_fail (self != NULL && scheme != NULL, NULL);

  for (guint i = 0; i < self->typologies->len; i++)
    {
      TlTypology *typology = g_ptr_array_index (self->typologies, i);
      const char *id = tl_typology_get_id (typology);

      if (strncmp (id, scheme, length) == 0 && id[length] == '\0')
        return typology;
    }
  return NULL;
}

/**
 * tl_pins_knows_code:
 * @self: pins
 * @code: "SCHEME:NOTATION"
 *
 * Returns: whether the scheme is pinned and has the code
 */
gboolean
tl_pins_knows_code (TlPins     *self,
                    const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  const char *colon = strchr (code, ':');
  TlTypology *typology = colon != NULL ? tl_pins_find_typology (self, code, (gsize) (colon - code)) : NULL;

  return typology != NULL && tl_typology_find_code (typology, colon + 1) != NULL;
}

/**
 * tl_pins_check_key:
 * @self: pins
 * @vocabulary: where the key is defined
 * @key: a key
 * @error: return location
 *
 * Keys of a terminology profile are not looked up: a profile that is missing here costs words, not meaning. Nor are
 * keys of a method when none is pinned.
 *
 * Returns: %FALSE with %TL_ERROR_INVALID if @key means nothing by these pins
 */
gboolean
tl_pins_check_key (TlPins        *self,
                   TlVocabulary   vocabulary,
                   const char    *key,
                   GError       **error)
{
  g_return_val_if_fail (self != NULL && key != NULL, FALSE);

  switch (vocabulary)
    {
    case TL_VOCABULARY_LEVEL:
    case TL_VOCABULARY_FACTOR_KIND:
    case TL_VOCABULARY_CATEGORY:
    case TL_VOCABULARY_LINK_KIND:
    case TL_VOCABULARY_PATTERN_CATEGORY:
      if (self->method == NULL || tl_method_find_entry (self->method, vocabulary, key) != NULL)
        return TRUE;
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("The method “%s” has no “%.60s”."),
                   tl_method_get_id (self->method), key);
      return FALSE;

    case TL_VOCABULARY_CODE:
      if (tl_pins_knows_code (self, key))
        return TRUE;

      const char *colon = strchr (key, ':');
      if (colon == NULL || tl_pins_find_typology (self, key, (gsize) (colon - key)) == NULL)
        g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                     _("“%.60s” is not a code of a typology that the file names at its beginning."), key);
      else
        g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("The typology “%.*s” has no code “%.60s”."),
                     (int) (colon - key), key, colon + 1);
      return FALSE;

    case TL_VOCABULARY_METHOD:
    case TL_VOCABULARY_PROFILE:
    case TL_VOCABULARY_NONE:
    default:
      return TRUE;
    }
}
