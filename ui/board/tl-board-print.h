/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_BOARD_PRINT (tl_board_print_get_type ())
G_DECLARE_FINAL_TYPE (TlBoardPrint, tl_board_print, TL, BOARD_PRINT, GObject)

TlBoardPrint *tl_board_print_new        (TlReview             *review,
                                         GPtrArray            *findings);
void          tl_board_print_export_to  (TlBoardPrint         *self,
                                         const char           *path);
void          tl_board_print_run_async  (TlBoardPrint         *self,
                                         GtkWindow            *parent,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean      tl_board_print_run_finish (TlBoardPrint         *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
