/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes as data: the files compiled into the program, and beside them those that a person keeps in
 * throughline/ in their data folder (usually ~/.local/share). A file of their own goes before a built-in one of the
 * same name. Holds no state; may be called from any thread. */
#include "config.h"

#include "model/base/tl-data.h"

#include "data/tl-data-resources.h"
#include "model/base/tl-error.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define RESOURCE_PREFIX "/io/github/throughline/data/"

static char *
user_file_name (const char *path)
{
  return g_build_filename (g_get_user_data_dir (), "throughline", path, NULL);
}

/* Names come from files and command lines: they may not lead out of the data folder. */
static gboolean
path_is_plain (const char *path)
{
  if (path[0] == '\0' || path[0] == '/' || strchr (path, '\\') != NULL)
    return FALSE;

  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] == '\0' || parts[i][0] == '.')
      return FALSE;
  return TRUE;
}

/* %NULL without an error when there is no such file. */
static GBytes *
load_user_file (const char  *path,
                GError     **error)
{
  g_autofree char *file_name = user_file_name (path);
  GStatBuf status;

  if (g_stat (file_name, &status) != 0)
    return NULL;
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is not a file."), file_name);
      return NULL;
    }
  if (status.st_size > TL_DATA_MAX_BYTES)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("“%s” is larger than the %d MB allowed for a data file."),
                   file_name, TL_DATA_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  g_autoptr (GError) local_error = NULL;
  char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (file_name, &contents, &length, &local_error))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("“%s” can’t be read: %s."), file_name, local_error->message);
      return NULL;
    }
  return g_bytes_new_take (contents, length);
}

/**
 * tl_data_load:
 * @path: folder and file name, such as "methods/accimap.xml"
 *
 * Loads a data file: the person's own if there is one, else the one that ships with the program.
 *
 * Returns: (transfer full): the contents, or %NULL with %TL_ERROR_NOT_FOUND if there is no such file,
 *   %TL_ERROR_TOO_LARGE over %TL_DATA_MAX_BYTES, %TL_ERROR_NOT_OURS or %TL_ERROR_FAILED if it can't be read
 */
GBytes *
tl_data_load (const char  *path,
              GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (path_is_plain (path))
    {
      g_autoptr (GError) local_error = NULL;
      GBytes *bytes = load_user_file (path, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (bytes != NULL)
        return bytes;

      g_autofree char *resource_path = g_strconcat (RESOURCE_PREFIX, path, NULL);

      bytes = g_resource_lookup_data (tl_data_get_resource (), resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      if (bytes != NULL)
        return bytes;
    }

  g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no data file “%s”."), path);
  return NULL;
}

/**
 * tl_data_save:
 * @path: folder and file name, such as "words/own.ini"
 * @bytes: what it is to hold
 *
 * Writes a data file of the person's own, whole or not at all; it then goes before a built-in one of the same name.
 *
 * Returns: whether it was written; if not, @error is %TL_ERROR_FAILED
 */
gboolean
tl_data_save (const char  *path,
              GBytes      *bytes,
              GError     **error)
{
  g_return_val_if_fail (path != NULL && path_is_plain (path), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_autofree char *file_name = user_file_name (path);
  g_autofree char *folder = g_path_get_dirname (file_name);
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_set_contents (file_name, data, (gssize) size, &local_error))
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("“%s” can’t be written: %s."), file_name,
               local_error != NULL ? local_error->message : g_strerror (errno));
  return FALSE;
}

static void
add_name (GHashTable *names,
          const char *file_name,
          const char *suffix)
{
  if (file_name[0] != '.' && g_str_has_suffix (file_name, suffix) && strlen (file_name) > strlen (suffix))
    g_hash_table_add (names, g_strndup (file_name, strlen (file_name) - strlen (suffix)));
}

static int
compare_names (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tl_data_list:
 * @folder: such as "methods"
 * @suffix: such as ".xml"
 *
 * Lists the data files in a folder, the built-in ones and the person's own together.
 *
 * Returns: (transfer full): their names without folder and suffix, each once, sorted, ended by %NULL
 */
char **
tl_data_list (const char *folder,
              const char *suffix)
{
  g_return_val_if_fail (folder != NULL && path_is_plain (folder), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *resource_path = g_strconcat (RESOURCE_PREFIX, folder, NULL);
  g_auto (GStrv) children
      = g_resource_enumerate_children (tl_data_get_resource (), resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    add_name (names, children[i], suffix);

  g_autofree char *user_folder = user_file_name (folder);
  g_autoptr (GDir) dir = g_dir_open (user_folder, 0, NULL);
  const char *file_name;

  while (dir != NULL && (file_name = g_dir_read_name (dir)) != NULL)
    if (g_utf8_validate (file_name, -1, NULL))
      add_name (names, file_name, suffix);

  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  void *name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (sorted, name);
    }
  g_ptr_array_sort (sorted, compare_names);
  g_ptr_array_add (sorted, NULL);
  return (char **) g_ptr_array_steal (sorted, NULL);
}

/**
 * tl_data_describe:
 * @path: as for tl_data_load()
 *
 * Returns: (transfer full): where tl_data_load() finds @path, for a message: the person's own file with its whole
 *   name, or just the name of a built-in one
 */
char *
tl_data_describe (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (path_is_plain (path))
    {
      g_autofree char *file_name = user_file_name (path);

      if (g_file_test (file_name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&file_name);
    }
  return g_strdup (path);
}
