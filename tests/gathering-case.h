/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library to gather into, and what tests of gathering do most. */
#pragma once

#include <string.h>

#include "model/library/tl-quarantine.h"
#include "model/library/tl-receipt.h"
#include "tests/library-case.h"

#define N_RECORDS 12

static inline void
set_up (LibraryCase   *fixture,
        gconstpointer  data)
{
  TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 7 };

  library_case_set_up (fixture, &options);
}

static inline void
tear_down (LibraryCase   *fixture,
           gconstpointer  data)
{
  library_case_tear_down (fixture);
}

static inline char *
write_file (LibraryCase *fixture,
            const char  *name,
            const char  *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static inline char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The text of a generated record with another revision. */
static inline char *
revise (LibraryCase *fixture,
        guint        i,
        const char  *revision)
{
  g_autofree char *path = library_case_dup_file (fixture, i);
  g_autofree char *text = read_file (path);
  g_auto (GStrv) parts = g_strsplit (text, "revision=\"1\"", 2);

  return g_strjoin (revision, parts[0], parts[1], NULL);
}

static inline TlLibraryReport *
add (LibraryCase *fixture,
     const char  *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  TlLibraryReport *report = NULL;

  tl_library_add (fixture->library, paths, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  return report;
}

static inline TlLibraryReport *
gather (LibraryCase *fixture)
{
  g_autoptr (GError) error = NULL;
  TlLibraryReport *report = NULL;

  tl_library_gather (fixture->library, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  return report;
}

static inline TlReceipt *
get_receipt (LibraryCase *fixture,
             gint64       number)
{
  g_autoptr (GError) error = NULL;
  TlReceipt *receipt = tl_library_get_receipt (fixture->library, number, &error);

  g_assert_no_error (error);
  return receipt;
}

static inline guint
count_quarantined (LibraryCase *fixture)
{
  g_autoptr (GPtrArray) list = tl_library_list_quarantined (fixture->library, NULL);

  return list->len;
}

static inline guint
count_records (LibraryCase *fixture)
{
  g_autoptr (GListModel) list = tl_library_list (fixture->library, TRUE, NULL);

  return g_list_model_get_n_items (list);
}

/* The pseudonym of the review in the i-th generated file. */
static inline char *
dup_review (LibraryCase *fixture,
            guint        i)
{
  g_autofree char *path = library_case_dup_file (fixture, i);
  g_autofree char *text = read_file (path);
  g_auto (GStrv) around = g_strsplit (text, "<review ", 2);
  g_auto (GStrv) id = g_strsplit (around[1], "id=\"", 2);

  return g_strndup (id[1], 36);
}
