/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/method/tl-method.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_FACTOR_ROW (tl_factor_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFactorRow, tl_factor_row, TL, FACTOR_ROW, GtkListBoxRow)

GtkWidget *tl_factor_row_new        (TlRecord    *factor);
TlRecord  *tl_factor_row_get_factor (TlFactorRow *self);
void       tl_factor_row_refresh    (TlFactorRow *self,
                                     TlReview    *review,
                                     TlMethod    *method);

G_END_DECLS
