/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-edit.h"

G_BEGIN_DECLS

char     *tl_board_edit_respond    (TlEdit      *edit,
                                    const char  *to,
                                    const char  *decision,
                                    GError     **error);
char     *tl_board_edit_recommend  (TlEdit      *edit,
                                    TlReview    *review,
                                    GError     **error);
char     *tl_board_edit_add_action (TlEdit      *edit,
                                    const char  *response,
                                    const char  *text,
                                    GError     **error);
gboolean  tl_board_edit_weaken     (TlEdit      *edit,
                                    TlReview    *review,
                                    const char  *action,
                                    const char  *factor,
                                    gboolean     weaken,
                                    GError     **error);
gboolean  tl_board_edit_check      (TlEdit      *edit,
                                    const char  *action,
                                    const char  *answer,
                                    const char  *on,
                                    const char  *evidence,
                                    GError     **error);

G_END_DECLS
