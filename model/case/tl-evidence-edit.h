/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char *tl_evidence_edit_attach (TlEdit      *edit,
                               TlReview    *review,
                               const char  *extract_id,
                               const char  *claim_id,
                               gboolean     against,
                               GError     **error);

G_END_DECLS
