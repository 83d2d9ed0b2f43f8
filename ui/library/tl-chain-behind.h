/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_CHAIN_BEHIND (tl_chain_behind_get_type ())
G_DECLARE_FINAL_TYPE (TlChainBehind, tl_chain_behind, TL, CHAIN_BEHIND, AdwBin)

GtkWidget *tl_chain_behind_new         (TlQuestion        *question,
                                        const char        *advice);
void       tl_chain_behind_set_pattern (TlChainBehind     *self,
                                        const char        *pattern,
                                        gboolean           tested);
char      *tl_chain_behind_dup_pattern (const char *const *codes);

G_END_DECLS
