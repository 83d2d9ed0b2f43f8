/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-themes.h"

G_BEGIN_DECLS

#define TL_TYPE_MULTIPLES (tl_multiples_get_type ())
G_DECLARE_FINAL_TYPE (TlMultiples, tl_multiples, TL, MULTIPLES, AdwBin)

GtkWidget *tl_multiples_new        (void);
void       tl_multiples_set_themes (TlMultiples    *self,
                                    const TlThemes *themes,
                                    double          full);
void       tl_multiples_choose     (TlMultiples    *self,
                                    const char     *code);
const char *tl_multiples_get_code  (TlMultiples    *self);

G_END_DECLS
