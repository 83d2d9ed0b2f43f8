/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-answers.h"

G_BEGIN_DECLS

#define TL_TYPE_ANSWERS_DIALOG (tl_answers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlAnswersDialog, tl_answers_dialog, TL, ANSWERS_DIALOG, AdwWindow)

GtkWidget *tl_answers_dialog_new  (GtkWindow  *parent,
                                   TlReview   *review,
                                   const char *copy_path);
void       tl_answers_dialog_take (GtkWindow  *parent,
                                   TlReview   *review);

G_END_DECLS
