/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

GHashTable *tl_kept_wording_collect (TlReview    *review,
                                     const char  *subject,
                                     const char  *field);
gboolean    tl_kept_wording_is_kept (GHashTable  *kept,
                                     const char  *words);
gboolean    tl_kept_wording_keep    (TlEdit      *edit,
                                     const char  *subject,
                                     const char  *field,
                                     const char  *words,
                                     const char  *reason,
                                     GError     **error);

G_END_DECLS
