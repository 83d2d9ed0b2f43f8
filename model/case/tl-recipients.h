/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

gboolean tl_recipients_lack_usual     (TlReview  *review);
gboolean tl_recipients_edit_add_usual (TlEdit    *edit,
                                       TlReview  *review,
                                       GError   **error);

G_END_DECLS
