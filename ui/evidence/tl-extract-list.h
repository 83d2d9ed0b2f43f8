/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-extract.h"
#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

#define TL_TYPE_EXTRACT_LIST (tl_extract_list_get_type ())
G_DECLARE_FINAL_TYPE (TlExtractList, tl_extract_list, TL, EXTRACT_LIST, AdwBin)

GtkWidget *tl_extract_list_new         (TlReview      *review);
void       tl_extract_list_set_places  (TlExtractList *self,
                                        GArray        *places,
                                        TlTunnel      *tunnel);
void       tl_extract_list_set_current (TlExtractList *self,
                                        TlRecord      *extract);
GtkWidget *tl_extract_list_find_card   (TlExtractList *self,
                                        TlRecord      *extract);

G_END_DECLS
