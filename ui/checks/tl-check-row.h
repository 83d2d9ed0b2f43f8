/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/checks/tl-check-problem.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_CHECK_ROW (tl_check_row_get_type ())
G_DECLARE_FINAL_TYPE (TlCheckRow, tl_check_row, TL, CHECK_ROW, AdwBin)

GtkWidget *tl_check_row_new         (TlReview       *review);
void       tl_check_row_set_problem (TlCheckRow     *self,
                                     TlCheckProblem *problem);
void       tl_check_row_set_heading (TlCheckRow     *self,
                                     gboolean        with_heading);
gboolean   tl_check_row_set_aside   (TlCheckRow     *self,
                                     const char     *reason,
                                     GError        **error);
gboolean   tl_check_row_take_back   (TlCheckRow     *self,
                                     GError        **error);

G_END_DECLS
