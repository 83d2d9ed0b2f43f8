/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From files and folders that a person gives to the files that are meant: what is named is taken as it is, and of a
 * folder the XML files and zips, in the order of their names, so that every run does the same. */
#include "config.h"

#include "model/library/tl-library-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-text.h"

static void
found_file_free (gpointer data)
{
  TlFoundFile *file = data;

  g_free (file->path);
  g_free (file->name);
  g_free (file->place);
  g_free (file->reason);
  g_free (file);
}

static char *
dup_name (const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *clean = tl_text_normalise (shown, -1, NULL);

  return tl_text_one_line (clean, NULL);
}

static void
add (GPtrArray  *files,
     const char *path,
     const char *reason)
{
  TlFoundFile *file = g_new0 (TlFoundFile, 1);
  GStatBuf status;

  file->path = g_canonicalize_filename (path, NULL);
  file->name = dup_name (path);
  file->place = dup_name (file->path);
  file->reason = g_strdup (reason);
  if (g_stat (file->path, &status) == 0)
    {
      file->size = status.st_size;
      file->time = status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status.st_mtim.tv_nsec;
    }
  g_ptr_array_add (files, file);
}

static gboolean
ends_with (const char *path,
           const char *ending)
{
  gsize length = strlen (path), n = strlen (ending);

  return length > n && g_ascii_strcasecmp (path + length - n, ending) == 0;
}

/**
 * tl_library_is_zip:
 * @path: a path
 *
 * Returns: whether the file is to be read as a zip
 */
gboolean
tl_library_is_zip (const char *path)
{
  return ends_with (path, ".zip");
}

static int
compare_names (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_folder (GPtrArray  *files,
            const char *path,
            guint       depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL || depth > TL_LIBRARY_MAX_DEPTH)
    {
      add (files, path, folder == NULL ? _("The folder can’t be read.") : _("The folder lies too deep in folders."));
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      /* A link can lead in a circle, and to what was not given. */
      if (g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        add_folder (files, inner, depth + 1);
      else if (ends_with (inner, ".xml") || tl_library_is_zip (inner))
        add (files, inner, NULL);
    }
}

/**
 * tl_library_find_files:
 * @paths: files and folders, ended by %NULL
 *
 * Returns: (transfer full) (element-type TlFoundFile): the files; one that is not there is among them
 */
GPtrArray *
tl_library_find_files (const char *const *paths)
{
  g_return_val_if_fail (paths != NULL, NULL);

  GPtrArray *files = g_ptr_array_new_with_free_func (found_file_free);

  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
      add (files, paths[i], _("There is no such file."));
    else if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      add_folder (files, paths[i], 0);
    else
      add (files, paths[i], NULL);
  return files;
}
