/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-finding-ground.h"

G_BEGIN_DECLS

#define TL_TYPE_FINDING_EVIDENCE_LIST (tl_finding_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingEvidenceList, tl_finding_evidence_list, TL, FINDING_EVIDENCE_LIST, AdwPreferencesGroup)

GtkWidget *tl_finding_evidence_list_new  (TlReview              *review,
                                          gboolean               against);
void       tl_finding_evidence_list_show (TlFindingEvidenceList *self,
                                          const TlFindingGround *ground);

G_END_DECLS
