/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_DUE_LINES (tl_due_lines_get_type ())
G_DECLARE_FINAL_TYPE (TlDueLines, tl_due_lines, TL, DUE_LINES, AdwBin)

GtkWidget *tl_due_lines_new (TlReview *review);

G_END_DECLS
