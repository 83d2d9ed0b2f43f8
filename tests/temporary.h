/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folders for the files of a test program, which go when it ends. */
#pragma once

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* With all that is in it. */
static inline void
remove_tree (const char *path)
{
  g_autoptr (GPtrArray) inner = g_ptr_array_new_with_free_func (g_free);
  GDir *folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (inner, g_build_filename (path, name, NULL));
  g_clear_pointer (&folder, g_dir_close);
  for (guint i = 0; i < inner->len; i++)
    remove_tree (inner->pdata[i]);
  /* A reader's thread may take its own files away meanwhile. */
  g_assert_true (g_remove (path) == 0 || errno == ENOENT);
}

/* Those that go in the end. */
static inline GPtrArray *
get_temporary (void)
{
  static GPtrArray *folders;

  if (folders == NULL)
    folders = g_ptr_array_new_with_free_func (g_free);
  return folders;
}

static inline void
remove_temporary (void)
{
  GPtrArray *folders = get_temporary ();

  for (guint i = 0; i < folders->len; i++)
    remove_tree (folders->pdata[i]);
  g_ptr_array_unref (folders);
}

/* A new empty folder. A process that was forked leaves it to its parent. */
static inline char *
make_temporary (void)
{
  static pid_t owner;
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("throughline-XXXXXX", &error);

  g_assert_no_error (error);
  if (owner == 0)
    {
      owner = getpid ();
      atexit (remove_temporary);
    }
  if (owner == getpid ())
    g_ptr_array_add (get_temporary (), g_strdup (folder));
  return folder;
}

/* For a file of that name in such a folder. */
static inline char *
make_path (const char *name)
{
  g_autofree char *folder = make_temporary ();

  return g_build_filename (folder, name, NULL);
}
