/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/charts/tl-answer-line.h"

G_BEGIN_DECLS

#define TL_TYPE_ANSWER_TABLE (tl_answer_table_get_type ())
G_DECLARE_FINAL_TYPE (TlAnswerTable, tl_answer_table, TL, ANSWER_TABLE, AdwBin)

GtkWidget          *tl_answer_table_new         (const char    *what);
void                tl_answer_table_set_answer  (TlAnswerTable *self,
                                                 GListModel    *lines,
                                                 const char    *caption,
                                                 const char    *note);
void                tl_answer_table_choose      (TlAnswerTable *self,
                                                 int            line);
int                 tl_answer_table_get_chosen  (TlAnswerTable *self);
GdkContentProvider *tl_answer_table_dup_content (TlAnswerTable *self);

G_END_DECLS
