/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-text index in its files: tl-library-texts.c reads, tl-library-texts-find.c asks,
 * tl-library-texts-file.c knows where it is. */
#pragma once

#include "model/library/tl-library-texts.h"

G_BEGIN_DECLS

/**
 * TlGivenText:
 * @record: the number of a record that the library has
 * @text: its texts, as _tl_library_texts_append() makes one of them
 */
typedef struct {
  gint64   record;
  GString *text;
} TlGivenText;

#define TL_LIBRARY_TEXTS_N_VERSIONS 3

struct _TlLibraryTexts
{
  TlLibrary          *library;    /* borrowed */
  TlConnection       *connection; /* its own */
  gint64              versions[TL_LIBRARY_TEXTS_N_VERSIONS]; /* of what had all been read; 0 before that */
  TlLibraryTextsFunc  func;       /* while something is looked for: who looks for it */
  gpointer            data;       /* for @func */
};

/* tl-library-texts-file.c */
char    *_tl_library_texts_dup_beside   (TlLibrary        *library);
gboolean _tl_library_texts_open_file    (TlLibraryTexts   *self,
                                         GError          **error);

/* tl-library-texts-find.c */
void     _tl_library_texts_add_functions (TlLibraryTexts  *self);

/* tl-library-texts.c */
TlLibraryTexts *_tl_library_texts_new   (TlLibrary        *library,
                                         GError          **error);
void     _tl_library_texts_append       (GString          *texts,
                                         const char       *text);
gboolean _tl_library_texts_follow       (TlLibraryTexts   *self,
                                         GArray           *given,
                                         GCancellable     *cancellable,
                                         GError          **error);
gboolean _tl_library_texts_has_read_all (TlLibraryTexts   *self,
                                         gboolean         *all,
                                         GError          **error);

G_END_DECLS
