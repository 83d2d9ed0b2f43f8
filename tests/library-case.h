/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library of generated records, in a folder of its own that goes with it. */
#pragma once

#include "model/library/tl-library-generate.h"
#include "model/library/tl-library.h"
#include "tests/temporary.h"

typedef struct {
  char      *folder;  /* all of this is below it */
  char      *records; /* the folder of the generated files: "generated-00001.xml" and so on */
  char      *path;    /* of the library */
  TlLibrary *library;
} LibraryCase;

/* Takes in what the folder of records holds now. */
static inline void
library_case_gather (LibraryCase *self)
{
  const char *paths[] = { self->records, NULL };
  g_autoptr (GError) error = NULL;

  tl_library_add (self->library, paths, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* With the files, and nothing taken in yet. */
static inline void
library_case_set_up_empty (LibraryCase             *self,
                           const TlGenerateOptions *options)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("throughline-library-XXXXXX", &error);
  g_assert_no_error (error);
  self->records = g_build_filename (self->folder, "records", NULL);
  self->path = g_build_filename (self->folder, "national.tllibrary", NULL);
  tl_library_generate (self->records, options, NULL, &error);
  g_assert_no_error (error);
  self->library = tl_library_create (self->path, &error);
  g_assert_no_error (error);
}

static inline void
library_case_set_up (LibraryCase             *self,
                     const TlGenerateOptions *options)
{
  library_case_set_up_empty (self, options);
  library_case_gather (self);
}

/* The file of the @i-th record, from 0. */
static inline char *
library_case_dup_file (LibraryCase *self,
                       guint        i)
{
  return g_strdup_printf ("%s/generated-%05u.xml", self->records, i + 1);
}

static inline void
library_case_tear_down (LibraryCase *self)
{
  g_clear_object (&self->library);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->records);
  g_free (self->path);
}
