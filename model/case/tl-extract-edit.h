/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"
#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char     *tl_extract_edit_mark         (TlEdit      *edit,
                                        TlReview    *review,
                                        const char  *source_id,
                                        guint        start,
                                        guint        end,
                                        const char  *anchor,
                                        GError     **error);
gboolean  tl_extract_edit_move         (TlEdit      *edit,
                                        const char  *extract_id,
                                        guint        start,
                                        guint        end,
                                        const char  *anchor,
                                        GError     **error);
char     *tl_extract_edit_make_factor  (TlEdit      *edit,
                                        TlReview    *review,
                                        TlMethod    *method,
                                        const char  *extract_id,
                                        GError     **error);
char     *tl_extract_edit_make_account (TlEdit      *edit,
                                        TlReview    *review,
                                        const char  *extract_id,
                                        const char  *event_id,
                                        GError     **error);

G_END_DECLS
