/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-merged.h"
#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_MERGED_PAGE (tl_merged_page_get_type ())
G_DECLARE_FINAL_TYPE (TlMergedPage, tl_merged_page, TL, MERGED_PAGE, AdwBin)

GtkWidget      *tl_merged_page_new        (TlQuestion   *question);
const TlMerged *tl_merged_page_get_merged (TlMergedPage *self);

G_END_DECLS
