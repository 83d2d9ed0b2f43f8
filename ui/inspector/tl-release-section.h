/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_RELEASE_SECTION (tl_release_section_get_type ())
G_DECLARE_FINAL_TYPE (TlReleaseSection, tl_release_section, TL, RELEASE_SECTION, AdwPreferencesGroup)

gboolean   tl_release_section_applies (const TlKind *kind);
GtkWidget *tl_release_section_new     (TlReview     *review,
                                       TlRecord     *record);

G_END_DECLS
