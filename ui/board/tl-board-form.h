/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_BOARD_FORM (tl_board_form_get_type ())
G_DECLARE_FINAL_TYPE (TlBoardForm, tl_board_form, TL, BOARD_FORM, GtkBox)

GtkWidget *tl_board_form_new       (TlReview          *review,
                                    TlRecord          *record,
                                    const char *const *fields,
                                    GtkWidget         *reading);
void       tl_board_form_add       (TlBoardForm       *self,
                                    GtkWidget         *part);
void       tl_board_form_open      (TlBoardForm       *self);
void       tl_board_form_set_name  (TlBoardForm       *self,
                                    const char        *name);

G_END_DECLS
