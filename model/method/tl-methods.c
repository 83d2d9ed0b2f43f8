/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds method packs by id among those that ship and the person's own. What was read is kept for as long as the file
 * stays as it is, so that asking again is cheap and gives the same object. May be called from any thread. */
#include "config.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/method/tl-method.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  GBytes *bytes;
  TlMethod *method;
} Kept;

static GMutex kept_lock;
static GHashTable *kept_methods; /* id → Kept, under the lock */

static void
kept_free (void *data)
{
  Kept *kept = data;

  g_bytes_unref (kept->bytes);
  g_object_unref (kept->method);
  g_free (kept);
}

static TlMethod *
find_kept (const char *id,
           GBytes     *bytes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept_lock);
  Kept *kept = kept_methods != NULL ? g_hash_table_lookup (kept_methods, id) : NULL;

  return kept != NULL && g_bytes_equal (kept->bytes, bytes) ? g_object_ref (kept->method) : NULL;
}

static void
keep (const char *id,
      GBytes     *bytes,
      TlMethod   *method)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&kept_lock);
  Kept *kept = g_new (Kept, 1);

  kept->bytes = g_bytes_ref (bytes);
  kept->method = g_object_ref (method);
  if (kept_methods == NULL)
    kept_methods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  g_hash_table_replace (kept_methods, g_strdup (id), kept);
}

/**
 * tl_method_lookup:
 * @id: a method's id, such as "learning-together"
 *
 * Finds the method pack in methods/ of the person's data folder or among those that ship.
 *
 * Returns: (transfer full): the pack, or %NULL with %TL_ERROR_NOT_FOUND, or why the file can't be used
 */
TlMethod *
tl_method_lookup (const char  *id,
                  GError     **error)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autofree char *path = g_strconcat ("methods/", id, ".xml", NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = tl_data_load (path, &local_error);

  if (g_error_matches (local_error, TL_ERROR, TL_ERROR_NOT_FOUND))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no method “%s”."), id);
      return NULL;
    }
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  TlMethod *kept = find_kept (id, bytes);

  if (kept != NULL)
    return kept;

  g_autofree char *name = tl_data_describe (path);
  g_autoptr (TlMethod) method = tl_method_new_from_bytes (bytes, name, error);

  if (method == NULL)
    return NULL;
  if (strcmp (tl_method_get_id (method), id) != 0)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("%s holds the method “%s”; a method’s file is named after its id."), name,
                   tl_method_get_id (method));
      return NULL;
    }
  keep (id, bytes, method);
  return g_steal_pointer (&method);
}

/**
 * tl_methods_list:
 * @problems: (out) (optional) (transfer full) (element-type GError): why files were left out; empty if none were
 *
 * Returns: (transfer full) (element-type TlMethod): every method pack there is, by id
 */
GPtrArray *
tl_methods_list (GPtrArray **problems)
{
  g_auto (GStrv) ids = tl_data_list ("methods", ".xml");
  GPtrArray *methods = g_ptr_array_new_with_free_func (g_object_unref);

  if (problems != NULL)
    *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      TlMethod *method = tl_method_lookup (ids[i], &error);

      if (method != NULL)
        g_ptr_array_add (methods, method);
      else if (problems != NULL)
        g_ptr_array_add (*problems, g_steal_pointer (&error));
    }
  return methods;
}
