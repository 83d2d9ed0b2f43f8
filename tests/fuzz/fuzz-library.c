/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes given to a library as a record file, in a file and in a zip's place: taken in or put aside with a reason,
 * and the library stays sound. */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "model/library/tl-library-tables.h"

/* A library is begun anew after so many inputs, for it grows. */
#define INPUTS_PER_LIBRARY 500

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static char *folder;
static TlLibrary *library;

static void
remove_library (void)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;

  g_clear_object (&library);
  while ((name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
clean_up (void)
{
  remove_library ();
  g_rmdir (folder);
}

static void
begin_library (void)
{
  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("throughline-fuzz-XXXXXX", NULL);
      g_assert_nonnull (folder);
      atexit (clean_up);
    }
  remove_library ();

  g_autofree char *path = g_build_filename (folder, "fuzz.tllibrary", NULL);

  library = tl_library_create (path, NULL);
  g_assert_nonnull (library);
}

static void
assert_sound (void)
{
  TlConnection *connection = tl_library_get_connection (library);
  gint64 n;

  g_assert_true (tl_connection_get_number (connection, "SELECT count(*) FROM pragma_quick_check(1) "
                                           "WHERE quick_check = 'ok'", &n, NULL));
  g_assert_cmpint (n, ==, 1);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static guint n_inputs;

  if (n_inputs++ % INPUTS_PER_LIBRARY == 0)
    begin_library ();

  /* The first byte says which kind of file it is to be taken for. */
  g_autofree char *path = g_build_filename (folder, size > 0 && data[0] == 'P' ? "input.zip" : "input.xml", NULL);
  const char *paths[] = { path, NULL };
  g_autoptr (TlLibraryReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
  tl_library_add (library, paths, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->quarantined->len; i++)
    g_assert_true (g_utf8_validate (((TlQuarantined *) report->quarantined->pdata[i])->reason, -1, NULL));
  if (n_inputs % INPUTS_PER_LIBRARY == 0)
    assert_sound ();
  return 0;
}
