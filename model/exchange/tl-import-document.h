/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/document/tl-document.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlImportedFile:
 * @name: the name of the file, fit to be shown
 * @parts: (element-type TlDocument): what was read, in as many parts as sources are needed; empty if it was refused
 * @refusal: (nullable): a sentence that says where and why
 * @known_as: (nullable): the id of the source that the review has of the same file, and so it was not added
 * @sources: (element-type utf8): ids of the sources that were added, one a part
 *
 * What came of one file.
 */
typedef struct {
  char      *name;
  GPtrArray *parts;
  char      *refusal;
  char      *known_as;
  GPtrArray *sources;
} TlImportedFile;

/**
 * TlImportProgress:
 * @n_done: how many files have been read
 * @n_files: of how many
 * @name: the next, fit to be shown
 * @data: as given
 *
 * Told in the thread that reads.
 */
typedef void (*TlImportProgress) (guint       n_done,
                                  guint       n_files,
                                  const char *name,
                                  void       *data);

GPtrArray *tl_import_read_documents (const char *const *paths,
                                     TlImportProgress   progress,
                                     void              *data,
                                     GCancellable      *cancellable,
                                     GError           **error);
gboolean   tl_import_add_documents  (TlReview          *review,
                                     GPtrArray         *files,
                                     GError           **error);

guint      tl_imported_files_count  (GPtrArray         *files);
char      *tl_imported_file_dup_sentence (TlImportedFile *self);
void       tl_imported_file_free    (TlImportedFile    *self);

G_END_DECLS
