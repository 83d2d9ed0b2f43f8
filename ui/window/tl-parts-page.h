/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/library/tl-question-page.h"

G_BEGIN_DECLS

#define TL_TYPE_PARTS_PAGE (tl_parts_page_get_type ())
G_DECLARE_FINAL_TYPE (TlPartsPage, tl_parts_page, TL, PARTS_PAGE, AdwBin)

GtkWidget *tl_parts_page_new  (void);
void       tl_parts_page_add  (TlPartsPage    *self,
                               TlQuestionPage *part,
                               const char     *name,
                               const char     *title);
void       tl_parts_page_show (TlPartsPage    *self,
                               const char     *name);

G_END_DECLS
