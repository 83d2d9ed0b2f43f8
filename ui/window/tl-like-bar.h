/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-asked.h"
#include "model/questions/tl-like-subject.h"

G_BEGIN_DECLS

#define TL_TYPE_LIKE_BAR (tl_like_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlLikeBar, tl_like_bar, TL, LIKE_BAR, AdwBin)

GtkWidget     *tl_like_bar_new         (void);
void           tl_like_bar_set_subject (TlLikeBar     *self,
                                        TlLikeSubject *subject,
                                        const char    *finding);
TlLikeSubject *tl_like_bar_dup_chosen  (TlLikeBar     *self);
gboolean       tl_like_bar_tell        (TlLikeBar     *self,
                                        TlAsked       *asked);

G_END_DECLS
