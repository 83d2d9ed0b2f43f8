/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char     *tl_finding_edit_add              (TlEdit      *edit,
                                            TlReview    *review,
                                            GError     **error);
char     *tl_finding_edit_add_from_pattern (TlEdit      *edit,
                                            TlReview    *review,
                                            const char  *pattern_id,
                                            GError     **error);
gboolean  tl_finding_edit_move             (TlEdit      *edit,
                                            TlReview    *review,
                                            const char  *finding_id,
                                            guint        position,
                                            GError     **error);
char     *tl_finding_edit_ask              (TlEdit      *edit,
                                            TlReview    *review,
                                            const char  *finding_id,
                                            const char  *text,
                                            GError     **error);
gboolean  tl_finding_edit_move_question    (TlEdit      *edit,
                                            TlReview    *review,
                                            const char  *question_id,
                                            guint        position,
                                            GError     **error);

G_END_DECLS
