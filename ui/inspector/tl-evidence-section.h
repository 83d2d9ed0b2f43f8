/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_EVIDENCE_SECTION (tl_evidence_section_get_type ())
G_DECLARE_FINAL_TYPE (TlEvidenceSection, tl_evidence_section, TL, EVIDENCE_SECTION, AdwPreferencesGroup)

gboolean   tl_evidence_section_applies (const TlKind *kind);
GtkWidget *tl_evidence_section_new     (TlReview     *review,
                                        TlRecord     *record,
                                        gboolean      against);

G_END_DECLS
