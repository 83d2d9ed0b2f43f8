/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_CODES_BEHIND (tl_codes_behind_get_type ())
G_DECLARE_FINAL_TYPE (TlCodesBehind, tl_codes_behind, TL, CODES_BEHIND, AdwBin)

GtkWidget *tl_codes_behind_new       (TlQuestion    *question);
void       tl_codes_behind_set_codes (TlCodesBehind *self,
                                      const char    *first,
                                      const char    *second);

G_END_DECLS
