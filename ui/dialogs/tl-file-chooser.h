/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFilePurpose:
 *
 * What kind of files a chooser offers.
 */
typedef enum {
  TL_FILE_REVIEW,
  TL_FILE_XML,
  TL_FILE_GRAPHML,
  TL_FILE_DOT,
  TL_FILE_FOLDER,
  TL_FILE_LIBRARY,
  TL_FILE_LEARNING, /* learning records, single or in a zip */
  TL_FILE_ZIP,
  TL_FILE_CSV,
  TL_FILE_SVG,
  TL_FILE_PNG,
  TL_FILE_PDF,
  TL_FILE_HTML,
  TL_FILE_ODT,
  TL_FILE_RECEIPT,  /* a page in any format that one is saved in */
  TL_FILE_DOCUMENT, /* text of any format that is read */
} TlFilePurpose;

void   tl_file_chooser_open_async (GtkWindow           *parent,
                                   const char          *title,
                                   TlFilePurpose        purpose,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
void   tl_file_chooser_open_many_async (GtkWindow      *parent,
                                   const char          *title,
                                   TlFilePurpose        purpose,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
GListModel *tl_file_chooser_open_many_finish (GAsyncResult *result,
                                   GError             **error);
void   tl_file_chooser_save_async (GtkWindow           *parent,
                                   const char          *title,
                                   TlFilePurpose        purpose,
                                   const char          *name,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
GFile *tl_file_chooser_finish     (GAsyncResult        *result,
                                   GError             **error);
char  *tl_file_chooser_dup_stem   (const char          *path);

G_END_DECLS
