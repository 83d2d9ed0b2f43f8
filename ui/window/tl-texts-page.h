/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/tl-answer-page.h"

G_BEGIN_DECLS

GtkWidget *tl_texts_page_new      (TlQuestion   *question);
void       tl_texts_page_look_for (TlAnswerPage *page,
                                   const char   *words);

G_END_DECLS
