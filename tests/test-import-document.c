/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents as sources of a review: one edit, nothing twice, and one that is refused keeps no other out. */
#include "config.h"

#include "model/exchange/tl-import-document.h"

#include <string.h>

#include "model/base/tl-text.h"
#include "model/case/tl-source.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"

static guint
count_sources (TlReview *review)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_list (review, "source")));
}

static guint
count_changes (TlReview *review)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (review)));
}

static char *
write_file (const char *folder,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static GPtrArray *
import (TlReview          *review,
        const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = tl_import_read_documents (paths, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (tl_import_add_documents (review, files, &error));
  g_assert_no_error (error);
  return files;
}

static void
documents_become_sources_in_one_edit (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = write_file (folder, "notes.txt", "Page one\fPage two");
  g_autofree char *page = write_file (folder, "page.html", "<html><title>A page</title><meta name=date "
                                                           "content=2010-05-17><p>Text");
  g_autofree char *bad = write_file (folder, "old.rtf", "{\\rtf1}");
  g_autofree char *twin = write_file (folder, "twin.txt", "Page one\fPage two");
  const char *const paths[] = { text, page, bad, twin, NULL };
  guint n_changes = count_changes (review);
  g_autoptr (GPtrArray) files = import (review, paths);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tl_imported_files_count (files), ==, 2);
  g_assert_cmpuint (count_sources (review), ==, 2);
  g_assert_cmpuint (count_changes (review), ==, n_changes + 1);

  TlImportedFile *const *file = (TlImportedFile *const *) files->pdata;
  TlRecord *source = tl_review_lookup (review, g_ptr_array_index (file[0]->sources, 0));
  TlRecord *dated = tl_review_lookup (review, g_ptr_array_index (file[1]->sources, 0));
  g_autofree char *body = tl_review_dup_body (review, tl_record_get_text (source, "body"), &error);

  g_assert_cmpstr (body, ==, "Page onePage two");
  g_assert_cmpstr (tl_record_get_text (source, "title"), ==, "notes");
  g_assert_cmpstr (tl_record_get_text (source, "type"), ==, "other");
  g_assert_null (tl_record_get_text (source, "date"));
  g_assert_cmpuint (tl_source_page_of (source, 8), ==, 2);
  g_assert_cmpstr (tl_record_get_text (dated, "title"), ==, "A page");
  g_assert_cmpstr (tl_record_get_text (dated, "date"), ==, "2010-05-17");
  g_assert_nonnull (strstr (file[2]->refusal, "Rich Text"));
  g_assert_cmpstr (file[3]->known_as, ==, tl_record_get_id (source));

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *sentence = tl_imported_file_dup_sentence (file[i]);

      g_assert_true (g_str_has_suffix (sentence, "."));
    }
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpuint (count_sources (review), ==, 0);
}

static void
a_file_that_is_there_is_not_added_again (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = write_file (folder, "notes.txt", "Text");
  const char *const paths[] = { text, NULL };
  g_autoptr (GPtrArray) first = import (review, paths);
  guint n_changes = count_changes (review);
  g_autoptr (GPtrArray) second = import (review, paths);
  TlImportedFile *file = g_ptr_array_index (second, 0);

  g_assert_cmpstr (file->known_as, ==,
                   g_ptr_array_index (((TlImportedFile *) g_ptr_array_index (first, 0))->sources, 0));
  g_assert_cmpuint (file->sources->len, ==, 0);
  g_assert_cmpuint (count_sources (review), ==, 1);
  g_assert_cmpuint (count_changes (review), ==, n_changes);
}

static void
a_long_document_becomes_several_sources (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len <= 2 * TL_TEXT_MAX_BODY_BYTES)
    g_string_append (text, "A paragraph of a long document, as an archive may have made it.\n\n");

  g_autofree char *long_text = write_file (folder, "archive.txt", text->str);
  const char *const paths[] = { long_text, NULL };
  g_autoptr (GPtrArray) files = import (review, paths);
  TlImportedFile *file = g_ptr_array_index (files, 0);
  TlRecord *last = tl_review_lookup (review, g_ptr_array_index (file->sources, 2));

  g_assert_cmpuint (file->sources->len, ==, 3);
  g_assert_cmpuint (count_sources (review), ==, 3);
  g_assert_cmpstr (tl_record_get_text (last, "title"), ==, "archive (part 3 of 3)");
}

static void
count_steps (guint       n_done,
             guint       n_files,
             const char *name,
             void       *data)
{
  guint *n = data;

  g_assert_cmpuint (n_done, ==, (*n)++);
  g_assert_cmpuint (n_files, ==, 2);
}

static void
cancel_at_once (guint       n_done,
                guint       n_files,
                const char *name,
                void       *data)
{
  g_cancellable_cancel (data);
}

static void
reading_tells_how_far_it_is_and_can_be_called_off (void)
{
  static const char *const paths[] = { "/nonexistent/a", "/nonexistent/b", NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;
  g_autoptr (GPtrArray) files = tl_import_read_documents (paths, count_steps, &n, cancellable, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_nonnull (((TlImportedFile *) g_ptr_array_index (files, 1))->refusal);

  g_assert_null (tl_import_read_documents (paths, cancel_at_once, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-document/documents-become-sources-in-one-edit", documents_become_sources_in_one_edit);
  g_test_add_func ("/import-document/a-file-that-is-there-is-not-added-again",
                   a_file_that_is_there_is_not_added_again);
  g_test_add_func ("/import-document/a-long-document-becomes-several-sources",
                   a_long_document_becomes_several_sources);
  g_test_add_func ("/import-document/reading-tells-how-far-it-is-and-can-be-called-off",
                   reading_tells_how_far_it_is_and_can_be_called_off);
  return g_test_run ();
}
