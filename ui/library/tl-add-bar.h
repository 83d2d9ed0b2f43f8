/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_ADD_BAR (tl_add_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlAddBar, tl_add_bar, TL, ADD_BAR, AdwBin)

void       tl_add_bar_begin      (TlAddBar   *self);
void       tl_add_bar_set_done   (TlAddBar   *self,
                                  guint       done,
                                  guint       total,
                                  const char *file);
void       tl_add_bar_set_giving_up (TlAddBar *self);
void       tl_add_bar_end        (TlAddBar   *self);

G_END_DECLS
