/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_CHOICE (tl_release_choice_get_type ())
G_DECLARE_FINAL_TYPE (TlReleaseChoice, tl_release_choice, TL, RELEASE_CHOICE, GtkWidget)

GtkWidget *tl_release_choice_new      (void);
void       tl_release_choice_set_text (TlReleaseChoice *self,
                                       TlReview        *review,
                                       TlRecord        *record,
                                       guint            field);

G_END_DECLS
