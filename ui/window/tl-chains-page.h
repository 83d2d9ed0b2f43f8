/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-chains.h"
#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_CHAINS_PAGE (tl_chains_page_get_type ())
G_DECLARE_FINAL_TYPE (TlChainsPage, tl_chains_page, TL, CHAINS_PAGE, AdwBin)

GtkWidget      *tl_chains_page_new        (TlQuestion   *question);
const TlChains *tl_chains_page_get_chains (TlChainsPage *self);
gboolean        tl_chains_page_look_for   (TlChainsPage *self,
                                           const char   *from,
                                           const char   *to);

G_END_DECLS
