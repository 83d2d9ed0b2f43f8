/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review-terms.h"

G_BEGIN_DECLS

void tl_phrase_bind         (gpointer     object,
                             const char  *property,
                             TlReview    *review,
                             const char  *text);
void tl_phrase_bind_name    (GtkWidget   *widget,
                             TlReview    *review,
                             const char  *text);
void tl_phrase_bind_button  (GtkWidget   *button,
                             TlReview    *review,
                             const char  *text);

G_END_DECLS
