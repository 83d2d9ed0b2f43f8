/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From files and folders that a person gives to the files that are meant: what is named is taken as it is, and of a
 * folder the XML files and zips, in the order of their names, so that every run does the same. */
#include "config.h"

#include "model/library/tl-library-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "model/base/tl-text.h"

/* A path is that of its folder and a name; one that was given itself has no folder. */
typedef struct {
  guint       folder; /* index into folders + 1, or 0 */
  guint       name;   /* where it begins in names */
  const char *reason; /* (nullable): why it can't be taken */
} Entry;

struct _TlFileList
{
  GPtrArray *folders; /* of char* */
  GString   *names;   /* one after the other, each with its zero */
  GArray    *entries; /* of Entry */
};

static TlFileList *
file_list_new (void)
{
  TlFileList *self = g_new0 (TlFileList, 1);

  self->folders = g_ptr_array_new_with_free_func (g_free);
  self->names = g_string_new (NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

/**
 * tl_file_list_free:
 * @self: (transfer full): a list
 */
void
tl_file_list_free (TlFileList *self)
{
  g_ptr_array_unref (self->folders);
  g_string_free (self->names, TRUE);
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * tl_file_list_get_n:
 * @self: a list
 *
 * Returns: how many files are in it
 */
guint
tl_file_list_get_n (const TlFileList *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->entries->len;
}

static char *
dup_name (const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *clean = tl_text_normalise (shown, -1, NULL);

  return tl_text_one_line (clean, NULL);
}

/**
 * tl_file_list_get:
 * @self: a list
 * @i: less than tl_file_list_get_n()
 *
 * Looks at a file. From several threads at once.
 *
 * Returns: (transfer full): the file
 */
TlFoundFile *
tl_file_list_get (const TlFileList *self,
                  guint             i)
{
  g_return_val_if_fail (self != NULL && i < self->entries->len, NULL);

  const Entry *entry = &g_array_index (self->entries, Entry, i);
  const char *name = self->names->str + entry->name;
  g_autofree char *path = entry->folder == 0 ? g_strdup (name)
                                             : g_build_filename (self->folders->pdata[entry->folder - 1], name, NULL);
  TlFoundFile *file = g_atomic_rc_box_new0 (TlFoundFile);
  GStatBuf status;

  file->path = g_canonicalize_filename (path, NULL);
  file->name = dup_name (path);
  file->place = dup_name (file->path);
  file->reason = g_strdup (entry->reason);
  if (g_stat (file->path, &status) == 0)
    {
      file->size = status.st_size;
      file->time = status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status.st_mtim.tv_nsec;
    }
  return file;
}

/**
 * tl_file_list_filter:
 * @self: a list
 * @func: says which files are to stay
 * @data: for @func
 */
void
tl_file_list_filter (TlFileList     *self,
                     TlFileListFunc  func,
                     gpointer        data)
{
  g_return_if_fail (self != NULL && func != NULL);

  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr (TlFoundFile) file = tl_file_list_get (self, i);

      if (func (file, data))
        g_array_index (self->entries, Entry, n++) = g_array_index (self->entries, Entry, i);
    }
  g_array_set_size (self->entries, n);
}

/**
 * tl_found_file_ref:
 * @file: a file
 *
 * Returns: (transfer full): @file
 */
TlFoundFile *
tl_found_file_ref (TlFoundFile *file)
{
  return g_atomic_rc_box_acquire (file);
}

static void
found_file_clear (gpointer data)
{
  TlFoundFile *file = data;

  g_free (file->path);
  g_free (file->name);
  g_free (file->place);
  g_free (file->reason);
}

/**
 * tl_found_file_unref:
 * @file: (transfer full): a file
 */
void
tl_found_file_unref (TlFoundFile *file)
{
  g_atomic_rc_box_release_full (file, found_file_clear);
}

/* Finding */

/* @reason is there for good. */
static void
add (TlFileList *self,
     guint       folder,
     const char *name,
     const char *reason)
{
  const Entry entry = { folder, (guint) self->names->len, reason };

  g_string_append_len (self->names, name, (gssize) strlen (name) + 1);
  g_array_append_val (self->entries, entry);
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
add_folder (TlFileList *self,
            const char *path,
            guint       depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL || depth > TL_LIBRARY_MAX_DEPTH)
    {
      add (self, 0, path, folder == NULL ? _("The folder can’t be read.") : _("The folder lies too deep in folders."));
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (self->folders, g_strdup (path));

  guint number = self->folders->len;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      GStatBuf status;

      /* A link can lead in a circle, and to what was not given. */
      if (g_lstat (inner, &status) != 0 || S_ISLNK (status.st_mode))
        continue;
      if (S_ISDIR (status.st_mode))
        add_folder (self, inner, depth + 1);
      else if (ends_with (inner, ".xml") || tl_library_is_zip (inner))
        add (self, number, g_ptr_array_index (names, i), NULL);
    }
}

/**
 * tl_library_find_files:
 * @paths: files and folders, ended by %NULL
 *
 * Returns: (transfer full): the files; one that is not there is among them
 */
TlFileList *
tl_library_find_files (const char *const *paths)
{
  g_return_val_if_fail (paths != NULL, NULL);

  TlFileList *files = file_list_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
      add (files, 0, paths[i], _("There is no such file."));
    else if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      add_folder (files, paths[i], 0);
    else
      add (files, 0, paths[i], NULL);
  return files;
}
