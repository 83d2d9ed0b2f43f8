/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/library/tl-saved-list.h"

G_BEGIN_DECLS

#define TL_TYPE_NAME_QUESTION_DIALOG (tl_name_question_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlNameQuestionDialog, tl_name_question_dialog, TL, NAME_QUESTION_DIALOG, AdwWindow)

GtkWidget *tl_name_question_dialog_new (GtkWindow     *parent,
                                        TlSavedList   *saved,
                                        gint64         number,
                                        const TlAsked *asked);

G_END_DECLS
