/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-pairs.h"
#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_PAIRS_PAGE (tl_pairs_page_get_type ())
G_DECLARE_FINAL_TYPE (TlPairsPage, tl_pairs_page, TL, PAIRS_PAGE, AdwBin)

GtkWidget     *tl_pairs_page_new       (TlQuestion  *question);
const TlPairs *tl_pairs_page_get_pairs (TlPairsPage *self);

G_END_DECLS
