/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_SOURCE_FORM (tl_source_form_get_type ())
G_DECLARE_FINAL_TYPE (TlSourceForm, tl_source_form, TL, SOURCE_FORM, AdwBin)

GtkWidget *tl_source_form_new        (TlReview     *review);
void       tl_source_form_set_source (TlSourceForm *self,
                                      TlRecord     *source);

G_END_DECLS
