/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-text index in its files: tl-library-texts.c reads and asks, tl-library-texts-file.c knows where it is. */
#pragma once

#include "model/library/tl-library-texts.h"

G_BEGIN_DECLS

struct _TlLibraryTexts
{
  TlLibrary    *library;    /* borrowed */
  TlConnection *connection; /* its own */
};

char    *_tl_library_texts_dup_beside   (TlLibrary        *library);
gboolean _tl_library_texts_open_file    (TlLibraryTexts   *self,
                                         GError          **error);

gboolean _tl_library_texts_has_read_all (TlLibraryTexts   *self,
                                         gboolean         *all,
                                         GError          **error);

G_END_DECLS
