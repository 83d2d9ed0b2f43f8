/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-like-subject.h"
#include "ui/window/tl-answer-page.h"

G_BEGIN_DECLS

GtkWidget *tl_like_page_new         (TlQuestion    *question);
void       tl_like_page_set_subject (TlAnswerPage  *page,
                                     TlLikeSubject *subject,
                                     const char    *finding);

G_END_DECLS
