/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/typology/tl-code.h"

G_BEGIN_DECLS

#define TL_TYPE_CODE_DETAILS (tl_code_details_get_type ())
G_DECLARE_FINAL_TYPE (TlCodeDetails, tl_code_details, TL, CODE_DETAILS, AdwBin)

GtkWidget *tl_code_details_new      (void);
void       tl_code_details_set_code (TlCodeDetails *self,
                                     TlCode        *code);

G_END_DECLS
