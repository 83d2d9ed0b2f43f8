/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library-tables.h"
#include "model/record/tl-kind.h"
#include "model/store/tl-tokenizer.h"

G_BEGIN_DECLS

/**
 * TlLibraryTexts:
 *
 * The full-text index of a library: the released texts of each record. It is in a file beside the library's, named like
 * it with "-search" at the end, holds no text of its own, and is made anew where it does not fit the library. Used in
 * the library's thread; the library must outlive it.
 */
typedef struct _TlLibraryTexts TlLibraryTexts;

typedef void (*TlLibraryTextsFunc) (guint         record,
                                    gpointer      data);

/* Returns whether to go on. */
typedef gboolean (*TlLibraryRankFunc) (guint         record,
                                       gpointer      data);

/* @text is only there while the function runs. Returns whether to go on. */
typedef gboolean (*TlLibraryTextFunc) (const TlKind *kind,
                                       guint         row,
                                       const char   *text,
                                       gpointer      data);

TlLibraryTexts *tl_library_texts_open     (TlLibrary           *library,
                                           GCancellable        *cancellable,
                                           GError             **error);
TlLibraryTexts *tl_library_texts_get      (TlLibrary           *library,
                                           GCancellable        *cancellable,
                                           GError             **error);
gboolean        tl_library_texts_rebuild  (TlLibrary           *library,
                                           GCancellable        *cancellable,
                                           GError             **error);
void            tl_library_texts_free     (TlLibraryTexts      *self);

TlTokenizer    *tl_library_texts_new_tokenizer (TlLibraryTexts *self,
                                           GError             **error);
gboolean        tl_library_texts_find     (TlLibraryTexts      *self,
                                           const char          *match,
                                           TlLibraryTextsFunc   func,
                                           gpointer             data,
                                           GError             **error);
gboolean        tl_library_texts_rank     (TlLibraryTexts      *self,
                                           const char          *match,
                                           TlLibraryRankFunc    func,
                                           gpointer             data,
                                           GError             **error);
gboolean        tl_library_read_texts     (TlLibrary           *library,
                                           guint                record,
                                           TlLibraryTextFunc    func,
                                           gpointer             data,
                                           GError             **error);

/* For tl-withdrawal.c */
gboolean        _tl_library_texts_begin_drop  (TlLibrary           *library,
                                           GArray              *records,
                                           TlLibraryTexts     **texts,
                                           GError             **error);
gboolean        _tl_library_texts_end_drop    (TlLibraryTexts      *self,
                                           GError             **error);
gboolean        _tl_library_texts_commit_drop (TlLibraryTexts      *self,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLibraryTexts, tl_library_texts_free)

G_END_DECLS
