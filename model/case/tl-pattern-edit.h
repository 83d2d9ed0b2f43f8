/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char     *tl_pattern_edit_gather        (TlEdit             *edit,
                                         const char         *title,
                                         const char         *category,
                                         const char *const  *factor_ids,
                                         GError            **error);
gboolean  tl_pattern_edit_add_factors   (TlEdit             *edit,
                                         TlReview           *review,
                                         const char         *pattern_id,
                                         const char *const  *factor_ids,
                                         GError            **error);
gboolean  tl_pattern_edit_take_factors  (TlEdit             *edit,
                                         TlReview           *review,
                                         const char         *pattern_id,
                                         const char *const  *factor_ids,
                                         GError            **error);
gboolean  tl_pattern_edit_place_factors (TlEdit             *edit,
                                         TlReview           *review,
                                         const char         *pattern_id,
                                         const char *const  *factor_ids,
                                         guint               position,
                                         GError            **error);

G_END_DECLS
