/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The typologies at hand: those that ship and those in the person's own data folder. Each is read when it is first
 * asked for and kept until the program ends. May be called from any thread. */
#include "config.h"

#include "model/typology/tl-typology.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "typologies"
#define SUFFIX ".rdf"

static GMutex lock;
static GHashTable *known; /* id to TlTypology; under the lock */

static TlTypology *
load (const char *id,
      GError    **error)
{
  g_autofree char *path = g_strconcat (FOLDER "/", id, SUFFIX, NULL);
  g_autofree char *name = tl_data_describe (path);
  g_autoptr (GBytes) bytes = tl_data_load (path, error);

  if (bytes == NULL)
    return NULL;

  g_autoptr (TlTypology) typology = tl_typology_new_from_bytes (bytes, name, error);

  if (typology != NULL && strcmp (tl_typology_get_id (typology), id) != 0)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("“%s” holds the typology “%s”. Name the file “%s%s”."), name, tl_typology_get_id (typology),
                   tl_typology_get_id (typology), SUFFIX);
      return NULL;
    }
  return g_steal_pointer (&typology);
}

/**
 * tl_typology_lookup:
 * @id: such as "national-1"
 *
 * Finds a typology by its id. A file of the person's own goes before one that ships.
 *
 * Returns: (transfer none): the typology, which lives as long as the program, or %NULL: %TL_ERROR_NOT_FOUND if there
 *   is none, or as tl_typology_new_from_bytes()
 */
TlTypology *
tl_typology_lookup (const char  *id,
                    GError     **error)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  TlTypology *typology = g_hash_table_lookup (known, id);

  if (typology == NULL)
    {
      typology = load (id, error);
      if (typology != NULL)
        g_hash_table_insert (known, g_strdup (id), typology);
    }
  return typology;
}

/**
 * tl_typologies_list:
 * @problems: (out) (optional) (element-type GError) (transfer container): why files were left out; empty if none was
 *
 * Returns: (transfer container) (element-type TlTypology): the typologies that can be read, sorted by id
 */
GPtrArray *
tl_typologies_list (GPtrArray **problems)
{
  g_auto (GStrv) ids = tl_data_list (FOLDER, SUFFIX);
  GPtrArray *typologies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GError *error = NULL;
      TlTypology *typology = tl_typology_lookup (ids[i], &error);

      if (typology != NULL)
        g_ptr_array_add (typologies, g_object_ref (typology));
      else
        g_ptr_array_add (errors, error);
    }

  if (problems != NULL)
    *problems = g_steal_pointer (&errors);
  return typologies;
}

/**
 * tl_typologies_find_code:
 * @qualified: such as "national-1:TO.1"
 *
 * Returns: (transfer none) (nullable): the code, which lives as long as the program; %NULL if there is no such code
 *   or no such typology at hand
 */
TlCode *
tl_typologies_find_code (const char *qualified)
{
  g_return_val_if_fail (qualified != NULL, NULL);

  const char *colon = strrchr (qualified, ':');

  if (colon == NULL || colon == qualified)
    return NULL;

  g_autofree char *id = g_strndup (qualified, colon - qualified);
  TlTypology *typology = tl_typology_lookup (id, NULL);

  return typology != NULL ? tl_typology_find_code (typology, colon + 1) : NULL;
}
